"""Aliyun OSS and Qiniu as far as their protocols go: they check signatures, keep objects, and misbehave on demand."""

import asyncio
import base64
import hashlib
import hmac
import json
from asyncio import Future
from contextlib import suppress
from typing import Any
from urllib.parse import unquote

from tornado.httputil import parse_body_arguments
from tornado.iostream import StreamClosedError
from tornado.web import RequestHandler

from tests.service import LocalService

ACCESS_KEY, SECRET_KEY, BUCKET = "access-key", "secret-key-for-tests", "ihome"


class BucketService(LocalService):
    """`mode` is ok, refuse, hang, reset, lie or trickle; `objects` is what is kept: content and its type.

    `length` is how long answers are made with spaces.
    """

    def __init__(self, handler: type["_Handler"]) -> None:
        self.mode = "ok"
        self.asked = self.length = 0
        self.objects: dict[str, tuple[bytes, str]] = {}
        super().__init__(handler)


class _Handler(RequestHandler):
    def initialize(self, service: BucketService) -> None:
        self.service = service

    async def prepare(self) -> None:
        self.service.asked += 1
        match self.service.mode:
            case "hang":
                await asyncio.sleep(30)
            case "reset":
                self.request.connection.stream.close()
                self.finish()
            case "trickle":
                await self._trickle()
            case "refuse":
                self.set_status(403)
                self.finish()
            case "lie":
                self.set_status(500)
                self.finish("<html>no answer of mine</html>")

    async def _trickle(self) -> None:
        with suppress(StreamClosedError):
            while True:
                self.write(" ")
                await self.flush()
                await asyncio.sleep(0.05)

    def finish(self, chunk: str | bytes | dict[str, Any] | None = None) -> "Future[None]":
        text = json.dumps(chunk) if isinstance(chunk, dict) else chunk or ""
        assert isinstance(text, str)
        return super().finish(text.ljust(self.service.length) or None)


def _sign(text: str | bytes, *, urlsafe: bool) -> str:
    content = text if isinstance(text, bytes) else text.encode()
    digest = hmac.new(SECRET_KEY.encode(), content, hashlib.sha1).digest()
    return (base64.urlsafe_b64encode if urlsafe else base64.b64encode)(digest).decode()


class OssHandler(_Handler):
    """Version 1 signatures: https://help.aliyun.com/zh/oss/developer-reference/include-signatures-in-the-authorization-header"""

    async def put(self) -> None:
        if self._is_signed():
            self.service.objects[self._key()] = (self.request.body, self.request.headers["Content-Type"])

    async def delete(self) -> None:
        if self._is_signed():
            self.service.objects.pop(self._key(), None)
            self.set_status(204)

    def _key(self) -> str:
        return unquote(self.request.path).removeprefix(f"/{BUCKET}/")

    def _is_signed(self) -> bool:
        headers = self.request.headers
        own = sorted((name.lower(), value) for name, value in headers.get_all() if name.lower().startswith("x-oss-"))
        lines = [self.request.method, headers.get("Content-MD5", ""), headers.get("Content-Type", ""), headers["Date"]]
        text = "\n".join([*lines, *(f"{name}:{value}" for name, value in own), unquote(self.request.path)])
        right = headers["Authorization"] == f"OSS {ACCESS_KEY}:{_sign(text, urlsafe=False)}"
        if not right:
            self.set_status(403)
        return right


class QiniuHandler(_Handler):
    """Upload tokens and QBox or Qiniu authorisation: https://developer.qiniu.com/kodo/1208/upload-token"""

    async def post(self) -> None:
        if self.request.path == "/":
            self._upload()
        else:
            self._delete()

    def _upload(self) -> None:
        fields: dict[str, Any] = {}
        files: dict[str, Any] = {}
        parse_body_arguments(self.request.headers["Content-Type"], self.request.body, fields, files)
        key = fields["key"][0].decode()
        access_key, signature, policy = fields["token"][0].decode().split(":")
        scope = json.loads(base64.urlsafe_b64decode(policy))["scope"]
        if (access_key, signature, scope) != (ACCESS_KEY, _sign(policy, urlsafe=True), f"{BUCKET}:{key}"):
            self.set_status(401)
            self.finish({"error": "bad token"})
            return
        [file] = files["file"]
        self.service.objects[key] = (file.body, file.content_type)
        self.finish({"key": key, "hash": "x"})

    def _delete(self) -> None:
        kind, _, authorization = self.request.headers["Authorization"].partition(" ")
        if kind == "QBox":
            text = f"{self.request.path}\n"
        else:
            own = sorted((n, v) for n, v in self.request.headers.get_all() if n.startswith("X-Qiniu-"))
            text = f"POST {self.request.path}\nHost: {self.request.host}\n"
            text += f"Content-Type: {self.request.headers['Content-Type']}\n" + "".join(f"{n}: {v}\n" for n, v in own)
            text += "\n" + (self.request.body.decode() if "json" in self.request.headers["Content-Type"] else "")
        if authorization != f"{ACCESS_KEY}:{_sign(text, urlsafe=True)}":
            self.set_status(401)
            return
        bucket, _, key = base64.urlsafe_b64decode(self.request.path.removeprefix("/delete/")).decode().partition(":")
        if bucket != BUCKET or self.service.objects.pop(key, None) is None:
            self.set_status(612)
            self.finish({"error": "no such file or directory"})
