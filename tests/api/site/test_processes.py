"""Several processes, and their end: sessions hold in all of them, and stopping loses nothing in flight."""

import asyncio
import math
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
from tests.live import LiveServer, unused_port, wait_for_the_end_of
from tests.makers import PASSWORD, PATIENT, Makers, mobile
from tests.waiting import until
from utils.supervisor import Supervisor

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


@pytest.mark.settings(
    **PATIENT, limit_register_per_ip="1000/1m", limit_code_per_ip="1000/1m", bcrypt_queue=1000, bcrypt_cost=6
)
async def test_sigterm_loses_no_request_in_flight(start_server: Start, make: Makers, io_loop: object) -> None:
    chance = random.Random(5)
    for _ in range(3):
        server = start_server(lame_duck_seconds=0.1)
        numbers = [mobile() for _ in range(100)]
        bodies = [{"mobile": n, "password": PASSWORD, "sms_code": await make.sms_code(n)} for n in numbers]
        racing = asyncio.create_task(race(server.port, [raw("POST", "/api/v1.0/users", json=body) for body in bodies]))
        await until_registered(make, numbers, chance.randrange(1, 90), racing)
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
    await until(lambda: refuses(server.port))
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


@pytest.mark.settings(**PATIENT, lame_duck_seconds=0.1, limit_register_per_ip="1000/1m", limit_code_per_ip="1000/1m")
async def test_processes_end_with_their_parent_and_lose_no_request_in_flight(
    start_server: Start, make: Makers, io_loop: object
) -> None:
    server = start_server(processes=2)
    children = await two_processes(server)
    numbers = [mobile() for _ in range(40)]
    bodies = [{"mobile": n, "password": PASSWORD, "sms_code": await make.sms_code(n)} for n in numbers]
    racing = asyncio.create_task(race(server.port, [raw("POST", "/api/v1.0/users", json=body) for body in bodies]))
    await until_registered(make, numbers, 1, racing)
    server.process.kill()
    assert Counter(answer.errno for answer in await racing) == {0: 40}
    await asyncio.to_thread(wait_for_the_end_of, children)
    assert await refuses(server.port)


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


async def test_metrics_are_served_at_the_address_that_is_set(start_server: Start, io_loop: object) -> None:
    port = unused_port()
    start_server(metrics_port=port, metrics_host="127.0.0.2")
    assert await refuses(port)
    answer = await AsyncHTTPClient().fetch(f"http://127.0.0.2:{port}/metrics")
    assert b"ihome_requests_active" in answer.body


@pytest.mark.parametrize(("beat", "at_least"), [(None, math.inf), ("UTC_TIMESTAMP(6) - INTERVAL 100 SECOND", 100)])
async def test_metrics_tell_how_long_no_worker_was_there(
    start_server: Start, make: Makers, io_loop: object, beat: str | None, at_least: float
) -> None:
    if beat:
        await make.change(f"INSERT INTO heartbeat (id, beat_at) VALUES (1, {beat})")  # noqa: S608
    port = unused_port()
    start_server(metrics_port=port)
    metrics = read_answer(await exchange(port, raw("GET", "/metrics"))).body.decode()
    age = re.search(r"^ihome_worker_heartbeat_age_seconds (\S+)$", metrics, re.MULTILINE)
    assert age
    assert at_least <= float(age[1]) <= at_least + 60


async def refuses(port: int) -> bool:
    """Whether nobody listens."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
    except ConnectionError:
        return True
    writer.close()
    return False


async def until_registered(make: Makers, numbers: Collection[str], count: int, racing: asyncio.Task) -> None:
    """Return once so many of these mobiles have an account, or all are answered."""

    async def reached() -> bool:
        rows = await make.rows("SELECT mobile FROM users")
        return racing.done() or len({row["mobile"] for row in rows} & set(numbers)) >= count

    await until(reached)


async def two_processes(server: LiveServer, other_than: Collection[int] = ()) -> set[int]:
    """Its child processes, once there are two, none of them among those."""
    listed = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children")

    def children() -> set[int]:
        return {int(child) for child in listed.read_text().split()}

    await until(lambda: len(found := children()) == 2 and not found & set(other_than))
    return children()
