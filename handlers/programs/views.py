"""API keys and webhooks, as their owner reads them."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalTime, Number, Text, local_time
from models.programs.api_keys import ApiKey
from models.programs.webhook_deliveries import Delivery
from models.programs.webhook_endpoints import Endpoint
from services.programs.api_keys import MadeKey
from services.programs.webhooks import LoggedDelivery


@view
class ApiKeyView:
    """An API key, without its text."""

    id: Number
    """Its id."""
    name: Text
    """What its owner calls it."""
    scopes: Annotated[list[str], Field(examples=[["orders:read"]])]
    """What it may be used for."""
    ending: Annotated[str, Field(examples=["x7Qd"])]
    """The last four characters of the key."""
    created: LocalTime
    """When it was made."""
    expires: LocalTime | None
    """When it expires; null for never."""
    used: LocalTime | None
    """When it was last used, to the minute; null before the first time."""


@view
class ApiKeysView:
    """All API keys of a user."""

    keys: list[ApiKeyView]
    """The newest first; expired ones too."""


@view
class NewApiKeyView:
    """A new API key."""

    id: Number
    """Its id."""
    key: Annotated[str, Field(examples=["ihk_" + "0" * 49])]
    """The key. It is shown this once only."""


def api_key(key: ApiKey) -> ApiKeyView:
    return ApiKeyView(
        id=key.id,
        name=key.name,
        scopes=sorted(key.scopes),
        ending=key.ending,
        created=local_time(key.created_at),
        expires=_time(key.expires_at),
        used=_time(key.used_at),
    )


def new_api_key(made: MadeKey) -> NewApiKeyView:
    return NewApiKeyView(made.id, made.text)


@view
class WebhookView:
    """An endpoint to which events are sent."""

    id: Number
    """Its id."""
    url: Annotated[str, Field(examples=["https://channel.example/ihome"])]
    """Its address."""
    types: Annotated[list[str], Field(examples=[["order.booked"]])]
    """The types of events that are sent; none for all."""
    enabled: bool
    """Whether events are sent."""
    disabled: Annotated[Literal["owner", "gone", "failing"], Field(examples=["failing"])] | None
    """Why none are sent: its owner says so, it has answered 410, or it has failed for a week."""
    failing_since: LocalTime | None
    """Since when no message has been delivered, though it was tried; null while it works."""
    previous_secret_until: LocalTime | None
    """How long the secret before the current one signs as well; null if there is none."""
    created: LocalTime
    """When it was added."""


@view
class WebhooksView:
    """All webhooks of a user."""

    webhooks: list[WebhookView]
    """The oldest first."""


@view
class WebhookSecretView:
    """The new secret of a webhook."""

    id: Number
    """The webhook's id."""
    secret: Annotated[str, Field(examples=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"])]
    """Verifies signatures (Standard Webhooks). It is shown this once only."""


@view
class WebhookTestView:
    """A test event that is on its way."""

    message_id: Annotated[str, Field(examples=["test-0a1b2c3d4e5f6071"])]
    """Its header webhook-id."""


@view
class DeliveryView:
    """An event on its way to a webhook."""

    id: Number
    """Its id."""
    message_id: Annotated[str, Field(examples=["7-42"])]
    """The header webhook-id, the same in each attempt."""
    type: Annotated[str, Field(examples=["order.booked"])]
    """The type of the event."""
    state: Annotated[Literal["waiting", "delivered", "failed", "dropped"], Field(examples=["delivered"])]
    """waiting for an attempt; delivered; failed, that is given up; or dropped with its webhook's address."""
    attempts: Count
    """How many attempts there were, since it was last sent by hand."""
    next_attempt: LocalTime | None
    """When the next attempt is due; null if there is none."""
    created: LocalTime
    """When it was planned."""


@view
class DeliveriesView:
    """A page of deliveries, the newest first."""

    deliveries: list[DeliveryView]
    """Deliveries are deleted after 30 days."""
    next: Number | None
    """The `after` of the next page; null on the last one."""


@view
class AttemptView:
    """One attempt to deliver."""

    time: LocalTime
    """When it began."""
    milliseconds: Count | None
    """How long it took; null if it was interrupted."""
    status: Annotated[int, Field(examples=[204])] | None
    """The HTTP status of the answer; null if there was none."""
    error: Annotated[str, Field(examples=["timeout"])] | None
    """Why there was no answer: timeout, tls, unreachable, not_public, secret, interrupted."""
    answer: Annotated[str, Field(examples=["ok"])] | None
    """The first 4 KiB of the answer's body."""


@view
class LoggedDeliveryView:
    """A delivery with its body and its attempts."""

    delivery: DeliveryView
    """The delivery."""
    body: Text
    """The body that is sent, byte for byte."""
    attempts: list[AttemptView]
    """The newest first; 50 at most."""


def webhook(endpoint: Endpoint) -> WebhookView:
    return WebhookView(
        id=endpoint.id,
        url=endpoint.url,
        types=sorted(endpoint.types),
        enabled=endpoint.disabled is None,
        disabled=endpoint.disabled,
        failing_since=_time(endpoint.failing_since),
        previous_secret_until=_time(endpoint.previous_until),
        created=local_time(endpoint.created_at),
    )


def delivery(delivery: Delivery) -> DeliveryView:
    return DeliveryView(
        id=delivery.id,
        message_id=delivery.message_id,
        type=delivery.type,
        state=delivery.state,
        attempts=delivery.attempts,
        next_attempt=_time(delivery.next_at),
        created=local_time(delivery.created_at),
    )


def deliveries(found: list[Delivery], size: int) -> DeliveriesView:
    """`found` has one delivery more than the page if there is a next page."""
    here = found[:size]
    return DeliveriesView([delivery(each) for each in here], here[-1].id if len(found) > size else None)


def logged_delivery(logged: LoggedDelivery) -> LoggedDeliveryView:
    attempts = [
        AttemptView(local_time(each.begun_at), each.milliseconds, each.status, each.error, each.answer)
        for each in logged.attempts
    ]
    return LoggedDeliveryView(delivery(logged.delivery), logged.delivery.body, attempts)


def _time(utc: datetime | None) -> str | None:
    return local_time(utc) if utc else None
