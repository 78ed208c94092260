"""The planner's reader for webhooks: each event becomes a delivery for each endpoint of its user that takes it."""

from collections.abc import Iterator, Sequence
from datetime import UTC

import orjson

from models.events.events import StreamEvent
from models.programs import webhook_deliveries, webhook_endpoints
from models.programs.webhook_deliveries import NewDelivery
from models.programs.webhook_endpoints import Endpoint
from services.deps import Deps
from services.local_time import LOCAL
from utils.mysql import Queries


async def plan(deps: Deps, queries: Queries, events: Sequence[StreamEvent]) -> None:
    """Write the deliveries of these events, and wake their endpoints."""
    users = sorted({each.user_id for each in events})
    if not users:
        return
    endpoints = await webhook_endpoints.enabled_of(queries, users)
    new = list(_deliveries(endpoints, events))
    if new:
        now = deps.now()
        # the endpoints first: a round that ends now must not overlook what is added
        await webhook_endpoints.wake(queries, sorted({each.endpoint_id for each in new}), now)
        await webhook_deliveries.add(queries, new, now)


def _deliveries(endpoints: Sequence[Endpoint], events: Sequence[StreamEvent]) -> Iterator[NewDelivery]:
    for entry in events:
        event = entry.event
        for endpoint in endpoints:
            if endpoint.user_id == entry.user_id and endpoint.takes(event.type):
                message_id = f"{entry.user_id}-{entry.seq}"
                yield NewDelivery(endpoint.id, message_id, event.type, event.subject, event.subject_id, body(entry))


def body(entry: StreamEvent) -> str:
    """The event as the feed shows it (handlers/events/views.py)."""
    event = entry.event
    time = event.created_at.replace(tzinfo=UTC).astimezone(LOCAL).isoformat(timespec="seconds")
    subject = {"kind": event.subject, "id": event.subject_id}
    shown = {"id": entry.seq, "type": event.type, "version": event.version, "subject": subject, "time": time}
    return orjson.dumps(shown | {"data": event.payload}).decode()
