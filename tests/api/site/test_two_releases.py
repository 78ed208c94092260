"""The server of the last release and this one on the same stores, as during a deployment (docs/operating.md)."""

import asyncio
import itertools
import json
import re
import subprocess
import tarfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis
from tornado.httpclient import AsyncHTTPClient
from tornado.ioloop import IOLoop

from tests.client import Client
from tests.conftest import Stores
from tests.live import ROOT, LiveServer
from tests.makers import HOUSE, PASSWORD, PATIENT, WIDE, day, identity_number, mobile
from tests.migrations import EmptyDatabase
from tools.migrate import migrate

LAST_RELEASE = "6adc354"
"""Release 1.0.0. Each release names the one before it here."""


@pytest.fixture(scope="session")
def last_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source code of the last release."""
    archive = subprocess.run(["git", "archive", LAST_RELEASE], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        pytest.skip(f"this checkout has no history: fetch {LAST_RELEASE}, the last release, to run this test")
    root = tmp_path_factory.mktemp("last-release")
    with tarfile.open(fileobj=BytesIO(archive.stdout)) as files:
        files.extractall(root, filter="data")
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    return root


class Browser(Client):
    """Keeps its cookies while the proxy sends its requests to one server or the other."""

    def __init__(self, releases: "Releases") -> None:
        super().__init__(AsyncHTTPClient(), releases.new.base_url)
        self._releases = releases

    def at(self, server: LiveServer) -> "Browser":
        self._base_url = server.base_url
        self.documented = server is not self._releases.old
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


def settings_of(stores: Stores, outbox: Path) -> dict[str, Any]:
    return PATIENT | {
        "env": "development",
        "database_url": stores.database_url,
        "redis_url": stores.redis_url,
        "outbox": outbox,
        "media": outbox / "media",
        "bcrypt_cost": 4,
        "pictures_ahead": 2,
        "lame_duck_seconds": 0.1,
    }


@pytest.fixture(scope="module")
def both(worker_stores: Stores, last_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Releases]:
    """Both servers, once for all tests of this file."""
    outbox = tmp_path_factory.mktemp("outbox")
    settings = settings_of(worker_stores, outbox)
    with ThreadPoolExecutor() as threads:
        starting = [
            threads.submit(LiveServer, settings, outbox / "old.log", root=last_release),
            threads.submit(LiveServer, settings, outbox / "new.log"),
        ]
    old, new = (start.result() for start in starting)
    yield Releases(old, new, outbox)
    stop(old, new)


def stop(*servers: LiveServer) -> None:
    for server in servers:
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


async def test_both_releases_share_the_cache(releases: Releases, store: Redis) -> None:
    host, _ = await releases.register(releases.old, releases.new)
    house_id = (await host.at(releases.new).post("/api/v1.0/houses", HOUSE)).data["house_id"]
    page, guest, both = f"/api/v1.0/houses/{house_id}", releases.browser(), (releases.old, releases.new)
    for number, server in enumerate(both):
        for reader in both:  # every kind of entry
            for path in (page, "/api/v1.0/houses/index", "/api/v1.0/houses?aid=1", "/"):
                assert (await guest.at(reader).get(path)).status == 200
            assert (await host.at(reader).get("/api/v1.0/session")).errno == 0
        assert await store.keys(f"*:house:{house_id}") == [f"cache:house:{house_id}"]
        title, name = f"名字 {number}", f"host{number}"
        assert (await host.at(server).put(page, HOUSE | {"title": title})).errno == 0
        assert (await host.at(server).put("/api/v1.0/user/name", {"name": name})).errno == 0
        assert [(await guest.at(reader).get(page)).data["house"]["title"] for reader in both] == [title] * 2
        assert [(await host.at(reader).get("/api/v1.0/session")).data["name"] for reader in both] == [name] * 2


async def test_files_of_a_page_are_those_of_its_release(releases: Releases, last_release: Path) -> None:
    """A file of the other release under the hash of this one would be cached for ever.

    Files of npm packages are left out: the last release finds only those that this one has, too.
    """
    for server, other, root in (
        (releases.old, releases.new, last_release),
        (releases.new, releases.old, ROOT),
    ):
        page = (await releases.browser().at(server).get("/")).body.decode()
        found = re.findall(r"/static/[0-9a-f]{12,}/[a-z.-]+", page)
        files = [file for file in found if (root / "static" / Path(file).name).exists()]
        assert len(files) > 2
        for file in files:
            assert (await releases.browser().at(server).get(file)).status == 200, file
            assert (await releases.browser().at(other).get(file)).status == 404, file


async def test_the_schema_expands_while_the_last_release_serves(
    stores: Stores, database: EmptyDatabase, last_release: Path, tmp_path: Path
) -> None:
    """The steps of docs/operating.md, "Upgrade"."""
    migrate(database.url, last_release / "migrations")
    settings = settings_of(stores, tmp_path) | {"database_url": database.url} | WIDE
    old = await asyncio.to_thread(LiveServer, settings, tmp_path / "old.log", root=last_release)
    releases = Releases(old, old, tmp_path)
    try:
        hosts = await expand(releases, database)
        releases.new = await asyncio.to_thread(LiveServer, settings, tmp_path / "new.log")
        await walk(releases, old, releases.new)
        await walk(releases, releases.new, old)
        for server in (old, releases.new):
            found = await releases.browser().at(server).get("/api/v1.0/houses?aid=1&size=50")
            assert len(found.data["houses"]) == min(hosts + 2, 50)
    finally:
        await asyncio.to_thread(stop, *{old, releases.new})


async def expand(releases: Releases, database: EmptyDatabase) -> int:
    """Migrate while people register, publish and search at the old server; how many there were."""
    expanded = asyncio.Event()

    async def serve() -> int:
        count = 0
        while not (expanded.is_set() and count):
            host, _ = await releases.register(releases.old, releases.old)
            assert (await host.at(releases.old).post("/api/v1.0/houses", HOUSE)).errno == 0
            assert (await host.at(releases.old).get("/api/v1.0/houses?aid=1")).data["houses"]
            count += 1
        return count

    serving = asyncio.create_task(serve())
    await asyncio.to_thread(migrate, database.url)
    expanded.set()
    return await serving
