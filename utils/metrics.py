"""Prometheus metrics for operators (docs/operating.md)."""

import asyncio
from functools import cache

from prometheus_client import Counter, Gauge, Histogram

REQUESTS = Histogram(
    "ihome_request_seconds",
    "time to answer, by route and status",
    ["route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)


@cache
def requests(route: str, status: int) -> Histogram:
    """REQUESTS for one route and status."""
    return REQUESTS.labels(route, status)


ACTIVE = Gauge("ihome_requests_active", "requests being answered")
SMS_SENT = Counter("ihome_sms_sent", "SMS handed to the sender, by outcome", ["outcome"])
NOTIFICATIONS = Counter(
    "ihome_notifications", "deliveries of notifications that ended, by channel and state", ["channel", "state"]
)
LIMITS_HIT = Counter("ihome_limits_hit", "requests refused by a limit", ["limit"])
DATABASE_IN_USE = Gauge("ihome_database_connections_in_use", "MariaDB connections lent out")
PASSWORDS_WAITING = Gauge("ihome_passwords_waiting", "passwords being hashed or waiting for a thread")
HEARTBEAT_AGE = Gauge("ihome_worker_heartbeat_age_seconds", "time since a worker wrote a heartbeat; Inf without any")
STREAMS = Gauge("ihome_streams", "open streams of events")
STREAMS_ENDED = Counter("ihome_streams_ended", "streams of events that the server has ended, by reason", ["reason"])
STREAM_EVENTS = Counter("ihome_stream_events", "events sent to streams")
LOOP_LAG = Gauge("ihome_event_loop_lag_seconds", "how late the event loop was at its last measurement")


async def watch_loop(every: float = 1.0) -> None:
    """Measure every `every` seconds, until cancelled, how late the event loop runs a timer."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + every
        await asyncio.sleep(every)
        LOOP_LAG.set(max(0.0, loop.time() - due))
