"""The table `heartbeat`: one row, with the time of the last heartbeat."""

from datetime import datetime

from utils.mysql import Queries


async def now_and_last(queries: Queries) -> tuple[datetime, datetime | None]:
    """MariaDB's own time and the last heartbeat, both in UTC."""
    row = await queries.one("SELECT UTC_TIMESTAMP(6) AS now, (SELECT MAX(beat_at) FROM heartbeat) AS last")
    assert row  # noqa: S101  a SELECT without a table has a row
    return row["now"], row["last"]


async def write(queries: Queries, at: datetime) -> None:
    """Note a heartbeat; an older one changes nothing."""
    sql = """INSERT INTO heartbeat (id, beat_at) VALUES (1, %s)
             ON DUPLICATE KEY UPDATE beat_at = GREATEST(beat_at, VALUES(beat_at))"""
    await queries.run(sql, at)
