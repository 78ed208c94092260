"""What the sitemap lists: the ids of listed houses, in blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.types import HouseId
from utils.mysql import ReadQueries


@dataclass(frozen=True)
class ListedHouse:
    """A house that guests can find; `updated_at` is naive UTC."""

    id: HouseId
    updated_at: datetime


async def next_listed(queries: ReadQueries, first: int) -> HouseId | None:
    """The lowest id of a listed house that is at least `first`; None where there is none."""
    sql = "SELECT house_id FROM listings WHERE house_id >= %s AND listed ORDER BY house_id LIMIT 1"
    row = await queries.one(sql, first)
    return HouseId(row["house_id"]) if row else None


async def blocks(queries: ReadQueries, size: int, first: int, count: int) -> list[int]:
    """Of the blocks `first` to `first` + `count` - 1, those with a listed house, in order.

    Block n holds the ids from n · `size` on. Each is one range of the primary key, with constants: for ranges that
    depend on another row, MariaDB would read the key from its beginning.
    """
    one = "(SELECT house_id FROM listings WHERE house_id >= %s AND house_id < %s AND listed LIMIT 1)"
    bounds = [edge * size for number in range(first, first + count) for edge in (number, number + 1)]
    found = await queries.all(" UNION ALL ".join([one] * count), *bounds)
    return sorted(int(row["house_id"]) // size for row in found)


async def houses(queries: ReadQueries, first: int, end: int) -> Sequence[ListedHouse]:
    """The listed houses whose id is at least `first` and below `end`, by id."""
    sql = "SELECT id, updated_at FROM houses WHERE id >= %s AND id < %s AND listed ORDER BY id"
    return [ListedHouse(**row) for row in await queries.all(sql, first, end)]
