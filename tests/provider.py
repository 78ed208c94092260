"""A provider of a channel of notifications: takes messages, refuses them, or stalls, as a test says."""

import asyncio
from collections.abc import Mapping

from models.notifications.types import Address, Channel, NotificationText
from utils.notification_channels import NotDelivered


class Provider:
    """Keeps what it has taken, the latest last."""

    def __init__(self) -> None:
        self.taken: list[tuple[Address, NotificationText]] = []
        self.failure: NotDelivered | None = None
        """Raised in place of taking a message."""
        self.arrived = asyncio.Event()
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def send(self, to: Address, text: NotificationText) -> None:
        self.arrived.set()
        await self.may_answer.wait()
        if self.failure:
            raise self.failure
        self.taken.append((to, text))

    @property
    def kinds(self) -> list[str]:
        return [text.kind for _, text in self.taken]


def providers() -> Mapping[Channel, Provider]:
    return {"sms": Provider(), "mail": Provider(), "push": Provider()}
