"""Calendar synchronisation: nights taken on another platform cannot be booked here, and the other way round.

Both sides publish iCalendar files (RFC 5545) and read the other side's.
"""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from models.houses import calendar_sync, houses, nights
from models.houses.calendar_sync import Feed, FeedHealth
from models.houses.nights import Night
from models.types import FeedId, HouseId, UserId
from services import limits
from services.deps import Deps
from services.errors import BadParameters, NoData, QuotaExceeded
from services.events.recording import record
from services.events.types import CalendarHealth
from services.houses.access import lock_owned_house
from services.houses.changes import change_house
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils import ical
from utils.ical import BadCalendar, CalendarEvent
from utils.mysql import Queries
from utils.public_http import NotPublicAddress
from utils.sessions import Session

MAX_FEEDS = 10
"""How many calendars a house may import."""
FAILURES_REPORTED = 5
"""The host is told of a calendar that has failed this many times in a row."""
_RECOVERY_REPORTED_FOR, _MAX_REPORTED = timedelta(days=7), 50
_MAX_PAUSE = 16
"""The longest time between two attempts, in multiples of the usual one: 4 h of 15 min."""
_INTERRUPTED = "读取日历时中断"
_ERRORS = {
    "unreachable": "无法读取该日历",
    "no_calendar": "不是有效的 iCalendar 日历",
    "repeating": "日历含有重复事件，暂不支持",
    "unknown_zone": "日历使用了未知的时区",
    "too_costly": "日历过于复杂，无法读取",
}


class NoSuchCalendar(NoData):
    """The house imports no such calendar, or no house exports one under this secret."""

    text = "日历不存在"


@dataclass(frozen=True)
class HouseCalendars:
    """The calendars of a house: the address of its own one, and those that it imports."""

    export_url: str
    feeds: list[Feed]


async def of_house(deps: Deps, session: Session, house_id: HouseId) -> HouseCalendars:
    """The calendars of a house; the first call makes the secret address of its own one.

    Raises NoSuchHouse, and WrongRole for somebody else's house.
    """

    async def work(queries: Queries) -> HouseCalendars:
        await lock_owned_house(queries, session, house_id)
        token = await calendar_sync.token(queries, house_id) or await _new_token(queries, house_id)
        return HouseCalendars(_export_url(deps, token), await calendar_sync.of_house(queries, house_id))

    return await deps.db.transact(work)


async def renew(deps: Deps, session: Session, house_id: HouseId) -> str:
    """Give the house's own calendar a new secret address, which is returned; the one before ends.

    Raises NoSuchHouse, and WrongRole for somebody else's house.
    """

    async def work(queries: Queries) -> str:
        await lock_owned_house(queries, session, house_id)
        return _export_url(deps, await _new_token(queries, house_id))

    return await deps.db.transact(work)


async def connect(deps: Deps, session: Session, house_id: HouseId, url: str) -> FeedId:
    """Import a calendar, which a worker soon fetches. Returns its id.

    Raises BadParameters where the address is not public, NoSuchHouse, WrongRole for somebody else's house,
    QuotaExceeded beyond MAX_FEEDS, and TooOften.
    """
    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    try:
        deps.calendars.check(url)
    except NotPublicAddress:
        raise BadParameters(fields={"url": "应为公网网址，不含用户名和密码，端口为 80、443、8080 或 8443"}) from None

    async def work(queries: Queries) -> FeedId:
        await lock_owned_house(queries, session, house_id)
        if len(await calendar_sync.of_house(queries, house_id)) >= MAX_FEEDS:
            raise QuotaExceeded(("每套房屋最多导入 {max} 个日历", {"max": MAX_FEEDS}))
        return await calendar_sync.add(queries, house_id, url, deps.now())

    return await deps.db.transact(work)


async def disconnect(deps: Deps, session: Session, house_id: HouseId, feed_id: FeedId) -> None:
    """End the import of a calendar and free its nights.

    Raises NoSuchHouse, WrongRole for somebody else's house, and NoSuchCalendar.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if feed_id not in {feed.id for feed in await calendar_sync.of_house(queries, house_id)}:
            raise NoSuchCalendar
        await nights.forget_feed(queries, feed_id)
        await calendar_sync.remove(queries, feed_id)

    await change_house(deps, house_id, work)


async def export(deps: Deps, token: str) -> bytes:
    """The iCalendar file of the house with that secret: the nights sold or blocked here. Raises NoSuchCalendar."""
    first = today(deps)
    async with deps.db.connection() as queries:
        house = await calendar_sync.house_of_token(queries, token)
        if house is None:
            raise NoSuchCalendar
        taken = await nights.between(queries, house.id, first, first + timedelta(days=BOOKING_WINDOW_DAYS))
    own = [night for night in taken if night.feed_id is None]
    return ical.write(house.title, events_of(house.id, own), deps.clock())


async def due(deps: Deps, limit: int) -> list[Feed]:
    """Up to `limit` calendars to fetch now, the earliest first."""
    async with deps.db.connection() as queries:
        return await calendar_sync.due(queries, deps.now(), limit)


async def fetch(deps: Deps, feed: Feed) -> bool:
    """Fetch a calendar and replace all its nights. False where another worker does so.

    The attempt counts as a failure until it has succeeded. So the next worker waits before it tries a calendar that
    has killed a worker. What an attempt finds is dropped where a later one has begun: this worker was frozen meanwhile.
    """
    now = deps.now()
    error = feed.error or (_INTERRUPTED if feed.failures else None)
    next_at = now + _pause(deps, feed.failures)
    if not await deps.db.transact(lambda queries: _begin(deps, queries, feed, now, next_at, error)):
        return False
    first = today(deps)
    try:
        fetched = await deps.calendars.fetch(feed.url, feed.etag, first)
    except BadCalendar as bad:
        kind = bad.kind
        await deps.db.transact(lambda queries: _record_failure(deps, queries, feed, next_at, kind))
        return True
    claimed, etag = (fetched.nights, fetched.etag) if fetched else (feed.nights, feed.etag)
    last = first + timedelta(days=BOOKING_WINDOW_DAYS)
    await _replace(deps, feed, next_at, sorted(night for night in claimed if first <= night <= last), etag)
    return True


async def _begin(deps: Deps, queries: Queries, feed: Feed, now: datetime, next_at: datetime, error: str | None) -> bool:
    """Begin an attempt; False where another worker does so. Attempts that killed their worker are failures, too."""
    if not await calendar_sync.begin_attempt(queries, feed, now, next_at, error):
        return False
    if feed.failures >= FAILURES_REPORTED:
        await _report_failures(deps, queries, feed, next_at, None)
    return True


async def _record_failure(deps: Deps, queries: Queries, feed: Feed, attempt: datetime, kind: str) -> None:
    await calendar_sync.record_failure(queries, feed.id, attempt, _ERRORS[kind])
    if feed.failures + 1 >= FAILURES_REPORTED:
        await _report_failures(deps, queries, feed, attempt, kind)


async def _report_failures(deps: Deps, queries: Queries, feed: Feed, attempt: datetime, kind: str | None) -> None:
    """Tell the host, once in a row of failures, unless a later attempt has begun."""
    if await calendar_sync.mark_reported(queries, feed.id, attempt, deps.now()):
        await _record_health(deps, queries, feed, "calendar.feed_failed", kind)


async def _record_health(deps: Deps, queries: Queries, feed: Feed, type_: str, kind: str | None = None) -> None:
    host_id = await houses.owner(queries, feed.house_id)
    await record(deps, queries, type_, CalendarHealth(feed.id, feed.house_id, host_id, kind), [host_id], [host_id])


def _pause(deps: Deps, failures: int) -> timedelta:
    """The time until the next attempt, doubled after each failure."""
    return timedelta(seconds=deps.order_rules.feed) * min(1 << failures, _MAX_PAUSE)


async def feed_health(deps: Deps, session: Session) -> list[FeedHealth]:
    """The user's calendars that failed FAILURES_REPORTED times in a row, or recovered from that in the last week."""
    since = deps.now() - _RECOVERY_REPORTED_FOR
    async with deps.db.connection() as queries:
        return await calendar_sync.health(queries, UserId(session.user_id), FAILURES_REPORTED, since, _MAX_REPORTED)


async def _replace(deps: Deps, feed: Feed, attempt: datetime, claimed: Sequence[date], etag: str | None) -> None:
    """Write every night, the known ones too: a night that was sold here and is free again is claimed anew."""

    async def work(queries: Queries) -> None:
        await houses.lock_row(queries, feed.house_id)
        sold, now = await _sold(queries, feed.house_id, claimed), deps.now()
        next_at = now + _pause(deps, 0)
        if not await calendar_sync.record_fetch(
            queries, feed.id, attempt, claimed, etag, sold, now=now, next_at=next_at
        ):
            return
        await nights.release(queries, feed.house_id, today(deps), feed.id)
        await nights.claim(queries, feed.house_id, claimed, feed.id)
        if feed.failures >= FAILURES_REPORTED:
            await calendar_sync.record_recovery(queries, feed.id, now)
        if await calendar_sync.clear_reported(queries, feed.id):
            await _record_health(deps, queries, feed, "calendar.feed_healed")

    await change_house(deps, feed.house_id, work)


async def _sold(queries: Queries, house_id: HouseId, claimed: Sequence[date]) -> int:
    """How many of these nights are sold here as well: two guests expect the house."""
    if not claimed:
        return 0
    taken = await nights.between(queries, house_id, claimed[0], claimed[-1])
    return len({night.night for night in taken if night.order_id is not None} & set(claimed))


async def _new_token(queries: Queries, house_id: HouseId) -> str:
    token = secrets.token_hex(32)
    await calendar_sync.set_token(queries, house_id, token)
    return token


def _export_url(deps: Deps, token: str) -> str:
    return f"{deps.site_url}/ical/{token}.ics"


def events_of(house_id: HouseId, taken: Iterable[Night]) -> list[CalendarEvent]:
    """One event for each run of nights of one order, or of blocked nights. `taken` is in order."""
    events = []
    # the difference of a night's day and its place is the same along a run
    numbered = enumerate(taken)
    for (order_id, _), group in groupby(numbered, lambda each: (each[1].order_id, each[1].night.toordinal() - each[0])):
        run = [night.night for _, night in group]
        uid = f"order-{order_id}" if order_id else f"blocked-{house_id}-{run[0]:%Y%m%d}"
        events.append(CalendarEvent(f"{uid}@ihome", run[0], run[-1] + timedelta(days=1)))
    return events
