"""The table `reviews`: what a guest and a host write about each other after a stay. Times are in UTC.

Only the author reads a review before it is published. A published review of a guest is also in `orders`, where
models/orders/reviews.py reads it: no query for others needs this table to know what it must not show.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from models.orders.orders import Role
from models.types import HouseId, OrderId, UserId
from utils.mysql import Queries, ReadQueries, Row

Category = Literal["cleanliness", "accuracy", "check_in", "communication", "location", "value"]
"""What a guest may rate by itself."""
CATEGORIES: tuple[Category, ...] = get_args(Category)


@dataclass(frozen=True)
class Review:
    """A review. `author` is the guest (custom) or the host (landlord)."""

    order_id: OrderId
    author: Role
    house_id: HouseId
    guest_id: UserId
    rating: int | None
    """1 to 5; None from clients that send none."""
    content: str
    categories: Mapping[Category, int]
    """Those that the guest has rated, 1 to 5."""
    written_at: datetime
    publish_at: datetime
    """When a worker publishes it, if the other party has not written by then."""
    published_at: datetime | None = None


@dataclass(frozen=True)
class GuestRecord:
    """What hosts say of a guest: the number of published reviews, the average of their ratings, the newest texts."""

    review_count: int
    rating: float | None
    newest: tuple[tuple[int | None, str, datetime], ...]
    """Rating, text, and when it was published."""


_COLUMNS = "order_id, author, house_id, guest_id, rating, content, written_at, publish_at, published_at"
_ALL = f"{_COLUMNS}, {', '.join(CATEGORIES)}"


async def create(queries: Queries, review: Review) -> None:
    """Store a review. Raises DuplicateKey where its author has written one."""
    values: dict[str, object] = {name: getattr(review, name) for name in _COLUMNS.split(", ")} | dict(review.categories)
    places = ", ".join(["%s"] * len(values))
    sql = f"INSERT INTO reviews ({', '.join(values)}) VALUES ({places})"  # noqa: S608  our own names of columns
    await queries.run(sql, *values.values())


async def of_order(queries: Queries, order_id: OrderId) -> dict[Role, Review]:
    """The reviews of a stay by their authors, hidden ones included."""
    found = await queries.all(f"SELECT {_ALL} FROM reviews WHERE order_id = %s", order_id)  # noqa: S608
    return {row["author"]: _review(row) for row in found}


async def publish(queries: Queries, review: Review, now: datetime) -> bool:
    """Mark a review as published; False where it was already."""
    sql = "UPDATE reviews SET published_at = %s WHERE order_id = %s AND author = %s AND published_at IS NULL"
    return (await queries.run(sql, now, review.order_id, review.author)).affected == 1


async def due(queries: Queries, now: datetime, limit: int) -> list[OrderId]:
    """The orders with a hidden review whose time has come, the earliest first."""
    sql = """SELECT order_id FROM reviews WHERE published_at IS NULL AND publish_at <= %s
             ORDER BY publish_at LIMIT %s"""
    return list(dict.fromkeys(row["order_id"] for row in await queries.all(sql, now, limit)))


async def category_averages(queries: ReadQueries, house_id: HouseId) -> Mapping[Category, float]:
    """The averages of the published reviews of a house, with one decimal; a category nobody rated is left out."""
    averages = ", ".join(f"AVG({name}) AS {name}" for name in CATEGORIES)
    sql = f"""SELECT {averages} FROM reviews
              WHERE house_id = %s AND author = 'custom' AND published_at IS NOT NULL"""  # noqa: S608  our own names
    row = await queries.one(sql, house_id) or {}
    return {name: round(float(row[name]), 1) for name in CATEGORIES if row.get(name) is not None}


async def of_guest(queries: Queries, guest_id: UserId, limit: int) -> GuestRecord:
    """What hosts say of a guest, as far as it is published; up to `limit` texts, the newest first."""
    mine = "guest_id = %s AND author = 'landlord' AND published_at IS NOT NULL"
    sql = f"SELECT COUNT(*) AS n, AVG(rating) AS average FROM reviews WHERE {mine}"  # noqa: S608  our own text
    counted = await queries.one(sql, guest_id) or {}
    sql = f"""SELECT rating, content, published_at FROM reviews WHERE {mine}
              ORDER BY published_at DESC, order_id DESC LIMIT %s"""  # noqa: S608  our own text
    texts: Sequence[Row] = await queries.all(sql, guest_id, limit)
    average = counted["average"]
    newest = tuple((row["rating"], row["content"], row["published_at"]) for row in texts)
    return GuestRecord(counted["n"], None if average is None else round(float(average), 1), newest)


def _review(row: Row) -> Review:
    """`row` has the columns of `_ALL`."""
    rated = {name: row.pop(name) for name in CATEGORIES}
    return Review(**row, categories={name: stars for name, stars in rated.items() if stars is not None})
