"""A worker whose channels end at local providers."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest

from models.notifications.types import Channel
from models.types import UserId
from services import jobs
from services.deps import Deps
from services.events import planning
from services.local_time import LOCAL
from tests.conftest import Clock
from tests.makers import Makers
from tests.provider import Provider, providers


@dataclass
class Post:
    """The worker's side of notifications."""

    deps: Deps
    providers: dict[Channel, Provider]
    make: Makers
    clock: Clock

    async def plan(self) -> None:
        while await planning.plan(self.deps):
            pass

    async def send(self) -> None:
        """Plan, then send what is due."""
        await self.plan()
        await jobs.deliver_notifications(self.deps)

    async def states(self, kind: str = "%") -> list[tuple[str, str, str | None]]:
        sql = "SELECT channel, state, reason FROM deliveries WHERE kind LIKE %s ORDER BY id"
        return [(row["channel"], row["state"], row["reason"]) for row in await self.make.rows(sql, kind)]

    async def mail_address(self, user_id: int) -> None:
        """Give a user a verified mail address."""
        sql = "INSERT INTO mail_addresses (user_id, address, verified_at) VALUES (%s, %s, NOW(6))"
        await self.make.change(sql, user_id, f"user{user_id}@mail.example")

    async def browser(self, user_id: int, name: str = "one") -> None:
        """Subscribe a browser of a user."""
        sql = """INSERT INTO push_subscriptions
                 (user_id, endpoint_hash, endpoint, p256dh, auth, session_id, created_at)
                 VALUES (%s, UNHEX(SHA2(%s, 256)), %s, 'key', 'secret', %s, NOW(6))"""
        endpoint = f"https://push.example/{user_id}/{name}"
        await self.make.change(sql, UserId(user_id), endpoint, endpoint, "0" * 64)

    def at(self, hour: int, minute: int = 0) -> None:
        """Let it be that time of the local day, today or tomorrow."""
        now = (datetime.now(LOCAL) + self.clock.ahead).replace(tzinfo=LOCAL)
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        self.clock.ahead += (then if then > now else then + timedelta(days=1)) - now


@pytest.fixture
def post(deps: Deps, make: Makers, clock: Clock) -> Post:
    """It is noon: no quiet hours."""
    found = dict(providers())
    made = Post(replace(deps, channels=found), found, make, clock)
    made.at(12)
    return made


NewPost = Callable[[], Post]
