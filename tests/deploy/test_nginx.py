"""nginx and HAProxy, started from their files of deploy/, before a real server."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from models.types import UserId
from services.deps import Deps
from services.events import recording
from services.events.types import AccountChange
from tests.client import Answer, Client, raw, read_answer
from tests.deploy.conftest import Start
from tests.deploy.engines import Engines
from tests.makers import Makers
from tests.pictures import picture
from tests.streams import EventSource
from tests.waiting import until
from tools.cluster.layout import BALANCER

Send = Callable[..., Awaitable[Answer]]


@pytest.fixture
def nginx(start: Start) -> Path:
    """The directory of a running nginx."""
    return start("nginx", "nginx/nginx.conf", "-e", "stderr", "-c", "{}").parent


@pytest.fixture
def send(engines: Engines, nginx: Path) -> Send:
    """Sends a request to nginx."""

    async def sent(verb: str, path: str, **options: Any) -> Answer:
        return read_answer(await exchange(engines, raw(verb, path, **options)))

    return sent


async def exchange(engines: Engines, request: bytes) -> bytes:
    """What nginx answers to these bytes, until it closes the connection."""
    reader, writer = await connect(engines)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    return answer


async def connect(engines: Engines) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    async def connects() -> bool:
        try:
            opened.append(await asyncio.open_connection(engines.context.me.nginx, engines.context.http_port))
        except ConnectionRefusedError:
            return False
        return True

    opened: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []
    await until(connects)
    return opened[0]


@pytest.fixture
def haproxy(start: Start, http_server: object, http_port: int, engines: Engines) -> Callable[[Send], Awaitable[None]]:
    """Waits until the server is reached through HAProxy, which is started here."""
    start("haproxy", "haproxy/haproxy.cfg", "-db", "-f", "{}", port=http_port)

    async def ready(send: Send) -> None:
        async def answers() -> bool:
            return (await send("GET", "/livez")).status == 200

        await until(answers)

    return ready


Ready = Callable[[Send], Awaitable[None]]


@pytest.mark.settings(trusted_proxies="127.0.0.0/8")
async def test_only_what_is_public_is_cached(haproxy: Ready, send: Send) -> None:
    await haproxy(send)

    async def is_cached(path: str, **options: Any) -> bool:
        first, second = [await send("GET", path, **options) for _ in range(2)]
        assert first.status == second.status == 200
        return first.headers["X-Request-Id"] == second.headers["X-Request-Id"]

    assert await is_cached("/api/v1.0/areas")
    assert not await is_cached("/api/v1.0/areas", session="0" * 64)
    assert not await is_cached("/api/v1.0/areas", headers={"Authorization": "Bearer nothing"})
    for path in ("/robots.txt", "/sitemap.xml", "/sitemap-pages.xml"):
        assert await is_cached(path), path
    for path in ("/api/v1.0/houses", "/", "/?lang=en", "/terms", "/sw.js", "/offline", "/manifest.webmanifest"):
        assert not await is_cached(path), path


@pytest.mark.settings(trusted_proxies="127.0.0.0/8")
async def test_the_server_itself_judges_what_is_sent(haproxy: Ready, send: Send) -> None:
    await haproxy(send)
    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    upload = (
        b"--b\r\n" + b'Content-Disposition: form-data; name="avatar"; filename="a"\r\n\r\n' + picture() + b"\r\n--b--"
    )
    assert (await send("POST", "/api/v1.0/user/avatar", body=upload, headers=headers)).errno == 4101  # not signed in
    assert (await send("POST", "/api/v1.0/user/avatar", body=b"x" * 9_500_000, headers=headers)).status == 413
    assert (await send("POST", "/api/v1.0/sessions", body=b"x" * 900_000, headers=headers)).errno == 4103
    assert (await send("POST", "/api/v1.0/sessions", body=b"x" * 1_100_000, headers=headers)).status == 413
    assert (await send("GET", "/api/v1.0/areas", headers={"X-Long": "x" * 30_000})).status == 200
    assert (await send("GET", "/metrics")).status == 404


@pytest.mark.parametrize("balanced", [True, False], ids=["without a server", "without HAProxy"])
async def test_when_nothing_answers(send: Send, start: Start, engines: Engines, balanced: bool) -> None:
    if balanced:
        run = start("haproxy", "haproxy/haproxy.cfg", "-db", "-f", "{}", port=1)
        await until((run / "haproxy.sock").exists)
    api = await send("GET", "/api/v1.0/houses")
    assert (api.status, api.errno, api.data["retry_after"], api.headers["Retry-After"]) == (503, 4500, 1, "1")
    assert "errcode" not in api.json
    assert (await send("POST", "/api/login", json={})).json["errcode"] == 4500
    page = await send("GET", "/")
    assert (page.status, page.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "服务繁忙，请稍后再试" in page.body.decode()
    assert '<section lang="en">' in page.body.decode()


async def test_a_client_cannot_choose_the_address_that_the_load_balancer_saw(engines: Engines, start: Start) -> None:
    upstream = Upstream()
    server = await asyncio.start_server(upstream.answer, engines.context.me.haproxy, BALANCER)
    upstream.ended.set()
    engines.context = replace(engines.context, edges=("127.0.0.1",))
    start("nginx", "nginx/nginx.conf", "-e", "stderr", "-c", "{}")
    await exchange(engines, raw("GET", "/", headers={"X-Forwarded-For": "1.2.3.4, 127.0.0.1, 5.6.7.8, 127.0.0.1"}))
    server.close()
    assert "X-Forwarded-For: 127.0.0.1\r\n" in upstream.heads[0]


async def test_who_asks_too_often_is_told_in_the_api_s_form(engines: Engines, start: Start) -> None:
    engines.context = replace(engines.context, edges=("127.0.0.1",))
    start("nginx", "nginx/nginx.conf", "-e", "stderr", "-c", "{}")
    request = raw("GET", "/api/v1.0/houses", headers={"X-Forwarded-For": "203.0.113.9"})
    answers = [read_answer(each) for each in await asyncio.gather(*(exchange(engines, request) for _ in range(800)))]
    refused = [each for each in answers if each.status == 429]
    assert 0 < len(refused) < len(answers)
    assert (refused[0].errno, refused[0].data["reason"], refused[0].headers["Retry-After"]) == (
        4202,
        "rate_limited",
        "1",
    )


async def test_the_log_names_nobody(send: Send, nginx: Path) -> None:
    private = "13800000001", "1234", "aid=3", "0123", "1f5e"
    for path in (
        "/api/v1.0/smscode/13800000001?pic_code=1234",
        "/?aid=3",
        "/api/v1.0/imagecode/0123",
        "/ical/1f5e.ics",
        "/api/v1.0//smscode/13800000001",
    ):
        await send("GET", path)
    log = (nginx / "log").read_text()
    requests = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    assert [request["path"] for request in requests] == [
        "/api/v1.0/smscode",
        "/",
        "/api/v1.0/imagecode",
        "/ical",
        "/api/v1.0",
    ]
    assert not any(each in log for each in private)


class Upstream:
    """Stands where HAProxy does: keeps the heads of requests, and answers each with the beginning of a stream."""

    def __init__(self) -> None:
        self.heads: list[str] = []
        self.ended = asyncio.Event()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.heads.append((await reader.readuntil(b"\r\n\r\n")).decode())
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: 1\n\n")
        await self.ended.wait()
        writer.close()
        await writer.wait_closed()


async def test_the_client_is_who_connected_and_events_arrive_at_once(engines: Engines, nginx: Path) -> None:
    upstream = Upstream()
    server = await asyncio.start_server(upstream.answer, engines.context.me.haproxy, BALANCER)
    for smuggled in ("Transfer-Encoding: chunked\r\nContent-Length: 3", "Content-Length: 3\r\nContent-Length: 4"):
        refused = await exchange(engines, f"POST /api/order HTTP/1.1\r\nHost: a\r\n{smuggled}\r\n\r\nabc".encode())
        assert read_answer(refused).status == 400
    assert upstream.heads == []
    reader, writer = await connect(engines)
    headers = {"Host": "ihome.example:81", "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https"}
    writer.write(raw("GET", "/api/v1.0/events/stream", headers=headers))
    async with asyncio.timeout(30):
        assert await reader.readuntil(b"data: 1\n\n")
    upstream.ended.set()
    await reader.read()
    writer.close()
    server.close()
    sent = dict(line.split(": ", 1) for line in upstream.heads[0].splitlines()[1:-1])
    assert {name: value for name, value in sent.items() if name == "Host" or name.startswith("X-")} == {
        "Host": "ihome.example:81",
        "X-Forwarded-For": "127.0.0.1",
        "X-Forwarded-Proto": "http",
    }


@pytest.mark.settings(trusted_proxies="127.0.0.0/8", stream_seconds=600, stream_heartbeat_seconds=0.1)
async def test_a_stream_of_the_server_comes_through_both(
    haproxy: Ready, send: Send, engines: Engines, make: Makers, client: Client, deps: Deps
) -> None:
    await haproxy(send)
    user = await make.sign_in(client)
    reader, writer = await connect(engines)
    headers = {"Connection": "keep-alive"}
    writer.write(raw("GET", "/api/v1.0/events/stream", session=client.session, headers=headers))
    stream = EventSource(reader, writer, "")
    await stream.read_head()
    assert (stream.status, stream.headers["Cache-Control"]) == (200, "no-store")
    payload = AccountChange(UserId(user.id), device="Chrome on Linux")
    audience = [UserId(user.id)]
    await deps.db.transact(lambda q: recording.record(deps, q, "user.device_signed_in", payload, audience, []))
    async with asyncio.timeout(30):
        [told] = await stream.next()
    assert (told.id, told.type) == ("1", "user.device_signed_in")
    assert len(deps.event_streams.open) == 1
    await stream.close()
    await until(lambda: len(deps.event_streams.open) == 0)


async def test_no_request_waits_for_another_one_for_the_same_address(engines: Engines, nginx: Path) -> None:
    together = asyncio.Barrier(3)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        await together.wait()
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n{}")
        writer.close()

    server = await asyncio.start_server(answer, engines.context.me.haproxy, BALANCER)
    (await connect(engines))[1].close()
    request = raw("GET", "/api/v1.0/houses/index")
    async with asyncio.timeout(4):  # with proxy_cache_lock, the second one arrives after 5 s
        answers = await asyncio.gather(*(exchange(engines, request) for _ in range(together.parties)))
    assert [read_answer(each).body for each in answers] == [b"{}"] * together.parties
    server.close()
