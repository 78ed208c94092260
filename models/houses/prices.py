"""What a house costs and on which terms: columns of `houses`, and the table `house_prices`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final, Literal

from models.houses import stay_rules
from models.houses.stay_rules import StayRules
from models.types import Fen, HouseId, UserId
from utils.mysql import Queries, ReadQueries

CancellationPolicy = Literal["flexible", "moderate", "strict"]


class Unchanged(Enum):
    """The type of UNCHANGED."""

    UNCHANGED = "unchanged"


UNCHANGED: Final = Unchanged.UNCHANGED
"""In a change, says that a term stays as it is where None is a value of its own."""


@dataclass(frozen=True)
class Terms:
    """What a booking of a house depends on. Discounts are in per cent; `max_days` 0 is no limit.

    `weekend_price` is None where Friday and Saturday cost what other nights cost.
    """

    house_id: HouseId
    host_id: UserId
    listed: bool
    price: Fen
    weekend_price: Fen | None
    cleaning_fee: Fen
    weekly_discount: int
    monthly_discount: int
    cancellation: CancellationPolicy
    deposit: Fen
    capacity: int
    min_days: int
    max_days: int
    instant: bool = False
    """Whether a booking needs no answer of the host."""
    stay_rules: str = ""
    """The column of that name; `rules` has it read."""

    @property
    def rules(self) -> StayRules:
        """Which stays the house accepts."""
        return stay_rules.from_json(self.stay_rules, self.min_days, self.max_days)


@dataclass(frozen=True)
class PriceRange:
    """The price of each night from the first to the last, both included."""

    first_night: date
    last_night: date
    price: Fen


@dataclass(frozen=True)
class PriceChange:
    """What a host changes about prices: None leaves a term as it is, discounts are in per cent.

    `weekend_price` None removes the weekend price. `ranges` replace all ranges, and do not overlap.
    """

    weekend_price: Fen | Unchanged | None = UNCHANGED
    cleaning_fee: Fen | None = None
    weekly_discount: int | None = None
    monthly_discount: int | None = None
    cancellation: CancellationPolicy | None = None
    ranges: tuple[PriceRange, ...] | None = None
    expected_ranges: tuple[PriceRange, ...] | None = None
    """What the host knows of the dated prices; None does not care."""


class TermsNotFound(Exception):
    """There is no house of that id."""


_SELECT = """
    SELECT id AS house_id, user_id AS host_id, listed, price, weekend_price, cleaning_fee, weekly_discount,
           monthly_discount, cancellation, deposit, capacity, min_days, max_days, instant,
           stay_rules
    FROM houses WHERE NOT deleted AND id
"""


async def terms(queries: Queries, house_id: HouseId) -> Terms:
    """The terms of a house that is not deleted. Raises TermsNotFound."""
    return await _terms(queries, _SELECT + " = %s", house_id)


async def lock_terms(queries: Queries, house_id: HouseId) -> Terms:
    """As `terms`; locks the row on this database server until the transaction ends. Raises TermsNotFound."""
    return await _terms(queries, _SELECT + " = %s FOR UPDATE", house_id)


async def terms_of_houses(queries: ReadQueries, house_ids: Sequence[HouseId]) -> dict[HouseId, Terms]:
    """The terms by house; deleted houses are left out."""
    if not house_ids:
        return {}
    rows = await queries.all(_SELECT + " IN %s", tuple(house_ids))
    return {row["house_id"]: Terms(**row) for row in rows}


async def _terms(queries: Queries, sql: str, house_id: HouseId) -> Terms:
    row = await queries.one(sql, house_id)
    if row is None:
        raise TermsNotFound
    return Terms(**row)


async def change_terms(queries: Queries, house_id: HouseId, change: PriceChange) -> None:
    """Write the terms that `change` names; its ranges are left alone."""
    values = {
        "cleaning_fee": change.cleaning_fee,
        "weekly_discount": change.weekly_discount,
        "monthly_discount": change.monthly_discount,
        "cancellation": change.cancellation,
    }
    columns: dict[str, object] = {name: value for name, value in values.items() if value is not None}
    if change.weekend_price is not UNCHANGED:
        columns["weekend_price"] = change.weekend_price
    if columns:
        changes = ", ".join(f"{name} = %s" for name in columns)
        sql = f"UPDATE houses SET {changes} WHERE id = %s"  # noqa: S608  our own names of columns
        await queries.run(sql, *columns.values(), house_id)


async def set_rules(queries: Queries, house_id: HouseId, rules: StayRules) -> None:
    """Write which stays a house accepts; its shortest and longest stay are columns of their own, and left alone."""
    await queries.run("UPDATE houses SET stay_rules = %s WHERE id = %s", stay_rules.as_json(rules), house_id)


async def ranges(queries: Queries, house_id: HouseId, first: date, last: date) -> list[PriceRange]:
    """The ranges that include a night from `first` to `last`, in order."""
    sql = """SELECT first_night, last_night, price FROM house_prices
             WHERE house_id = %s AND first_night <= %s AND last_night >= %s ORDER BY first_night"""
    return [PriceRange(**row) for row in await queries.all(sql, house_id, last, first)]


async def ranges_of_houses(
    queries: ReadQueries, house_ids: Sequence[HouseId], first: date, last: date
) -> dict[HouseId, list[PriceRange]]:
    """As `ranges`, by house; a house without such a range is left out."""
    if not house_ids:
        return {}
    sql = """SELECT house_id, first_night, last_night, price FROM house_prices
             WHERE house_id IN %s AND first_night <= %s AND last_night >= %s ORDER BY first_night"""
    by_house: dict[HouseId, list[PriceRange]] = {}
    for row in await queries.all(sql, tuple(house_ids), last, first):
        by_house.setdefault(row.pop("house_id"), []).append(PriceRange(**row))
    return by_house


async def replace_ranges(queries: Queries, house_id: HouseId, ranges: Sequence[PriceRange]) -> None:
    """Write these ranges in place of all that the house has. No two of them overlap."""
    await queries.run("DELETE FROM house_prices WHERE house_id = %s", house_id)
    if not ranges:
        return
    places = ", ".join(["(%s, %s, %s, %s)"] * len(ranges))
    sql = f"INSERT INTO house_prices (house_id, first_night, last_night, price) VALUES {places}"  # noqa: S608
    values = [value for each in ranges for value in (house_id, each.first_night, each.last_night, each.price)]
    await queries.run(sql, *values)
