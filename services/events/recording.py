"""Recording an event: in the transaction of the change that it tells of, so that there is never one without the other.

Everybody who is told of a change reads it here: notifications, the live stream, webhooks, the feed (docs/events.md).
"""

from collections.abc import Collection, Iterable

import orjson

from models.events import events
from models.events.events import NewEvent
from models.types import EventId, UserId
from services.deps import Deps
from services.events.types import TYPES, Payload
from utils.mysql import Queries


async def record(
    deps: Deps, queries: Queries, type_: str, payload: Payload, audience: Iterable[UserId], notified: Collection[UserId]
) -> EventId:
    """Record an event of one of TYPES within the transaction of `queries`.

    It is appended to the streams of `audience`, the users who may know of it; those of `notified` are told. After the
    commit, their open streams are woken. Call it late in the transaction: it holds the streams of the audience until
    COMMIT. It may run inside `Queries.gather`.
    """
    expected, _ = TYPES[type_]
    if not isinstance(payload, expected):
        raise TypeError(f"{type_} has a payload of {expected.__name__}")
    users = sorted(set(audience))
    content = orjson.dumps(payload, option=orjson.OPT_NAIVE_UTC | orjson.OPT_UTC_Z)
    new = NewEvent(type_, payload.version, payload.subject, payload.subject_id, content, deps.now())
    event_id = await events.add(queries, new, users, [user for user in users if user in notified])
    queries.after_commit.append(lambda: deps.event_signal.send(users))
    return event_id
