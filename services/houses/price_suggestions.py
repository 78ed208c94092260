"""What similar homes cost, for hosts who choose a price."""

from dataclasses import dataclass

from models.houses import listings
from models.types import Fen
from services import limits
from services.deps import Deps
from utils.sessions import Session

_MIN_HOUSES = 4
"""Fewer homes say nothing about a usual price."""
_OTHER_GUESTS = 2
"""A similar home takes up to so many guests more or less."""


@dataclass(frozen=True)
class PriceSuggestion:
    """The middle half of the prices of `house_count` similar homes; None where there are too few."""

    house_count: int
    low: Fen | None
    high: Fen | None


async def suggest(deps: Deps, session: Session, *, area_id: int, room_count: int, capacity: int) -> PriceSuggestion:
    """The usual prices of listed homes in a district with as many rooms and about as many guests. Raises TooOften."""
    await limits.acquire(deps, ("draft_per_user", str(session.user_id)), lasting=False)
    guests = (capacity - _OTHER_GUESTS, capacity + _OTHER_GUESTS)
    async with deps.read_db.connection() as queries:
        prices = await listings.similar_prices(queries, area_id, room_count, guests)
    if len(prices) < _MIN_HOUSES:
        return PriceSuggestion(len(prices), None, None)
    quarter = len(prices) // 4
    return PriceSuggestion(len(prices), prices[quarter], prices[-1 - quarter])
