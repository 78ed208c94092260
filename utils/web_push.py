"""Web Push: notifications for browsers (RFC 8030), encrypted (RFC 8291) and signed (VAPID, RFC 8292).

The endpoint of a subscription is a URL that its user sent, so it is asked through the client for public addresses.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

from py_vapid import Vapid02, VapidException

from utils import crypto
from utils.notification_channels import NotDelivered
from utils.public_http import NotPublicAddress, PublicHttpClient, Unreachable

MAX_PAYLOAD = 3_000
"""Bytes. Push services take 4,096, with what encryption adds."""
_TOKEN_SECONDS = 12 * 3600
_MAX_RETRY_SECONDS = 24 * 3600

Urgency = Literal["very-low", "low", "normal", "high"]


class InvalidSubscription(ValueError):
    """No push service can be asked with this subscription. `name` is the wrong field."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class SubscriptionGone(NotDelivered):
    """The browser's user has ended the subscription: nothing will reach it any more."""

    def __init__(self) -> None:
        super().__init__("gone", permanent=True)


@dataclass(frozen=True)
class Receiver:
    """A subscription as the browser has made it: `p256dh` and `auth` are base64url."""

    endpoint: str = field(repr=False)
    p256dh: str = field(repr=False)
    auth: str = field(repr=False)


@dataclass(frozen=True)
class Push:
    """A message for a browser. `ttl` is how many seconds the push service stores it."""

    payload: bytes = field(repr=False)
    id: str
    """Of two messages with one id, the push service keeps the later for a browser that is offline."""
    ttl: int
    urgency: Urgency = "normal"


class WebPush:
    """Sends messages to browsers. `private_key` is 32 bytes, `contact` a mailto: or https: URL (RFC 8292, 2.1).

    `clock` is in seconds since 1970.
    """

    def __init__(
        self, client: PublicHttpClient, private_key: bytes, *, contact: str, clock: Callable[[], float]
    ) -> None:
        self._client = client
        self._vapid = Vapid02.from_raw(_encoded(private_key).encode())
        self._vapid.conf = {"no-strict": True}  # its own expression for contacts refuses good ones
        self._contact = contact
        self._clock = clock
        self.public_key = _encoded(crypto.p256_point(private_key))
        """What browsers subscribe with: base64url of an uncompressed point."""

    def check(self, receiver: Receiver) -> None:
        """Raises InvalidSubscription."""
        if not _is_point(receiver.p256dh):
            raise InvalidSubscription("p256dh")
        if len(_decoded(receiver.auth)) != 16:
            raise InvalidSubscription("auth")
        try:
            self._client.check(receiver.endpoint)
            self._signature(receiver.endpoint)
        except (NotPublicAddress, VapidException):
            raise InvalidSubscription("endpoint") from None

    async def send(self, receiver: Receiver, push: Push) -> None:
        """Hand a message to the browser's push service. Raises NotDelivered, SubscriptionGone."""
        try:
            self.check(receiver)
            body = _encrypt(receiver, push.payload)
            answer = await self._client.request(
                "POST", receiver.endpoint, headers=self._headers(receiver, push), body=body
            )
        except (InvalidSubscription, NotPublicAddress):
            raise NotDelivered("invalid", permanent=True) from None
        except Unreachable as error:
            raise NotDelivered(error.reason) from None
        _judge(answer.status, answer.headers)

    def _headers(self, receiver: Receiver, push: Push) -> dict[str, str]:
        topic = _encoded(hashlib.sha256(push.id.encode()).digest())[:32]
        return {
            "Authorization": self._signature(receiver.endpoint),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "TTL": str(push.ttl),
            "Urgency": push.urgency,
            "Topic": topic,
        }

    def _signature(self, endpoint: str) -> str:
        """Raises VapidException for an endpoint without an origin."""
        parts = urlsplit(endpoint)
        claims = {
            "aud": f"{parts.scheme}://{parts.netloc}",
            "exp": int(self._clock()) + _TOKEN_SECONDS,
            "sub": self._contact,
        }
        signature: str = self._vapid.sign(claims)["Authorization"]
        return signature


def _judge(status: int, headers: Mapping[str, str]) -> None:
    """What an answer of a push service means (RFC 8030, 5 and 7.3). Raises NotDelivered, SubscriptionGone."""
    if 200 <= status < 300:
        return
    if status in {404, 410}:
        raise SubscriptionGone
    later = status in {408, 425, 429} or status >= 500
    after = headers.get("Retry-After", "")
    wait = min(int(after), _MAX_RETRY_SECONDS) if after.isascii() and after.isdigit() and len(after) < 10 else None
    raise NotDelivered(f"answered {status}", permanent=not later, retry_after=wait if later else None)


def _encrypt(receiver: Receiver, payload: bytes) -> bytes:
    # importing it takes a third of a second, for HTTP clients that are not used here
    from pywebpush import WebPusher  # noqa: PLC0415

    keys = {"p256dh": receiver.p256dh, "auth": receiver.auth}
    body: bytes = WebPusher({"endpoint": receiver.endpoint, "keys": keys}).encode(payload)["body"]
    return body


def _is_point(text: str) -> bool:
    return crypto.is_p256_point(_decoded(text))


def _encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).decode().rstrip("=")


def _decoded(text: str) -> bytes:
    """base64url without its padding; empty for anything else."""
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""
