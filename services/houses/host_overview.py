"""What a host sees first: the houses, what to do next, and who arrives."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.houses import images
from models.houses.calendar_sync import FeedHealth
from models.houses.drafts import Draft
from models.houses.houses import House
from models.types import HouseId
from services.deps import Deps
from services.houses import calendar_sync, drafts, hosting
from services.houses.calendar_sync import FAILURES_REPORTED
from services.houses.moderation import MIN_PICTURES
from services.orders import orders
from services.orders.orders import OrderForParty
from services.orders.states import OrderStatus
from utils.sessions import Session

_MAX_SHOWN = 5
_ARRIVING = (OrderStatus.PAID, OrderStatus.WAIT_PAYMENT)


@dataclass(frozen=True)
class HostOverview:
    """A host's houses and drafts, the requests to answer, the next arrivals, and the calendars that fail."""

    houses: list[House]
    missing_pictures: Mapping[HouseId, int]
    """How many pictures a house needs to be approved; only of houses that have too few."""
    drafts: list[Draft]
    requests: list[OrderForParty]
    arrivals: list[OrderForParty]
    failing_feeds: list[FeedHealth]


async def overview(deps: Deps, session: Session) -> HostOverview:
    """Everything that a host's first page shows."""
    houses = await hosting.own_houses(deps, session)
    pending = await orders.list_orders(deps, session, "landlord", "pending", after=None, size=_MAX_SHOWN)
    upcoming = await orders.list_orders(deps, session, "landlord", "upcoming", after=None, size=2 * _MAX_SHOWN)
    arrivals = [each for each in upcoming.orders if each.order.status in _ARRIVING]
    feeds = await calendar_sync.feed_health(deps, session)
    return HostOverview(
        houses=houses,
        missing_pictures=await missing_pictures(deps, [house.id for house in houses]),
        drafts=await drafts.list_drafts(deps, session),
        requests=pending.orders,
        arrivals=arrivals[:_MAX_SHOWN],
        failing_feeds=[feed for feed in feeds if feed.failures >= FAILURES_REPORTED],
    )


async def missing_pictures(deps: Deps, house_ids: list[HouseId]) -> dict[HouseId, int]:
    """How many pictures each of these houses needs to be approved; houses with enough are left out."""
    async with deps.db.connection() as queries:
        known = await images.counts(queries, house_ids)
    return {each: MIN_PICTURES - known.get(each, 0) for each in house_ids if known.get(each, 0) < MIN_PICTURES}
