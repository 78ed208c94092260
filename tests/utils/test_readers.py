"""A differential fuzz: our reader, Tornado's and h11's see the same requests in a stream of bytes, or ours refuses it.

Ours may refuse what another takes. What ours takes, no other may see differently, and one of them has to see as well.
"""

import asyncio
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.utils.readers import Reading, h11s, ours, tornados


def mostly(usual: str, *odd: str) -> st.SearchStrategy[str]:
    """The usual one, and an odd one a few times in a hundred."""
    return st.sampled_from([usual] * (30 * len(odd)) + list(odd))


def often(*usual: str, odd: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(list(usual) * (25 * len(odd) // len(usual) + 1) + list(odd))


ODD_ENDS = ("\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", "\r\n ")
"""In place of one CRLF."""

ODD_END = st.sampled_from([(0, "\r\n")] * 150 + [(place, end) for place in range(8) for end in ODD_ENDS])
METHOD = often(
    "GET", "GET", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH",
    odd=("get", "BREW", "CONNECT", "PRI", "M-SEARCH", "G\x00T", "", "DESCRIBE", "SOURCE", "GET:"),
)  # fmt: skip
TARGET = often(
    "/", "/a?b=1&c", "/%41/../b", "http://h/p?x=/", "HTTP://H:80", "https://[::1]:1/a", "http://h?x", "//h/p", "/a;b,c",
    odd=("*", "a:80", "http://u@h/", "http:///a", "http://[::1/", "/a b", "/\xe4", "/a#b", "http://h#b", "", "/\x7f",
         "/\t", "/\x00", "ftp://h/", "/a\\b", '/"<>^`{|}', "/" + "a" * 3000, "http://h/http://i/", "https:/a"),
)  # fmt: skip
VERSIONS = ("HTTP/1.2", "HTTP/2.0", "HTTP/0.9", "RTSP/1.0", "ICE/1.0", "http/1.1", "HTTP/1.1 ", "HTTP/1.10",
            "HTTP/01.1",             "HTTP/1,1", "HTTP/1", "")  # fmt: skip
LINE = often(
    "{} {} HTTP/1.1", "{} {} HTTP/1.1", "{} {} HTTP/1.1", "{} {} HTTP/1.0",
    odd=("{}  {} HTTP/1.1", "{}\t{} HTTP/1.1", "{} {}  HTTP/1.1", "{} {}\tHTTP/1.1", "{}\x0b{} HTTP/1.1",
         "{}\xa0{} HTTP/1.1",         " {} {} HTTP/1.1", *("{} {} " + version for version in VERSIONS)),
)  # fmt: skip
HOST = often(
    "Host: h", "host:h:80", "HOST: [::1]",
    odd=("", "Host:", "Host: h\r\nHost: h", "Host: h\r\nHost: i", "Host: [::1", "Host: u@h", "Host: h/", "Host : h",
         "Host: h, i", "Host: h:99999", " Host: h", "Host: \xe4", "Host:\th\t", "Host: h i"),
)  # fmt: skip
OTHER = often(
    "X: y", "X: y", "x-a:", "X-B:   two  words \t ", "X: \xe4\xff", "Cookie: a=b; c=d", "X-C: a,b", "x: z",
    "Connection: close", "Connection: keep-alive", "Connection: Close, x", "Connection: x",
    "Connection: keep-alive, close",
    "Connection: Upgrade\r\nUpgrade: h2c", "Connection: upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: A",
    "Upgrade: websocket", "Expect: 100-continue", "Expect: 100-Continue", "Expect: x", "Proxy-Connection: close",
    "X_Y: z", "TE: trailers", "Trailer: X", "X: " + "v" * 4000,
    odd=("X: \x00", "X: \x0b", "X: a\rb", "X y: z", "X : y", ": y", "nonsense", " folded", "\tfolded", "X\xe4: y",
    "X[]: y",    "Content-Length: 3", "content-length:0", "Content-Length: 3, 3", "Content-Length: +3",
    "Content_Length: 3",
    "Content-Length : 3", "Content-Length: 3 ", "Content-Length: 0x3", "Content-Length: 3\r\nContent-Length: 3",
    "Content-Length:", "Content-Length: 99999999999999999999", "Content-Length: 1_0", "Content-Length: 03",
    "Transfer-Encoding: chunked", "Transfer-Encoding: identity", "Transfer-Encoding: gzip, chunked",
    "transfer-encoding:",
    "Transfer-Encoding: chunked, identity", "Transfer-Encoding:\x0bchunked", "Transfer-Encoding: \x0cchunked",
    "Transfer-Encoding : chunked", "Transfer-Encoding: chunked;x"),
)  # fmt: skip
CODING = mostly("Transfer-Encoding: chunked", "Transfer-Encoding: Chunked", "transfer-encoding:chunked ", "TE: chunked",
                "Transfer-Encoding: \tchunked", "Transfer-Encoding: xchunked")  # fmt: skip
SIZE = mostly(
    "{:x}", "{:X}", "0{:x}", "000000000{:x}", "{:x};a", '{:x};a="b;c"', "{:x} ;a", "{:x}; a=b", "+{:x}", "0x{:x}",
    "{:x}\t",
    " {:x}", "-{:x}", "{:x}g", "{:x};\x00", "{:x};a\rb", "{:x},{:x}", "1{:x}", "FFFFFFFFFFFFFFFF{:x}", "", "_{:x}",
    "0_{:x}", "{:x};\xe4",
)  # fmt: skip
TRAILER = st.sampled_from(
    ["X: y", "Content-Length: 9", "Host: i", "bad", "X : y", " folded", "X: \x00", "X:", ": y", "X: a\rb", "X: \xe4"]
)
DATA = st.sampled_from(
    ["", "a", "abc", "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n", "0\r\n\r\n", "\r\n", "\x00\xff", "x" * 70]
)


CHUNKS = st.lists(st.tuples(SIZE, DATA.filter(bool)), max_size=3)
LAST_CHUNK = mostly("0", "00", "0;a", "0 ", "", "0" * 20, "-0")
FRAMING = st.sampled_from(["nothing", "length", "chunks"])
OFF_BY = st.sampled_from([0] * 40 + [1, -1])
SOME_OTHERS, SOME_TRAILERS = st.lists(OTHER, max_size=2), st.one_of(st.just([]), st.lists(TRAILER, max_size=2))


def joined(lines: list[str], odd_end: tuple[int, str]) -> str:
    place, odd = odd_end
    return "".join(line + (odd if number == place else "\r\n") for number, line in enumerate(lines))


@st.composite
def message(draw: st.DrawFn) -> str:
    lines, body = [draw(LINE).format(draw(METHOD), draw(TARGET)), draw(HOST), *draw(SOME_OTHERS)], ""
    framing = draw(FRAMING)
    if framing == "length":
        body = draw(DATA)
        lines.insert(draw(st.integers(1, len(lines))), f"Content-Length: {max(len(body) + draw(OFF_BY), 0)}")
    elif framing == "chunks":
        parts = [part for size, data in draw(CHUNKS) for part in (size.format(len(data), len(data)), data)]
        body = joined([*parts, draw(LAST_CHUNK), *draw(SOME_TRAILERS), ""], draw(ODD_END))
        lines.insert(draw(st.integers(1, len(lines))), draw(CODING))
    return joined([*filter(None, lines), ""], draw(ODD_END)) + body


FIRST = mostly("", "\r\n", "\r\n\r\n", "\n", " ", "\x16\x03")
PLACES = st.lists(st.integers(0, 1000), max_size=3)
"""In thousandths of a stream."""

CHANGE = st.one_of(*[st.none()] * 5, st.tuples(st.integers(0, 1000), st.binary(max_size=2), st.integers(0, 2)))


@st.composite
def stream(draw: st.DrawFn) -> list[bytes]:
    """Some messages one behind the other, sometimes with a byte changed, in pieces."""
    sent = (draw(FIRST) + "".join(draw(st.lists(message(), min_size=1, max_size=3)))).encode("latin-1")
    change = draw(CHANGE)
    if change is not None:
        at = change[0] * len(sent) // 1000
        sent = sent[:at] + change[1] + sent[at + change[2] :]
    cuts = sorted(place * len(sent) // 1000 for place in draw(PLACES))
    return [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True) if start < end]


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as running:
        yield running


def difference(mine: Reading, others: list[Reading]) -> str:
    """What is wrong, in words; nothing where all is well."""
    for place, request in enumerate(mine.requests):
        seen = [other.requests[place] for other in others if place < len(other.requests)]
        if any(other != request for other in seen):
            return f"{request} is seen differently: {seen}"
        if not seen and all(other.end == "refused" for other in others):
            return f"{request} is refused by all others"
    if mine.end == "read" and any(len(other.requests) > len(mine.requests) for other in others):
        return f"a request is missed: {others}"
    return ""


def compare(runner: asyncio.Runner, pieces: list[bytes]) -> None:
    async def read() -> list[Reading]:
        return [await ours(pieces), await tornados(pieces), h11s(pieces)]

    mine, *others = runner.run(read())
    assert not difference(mine, others), pieces


LOOSE = settings(deadline=None, suppress_health_check=list(HealthCheck), database=None)


@settings(LOOSE, max_examples=300, derandomize=True)
@given(pieces=stream())
def test_all_readers_see_the_same_requests(runner: asyncio.Runner, pieces: list[bytes]) -> None:
    compare(runner, pieces)


FOUND = {
    "white space behind a value": b"GET / HTTP/1.1\r\nHost: h\r\nX: a \t \r\n\r\n",
    "an empty line behind a line feed": b"GET / HTTP/1.0\r\nHost: h\n\r\n",
    "an upgrade with a body": b"POST / HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n"
    b"Content-Length: 1\r\n\r\na",
}


@pytest.mark.parametrize("what", FOUND)
def test_what_was_once_seen_differently(runner: asyncio.Runner, what: str) -> None:
    compare(runner, [FOUND[what]])


@pytest.mark.torture
@settings(LOOSE, max_examples=20_000)
@given(pieces=stream())
def test_all_readers_see_the_same_requests_in_20000_streams(runner: asyncio.Runner, pieces: list[bytes]) -> None:
    compare(runner, pieces)
