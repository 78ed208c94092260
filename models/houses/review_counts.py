"""Columns of `houses` that count its reviews: they repeat what its orders say, for the cards of lists."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from models.types import HouseId
from utils.mysql import Queries


@dataclass(frozen=True)
class ReviewCounts:
    """How many reviews a house has, how many of them have a rating, and the sum of these ratings."""

    review_count: int = 0
    rating_count: int = 0
    rating_total: int = 0


async def add(queries: Queries, house_id: HouseId, rating: int | None) -> None:
    """Count one more review; `rating` is None where the guest gave none."""
    sql = """UPDATE houses SET review_count = review_count + 1, rating_count = rating_count + %s,
                               rating_total = rating_total + %s WHERE id = %s"""
    await queries.run(sql, int(rating is not None), rating or 0, house_id)


async def stored(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, ReviewCounts]:
    """The columns of these houses, deleted ones included."""
    sql = "SELECT id, review_count, rating_count, rating_total FROM houses WHERE id IN %s"
    rows = await queries.all(sql, tuple(house_ids))
    return {row.pop("id"): ReviewCounts(**row) for row in rows}


async def counted(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, ReviewCounts]:
    """What the orders of these houses say; a house without orders is left out."""
    sql = """SELECT house_id, COUNT(commented_at) AS review_count, COUNT(rating) AS rating_count,
                    CAST(COALESCE(SUM(rating), 0) AS UNSIGNED) AS rating_total
             FROM orders WHERE house_id IN %s GROUP BY house_id"""
    rows = await queries.all(sql, tuple(house_ids))
    return {row.pop("house_id"): ReviewCounts(**row) for row in rows}


async def write(queries: Queries, house_id: HouseId) -> None:
    """Write the columns of a house anew. The caller has locked the house."""
    counts = asdict((await counted(queries, [house_id])).get(house_id, ReviewCounts()))
    changes = ", ".join(f"{name} = %s" for name in counts)
    sql = f"UPDATE houses SET {changes} WHERE id = %s"  # noqa: S608  our own names of columns
    await queries.run(sql, *counts.values(), house_id)
