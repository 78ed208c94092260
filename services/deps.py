"""What a use case may reach for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Protocol

from utils.captcha import Pictures
from utils.codes import OneTimeCodes
from utils.crypto import Vault
from utils.images import Workshop
from utils.limits import Limiter
from utils.mysql import Database
from utils.passwords import Passwords
from utils.sessions import SessionStore


class SmsSender(Protocol):
    async def send(self, mobile: str, code: str, purpose: str) -> None:
        """Send a code. Raises utils.sms.NotSent."""


class Storage(Protocol):
    """Keeps objects, under names that ihome makes."""

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Raises utils.storage.NotStored."""

    async def delete(self, key: str) -> None:
        """Raises utils.storage.NotStored; nothing happens where there is none."""

    def url(self, key: str) -> str:
        """Where everybody finds it."""


@dataclass(frozen=True)
class Deps:
    db: Database
    sessions: SessionStore
    limiter: Limiter
    pictures: Pictures
    picture_codes: OneTimeCodes
    sms_codes: OneTimeCodes
    sms: SmsSender
    storage: Storage
    workshop: Workshop
    passwords: Passwords
    vault: Vault
    house_review: Literal["auto", "manual"]
    """Whether a new house is approved by itself, or by an admin."""
    house_pictures_bytes: int
    """How much one user's pictures of houses may take, all sizes together."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True)
class Visitor:
    """Who is at the other end: a network address as limits count it, and the device's own description."""

    address: str
    device: str
