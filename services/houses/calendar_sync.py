"""Calendars of other platforms: what is taken there cannot be booked here, and the other way round."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from models.houses import calendar_sync, houses, nights
from models.houses.calendar_sync import Feed, FeedHealth
from models.houses.nights import Night
from services import limits
from services.deps import Deps
from services.errors import BadParameters, NoData, QuotaExceeded
from services.houses.access import lock_owned_house
from services.houses.changes import change_house
from services.local_time import BOOKING_WINDOW_DAYS, today
from utils import ical
from utils.ical import BadCalendar, CalendarEvent, NotPublicAddress
from utils.mysql import Queries
from utils.sessions import Session

MAX_FEEDS = 10
TOLD_AFTER = 5
"""After so many failures in a row the host is told."""
_MAX_PAUSE = 16
"""In multiples of the usual time between two fetches: 4 h of 15 min."""
_TOLD_FOR, _MAX_TOLD = timedelta(days=7), 50
_INTERRUPTED = "读取日历时中断"
_ERRORS = {
    "unreachable": "无法读取该日历",
    "no_calendar": "不是有效的 iCalendar 日历",
    "repeating": "日历含有重复事件，暂不支持",
    "unknown_zone": "日历使用了未知的时区",
    "too_costly": "日历过于复杂，无法读取",
}


class NoSuchCalendar(NoData):
    text = "日历不存在"


@dataclass(frozen=True)
class HouseCalendars:
    """The calendars of a house: where it is exported, and which are imported."""

    export_url: str
    feeds: list[Feed]


async def of_house(deps: Deps, session: Session, house_id: int) -> HouseCalendars:
    """Raises NoSuchHouse and WrongRole. The secret of the export is made when it is first asked for."""

    async def work(queries: Queries) -> HouseCalendars:
        await lock_owned_house(queries, session, house_id)
        token = await calendar_sync.token(queries, house_id) or await _new_token(queries, house_id)
        return HouseCalendars(_export_url(deps, token), await calendar_sync.of_house(queries, house_id))

    return await deps.db.transact(work)


async def renew(deps: Deps, session: Session, house_id: int) -> str:
    """Export under a new secret; the address before it is dead. Raises NoSuchHouse and WrongRole."""

    async def work(queries: Queries) -> str:
        await lock_owned_house(queries, session, house_id)
        return _export_url(deps, await _new_token(queries, house_id))

    return await deps.db.transact(work)


async def connect(deps: Deps, session: Session, house_id: int, url: str) -> int:
    """Import a calendar; a worker fetches it at once. Returns its id.

    Raises BadParameters, NoSuchHouse, WrongRole, Conflict.
    """
    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    try:
        deps.calendars.check(url)
    except NotPublicAddress:
        raise BadParameters(fields={"url": "应为公网网址，不含用户名和密码，端口为 80、443、8080 或 8443"}) from None

    async def work(queries: Queries) -> int:
        await lock_owned_house(queries, session, house_id)
        if len(await calendar_sync.of_house(queries, house_id)) >= MAX_FEEDS:
            raise QuotaExceeded("每套房屋最多导入 10 个日历")
        return await calendar_sync.add(queries, house_id, url, deps.now())

    return await deps.db.transact(work)


async def disconnect(deps: Deps, session: Session, house_id: int, feed_id: int) -> None:
    """Import it no longer; its nights become free. Raises NoSuchHouse, WrongRole, NoSuchCalendar."""

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if feed_id not in {feed.id for feed in await calendar_sync.of_house(queries, house_id)}:
            raise NoSuchCalendar
        await nights.forget_feed(queries, feed_id)
        await calendar_sync.remove(queries, feed_id)

    await change_house(deps, house_id, work)


async def export(deps: Deps, token: str) -> bytes:
    """The calendar of the house with that secret: what is sold or blocked here. Raises NoSuchCalendar."""
    first = today(deps)
    async with deps.db.connection() as queries:
        found = await calendar_sync.house_of_token(queries, token)
        if found is None:
            raise NoSuchCalendar
        house_id, title = found
        taken = await nights.between(queries, house_id, first, first + timedelta(days=BOOKING_WINDOW_DAYS))
    return ical.write(title, _stays(house_id, [night for night in taken if night.feed_id is None]), deps.clock())


async def due(deps: Deps, limit: int) -> list[Feed]:
    """Those that a worker is to fetch now."""
    async with deps.db.connection() as queries:
        return await calendar_sync.due(queries, deps.now(), limit)


async def fetch(deps: Deps, feed: Feed) -> bool:
    """Fetch a calendar, and replace its nights as a set. False where another worker does so.

    The attempt counts as a failure until it has succeeded, so a calendar that kills its worker is not tried at once by
    the next one.
    """
    now = deps.now()
    error = feed.error or (_INTERRUPTED if feed.failures else None)
    if not await deps.db.transact(
        lambda q: calendar_sync.lease(q, feed, now, now + _pause(deps, feed.failures), error)
    ):
        return False
    first = today(deps)
    try:
        fetched = await deps.calendars.fetch(feed.url, feed.etag, first)
    except BadCalendar as bad:
        error = _ERRORS[bad.kind]
        await deps.db.transact(lambda q: calendar_sync.failed(q, feed.id, error))
        return True
    claimed, etag = (fetched.nights, fetched.etag) if fetched else (feed.nights, feed.etag)
    last = first + timedelta(days=BOOKING_WINDOW_DAYS)
    await _replace(deps, feed, sorted(night for night in claimed if first <= night <= last), etag)
    return True


def _pause(deps: Deps, failures: int) -> timedelta:
    """Until the next attempt, twice as long after each failure."""
    return timedelta(seconds=deps.order_rules.feed) * min(1 << failures, _MAX_PAUSE)


async def health(deps: Deps, session: Session) -> list[FeedHealth]:
    """The calendars of that host which have failed at least TOLD_AFTER times in a row, or have recovered since."""
    since = deps.now() - _TOLD_FOR
    async with deps.db.connection() as queries:
        return await calendar_sync.health(queries, session.user_id, TOLD_AFTER, since, _MAX_TOLD)


async def _replace(deps: Deps, feed: Feed, claimed: Sequence[date], etag: str | None) -> None:
    """What is unchanged is written as well: a night that was sold, and is free again, is claimed anew."""

    async def work(queries: Queries) -> None:
        await houses.hold(queries, feed.house_id)
        if await calendar_sync.get(queries, feed.id) is None:
            return
        await nights.release(queries, feed.house_id, today(deps), feed.id)
        await nights.claim(queries, feed.house_id, claimed, feed.id)
        sold, now = await _sold(queries, feed.house_id, claimed), deps.now()
        await calendar_sync.fetched(queries, feed.id, claimed, etag, sold, now=now, next_at=now + _pause(deps, 0))
        if feed.failures >= TOLD_AFTER:
            await calendar_sync.recovered(queries, feed.id, now)

    await change_house(deps, feed.house_id, work)


async def _sold(queries: Queries, house_id: int, claimed: Sequence[date]) -> int:
    """How many of these nights are sold here: the host has to talk to one of the guests."""
    if not claimed:
        return 0
    taken = await nights.between(queries, house_id, claimed[0], claimed[-1])
    return len({night.night for night in taken if night.order_id is not None} & set(claimed))


async def _new_token(queries: Queries, house_id: int) -> str:
    token = secrets.token_hex(32)
    await calendar_sync.set_token(queries, house_id, token)
    return token


def _export_url(deps: Deps, token: str) -> str:
    return f"{deps.site_url}/ical/{token}.ics"


def _stays(house_id: int, taken: Iterable[Night]) -> list[CalendarEvent]:
    """Nights that belong together as one stay: of one order, or blocked in a row."""
    stays = []
    numbered = enumerate(taken)
    for (order_id, _), group in groupby(numbered, lambda each: (each[1].order_id, each[1].night.toordinal() - each[0])):
        run = [night.night for _, night in group]
        uid = f"order-{order_id}" if order_id else f"blocked-{house_id}-{run[0]:%Y%m%d}"
        stays.append(CalendarEvent(f"{uid}@ihome", run[0], run[-1] + timedelta(days=1)))
    return stays
