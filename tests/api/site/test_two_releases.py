"""The server of the last release and this one on the same stores, as during a deployment (docs/operating.md)."""

import itertools
import json
import subprocess
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from redis.asyncio import Redis
from tornado.httpclient import AsyncHTTPClient
from tornado.ioloop import IOLoop

from tests.client import Client
from tests.conftest import Stores
from tests.live import ROOT, LiveServer
from tests.makers import HOUSE, PASSWORD, day, identity_number, mobile
from tests.waiting import until

LAST_RELEASE = "cd1aa98"
"""Release 0.1.0. Each release names the one before it here."""


@pytest.fixture(scope="session")
def last_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source code of the last release."""
    archive = subprocess.run(["git", "archive", LAST_RELEASE], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        pytest.skip(f"this checkout has no history: fetch {LAST_RELEASE}, the last release, to run this test")
    root = tmp_path_factory.mktemp("last-release")
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as files:
        files.extractall(root, filter="data")
    return root


class Browser(Client):
    """Keeps its cookies while the proxy sends its requests to one server or the other."""

    def __init__(self, releases: "Releases") -> None:
        super().__init__(AsyncHTTPClient(), releases.new.base_url)
        self._releases = releases

    def at(self, server: LiveServer) -> "Browser":
        self._base_url = server.base_url
        self.documented = server is self._releases.new
        return self


class Releases:
    """Both servers, on one MariaDB, Redis, outbox and directory of pictures. This release's migrations are applied."""

    def __init__(self, old: LiveServer, new: LiveServer, outbox: Path) -> None:
        self.old = old
        self.new = new
        self._outbox = outbox
        self._numbers = itertools.count()

    def browser(self) -> Browser:
        return Browser(self)

    async def register(self, here: LiveServer, there: LiveServer) -> tuple[Browser, str]:
        """Draw a picture here, request an SMS code there, and register here with a real name: the browser, signed in,
        and the mobile."""
        browser, number = self.browser(), mobile()
        assert (await browser.at(here).get("/api/v1.0/imagecode/walk")).status == 200
        picture = {"piccode_id": "walk", "piccode": self._last("captcha-outbox.jsonl")["text"]}
        assert (await browser.at(there).post("/api/v1.0/smscode", {"mobile": number, **picture})).errno == 0
        body = {"mobile": number, "password": PASSWORD, "sms_code": self._last("sms-outbox.jsonl")["code"]}
        assert (await browser.at(here).post("/api/v1.0/users", body)).errno == 0
        identity = {"real_name": "张三", "id_card": identity_number(next(self._numbers))}
        assert (await browser.at(there).post("/api/v1.0/user/auth", identity)).errno == 0
        return browser, number

    def _last(self, outbox: str) -> dict[str, str]:
        record: dict[str, str] = json.loads((self._outbox / outbox).read_text().splitlines()[-1])
        return record


@pytest.fixture(scope="module")
def both(worker_stores: Stores, last_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Releases]:
    """Both servers, once for all tests of this file."""
    outbox = tmp_path_factory.mktemp("outbox")
    settings = {
        "env": "development",
        "database_url": worker_stores.database_url,
        "redis_url": worker_stores.redis_url,
        "outbox": outbox,
        "media": outbox / "media",
        "bcrypt_cost": 4,
        "pictures_ahead": 2,
        "lame_duck_seconds": 0.1,
    }
    with ThreadPoolExecutor() as threads:
        starting = [
            # the last release calls this setting IHOME_KEPT_SECONDS
            threads.submit(LiveServer, settings | {"kept_seconds": 2}, outbox / "old.log", root=last_release),
            threads.submit(LiveServer, settings | {"cache_seconds": 2}, outbox / "new.log"),
        ]
    old, new = (start.result() for start in starting)
    yield Releases(old, new, outbox)
    for server in (old, new):
        server.stop()
        assert "Traceback" not in server.log.read_text()


@pytest.fixture
def releases(both: Releases, stores: Stores, io_loop: IOLoop) -> Releases:
    """Both servers, on empty stores."""
    return both


async def test_codes_sessions_and_orders_pass_between_two_releases(releases: Releases) -> None:
    await walk(releases, releases.old, releases.new)
    await walk(releases, releases.new, releases.old)


async def walk(releases: Releases, here: LiveServer, there: LiveServer) -> None:
    host, number = await releases.register(here, there)
    house_id = (await host.at(here).post("/api/v1.0/houses", HOUSE)).data["house_id"]
    guest, _ = await releases.register(there, here)
    # one books where the other does not look
    stay = {"house_id": house_id, "start_date": f"{day(20)}", "end_date": f"{day(22)}"}
    order_id = (await guest.at(there).post("/api/v1.0/orders", stay)).data["order_id"]
    assert (await guest.at(here).post("/api/v1.0/orders", stay)).status == 409
    assert (await host.at(here).put(f"/api/v1.0/orders/{order_id}/status", {"action": "accept"})).errno == 0
    assert (await guest.at(there).get(f"/api/v1.0/orders/{order_id}")).data["order"]["status"] == "WAIT_PAYMENT"
    # a session that ends at one release ends at the other
    ended = host.session
    assert (await host.at(there).delete("/api/v1.0/session")).errno == 0
    host.session = ended
    assert (await host.at(here).get("/api/v1.0/session")).status == 401
    # a password change at one release ends the sessions of the other
    credentials = {"mobile": number, "password": PASSWORD}
    phone = releases.browser()
    assert (await phone.at(here).post("/api/v1.0/sessions", credentials)).errno == 0
    assert (await host.at(there).post("/api/v1.0/sessions", credentials)).errno == 0
    devices = (await host.at(here).get("/api/v1.0/user/sessions")).data["sessions"]
    assert [device["current"] for device in devices] == [True, False]
    change = {"old_password": PASSWORD, "password": "another long password"}
    assert (await host.at(there).put("/api/v1.0/user/password", change)).errno == 0
    assert (await phone.at(here).get("/api/v1.0/session")).status == 401
    assert (await host.at(here).get("/api/v1.0/session")).errno == 0


async def test_the_last_release_lists_and_ends_the_sessions_of_apps(releases: Releases) -> None:
    browser, number = await releases.register(releases.new, releases.old)
    app, credentials = releases.browser(), {"mobile": number, "password": PASSWORD}
    for end in ("device", "password"):
        tokens = (await app.at(releases.new).post("/api/v1.0/tokens", credentials)).data
        assert (await app.at(releases.old).post("/api/v1.0/sessions", credentials)).errno == 0
        bearer = {"Authorization": f"Bearer {tokens['access_token']}"}
        assert (await app.at(releases.new).get("/api/v1.0/session", headers=bearer)).data["mobile"] == number
        listed = (await app.at(releases.new).get("/api/v1.0/user/sessions", headers=bearer)).data["sessions"]
        [own] = [session["id"] for session in listed if session["current"]]
        assert own in [
            each["id"] for each in (await browser.at(releases.old).get("/api/v1.0/user/sessions")).data["sessions"]
        ]
        if end == "device":
            assert (await browser.at(releases.old).delete(f"/api/v1.0/user/sessions/{own}")).errno == 0
        else:
            change = {"old_password": PASSWORD, "password": "another long password"}
            assert (await browser.at(releases.old).put("/api/v1.0/user/password", change)).errno == 0
        assert (await app.at(releases.new).get("/api/v1.0/session", headers=bearer)).status == 401
        refused = await app.post("/api/v1.0/tokens/refresh", {"refresh_token": tokens["refresh_token"]})
        assert refused.status == 401


async def test_two_releases_share_their_limits(releases: Releases) -> None:
    wrong, servers = {"mobile": mobile(), "password": PASSWORD}, (releases.old, releases.new)
    sent = [await releases.browser().at(server).post("/api/v1.0/sessions", wrong) for server in servers * 3]
    assert [answer.errno for answer in sent] == [4004] * 5 + [4201]


async def test_each_release_reads_its_own_entries_of_the_cache(releases: Releases, store: Redis) -> None:
    old, new = releases.old, releases.new
    host, _ = await releases.register(old, new)
    house_id = (await host.at(new).post("/api/v1.0/houses", HOUSE)).data["house_id"]
    page = f"/api/v1.0/houses/{house_id}"
    guest = releases.browser()

    async def title(server: LiveServer) -> str:
        shown: str = (await guest.at(server).get(page)).data["house"]["title"]
        return shown

    async def name(server: LiveServer) -> str:
        known: str = (await host.at(server).get("/api/v1.0/session")).data["name"]
        return known

    for server in (old, new):  # every kind of entry, of both releases
        assert await title(server) == HOUSE["title"]
        await name(server)
        for path in ("/api/v1.0/houses/index", "/api/v1.0/houses?aid=1", "/"):
            assert (await guest.at(server).get(path)).status == 200
    assert set(await store.keys(f"*:house:{house_id}")) == {f"kept:house:{house_id}", f"cache:house:{house_id}"}
    # this release removes the entries of both
    assert (await host.at(new).put(page, HOUSE | {"title": "一"})).errno == 0
    assert (await host.at(new).put("/api/v1.0/user/name", {"name": "新名字"})).errno == 0
    assert [await title(old), await title(new)] == ["一", "一"]
    assert [await name(old), await name(new)] == ["新名字", "新名字"]
    # the last one removes its own only: this release shows its change when the entry has expired
    assert (await host.at(old).put(page, HOUSE | {"title": "二"})).errno == 0
    assert await title(old) == "二"

    async def is_shown() -> bool:
        return await title(new) == "二"

    await until(is_shown)
