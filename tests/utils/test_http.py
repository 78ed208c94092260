"""HTTP as clients break it: nothing is answered that was not asked, and nothing waits for ever."""

import asyncio
import itertools
import re
import socket
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop
from tornado.netutil import bind_unix_socket
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler, stream_request_body

from tests.client import exchange
from utils.http import Bounds, Connections, Server

pytestmark = pytest.mark.usefixtures("echo")
BOUNDS = Bounds(
    connections=20,
    connections_per_address=20,
    idle=0.5,
    body=0.5,
    header_bytes=4096,
    headers=60,
    body_bytes=100_000,
    trusted_proxies=(ip_network("127.0.0.9/32"),),
)
LARGE = 20_000_000


def connect_from(address: str, port: int) -> "asyncio.Future[asyncio.StreamWriter]":
    """Loopback has many addresses."""

    async def connect() -> asyncio.StreamWriter:
        return (await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0)))[1]

    return asyncio.ensure_future(connect())


@stream_request_body
class Echo(RequestHandler):
    """Says what it was sent; a path of its own is slow, one is large, one never reads."""

    def initialize(self) -> None:
        self.received = b""

    async def prepare(self) -> None:
        if self.request.path == "/slow":
            await asyncio.sleep(0.05)

    def data_received(self, chunk: bytes) -> None:
        self.received += chunk

    def answer(self) -> None:
        self.set_header("Content-Type", "text/plain")
        if self.request.path == "/large":
            self.write(b"x" * LARGE)
        else:
            self.write(f"{self.request.method} {self.request.uri} {self.received.decode()}|")

    get = post = head = answer


class Now(RequestHandler):
    """Answers before it waits for anything."""

    def get(self) -> None:
        self.write("now")


def serving(io_loop: IOLoop, bounds: Bounds) -> Iterator[int]:
    """The port of a server of Echo."""
    sock, port = bind_unused_port()
    numbers = itertools.count(1)
    application = Application([("/now", Now), (".*", Echo)], log_function=lambda _: None)
    server = Server(application, bounds, lambda status: f"{status.value}-{next(numbers)}")
    io_loop.run_sync(lambda: server.listen_on([sock]))
    yield port
    server.stop()
    io_loop.run_sync(server.close_all_connections)
    assert not server.connections


@pytest.fixture
def echo(io_loop: IOLoop) -> Iterator[int]:
    yield from serving(io_loop, BOUNDS)


@pytest.fixture
def patient(io_loop: IOLoop) -> Iterator[int]:
    """A server that gives nobody up for as long as a test lasts."""
    yield from serving(io_loop, replace(BOUNDS, idle=1000, body=1000))


def request(start: str, *headers: str, body: bytes = b"") -> bytes:
    return "\r\n".join([f"{start} HTTP/1.1", "Host: x", *headers, "", ""]).encode() + body


GET, LAST = request("GET /a"), request("GET /z", "Connection: close")
CHUNKED = "Transfer-Encoding: chunked"


async def bodies(port: int, sent: bytes) -> list[bytes]:
    """What is answered, whole answers only, until the connection ends."""
    received = await exchange(port, sent)
    found = []
    while received.startswith(b"HTTP/1.1 "):
        head, _, rest = received.partition(b"\r\n\r\n")
        length = next(int(line[16:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length: "))
        found.append(head[9:12] + b" " + rest[:length])
        received = rest[length:]
    assert not received
    return found


MALFORMED = {
    "length and chunks": request("POST /a", "Content-Length: 3", CHUNKED, body=b"0\r\n\r\n"),
    "chunks and length": request("POST /a", CHUNKED, "Content-Length: 3", body=b"0\r\n\r\n"),
    "two lengths": request("POST /a", "Content-Length: 2", "Content-Length: 3", body=b"abc"),
    "one length twice": request("POST /a", "Content-Length: 2", "Content-Length: 2", body=b"ab"),
    "a list of lengths": request("POST /a", "Content-Length: 2, 2", body=b"ab"),
    "a length of five thousand digits": request("POST /a", f"Content-Length: {'0' * 5_000}2", body=b"ab"),
    "a signed length": request("POST /a", "Content-Length: +2", body=b"ab"),
    "a negative length": request("POST /a", "Content-Length: -2", body=b"ab"),
    "a length in hex": request("POST /a", "Content-Length: 0x2", body=b"ab"),
    "a length beyond numbers": request("POST /a", "Content-Length: " + "9" * 30),
    "an unknown coding": request("POST /a", "Transfer-Encoding: xchunked", body=b"0\r\n\r\n"),
    "identity": request("POST /a", "Transfer-Encoding: identity", body=b"ab"),
    "two codings": request("POST /a", "Transfer-Encoding: gzip, chunked", body=b"0\r\n\r\n"),
    "chunked twice": request("POST /a", CHUNKED, CHUNKED, body=b"0\r\n\r\n"),
    "chunks in HTTP/1.0": request("POST /a", CHUNKED, body=b"0\r\n\r\n").replace(b"HTTP/1.1", b"HTTP/1.0"),
    "a folded header": request("GET /a", "X-A: 1", " 2"),
    "white space before a colon": request("GET /a", "X-A : 1"),
    "no colon": request("GET /a", "nonsense"),
    "no name": request("GET /a", ": x"),
    "NUL in a value": request("GET /a", "X-A: \0"),
    "a lone CR": request("GET /a", "X-A: 1\rX-B: 2"),
    "line feeds only": b"GET /a HTTP/1.1\nHost: x\n\n",
    "NUL in the target": request("GET /\0"),
    "no version": b"GET /a\r\n\r\n",
    "another version": request("GET /a").replace(b"1.1", b"2.0"),
    "an unknown verb": request("BREW /a"),
    "no host": b"GET /a HTTP/1.1\r\n\r\n",
    "two hosts": request("GET /a", "Host: y"),
    "an odd host": request("GET /a").replace(b"Host: x", b"Host: x/y"),
    "a bad chunk": request("POST /a", CHUNKED, body=b"zz\r\nab\r\n0\r\n\r\n"),
    "a chunk beyond numbers": request("POST /a", CHUNKED, body=b"f" * 20 + b"\r\n"),
    "a chunk without its end": request("POST /a", CHUNKED, body=b"2\r\nabc\r\n0\r\n\r\n"),
    "line feeds in chunks": request("POST /a", CHUNKED, body=b"2\nab\n0\n\n"),
    "more headers than allowed": request("GET /a", *(f"X-{n}: {'a' * 100}" for n in range(50))),
    "a header without end": b"GET /a HTTP/1.1\r\nX-A: " + b"a" * 5000,
    "a target without end": b"GET /" + b"a" * 5000,
    "two spaces before the target": request("GET  /a"),
    "two spaces before the version": request("GET /a "),
    "a space at the line's end": request("GET /a").replace(b"1.1\r", b"1.1 \r"),
    "tabs": request("GET\t/a"),
    "two empty lines first": b"\r\n\r\n" + request("GET /a"),
    "RTSP": request("GET /a").replace(b"HTTP/", b"RTSP/"),
    "RTSP/1.0": b"GET /a RTSP/1.0\r\n\r\n",
    "ICE": b"SOURCE /a ICE/1.0\r\n\r\n",
    "HTTP in small letters": request("GET /a").replace(b"HTTP/", b"http/"),
    "HTTP/1.2": request("GET /a").replace(b"1.1", b"1.2"),
    "HTTP/0.9": request("GET /a").replace(b"1.1", b"0.9"),
    "an empty coding": request("POST /a", "Transfer-Encoding:", body=b"0\r\n\r\n"),
    "a trailer without colon": request("POST /a", CHUNKED, body=b"0\r\nX\r\n\r\n"),
    "NUL in a trailer": request("POST /a", CHUNKED, body=b"0\r\nX: \0\r\n\r\n"),
    "NUL in an extension": request("POST /a", CHUNKED, body=b"1;\0\r\na\r\n0\r\n\r\n"),
    "a space behind a chunk's size": request("POST /a", CHUNKED, body=b"1 \r\na\r\n0\r\n\r\n"),
    "a signed chunk": request("POST /a", CHUNKED, body=b"+1\r\na\r\n0\r\n\r\n"),
    "a chunk in 0x": request("POST /a", CHUNKED, body=b"0x1\r\na\r\n0\r\n\r\n"),
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


@pytest.mark.parametrize("what", MALFORMED)
async def test_what_could_be_read_in_two_ways_is_refused_and_what_follows_is_not_read(echo: int, what: str) -> None:
    smuggled = request("GET /smuggled", "Connection: close")
    assert await bodies(echo, MALFORMED[what] + smuggled) in ([b"400 "], [b"431 "], [])


@pytest.mark.parametrize("what", MALFORMED)
async def test_who_asked_before_gets_their_answer_first(echo: int, what: str) -> None:
    assert await bodies(echo, request("GET /slow") + GET + MALFORMED[what]) in (
        [b"200 GET /slow |", b"200 GET /a |", b"400 "],
        [b"200 GET /slow |", b"200 GET /a |", b"431 "],
        [b"200 GET /slow |", b"200 GET /a |"],
    )


async def test_a_hundred_requests_at_once_are_answered_in_their_order(echo: int) -> None:
    sent = [request(f"GET /{n}" if n % 7 else f"GET /slow?{n}") for n in range(1, 100)]
    answers = await bodies(echo, b"".join(sent) + LAST)
    assert answers == [
        *(f"200 GET /{n} |".encode() if n % 7 else f"200 GET /slow?{n} |".encode() for n in range(1, 100)),
        b"200 GET /z |",
    ]


async def test_bodies_arrive_as_they_were_sent(echo: int) -> None:
    sent = request("POST /slow", "Content-Length: 3", body=b"abc")
    sent += request("POST /b", CHUNKED, body=b"2;x=y\r\nab\r\n1\r\nc\r\n0\r\nX-Trailer: 1\r\n\r\n")
    sent += request("POST /c", "Content-Length: 0") + LAST
    expected = [b"200 POST /slow abc|", b"200 POST /b abc|", b"200 POST /c |", b"200 GET /z |"]
    assert await bodies(echo, sent) == expected
    reader, writer = await asyncio.open_connection("127.0.0.1", echo)
    for place in range(len(sent)):  # and byte by byte
        writer.write(sent[place : place + 1])
        await asyncio.sleep(0)
    received = await reader.read()
    assert [part.split(b"\r\n\r\n")[1] for part in received.split(b"HTTP/1.1 200 OK")[1:]] == [
        each[4:] for each in expected
    ]
    writer.close()


async def test_a_large_body_waits_for_its_handler(echo: int) -> None:
    body = b"x" * 90_000
    sent = request("POST /slow", "Content-Length: 90000", "Connection: close", body=body)
    assert await bodies(echo, sent) == [b"200 POST /slow " + body + b"|"]


@pytest.mark.parametrize("framing", ["length", "chunks"])
async def test_a_body_beyond_the_bound_is_cut(echo: int, framing: str) -> None:
    body = b"x" * 200_000
    if framing == "length":
        sent = request("POST /a", "Content-Length: 200000", body=body)
    else:
        sent = request("POST /a", CHUNKED, body=b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
    assert b"200 OK" not in await exchange(echo, sent + LAST)


async def test_who_expects_it_is_told_to_continue(echo: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", echo)
    writer.write(request("POST /slow", "Content-Length: 2", "Expect: 100-continue", "Connection: close"))
    assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
    writer.write(b"ab")
    assert (await reader.read()).endswith(b"POST /slow ab|")
    writer.close()


@pytest.mark.parametrize(
    "next_one", [b"", b"GET /a HT", GET[:-2], request("POST /a", "Content-Length: 9", body=b"abc")]
)
async def test_who_ends_their_half_still_reads_what_they_asked_for(echo: int, next_one: bytes) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", echo)
    writer.write(request("GET /slow") + next_one)
    writer.write_eof()
    received = await reader.read()
    assert received.count(b"HTTP/1.1 200 OK") == 1
    writer.close()


@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("asked", ["close", "keep-alive", None])
async def test_a_connection_lives_as_long_as_both_want(echo: int, version: str, asked: str | None) -> None:
    headers = [f"Connection: {asked}"] if asked else []
    sent = request("GET /a", *headers).replace(b"HTTP/1.1", f"HTTP/{version}".encode())
    answers = await bodies(echo, sent + LAST)
    stays = asked == "keep-alive" or (asked is None and version == "1.1")
    assert answers == [b"200 GET /a |", b"200 GET /z |"][: 1 + stays]


async def test_head_has_a_length_and_no_body(echo: int) -> None:
    received = await exchange(echo, request("HEAD /large") + LAST)
    assert f"Content-Length: {LARGE}".encode() in received
    assert received.endswith(b"GET /z |")
    assert len(received) < 1000


@pytest.mark.parametrize("upgrade", ["h2c", "websocket"])
async def test_an_upgrade_is_answered_as_if_it_were_none(echo: int, upgrade: str) -> None:
    asked = ("Connection: Upgrade", f"Upgrade: {upgrade}")
    sent = request("GET /a", *asked)
    sent += request("POST /b", *asked, "Content-Length: 3", body=b"abc")
    sent += request("POST /slow", *asked, CHUNKED, body=b"3\r\nabc\r\n0\r\n\r\n")
    answers = [b"200 GET /a |", b"200 POST /b abc|", b"200 POST /slow abc|", b"200 GET /z |"]
    assert await bodies(echo, sent + LAST) == answers


async def test_who_does_not_read_is_cut_and_who_reads_slowly_is_not(echo: int) -> None:
    deaf, slow = [socket.create_connection(("127.0.0.1", echo)) for _ in range(2)]
    for each in (deaf, slow):
        each.setblocking(False)
        each.sendall(request("GET /large", "Connection: close"))
    # two seconds in all, four times as long as a client may stand still
    assert await read(slow, pause=0.01) > LARGE
    assert await read(deaf) < LARGE
    for each in (deaf, slow):
        each.close()


async def read(client: socket.socket, pause: float = 0) -> int:
    """How many bytes come until the end."""
    got = 0
    with suppress(ConnectionResetError):
        while chunk := await asyncio.get_running_loop().sock_recv(client, 100_000):
            got += len(chunk)
            await asyncio.sleep(pause)
    return got


@pytest.mark.parametrize("start", [b"", b"GET /a HT", GET[:-2], request("POST /a", "Content-Length: 9"), GET], ids=repr)
async def test_who_stops_sending_is_cut(echo: int, start: bytes) -> None:
    async with asyncio.timeout(5):
        received = await exchange(echo, start)
    assert received.count(b"200 OK") == (start == GET)


async def test_who_sends_ahead_for_ever_is_not_read_for_ever(echo: int) -> None:
    _, writer = await asyncio.open_connection("127.0.0.1", echo)
    writer.write(request("GET /large"))
    with suppress(TimeoutError):
        async with asyncio.timeout(0.3):
            for _ in range(1000):
                writer.write(GET * 1000)
                await writer.drain()
    assert writer.transport.get_write_buffer_size() > 0  # the server has stopped reading
    writer.transport.abort()


async def test_beyond_the_bound_a_connection_is_closed(echo: int) -> None:
    held = [await connect_from("127.0.0.9", echo) for _ in range(BOUNDS.connections)]
    assert await exchange(echo, GET) == b""
    for writer in held:
        writer.close()


async def answers(port: int, address: str) -> bool:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    writer.write(LAST)
    try:
        return b" 200 " in await reader.read()
    except ConnectionError:
        return False
    finally:
        writer.close()


async def test_one_address_may_hold_so_many_connections_and_a_trusted_proxy_more(
    io_loop: IOLoop, tmp_path: Path
) -> None:
    bounds = replace(BOUNDS, connections_per_address=3, idle=5)
    sock, port = bind_unused_port()
    [unix] = [bind_unix_socket(str(tmp_path / "http"))]
    server = Server(Application([(".*", Echo)], log_function=lambda _: None), bounds, lambda _: "1")
    await server.listen_on([sock, unix])
    held = [await connect_from(address, port) for address in ["127.0.0.2"] * 3 + ["127.0.0.9"] * 5]
    assert not await answers(port, "127.0.0.2")
    assert await answers(port, "127.0.0.3")
    assert await answers(port, "127.0.0.9")
    held += [(await asyncio.open_unix_connection(tmp_path / "http"))[1] for _ in range(5)]
    reader, writer = await asyncio.open_unix_connection(tmp_path / "http")
    writer.write(LAST)
    assert b" 200 " in await reader.read()
    for each in [*held, writer]:
        each.close()
    async with asyncio.timeout(5):
        while not await answers(port, "127.0.0.2"):  # its places are free again
            await asyncio.sleep(0)
    server.stop()
    await server.close_all_connections()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("2001:db8::1", "2001:db8::ffff:1", True), ("2001:db8::1", "2001:db8:0:1::1", False),
     ("192.0.2.1", "::ffff:192.0.2.1", True)],
)  # fmt: skip
def test_connections_of_ipv6_count_by_64(one: str, other: str, same: bool) -> None:
    counted = Connections(replace(BOUNDS, connections_per_address=1))
    assert counted.enter(one)
    assert counted.enter(other) is not same
    counted.leave(one)
    assert counted.enter(one)


# -- every byte that is no body has one bound


def padded(kind: str, total: int) -> bytes:
    """A message with so many bytes that are no body."""
    post = request("POST /a", CHUNKED)
    parts = {
        "request line": (b"GET /", b"", b" HTTP/1.1\r\nHost: x\r\n\r\n"),
        "header value": (b"GET /a HTTP/1.1\r\nHost: x\r\nX: ", b"", b"\r\n\r\n"),
        "white space": (b"GET /a HTTP/1.1\r\nHost: x\r\nX:", b" ", b"a\r\n\r\n"),
        "chunk extension": (post + b"1;", b"", b"\r\nb\r\n0\r\n\r\n"),
        "last chunk's extension": (post + b"1\r\nb\r\n0;", b"", b"\r\n\r\n"),
        "trailer": (post + b"1\r\nb\r\n0\r\nX: ", b"", b"\r\n\r\n"),
        "trailer's name": (post + b"1\r\nb\r\n0\r\n", b"", b": x\r\n\r\n"),
    }
    before, filling, after = parts[kind]
    body = 1 if kind not in ("request line", "header value", "white space") else 0
    return before + (filling or b"a") * (total + body - len(before) - len(after)) + after


KINDS = (
    "request line",
    "header value",
    "white space",
    "chunk extension",
    "last chunk's extension",
    "trailer",
    "trailer's name",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cut", [10**9, 1000, 97])
async def test_bytes_that_are_no_body_are_read_up_to_the_bound(echo: int, kind: str, cut: int) -> None:
    for more, status in (-1, b"200"), (0, b"200"), (1, b"431"):
        sent = padded(kind, BOUNDS.header_bytes + more) + LAST
        received = await dripped(echo, sent, cut)
        assert received[9:12] == status, more
        assert received.count(b"HTTP/1.1 200 OK") == (2 if status == b"200" else 0)


async def dripped(port: int, sent: bytes, cut: int) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    with suppress(ConnectionError):
        for place in range(0, len(sent), cut):
            writer.write(sent[place : place + cut])
            await asyncio.sleep(0)
    received = b""
    with suppress(ConnectionError):
        while piece := await reader.read(10_000):
            received += piece
    writer.close()
    return received


@pytest.mark.parametrize("line", [b"X: y\r\n", b":\r\n", b"X: " + b"y" * 1000 + b"\r\n"])
async def test_trailers_without_end_are_cut(echo: int, line: bytes) -> None:
    received = await exchange(echo, request("POST /a", CHUNKED, body=b"0\r\n" + line * 40_000))
    assert b"200 OK" not in received


async def test_chunks_of_one_byte_are_cut_where_their_sizes_reach_the_bound(echo: int) -> None:
    head = request("POST /a", CHUNKED, "Connection: close")
    most = (BOUNDS.header_bytes - len(head) - len(b"0\r\n\r\n")) // len(b"1\r\n\r\n")
    chunks = b"1\r\na\r\n" * most
    assert await bodies(echo, head + chunks + b"0\r\n\r\n") == [b"200 POST /a " + b"a" * most + b"|"]
    assert await bodies(echo, head + chunks + b"1\r\na\r\n0\r\n\r\n") in ([b"431 "], [])


@pytest.mark.parametrize(("more", "status"), [(-1, b"200"), (0, b"200"), (1, b"431")])
async def test_so_many_headers_are_read_and_no_more(echo: int, more: int, status: bytes) -> None:
    lines = [f"X-{number}: y" for number in range(BOUNDS.headers - 2 + more)]
    [answer] = await bodies(echo, request("GET /a", *lines, "Connection: close"))
    assert answer[:3] == status


@pytest.mark.parametrize(("length", "status"), [(255, b"200"), (256, b"200"), (257, b"431")])
async def test_a_header_has_a_name_of_bounded_length(echo: int, length: int, status: bytes) -> None:
    [answer] = await bodies(echo, request("GET /a", "X" * length + ": y", "Connection: close"))
    assert answer[:3] == status


@pytest.mark.parametrize("what", ["TLS", "line feeds only", "two spaces before the target"])
async def test_a_refusal_waits_for_no_time_out_and_has_an_id(patient: int, what: str) -> None:
    received = await exchange(patient, MALFORMED[what])
    assert re.search(rb"\r\nX-Request-Id: 400-1\r\n", received)


async def test_an_empty_line_before_a_request_is_skipped(echo: int) -> None:
    sent = request("POST /a", "Content-Length: 1", body=b"b") + b"\r\n" + LAST
    assert await dripped(echo, sent, 1) == await dripped(echo, sent, 10**9)
    assert await bodies(echo, sent) == [b"200 POST /a b|", b"200 GET /z |"]


async def test_thousands_of_requests_that_are_answered_at_once_need_no_deep_stack(echo: int) -> None:
    sent = request("GET /now") * 5000
    received = await exchange(echo, sent + LAST)
    assert received.count(b"HTTP/1.1 200 OK") == 5001
