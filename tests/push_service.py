"""A push service (RFC 8030): checks the VAPID signature and decrypts with the browser's key, as browsers do."""

import base64
import os
from typing import Any

import http_ece
import orjson
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from py_vapid import Vapid02
from tornado.web import HTTPError, RequestHandler

from tests.service import LocalService


def encoded(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode().rstrip("=")


def decoded(text: str) -> dict[str, Any]:
    """The claims of a JSON Web Token."""
    part = text.split(".")[1]
    return orjson.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class Browser:
    """One browser with its keys, as PushManager.subscribe() hands them out."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.auth = os.urandom(16)

    @property
    def subscription(self) -> dict[str, Any]:
        point = self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return {"endpoint": self.endpoint, "keys": {"p256dh": encoded(point), "auth": encoded(self.auth)}}

    def read(self, body: bytes) -> dict[str, Any]:
        return orjson.loads(http_ece.decrypt(body, private_key=self.key, auth_secret=self.auth, version="aes128gcm"))


class PushService(LocalService):
    """`status` is the answer; `received` has the path, headers and shown content of every push it took."""

    def __init__(self) -> None:
        self.status = 201
        self.retry_after = ""
        self.asked = 0
        self.browsers: dict[str, Browser] = {}
        self.received: list[tuple[str, dict[str, str], dict[str, Any]]] = []
        super().__init__(_Handler)

    def browser(self, name: str = "one") -> Browser:
        self.browsers[f"/{name}"] = Browser(f"{self.endpoint}/{name}")
        return self.browsers[f"/{name}"]

    @property
    def shown(self) -> list[dict[str, Any]]:
        return [content for _, _, content in self.received]


class _Handler(RequestHandler):
    def initialize(self, service: PushService) -> None:
        self.service = service

    async def post(self) -> None:
        service = self.service
        service.asked += 1
        await service.hold()
        self._check_signature()
        self.set_status(service.status)
        if service.retry_after:
            self.set_header("Retry-After", service.retry_after)
        if service.status == 201:
            shown = service.browsers[self.request.path].read(self.request.body)
            service.received.append((self.request.path, dict(self.request.headers), shown))

    def _check_signature(self) -> None:
        authorization = self.request.headers["Authorization"]
        claims = decoded(authorization.removeprefix("vapid t=").split(",")[0])
        if not Vapid02.verify(authorization) or claims["aud"] != self.service.endpoint:
            raise HTTPError(403)
