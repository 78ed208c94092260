"""The table `listings`: what a search reads. A narrow row for each house, with its sort keys and its calendar as bits.

A night's number is so many days since 1970-01-01; a block is 60 nights. A row tells of the blocks from `base` to
`base` + 7, each in the column of its number modulo 8, so that days may pass without any row being written. It says
nothing of later blocks: nothing in them was taken when it was written.

The table is a projection of `houses` and `house_nights`, written in the transactions that change them. That a night is
sold once is the business of `house_nights` alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from utils.mysql import Queries, Row

_BLOCK, _BLOCKS = 60, 8
_EPOCH = date(1970, 1, 1).toordinal()
_TAKEN = [f"taken_{number}" for number in range(_BLOCKS)]
_KEYS = ("listed", "area_id", "price", "order_count", "min_days", "max_days")
_SORTS = {
    "new": ("new", "listings.house_id", "DESC"),
    "booking": ("booking", "listings.order_count", "DESC"),
    "price-inc": ("price", "listings.price", "ASC"),
    "price-des": ("price", "listings.price", "DESC"),
}


class SearchPlan(Enum):
    """How a search is carried out; services/houses/search_planner.py chooses."""

    SORT_ORDER = "sort_order"
    """Read the houses in the order of the sort, and filter them on the way."""
    BITMAP_FIRST = "bitmap_first"
    """Find the free houses of one district by the bitmaps in an index, then sort them."""
    FULL_TEXT = "full_text"
    """Find the houses with the words first."""


@dataclass(frozen=True)
class SearchFilter:
    """The conditions of a search; None and empty allow anything. Every night from the first to the last must be free.

    Prices are in fen.
    """

    area_id: int | None = None
    first_night: date | None = None
    last_night: date | None = None
    days: int | None = None
    min_price: int | None = None
    max_price: int | None = None
    capacity: int | None = None
    rooms: int | None = None
    facilities: tuple[int, ...] = ()
    words: str = ""
    box: tuple[Decimal, Decimal, Decimal, Decimal] | None = None
    """South, west, north, east."""

    @property
    def dates_in_one_district(self) -> bool:
        """Whether dates filter the houses of one district, and every condition is on a column of `listings`."""
        return self.area_id is not None and self.first_night is not None and not self.needs_house_columns

    @property
    def needs_house_columns(self) -> bool:
        """Whether a condition is on a column that only `houses` has."""
        return bool(self.words or self.box or self.facilities or self.capacity or self.rooms)


SearchCursor = tuple[int, int]
"""Where a house stands in a sorted search: its sort key and its id."""


async def find(
    queries: Queries,
    wanted: SearchFilter,
    sort: str,
    plan: SearchPlan,
    *,
    limit: int,
    offset: int = 0,
    after: SearchCursor | None = None,
) -> list[SearchCursor]:
    """Listed houses in the order of one of the API's sorts, from behind the house `after`."""
    _, key, direction = _SORTS[sort]
    clauses, values = _clauses(wanted)
    if after is not None:
        compared = "<" if direction == "DESC" else ">"
        clauses.append(f"{key} {compared}= %s AND ({key} {compared} %s OR listings.house_id {compared} %s)")
        values += [after[0], *after]
    sql = f"""SELECT {key} AS place, listings.house_id FROM {_source(wanted, sort, plan)} WHERE {" AND ".join(clauses)}
              ORDER BY {key} {direction}, listings.house_id {direction} LIMIT %s OFFSET %s"""  # noqa: S608
    return [(row["place"], row["house_id"]) for row in await queries.all(sql, *values, limit, offset)]


async def count(queries: Queries, wanted: SearchFilter, limit: int, since: int) -> int:
    """How many a search finds, from the house `since` on; counting stops at `limit`."""
    clauses, values = _clauses(wanted)
    clauses.append("listings.house_id >= %s")
    inner = f"SELECT 1 FROM {_source(wanted, 'new', _count_plan(wanted))} WHERE {' AND '.join(clauses)} LIMIT %s"  # noqa: S608
    row = await queries.one(f"SELECT COUNT(*) AS n FROM ({inner}) AS found", *values, since, limit)  # noqa: S608
    return int((row or {})["n"])


async def first_of_newest(queries: Queries, area_id: int | None, count: int) -> int:
    """The house with which the latest so many of a district, or of all, begin; 0 where there are no more than that."""
    found = await find(queries, SearchFilter(area_id=area_id), "new", SearchPlan.SORT_ORDER, limit=1, offset=count)
    return found[0][1] if found else 0


async def popular(queries: Queries, limit: int) -> list[int]:
    """Listed houses with a cover, the most booked first."""
    sql = """SELECT house_id FROM listings FORCE INDEX (listings_booking)
             WHERE listed = 1 AND EXISTS (SELECT 1 FROM house_images WHERE house_images.house_id = listings.house_id)
             ORDER BY order_count DESC, house_id DESC LIMIT %s"""
    return [row["house_id"] for row in await queries.all(sql, limit)]


async def write(queries: Queries, house_id: int, today: date) -> None:
    """Make the row anew from `houses` and `house_nights`. The house is to be locked."""
    # two statements: INSERT … SELECT would lock gaps in house_nights, and meet the bookings of other houses there
    row = await queries.one(f"SELECT {', '.join(_KEYS)} FROM houses WHERE id = %s", house_id)  # noqa: S608
    if row is None:
        return
    base = _number(today) // _BLOCK
    sql = "SELECT night FROM house_nights WHERE house_id = %s AND night >= %s AND night < %s"
    first, last = _day(base * _BLOCK), _day((base + _BLOCKS) * _BLOCK)
    nights = [each["night"] for each in await queries.all(sql, house_id, first, last)]
    names = ["house_id", *_KEYS, "base", *_TAKEN]
    masks = {block % _BLOCKS: bits for block, bits in _masks(nights).items()}
    taken = [masks.get(place, 0) for place in range(_BLOCKS)]
    values = [house_id, *(row[name] for name in _KEYS), base, *taken]
    changes = ", ".join(f"{name} = VALUES({name})" for name in names[1:])
    sql = f"""INSERT INTO listings ({", ".join(names)}) VALUES ({", ".join(["%s"] * len(names))})
              ON DUPLICATE KEY UPDATE {changes}"""  # noqa: S608  our own names of columns
    await queries.run(sql, *values)


async def take(queries: Queries, house_id: int, nights: Iterable[date], today: date) -> None:
    """What `write` would do where nothing has changed but that these nights are taken now."""
    masks = [(_TAKEN[block % _BLOCKS], bits) for block, bits in _masks(nights).items()]
    changes = ", ".join(f"{name} = {name} | %s" for name, _ in masks)
    sql = f"UPDATE listings SET {changes} WHERE house_id = %s AND base = %s"  # noqa: S608  our own names of columns
    values = [*(bits for _, bits in masks), house_id, _number(today) // _BLOCK]
    if not (await queries.run(sql, *values)).affected:
        await write(queries, house_id, today)


async def rows(queries: Queries, house_ids: Sequence[int]) -> dict[int, Row]:
    """What the table says, by house."""
    found = await queries.all("SELECT * FROM listings WHERE house_id IN %s", tuple(house_ids))
    return {row["house_id"]: row for row in found}


async def facts(queries: Queries, house_ids: Sequence[int]) -> dict[int, Row]:
    """What it should say of everything but the nights, by house."""
    found = await queries.all(f"SELECT id, {', '.join(_KEYS)} FROM houses WHERE id IN %s", tuple(house_ids))  # noqa: S608
    return {row["id"]: row for row in found}


def agree(row: Row | None, facts: Row, nights: Iterable[date]) -> bool:
    """Whether a row says what the house is, and of each night that is to come whether it is taken."""
    if row is None or any(row[name] != facts[name] for name in _KEYS):
        return False
    masks = {block: bits for block, bits in _masks(nights).items() if block >= row["base"]}
    blocks = range(row["base"], row["base"] + _BLOCKS)
    return set(masks) <= set(blocks) and all(row[_TAKEN[b % _BLOCKS]] == masks.get(b, 0) for b in blocks)


def _count_plan(wanted: SearchFilter) -> SearchPlan:
    return SearchPlan.FULL_TEXT if wanted.words else SearchPlan.SORT_ORDER


def _source(wanted: SearchFilter, sort: str, plan: SearchPlan) -> str:
    """The tables of a search, with the index that the plan asks for."""
    index = f"listings_{'' if wanted.area_id is None else 'area_'}{_SORTS[sort][0]}"
    if index == "listings_new":
        index = "PRIMARY"
    forced = {
        SearchPlan.SORT_ORDER: f" FORCE INDEX ({index})",
        SearchPlan.BITMAP_FIRST: " FORCE INDEX (listings_area_new)",
        SearchPlan.FULL_TEXT: "",
    }
    joined = " JOIN houses ON houses.id = listings.house_id" if wanted.needs_house_columns else ""
    return f"listings{forced[plan]}{joined}"


def _clauses(wanted: SearchFilter) -> tuple[list[str], list[Any]]:
    """Conditions of a search, and the values in them."""
    simple = {
        "listings.area_id = %s": wanted.area_id,
        "listings.price >= %s": wanted.min_price,
        "listings.price <= %s": wanted.max_price,
        "capacity >= %s": wanted.capacity,
        "room_count >= %s": wanted.rooms,
        "MATCH (search_words) AGAINST (%s IN BOOLEAN MODE)": wanted.words or None,
    }
    clauses = ["listings.listed = 1", *(clause for clause, value in simple.items() if value is not None)]
    values: list[Any] = [value for value in simple.values() if value is not None]
    for facility in wanted.facilities:
        clauses.append(
            "EXISTS (SELECT 1 FROM house_facilities WHERE house_id = listings.house_id AND facility_id = %s)"
        )
        values.append(facility)
    if wanted.box is not None:
        south, west, north, east = wanted.box
        clauses.append("lat BETWEEN %s AND %s AND lng BETWEEN %s AND %s")
        values += [south, north, west, east]
    if wanted.days is not None:
        clauses.append("listings.min_days <= %s AND (listings.max_days = 0 OR listings.max_days >= %s)")
        values += [wanted.days, wanted.days]
    if wanted.first_night is not None and wanted.last_night is not None:
        stay = range(_number(wanted.first_night), _number(wanted.last_night) + 1)
        for block, bits in _masks(map(_day, stay)).items():
            clauses.append(f"({_TAKEN[block % _BLOCKS]} & %s = 0 OR base + {_BLOCKS - 1} < %s)")
            values += [bits, block]
    return clauses, values


def _masks(nights: Iterable[date]) -> dict[int, int]:
    """These nights as bits, by block."""
    masks: dict[int, int] = {}
    for number in map(_number, nights):
        masks[number // _BLOCK] = masks.get(number // _BLOCK, 0) | 1 << number % _BLOCK
    return masks


def _number(day: date) -> int:
    return day.toordinal() - _EPOCH


def _day(number: int) -> date:
    return date.fromordinal(number + _EPOCH)
