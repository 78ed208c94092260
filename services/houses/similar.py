"""Houses that a guest may like as much as another one: near it in place, price and size."""

from math import cos, hypot, log, radians

from models.houses import similar
from models.houses.houses import House
from models.houses.similar import Candidate
from models.types import HouseId
from services.deps import Deps
from services.houses import cache
from services.houses.access import require_listed_house
from services.houses.cache import RenderCard
from utils.mysql import Queries

MAX_SIMILAR = 8
_KM_PER_DEGREE = 111.32
_FAR = 20.0


async def cards(deps: Deps, house_id: HouseId, render: RenderCard) -> list[str]:
    """The cards of up to MAX_SIMILAR houses, the most similar first. Raises NoSuchHouse unless the house is listed.

    The choice may be as old as a cached value; houses that are not listed any more are left out.
    """

    async def read(queries: Queries) -> list[HouseId]:
        house = await require_listed_house(queries, house_id)
        found = await similar.near_in_price(queries, house_id, house.price, house.area_id)
        if len(found) < MAX_SIMILAR:
            found += await similar.near_in_price(queries, house_id, house.price, None)
        by_id = {each.id: each for each in found}
        return sorted(by_id, key=lambda each: _difference(house, by_id[each]))[:MAX_SIMILAR]

    found = await cache.cards(deps, await cache.house_ids(deps, cache.similar_key(house_id), read), render)
    return list(found.values())


def _difference(house: House, other: Candidate) -> float:
    """How much two houses differ: 1 for a price, a size or a distance that matters to a guest."""
    price = abs(log(other.price / house.price)) / log(1.5)
    size = abs(other.capacity - house.capacity) / 2
    return price + size + _kilometres(house, other) / 5 + (other.area_id != house.area_id)


def _kilometres(house: House, other: Candidate) -> float:
    """The distance of the public positions, at most _FAR; that too where one is not known."""
    if house.public_lat is None or house.public_lng is None or other.public_lat is None or other.public_lng is None:
        return _FAR
    north = float(other.public_lat - house.public_lat)
    east = float(other.public_lng - house.public_lng) * cos(radians(float(house.public_lat)))
    return min(_FAR, hypot(north, east) * _KM_PER_DEGREE)
