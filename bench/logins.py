"""How long /livez takes while forty people log in at once: ihome, and a server that hashes in its event loop.

    make bench

A client process asks /livez every 5 ms over connections of its own, first alone, then while forty logins run; each
server gets three rounds in turn. bcrypt has cost 12 in both.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median
from typing import Any

import orjson

from config import Config, environment
from server import open_deps
from tools import demo
from tools.backing import backing, create_database
from tools.migrate import migrate

ROUNDS, LOGINS, PAUSE = 3, 40, 0.005
IHOME, INLINE = 8790, 8791
WIDE = {f"limit_login_{who}": "1000000/1m" for who in ("per_mobile", "per_ip", "overall")}


async def ask(port: int, verb: str, path: str, body: bytes = b"") -> int:
    """The status of one request over a connection of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"{verb} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {len(body)}\r\n\r\n"
    writer.write(head.encode() + body)
    answer = await reader.read()
    writer.close()
    return int(answer[9:12])


async def knock(port: int, until: asyncio.Event) -> list[float]:
    """Milliseconds that /livez took, each time."""
    times = []
    while not until.is_set():
        started = time.perf_counter()
        await ask(port, "GET", "/livez")
        times.append((time.perf_counter() - started) * 1000)
        await asyncio.sleep(PAUSE)
    return times


async def measure(port: int) -> tuple[list[float], float, int]:
    """Times of /livez during the logins, seconds the logins took, how many of them were told to wait."""
    done = asyncio.Event()
    knocking = asyncio.create_task(knock(port, done))
    await asyncio.sleep(0.2)
    body = orjson.dumps({"mobile": demo.PEOPLE[0][0], "password": demo.PASSWORD})
    started = time.perf_counter()
    statuses = await asyncio.gather(*(ask(port, "POST", "/api/v1.0/sessions", body) for _ in range(LOGINS)))
    took = time.perf_counter() - started
    done.set()
    return await knocking, took, statuses.count(503)


def percentile(times: list[float], share: float) -> float:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


@asynccontextmanager
async def served(module: list[str], port: int, settings: dict[str, Any]) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *module, env=environment(**settings, port=port), stdout=asyncio.subprocess.DEVNULL
    )
    try:
        async with asyncio.timeout(20):
            while True:
                try:
                    await ask(port, "GET", "/livez")
                    break
                except OSError:
                    await asyncio.sleep(0.05)
        yield
    finally:
        process.terminate()
        await process.wait()


async def run(settings: dict[str, Any]) -> None:
    async with open_deps(Config.model_validate(settings)) as deps:
        await demo.load(deps)
    results: dict[str, list[float]] = {"ihome": [], "bcrypt in the event loop": []}
    servers = {"ihome": (["server.py"], IHOME), "bcrypt in the event loop": (["-m", "bench.peers.inline"], INLINE)}
    print(f"{'server':26} {'round':>5} {'p50 ms':>8} {'p99 ms':>8} {'max ms':>8} {'logins s':>9} {'busy':>5}")
    for number in range(1, ROUNDS + 1):
        for name, (module, port) in servers.items():
            async with served(module, port, settings):
                times, took, busy = await measure(port)
            results[name].append(percentile(times, 0.99))
            columns = f"{median(times):8.1f} {percentile(times, 0.99):8.1f} {max(times):8.1f} {took:9.2f} {busy:5}"
            print(f"{name:26} {number:5} {columns}", flush=True)
    own, other = (median(values) for values in results.values())
    print(
        f"p99 of /livez during {LOGINS} logins: ihome {own:.1f} ms, the other {other:.1f} ms, ratio {own / other:.3f}"
    )


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="ihome-bench-") as var, backing(Path(var)) as running:
        create_database(running.database_url)
        migrate(running.database_url)
        urls = {"database_url": running.database_url, "redis_url": running.redis_url}
        asyncio.run(run({"env": "development", "outbox": var, "media": var, **urls, **WIDE}))


if __name__ == "__main__":
    main()
