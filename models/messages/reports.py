"""The table `message_reports`: messages that users have reported to the admins."""

from dataclasses import dataclass
from datetime import datetime

from models.types import HouseId, MessageId, ThreadId, UserId
from utils.mysql import Queries


@dataclass(frozen=True)
class Report:
    """A reported message with what an admin needs to judge it. Names are None while they are mobile numbers."""

    id: int
    reason: str
    created_at: datetime
    reporter_id: UserId
    reporter_name: str | None
    message_id: MessageId
    text: str
    sent_at: datetime
    sender_id: UserId
    sender_name: str | None
    thread_id: ThreadId
    house_id: HouseId
    title: str


async def add(queries: Queries, message_id: MessageId, reporter_id: UserId, reason: str, now: datetime) -> None:
    """Store a report; a later one by the same user replaces its reason."""
    sql = """INSERT INTO message_reports (message_id, reporter_id, reason, created_at) VALUES (%s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE reason = VALUES(reason)"""
    await queries.run(sql, message_id, reporter_id, reason, now)


async def latest(queries: Queries, *, after: int | None, limit: int) -> list[Report]:
    """The newest first; `after` is the last id of the page before."""
    sql = """SELECT message_reports.id, reason, message_reports.created_at, reporter_id, message_id, text,
                    messages.created_at AS sent_at, sender_id, thread_id, threads.house_id, houses.title,
                    NULLIF(reporter.name, reporter.mobile) AS reporter_name,
                    NULLIF(sender.name, sender.mobile) AS sender_name
             FROM message_reports JOIN messages ON messages.id = message_id JOIN threads ON threads.id = thread_id
                  JOIN houses ON houses.id = threads.house_id JOIN users AS reporter ON reporter.id = reporter_id
                  JOIN users AS sender ON sender.id = sender_id
             WHERE message_reports.id < %s ORDER BY message_reports.id DESC LIMIT %s"""
    return [Report(**row) for row in await queries.all(sql, after or 2**63, limit)]
