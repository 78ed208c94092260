"""Forms of the endpoints for programs: API keys and webhooks."""

from typing import Annotated

from pydantic import Field

from handlers.api.form_types import EMPTY_IS_NONE, Checked, matching, text, whole_number, wrong
from handlers.api.forms import Form
from handlers.houses.form_fields import Id, PageSize, YesOrNo
from services.programs.api_keys import SCOPES, Scope

_MAX_URL = 2000
EventTypeName = Annotated[str, matching(r"[a-z_]{1,20}\.[a-z_]{1,20}", "含有未知的事件类型")]


class ApiKeyForm(Form):
    """A new API key."""

    name: Annotated[str, text(40), Field(examples=["房态管家"])]
    """What its owner calls it: the program that uses it."""
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=len(SCOPES), examples=[["orders:read"]])]
    """What it may be used for."""
    days: Annotated[Annotated[int, whole_number(1, 730)] | None, EMPTY_IS_NONE, Field(examples=[365])] = None
    """In how many days it expires; without it, never."""


class KeyIdForm(Form):
    """Which API key."""

    key_id: Id
    """The key's id."""


def _check_url(value: object) -> str:
    if not isinstance(value, str) or not 1 <= len(value) <= _MAX_URL or not value.isascii() or not value.isprintable():
        raise wrong("请填写网址，至多 2000 个字符")
    return value


class WebhookForm(Form):
    """Where to send events, and which."""

    url: Annotated[
        str,
        Checked(_check_url, {"type": "string", "minLength": 1, "maxLength": _MAX_URL}),
        Field(examples=["https://channel.example/ihome"]),
    ]
    """A public https address."""
    types: Annotated[list[EventTypeName], Field(max_length=100, examples=[["order.booked", "order.paid"]])] = Field(
        default_factory=list
    )
    """The types of events to send; none for all, also those that come later. docs/events.md lists them."""


class WebhookIdForm(Form):
    """Which webhook."""

    webhook_id: Id
    """The webhook's id."""


class WebhookChangeForm(WebhookForm, WebhookIdForm):
    """A webhook as it shall be."""

    enabled: YesOrNo
    """Whether events are sent. What waits is dropped when it is disabled, or its address changes."""


class DeliveriesForm(WebhookIdForm):
    """Deliveries of a webhook, the newest first."""

    after: Annotated[Id | None, EMPTY_IS_NONE] = None
    """The `next` of the page before."""
    size: PageSize = 20
    """How many deliveries a page has."""


class DeliveryIdForm(WebhookIdForm):
    """Which delivery of which webhook."""

    delivery_id: Id
    """The delivery's id."""


class WebhookPageForm(WebhookIdForm):
    """What the page of a webhook shows."""

    after: Annotated[Id | None, EMPTY_IS_NONE] = None
    """The `next` of the page of deliveries before."""
    delivery: Annotated[Id | None, EMPTY_IS_NONE] = None
    """The delivery that is shown with its body and its attempts."""
