"""Houses near another one in price, from the table `listings`."""

from dataclasses import dataclass
from decimal import Decimal

from models.types import Fen, HouseId
from utils.mysql import Queries

MAX_COMPARED = 24
"""So many cheaper and so many dearer houses are looked at."""


@dataclass(frozen=True)
class Candidate:
    """What tells whether a house is similar. Coordinates are the public ones."""

    id: HouseId
    area_id: int
    price: Fen
    capacity: int
    public_lat: Decimal | None
    public_lng: Decimal | None


async def near_in_price(queries: Queries, house_id: HouseId, price: Fen, area_id: int | None) -> list[Candidate]:
    """Listed houses of a district, or of all, but this one: the next cheaper ones, and those that cost more."""
    index = "listings_price" if area_id is None else "listings_area_price"
    where = "listed = 1 AND house_id <> %s" + ("" if area_id is None else " AND area_id = %s")
    values = [house_id, *([] if area_id is None else [area_id]), price, MAX_COMPARED]
    below, above = (
        f"""SELECT house_id FROM listings FORCE INDEX ({index}) WHERE {where} AND price {compared} %s
            ORDER BY price {direction}, house_id {direction} LIMIT %s"""  # noqa: S608  our own words
        for compared, direction in (("<", "DESC"), (">=", "ASC"))
    )
    sql = f"""SELECT id, area_id, price, capacity, public_lat, public_lng
              FROM (({below}) UNION ALL ({above})) AS near JOIN houses ON houses.id = near.house_id"""  # noqa: S608
    return [Candidate(**row) for row in await queries.all(sql, *values, *values)]
