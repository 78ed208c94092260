"""Puts a server under load: wrk measures throughput, `browse_while_busy` the waiting time of visitors meanwhile."""

import asyncio
import http.client
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import orjson

from bench import works
from bench.servers import PORT, Served
from bench.works import Platform, Work
from tools import packages

LOGINS, UPLOADS = 50, 20
_EVERY, _MAX_SECONDS = 0.005, 60
_SCRIPT = Path(__file__).parent / "replay.lua"


@dataclass(frozen=True)
class Measured:
    """One work on one server in one round. p50 and p99 are in ms, cpu in µs per request, memory in MiB."""

    per_second: float
    p50: float
    p99: float
    cpu: float
    memory: float
    refused: int
    broken: int


def find_wrk() -> str:
    found = which("wrk") or packages.find(print, ("wrk",), ("wrk",))
    if found is None:
        raise SystemExit("ihome: wrk is needed: apt install wrk")
    return found


@dataclass(frozen=True)
class Replayed:
    """What wrk measured. p50 and p99 are in ms; `refused` answers were refusals, `broken` ones did not come."""

    requests: int
    seconds: float
    refused: int
    broken: int
    p50: float
    p99: float


def replay(port: int, connections: int, requests: Sequence[bytes], seconds: float) -> Replayed:
    """Send `requests` in a loop for so many seconds."""
    with tempfile.NamedTemporaryFile(suffix=".requests") as file:
        for request in requests:
            file.write(b"%d\n%s" % (len(request), request))
        file.flush()
        command = [find_wrk(), "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--timeout", "30s"]
        done = subprocess.run(
            [*command, "-s", str(_SCRIPT), f"http://127.0.0.1:{port}", "--", file.name],
            check=True,
            capture_output=True,
        )
    return Replayed(**orjson.loads(done.stdout.splitlines()[-1]))


def run(work: Work, server: Served, requests: Sequence[bytes], seconds: float) -> Measured:
    """Send `requests` in a loop for so many seconds, and measure."""
    before = server.cpu_seconds()
    found = replay(PORT, work.connections, requests, seconds)
    used = server.cpu_seconds() - before
    return Measured(
        per_second=found.requests / found.seconds,
        p50=found.p50,
        p99=found.p99,
        cpu=used / max(1, found.requests) * 1e6,
        memory=server.memory_mib(),
        refused=found.refused,
        broken=found.broken,
    )


def settle(server: Served) -> None:
    """Wait until the server has finished its earlier work: until it uses almost no processor time."""
    deadline, before = time.monotonic() + _MAX_SECONDS, server.cpu_seconds()
    while time.monotonic() < deadline:
        time.sleep(0.3)
        before, last = server.cpu_seconds(), before
        if before - last < 0.02:
            return


def ask(request: bytes) -> bytes:
    """The body of the answer to one request."""
    head, _, body = request.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    verb, target, _ = first.split(" ")
    connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
    connection.request(verb, target, body or None, dict(line.split(": ", 1) for line in lines))
    answer = connection.getresponse().read()
    connection.close()
    return answer


async def browse_while_busy(platform: Platform, server: Served) -> Measured:
    """Request a house page every 5 ms over a connection of its own, while 50 users log in and 20 upload pictures.

    Pages are requested on time even if earlier ones are not answered yet, so a stall counts for each page due in it.
    """
    logins = [works.login(platform) for _ in range(LOGINS)]
    uploads = [works.upload(platform) for _ in range(UPLOADS)]
    before, started = server.cpu_seconds(), time.perf_counter()
    busy = asyncio.gather(*(_status(request) for request in (*logins, *uploads)))
    pages: list[asyncio.Task[float]] = []
    while not busy.done() and time.perf_counter() - started < _MAX_SECONDS:
        pages.append(asyncio.create_task(_page(works.house(platform))))
        await asyncio.sleep(started + len(pages) * _EVERY - time.perf_counter())
    times = sorted(await asyncio.gather(*pages))
    statuses = await busy
    return Measured(
        per_second=len(times) / (time.perf_counter() - started),
        p50=times[len(times) // 2],
        p99=times[int(len(times) * 0.99)],
        cpu=(server.cpu_seconds() - before) / len(times) * 1e6,
        memory=server.memory_mib(),
        refused=sum(status >= 400 for status in statuses),
        broken=0,
    )


async def _page(request: bytes) -> float:
    """Request a page; returns the milliseconds until it was answered."""
    started = time.perf_counter()
    await _status(request)
    return (time.perf_counter() - started) * 1000


async def _status(request: bytes) -> int:
    async with asyncio.timeout(_MAX_SECONDS):
        reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(request.replace(b"\r\n", b"\r\nConnection: close\r\n", 1))
        answer = await reader.read()
        writer.close()
    return int(answer[9:12])
