"""The table `house_arrivals`: how guests get into a house, sealed."""

from datetime import datetime

from models.types import HouseId
from utils.mysql import Queries


async def find(queries: Queries, house_id: HouseId) -> bytes | None:
    """The sealed guide of a house; None where its host has written none."""
    row = await queries.one("SELECT guide FROM house_arrivals WHERE house_id = %s", house_id)
    return None if row is None else bytes(row["guide"])


async def put(queries: Queries, house_id: HouseId, sealed: bytes, now: datetime) -> None:
    """Write the guide of a house in place of an earlier one; `now` is naive UTC."""
    sql = """INSERT INTO house_arrivals (house_id, guide, updated_at) VALUES (%s, %s, %s)
             ON DUPLICATE KEY UPDATE guide = VALUES(guide), updated_at = VALUES(updated_at)"""
    await queries.run(sql, house_id, sealed, now)


async def delete(queries: Queries, house_id: HouseId) -> None:
    """Delete the guide of a house, if there is one."""
    await queries.run("DELETE FROM house_arrivals WHERE house_id = %s", house_id)
