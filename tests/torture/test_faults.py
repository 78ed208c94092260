"""MariaDB and Redis killed, frozen and restarted under load (promises 5, 6, 9 and 14)."""

import asyncio
import itertools
import json
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pymysql
import pytest
from redis.asyncio import Redis

from tests.client import COOKIE, Answer, exchange, raw, read_answer
from tests.live import LiveServer
from tests.makers import PASSWORD, WIDE, mobile
from tests.torture.conftest import freeze, kill, restart
from tests.waiting import until
from tools.dev_services import DevServices
from utils.mysql import connection_options

pytestmark = pytest.mark.torture
WORKERS = 16


@pytest.fixture
def server(own_backing: DevServices, tmp_path: Path) -> Iterator[LiveServer]:
    settings = own_backing.settings(tmp_path) | {"bcrypt_cost": 4}
    live = LiveServer(settings | WIDE, tmp_path / "server.log")
    yield live
    live.stop()


class Load:
    """People who sign up, sign in and look who they are, without a pause; keeps a record of every answer."""

    def __init__(self, server: LiveServer, outbox: Path) -> None:
        self._server = server
        self._outbox = outbox
        self._ids = itertools.count()
        self._running = True
        self.longest = 0.0
        self.outcomes: Counter[tuple[str, int, int]] = Counter()
        self.registered: dict[str, int] = {}
        self.mixed_up: list[str] = []
        self.last_success = 0.0

    async def run(self) -> None:
        await asyncio.gather(*(self._person() for _ in range(WORKERS)))

    def stop(self) -> None:
        self._running = False

    @property
    def refused(self) -> int:
        """How many answers were a 503."""
        return sum(count for (_, status, _), count in self.outcomes.items() if status == 503)

    async def _ask(self, verb: str, path: str, json: object = None, session: str | None = None) -> Answer:
        started = time.monotonic()
        async with asyncio.timeout(10):
            received = await exchange(self._server.port, raw(verb, path, json=json, session=session))
        self.longest = max(self.longest, time.monotonic() - started)
        answer = read_answer(received)
        errno = 0 if answer.body.startswith(b"\xff\xd8") else answer.errno
        self.outcomes[path.split("?", maxsplit=1)[0], answer.status, errno] += 1
        return answer

    async def _person(self) -> None:
        while self._running:
            number = mobile()
            code = await self._sms_code(number)
            if code is None:
                continue
            body = {"mobile": number, "sms_code": code, "password": PASSWORD}
            answer = await self._ask("POST", "/api/v1.0/users", body)
            if answer.errno != 0:
                continue
            self.registered[number] = answer.data["user_id"]
            await self._live(number)

    async def _sms_code(self, number: str) -> str | None:
        """Asked for twice, of which one must be refused."""
        for _ in range(2):
            picture = f"p{next(self._ids)}"
            if (await self._ask("GET", f"/api/imagecode?codeid={picture}")).status != 200:
                continue
            text = self._find("captcha", "id", picture)["text"]
            await self._ask("POST", "/api/smscode", {"mobile": number, "id": picture, "text": text})
        sent = self._find("sms", "mobile", number)
        return sent.get("code")

    async def _live(self, number: str) -> None:
        for _ in range(random.randrange(5)):
            answer = await self._ask("POST", "/api/v1.0/sessions", {"mobile": number, "password": PASSWORD})
            if answer.errno != 0:
                continue
            session = answer.headers["Set-Cookie"].partition(";")[0].removeprefix(f"{COOKIE}=")
            for _ in range(5):
                who = await self._ask("GET", "/api/v1.0/session", session=session)
                if who.errno == 0:
                    self.last_success = time.monotonic()
                    if who.data["mobile"] != number:
                        self.mixed_up.append(number)

    def _find(self, kind: str, field: str, value: str) -> dict[str, str]:
        with (self._outbox / f"{kind}-outbox.jsonl").open() as file:
            found = [line for line in file if value in line]
        records = [json.loads(line) for line in found]
        return next((record for record in records if record[field] == value), {})


@pytest.mark.parametrize("name", ["mariadb", "redis"])
@pytest.mark.parametrize("harm", [kill, freeze, restart])
async def test_a_store_that_fails_under_load(
    server: LiveServer,
    own_backing: DevServices,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    harm: Callable[..., Callable[[], None]],
) -> None:
    load = Load(server, tmp_path)
    running = asyncio.create_task(load.run())
    await until(lambda: len(load.registered) >= 20 and load.last_success > 0)
    heal = await asyncio.to_thread(harm, name, own_backing)
    refused = load.refused
    await until(lambda: load.refused >= refused + 3 * WORKERS)
    await asyncio.to_thread(heal)
    healed = time.monotonic()
    async with asyncio.timeout(5):
        while load.last_success < healed:
            await asyncio.sleep(0.02)
    recovery, registered = time.monotonic() - healed, len(load.registered)
    await until(lambda: len(load.registered) >= registered + 20)
    load.stop()
    await running

    with capsys.disabled():
        print(
            f"\n{harm.__name__} {name}: {sum(load.outcomes.values())} answers, longest {load.longest:.2f} s, "
            f"back after {recovery:.2f} s, {len(load.registered)} registered, {_summary(load.outcomes)}"
        )
    assert load.longest < 3
    assert {status for _, status, _ in load.outcomes} <= {200, 400, 401, 403, 404, 409, 429, 503}
    assert load.mixed_up == []
    _nothing_is_half_written(own_backing, load.registered)
    _no_sms_without_its_limit(tmp_path)
    await _every_key_ends(own_backing)
    assert "Traceback" not in server.log.read_text()


def _summary(outcomes: Counter[tuple[str, int, int]]) -> dict[int, int]:
    summary: Counter[int] = Counter()
    for (_, status, _), count in outcomes.items():
        summary[status] += count
    return dict(sorted(summary.items()))


def _nothing_is_half_written(running: DevServices, registered: dict[str, int]) -> None:
    with pymysql.connect(**connection_options(running.database_url)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT mobile, id, password_hash, name FROM users")
        rows = {row[0]: row for row in cursor.fetchall()}
    assert registered
    assert registered.items() <= {number: row[1] for number, row in rows.items()}.items()
    assert all(len(row[2]) == 60 and row[3] == number for number, row in rows.items())


def _no_sms_without_its_limit(outbox: Path) -> None:
    records = [json.loads(line) for line in (outbox / "sms-outbox.jsonl").read_text().splitlines()]
    last: dict[str, datetime] = {}
    for record in records:
        at = datetime.fromisoformat(record["at"])
        before = last.get(record["mobile"])
        assert before is None or (at - before).total_seconds() >= 60
        last[record["mobile"]] = at
    assert last


async def _every_key_ends(running: DevServices) -> None:
    client = Redis.from_url(running.redis_url)
    keys = [key async for key in client.scan_iter(count=1000)]
    async with client.pipeline(transaction=False) as pipe:
        for key in keys:
            pipe.ttl(key)
        lives = await pipe.execute()
    with suppress(Exception):
        await client.aclose()
    assert keys
    assert -1 not in lives
