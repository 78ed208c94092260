"""Streams of events while servers are killed, Redis is flushed and killed, and MariaDB is killed: 1, 2, 3 … to n."""

import asyncio
import itertools
import json
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from redis.asyncio import Redis

from composition import open_deps
from config import Config
from models.types import UserId
from services.deps import Deps
from services.events import recording
from services.events.types import AccountChange
from tests.live import LiveServer, unused_port
from tests.makers import WIDE, Makers
from tests.streams import EventSource, listen
from tests.torture.conftest import kill, restart
from tests.waiting import until
from tools.dev_services import DevServices
from utils.mysql import DatabaseUnavailable, OutcomeUnknown, Queries, StatementFailed
from utils.redis import RedisUnavailable

pytestmark = pytest.mark.torture
USERS, CLIENTS, SECONDS = 12, 3, 60
TYPE = "user.device_signed_in"


class Listener:
    """One client: reconnects to either server behind the last number that it has seen."""

    def __init__(self, user_id: int, sessions: dict[int, str], ports: Sequence[int], chance: random.Random) -> None:
        self.user_id = user_id
        self._sessions = sessions
        self._ports = ports
        self._chance = chance
        self.told: list[tuple[int, str]] = []
        """Each event's number, and what it tells."""
        self.connections: Counter[int] = Counter()
        """By status."""

    async def run(self) -> None:
        last = "0"
        while True:
            with suppress(OSError, TimeoutError, asyncio.IncompleteReadError):
                async with asyncio.timeout(10):
                    stream = await listen(self._chance.choice(self._ports), self._sessions[self.user_id], last)
                self.connections[stream.status] += 1
                try:
                    async with asyncio.timeout(self._chance.expovariate(1 / 5)):
                        await self._read(stream)
                finally:
                    last = stream.last_id
                    await stream.close()
            await asyncio.sleep(self._chance.uniform(0, 0.3))

    async def _read(self, stream: EventSource) -> None:
        if stream.status == 200:
            async for told in stream:
                if told.type == TYPE:  # and no end of the stream
                    self.told.append((int(told.id), told.data["data"]["device"]))


class Writer:
    """Records events of random users, several in a transaction, some of which are rolled back."""

    def __init__(self, deps: Deps, users: Sequence[int], chance: random.Random) -> None:
        self._deps = deps
        self._users = users
        self._chance = chance
        self._numbers = itertools.count()
        self.unknown = 0

    async def run(self) -> None:
        while True:
            users = self._chance.sample(self._users, self._chance.randint(1, 3))
            with suppress(ZeroDivisionError, DatabaseUnavailable, StatementFailed):
                try:
                    await self._record(users, fails=self._chance.random() < 0.1)
                except OutcomeUnknown:
                    self.unknown += 1
            await asyncio.sleep(self._chance.uniform(0, 0.02))

    async def _record(self, users: Sequence[int], *, fails: bool) -> None:
        audience = [UserId(user) for user in users]

        async def work(queries: Queries) -> None:
            payload = AccountChange(audience[0], device=f"{next(self._numbers)}")
            await recording.record(self._deps, queries, TYPE, payload, audience, [])
            if fails:
                raise ZeroDivisionError

        await self._deps.db.transact(work)


class Storm:
    """Two servers and their stores, harmed at random."""

    def __init__(self, backing: DevServices, directory: Path, deps: Deps, chance: random.Random) -> None:
        self._backing = backing
        self._directory = directory
        self._deps = deps
        self._chance = chance
        self._settings = settings_of(backing, directory)
        self.ports = [unused_port(), unused_port()]
        self._servers = [self._start(number) for number in range(2)]
        self.sessions: dict[int, str] = {}
        self.harms: Counter[str] = Counter()

    def _start(self, number: int) -> LiveServer:
        return LiveServer(self._settings | {"port": self.ports[number]}, self._directory / f"server-{number}.log")

    async def sign_in(self, users: Sequence[int]) -> None:
        """Open a session for each, as soon as Redis answers."""

        async def done() -> bool:
            with suppress(RedisUnavailable):
                for user in users:
                    self.sessions[user] = await self._deps.sessions.open(user, address="127.0.0.1", device="test")
                return True
            return False

        await until(done)

    async def rage(self, seconds: float, users: Sequence[int]) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            await asyncio.sleep(self._chance.uniform(0.5, 2))
            harm = self._chance.choice(("server", "server", "flush", "redis", "mariadb"))
            self.harms[harm] += 1
            await self._harm(harm)
            await self.sign_in(users)

    async def _harm(self, harm: str) -> None:
        if harm == "server":
            number = self._chance.randrange(2)
            self._servers[number].process.send_signal(signal.SIGKILL)
            await asyncio.to_thread(self._servers[number].process.wait)
            self._servers[number] = await asyncio.to_thread(self._start, number)
        elif harm == "flush":
            async with Redis.from_url(self._backing.redis_url) as client:
                await client.flushall()
        else:
            how = self._chance.choice((kill, restart))
            heal: Callable[[], None] = await asyncio.to_thread(how, harm, self._backing)
            await asyncio.sleep(self._chance.uniform(0, 2))
            await asyncio.to_thread(heal)

    def stop(self) -> None:
        for server in self._servers:
            server.stop()


def settings_of(backing: DevServices, directory: Path) -> dict[str, Any]:
    own = {"bcrypt_cost": 4, "stream_session_seconds": 2, "streams_per_address": 1000}
    return backing.settings(directory) | WIDE | own


async def finish(tasks: Iterable[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _recorded(make: Makers) -> dict[int, list[tuple[int, str]]]:
    """What MariaDB has of each user, as listeners keep it."""
    rows = await make.rows(
        """SELECT user_id, seq, payload FROM stream_events JOIN events ON events.id = event_id
           ORDER BY user_id, seq"""
    )
    recorded: dict[int, list[tuple[int, str]]] = {}
    for row in rows:
        recorded.setdefault(row["user_id"], []).append((row["seq"], json.loads(row["payload"])["device"]))
    assert all([seq for seq, _ in each] == list(range(1, len(each) + 1)) for each in recorded.values())
    return recorded


async def test_every_client_has_every_event_once_and_in_order(
    own_backing: DevServices, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = random.Random(16)
    async with open_deps(Config.model_validate(settings_of(own_backing, tmp_path))) as deps:
        make, storm = Makers(deps, tmp_path), Storm(own_backing, tmp_path, deps, chance)
        users = [(await make.user()).id for _ in range(USERS)]
        await storm.sign_in(users)
        listeners = [Listener(user, storm.sessions, storm.ports, chance) for user in users for _ in range(CLIENTS)]
        writer = Writer(deps, users, chance)
        listening = [asyncio.create_task(each.run()) for each in listeners]
        writing = [asyncio.create_task(writer.run()) for _ in range(4)]
        await storm.rage(SECONDS, users)
        await finish(writing)
        recorded = await _recorded(make)
        begun = time.monotonic()
        await until(lambda: all(len(each.told) >= len(recorded[each.user_id]) for each in listeners))
        caught_up = time.monotonic() - begun
        await finish(listening)
    storm.stop()
    statuses = sum((each.connections for each in listeners), Counter[int]())
    with capsys.disabled():
        print(
            f"\n{sum(map(len, recorded.values()))} events of {USERS} users, {len(listeners)} clients, "
            f"{sum(len(each.told) for each in listeners)} deliveries over {dict(statuses)} connections; "
            f"{dict(storm.harms)}; {writer.unknown} commits of unknown outcome; "
            f"all had everything {caught_up:.1f} s after the last event"
        )
    for each in listeners:
        assert each.told == recorded[each.user_id]
    for number in range(2):
        assert "Traceback" not in (tmp_path / f"server-{number}.log").read_text()
