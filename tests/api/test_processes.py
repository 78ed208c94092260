"""Several processes, and their end: sessions hold in all of them, and stopping loses nothing in flight."""

import asyncio
import os
import random
import re
import signal
import time
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from tornado.httpclient import AsyncHTTPClient

from tests.client import Client, exchange, race, raw, read_answer
from tests.live import LiveServer, unused_port
from tests.makers import PASSWORD, Makers, mobile
from utils.processes import Supervisor

Start = Callable[..., LiveServer]


async def test_what_ends_in_one_process_is_dead_in_the_other(
    start_server: Start, make: Makers, io_loop: object
) -> None:
    one, other = start_server(), start_server()
    http = AsyncHTTPClient()
    here, there = Client(http, one.base_url), Client(http, other.base_url)
    user = await make.user()
    body = {"mobile": user.mobile, "password": PASSWORD}
    # signing out
    await here.post("/api/login", body)
    there.session = here.session
    assert (await there.get("/api/check_login")).json["user_id"] == user.id
    await here.get("/api/logout")
    assert (await there.get("/api/check_login")).errno == 4101
    # a changed password
    await there.post("/api/login", body)
    await here.post("/api/login", body)
    change = {"old_password": PASSWORD, "password": "another long password"}
    assert (await here.put("/api/v1.0/user/password", change)).errno == 0
    assert (await there.get("/api/check_login")).errno == 4101
    assert (await here.get("/api/check_login")).errno == 0


@pytest.mark.settings(limit_register_per_ip="1000/1m", limit_code_per_ip="1000/1m", bcrypt_queue=1000, bcrypt_cost=6)
async def test_sigterm_loses_no_request_in_flight(start_server: Start, make: Makers, io_loop: object) -> None:
    chance = random.Random(5)
    for _ in range(10):
        server = start_server(lame_duck_seconds=0.1)
        numbers = [mobile() for _ in range(100)]
        bodies = [{"mobile": n, "password": PASSWORD, "sms_code": await make.sms_code(n)} for n in numbers]
        racing = asyncio.create_task(race(server.port, [raw("POST", "/api/v1.0/users", json=body) for body in bodies]))
        await asyncio.sleep(chance.uniform(0.02, 0.3))
        server.signal(signal.SIGTERM)
        answers = await racing
        assert Counter(answer.errno for answer in answers) == {0: 100}
        assert await asyncio.to_thread(server.wait) == 0
        rows = await make.rows("SELECT mobile FROM users")
        assert {row["mobile"] for row in rows} >= set(numbers)


@pytest.mark.settings(lame_duck_seconds=0.1)
async def test_who_was_let_in_last_still_gets_an_answer(start_server: Start, io_loop: object) -> None:
    server = start_server()
    server.signal(signal.SIGTERM)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    while await accepts(server.port):
        await asyncio.sleep(0.005)
    writer.write(raw("GET", "/livez"))
    assert read_answer(await reader.read()).status == 200
    writer.close()


async def test_a_rolling_restart_of_two_processes_loses_nothing(start_server: Start, io_loop: object) -> None:
    server = start_server(processes=2, metrics_port=unused_port())
    stop, answers = asyncio.Event(), Counter[int]()

    async def knock() -> None:
        while not stop.is_set():
            answers[read_answer(await exchange(server.port, raw("GET", "/livez"))).status] += 1

    knocking = [asyncio.create_task(knock()) for _ in range(8)]
    before = await two_processes(server)
    server.signal(signal.SIGHUP)
    await two_processes(server, other_than=before)
    stop.set()
    await asyncio.gather(*knocking)
    assert set(answers) == {200}
    server.signal(signal.SIGTERM)
    assert await asyncio.to_thread(server.wait) == 0


async def test_a_process_that_dies_is_started_again(start_server: Start, io_loop: object) -> None:
    server = start_server(processes=2)
    victim = min(await two_processes(server))
    os.kill(victim, signal.SIGKILL)
    await two_processes(server, other_than={victim})
    assert read_answer(await exchange(server.port, raw("GET", "/livez"))).status == 200


@pytest.mark.settings(lame_duck_seconds=0.1, limit_register_per_ip="1000/1m", limit_code_per_ip="1000/1m")
async def test_processes_end_with_their_parent_and_lose_no_request_in_flight(
    start_server: Start, make: Makers, io_loop: object
) -> None:
    server = start_server(processes=2)
    children = await two_processes(server)
    numbers = [mobile() for _ in range(40)]
    bodies = [{"mobile": n, "password": PASSWORD, "sms_code": await make.sms_code(n)} for n in numbers]
    racing = asyncio.create_task(race(server.port, [raw("POST", "/api/v1.0/users", json=body) for body in bodies]))
    await asyncio.sleep(0.05)
    server.process.kill()
    assert Counter(answer.errno for answer in await racing) == {0: 40}
    async with asyncio.timeout(20):
        while any(lives(child) for child in children):
            await asyncio.sleep(0.02)
    assert not await accepts(server.port)


async def test_a_process_whose_parent_died_while_it_started_ends(io_loop: object) -> None:
    """The parent is gone before the copy has come to serve anything."""
    reading, writing = os.pipe()
    parent = os.fork()
    if parent == 0:
        _fork_and_die(writing)
    os.close(writing)
    await asyncio.to_thread(os.waitpid, parent, 0)
    with os.fdopen(reading, "rb") as pipe:
        assert await asyncio.wait_for(asyncio.to_thread(pipe.read), 10) == b"started"


def _fork_and_die(writing: int) -> None:
    """As `parent`: a Supervisor whose copy kills it, and would then serve for ever."""

    def serve(place: int, sockets: object, ready: Callable[[], None]) -> int:
        os.write(writing, b"started")
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(60)
        return 0

    Supervisor([[]], serve).run()


def lives(pid: int) -> bool:
    """Whether a process runs; one that has ended may wait for whoever collects it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def test_metrics_are_served_on_a_port_of_their_own(start_server: Start, io_loop: object) -> None:
    port = unused_port()
    server = start_server(metrics_port=port)
    await exchange(server.port, raw("GET", "/api/check_login"))
    assert read_answer(await exchange(server.port, raw("GET", "/metrics"))).status == 404
    metrics = read_answer(await exchange(port, raw("GET", "/metrics"))).body.decode()
    assert re.search(r'ihome_request_seconds_count\{route="/api/check_login",status="200"\} 1\.0', metrics)
    for name in (
        "ihome_sms_sent",
        "ihome_limits_hit",
        "ihome_event_loop_lag_seconds",
        "ihome_database_connections_in_use",
    ):
        assert name in metrics


async def accepts(port: int) -> bool:
    """Whether anybody listens."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionError:
        return False
    writer.close()
    return True


async def two_processes(server: LiveServer, other_than: Collection[int] = ()) -> set[int]:
    """Its child processes, once there are two, none of them among those."""
    pid = server.process.pid
    async with asyncio.timeout(30):
        while True:
            listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()  # noqa: ASYNC240  no disk is read
            children = {int(child) for child in listed.split()}
            if len(children) == 2 and not children & set(other_than):
                return children
            await asyncio.sleep(0.02)
