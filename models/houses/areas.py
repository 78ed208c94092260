"""The tables `areas` and `facilities`: reference data that front ends know by number."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.types import HouseId
from utils.mysql import Queries, ReadQueries


@dataclass(frozen=True)
class NamedId:
    """An area or a facility."""

    id: int
    name: str


async def areas(queries: ReadQueries) -> list[NamedId]:
    """Every area, by id."""
    return [NamedId(**row) for row in await queries.all("SELECT id, name FROM areas ORDER BY id")]


async def facilities(queries: ReadQueries) -> list[NamedId]:
    """Every facility, by id."""
    return [NamedId(**row) for row in await queries.all("SELECT id, name FROM facilities ORDER BY id")]


async def facilities_of(queries: Queries, house_id: HouseId) -> list[NamedId]:
    """The facilities of a house, by id."""
    sql = """SELECT id, name FROM facilities JOIN house_facilities ON facility_id = id
             WHERE house_id = %s ORDER BY id"""
    return [NamedId(**row) for row in await queries.all(sql, house_id)]


async def facilities_of_houses(queries: Queries, house_ids: Sequence[HouseId]) -> dict[HouseId, list[NamedId]]:
    """As `facilities_of`, by house; a house without facilities is left out."""
    if not house_ids:
        return {}
    sql = """SELECT house_id, id, name FROM facilities JOIN house_facilities ON facility_id = id
             WHERE house_id IN %s ORDER BY id"""
    by_house: dict[HouseId, list[NamedId]] = {}
    for row in await queries.all(sql, tuple(house_ids)):
        by_house.setdefault(row.pop("house_id"), []).append(NamedId(**row))
    return by_house
