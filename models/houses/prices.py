"""What a house costs and on which terms: columns of `houses`, and the table `house_prices`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from utils.mysql import Queries


@dataclass(frozen=True)
class Terms:
    """What a booking of a house depends on. Money is in fen, discounts are in per cent; `max_days` 0 is no bound."""

    house_id: int
    host_id: int
    listed: bool
    price: int
    weekend_price: int | None
    cleaning_fee: int
    weekly_discount: int
    monthly_discount: int
    cancellation: str
    deposit: int
    capacity: int
    min_days: int
    max_days: int


@dataclass(frozen=True)
class PriceRange:
    """The price, in fen, of each night from the first to the last."""

    first_night: date
    last_night: date
    price: int


class TermsNotFound(Exception):
    """There is no house of that id."""


_SELECT = """
    SELECT id AS house_id, user_id AS host_id, listed, price, weekend_price, cleaning_fee, weekly_discount,
           monthly_discount, cancellation, deposit, capacity, min_days, max_days
    FROM houses WHERE NOT deleted AND id
"""
_COLUMNS = ("weekend_price", "cleaning_fee", "weekly_discount", "monthly_discount", "cancellation")


async def terms(queries: Queries, house_id: int) -> Terms:
    """Raises TermsNotFound."""
    return await _terms(queries, _SELECT + " = %s", house_id)


async def lock_terms(queries: Queries, house_id: int) -> Terms:
    """As `terms`, and nobody else books or changes the house until the transaction ends. Raises TermsNotFound."""
    return await _terms(queries, _SELECT + " = %s FOR UPDATE", house_id)


async def terms_of_houses(queries: Queries, house_ids: Sequence[int]) -> dict[int, Terms]:
    """By house; those that are gone are left out."""
    if not house_ids:
        return {}
    rows = await queries.all(_SELECT + " IN %s", tuple(house_ids))
    return {row["house_id"]: Terms(**row) for row in rows}


async def _terms(queries: Queries, sql: str, house_id: int) -> Terms:
    row = await queries.one(sql, house_id)
    if row is None:
        raise TermsNotFound
    return Terms(**row)


async def set_terms(queries: Queries, house_id: int, values: Mapping[str, object]) -> None:
    """Write those columns that `values` has, which are one at least."""
    given = [name for name in _COLUMNS if name in values]
    changes = ", ".join(f"{name} = %s" for name in given)
    sql = f"UPDATE houses SET {changes} WHERE id = %s"  # noqa: S608  our own names of columns
    await queries.run(sql, *(values[name] for name in given), house_id)


async def ranges(queries: Queries, house_id: int, first: date, last: date) -> list[PriceRange]:
    """Those that touch a night from the first to the last, in order."""
    sql = """SELECT first_night, last_night, price FROM house_prices
             WHERE house_id = %s AND first_night <= %s AND last_night >= %s ORDER BY first_night"""
    return [PriceRange(**row) for row in await queries.all(sql, house_id, last, first)]


async def clear_ranges(queries: Queries, house_id: int) -> None:
    await queries.run("DELETE FROM house_prices WHERE house_id = %s", house_id)


async def add_ranges(queries: Queries, house_id: int, added: Sequence[PriceRange]) -> None:
    """`added` is not empty, and no two overlap."""
    places = ", ".join(["(%s, %s, %s, %s)"] * len(added))
    sql = f"INSERT INTO house_prices (house_id, first_night, last_night, price) VALUES {places}"  # noqa: S608
    values = [value for each in added for value in (house_id, each.first_night, each.last_night, each.price)]
    await queries.run(sql, *values)
