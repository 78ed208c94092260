"""Reviews: what guests wrote after their stays. They are columns of the table `orders`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from models.types import HouseId, OrderId, UserId
from utils.mysql import Queries, ReadQueries

_EPOCH, _LAST = datetime(1970, 1, 1), datetime(9999, 12, 31)
STARS = (5, 4, 3, 2, 1)


@dataclass(frozen=True)
class GuestReview:
    """A guest's comment on a stay. `user_name` is None while the name is still the mobile number."""

    order_id: OrderId
    house_id: HouseId
    title: str
    """The title of the house."""
    user_name: str | None
    user_avatar: str | None
    comment: str
    rating: int | None
    commented_at: datetime
    """In UTC."""
    reply: str | None


class ReviewCursor(NamedTuple):
    """The place of a review among those of a house."""

    commented_at: datetime
    """In UTC."""
    order_id: OrderId

    @classmethod
    def at(cls, microseconds: int, order_id: OrderId) -> "ReviewCursor":
        """The place of a review that was written so long after the beginning of 1970, at most in the year 9999."""
        return cls(_EPOCH + min(timedelta(microseconds=microseconds), _LAST - _EPOCH), order_id)

    @property
    def microseconds(self) -> int:
        """The time of the review since the beginning of 1970."""
        return (self.commented_at - _EPOCH) // timedelta(microseconds=1)


_SELECT = """
    SELECT orders.id AS order_id, house_id, houses.title, NULLIF(users.name, users.mobile) AS user_name,
           users.avatar AS user_avatar, comment, rating, commented_at, reply
    FROM orders JOIN users ON users.id = orders.user_id JOIN houses ON houses.id = house_id
"""


async def of_house(
    queries: ReadQueries,
    house_id: HouseId,
    limit: int,
    *,
    after: ReviewCursor | None = None,
    rating: int | None = None,
) -> list[GuestReview]:
    """Up to `limit` reviews of a house from behind `after`, the newest first; with `rating`, those of so many stars."""
    where: dict[str, list[object]] = {"house_id = %s AND commented_at IS NOT NULL": [house_id]}
    if rating is not None:
        where["rating = %s"] = [rating]
    if after is not None:
        where["commented_at <= %s AND (commented_at < %s OR orders.id < %s)"] = [after.commented_at, *after]
    values = [value for each in where.values() for value in each]
    sql = f"{_SELECT} WHERE {' AND '.join(where)} ORDER BY commented_at DESC, orders.id DESC LIMIT %s"
    return [GuestReview(**row) for row in await queries.all(sql, *values, limit)]


async def of_host(queries: Queries, host_id: UserId, limit: int) -> list[GuestReview]:
    """Up to `limit` reviews of the listed houses of a host, the newest first."""
    sql = f"""{_SELECT} WHERE host_id = %s AND commented_at IS NOT NULL AND listed
              ORDER BY commented_at DESC, orders.id DESC LIMIT %s"""
    return [GuestReview(**row) for row in await queries.all(sql, host_id, limit)]


async def breakdown(queries: ReadQueries, house_id: HouseId) -> Mapping[int, int]:
    """How many reviews of a house gave 5, 4, 3, 2 stars and 1 star."""
    sql = "SELECT rating, COUNT(*) AS n FROM orders WHERE house_id = %s AND rating IS NOT NULL GROUP BY rating"
    counts = {row["rating"]: row["n"] for row in await queries.all(sql, house_id)}
    return {stars: counts.get(stars, 0) for stars in STARS}
