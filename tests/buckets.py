"""Aliyun OSS (tools/oss_protocol.py) and Qiniu, as far as their protocols go, which misbehave on demand."""

import asyncio
import base64
import hashlib
import hmac
import json
from asyncio import Future
from contextlib import suppress
from typing import Any

from tornado.httputil import parse_body_arguments
from tornado.iostream import StreamClosedError
from tornado.web import RequestHandler

from tests.service import LocalService
from tools import oss_protocol
from tools.oss_protocol import ACCESS_KEY, BUCKET, SECRET_KEY, StoredObject


class BucketService(LocalService):
    """`mode` is ok, refuse, hang, reset, lie or trickle; `length` is how long answers are made with spaces."""

    def __init__(self, handler: type["_Handler"]) -> None:
        self.mode = "ok"
        self.asked = self.length = 0
        self.objects: dict[str, StoredObject] = {}
        super().__init__(handler)

    @property
    def contents(self) -> dict[str, tuple[bytes, str]]:
        """The objects: content and media type by name."""
        return {key: (stored.content, stored.content_type) for key, stored in self.objects.items()}


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
        if not self._finished and (prepared := super().prepare()) is not None:
            await prepared

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


def _sign(text: str) -> str:
    return base64.urlsafe_b64encode(hmac.new(SECRET_KEY.encode(), text.encode(), hashlib.sha1).digest()).decode()


class OssHandler(_Handler, oss_protocol.OssHandler):
    """OSS on the objects of a BucketService."""

    def initialize(self, service: BucketService) -> None:
        _Handler.initialize(self, service)
        oss_protocol.OssHandler.initialize(self, service.objects)


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
        if (access_key, signature, scope) != (ACCESS_KEY, _sign(policy), f"{BUCKET}:{key}"):
            self.set_status(401)
            self.finish({"error": "bad token"})
            return
        [file] = files["file"]
        self.service.objects[key] = StoredObject(file.body, file.content_type)
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
        if authorization != f"{ACCESS_KEY}:{_sign(text)}":
            self.set_status(401)
            return
        bucket, _, key = base64.urlsafe_b64decode(self.request.path.removeprefix("/delete/")).decode().partition(":")
        if bucket != BUCKET or self.service.objects.pop(key, None) is None:
            self.set_status(612)
            self.finish({"error": "no such file or directory"})
