"""The table `houses`, and a house's facilities."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import orjson

from utils.mysql import Queries, Row


@dataclass(frozen=True)
class House:
    """A home. Money is in fen, `acreage` in square metres, coordinates are GCJ-02, times in UTC."""

    id: int
    user_id: int
    title: str
    price: int
    area_id: int
    area_name: str
    address: str
    room_count: int
    acreage: int
    unit: str
    capacity: int
    beds: str
    deposit: int
    min_days: int
    max_days: int
    description: str
    lat: Decimal | None
    lng: Decimal | None
    review: str
    review_reason: str
    online: bool
    listed: bool
    order_count: int
    created_at: datetime
    host_name: str | None
    """None while it is still the mobile number, which is nobody's business."""
    host_avatar: str | None
    cover: str | None


@dataclass(frozen=True)
class ReviewedContent:
    """What an admin reviews: the texts and the place, by column, and the pictures' stems."""

    texts: dict[str, Any]
    stems: list[str]

    def adds_to(self, before: "ReviewedContent") -> bool:
        """Whether a guest would see something that `before` does not show."""
        return self.texts != before.texts or not set(self.stems) <= set(before.stems)


@dataclass(frozen=True)
class Moderation:
    """The state of a house's review. `revision` counts the changes of `content`.

    `approved` is the content that was approved last, None for a house that is approved now or never was.
    """

    review: str
    revision: int
    content: ReviewedContent
    approved: ReviewedContent | None


class HouseNotFound(Exception):
    """There is no house of that id."""


_SELECT = """
    SELECT houses.id, houses.user_id, title, price, area_id, areas.name AS area_name, address, room_count, acreage,
           unit, capacity, beds, deposit, min_days, max_days, description, lat, lng, review, review_reason, online,
           listed, order_count, houses.created_at,
           NULLIF(users.name, users.mobile) AS host_name, users.avatar AS host_avatar,
           (SELECT stem FROM house_images WHERE house_id = houses.id ORDER BY position, id LIMIT 1) AS cover
    FROM houses JOIN areas ON areas.id = area_id JOIN users ON users.id = houses.user_id
"""
_COLUMNS: tuple[str, ...] = ("title", "price", "area_id", "address", "room_count", "acreage", "unit", "capacity")
_COLUMNS += ("beds", "deposit", "min_days", "max_days", "description", "lat", "lng", "search_words")
_TEXTS = ("title", "area_id", "address", "lat", "lng", "unit", "beds", "description")


async def create(queries: Queries, user_id: int, values: Mapping[str, object], review: str) -> int:
    """`values` has every one of the columns that a host writes; returns the id."""
    names = ", ".join(_COLUMNS)
    places = ", ".join(["%s"] * len(_COLUMNS))
    sql = f"INSERT INTO houses (user_id, review, {names}) VALUES (%s, %s, {places})"  # noqa: S608  our own names
    return (await queries.run(sql, user_id, review, *(values[name] for name in _COLUMNS))).last_id


async def change(queries: Queries, house_id: int, values: Mapping[str, object]) -> None:
    """Write every column that a host writes."""
    changes = ", ".join(f"{name} = %s" for name in _COLUMNS)
    sql = f"UPDATE houses SET {changes} WHERE id = %s"  # noqa: S608  as above
    await queries.run(sql, *(values[name] for name in _COLUMNS), house_id)


async def clear_facilities(queries: Queries, house_id: int) -> None:
    await queries.run("DELETE FROM house_facilities WHERE house_id = %s", house_id)


async def add_facility(queries: Queries, house_id: int, facility_id: int) -> None:
    """Raises Failed where there is no such facility."""
    await queries.run("INSERT INTO house_facilities (house_id, facility_id) VALUES (%s, %s)", house_id, facility_id)


async def get(queries: Queries, house_id: int) -> House:
    """One that is not deleted. Raises HouseNotFound."""
    return _house(await queries.one(_SELECT + " WHERE houses.id = %s AND NOT deleted", house_id))


async def lock(queries: Queries, house_id: int) -> int:
    """Whose house it is; nobody else changes it until the transaction ends. Raises HouseNotFound.

    The row is written, as by models.users.lock.
    """
    _, row = await queries.gather(
        queries.run("UPDATE houses SET guard = guard + 1 WHERE id = %s AND NOT deleted", house_id),
        queries.one("SELECT user_id FROM houses WHERE id = %s AND NOT deleted FOR UPDATE", house_id),
    )
    if row is None:
        raise HouseNotFound
    return int(row["user_id"])


async def hold(queries: Queries, house_id: int, *, wait: bool = True) -> bool:
    """Lock a house, deleted or not; False where somebody else holds it and `wait` is not wanted."""
    sql = f"SELECT 1 FROM houses WHERE id = %s FOR UPDATE{'' if wait else ' SKIP LOCKED'}"  # noqa: S608
    return await queries.one(sql, house_id) is not None


async def by_ids(queries: Queries, house_ids: Sequence[int]) -> dict[int, House]:
    """Those of these houses that are not deleted, by id."""
    if not house_ids:
        return {}
    rows = await queries.all(_SELECT + " WHERE houses.id IN %s AND NOT deleted", tuple(house_ids))
    return {row["id"]: House(**row) for row in rows}


async def of_user(queries: Queries, user_id: int) -> list[House]:
    """The newest first."""
    rows = await queries.all(_SELECT + " WHERE houses.user_id = %s AND NOT deleted ORDER BY houses.id DESC", user_id)
    return [House(**row) for row in rows]


async def ids(queries: Queries, after: int, limit: int) -> list[int]:
    """In order, from behind the id `after`; deleted ones as well."""
    found = await queries.all("SELECT id FROM houses WHERE id > %s ORDER BY id LIMIT %s", after, limit)
    return [row["id"] for row in found]


async def ids_of_user(queries: Queries, user_id: int) -> list[int]:
    return [row["id"] for row in await queries.all("SELECT id FROM houses WHERE user_id = %s", user_id)]


async def in_review(queries: Queries, review: str, limit: int) -> list[House]:
    """The oldest first."""
    rows = await queries.all(_SELECT + " WHERE review = %s AND NOT deleted ORDER BY houses.id LIMIT %s", review, limit)
    return [House(**row) for row in rows]


async def reviews(queries: Queries, house_ids: Sequence[int]) -> dict[int, Moderation]:
    """The state of these houses' reviews, by id."""
    if not house_ids:
        return {}
    names = ", ".join(_TEXTS)
    sql = f"SELECT id, review, revision, approved_content, {names} FROM houses WHERE id IN %s"  # noqa: S608
    rows = await queries.all(sql, tuple(house_ids))
    sql = "SELECT house_id, stem FROM house_images WHERE house_id IN %s ORDER BY position, id"
    stems: dict[int, list[str]] = {}
    for image in await queries.all(sql, tuple(house_ids)):
        stems.setdefault(image["house_id"], []).append(image["stem"])
    return {row["id"]: _review(row, stems.get(row["id"], [])) for row in rows}


async def revise(queries: Queries, house_id: int, review: str, approved: ReviewedContent | None) -> None:
    """Count a change of the content; `approved` is the content that was approved until now, None leaves it as it is."""
    sql = """UPDATE houses SET revision = revision + 1, review = %s, approved_content = COALESCE(%s, approved_content)
             WHERE id = %s"""
    await queries.run(sql, review, _packed(approved), house_id)


async def set_online(queries: Queries, house_id: int, online: bool) -> None:
    await queries.run("UPDATE houses SET online = %s WHERE id = %s", online, house_id)


async def set_review(
    queries: Queries, house_id: int, review: str, reason: str, approved: ReviewedContent | None
) -> None:
    """`approved` is as in Review."""
    sql = "UPDATE houses SET review = %s, review_reason = %s, approved_content = %s WHERE id = %s"
    await queries.run(sql, review, reason, _packed(approved), house_id)


async def count_stay(queries: Queries, house_id: int) -> None:
    """One more stay has taken place."""
    await queries.run("UPDATE houses SET order_count = order_count + 1 WHERE id = %s", house_id)


async def delete(queries: Queries, house_id: int) -> None:
    """It stays for the orders that name it, and is shown to nobody."""
    await queries.run("UPDATE houses SET deleted = TRUE WHERE id = %s", house_id)


def _house(row: Row | None) -> House:
    if row is None:
        raise HouseNotFound
    return House(**row)


def _review(row: Row, stems: list[str]) -> Moderation:
    texts = {name: float(value) if isinstance(value := row[name], Decimal) else value for name in _TEXTS}
    packed = row["approved_content"]
    approved = ReviewedContent(**orjson.loads(packed)) if packed else None
    return Moderation(row["review"], row["revision"], ReviewedContent(texts, stems), approved)


def _packed(content: ReviewedContent | None) -> str | None:
    return None if content is None else orjson.dumps(content).decode()
