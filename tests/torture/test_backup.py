"""Back up under load, restore into fresh servers: by the commands of docs/operating.md (promise 22)."""

import asyncio
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pymysql
import pytest
from pymysql.cursors import DictCursor

from composition import open_deps
from config import Config, environment
from tests.client import COOKIE, Answer, exchange, raw, read_answer
from tests.live import ROOT, LiveServer
from tests.makers import PASSWORD, WIDE, Makers
from tests.pictures import form, picture
from tests.torture.test_bookings import BRISK, Load, a_load
from tools.dev_services import DevServices, create_database, dev_services
from tools.migrate import migrate
from utils.mysql import connection_options

pytestmark = pytest.mark.torture
SECTION = (ROOT / "docs" / "operating.md").read_text().partition("## Back-up and restore")[2].partition("\n## ")[0]
ACCOUNT = re.findall(r"```sql\n(.*?)```", SECTION, re.DOTALL)[0]
OPTIONS = re.findall(r"^(\S+) = (\S+)$", re.findall(r"```ini\n(.*?)```", SECTION, re.DOTALL)[0], re.MULTILINE)
PLACES, BACK_UP, COPY_LOGS, RESTORE, REPLAY, REDIS, PICTURES, START = re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)


@dataclass(frozen=True)
class Machine:
    """Servers, and the directory of their data and of ihome's pictures."""

    running: DevServices
    var: Path

    def places(self, backup: Path) -> str:
        """The first block of the section, with the places of this machine."""
        redis = self.running.processes["redis"].command
        places = {
            "BACKUP": backup,
            "MARIADB": f"--defaults-extra-file={self._account('backup', 'choose-a-password')}",
            "ADMIN": f"--defaults-extra-file={self._account('root', '')}",
            "REDIS": f'"redis-cli -s {self.running.redis_url.removeprefix("unix://").partition("?")[0]}"',
            "REDIS_SERVER": f'"{" ".join(redis)}"',
            "REDIS_DATA": self.var / "redis",
            "MEDIA": self.var / "media",
        }
        head = PLACES.splitlines()[0]
        assert [line.partition("=")[0] for line in PLACES.splitlines()[1:]] == list(places)
        return "\n".join([head, *(f"{name}={value}" for name, value in places.items())]) + "\n"

    def _account(self, user: str, password: str) -> Path:
        path = self.var / f"{user}.cnf"
        socket = connection_options(self.running.database_url)["unix_socket"]
        path.write_text(f"[client]\nuser={user}\npassword={password}\nsocket={socket}\n")
        return path


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Machine]:
    with a_machine(tmp_path / "old") as machine:
        create_database(machine.running.database_url)
        migrate(machine.running.database_url)
        yield machine


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Machine]:
    with a_machine(tmp_path / "fresh") as machine:
        yield machine


@contextmanager
def a_machine(var: Path) -> Iterator[Machine]:
    """MariaDB as the section configures it, with the account that it makes, and Redis."""
    with dev_services(var) as running:
        if len(running.processes) < 2:
            pytest.skip("these servers are not ours: unset IHOME_DATABASE_URL and IHOME_REDIS_URL")
        mariadb = running.processes["mariadb"]
        mariadb.command.extend(f"--{name}={value}" for name, value in OPTIONS)
        mariadb.start()
        machine = Machine(running, var)
        bash(machine.places(var / "nowhere") + f'mariadb "$ADMIN" -e "{ACCOUNT}"')
        yield machine


def bash(script: str, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        ["bash", "-ec", script], cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, f"{script}\n{done.stdout}{done.stderr}"
    return done.stdout


def rows(machine: Machine, sql: str) -> list[dict[str, Any]]:
    options = connection_options(machine.running.database_url)
    with pymysql.connect(**options, cursorclass=DictCursor) as connection, connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def settings_of(machine: Machine) -> dict[str, Any]:
    own = {"bcrypt_cost": 4, "limit_sms_per_mobile": "1/1h", "media": machine.var / "media"}
    return machine.running.settings(machine.var) | WIDE | BRISK | own


async def ask(server: LiveServer, verb: str, path: str, **sent: Any) -> Answer:
    return read_answer(await exchange(server.port, raw(verb, path, **sent)))


def cookie(answer: Answer) -> str:
    [found] = [one for one in answer.headers.get_list("Set-Cookie") if one.startswith(f"{COOKIE}=")]
    return found.partition(";")[0].removeprefix(f"{COOKIE}=")


async def test_what_was_acknowledged_before_the_back_up_is_restored(
    old: Machine, fresh: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup = tmp_path / "backup"
    story = Story(old, tmp_path)
    before, replayed = await story.run(lambda block: bash(old.places(backup) + block))
    started = time.monotonic()
    bash(fresh.places(backup) + RESTORE)
    assert before <= {order["id"] for order in rows(fresh, "SELECT id FROM orders")}
    bash(fresh.places(backup) + REPLAY)
    for table in ("orders", "order_events", "house_nights", "house_images", "users", "listings"):
        sql = f"SELECT * FROM {table} ORDER BY 1, 2"  # noqa: S608
        assert rows(fresh, sql) == rows(old, sql), table
    assert replayed <= {order["id"] for order in rows(fresh, "SELECT id FROM orders")}
    fresh.running.processes["redis"].stop()
    bash(fresh.places(backup) + REDIS)
    fresh.running.processes["redis"].start()
    bash(fresh.places(backup) + PICTURES)
    bash(START, environment(**settings_of(fresh)))
    took = time.monotonic() - started
    await story.judge(fresh)
    with capsys.disabled():
        print(
            f"\nbacked up under load: {len(before)} orders before, {len(replayed)} at the end; restored in {took:.1f} s"
        )


class Story:
    """Guests who book while the back-up is made, a session that ends after it, a limit that was reached before it."""

    def __init__(self, machine: Machine, directory: Path) -> None:
        self._machine = machine
        self._log = directory / "server.log"
        self._settings = settings_of(machine)

    async def run(self, do: Any) -> tuple[set[int], set[int]]:
        """The orders that were acknowledged before the back-up began, and those at the end."""
        server = LiveServer(self._settings, self._log, processes=2)
        try:
            async with open_deps(Config.model_validate(self._settings)) as deps:
                make = Makers(deps, self._machine.var)
                load = await a_load(server, deps, make)
                running = asyncio.create_task(load.run())
                await self._prepare(server, make)
                await self._picture(server, load)
                before = await _after_more(load)
                await asyncio.to_thread(do, BACK_UP)
                assert not running.done()
                assert (await ask(server, "DELETE", "/api/v1.0/session", session=self._ended)).errno == 0
                await self._picture(server, load)
                await _after_more(load)
                load.stop()
                async with asyncio.timeout(60):
                    await running
                await asyncio.to_thread(do, COPY_LOGS)
                return before, set(load.booked.values())
        finally:
            server.stop()

    async def judge(self, machine: Machine) -> None:
        """No session lives, also none that had not ended; the limit still holds; pictures are there; people sign in."""
        server = LiveServer(settings_of(machine), self._log)
        try:
            async with open_deps(Config.model_validate(settings_of(machine))) as deps:
                make = Makers(deps, machine.var)
                for session in (self._ended, self._open):
                    assert (await ask(server, "GET", "/api/v1.0/user", session=session)).errno == 4101
                refused = await self._sms(server, make)
                assert (refused.status, refused.data["reason"]) == (429, "rate_limited")
                [house] = {row["house_id"] for row in rows(machine, "SELECT DISTINCT house_id FROM house_images")}
                shown = await ask(server, "GET", f"/api/v1.0/houses/{house}")
                urls = [image["url"] for image in shown.data["house"]["images"]]
                assert len(urls) == 2
                for url in urls:
                    received = await exchange(server.port, raw("GET", url))
                    assert b" 200 OK" in received[:20], url
                body = {"mobile": self._user.mobile, "password": PASSWORD}
                assert (await ask(server, "POST", "/api/v1.0/sessions", json=body)).errno == 0
        finally:
            server.stop()

    async def _prepare(self, server: LiveServer, make: Makers) -> None:
        self._user = await make.user()
        body = {"mobile": self._user.mobile, "password": PASSWORD}
        signed_in = [await ask(server, "POST", "/api/v1.0/sessions", json=body) for _ in range(2)]
        self._ended, self._open = [cookie(answer) for answer in signed_in]
        assert (await ask(server, "GET", "/api/v1.0/user", session=self._ended)).errno == 0
        assert (await self._sms(server, make)).errno == 0

    async def _sms(self, server: LiveServer, make: Makers) -> Answer:
        body = {"mobile": "13911112222", "id": "123", "text": await make.picture()}
        return await ask(server, "POST", "/api/v1.0/smscode", json=body)

    async def _picture(self, server: LiveServer, load: Load) -> None:
        body, headers = form(picture(), field="house_image")
        path = f"/api/v1.0/houses/{load.houses[0]}/images"
        answer = await ask(server, "POST", path, body=body, headers=headers, session=load.host)
        assert answer.errno == 0, answer.json


async def _after_more(load: Load) -> set[int]:
    """The orders that are acknowledged, once there are twenty more."""
    already = len(load.booked)
    async with asyncio.timeout(60):
        while len(load.booked) < already + 20:
            await asyncio.sleep(0.05)
    return set(load.booked.values())
