"""The channels of an installation."""

from models.notifications.types import Channel
from services.deps import NotificationChannel


def available(
    sms: NotificationChannel, mail: NotificationChannel | None, push: NotificationChannel | None
) -> dict[Channel, NotificationChannel]:
    """The channels, without those that are not set up."""
    channels: dict[Channel, NotificationChannel | None] = {"sms": sms, "mail": mail, "push": push}
    return {name: channel for name, channel in channels.items() if channel is not None}
