"""What streams of events cost one process: `make bench-streams`, some three minutes.

Ten thousand users listen, from five addresses. Measured are the server's memory and processor time while nothing
happens, how long events take from before their transaction to the client, and the p99 of a house page without streams,
beside idle ones, and while events happen. The server has the first core to itself.
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import orjson

from bench.load import _status
from bench.servers import IHOME, PORT, Served, pin_this_process, production, served
from composition import open_deps
from config import Config
from models.types import UserId
from services.deps import Deps
from services.events import recording
from services.events.types import AccountChange
from tools import demo
from tools.dev_services import create_database, dev_services
from tools.migrate import migrate
from utils.mysql import Queries

RESULTS = Path(__file__).parent / "results" / "streams.json"
_PROCESSES, _EVERY = 5, 0.01
_PAGE = b"GET /api/v1.0/houses/%d HTTP/1.1\r\nHost: ihome.example\r\n\r\n"


class Crowd:
    """The processes of the clients."""

    def __init__(self, stack: ExitStack, directory: Path, sessions: Sequence[str]) -> None:
        self._processes: list[subprocess.Popen[bytes]] = []
        for number in range(_PROCESSES):
            file = directory / f"sessions-{number}"
            file.write_text("\n".join(sessions[number::_PROCESSES]))
            command = [sys.executable, "-m", "bench.stream_clients"]
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            stack.callback(process.wait)
            stack.callback(process.kill)
            self._processes.append(process)
            self._write(process, f"{PORT} 127.0.2.{number + 1} {file}\n".encode())

    @staticmethod
    def _write(process: subprocess.Popen[bytes], line: bytes) -> None:
        if process.stdin is not None:
            process.stdin.write(line)
            process.stdin.flush()

    def connected(self) -> dict[str, Any]:
        """Wait until all clients are connected; returns the sums of what they report."""
        lines = [orjson.loads(process.stdout.readline()) for process in self._processes if process.stdout]
        return {name: sum((line[name] for line in lines), [] if name == "delays" else 0) for name in lines[0]}

    def report(self) -> dict[str, Any]:
        """The sums of what the clients have been sent since the last report."""
        for process in self._processes:
            self._write(process, b"report\n")
        return self.connected()


def percentile(values: Sequence[float], share: float) -> float:
    """In ms; 0 of nothing."""
    return round(sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000, 1) if values else 0.0


async def browse(seconds: float, houses: Sequence[int]) -> list[float]:
    """Request a house page every 10 ms, each due at its time; returns how long each took."""
    loop = asyncio.get_running_loop()
    started, pages = loop.time(), list[asyncio.Task[float]]()

    async def page(house_id: int) -> float:
        begun = loop.time()
        await _status(_PAGE % house_id)
        return loop.time() - begun

    while loop.time() - started < seconds:
        pages.append(asyncio.create_task(page(houses[len(pages) % len(houses)])))
        await asyncio.sleep(started + len(pages) * _EVERY - loop.time())
    return await asyncio.gather(*pages)


async def tell(deps: Deps, user_id: int) -> None:
    """Record an event that holds the time."""
    payload, user = AccountChange(UserId(user_id), device=f"{time.time()}"), UserId(user_id)

    async def work(queries: Queries) -> None:
        await recording.record(deps, queries, "user.device_signed_in", payload, [user], [user])

    await deps.db.transact(work)


async def tell_some(deps: Deps, users: Sequence[int], seconds: float, per_second: int) -> int:
    """Record so many events a second; returns how many."""
    loop = asyncio.get_running_loop()
    started, told = loop.time(), list[asyncio.Task[None]]()
    while loop.time() - started < seconds:
        told.append(asyncio.create_task(tell(deps, users[len(told) * 7 % len(users)])))
        await asyncio.sleep(started + len(told) / per_second - loop.time())
    await asyncio.gather(*told)
    return len(told)


async def people(deps: Deps, count: int) -> dict[int, str]:
    """So many new users, with a session each."""
    sql = """INSERT INTO users (mobile, name, password_hash)
             SELECT 15000000000 + seq, 15000000000 + seq, '' FROM seq_1_to_100000 WHERE seq <= %s"""
    await deps.db.transact(lambda queries: queries.run(sql, count))
    async with deps.db.connection() as queries:
        rows = await queries.all("SELECT id FROM users WHERE mobile > 15000000000 ORDER BY id")
    users, sessions = [row["id"] for row in rows], dict[int, str]()
    for some in (users[start : start + 500] for start in range(0, len(users), 500)):
        opened = (deps.sessions.open(user_id, address="127.0.0.1", device="bench") for user_id in some)
        sessions |= dict(zip(some, await asyncio.gather(*opened), strict=True))
    return sessions


async def measure(
    deps: Deps, server: Served, sessions: Mapping[int, str], directory: Path, seconds: float
) -> dict[str, Any]:
    """All figures; `directory` is for files of ours."""
    async with deps.db.connection() as queries:
        houses = [row["id"] for row in await queries.all("SELECT id FROM houses ORDER BY id LIMIT 50")]
    users, crowd = list(sessions), list(sessions.values())
    await browse(3, houses)  # warms up
    found: dict[str, Any] = {"streams": len(crowd), "load": [round(each, 1) for each in os.getloadavg()]}
    found["memory_before_mib"] = round(server.memory_mib())
    alone = await browse(seconds, houses)
    with ExitStack() as stack:
        begun = time.monotonic()
        clients = Crowd(stack, directory, crowd)
        await asyncio.to_thread(clients.connected)
        found["connect_seconds"] = round(time.monotonic() - begun, 1)
        await asyncio.sleep(20)  # until every stream has had a heartbeat
        before = server.cpu_seconds()
        await asyncio.to_thread(clients.report)
        await asyncio.sleep(seconds)
        idle = await asyncio.to_thread(clients.report)
        found["memory_mib"] = round(server.memory_mib())
        found["idle_cpu_share"] = round((server.cpu_seconds() - before) / seconds, 3)
        found["open"], found["lost"] = idle["open"], idle["lost"]
        found["heartbeats_per_second"] = round(idle["heartbeats"] / seconds)
        beside = await browse(seconds, houses)
        pages, told = await asyncio.gather(browse(seconds, houses), tell_some(deps, users, seconds, 50))
        await asyncio.sleep(1)
        delays = (await asyncio.to_thread(clients.report))["delays"]
        found["events"], found["arrived"] = told, len(delays)
        found |= {f"delay_p{round(share * 100)}_ms": percentile(delays, share) for share in (0.5, 0.99)}
        for name, times in (("alone", alone), ("beside_idle_streams", beside), ("beside_events", pages)):
            found |= {f"page_{name}_p{round(share * 100)}_ms": percentile(times, share) for share in (0.5, 0.99)}
        found["memory_at_the_end_mib"] = round(server.memory_mib())
    return found


@asynccontextmanager
async def _opened(settings: dict[str, Any]) -> AsyncIterator[Deps]:
    async with open_deps(Config.model_validate(settings)) as deps:
        yield deps


@contextmanager
def _stores() -> Iterator[tuple[dict[str, Any], Path]]:
    with tempfile.TemporaryDirectory(prefix="ihome-bench-") as name, dev_services(Path(name)) as running:
        create_database(running.database_url)
        migrate(running.database_url)
        own = {"streams_per_address": 12_000, "bcrypt_cost": 12, "stream_seconds": 3600}
        yield production(running, Path(name)) | own, Path(name)


async def _run(count: int, seconds: float) -> dict[str, Any]:
    with _stores() as (settings, directory):
        async with _opened(settings) as deps:
            await demo.load(deps)
            sessions = await people(deps, count)
            with served(IHOME, settings, directory / "server.log") as server:
                return await measure(deps, server, sessions, directory, seconds)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--streams", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=20)
    arguments = parser.parse_args()
    pin_this_process()
    found = asyncio.run(_run(arguments.streams, arguments.seconds))
    RESULTS.write_text(orjson.dumps(found, option=orjson.OPT_INDENT_2).decode() + "\n")
    for name, value in found.items():
        print(f"{name:32} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
