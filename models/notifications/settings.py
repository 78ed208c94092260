"""The table `notification_settings`, and the language of `users`: when and how a user wants to be notified."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import Literal

import orjson

from models.notifications.types import Channel
from models.types import UserId
from utils.mysql import Queries

Language = Literal["zh", "en"]
Choices = Mapping[str, Mapping[Channel, bool]]
"""For kinds of notifications, whether the user wants them on a channel; only what differs from the defaults."""
_MINUTES = 60


@dataclass(frozen=True)
class QuietHours:
    """Times of the local day between which nothing is sent that can wait; they may lie on both sides of midnight."""

    start: time
    end: time


@dataclass(frozen=True)
class Stored:
    """What a user has chosen. `language` is None before any choice, `saved` says whether the rest was ever saved."""

    language: Language | None
    saved: bool
    quiet: QuietHours | None
    choices: Choices


async def get(queries: Queries, user_id: UserId) -> Stored | None:
    """What a user has chosen; None for a user who is gone."""
    sql = """SELECT language, user_id IS NOT NULL AS saved, quiet_from, quiet_until, choices
             FROM users LEFT JOIN notification_settings ON user_id = users.id WHERE users.id = %s"""
    row = await queries.one(sql, user_id)
    if row is None:
        return None
    quiet = None if row["quiet_from"] is None else QuietHours(_time(row["quiet_from"]), _time(row["quiet_until"]))
    return Stored(row["language"], bool(row["saved"]), quiet, orjson.loads(row["choices"] or "{}"))


async def put(queries: Queries, user_id: UserId, quiet: QuietHours | None, choices: Choices) -> None:
    """Store a user's choices."""
    sql = """INSERT INTO notification_settings (user_id, quiet_from, quiet_until, choices) VALUES (%s, %s, %s, %s)
             ON DUPLICATE KEY UPDATE
             quiet_from = VALUES(quiet_from), quiet_until = VALUES(quiet_until), choices = VALUES(choices)"""
    start, end = (_minute(quiet.start), _minute(quiet.end)) if quiet else (None, None)
    await queries.run(sql, user_id, start, end, orjson.dumps(choices))


async def set_language(queries: Queries, user_id: UserId, language: Language) -> None:
    """Store the language in which a user is written to."""
    await queries.run("UPDATE users SET language = %s WHERE id = %s", language, user_id)


def _time(minute: int) -> time:
    return time(*divmod(minute, _MINUTES))


def _minute(at: time) -> int:
    return at.hour * _MINUTES + at.minute
