"""Forms of the endpoints about push subscriptions."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from handlers.api.form_types import matching, whole_number
from handlers.api.forms import Form

_WRONG = "浏览器的通知订阅无效"


class PushKeysForm(BaseModel):
    """The keys of a browser (`PushSubscription.toJSON().keys`)."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", use_attribute_docstrings=True)
    p256dh: Annotated[
        str,
        matching(r"[A-Za-z0-9_-]{87}=?", _WRONG),
        Field(examples=["BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"]),
    ]
    """The browser's public key on P-256, in base64url."""
    auth: Annotated[str, matching(r"[A-Za-z0-9_-]{22}={0,2}", _WRONG), Field(examples=["tBHItJI5svbpez7KI4CCXg"])]
    """The browser's secret, 16 bytes in base64url."""


class PushSubscriptionForm(Form):
    """What `PushSubscription.toJSON()` is in a browser."""

    endpoint: Annotated[
        str, matching(r"https?://[!-~]{1,990}", _WRONG), Field(examples=["https://push.example.com/send/f1LsxkKphfQ"])
    ]
    """The URL of the browser at its push service."""
    keys: PushKeysForm
    """The keys with which to encrypt for the browser."""


class SubscriptionIdForm(Form):
    subscription_id: Annotated[int, whole_number(1, 2**63 - 1), Field(examples=[7])]
    """The subscription."""
