"""Web Push, as clients read it."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Number


@view
class PushKeyView:
    """What browsers subscribe with."""

    key: Annotated[str, Field(examples=["BESJX4ULB64JMXaai2iAzwfNXUtwFUEh0EzZhIj_RjP_NEv5TnoHbwpSbIddKQGkT3RQ"])] | None
    """The public key (`applicationServerKey`), in base64url; null where this installation sends no push messages."""


@view
class PushSubscriptionView:
    """A browser that shows notifications."""

    id: Number
    """Identifies the subscription for removing it."""
