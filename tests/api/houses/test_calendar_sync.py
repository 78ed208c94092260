"""Calendars of other platforms, and ours for them."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar
from tornado.ioloop import IOLoop

from services import jobs
from services.houses import calendar_sync
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.platform import Platform
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE, feed_private=True)


@pytest.fixture
def platform(io_loop: IOLoop) -> Iterator[Platform]:
    platform = Platform()
    yield platform
    io_loop.run_sync(platform.close)


def path(scene: Scene, rest: str = "") -> str:
    return f"/api/v1.0/houses/{scene.house_id}/feeds{rest}"


async def connect(scene: Scene, platform: Platform) -> int:
    answer = await scene.host.post(path(scene), {"url": platform.url})
    assert (answer.status, answer.errno) == (201, 0), answer.json
    await jobs.fetch_feeds(scene.deps)
    return int(answer.data["feed_id"])


async def shown(scene: Scene) -> dict[str, Any]:
    [feed] = (await scene.host.get(path(scene))).data["feeds"]
    return dict(feed)


async def again(scene: Scene, clock: Clock) -> None:
    clock.ahead += timedelta(minutes=16)
    await jobs.fetch_feeds(scene.deps)


async def test_what_is_taken_elsewhere_cannot_be_booked_here(scene: Scene, platform: Platform, clock: Clock) -> None:
    platform.take(scene.first, 2)
    await connect(scene, platform)
    assert await scene.taken() == scene.nights(0, 2)
    assert (await scene.guest.post("/api/v1.0/orders", scene.stay(1, 2))).status == 409
    await scene.book(2, 1)
    calendar = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/calendar")).data
    assert (calendar["blocked"], calendar["imported"]) == ([], scene.nights(0, 2))
    feed = await shown(scene)
    assert (feed["url"], feed["nights"], feed["conflicts"], feed["error"]) == (platform.url, 2, 0, None)


async def test_a_feed_is_replaced_as_a_set_and_asked_with_its_etag(
    scene: Scene, platform: Platform, clock: Clock
) -> None:
    platform.take(scene.first, 2)
    await connect(scene, platform)
    await jobs.fetch_feeds(scene.deps)
    await again(scene, clock)
    assert platform.statuses == [200, 304]
    assert await scene.taken() == scene.nights(0, 2)
    platform.stays = []
    platform.take(scene.first + timedelta(days=5), 1)
    await again(scene, clock)
    assert await scene.taken() == scene.nights(5, 1)


async def test_of_two_workers_one_fetches_a_calendar(scene: Scene, platform: Platform) -> None:
    assert (await scene.host.post(path(scene), {"url": platform.url})).errno == 0
    [feed] = await calendar_sync.due(scene.deps, 10)
    assert [await calendar_sync.fetch(scene.deps, feed) for _ in range(2)] == [True, False]
    assert platform.statuses == [200]


async def test_a_night_that_is_sold_here_stays_sold_and_is_a_conflict(
    scene: Scene, platform: Platform, clock: Clock
) -> None:
    order_id = await scene.book(0, 2)
    platform.take(scene.first + timedelta(days=1), 2)
    await connect(scene, platform)
    assert await scene.taken() == scene.nights(0, 3)
    assert (await shown(scene))["conflicts"] == 1
    await scene.do(scene.guest, order_id, "cancel")
    assert await scene.taken() == scene.nights(2, 1)
    await again(scene, clock)
    assert platform.statuses == [200, 304]
    assert await scene.taken() == scene.nights(1, 2)
    assert (await shown(scene))["conflicts"] == 0


async def test_two_feeds_may_claim_one_night(scene: Scene, platform: Platform, clock: Clock) -> None:
    platform.take(scene.first, 1)
    first = await connect(scene, platform)
    await connect(scene, platform)
    assert (await scene.host.delete(path(scene, f"/{first}"))).errno == 0
    await again(scene, clock)
    assert await scene.taken() == scene.nights(0, 1)


async def test_a_feed_that_is_removed_frees_its_nights(scene: Scene, platform: Platform) -> None:
    platform.take(scene.first, 2)
    feed_id = await connect(scene, platform)
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/calendar", {"blocked": scene.nights(4, 1)})
    assert await scene.taken() == [*scene.nights(0, 2), *scene.nights(4, 1)]
    assert (await scene.host.delete(path(scene, f"/{feed_id}"))).errno == 0
    assert await scene.taken() == scene.nights(4, 1)
    assert (await scene.host.delete(path(scene, f"/{feed_id}"))).status == 404


async def test_the_calendar_of_a_house_that_is_gone_is_fetched_no_more(
    scene: Scene, platform: Platform, clock: Clock
) -> None:
    await connect(scene, platform)
    await scene.host.delete(f"/api/v1.0/houses/{scene.house_id}")
    await again(scene, clock)
    assert platform.statuses == [200]


@pytest.mark.parametrize(
    ("mode", "error"),
    [
        pytest.param("hang", "无法读取该日历", marks=pytest.mark.settings(feed_timeout=1)),
        ("reset", "无法读取该日历"),
        ("huge", "无法读取该日历"),
        ("loop", "无法读取该日历"),
        ("lie", "不是有效的 iCalendar 日历"),
        ("empty", "不是有效的 iCalendar 日历"),
    ],
)
async def test_a_feed_that_fails_keeps_its_nights_and_says_why(
    scene: Scene, platform: Platform, clock: Clock, mode: str, error: str
) -> None:
    platform.take(scene.first, 2)
    await connect(scene, platform)
    platform.mode = mode
    platform.take(scene.first + timedelta(days=7), 1)
    await again(scene, clock)
    assert await scene.taken() == scene.nights(0, 2)
    assert (await shown(scene))["error"] == error
    platform.mode = "ok"
    await again(scene, clock)
    assert await scene.taken() == [*scene.nights(0, 2), *scene.nights(7, 1)]
    assert (await shown(scene))["error"] is None


async def later(scene: Scene, clock: Clock, minutes: int) -> None:
    clock.ahead += timedelta(minutes=minutes)
    await jobs.fetch_feeds(scene.deps)


async def told(scene: Scene) -> list[tuple[str, int]]:
    """What the host finds among their notices."""
    answer = await scene.host.get("/api/v1.0/user/notices")
    assert [feed["house_id"] for feed in answer.data["calendars"]] == [scene.house_id] * len(answer.data["calendars"])
    return [(feed["state"], feed["failures"]) for feed in answer.data["calendars"]]


async def test_a_feed_that_fails_is_asked_less_and_less_and_the_host_is_told(
    scene: Scene, platform: Platform, clock: Clock
) -> None:
    await connect(scene, platform)
    first = await shown(scene)
    assert (first["failures"], first["failing_since"]) == (0, None)
    platform.mode = "lie"
    pauses = [16, 16, 31, 61, 121, 241, 241]
    since = None
    for number, pause in enumerate(pauses, 1):
        await later(scene, clock, pause - 2)
        assert len(platform.statuses) == number
        await later(scene, clock, 2)
        assert len(platform.statuses) == number + 1
        feed = await shown(scene)
        since = since or feed["failing_since"]
        assert since
        assert (feed["failures"], feed["failing_since"], feed["fetched"]) == (number, since, first["fetched"])
        assert await told(scene) == ([("failing", number)] if number >= 5 else [])
    assert (await scene.guest.get("/api/v1.0/user/notices")).data["calendars"] == []
    platform.mode = "ok"
    await later(scene, clock, 241)
    feed = await shown(scene)
    assert (feed["failures"], feed["failing_since"], feed["error"]) == (0, None, None)
    assert await told(scene) == [("recovered", 0)]
    await again(scene, clock)
    assert len(platform.statuses) == len(pauses) + 3
    platform.mode = "lie"
    await again(scene, clock)
    assert await told(scene) == [("recovered", 1)]
    clock.ahead += timedelta(days=8)
    assert await told(scene) == []


async def test_a_worker_that_is_killed_in_a_calendar_leaves_it_with_a_growing_pause(
    scene: Scene, platform: Platform, clock: Clock
) -> None:
    platform.take(scene.first, 1)
    await connect(scene, platform)
    platform.mode = "hang"
    for number, pause in enumerate([16, 16, 31, 61, 121, 241], 1):
        await killed_in_the_middle(scene, platform, clock, pause)
        assert await jobs.fetch_feeds(scene.deps) == 0, "it is not tried again at once"
        assert await told(scene) == ([("failing", number)] if number >= 5 else [])
    assert (await shown(scene))["error"] == "读取日历时中断"
    assert await scene.taken() == scene.nights(0, 1)
    platform.mode = "ok"
    await later(scene, clock, 241)
    assert await told(scene) == [("recovered", 0)]


async def killed_in_the_middle(scene: Scene, platform: Platform, clock: Clock, pause: int) -> None:
    clock.ahead += timedelta(minutes=pause)
    platform.arrived.clear()
    worker = asyncio.ensure_future(jobs.fetch_feeds(scene.deps))
    await asyncio.wait_for(platform.arrived.wait(), 10)
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)


EVENTS = {
    "of a day, without an end": ("DTSTART;VALUE=DATE:{0:%Y%m%d}", [0]),
    "with a duration": ("DTSTART;VALUE=DATE:{0:%Y%m%d}\r\nDURATION:P3D", [0, 1, 2]),
    "of hours, in UTC": ("DTSTART:{0:%Y%m%d}T060000Z\r\nDTEND:{2:%Y%m%d}T040000Z", [0, 1]),
    "late in UTC is the next day here": ("DTSTART:{0:%Y%m%d}T180000Z\r\nDTEND:{2:%Y%m%d}T040000Z", [1]),
    "cancelled": ("DTSTART;VALUE=DATE:{0:%Y%m%d}\r\nSTATUS:CANCELLED", []),
    "transparent": ("DTSTART;VALUE=DATE:{0:%Y%m%d}\r\nTRANSP:TRANSPARENT", []),
    "backwards": ("DTSTART;VALUE=DATE:{2:%Y%m%d}\r\nDTEND;VALUE=DATE:{0:%Y%m%d}", []),
    "long over": ("DTSTART;VALUE=DATE:20200101\r\nDTEND;VALUE=DATE:20200109", []),
}


@pytest.mark.parametrize("event", EVENTS)
async def test_an_event_takes_the_nights_that_the_standard_says(scene: Scene, platform: Platform, event: str) -> None:
    text, nights = EVENTS[event]
    days = [scene.first + timedelta(days=number) for number in range(4)]
    platform.extra = f"BEGIN:VEVENT\r\nUID:x\r\n{text.format(*days)}\r\nEND:VEVENT\r\n"
    await connect(scene, platform)
    assert await scene.taken() == [f"{days[number]}" for number in nights]


async def test_events_that_repeat_are_refused_rather_than_misread(scene: Scene, platform: Platform) -> None:
    platform.extra = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n"
    await connect(scene, platform)
    assert (await shown(scene))["error"] == "日历含有重复事件，暂不支持"


PRIVATE = [
    "http://127.0.0.1/x.ics",
    "http://127.0.0.1./x.ics",
    "http://127.1/x.ics",
    "http://0x7f.1/x.ics",
    "http://0177.0.0.1/x.ics",
    "http://2130706433/x.ics",
    "http://0/x.ics",
    "http://localhost/x.ics",
    "http://LOCALHOST./x.ics",
    "http://db/x.ics",
    "http://db.internal/x.ics",
    "http://10.0.0.1/x.ics",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/x.ics",
    "http://224.0.0.1/x.ics",
    "http://[::1]/x.ics",
    "http://[::]/x.ics",
    "http://[::127.0.0.1]/x.ics",
    "http://[::ffff:127.0.0.1]/x.ics",
    "http://[64:ff9b::7f00:1]/x.ics",
    "http://[64:ff9b:1::7f00:1]/x.ics",
    "http://[2002:7f00:1::]/x.ics",
    "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/x.ics",
    "http://[fd00::1]/x.ics",
    "http://[fe80::1%25eth0]/x.ics",
    "http://[ff02::1]/x.ics",
    "http://[::1/x.ics",
    "http://]/x.ics",
    "https://user:password@airbnb.example/x.ics",
    "https://airbnb.example@127.0.0.1/x.ics",
    "https://airbnb.example\\@127.0.0.1/x.ics",
    "https://airbnb.example:22/x.ics",
    "https://airbnb.example:0/x.ics",
    "https://airbnb.example:99999/x.ics",
    "https://airbnb.example:x/x.ics",
    "webcal://127.0.0.1/x.ics",
    "WEBCAL://127.0.0.1/x.ics",
    "https://-/x.ics",
    "https:///x.ics",
]


@pytest.mark.settings(feed_private=False)
@pytest.mark.parametrize("url", PRIVATE)
async def test_an_address_that_is_not_public_is_refused_at_once(scene: Scene, url: str) -> None:
    answer = await scene.host.post(path(scene), {"url": url})
    assert (answer.status, answer.errno, list(answer.fields)) == (400, 4103, ["url"])


@pytest.mark.settings(feed_private=False)
@pytest.mark.parametrize(
    "url",
    [
        "https://www.airbnb.cn/calendar/ical/1.ics?s=0a",
        "webcal://p01-caldav.icloud.com/published/2/x",
        "http://8.8.8.8:8080/x.ics",
        "https://[2606:4700::1111]/x.ics",
        "https://xn--fiq228c.example./x.ics",
    ],
)
async def test_a_public_address_is_taken(scene: Scene, url: str) -> None:
    answer = await scene.host.post(path(scene), {"url": url})
    assert (answer.status, answer.errno) == (201, 0), answer.json


@pytest.mark.settings(feed_private=False)
async def test_a_worker_reads_no_private_address_either(scene: Scene, platform: Platform, make: Makers) -> None:
    """It may have become private since the host entered it: names are resolved anew."""
    platform.take(scene.first, 2)
    await scene.host.post(path(scene), {"url": "https://www.airbnb.cn/x.ics"})
    for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]"):
        await make.change("UPDATE feeds SET next_at = '2020-01-01', url = %s", platform.url.replace("127.0.0.1", host))
        await jobs.fetch_feeds(scene.deps)
        assert (await shown(scene))["error"] == "无法读取该日历"
    assert platform.statuses == []
    assert await scene.taken() == []


async def test_a_calendar_that_breaks_the_worker_breaks_no_round(scene: Scene, platform: Platform) -> None:
    platform.extra = "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261201\r\nDTEND:P1D\r\nEND:VEVENT\r\n"
    await connect(scene, platform)
    assert (await shown(scene))["error"] == "不是有效的 iCalendar 日历"


@pytest.mark.parametrize(
    "url",
    ["", "x", "file:///etc/passwd", "ftp://x/y", "http://a b", "https://" + "x" * 1000, "http://例子", None, 7],
)
async def test_an_address_that_is_none_is_refused(scene: Scene, url: object) -> None:
    answer = await scene.host.post(path(scene), {"url": url})
    assert (answer.errno, list(answer.fields)) == (4103, ["url"])


async def test_only_the_host_sees_and_changes_calendars(scene: Scene, platform: Platform) -> None:
    feed_id = await connect(scene, platform)
    for answer in (
        await scene.guest.get(path(scene)),
        await scene.guest.post(path(scene), {"url": platform.url}),
        await scene.guest.delete(path(scene, f"/{feed_id}")),
        await scene.guest.post(f"/api/v1.0/houses/{scene.house_id}/calendar/export"),
    ):
        assert (answer.status, answer.errno) == (403, 4105)
    for _ in range(9):
        await scene.host.post(path(scene), {"url": platform.url})
    assert (await scene.host.post(path(scene), {"url": platform.url})).status == 409


async def test_the_export_has_what_is_taken_here_and_nobodys_name(
    scene: Scene, platform: Platform, make: Makers
) -> None:
    platform.take(scene.first + timedelta(days=20), 2)
    await connect(scene, platform)
    order_id = await scene.book(0, 2)
    await scene.book(2, 1, await scene.another_guest())
    blocked = [*scene.nights(10, 2), *scene.nights(13, 1)]
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/calendar", {"blocked": blocked})
    url = (await scene.host.get(path(scene))).data["export_url"]
    where = url[url.index("/ical/") :]
    answer = await scene.new_client().get(where)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/calendar; charset=UTF-8")
    events = Calendar.from_ical(answer.body).walk("VEVENT")
    spans = [((event["DTSTART"].dt - scene.first).days, (event["DTEND"].dt - scene.first).days) for event in events]
    assert spans == [(0, 2), (2, 3), (10, 12), (13, 14)]
    assert str(events[0]["UID"]) == f"order-{order_id}@ihome"
    for user in await make.rows("SELECT mobile, real_name FROM users"):
        assert user["mobile"].encode() not in answer.body
        assert (user["real_name"] or "?").encode() not in answer.body


async def test_a_new_secret_ends_the_one_before(scene: Scene) -> None:
    old = (await scene.host.get(path(scene))).data["export_url"]
    assert (await scene.host.get(path(scene))).data["export_url"] == old
    new = (await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/calendar/export")).data["export_url"]
    stranger = scene.new_client()
    assert (await stranger.get(old[old.index("/ical/") :])).status == 404
    assert (await stranger.get(new[new.index("/ical/") :])).status == 200
    assert (await stranger.get("/ical/" + "0" * 64 + ".ics")).status == 404
    assert (await stranger.get("/ical/x.ics")).status == 400


async def test_two_houses_of_this_platform_may_read_each_other(scene: Scene, make: Makers, clock: Clock) -> None:
    """What was imported is not exported again, so that a night never blocks itself for ever."""
    other = replace(scene, house_id=await make.house(scene.host))
    urls = [(await scene.host.get(path(each))).data["export_url"] for each in (scene, other)]
    for each, url in ((scene, urls[1]), (other, urls[0])):
        local = f"{scene.host._base_url}{url[url.index('/ical/') :]}"
        await scene.host.post(path(each), {"url": local})
    order_id = await scene.book(0, 1)
    await jobs.fetch_feeds(scene.deps)
    assert await other.taken() == scene.nights(0, 1)
    await scene.do(scene.guest, order_id, "cancel")
    await again(scene, clock)
    assert await other.taken() == []
