"""The table `listing_rules`: what a search reads of the rules of houses that have some, day by day.

It repeats models/houses/stay_rules.py for the coming two years, so rows stay right while days pass; a job of the worker
writes them again long before that time runs out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.houses import stay_rules
from models.houses.stay_rules import StayRules
from models.types import HouseId
from utils.mysql import Queries

DAYS = 731
"""How many days a row has."""
_MAX_BYTE = 255


@dataclass(frozen=True)
class ListingRules:
    """A row: byte number n is of the day `first_day` + n."""

    first_day: date
    notice: int
    window_days: int
    fills_gaps: bool
    shortest: bytes
    longest: bytes
    departures: bytes


def of(rules: StayRules, first: date) -> ListingRules:
    """The row of a house with these rules, from the day `first` on."""
    days = list(rules.days(first, DAYS))
    return ListingRules(
        first_day=first,
        notice=rules.notice,
        window_days=rules.window_days,
        fills_gaps=rules.fills_gaps,
        shortest=bytes(min(day.shortest, _MAX_BYTE) for day in days),
        longest=bytes(day.longest for day in days),
        departures=bytes(day.departure for day in days),
    )


async def write(queries: Queries, house_id: HouseId, rules: StayRules, first: date) -> None:
    """Write the row of a house anew, from the day `first` on. The caller has locked the house."""
    values = {"house_id": house_id, **vars(of(rules, first))}
    places = ", ".join(["%s"] * len(values))
    sql = f"REPLACE INTO listing_rules ({', '.join(values)}) VALUES ({places})"  # noqa: S608  our own names
    await queries.run(sql, *values.values())


async def forget(queries: Queries, house_id: HouseId) -> None:
    """Delete the row of a house, which has new rules or none."""
    await queries.run("DELETE FROM listing_rules WHERE house_id = %s", house_id)


async def rows(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, ListingRules]:
    """The rows of these houses, by house; a house without a row is left out."""
    sql = """SELECT house_id, first_day, notice, window_days, fills_gaps, shortest, longest, departures
             FROM listing_rules WHERE house_id IN %s"""
    found = await queries.all(sql, tuple(house_ids))
    return {row.pop("house_id"): ListingRules(**row | {"fills_gaps": bool(row["fills_gaps"])}) for row in found}


async def rules_of(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, StayRules]:
    """The rules of those of these houses that have some, by house; deleted houses are included."""
    sql = "SELECT id, stay_rules, min_days, max_days FROM houses WHERE id IN %s AND stay_rules <> ''"
    found = await queries.all(sql, tuple(house_ids))
    return {row["id"]: stay_rules.from_json(row["stay_rules"], row["min_days"], row["max_days"]) for row in found}


async def old(queries: Queries, before: date, limit: int) -> list[HouseId]:
    """Up to `limit` houses whose rows begin before this day."""
    sql = "SELECT house_id FROM listing_rules WHERE first_day < %s ORDER BY first_day LIMIT %s"
    return [row["house_id"] for row in await queries.all(sql, before, limit)]


def clause(start: date, end: date, today: date, hour: int, gap: str) -> tuple[str, list[object]]:
    """The condition that a house's row accepts a stay which is asked for at an hour of today, and the values in it.

    `gap` is the condition that the stay fills the nights between two taken ones; it holds no values.
    """
    days = (end - start).days
    # SUBSTR is empty beyond the row's days, and ORD of it 0: nobody arrives. A scalar subquery is one read by its key,
    # where MariaDB might carry out EXISTS by reading the whole table.
    sql = f"""(SELECT rules.notice < %s AND rules.window_days >= %s
               AND ORD(SUBSTR(rules.longest, DATEDIFF(%s, rules.first_day) + 1, 1)) >= %s
               AND (ORD(SUBSTR(rules.shortest, DATEDIFF(%s, rules.first_day) + 1, 1)) <= %s
                    OR (rules.fills_gaps AND {gap}))
               AND ORD(SUBSTR(rules.departures, DATEDIFF(%s, rules.first_day) + 1, 1)) = 1
               FROM listing_rules AS rules WHERE rules.house_id = listings.house_id)"""  # noqa: S608
    return sql, [24 * (start - today).days - hour, (end - today).days, start, days, start, days, end]
