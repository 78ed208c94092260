"""What a use case may reach for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Protocol

from utils.bearer_tokens import BearerTokens
from utils.cache import Cache
from utils.captcha import CaptchaImages
from utils.crypto import Pseudonyms, Vault
from utils.devices import Devices
from utils.epoch import Epoch
from utils.ical import CalendarClient
from utils.images import ImageWorkers
from utils.keyed_lock import KeyedLock
from utils.limits import Limiter
from utils.local_payments import LocalPayments
from utils.mysql import Database
from utils.one_time_codes import OneTimeCodes
from utils.passwords import PasswordHasher
from utils.payments import ReceivedPayment, Trade
from utils.sessions import SessionStore
from utils.text_rules import LookAlikes


class SmsSender(Protocol):
    async def send(self, mobile: str, code: str, purpose: str) -> None:
        """Send a code. Raises utils.sms.NotSent."""


class Storage(Protocol):
    """Keeps objects, under names that ihome makes."""

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Raises utils.storage.NotStored."""

    async def delete(self, key: str) -> None:
        """Raises utils.storage.NotStored; nothing happens where there is none."""

    async def tidy(self, seconds: float) -> int:
        """Remove what was left half-written so long ago; returns how many. Raises utils.storage.NotStored."""

    def url(self, key: str) -> str:
        """Where everybody finds it."""


class Payments(Protocol):
    """A payment service. Its numbers for trades are ours, amounts are in fen."""

    async def page(self, trade: Trade, *, phone: bool) -> str:
        """Where the payer goes to pay."""

    def read(self, notice: Mapping[str, str]) -> ReceivedPayment | None:
        """The payment that a notice reports; None where it reports none. Raises utils.payments.InvalidNotice."""

    async def find(self, number: str) -> ReceivedPayment | None:
        """The payment of a trade; None where there is none. Raises utils.payments.PaymentServiceUnavailable."""

    async def refund(self, number: str, amount: int) -> None:
        """Refund a trade; repeated calls refund once. Raises utils.payments.PaymentServiceUnavailable."""


AnswerTimes = tuple[tuple[int, int], ...]
"""(At least so many days before a stay, seconds to answer), the most days first, 0 days last."""


@dataclass(frozen=True)
class OrderRules:
    """Times are in seconds."""

    accept: AnswerTimes
    """How long a host may take to answer."""
    pay: AnswerTimes
    """How long a guest may take to pay."""
    pending: int
    """How many orders of one guest may wait for an answer."""
    key: int
    """How long an Idempotency-Key is kept."""
    booking: float
    """How long a booking may take, its turn included."""
    feed: int
    """How long after a fetch another platform's calendar is fetched again."""


@dataclass(frozen=True)
class Deps:
    db: Database
    sessions: SessionStore
    tokens: BearerTokens
    limiter: Limiter
    captcha_images: CaptchaImages
    captcha_codes: OneTimeCodes
    sms_codes: OneTimeCodes
    sms: SmsSender
    storage: Storage
    image_workers: ImageWorkers
    password_hasher: PasswordHasher
    vault: Vault
    pseudonyms: Pseudonyms
    """Names of Redis keys that would otherwise hold a mobile."""
    devices: Devices
    reserved_names: LookAlikes
    """Names that nobody may take, since they look like the platform's staff."""
    house_review: Literal["auto", "manual"]
    """Whether a new house is approved by itself, or by an admin."""
    house_pictures_bytes: int
    """How much one user's pictures of houses may take, all sizes together."""
    payments: Payments
    pay_page: LocalPayments | None
    """Development's payment service, whose page ihome serves itself."""
    calendars: CalendarClient
    order_rules: OrderRules
    cache: Cache
    """Pages and lists of houses, and who somebody is."""
    booking_locks: KeyedLock
    """Bookings of one house, so that a house that many want does not take every connection."""
    site_url: str
    """Where everybody finds ihome: https://ihome.example"""
    clock: Callable[[], datetime]
    """The one clock: as MariaDB has it."""
    epoch: Epoch

    def now(self) -> datetime:
        """As the database keeps times: in UTC, without saying so."""
        return self.clock().astimezone(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class Visitor:
    """The other end of a request: its network address as limits count it, the device's own description, and the
    cookie that says where this device has signed in before (utils/devices.py)."""

    address: str
    device: str
    device_cookie: str = ""
