"""HTTP as clients break it: nothing is answered that was not asked, and nothing waits for ever."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest
from tornado.ioloop import IOLoop
from tornado.testing import bind_unused_port
from tornado.web import Application, RequestHandler, stream_request_body

from tests.client import exchange
from utils.transport import Bounds, Server

pytestmark = pytest.mark.usefixtures("echo")
BOUNDS = Bounds(connections=20, idle=0.5, body=0.5, header_bytes=4096, body_bytes=100_000)
LARGE = 20_000_000


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


@pytest.fixture
def echo(io_loop: IOLoop) -> Iterator[int]:
    sock, port = bind_unused_port()
    server = Server(Application([(".*", Echo)], log_function=lambda _: None), BOUNDS)
    io_loop.run_sync(lambda: server.listen_on([sock]))
    yield port
    server.stop()
    io_loop.run_sync(server.close_all_connections)
    assert not server.connections


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
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
}


@pytest.mark.parametrize("what", MALFORMED)
async def test_what_could_be_read_in_two_ways_is_refused_and_what_follows_is_not_read(echo: int, what: str) -> None:
    smuggled = request("GET /smuggled", "Connection: close")
    assert await bodies(echo, MALFORMED[what] + smuggled) in ([b"400 "], [])


@pytest.mark.parametrize("what", MALFORMED)
async def test_who_asked_before_gets_their_answer_first(echo: int, what: str) -> None:
    assert await bodies(echo, request("GET /slow") + GET + MALFORMED[what]) in (
        [b"200 GET /slow |", b"200 GET /a |", b"400 "],
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
    sent = request("GET /a", "Connection: Upgrade", f"Upgrade: {upgrade}")
    assert await bodies(echo, sent + LAST) == [b"200 GET /a |"]


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
    held = [await asyncio.open_connection("127.0.0.1", echo) for _ in range(BOUNDS.connections)]
    assert await exchange(echo, GET) == b""
    for _, writer in held:
        writer.close()
