"""What a channel delivers, and to where."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from models.types import UserId

Channel = Literal["sms", "mail", "push"]


@dataclass(frozen=True)
class NotificationText:
    """One notification in the reader's language, as one channel shows it."""

    kind: str
    """The kind of notification, such as `accepted`: preferences and templates are chosen by it."""
    language: str
    """zh or en."""
    title: str
    body: str
    """Plain text; an empty line separates paragraphs."""
    url: str
    """The path of the page that it is about, such as /orders/7."""
    variables: Mapping[str, str]
    """The values of the template of an SMS."""
    id: str
    """The same for each try to deliver it: the receiver or the provider drops a second copy.

    Letters, digits and . - _ only, 100 characters at most.
    """
    guest_id: UserId | None = None
    """The guest of the order that it is about: one guest's orders have a budget of SMS."""


@dataclass(frozen=True)
class Address:
    """One address of a user: a mobile, a mail address, or a push subscription as JSON."""

    user_id: UserId
    value: str = field(repr=False)
    id: int = 0
    """The number of a push subscription; 0 for the others."""
    session_id: str = field(default="", repr=False)
    """The session with which a push subscription ends."""
