"""Requests to servers that users name: only public ones are connected to, whatever the URL or the name says."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from tornado.ioloop import IOLoop

from tests.utils.test_calendars import OK, RawServer, endless, with_length
from utils.public_http import HttpBounds, NotPublicAddress, PublicHttpClient, Unreachable, _Resolver

BOUNDS = HttpBounds(seconds=5, connect=2, max_bytes=4_096, cut_body=True)


@pytest.fixture
def public(io_loop: IOLoop) -> Iterator[PublicHttpClient]:
    client = PublicHttpClient(BOUNDS)
    yield client
    client.close()


@pytest.fixture
def local(io_loop: IOLoop) -> Iterator[PublicHttpClient]:
    client = PublicHttpClient(BOUNDS, allow_private=True)
    yield client
    client.close()


NOT_PUBLIC = {
    "this machine": "http://127.0.0.1/",
    "this machine, short": "http://127.1/",
    "this machine, as a number": "http://2130706433/",
    "this machine, in hexadecimal": "http://0x7f000001/",
    "this machine, in octal": "http://0177.0.0.1/",
    "this machine, IPv6": "http://[::1]/",
    "IPv4 in IPv6": "http://[::ffff:127.0.0.1]/",
    "any address": "http://0.0.0.0/",
    "metadata of a cloud": "http://169.254.169.254/latest/meta-data/",
    "metadata of Aliyun": "http://100.100.100.200/",
    "private network": "https://10.0.0.1/",
    "NAT64 of a private network": "https://[64:ff9b::10.0.0.1]/",
    "link-local": "https://[fe80::1]/",
    "name of this machine": "http://localhost/",
    "name without dots": "http://mariadb/",
    "name of a local network": "http://printer.local/",
    "user and password": "https://user:password@example.com/",
    "host behind a user": "https://example.com@127.0.0.1/",
    "port of SSH": "https://example.com:22/",
    "port of Redis": "http://example.com:6379/",
    "no port": "http://example.com:x/",
    "file": "file:///etc/passwd",
    "gopher": "gopher://example.com/",
    "nothing": "",
}


@pytest.mark.parametrize("url", NOT_PUBLIC.values(), ids=NOT_PUBLIC)
async def test_what_is_not_public_is_not_asked(public: PublicHttpClient, url: str) -> None:
    with pytest.raises(NotPublicAddress):
        public.check(url)
    with pytest.raises(NotPublicAddress):
        await public.request("POST", url, headers={}, body=b"")


@pytest.mark.parametrize(("host", "port"), [("localhost", 80), ("127.0.0.1", 80), ("::1", 443), ("8.8.8.8", 25)])
async def test_what_is_connected_to_was_checked(host: str, port: int) -> None:
    """The client takes its addresses from here, also for a redirect, so that a name cannot change in between."""
    with ThreadPoolExecutor(1) as threads, pytest.raises(NotPublicAddress, match="not a p"):
        await _Resolver(threads=threads, public=True).resolve(host, port)


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """A name server: each look-up of a name takes its next address."""
    table: dict[str, list[str]] = {}
    looked_up = socket.getaddrinfo

    def getaddrinfo(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        is_name = host in table and not kwargs.get("flags")
        return looked_up(table[host].pop(0) if is_name else host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return table


async def test_a_public_name_with_a_private_address_is_refused(
    public: PublicHttpClient, names: dict[str, list[str]]
) -> None:
    names["hook.example.com"] = ["10.1.2.3"]
    public.check("https://hook.example.com/")
    with pytest.raises(NotPublicAddress):
        await public.request("POST", "https://hook.example.com/", headers={}, body=b"{}")


async def test_a_name_that_changes_its_address_after_the_check_gains_nothing(
    public: PublicHttpClient, names: dict[str, list[str]]
) -> None:
    """It is looked up once a request: the address that was checked is the one that is connected to."""
    names["hook.example.com"] = ["2d00::1", "127.0.0.1"]  # 2d00::/8 belongs to nobody
    with pytest.raises(Unreachable):
        await public.request("GET", "http://hook.example.com:8080/", headers={})
    assert names["hook.example.com"] == ["127.0.0.1"]
    with pytest.raises(NotPublicAddress):
        await public.request("GET", "http://hook.example.com:8080/", headers={})


REDIRECT = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n"


async def test_no_redirect_is_followed(local: PublicHttpClient) -> None:
    async with RawServer(lambda: iter([REDIRECT])) as server:
        answer = await local.request("POST", server.url, headers={}, body=b"{}")
    assert (answer.status, server.asked) == (302, 1)


async def test_what_is_too_long_of_an_answer_is_cut_off(local: PublicHttpClient) -> None:
    for body in (with_length(b"x" * 100_000), with_length(b"x" * 4_096)):
        async with RawServer(lambda body=body: iter([body])) as server:  # type: ignore[misc]
            answer = await local.request("POST", server.url, headers={}, body=b"{}")
        assert (answer.status, answer.body) == (200, b"x" * 4_096)
    async with RawServer(endless(OK + b"\r\n", b"x" * 1_000)) as server:
        answer = await local.request("GET", server.url, headers={})
        assert (answer.status, len(answer.body)) == (200, 4_096)


async def test_any_status_is_an_answer(local: PublicHttpClient) -> None:
    gone = b"HTTP/1.1 410 Gone\r\nX-Why: moved\r\nContent-Length: 2\r\n\r\nno"
    async with RawServer(lambda: iter([gone])) as server:
        answer = await local.request("POST", server.url, headers={}, body=b"{}")
    assert (answer.status, answer.headers["x-why"], answer.body) == (410, "moved", b"no")


async def test_nobody_answers(local: PublicHttpClient) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Unreachable, match="unreachable"):
            await local.request("GET", f"http://127.0.0.1:{taken.getsockname()[1]}/", headers={})
