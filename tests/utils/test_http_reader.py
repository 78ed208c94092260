"""The reader alone: bytes in, heads and pieces of bodies out."""

from dataclasses import replace
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.utils.readers import BOUNDS
from utils.http.llhttp import Head, HeadParser
from utils.http.malformed import Malformed
from utils.http.reader import Piece, Reader

ROOT = Path(__file__).parents[2]
SIZED = b"POST /b?c=d HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
CHUNKED = b"PUT /e HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n2;f=g\r\nhi\r\n1\r\nj\r\n0\r\nK: l\r\n\r\n"
WITHOUT = b"GET /m HTTP/1.0\r\nX: n \r\nx: o\r\nContent-Length: 0\r\n\r\n"


def read(reader: Reader) -> list[Head | Piece]:
    """All events that the reader has now."""
    found: list[Head | Piece] = []
    while (event := reader.read()) is not None:
        found.append(event)
    return found


def seen(pieces: list[bytes]) -> list[tuple[str, str, dict[str, str], bool, bytes]]:
    """Method, target, headers, whether the client may send another one, and body, of each request that is complete."""
    reader, requests, body = Reader(BOUNDS), [], b""
    for each in pieces:
        reader.feed(each)
        while (event := reader.read()) is not None:
            if isinstance(event, Head):
                head, body = event, b""
            else:
                body += event.data
            if not reader.has_body:
                requests.append((head.method, head.target, dict(head.headers), head.keeps_alive, body))
    assert not reader.unread
    return requests


@given(st.lists(st.integers(0, len(SIZED + CHUNKED + WITHOUT)), max_size=6))
def test_requests_are_the_same_however_their_bytes_are_cut(places: list[int]) -> None:
    sent, cuts = SIZED + CHUNKED + WITHOUT, sorted(places)
    assert seen([sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]) == [
        ("POST", "/b?c=d", {"Host": "x", "Content-Length": "3"}, True, b"abc"),
        ("PUT", "/e", {"Host": "x", "Transfer-Encoding": "chunked"}, True, b"hij"),
        ("GET", "/m", {"X": "n,o", "Content-Length": "0"}, False, b""),
    ]


def test_a_body_comes_in_pieces_of_16_kib_and_its_last_one_says_so() -> None:
    reader = Reader(BOUNDS)
    reader.feed(SIZED[:-3].replace(b"3", b"40000") + b"a" * 39_999)
    assert isinstance(reader.read(), Head)
    assert [(len(piece.data), piece.is_last) for piece in read(reader) if isinstance(piece, Piece)] == [
        (16_384, False),
        (16_384, False),
        (7_231, False),
    ]
    assert reader.has_body
    reader.feed(b"ab")
    assert reader.read() == Piece(b"a", is_last=True)
    assert not reader.has_body
    assert reader.unread


@pytest.mark.parametrize("message", [SIZED, CHUNKED])
def test_a_body_of_more_bytes_than_allowed_is_refused(message: bytes) -> None:
    for body_bytes, refused in ((3, False), (2, True)):
        reader = Reader(replace(BOUNDS, body_bytes=body_bytes))
        for _ in range(2):  # each body counts alone
            reader.feed(message)
            if not refused:
                assert read(reader)[-1] == Piece(message[-3:] if message is SIZED else b"hij", is_last=True)
        if refused:
            with pytest.raises(Malformed) as malformed:
                read(reader)
            assert malformed.value.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_dropped_bytes_are_not_read() -> None:
    reader = Reader(BOUNDS)
    reader.feed(b"\x16\x03\x01")
    assert reader.unread
    reader.drop()
    assert not reader.unread
    reader.feed(WITHOUT)
    assert isinstance(reader.read(), Head)


def test_httptools_is_the_version_whose_errors_carry_what_a_callback_raised() -> None:
    """It does not document that; look at utils/http/llhttp.py before another version is pinned."""
    assert version("httptools") == "0.9.0"
    assert "\nhttptools==0.9.0 " in (ROOT / "requirements.txt").read_text()
    with pytest.raises(Malformed) as malformed:
        HeadParser(max_headers=1).parse(WITHOUT)
    assert malformed.value.status == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
