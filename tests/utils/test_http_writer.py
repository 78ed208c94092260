"""The writer alone: answers in, bytes out."""

import pytest
from tornado.httputil import HTTPHeaders, HTTPOutputError

from utils.http.headers import Headers
from utils.http.llhttp import Head
from utils.http.writer import AnswerWriter


def writer(method: str = "GET", version: str = "HTTP/1.1", *, keeps_alive: bool = True) -> AnswerWriter:
    return AnswerWriter(Head(method, "/", version, Headers(), keeps_alive))


def written(answer: AnswerWriter, code: int, headers: dict[str, str], *chunks: bytes) -> bytes:
    first, *rest = chunks
    began = answer.begin(code, "X", HTTPHeaders(headers), first)
    return began + b"".join(map(answer.body, rest)) + answer.end()


def test_an_answer_with_a_length_is_written_as_it_is() -> None:
    answer = writer()
    assert written(answer, 200, {"Content-Length": "3", "A": "b"}, b"a", b"", b"bc") == (
        b"HTTP/1.1 200 X\r\nContent-Length: 3\r\nA: b\r\n\r\nabc"
    )
    assert answer.keeps_alive


def test_an_answer_without_a_length_is_chunked() -> None:
    answer = writer()
    assert written(answer, 200, {}, b"", b"a" * 17, b"") == (
        b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n11\r\n" + b"a" * 17 + b"\r\n0\r\n\r\n"
    )
    assert answer.keeps_alive


def test_a_client_of_http_1_0_finds_the_end_of_such_an_answer_where_the_connection_ends() -> None:
    answer = writer(version="HTTP/1.0")
    assert written(answer, 200, {}, b"a", b"b") == b"HTTP/1.1 200 X\r\nConnection: close\r\n\r\nab"
    assert not answer.keeps_alive


@pytest.mark.parametrize(("method", "code"), [("GET", 204), ("GET", 304), ("HEAD", 200)])
@pytest.mark.parametrize("length", [None, "5"])
def test_an_answer_without_a_body_has_no_framing(method: str, code: int, length: str | None) -> None:
    headers = {} if length is None else {"Content-Length": length}
    line = b"" if length is None else b"Content-Length: 5\r\n"
    assert written(writer(method), code, headers, b"") == b"HTTP/1.1 %d X\r\n%b\r\n" % (code, line)


@pytest.mark.parametrize(
    ("version", "client_keeps", "answer_closes", "header"),
    [
        ("HTTP/1.1", True, False, b""),
        ("HTTP/1.1", True, True, b"Connection: close\r\n"),
        ("HTTP/1.1", False, False, b"Connection: close\r\n"),
        ("HTTP/1.0", True, False, b"Connection: keep-alive\r\n"),
        ("HTTP/1.0", True, True, b"Connection: close\r\n"),
        ("HTTP/1.0", False, False, b"Connection: close\r\n"),
    ],
)
def test_an_answer_says_whether_the_connection_stays(
    version: str, client_keeps: bool, answer_closes: bool, header: bytes
) -> None:
    answer = writer(version=version, keeps_alive=client_keeps)
    headers = {"Content-Length": "0"} | ({"Connection": "close"} if answer_closes else {})
    assert header in written(answer, 200, headers, b"")
    assert answer.keeps_alive == (client_keeps and not answer_closes)


def test_a_body_that_is_longer_than_its_length_is_refused() -> None:
    for chunks in ((b"abcd",), (b"abc", b"d")):
        with pytest.raises(HTTPOutputError, match="more bytes than Content-Length"):
            written(writer(), 200, {"Content-Length": "3"}, *chunks)
    with pytest.raises(HTTPOutputError):
        written(writer("HEAD"), 200, {"Content-Length": "3"}, b"a")


def test_a_body_that_is_shorter_than_its_length_is_refused() -> None:
    with pytest.raises(HTTPOutputError, match="1 bytes fewer than Content-Length"):
        written(writer(), 200, {"Content-Length": "3"}, b"a", b"b")


@pytest.mark.parametrize(("name", "value"), [("A", "b\r\nC: d"), ("A", "b\nc"), ("A", "b\rc"), ("A\r\nB", "c")])
def test_a_header_with_a_line_break_is_refused(name: str, value: str) -> None:
    headers = HTTPHeaders()
    headers[name] = value
    with pytest.raises(ValueError, match="line break"):
        writer().begin(200, "OK", headers, b"")
