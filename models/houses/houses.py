"""The table `houses`, and a house's facilities."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from decimal import Decimal
from typing import Literal, get_args

import orjson

from models.houses import bedrooms, stay_rules
from models.houses.bedrooms import Bedroom
from models.houses.prices import CancellationPolicy
from models.houses.public_position import random_offset
from models.houses.stay_rules import StayRules
from models.types import Fen, HouseId, UserId
from utils.mysql import Queries, ReadQueries, Row

ReviewStatus = Literal["pending", "approved", "rejected"]
"""The public sees approved houses only."""
REVIEW_STATUSES: tuple[ReviewStatus, ...] = get_args(ReviewStatus)


@dataclass(frozen=True)
class HouseDraft:
    """What a host writes about a house. `acreage` is in square metres, coordinates are GCJ-02, stays are in days.

    `max_days` 0 is no limit. `facilities` are ids. `address_detail`, the door, and the coordinates are not public.
    Check-in and check-out times are local, "15:00".
    """

    title: str
    price: Fen
    area_id: int
    address: str
    room_count: int
    acreage: int
    unit: str
    capacity: int
    beds: str
    deposit: Fen
    min_days: int
    max_days: int
    description: str = ""
    lat: Decimal | None = None
    lng: Decimal | None = None
    address_detail: str = ""
    rules: str = ""
    check_in_from: str = "15:00"
    check_out_until: str = "12:00"
    bedrooms: tuple[Bedroom, ...] = ()
    facilities: tuple[int, ...] = ()
    instant: bool = False
    """Whether a booking needs no answer of the host."""


@dataclass(frozen=True)
class House:
    """A home. `acreage` is in square metres, coordinates are GCJ-02, `created_at` is in UTC.

    `lat` and `lng` are the exact position, which is not public; `address_detail` is neither.
    """

    id: HouseId
    user_id: UserId
    title: str
    price: Fen
    area_id: int
    area_name: str
    address: str
    room_count: int
    acreage: int
    unit: str
    capacity: int
    beds: str
    deposit: Fen
    min_days: int
    max_days: int
    description: str
    lat: Decimal | None
    lng: Decimal | None
    public_lat: Decimal | None
    public_lng: Decimal | None
    address_detail: str
    rules: str
    check_in_from: str
    check_out_until: str
    bedrooms: tuple[Bedroom, ...]
    bed_count: int
    instant: bool
    stay_rules: str
    weekend_price: Fen | None
    cleaning_fee: Fen
    cancellation: CancellationPolicy
    review_count: int
    rating_count: int
    rating_total: int
    review: ReviewStatus
    review_reason: str
    online: bool
    listed: bool
    order_count: int
    created_at: datetime
    host_name: str | None
    """None while it is still the mobile number, which is private."""
    host_avatar: str | None
    cover: str | None
    """The stem of the first picture."""

    @property
    def stays(self) -> StayRules:
        """Which stays the house accepts."""
        return stay_rules.from_json(self.stay_rules, self.min_days, self.max_days)

    @property
    def rating(self) -> float | None:
        """The average of all ratings, rounded to one decimal; None without ratings."""
        return round(self.rating_total / self.rating_count, 1) if self.rating_count else None


@dataclass(frozen=True)
class ReviewedTexts:
    """The columns that an admin reviews: the texts and the place."""

    title: str
    area_id: int
    address: str
    lat: float | None
    lng: float | None
    unit: str
    beds: str
    description: str
    address_detail: str = ""
    rules: str = ""
    bedrooms: tuple[Bedroom, ...] = ()


@dataclass(frozen=True)
class ReviewedContent:
    """What an admin reviews: the texts, and the stems of the pictures in the host's order."""

    texts: ReviewedTexts
    stems: tuple[str, ...]

    def adds_to(self, before: "ReviewedContent") -> bool:
        """Whether a guest would see something that `before` does not show."""
        return self.texts != before.texts or not set(self.stems) <= set(before.stems)


@dataclass(frozen=True)
class Moderation:
    """The state of a house's review. `revision` counts the changes of `content`.

    `approved` is the content that was approved last, None for a house that is approved now or never was.
    """

    review: ReviewStatus
    revision: int
    content: ReviewedContent
    approved: ReviewedContent | None


@dataclass(frozen=True)
class IndexedTexts:
    """What the full-text index knows of a house, and `search_words`, its entry there."""

    title: str
    address: str
    area_id: int
    public_lat: Decimal | None
    public_lng: Decimal | None
    search_words: str


@dataclass(frozen=True)
class HouseTitle:
    """The title of a house, and the id of its district."""

    title: str
    area_id: int


class HouseNotFound(Exception):
    """There is no house of that id."""


_SELECT = """
    SELECT houses.id, houses.user_id, title, price, area_id, areas.name AS area_name, address, room_count, acreage,
           unit, capacity, beds, deposit, min_days, max_days, description, lat, lng, public_lat, public_lng,
           address_detail, rules, check_in_from, check_out_until, bedrooms, bed_count, instant, stay_rules,
           weekend_price, cleaning_fee, cancellation, review_count, rating_count, rating_total, review,
           review_reason, online, listed, order_count, houses.created_at,
           NULLIF(users.name, users.mobile) AS host_name, users.avatar AS host_avatar,
           (SELECT stem FROM house_images WHERE house_id = houses.id ORDER BY position, id LIMIT 1) AS cover
    FROM houses JOIN areas ON areas.id = area_id JOIN users ON users.id = houses.user_id
"""
_COLUMNS = tuple(field.name for field in fields(HouseDraft) if field.name != "facilities")
_ADDED_TEXTS = ("address_detail", "rules", "bedrooms")
"""Of the content that was approved, these are stored apart: release 1.0 fails at a text that it does not know."""
_REVIEWED_COLUMNS = ", ".join(field.name for field in fields(ReviewedTexts))


async def create(queries: Queries, user_id: UserId, draft: HouseDraft, review: ReviewStatus) -> HouseId:
    """Insert a house with its facilities; returns its id. set_search_words writes its entry in the full-text index.

    Raises StatementFailed for an unknown area or facility.
    """
    north, east = random_offset()
    columns: dict[str, object] = {
        "search_words": "",
        "user_id": user_id,
        "review": review,
        "offset_north": north,
        "offset_east": east,
    }
    columns |= _columns(draft)
    places = ", ".join(["%s"] * len(columns))
    sql = f"INSERT INTO houses ({', '.join(columns)}) VALUES ({places})"  # noqa: S608  our own names of columns
    house_id = HouseId((await queries.run(sql, *columns.values())).last_id)
    await _add_facilities(queries, house_id, draft.facilities)
    return house_id


async def change(queries: Queries, house_id: HouseId, draft: HouseDraft) -> None:
    """Replace everything that a host writes, the facilities included.

    Raises StatementFailed for an unknown area or facility.
    """
    columns = _columns(draft)
    changes = ", ".join(f"{name} = %s" for name in columns)
    sql = f"UPDATE houses SET {changes} WHERE id = %s"  # noqa: S608  our own names of columns
    await queries.run(sql, *columns.values(), house_id)
    await queries.run("DELETE FROM house_facilities WHERE house_id = %s", house_id)
    await _add_facilities(queries, house_id, draft.facilities)


def _columns(draft: HouseDraft) -> dict[str, object]:
    """The columns that a host's draft fills."""
    rooms = {"bedrooms": bedrooms.as_json(draft.bedrooms), "counted_beds": bedrooms.count_beds(draft.bedrooms)}
    return {name: getattr(draft, name) for name in _COLUMNS} | rooms


async def add_offset(queries: Queries, house_id: HouseId) -> None:
    """Give a house a random offset of its public position, if it has none."""
    sql = "UPDATE houses SET offset_north = %s, offset_east = %s WHERE id = %s AND offset_north IS NULL"
    await queries.run(sql, *random_offset(), house_id)


async def without_offset(queries: Queries, house_ids: Sequence[HouseId]) -> set[HouseId]:
    """Those of these houses that have no offset: a server of release 1.0 has made them beside this one."""
    sql = "SELECT id FROM houses WHERE id IN %s AND offset_north IS NULL"
    return {row["id"] for row in await queries.all(sql, tuple(house_ids))}


async def indexed_texts(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, IndexedTexts]:
    """What the full-text index should know and knows of these houses, by id; deleted ones are included."""
    sql = "SELECT id, title, address, area_id, public_lat, public_lng, search_words FROM houses WHERE id IN %s"
    rows = await queries.all(sql, tuple(house_ids))
    return {row.pop("id"): IndexedTexts(**row) for row in rows}


async def set_search_words(queries: Queries, house_id: HouseId, words: str) -> None:
    """Write the entry of a house in the full-text index."""
    await queries.run("UPDATE houses SET search_words = %s WHERE id = %s", words, house_id)


async def _add_facilities(queries: Queries, house_id: HouseId, facilities: Sequence[int]) -> None:
    if not facilities:
        return
    numbers = dict.fromkeys(facilities)
    places = ", ".join(["(%s, %s)"] * len(numbers))
    sql = f"INSERT INTO house_facilities (house_id, facility_id) VALUES {places}"  # noqa: S608  only places
    await queries.run(sql, *(value for number in numbers for value in (house_id, number)))


async def get(queries: ReadQueries, house_id: HouseId) -> House:
    """A house that is not deleted. Raises HouseNotFound."""
    row = await queries.one(_SELECT + " WHERE houses.id = %s AND NOT deleted", house_id)
    if row is None:
        raise HouseNotFound
    return _house(row)


async def lock(queries: Queries, house_id: HouseId) -> UserId:
    """Lock a house against every other change until the transaction ends; returns its owner's id.

    Writes the guard, as models.accounts.users.lock does. Raises HouseNotFound.
    """
    _, row = await queries.gather(
        queries.run("UPDATE houses SET guard = guard + 1 WHERE id = %s AND NOT deleted", house_id),
        queries.one("SELECT user_id FROM houses WHERE id = %s AND NOT deleted FOR UPDATE", house_id),
    )
    if row is None:
        raise HouseNotFound
    return UserId(row["user_id"])


async def lock_row(queries: Queries, house_id: HouseId, *, wait: bool = True) -> bool:
    """Lock the row of a house, deleted or not, on this database server only, until the transaction ends.

    Returns False for an unknown house, and where another transaction has the lock and `wait` is False.
    """
    sql = f"SELECT 1 FROM houses WHERE id = %s FOR UPDATE{'' if wait else ' SKIP LOCKED'}"  # noqa: S608
    return await queries.one(sql, house_id) is not None


async def by_ids(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, House]:
    """Houses by id; deleted ones are left out."""
    if not house_ids:
        return {}
    rows = await queries.all(_SELECT + " WHERE houses.id IN %s AND NOT deleted", tuple(house_ids))
    return {row["id"]: _house(row) for row in rows}


async def titles_of(queries: ReadQueries, house_ids: Sequence[HouseId]) -> dict[HouseId, str]:
    """The titles of houses by id, of deleted ones too."""
    if not house_ids:
        return {}
    rows = await queries.all("SELECT id, title FROM houses WHERE id IN %s", tuple(house_ids))
    return {row["id"]: row["title"] for row in rows}


async def owner(queries: ReadQueries, house_id: HouseId) -> UserId:
    """The host of a house, deleted or not. Raises HouseNotFound."""
    row = await queries.one("SELECT user_id FROM houses WHERE id = %s", house_id)
    if row is None:
        raise HouseNotFound
    return UserId(row["user_id"])


async def places(queries: ReadQueries, house_ids: Sequence[HouseId]) -> dict[HouseId, tuple[Decimal, Decimal, Fen]]:
    """The public position and the base price of listed houses, by id; houses without a position are left out."""
    if not house_ids:
        return {}
    sql = """SELECT id, public_lat, public_lng, price FROM houses
             WHERE id IN %s AND listed AND public_lat IS NOT NULL AND public_lng IS NOT NULL"""
    rows = await queries.all(sql, tuple(house_ids))
    return {row["id"]: (row["public_lat"], row["public_lng"], row["price"]) for row in rows}


async def titles(queries: ReadQueries, start: str, limit: int) -> list[HouseTitle]:
    """Up to `limit` titles of listed houses that begin with `start`, in their order; some may be the same."""
    pattern = re.sub(r"([\\%_])", r"\\\1", start) + "%"
    sql = """SELECT title, area_id FROM houses FORCE INDEX (houses_title)
             WHERE listed = 1 AND title LIKE %s ORDER BY title LIMIT %s"""
    return [HouseTitle(**row) for row in await queries.all(sql, pattern, limit)]


async def of_user(queries: Queries, user_id: int) -> list[House]:
    """The houses of a host that are not deleted, the newest first."""
    rows = await queries.all(_SELECT + " WHERE houses.user_id = %s AND NOT deleted ORDER BY houses.id DESC", user_id)
    return [_house(row) for row in rows]


async def page_of_user(queries: Queries, user_id: UserId, *, after: HouseId | None, limit: int) -> list[House]:
    """Up to `limit` houses of a host with ids below `after`, the newest first; deleted ones are left out."""
    where = " WHERE houses.user_id = %s AND NOT deleted AND houses.id < %s ORDER BY houses.id DESC LIMIT %s"
    return [_house(row) for row in await queries.all(_SELECT + where, user_id, after or 2**63, limit)]


async def ids(queries: Queries, after: int, limit: int) -> list[HouseId]:
    """Up to `limit` ids above `after`, ascending; deleted houses are included."""
    rows = await queries.all("SELECT id FROM houses WHERE id > %s ORDER BY id LIMIT %s", after, limit)
    return [row["id"] for row in rows]


async def ids_of_user(queries: Queries, user_id: int) -> list[HouseId]:
    """The ids of a host's houses, deleted ones included."""
    return [row["id"] for row in await queries.all("SELECT id FROM houses WHERE user_id = %s", user_id)]


async def in_review(queries: Queries, review: ReviewStatus, limit: int, *, min_pictures: int) -> list[House]:
    """Up to `limit` houses in that state of review, the oldest first.

    Pending houses are left out while they are offline or have fewer than `min_pictures` pictures.
    """
    where, values = _reviewed(review, min_pictures)
    rows = await queries.all(f"{_SELECT} WHERE {where} ORDER BY houses.id LIMIT %s", *values, limit)
    return [_house(row) for row in rows]


async def count_in_review(queries: Queries, review: ReviewStatus, limit: int, *, min_pictures: int) -> int:
    """How many houses `in_review` finds; counting stops at `limit`."""
    where, values = _reviewed(review, min_pictures)
    sql = f"SELECT COUNT(*) AS n FROM (SELECT 1 FROM houses WHERE {where} LIMIT %s) AS found"  # noqa: S608
    return int((await queries.one(sql, *values, limit) or {})["n"])


def _reviewed(review: ReviewStatus, min_pictures: int) -> tuple[str, list[object]]:
    if review != "pending":
        return "review = %s AND NOT deleted", [review]
    pictures = "(SELECT COUNT(*) FROM house_images WHERE house_id = houses.id)"
    return f"review = %s AND NOT deleted AND online AND {pictures} >= %s", [review, min_pictures]


async def moderation_of(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, Moderation]:
    """The state of these houses' reviews, by id."""
    if not house_ids:
        return {}
    sql = f"SELECT id, review, revision, approved_content, {_REVIEWED_COLUMNS} FROM houses WHERE id IN %s"  # noqa: S608
    rows = await queries.all(sql, tuple(house_ids))
    sql = "SELECT house_id, stem FROM house_images WHERE house_id IN %s ORDER BY position, id"
    stems: dict[int, list[str]] = {}
    for image in await queries.all(sql, tuple(house_ids)):
        stems.setdefault(image["house_id"], []).append(image["stem"])
    return {row["id"]: _moderation(row, stems.get(row["id"], [])) for row in rows}


async def revise(queries: Queries, house_id: HouseId, review: ReviewStatus, approved: ReviewedContent | None) -> None:
    """Count a change of the content; `approved` is the content that was approved until now, None leaves it as it is."""
    sql = """UPDATE houses SET revision = revision + 1, review = %s, approved_content = COALESCE(%s, approved_content)
             WHERE id = %s"""
    await queries.run(sql, review, _as_json(approved), house_id)


async def set_online(queries: Queries, house_id: HouseId, online: bool) -> None:
    """Show or hide a house; it is listed where it is also approved."""
    await queries.run("UPDATE houses SET online = %s WHERE id = %s", online, house_id)


async def set_instant(queries: Queries, house_id: HouseId, instant: bool) -> None:
    """Say whether a booking of the house needs no answer of its host."""
    await queries.run("UPDATE houses SET instant = %s WHERE id = %s", instant, house_id)


async def set_review(
    queries: Queries, house_id: HouseId, review: ReviewStatus, reason: str, approved: ReviewedContent | None
) -> None:
    """Write an admin's decision; `approved` is as in Moderation."""
    sql = "UPDATE houses SET review = %s, review_reason = %s, approved_content = %s WHERE id = %s"
    await queries.run(sql, review, reason, _as_json(approved), house_id)


async def set_created_at(queries: Queries, house_id: HouseId, at: datetime) -> None:
    """Say since when a house is here, in naive UTC; for houses that come from elsewhere."""
    await queries.run("UPDATE houses SET created_at = %s WHERE id = %s", at, house_id)


async def count_stay(queries: Queries, house_id: HouseId) -> None:
    """Count one more stay that has taken place."""
    await queries.run("UPDATE houses SET order_count = order_count + 1 WHERE id = %s", house_id)


async def delete(queries: Queries, house_id: HouseId) -> None:
    """Mark a house as deleted. The row stays for the orders that name it."""
    await queries.run("UPDATE houses SET deleted = TRUE WHERE id = %s", house_id)


def _house(row: Row) -> House:
    return House(**{**row, "bedrooms": bedrooms.from_json(row["bedrooms"])})


def _moderation(row: Row, stems: Sequence[str]) -> Moderation:
    columns: Row = {field.name: row[field.name] for field in fields(ReviewedTexts)}
    columns |= {name: None if row[name] is None else float(row[name]) for name in ("lat", "lng")}
    columns["bedrooms"] = bedrooms.from_json(row["bedrooms"])
    texts = ReviewedTexts(**columns)
    approved = _from_json(row["approved_content"], texts) if row["approved_content"] else None
    return Moderation(row["review"], row["revision"], ReviewedContent(texts, tuple(stems)), approved)


def _from_json(stored: str, now: ReviewedTexts) -> ReviewedContent:
    """A column that was added after the content was stored counts as unchanged; one of a newer server is ignored."""
    content = orjson.loads(stored)
    known = content["texts"] | content.get("added", {})
    texts = {field.name: known[field.name] for field in fields(now) if field.name in known}
    if "bedrooms" in texts:
        texts["bedrooms"] = bedrooms.from_objects(texts["bedrooms"])
    return ReviewedContent(replace(now, **texts), tuple(content["stems"]))


def _as_json(content: ReviewedContent | None) -> str | None:
    if content is None:
        return None
    texts = {field.name: getattr(content.texts, field.name) for field in fields(content.texts)}
    added = {name: texts.pop(name) for name in _ADDED_TEXTS}
    return orjson.dumps({"texts": texts, "added": added, "stems": content.stems}).decode()
