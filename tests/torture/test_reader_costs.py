"""What one message costs the loop's thread in processor time, however its bytes are arranged (promise 19)."""

import asyncio
import time
from collections.abc import Sequence

import pytest

from tests.utils.readers import ours

pytestmark = pytest.mark.torture
HEAD, LAST = b"GET / HTTP/1.1\r\nHost: x\r\n", b"0\r\n\r\n"
CHUNKED = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
MOST = 256 * 1024
"""So many bytes come at once."""

AT_ONCE = {
    "chunks of one byte": CHUNKED + b"1\r\na\r\n" * (MOST // 6),
    "chunks of one byte, as many as are read": CHUNKED + b"1\r\na\r\n" * 6500 + LAST,
    "empty trailers": CHUNKED + b"0\r\n" + b"a:\r\n" * (MOST // 4),
    "one trailer": CHUNKED + b"0\r\nX: " + b"a" * MOST,
    "a trailer of colons": CHUNKED + b"0\r\n" + b":" * MOST,
    "a chunk extension": CHUNKED + b"1;" + b";=" * (MOST // 2),
    "a chunk's size": CHUNKED + b"0" * MOST,
    "empty headers": HEAD + b"a:\r\n" * (MOST // 4) + b"\r\n",
    "one header many times": HEAD + b"a:b\r\n" * 97 + b"\r\n",
    "one header": HEAD + b"X: " + b" " * 32_000 + b"\r\n\r\n",
    "empty lines": b"\r\n" * (MOST // 2),
    "line feeds": HEAD + b"\n" * MOST,
    "carriage returns": HEAD + b"\r" * MOST,
    "a target": b"GET /" + b"?" * MOST,
    "a host": b"GET / HTTP/1.1\r\nHost: " + b"[:" * 15_000 + b"\r\n\r\n",
    "an absolute target": b"GET http://" + b"[:@" * 10_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
}
DRIPPED = {
    "a header": (HEAD + b"X: ", b"a"),
    "a target": (b"GET /", b"a"),
    "a trailer": (CHUNKED + b"0\r\nX: ", b"a"),
    "a chunk extension": (CHUNKED + b"1;", b"a"),
    "a chunk's size": (CHUNKED, b"0"),
}


def milliseconds(pieces: Sequence[bytes]) -> float:
    """Of the thread's processor time, the best of three: what other processes do does not count."""

    async def once() -> float:
        started = time.thread_time()
        await ours(pieces)
        return time.thread_time() - started

    async def best() -> float:
        return min([await once() for _ in range(3)])

    return asyncio.run(best()) * 1000


@pytest.mark.parametrize("what", AT_ONCE)
def test_no_message_holds_the_loop_for_50_ms(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    took = milliseconds([AT_ONCE[what]])
    with capsys.disabled():
        print(f"\n{what}: {took:.1f} ms", end=" ")
    assert took < 50


@pytest.mark.parametrize("what", DRIPPED)
def test_bytes_that_drip_cost_the_same_each(what: str) -> None:
    start, byte = DRIPPED[what]
    short, long = (milliseconds([start, *[byte] * length]) for length in (4_000, 32_000))
    assert long < short * 8 * 2.5
