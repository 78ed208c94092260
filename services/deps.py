"""The resources of the use cases: stores, outbound services, rules, the clock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Protocol

from models.notifications.types import Address, Channel, NotificationText
from services.documents import Documents
from services.events.streaming import EventStreams
from services.notifications.mail_texts import MailTexts
from utils.bearer_tokens import BearerTokens
from utils.cache import Cache
from utils.captcha import CaptchaImages
from utils.crypto import Pseudonyms, Vault
from utils.devices import Devices
from utils.epoch import Epoch
from utils.event_signal import EventSignal
from utils.ical import CalendarClient
from utils.images import ImageWorkers
from utils.keyed_lock import KeyedLock
from utils.limits import Limiter
from utils.local_payments import LocalPayments
from utils.mail_message import Mail
from utils.mysql import Database
from utils.mysql_reader import ReadDatabase
from utils.one_time_codes import OneTimeCodes
from utils.passwords import PasswordHasher
from utils.payment_numbers import PaymentNumbers
from utils.payments import ReceivedPayment, Trade
from utils.public_http import PublicHttpClient
from utils.sessions import SessionStore
from utils.sms import SmsNotification
from utils.text_rules import LookAlikes
from utils.unsubscribe_links import UnsubscribeLinks
from utils.web_push import Push, Receiver


class SmsSender(Protocol):
    """A service that sends SMS."""

    async def send(self, mobile: str, code: str, purpose: str) -> None:
        """Send a code. Raises utils.sms.NotSent."""

    async def notify(self, sms: SmsNotification, *, days: Sequence[str] = ()) -> None:
        """Send a notification, unless it was sent on `days`, dates in China as 20261122.

        Raises utils.notification_channels.NotDelivered.
        """


class MailSender(Protocol):
    """A service that sends mails."""

    async def send(self, mail: Mail) -> None:
        """Send a mail. Raises utils.notification_channels.NotDelivered."""


class PushSender(Protocol):
    """Web Push."""

    @property
    def public_key(self) -> str:
        """What browsers subscribe with."""

    def check(self, receiver: Receiver) -> None:
        """Raises utils.web_push.InvalidSubscription."""

    async def send(self, receiver: Receiver, push: Push) -> None:
        """Send a message to a browser.

        Raises utils.notification_channels.NotDelivered; utils.web_push.SubscriptionGone, which is one, for ever.
        """


class NotificationChannel(Protocol):
    """A way to reach a user outside ihome's pages."""

    async def send(self, to: Address, text: NotificationText) -> None:
        """Deliver a notification to one address. Raises utils.notification_channels.NotDelivered.

        Repeated calls with the same `text.id` reach the reader once as far as the channel can do that; never call it
        inside a transaction.
        """


class Storage(Protocol):
    """Object storage. The server chooses all keys."""

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Store an object. Raises utils.storage.NotStored."""

    async def delete(self, key: str) -> None:
        """Delete an object, if it exists. Raises utils.storage.NotStored."""

    async def tidy(self, seconds: float) -> int:
        """Remove the unfinished objects that are older than `seconds`; returns how many.

        Raises utils.storage.NotStored.
        """

    def url(self, key: str) -> str:
        """The public URL of an object."""


class Payments(Protocol):
    """A payment service. ihome numbers the trades; amounts are in fen."""

    async def page(self, trade: Trade, *, phone: bool) -> str:
        """The URL of the page where the guest pays."""

    def read(self, notice: Mapping[str, str]) -> ReceivedPayment | None:
        """The payment that a notice reports; None where it reports none. Raises utils.payments.InvalidNotice."""

    async def find(self, number: str) -> ReceivedPayment | None:
        """The payment of a trade; None where there is none. Raises utils.payments.PaymentServiceUnavailable."""

    async def refund(self, number: str, amount: int, request: str = "refund") -> None:
        """Refund a trade, or a part of it. Calls with the same `request`, which is unique for the trade, refund once.

        Raises utils.payments.PaymentServiceUnavailable.
        """


AnswerTimes = tuple[tuple[int, int], ...]
"""Pairs (days, seconds): an order whose stay begins in at least `days` has `seconds` to be answered.

The largest number of days comes first, 0 days last.
"""


@dataclass(frozen=True)
class OrderRules:
    """The deadlines and quotas of orders. Times are in seconds."""

    accept: AnswerTimes
    """How long a host may take to answer."""
    pay: AnswerTimes
    """How long a guest may take to pay."""
    pending: int
    """How many orders of one guest may wait for an answer or for their payment."""
    key: int
    """The life of an Idempotency-Key."""
    booking: float
    """The deadline of a booking, with its wait for other bookings of the house."""
    feed: int
    """The interval at which a calendar of another platform is fetched."""


@dataclass(frozen=True)
class Deps:
    """The resources of one process."""

    db: Database
    read_db: ReadDatabase
    """For reads where an answer of a few seconds ago is right (decision 0044)."""
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
    """Replace mobiles in the names of Redis keys."""
    devices: Devices
    reserved_names: LookAlikes
    """Names that users may not choose, since they look like those of the platform's staff."""
    house_review: Literal["auto", "manual"]
    """Whether a new house is approved automatically or by an admin."""
    house_pictures_bytes: int
    """The quota in bytes of all pictures of one user's houses, in all sizes."""
    payments: Payments
    payment_numbers: PaymentNumbers
    pay_page: LocalPayments | None
    """The payment service of development, whose pay page ihome serves itself; None in production."""
    calendars: CalendarClient
    order_rules: OrderRules
    cache: Cache
    """Pages and lists of houses, and the account data of signed-in users."""
    webhook_http: PublicHttpClient
    booking_locks: KeyedLock
    """Serialise the bookings of a house: a popular house must not occupy every database connection."""
    site_url: str
    """The public URL of this installation: https://ihome.example"""
    documents: Documents
    """Terms, privacy, help and about."""
    clock: Callable[[], datetime]
    """The current time, with a time zone, by MariaDB's clock."""
    epoch: Epoch
    event_signal: EventSignal
    """Wakes the open streams of users who have something new."""
    event_streams: EventStreams
    """The open streams of events of this process."""
    channels: Mapping[Channel, NotificationChannel]
    """The channels of this installation; one that is not set up is missing."""
    mail: MailSender | None
    """None where this installation sends no mails."""
    mail_texts: Mapping[str, MailTexts]
    """The fixed texts of mails by language, zh and en."""
    mail_link_seconds: int
    """How long a link holds that verifies a mail address."""
    unsubscribe_links: UnsubscribeLinks
    web_push: PushSender | None
    """None where this installation has no key for Web Push."""

    def now(self) -> datetime:
        """The current time as the database stores times: naive UTC."""
        return self.clock().astimezone(UTC).replace(tzinfo=None)


@dataclass(frozen=True)
class Visitor:
    """The sender of a request, signed in or not."""

    address: str
    """The network address as limits count it (utils/client_ip.py)."""
    device: str
    """The device's description of itself, its User-Agent."""
    device_cookie: str = ""
    """The proof that the device has signed in before (utils/devices.py)."""
