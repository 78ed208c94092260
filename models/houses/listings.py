"""The table `listings`: what a search reads. A narrow row for each house, with its sort keys and its calendar as bits.

A row has the bitmaps (night_bitmaps.py) of the blocks from `base` to `base` + 7, each in the column of its number
modulo 8. Rows therefore stay right while days pass. Nights of later blocks were free when the row was written.

A house with rules of its own (stay_rules.py) has 0 as its shortest and longest stay here, and a row in
`listing_rules`, which searches with both dates read for such houses only.

The table is a projection of `houses` and `house_nights`, written in the transactions that change them. Only
`house_nights` guarantees that a night is sold once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from typing import Literal, NamedTuple

from models.houses import listing_rules, night_bitmaps, stay_rules
from models.types import Fen, HouseId
from utils.mysql import Queries, ReadQueries, Row

SearchSort = Literal["new", "booking", "price-inc", "price-des"]
"""The newest first, the most booked first, the cheapest first, the dearest first."""

_BLOCKS = 8
_MAX_COMPARED = 1000
_TAKEN = [f"taken_{number}" for number in range(_BLOCKS)]
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
    BOX_FIRST = "box_first"
    """Find the houses of a part of the map by an index on their public position, then sort them."""
    FULL_TEXT = "full_text"
    """Find the houses with the words first."""


@dataclass(frozen=True)
class SearchFilter:
    """The conditions of a search; None and empty allow anything.

    Every night from `first_night` to `last_night`, both included, must be free. With `days`, the rules of the house
    must accept the stay of so many nights from `first_night` on, as it is asked for at the hour `hour` of `today`.
    """

    area_id: int | None = None
    first_night: date | None = None
    last_night: date | None = None
    days: int | None = None
    min_price: Fen | None = None
    max_price: Fen | None = None
    capacity: int | None = None
    rooms: int | None = None
    beds: int | None = None
    instant: bool | None = None
    """Only houses that need no answer of their host (True), or only others (False)."""
    facilities: tuple[int, ...] = ()
    words: str = ""
    today: date = date.min
    hour: int = 0
    box: tuple[Decimal, Decimal, Decimal, Decimal] | None = None
    """South, west, north, east, of the public position: bisecting must not find the exact one."""
    on_map: bool = False
    """Only houses with a public position."""

    @property
    def dates_in_one_district(self) -> bool:
        """Whether dates filter the houses of one district, and every condition is on a column of `listings`."""
        return self.area_id is not None and self.first_night is not None and not self.needs_house_columns

    @property
    def needs_house_columns(self) -> bool:
        """Whether a condition is on a column that only `houses` has."""
        return bool(
            self.words
            or self.box
            or self.on_map
            or self.facilities
            or self.capacity
            or self.rooms
            or self.beds
            or self.instant is not None
        )


class SearchCursor(NamedTuple):
    """Where a house stands in a sorted search."""

    sort_key: int
    house_id: HouseId


@dataclass(frozen=True)
class ListingFacts:
    """What `listings` repeats of a house: the sort keys and the limits of a stay, in days.

    `min_days` and `max_days` are 0 for a house with rules of its own.
    """

    listed: bool
    area_id: int
    price: Fen
    order_count: int
    min_days: int
    max_days: int


@dataclass(frozen=True)
class Listing:
    """A row. `taken` has the columns taken_0 to taken_7: the bitmap of block b is `taken[b % 8]`."""

    facts: ListingFacts
    base: int
    taken: tuple[int, ...]

    def is_right(self, facts: ListingFacts, nights: Iterable[date]) -> bool:
        """Whether the row has these facts of the house, and exactly these nights as taken, from its base on."""
        bitmaps = {block: bits for block, bits in night_bitmaps.of(nights).items() if block >= self.base}
        blocks = range(self.base, self.base + _BLOCKS)
        same_nights = all(self.taken[block % _BLOCKS] == bitmaps.get(block, 0) for block in blocks)
        return self.facts == facts and same_nights and set(bitmaps) <= set(blocks)


_FACTS = tuple(field.name for field in fields(ListingFacts))
_SELECT_FACTS = """
    SELECT id, listed, area_id, price, order_count, IF(stay_rules = '', min_days, 0) AS min_days,
           IF(stay_rules = '', max_days, 0) AS max_days, stay_rules, min_days AS min_nights, max_days AS max_nights
    FROM houses WHERE id
"""


async def find(
    queries: ReadQueries,
    search: SearchFilter,
    sort: SearchSort,
    plan: SearchPlan,
    *,
    limit: int,
    offset: int = 0,
    after: SearchCursor | None = None,
) -> list[SearchCursor]:
    """Up to `limit` listed houses in the order of `sort`, from behind the house `after`."""
    _, key, direction = _SORTS[sort]
    clauses, values = _clauses(search)
    if after is not None:
        compared = "<" if direction == "DESC" else ">"
        clauses.append(f"{key} {compared}= %s AND ({key} {compared} %s OR listings.house_id {compared} %s)")
        values += [after.sort_key, *after]
    sql = f"""SELECT {key} AS place, listings.house_id FROM {_source(search, sort, plan)} WHERE {" AND ".join(clauses)}
              ORDER BY {key} {direction}, listings.house_id {direction} LIMIT %s OFFSET %s"""  # noqa: S608
    rows = await queries.all(sql, *values, limit, offset)
    return [SearchCursor(row["place"], row["house_id"]) for row in rows]


async def count(queries: ReadQueries, search: SearchFilter, limit: int, since: int) -> int:
    """How many houses with ids from `since` on a search finds; counting stops at `limit`."""
    clauses, values = _clauses(search)
    clauses.append("listings.house_id >= %s")
    plan = SearchPlan.FULL_TEXT if search.words else SearchPlan.BOX_FIRST if search.box else SearchPlan.SORT_ORDER
    inner = f"SELECT 1 FROM {_source(search, 'new', plan)} WHERE {' AND '.join(clauses)} LIMIT %s"  # noqa: S608
    row = await queries.one(f"SELECT COUNT(*) AS n FROM ({inner}) AS found", *values, since, limit)  # noqa: S608
    return int((row or {})["n"])


async def count_by_price(queries: ReadQueries, search: SearchFilter, step: Fen, steps: int, since: int) -> list[int]:
    """How many houses with ids from `since` on a search finds at each price: from 0 up in `steps` steps.

    Prices above the last step count to it.
    """
    clauses, values = _clauses(search)
    clauses.append("listings.house_id >= %s")
    plan = SearchPlan.FULL_TEXT if search.words else SearchPlan.SORT_ORDER
    sql = f"""SELECT LEAST(listings.price DIV %s, %s) AS step, COUNT(*) AS n FROM {_source(search, "new", plan)}
              WHERE {" AND ".join(clauses)} GROUP BY step"""  # noqa: S608  our own names of columns
    found = {row["step"]: row["n"] for row in await queries.all(sql, step, steps - 1, *values, since)}
    return [found.get(number, 0) for number in range(steps)]


async def first_of_newest(queries: ReadQueries, area_id: int | None, count: int) -> int:
    """The id above which lie the `count` newest listed houses of a district, or of all; 0 where there are fewer."""
    found = await find(queries, SearchFilter(area_id=area_id), "new", SearchPlan.SORT_ORDER, limit=1, offset=count)
    return found[0].house_id if found else 0


async def similar_prices(queries: ReadQueries, area_id: int, room_count: int, capacity: tuple[int, int]) -> list[Fen]:
    """The prices, ascending, of listed houses with so many rooms; `capacity` is the least and the most.

    Among the newest _MAX_COMPARED of the district.
    """
    sql = """SELECT recent.price FROM (SELECT house_id, price FROM listings FORCE INDEX (listings_area_new)
                                       WHERE listed = 1 AND area_id = %s ORDER BY house_id DESC LIMIT %s) AS recent
             JOIN houses ON houses.id = recent.house_id
             WHERE room_count = %s AND capacity BETWEEN %s AND %s ORDER BY recent.price"""
    rows = await queries.all(sql, area_id, _MAX_COMPARED, room_count, *capacity)
    return [Fen(row["price"]) for row in rows]


async def popular(queries: Queries, limit: int) -> list[HouseId]:
    """Up to `limit` listed houses with a cover, the most booked first."""
    sql = """SELECT house_id FROM listings FORCE INDEX (listings_booking)
             WHERE listed = 1 AND EXISTS (SELECT 1 FROM house_images WHERE house_images.house_id = listings.house_id)
             ORDER BY order_count DESC, house_id DESC LIMIT %s"""
    return [row["house_id"] for row in await queries.all(sql, limit)]


async def write(queries: Queries, house_id: HouseId, today: date) -> None:
    """Write the row of a house anew from `houses` and `house_nights`. The caller has locked the house."""
    # two statements: INSERT … SELECT would lock gaps in house_nights, and meet the bookings of other houses there
    row = await queries.one(_SELECT_FACTS + " = %s", house_id)
    if row is None:
        return
    if row["stay_rules"]:
        rules = stay_rules.from_json(row["stay_rules"], row["min_nights"], row["max_nights"])
        await listing_rules.write(queries, house_id, rules, today)
    base = night_bitmaps.block_of(today)
    sql = "SELECT night FROM house_nights WHERE house_id = %s AND night >= %s AND night < %s"
    first, end = night_bitmaps.first_day(base), night_bitmaps.first_day(base + _BLOCKS)
    nights = [each["night"] for each in await queries.all(sql, house_id, first, end)]
    names = ["house_id", *_FACTS, "base", *_TAKEN]
    bitmaps = {block % _BLOCKS: bits for block, bits in night_bitmaps.of(nights).items()}
    taken = [bitmaps.get(place, 0) for place in range(_BLOCKS)]
    values = [house_id, *(row[name] for name in _FACTS), base, *taken]
    changes = ", ".join(f"{name} = VALUES({name})" for name in names[1:])
    sql = f"""INSERT INTO listings ({", ".join(names)}) VALUES ({", ".join(["%s"] * len(names))})
              ON DUPLICATE KEY UPDATE {changes}"""  # noqa: S608  our own names of columns
    await queries.run(sql, *values)


async def take(queries: Queries, house_id: HouseId, nights: Iterable[date], today: date) -> None:
    """Mark these nights as taken: as `write`, where nothing else has changed."""
    bitmaps = [(_TAKEN[block % _BLOCKS], bits) for block, bits in night_bitmaps.of(nights).items()]
    changes = ", ".join(f"{name} = {name} | %s" for name, _ in bitmaps)
    sql = f"UPDATE listings SET {changes} WHERE house_id = %s AND base = %s"  # noqa: S608  our own names of columns
    values = [*(bits for _, bits in bitmaps), house_id, night_bitmaps.block_of(today)]
    if not (await queries.run(sql, *values)).affected:
        await write(queries, house_id, today)


async def rows(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, Listing]:
    """The rows of these houses, by house; a house without a row is left out."""
    found = await queries.all("SELECT * FROM listings WHERE house_id IN %s", tuple(house_ids))
    return {row["house_id"]: Listing(_facts(row), row["base"], tuple(row[name] for name in _TAKEN)) for row in found}


async def facts(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, ListingFacts]:
    """What the rows of these houses should repeat, by house; deleted houses are included."""
    found = await queries.all(_SELECT_FACTS + " IN %s", tuple(house_ids))
    return {row["id"]: _facts(row) for row in found}


def _facts(row: Row) -> ListingFacts:
    return ListingFacts(**{name: row[name] for name in _FACTS})


def _source(search: SearchFilter, sort: SearchSort, plan: SearchPlan) -> str:
    """The tables of a search, with the index that the plan asks for."""
    index = f"listings_{'' if search.area_id is None else 'area_'}{_SORTS[sort][0]}"
    if index == "listings_new":
        index = "PRIMARY"
    forced = {
        SearchPlan.SORT_ORDER: f" FORCE INDEX ({index})",
        SearchPlan.BITMAP_FIRST: " FORCE INDEX (listings_area_new)",
        SearchPlan.FULL_TEXT: "",
    }
    if plan is SearchPlan.BOX_FIRST:
        return "houses FORCE INDEX (houses_place) STRAIGHT_JOIN listings ON listings.house_id = houses.id"
    joined = " JOIN houses ON houses.id = listings.house_id" if search.needs_house_columns else ""
    return f"listings{forced[plan]}{joined}"


def _clauses(search: SearchFilter) -> tuple[list[str], list[object]]:
    """Conditions of a search, and the values in them."""
    simple = {
        "listings.area_id = %s": search.area_id,
        "listings.price >= %s": search.min_price,
        "listings.price <= %s": search.max_price,
        "capacity >= %s": search.capacity,
        "room_count >= %s": search.rooms,
        "bed_count >= %s": search.beds,
        "instant = %s": search.instant,
        "MATCH (search_words) AGAINST (%s IN BOOLEAN MODE)": search.words or None,
    }
    clauses = ["listings.listed = 1", *(clause for clause, value in simple.items() if value is not None)]
    values: list[object] = [value for value in simple.values() if value is not None]
    for facility in search.facilities:
        clauses.append(
            "EXISTS (SELECT 1 FROM house_facilities WHERE house_id = listings.house_id AND facility_id = %s)"
        )
        values.append(facility)
    if search.box is not None:
        south, west, north, east = search.box
        clauses.append("public_lat BETWEEN %s AND %s AND public_lng BETWEEN %s AND %s")
        values += [south, north, west, east]
    if search.on_map:
        clauses.append("public_lat IS NOT NULL AND public_lng IS NOT NULL")
    if search.days is not None:
        clauses.append("listings.min_days <= %s AND (listings.max_days = 0 OR listings.max_days >= %s)")
        values += [search.days, search.days]
    if search.first_night is not None and search.last_night is not None:
        for block, bits in night_bitmaps.between(search.first_night, search.last_night).items():
            clauses.append(f"({_TAKEN[block % _BLOCKS]} & %s = 0 OR base + {_BLOCKS - 1} < %s)")
            values += [bits, block]
    if search.days is not None and search.first_night is not None:
        accepted, bounds = _rules_clause(search.first_night, search.days, search.today, search.hour)
        clauses.append(f"(listings.min_days > 0 OR {accepted})")
        values += bounds
    return clauses, values


def _rules_clause(start: date, days: int, today: date, hour: int) -> tuple[str, list[object]]:
    """The condition that a house's own rules accept a stay, and the values in it.

    A gap lies between two taken nights, or between yesterday and a taken night.
    """
    end = start + timedelta(days=days)
    before = "1" if start <= today else _is_taken(start - timedelta(days=1))
    return listing_rules.clause(start, end, today, hour, f"{before} AND {_is_taken(end)}")


def _is_taken(night: date) -> str:
    """The condition that a night is taken."""
    [(block, bits)] = night_bitmaps.of([night]).items()
    return f"({_TAKEN[block % _BLOCKS]} & {bits} <> 0 AND base + {_BLOCKS - 1} >= {block})"
