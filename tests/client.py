"""Clients: a browser with cookies, and a crowd whose requests arrive at one moment."""

import asyncio
import json as json_
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient
from tornado.httputil import HTTPHeaders, parse_response_start_line

from tests import documented

COOKIE, DEVICE_COOKIE = "session_id", "device"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPHeaders
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        return json_.loads(self.body)

    @property
    def errno(self) -> int:
        return self.json["errno"]

    @property
    def errmsg(self) -> str:
        return self.json["errmsg"]

    @property
    def data(self) -> Any:
        return self.json["data"]

    @property
    def fields(self) -> dict[str, str]:
        return self.data.get("fields", {})


def encoded(json: Any = None, form: Mapping[str, str] | None = None) -> tuple[bytes | None, dict[str, str]]:
    """A body and its headers."""
    if json is not None:
        return json_.dumps(json).encode(), {"Content-Type": "application/json"}
    if form is not None:
        return urlencode(form).encode(), {"Content-Type": "application/x-www-form-urlencoded"}
    return None, {}


class Client:
    """A browser: keeps the cookies of its session and its device, sends nothing that was not asked for."""

    def __init__(self, http: AsyncHTTPClient, base_url: str) -> None:
        self._http = http
        self._base_url = base_url
        self.session: str | None = None
        self.device: str | None = None
        self.documented = True
        """Whether every answer has to be the one that this release's OpenAPI document describes."""

    async def send(
        self,
        verb: str,
        path: str,
        *,
        json: Any = None,
        form: Mapping[str, str] | None = None,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Answer:
        content, sent = encoded(json, form)
        content = body if body is not None else content
        sent |= headers or {}
        cookies = {COOKIE: self.session, DEVICE_COOKIE: self.device}
        if cookie := "; ".join(f"{name}={value}" for name, value in cookies.items() if value):
            sent.setdefault("Cookie", cookie)
        response = await self._http.fetch(
            self._base_url + path,
            method=verb,
            body=content,
            headers=sent,
            allow_nonstandard_methods=True,
            follow_redirects=False,
            raise_error=False,
        )
        if response.code == 599:
            raise ConnectionError(repr(response.error))
        for line in response.headers.get_list("Set-Cookie"):
            if COOKIE in (morsels := SimpleCookie(line)):
                self.session = morsels[COOKIE].value or None
            if DEVICE_COOKIE in morsels:
                self.device = morsels[DEVICE_COOKIE].value or None
        if self.documented:
            documented.check(verb, path, response.code, response.headers, response.body or b"")
        return Answer(response.code, response.headers, response.body or b"")

    async def get(self, path: str, **options: Any) -> Answer:
        return await self.send("GET", path, **options)

    async def post(self, path: str, json: Any = None, **options: Any) -> Answer:
        return await self.send("POST", path, json=json, **options)

    async def put(self, path: str, json: Any = None, **options: Any) -> Answer:
        return await self.send("PUT", path, json=json, **options)

    async def delete(self, path: str, **options: Any) -> Answer:
        return await self.send("DELETE", path, **options)


def raw(
    verb: str,
    path: str,
    *,
    json: Any = None,
    form: Mapping[str, str] | None = None,
    body: bytes | None = None,
    session: str | None = None,
    headers: Mapping[str, str] | None = None,
) -> bytes:
    """One HTTP/1.1 request, after which the server is to close the connection."""
    content, sent = encoded(json, form)
    content = (body if body is not None else content) or b""
    sent |= {"Host": "127.0.0.1", "Connection": "close", "Content-Length": str(len(content))}
    if session:
        sent["Cookie"] = f"{COOKIE}={session}"
    sent |= headers or {}
    lines = [f"{verb} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in sent.items())]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


async def race(port: int, requests: Iterable[bytes]) -> list[Answer]:
    """All but the last byte of every request is sent first; then the last bytes are, together."""
    connections = [(*await asyncio.open_connection("127.0.0.1", port), request) for request in requests]
    for _, writer, request in connections:
        writer.write(request[:-1])
        await writer.drain()
    for _, writer, request in connections:
        writer.write(request[-1:])
    return [read_answer(answer) for answer in await asyncio.gather(*(_rest(r, w) for r, w, _ in connections))]


async def exchange(port: int, request: bytes) -> bytes:
    """Whatever the server sends back for these bytes, until it closes the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request)
    return await _rest(reader, writer)


async def _rest(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bytes:
    try:
        return await reader.read()
    except ConnectionError:
        return b""
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


def read_answer(received: bytes) -> Answer:
    head, _, body = received.partition(b"\r\n\r\n")
    start, _, headers = head.decode("latin-1").partition("\r\n")
    return Answer(parse_response_start_line(start).code, HTTPHeaders.parse(headers), body)
