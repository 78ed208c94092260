"""The table `houses`, and what belongs to a house: facilities and nights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

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
class Wanted:
    """What a search asks for; None and empty are anything. Every night from the first to the last is to be free."""

    area_id: int | None = None
    first_night: date | None = None
    last_night: date | None = None
    days: int | None = None
    lowest_price: int | None = None
    highest_price: int | None = None
    capacity: int | None = None
    rooms: int | None = None
    facilities: tuple[int, ...] = ()
    words: str = ""
    box: tuple[Decimal, Decimal, Decimal, Decimal] | None = None
    """South, west, north, east."""


class NotFound(Exception):
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
_COLUMNS += ("beds", "deposit", "min_days", "max_days", "description", "lat", "lng", "search_words", "review")
_FREE = """NOT EXISTS (SELECT 1 FROM house_nights
                       WHERE house_nights.house_id = houses.id AND night BETWEEN %s AND %s)"""
_SORTS = {
    "new": ("houses.id", "DESC"),
    "booking": ("order_count", "DESC"),
    "price-inc": ("price", "ASC"),
    "price-des": ("price", "DESC"),
}


async def create(queries: Queries, user_id: int, values: Mapping[str, object]) -> int:
    """`values` has every one of the columns that a host writes; returns the id."""
    names = ", ".join(_COLUMNS)
    places = ", ".join(["%s"] * len(_COLUMNS))
    sql = f"INSERT INTO houses (user_id, {names}) VALUES (%s, {places})"  # noqa: S608  our own names of columns
    return (await queries.run(sql, user_id, *(values[name] for name in _COLUMNS))).last_id


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
    """One that is not deleted. Raises NotFound."""
    return _house(await queries.one(_SELECT + " WHERE houses.id = %s AND NOT deleted", house_id))


async def lock(queries: Queries, house_id: int) -> int:
    """Whose house it is; nobody else changes it until the transaction ends. Raises NotFound."""
    row = await queries.one("SELECT user_id FROM houses WHERE id = %s AND NOT deleted FOR UPDATE", house_id)
    if row is None:
        raise NotFound
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


async def in_review(queries: Queries, review: str, limit: int) -> list[House]:
    """The oldest first."""
    rows = await queries.all(_SELECT + " WHERE review = %s AND NOT deleted ORDER BY houses.id LIMIT %s", review, limit)
    return [House(**row) for row in rows]


async def popular(queries: Queries, limit: int) -> list[House]:
    """Listed ones with a cover, the most booked first."""
    where = """ WHERE listed AND EXISTS (SELECT 1 FROM house_images WHERE house_id = houses.id)
                ORDER BY order_count DESC, houses.id DESC LIMIT %s"""
    return [House(**row) for row in await queries.all(_SELECT + where, limit)]


async def set_online(queries: Queries, house_id: int, online: bool) -> None:
    await queries.run("UPDATE houses SET online = %s WHERE id = %s", online, house_id)


async def set_review(queries: Queries, house_id: int, review: str, reason: str) -> None:
    await queries.run("UPDATE houses SET review = %s, review_reason = %s WHERE id = %s", review, reason, house_id)


async def count_stay(queries: Queries, house_id: int) -> None:
    """One more stay has taken place."""
    await queries.run("UPDATE houses SET order_count = order_count + 1 WHERE id = %s", house_id)


async def delete(queries: Queries, house_id: int) -> None:
    """It stays for the orders that name it, and is shown to nobody."""
    await queries.run("UPDATE houses SET deleted = TRUE WHERE id = %s", house_id)


async def search(
    queries: Queries, wanted: Wanted, sort: str, *, limit: int, offset: int = 0, after: tuple[int, int] | None = None
) -> list[House]:
    """Listed houses, sorted by a key of the API; `after` is the sort key and the id of the last one seen."""
    column, direction = _SORTS[sort]
    clauses, values = _clauses(wanted)
    if after is not None:
        clauses.append(f"({column}, houses.id) {'<' if direction == 'DESC' else '>'} (%s, %s)")
        values += after
    where = " AND ".join(clauses)
    order = f"ORDER BY {column} {direction}, houses.id {direction} LIMIT %s OFFSET %s"
    rows = await queries.all(f"{_SELECT} WHERE {where} {order}", *values, limit, offset)
    return [House(**row) for row in rows]


def place(house: House, sort: str) -> tuple[int, int]:
    """Where a house stands in a sorted search, for `after`."""
    keys = {"new": house.id, "booking": house.order_count, "price-inc": house.price, "price-des": house.price}
    return keys[sort], house.id


async def count(queries: Queries, wanted: Wanted, most: int) -> int:
    """How many a search finds; counting stops at `most`."""
    clauses, values = _clauses(wanted)
    inner = " AND ".join(clauses)
    sql = f"SELECT COUNT(*) AS n FROM (SELECT 1 FROM houses WHERE {inner} LIMIT %s) AS found"  # noqa: S608  as above
    row = await queries.one(sql, *values, most)
    return int((row or {})["n"])


def _clauses(wanted: Wanted) -> tuple[list[str], list[Any]]:
    """Conditions of a search, and the values in them."""
    simple = {
        "area_id = %s": wanted.area_id,
        "price >= %s": wanted.lowest_price,
        "price <= %s": wanted.highest_price,
        "capacity >= %s": wanted.capacity,
        "room_count >= %s": wanted.rooms,
        "MATCH (search_words) AGAINST (%s IN BOOLEAN MODE)": wanted.words or None,
    }
    clauses = ["listed", *(clause for clause, value in simple.items() if value is not None)]
    values: list[Any] = [value for value in simple.values() if value is not None]
    for facility in wanted.facilities:
        clauses.append("EXISTS (SELECT 1 FROM house_facilities WHERE house_id = houses.id AND facility_id = %s)")
        values.append(facility)
    if wanted.box is not None:
        south, west, north, east = wanted.box
        clauses.append("lat BETWEEN %s AND %s AND lng BETWEEN %s AND %s")
        values += [south, north, west, east]
    if wanted.days is not None:
        clauses.append("min_days <= %s AND (max_days = 0 OR max_days >= %s)")
        values += [wanted.days, wanted.days]
    if wanted.first_night is not None:
        clauses.append(_FREE)
        values += [wanted.first_night, wanted.last_night]
    return clauses, values


def _house(row: Row | None) -> House:
    if row is None:
        raise NotFound
    return House(**row)
