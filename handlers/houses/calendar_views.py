"""Calendars as what clients read."""

from collections.abc import Callable, Iterable
from typing import Any

from handlers.api.fields import local_time
from handlers.api.legacy import Payload
from models.houses.calendar_sync import Feed, FeedHealth
from models.houses.nights import Night
from services.houses.calendar_sync import FAILURES_REPORTED, HouseCalendars

Say = Callable[[str], str]
"""A text in the viewer's language."""


def calendar(nights: Iterable[Night]) -> Payload:
    """Which nights cannot be booked; which of them the host blocked."""
    found = list(nights)
    data = {"taken": [night.night.isoformat() for night in found]}
    own = [night for night in found if night.order_id is None and night.feed_id is None]
    data["blocked"] = [night.night.isoformat() for night in own]
    return Payload(data)


def connected(connected: HouseCalendars, say: Say) -> Payload:
    return Payload({
        "export_url": connected.export_url,
        "feeds": [_feed(feed, say) for feed in connected.feeds],
    })  # fmt: skip


def export_url(url: str) -> Payload:
    return Payload({"export_url": url})


def feed_id(number: int) -> Payload:
    return Payload({"feed_id": number})


def _feed(feed: Feed, say: Say) -> dict[str, Any]:
    return {
        "feed_id": feed.id,
        "url": feed.url,
        "nights": len(feed.nights),
        "conflicts": feed.conflicts,
        "error": say(feed.error) if feed.error else None,
        "failures": feed.failures if feed.error else 0,
        "failing_since": local_time(feed.failed_since) if feed.error and feed.failed_since else None,
        "fetched": local_time(feed.fetched_at) if feed.fetched_at else None,
    }


def feed_health(feed: FeedHealth, say: Say) -> dict[str, Any]:
    """A calendar that fails, or has recovered: `time` is since when."""
    failing = feed.failures >= FAILURES_REPORTED
    time = feed.failed_since if failing else feed.recovered_at
    return {
        "feed_id": feed.id,
        "house_id": feed.house_id,
        "title": feed.title,
        "state": "failing" if failing else "recovered",
        "error": say(feed.error) if feed.error else None,
        "failures": feed.failures,
        "time": local_time(time) if time else None,
    }
