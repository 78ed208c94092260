"""Hosts as everybody sees them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

import orjson

from models.accounts import hosts
from models.accounts.hosts import Host, HostedHouse
from models.orders import reviews
from models.orders.reviews import GuestReview
from models.types import UserId
from services.deps import Deps
from services.errors import NoData
from services.houses import cache
from services.houses.cache import RenderCard
from utils.mysql import Queries

MAX_HOUSES, MAX_REVIEWS = 60, 6
"""A host's page shows so many houses and reviews, the newest."""
_ANSWERS_SINCE = timedelta(days=90)
_MIN_ANSWERS = 3


class NoSuchHost(NoData):
    """There is no such user, or none of their houses is listed."""

    text = "房东不存在"


@dataclass(frozen=True)
class HostProfile:
    """A host. `answers_within` is the median of the last 90 days, in seconds; None for fewer than three answers."""

    user_id: UserId
    name: str | None
    """None while it is still the mobile number, which is private."""
    avatar: str | None
    verified: bool
    since: datetime
    """In UTC."""
    answers_within: int | None


@dataclass(frozen=True)
class HostPage:
    """A host with their houses, as JSON, and what guests say."""

    profile: HostProfile
    cards: list[str]
    review_count: int
    rating: float | None
    reviews: list[GuestReview]


async def profile(deps: Deps, user_id: UserId) -> HostProfile:
    """A host, from the cache. `answers_within` may be as old as a cached value. Raises NoSuchHost for no user."""

    async def fill() -> str:
        async with deps.db.connection() as queries:
            return orjson.dumps(await _profile(deps, queries, user_id)).decode()

    read = orjson.loads(await deps.cache.get(cache.host_key(user_id), fill))
    return HostProfile(**read | {"since": datetime.fromisoformat(read["since"])})


async def page(deps: Deps, user_id: UserId, render: RenderCard) -> HostPage:
    """A host's page. Raises NoSuchHost."""
    async with deps.db.connection() as queries:
        houses, said = await queries.gather(
            hosts.houses(queries, user_id, MAX_HOUSES), reviews.of_host(queries, user_id, MAX_REVIEWS)
        )
    if not houses:
        raise NoSuchHost
    cards = await cache.cards(deps, [house.id for house in houses], render)
    review_count = sum(house.review_count for house in houses)
    return HostPage(await profile(deps, user_id), list(cards.values()), review_count, _rating(houses), said)


def _rating(houses: list[HostedHouse]) -> float | None:
    count = sum(house.rating_count for house in houses)
    return round(sum(house.rating_total for house in houses) / count, 1) if count else None


async def _profile(deps: Deps, queries: Queries, user_id: UserId) -> HostProfile:
    host: Host | None
    host, seconds = await queries.gather(
        hosts.get(queries, user_id), hosts.answer_seconds(queries, user_id, deps.now() - _ANSWERS_SINCE)
    )
    if host is None:
        raise NoSuchHost
    answers_within = int(median(seconds)) if len(seconds) >= _MIN_ANSWERS else None
    return HostProfile(host.id, host.name, host.avatar, host.verified, host.created_at, answers_within)
