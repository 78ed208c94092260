"""Request lines and Hosts, with either reader of HTTP: which are served, which are refused, and how a refusal looks."""

import asyncio
import re

import pytest

from tests.client import exchange, read_answer

pytestmark = [
    pytest.mark.usefixtures("http_server"),
    pytest.mark.parametrize(
        "reader",
        [pytest.param(name, marks=pytest.mark.settings(http=name)) for name in ("httptools", "tornado")],
    ),
]


def asked(target: str, *hosts: str, version: str = "HTTP/1.1", verb: str = "GET") -> bytes:
    lines = [f"{verb} {target} {version}", *(f"Host: {host}" for host in hosts), "Connection: close", "", ""]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    "target",
    ["http://ihome.example/livez", "HTTP://ihome.example:8000/livez?x=1", "https://[::1]/livez", "http://a.b./livez"],
)
async def test_a_target_with_scheme_and_host_is_served(http_port: int, reader: str, target: str) -> None:
    answer = read_answer(await exchange(http_port, asked(target, "other.example")))
    assert (answer.status, answer.errno) == (200, 0)


async def test_the_host_of_the_target_counts(http_port: int, reader: str) -> None:
    """A request from a page of the target's host is no request from another site."""
    sent = asked("http://ihome.example/api/logout", "other.example", verb="POST")
    for origin, status in ("http://ihome.example", 200), ("http://other.example", 403):
        request = sent.replace(b"Connection", f"Content-Length: 0\r\nOrigin: {origin}\r\nConnection".encode())
        assert (read_answer(await exchange(http_port, request)).json["errno"] == 4201) is (status == 403)


@pytest.mark.parametrize("target", ["http://ihome.example", "http://ihome.example?x=1"])
async def test_a_target_without_path_is_the_first_page(http_port: int, reader: str, target: str) -> None:
    answer = read_answer(await exchange(http_port, asked(target, "ihome.example")))
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/html")


@pytest.mark.parametrize(
    "host",
    ["ihome.example", "ihome.example:8000", "ihome.example:", "192.0.2.1:80", "[::1]", "[2001:db8::1]:8000", "a_b.c",
     "a%41.example", "a" * 253 + ":65535"],
)  # fmt: skip
async def test_these_hosts_are_served(http_port: int, reader: str, host: str) -> None:
    assert read_answer(await exchange(http_port, asked("/livez", host))).status == 200


HOSTS = [
    "",
    ":80",
    "[::1",
    "::1",
    "[::1]x",
    "[::g]",
    "[1.2.3.4]",
    "[]",
    "[fe80::1%25eth0]",
    "a:65536",
    "a:80x",
    "a:-1",
    "a:8 0",
    "a:1:2",
    "user@a",
    "user:secret@a",
    "a/b",
    "a?b",
    "a#b",
    "a\\b",
    "a,b",
    "a b",
    "a\tb",
    "a%4",
    "a%zz",
    "<a>",
    '"a"',
    "北京",
    "a" * 261,
]


@pytest.mark.parametrize("host", HOSTS)
async def test_these_hosts_are_refused(http_port: int, reader: str, host: str) -> None:
    received = await exchange(http_port, asked("/livez", host))
    _is_a_bare_400(received)
    if not re.search(r"[\s?#/,]|^$|北", host):
        _is_a_bare_400(await exchange(http_port, asked(f"http://{host}/livez", "ihome.example")))


@pytest.mark.parametrize(
    "request_",
    [
        asked("/livez"),
        asked("/livez", "a", "a"),
        asked("/livez", "a", "b"),
        asked("http://a/livez"),
        asked("http:///livez", "a"),
        asked("http://a/livez", "a", "b"),
        asked("http://a/livez", "[::1"),
        asked("ftp://a/livez", "a"),
        asked("livez", "a"),
        asked("a:80", "a", verb="CONNECT"),
        asked("*", "a"),
        asked("/livez", "a", version="RTSP/1.0"),
        asked("/livez", "a", version="HTTP/1.2"),
        asked("/livez", "a", version="HTTP/2.0"),
        asked("/livez", "a", version="http/1.1"),
        asked("/livez", "a", version=" HTTP/1.1"),
        asked(" /livez", "a"),
        asked("/livez", "a").replace(b" /livez ", b"\t/livez\t"),
        b"GET /livez\r\n\r\n",
    ],
    ids=repr,
)
async def test_these_requests_are_refused(http_port: int, reader: str, request_: bytes) -> None:
    _is_a_bare_400(await exchange(http_port, request_))


async def test_http_1_0_needs_no_host(http_port: int, reader: str) -> None:
    assert read_answer(await exchange(http_port, asked("/livez", version="HTTP/1.0"))).status == 200


def _is_a_bare_400(received: bytes) -> None:
    answer = read_answer(received)
    assert (answer.status, answer.body) == (400, b"")
    assert re.fullmatch(r"[0-9a-f]{16}", answer.headers["X-Request-Id"])


@pytest.mark.settings(connections_per_address=3)
async def test_one_address_may_hold_so_many_connections(http_port: int, reader: str) -> None:
    held = [await asyncio.open_connection("127.0.0.1", http_port) for _ in range(3)]
    held[0][1].write(asked("/livez", "a"))
    assert read_answer(await held[0][0].read()).status == 200  # and all three are open by now
    async with asyncio.timeout(5):
        while not await exchange(http_port, asked("/livez", "a")):
            pass  # until its place is free again
    third = await asyncio.open_connection("127.0.0.1", http_port)
    fourth = await asyncio.open_connection("127.0.0.1", http_port)
    assert await fourth[0].read() == b""
    for _, writer in [*held, third, fourth]:
        writer.close()
