"""Who reads what is private about a stay: field by field, in every state, on every page and in every answer.

Each secret is a text that occurs nowhere else, so a search of the bodies finds it. `MAY_READ` says who may read which
secret where; every other place fails. The pages and answers come from the table of routes: a new GET is looked at
without a new line here.
"""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from redis.asyncio import Redis

from handlers.api.routing import Route
from handlers.routes import ROUTES
from services import jobs
from services.local_time import midnight
from services.orders.states import OrderStatus as S
from tests.client import Client
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(
    **WIDE, session_idle_seconds=9 * 10**7, session_absolute_seconds=9 * 10**7, feed_private=True
)
GUIDE = {
    "directions": "CANARYWAY",
    "door_code": "CANARYCODE",
    "wifi_name": "CANARYNET",
    "wifi_password": "CANARYPASS",
    "manual": "CANARYMANUAL",
}
PLACE = {"address_detail": "CANARYDOOR", "lat": 39.913579, "lng": 116.424682}

WINDOW = (S.PAID, S.IN_STAY, S.WAIT_COMMENT, S.COMPLETE)
CALLABLE = (S.PAID, S.IN_STAY)
ANY = tuple(S)
ORDER = r"/api/v1.0/orders/\d+|/api/v1.0/user/orders.*|/orders.*|/host/orders.*|/api/order/my.*"
OWN_HOUSE = r"/api/v1.0/user/(houses|house-drafts).*|/api/v1.0/houses/\d+|/host.*|/houses/\d+|/api/house/my(house)?"


@dataclass(frozen=True)
class Reader:
    """Who may read a secret: a viewer, on these paths, in these states; `late` says also two days after the stay."""

    viewer: str
    paths: str
    states: tuple[S, ...] = ANY
    late: bool = True

    def reads(self, viewer: str, path: str, moment: "Moment") -> bool:
        in_time = self.late or not moment.late
        return (
            viewer == self.viewer and moment.status in self.states and in_time and bool(re.fullmatch(self.paths, path))
        )


@dataclass(frozen=True)
class Moment:
    """The state of the order, and whether the stay ended two days ago."""

    status: S
    late: bool = False


ADMIN = Reader("admin", r"/api/v1.0/admin/houses.*|/admin")
EXACT_PLACE = (
    Reader("guest", ORDER, WINDOW, late=False),
    Reader("host", f"{ORDER}|{OWN_HOUSE}"),
    ADMIN,
)
GUIDE_READERS = (
    Reader("guest", r"/orders/\d+|/api/v1.0/orders/\d+/arrival", WINDOW, late=False),
    Reader("host", r"/api/v1.0/houses/\d+/arrival|/host/houses/\d+/arrival"),
)
OWN_ACCOUNT = r"/api/v1.0/user|/me.*|/api/profile.*|/api/check_login|/api/v1.0/session"
MAY_READ: dict[str, tuple[Reader, ...]] = {
    "the door": EXACT_PLACE,
    "the exact latitude": EXACT_PLACE,
    "the exact longitude": EXACT_PLACE,
    **dict.fromkeys(GUIDE, GUIDE_READERS),
    "the host's mobile": (Reader("guest", ORDER, CALLABLE), Reader("host", OWN_ACCOUNT)),
    "the guest's mobile": (Reader("host", ORDER, CALLABLE), Reader("guest", OWN_ACCOUNT)),
    "the host's real name": (Reader("host", r"/api/v1.0/user/auth|/api/profile/auth|/me/identity"),),
    "the guest's real name": (Reader("guest", r"/api/v1.0/user/auth|/api/profile/auth|/me/identity"),),
    "the host's identity number": (),
    "the guest's identity number": (),
    "the token of the exported calendar": (Reader("host", r"/api/v1.0/houses/\d+/feeds"),),
    "the address of the imported calendar": (Reader("host", r"/api/v1.0/houses/\d+/feeds"),),
    "a message": tuple(
        Reader(who, r"/api/v1.0/user/threads|/api/v1.0/threads/\d+(/messages)?|/messages.*")
        for who in ("guest", "host")
    ),
}
SEEN_AT_LEAST = {
    *((name, who) for name in ("the door", "the exact latitude", *GUIDE) for who in ("guest", "host")),
    *(("the door", "admin"), ("the exact longitude", "admin")),
    *(("the host's mobile", "guest"), ("the guest's mobile", "host"), ("the guest's real name", "guest")),
    *(("the token of the exported calendar", "host"), ("the address of the imported calendar", "host")),
    *(("a message", "guest"), ("a message", "host")),
}
"""Without these, the search would find nothing because it looks for the wrong thing."""

FIXED = ("/api/v1.0/openapi.json", "/docs", "/design", "/livez", "/readyz", "/sw.js", "/terms", "/privacy", "/help")
"""Answers that depend on no house and no order."""
ENDLESS = ("/api/v1.0/events/stream",)


@dataclass
class Stage:
    """Everybody, and what they may not tell."""

    scene: Scene
    viewers: dict[str, Client]
    secrets: dict[str, str]
    numbers: dict[str, str]
    seen: set[tuple[str, str]] = field(default_factory=set)
    leaks: list[str] = field(default_factory=list)

    async def look(self, viewer: str, route: Route, moment: Moment) -> None:
        path = re.sub(r"<(\w+)>", lambda match: self.numbers.get(match[1], "1"), route.path)
        headers = {"Accept": "text/html"} if route.content_type.startswith("text/html") else {}
        answer = await self.viewers[viewer].get(path + self._query(path, viewer), headers=headers)
        assert answer.status < 500, path
        body = answer.body.decode()
        for name, secret in self.secrets.items():
            if secret in body:
                self.seen.add((name, viewer))
                self._judge(name, viewer, path, moment, answer.headers.get("Cache-Control", ""))

    def _judge(self, name: str, viewer: str, path: str, moment: Moment, cached: str) -> None:
        if not any(reader.reads(viewer, path, moment) for reader in MAY_READ[name]):
            self.leaks.append(f"{viewer} reads {name} at {path}, {moment}")
        if "no-store" not in cached:
            self.leaks.append(f"{path} with {name} may be stored: {cached!r}")

    def _query(self, path: str, viewer: str) -> str:
        house, role = self.numbers["house_id"], "landlord" if viewer == "host" else "custom"
        stay = self.scene.stay(7, 2)
        dates = f"?sd={stay['start_date']}&ed={stay['end_date']}&guests=1"
        known = {"/api/house/info": f"?house_id={house}", "/api/v1.0/suggestions": "?q=CANARY"}
        known |= {"/api/v1.0/events": "?size=50"}
        known |= dict.fromkeys(("/api/v1.0/admin/houses", "/admin"), "?status=approved")
        known |= dict.fromkeys(("/api/order/my", "/api/v1.0/user/orders"), f"?role={role}")
        return dates if path.endswith(("/book", "/quote")) else known.get(path, "")


@pytest.fixture
def stage(io_loop: object, scene: Scene, make: Makers, new_client: Callable[[], Client]) -> Stage:
    built: Stage = io_loop.run_sync(lambda: _build(scene, make, new_client))  # type: ignore[attr-defined]
    return built


async def _build(scene: Scene, make: Makers, new_client: Callable[[], Client]) -> Stage:
    admin, stranger = new_client(), new_client()
    admin_id = (await make.guest(admin)).id
    await make.guest(stranger)
    await make.change("UPDATE users SET is_admin = TRUE WHERE id = %s", admin_id)
    # by chance the public position may lie exactly north or east of the house, and has one number of it
    place = PLACE | {"offset_north": 200, "offset_east": 150}
    sql = f"UPDATE houses SET {', '.join(f'{name} = %s' for name in place)}"  # noqa: S608  our own names of columns
    await make.change(sql, *place.values())
    house = f"/api/v1.0/houses/{scene.house_id}"
    content = {"title": "草稿", "address_detail": PLACE["address_detail"]}
    for verb, path, body in (
        ("PUT", f"{house}/arrival", GUIDE),
        ("POST", f"{house}/feeds", {"url": "http://127.0.0.1:9/CANARYFEED.ics"}),
        ("POST", "/api/v1.0/user/house-drafts", {"content": content}),
    ):
        answer = await scene.host.send(verb, path, json=body)
        assert answer.errno == 0, answer.json
    numbers = {"draft_id": answer.data["draft_id"], "house_id": scene.house_id, "user_id": scene.host_id}
    numbers |= {"order_id": await scene.paid(0, 2), "number": 0}
    secrets = await _people(scene, make) | dict(GUIDE)
    secrets |= {"the door": "CANARYDOOR", "the exact latitude": "39.913579", "the exact longitude": "116.424682"}
    export = (await scene.host.get(f"{house}/feeds")).data["export_url"]
    token = re.search(r"/ical/(\w+)\.ics", export)
    assert token
    secrets |= {"the token of the exported calendar": token[1], "the address of the imported calendar": "CANARYFEED"}
    thread = (await scene.guest.post(f"{house}/threads")).data["thread_id"]
    said = {"text": "CANARYTEXT", "client_id": "1e8f9cf2-3c1e-4f5d-9c39-2e7f6a3f8b01"}
    assert (await scene.guest.post(f"/api/v1.0/threads/{thread}/messages", said)).errno == 0
    secrets["a message"] = "CANARYTEXT"
    known = {name: str(value) for name, value in numbers.items()} | {"thread_id": str(thread), "token": token[1]}
    viewers = {"host": scene.host, "guest": scene.guest, "admin": admin, "stranger": stranger, "nobody": new_client()}
    for client in viewers.values():
        client.documented = False  # other tests compare answers with the document
    return Stage(scene, viewers, secrets, known)


async def _people(scene: Scene, make: Makers) -> dict[str, str]:
    """Mobiles, real names and identity numbers of host and guest."""
    found = {}
    rows = await make.rows("SELECT host_id, user_id AS guest_id FROM orders")
    for who, user_id in (("host", rows[0]["host_id"]), ("guest", rows[0]["guest_id"])):
        name = f"金丝雀{who}"
        await make.change("UPDATE users SET real_name = %s WHERE id = %s", name, user_id)
        [row] = await make.rows("SELECT mobile, id_card FROM users WHERE id = %s", user_id)
        number = scene.deps.vault.open(row["id_card"], f"user:{user_id}")
        found |= {f"the {who}'s mobile": row["mobile"], f"the {who}'s real name": name}
        found[f"the {who}'s identity number"] = number
    return found


def looked_at() -> list[Route]:
    """Every GET that may tell something of a house, an order, or a person."""
    told = [
        row for row in ROUTES if row.verb == "GET" and not row.changes and not row.content_type.startswith("image/")
    ]
    return [row for row in told if row.path not in (*FIXED, *ENDLESS)]


def of_orders(row: Route) -> bool:
    """Whether the state of an order may change what the route tells."""
    return bool(re.search(r"order|/ical/|notice|event|thread|message|/host$|/arrival|/calendar$", row.path))


async def look_at(stage: Stage, rows: list[Route], moment: Moment) -> None:
    """The host first: what an owner has read must not be what a cache has for others."""
    for viewer in stage.viewers:
        await asyncio.gather(*(stage.look(viewer, row, moment) for row in rows))


async def test_nobody_reads_what_they_may_not(
    stage: Stage, make: Makers, clock: Clock, store: Redis, capfd: pytest.CaptureFixture[str]
) -> None:
    scene, rows = stage.scene, looked_at()
    assert len(rows) > 60
    await look_at(stage, rows, Moment(S.PAID))
    narrow = [row for row in rows if of_orders(row)]
    for status in S:
        await make.change("UPDATE orders SET status = %s", status)
        await look_at(stage, narrow, Moment(status))
    await jobs.run_all(scene.deps)
    assert (stage.leaks, SEEN_AT_LEAST - stage.seen) == ([], set())
    await _nothing_is_kept(stage, make, store, capfd)
    clock.ahead = midnight(scene.first + timedelta(days=4)) - scene.deps.now()
    for status in (S.WAIT_COMMENT, S.COMPLETE):
        await make.change("UPDATE orders SET status = %s, due_at = NULL", status)
        await look_at(stage, narrow, Moment(status, late=True))
    assert stage.leaks == []


IN_THE_DATABASE = {
    "the door": {"houses", "house_drafts"},
    "the exact latitude": {"houses"},
    "the exact longitude": {"houses"},
    "the host's mobile": {"users"},
    "the guest's mobile": {"users"},
    "the host's real name": {"users"},
    "the guest's real name": {"users"},
    "the token of the exported calendar": {"houses"},
    "the address of the imported calendar": {"feeds"},
    "a message": {"messages"},
}
"""The tables that hold a secret as it is. The others hold none: events, notifications, notices are read by programs."""


async def _nothing_is_kept(stage: Stage, make: Makers, store: Redis, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither in the log, nor in Redis, nor in a table that is not meant for it."""
    places = {"the log": "".join(capfd.readouterr()), "Redis": await _everything(store)}
    found = {
        (name, place) for name, secret in stage.secrets.items() for place, text in places.items() if secret in text
    }
    assert found == set()
    for [table] in [list(row.values()) for row in await make.rows("SHOW TABLES")]:
        text = repr(await make.rows(f"SELECT * FROM `{table}`"))  # noqa: S608  a table of ours
        held = {name for name, secret in stage.secrets.items() if secret in text}
        assert held <= {name for name, tables in IN_THE_DATABASE.items() if table in tables}, table


async def _everything(store: Redis) -> str:
    """Every key and value."""
    read = {"string": store.get, "hash": store.hgetall, "zset": lambda key: store.zrange(key, 0, -1)}
    return "\n".join([f"{key} {await read[await store.type(key)](key)}" for key in await store.keys()])
