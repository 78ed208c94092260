"""Parsing calendars of strangers: exact where they are honest, cheap and without a trace where they are not."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from tornado.ioloop import IOLoop

from utils.ical import BadCalendar, nights_of
from utils.sandbox import Sandbox

SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2026, 11, 21)
BOUND = 512 * 1024


@pytest.fixture
def sandbox(io_loop: IOLoop) -> Iterator[Sandbox]:
    made = Sandbox(processes=1, queue=20, seconds=5, memory=512 * 1024**2)
    yield made
    io_loop.run_sync(made.close)


@pytest.fixture
def generous(io_loop: IOLoop) -> Iterator[Sandbox]:
    made = Sandbox(processes=1, queue=20, seconds=30, memory=512 * 1024**2)
    yield made
    io_loop.run_sync(made.close)


def calendar(*events: str, zones: str = "") -> bytes:
    inner = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{zones}{inner}END:VCALENDAR\r\n".encode()


def zone(name: str, offset: str) -> str:
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


def part(name: str) -> str:
    return (
        f"BEGIN:{name}\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\n"
        f"TZOFFSETFROM:+0800\r\nTZOFFSETTO:+0800\r\nEND:{name}\r\n"
    )


BOMB = calendar(
    "DTSTART;TZID=Bomb:20261201T000000\r\nDTEND;TZID=Bomb:20261202T000000",
    zones=f"BEGIN:VTIMEZONE\r\nTZID:Bomb\r\n{part('STANDARD')}{part('DAYLIGHT')}END:VTIMEZONE\r\n",
)
ONE_NIGHT = calendar("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:20261202")


def nights(content: bytes) -> list[date]:
    return sorted(nights_of(content, TODAY, SHANGHAI))


def kind(content: bytes) -> str:
    with pytest.raises(BadCalendar) as bad:
        nights(content)
    return bad.value.kind


async def test_a_zone_that_recurs_each_second_costs_nothing(sandbox: Sandbox) -> None:
    assert len(BOMB) < 500
    with pytest.raises(BadCalendar, match="unknown_zone"):
        await sandbox.run(nights_of, BOMB, TODAY, SHANGHAI)
    assert await sandbox.run(nights_of, ONE_NIGHT, TODAY, SHANGHAI) == {date(2026, 12, 1)}


def test_a_zone_of_one_calendar_says_nothing_about_another() -> None:
    event = "DTSTART;TZID=Corp/HQ:20261201T200000\r\nDTEND;TZID=Corp/HQ:20261202T200000"
    for offset in ("-0800", "+0800", "-0800"):
        assert kind(calendar(event, zones=zone("Corp/HQ", offset))) == "unknown_zone"
    redefined = zone("Asia/Tokyo", "-1100")
    tokyo = "DTSTART;TZID=Asia/Tokyo:20261201T120000\r\nDTEND;TZID=Asia/Tokyo:20261202T110000"
    assert nights(calendar(tokyo, zones=redefined)) == nights(calendar(tokyo)) == [date(2026, 12, 1)]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Asia/Shanghai", 1),
        ("China Standard Time", 1),
        ("America/Los_Angeles", 2),
        ("Pacific Standard Time", 2),
        ('"/mozilla.org/20050126_1/America/Los_Angeles"', 2),
        ("UTC", 2),
    ],
)
def test_known_zones_by_their_names_here_and_in_outlook(name: str, first: int) -> None:
    event = f"DTSTART;TZID={name}:20261201T170000\r\nDTEND;TZID={name}:20261202T170000"
    assert nights(calendar(event, zones=zone("X", "+0000"))) == [date(2026, 12, first)]


@pytest.mark.parametrize("name", ["Corp/HQ", "../../etc/passwd", "UTC+8", "x" * 1000, "/a" * 10_000])
def test_an_unknown_zone_is_refused_rather_than_guessed(name: str) -> None:
    assert kind(calendar(f"DTSTART;TZID={name}:20261201T170000")) in ("unknown_zone", "no_calendar")


TWO = [date(2026, 11, 21), date(2026, 11, 22)]
EXTREMES = {
    "from the year 1": ("DTSTART;VALUE=DATE:00010101\r\nDTEND;VALUE=DATE:20261123", TWO),
    "from the first hour of all": ("DTSTART:00010101T000000Z\r\nDTEND;VALUE=DATE:20261123", TWO),
    "to the year 9999": ("DTSTART;VALUE=DATE:20261201\r\nDTEND;VALUE=DATE:99991231", 990),
    "to the last hour of all": ("DTSTART;VALUE=DATE:20261201\r\nDTEND:99991231T235959Z", 990),
    "on the last day of all": ("DTSTART;VALUE=DATE:99991231", []),
    "for a million days": ("DTSTART;VALUE=DATE:20261201\r\nDURATION:P9000000D", 990),
    "for a million days back": ("DTSTART;VALUE=DATE:20261201\r\nDURATION:-P9000000D", []),
}


@pytest.mark.parametrize("extreme", EXTREMES)
def test_far_dates_and_long_durations_stop_at_the_calendars_end(extreme: str) -> None:
    text, expected = EXTREMES[extreme]
    found = nights(calendar(text))
    assert (len(found) if isinstance(expected, int) else found) == expected


REFUSED = {
    "a duration of 30 digits": f"DTSTART;VALUE=DATE:20261201\r\nDURATION:P{'9' * 30}D",
    "a duration of 300,000 digits": f"DTSTART;VALUE=DATE:20261201\r\nDURATION:P{'9' * 300_000}D",
    "no such day": "DTSTART;VALUE=DATE:20260231",
    "the year 0": "DTSTART;VALUE=DATE:00000101",
    "two beginnings": "DTSTART;VALUE=DATE:20261201\r\nDTSTART;VALUE=DATE:20261202",
    "a period": "DTSTART:20261201/P1D",
    "no beginning": "DTEND;VALUE=DATE:20261202",
    "an end that is a duration": "DTSTART;VALUE=DATE:20261201\r\nDTEND:P1D",
    "not closed": "BEGIN:VALARM",
    "closed twice": "DTSTART;VALUE=DATE:20261201\r\nEND:VEVENT",
    "closed by another": "DTSTART;VALUE=DATE:20261201\r\nBEGIN:A\r\nEND:B",
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_understood_is_no_calendar(what: str) -> None:
    assert kind(calendar(REFUSED[what])) == "no_calendar"


@pytest.mark.parametrize(
    "line", ["RRULE:FREQ=SECONDLY", "RDATE:20261201", "RDATE:" + "20261201," * 50_000 + "20261202"]
)
def test_events_that_repeat_are_refused(line: str) -> None:
    assert kind(calendar(f"DTSTART;VALUE=DATE:20261201\r\n{line}")) == "repeating"


NIGHT = "DTSTART;VALUE=DATE:20261201"
FULL = {
    "events": calendar(*["DTSTART:20261201"] * 10_000),
    "events of hours": calendar(*["DTSTART;TZID=Asia/Shanghai:20261201T170000\r\nDURATION:P1D"] * 4_900),
    "events on top of each other": calendar(*["DTSTART:20261201\r\nDTEND:20291201"] * 8_000),
    "a line without end": calendar(NIGHT + "\r\nDESCRIPTION:" + "x" * (BOUND - 500)),
    "a kept line without end": calendar(NIGHT + "\r\nSTATUS;X=" + "x" * (BOUND - 500) + ":CONFIRMED"),
    "folds": calendar(NIGHT + "\r\nDESCRIPTION:" + "\r\n " * 170_000),
    "empty lines": calendar(NIGHT + "\r\n" * 260_000),
    "quotes": calendar(NIGHT + "\r\nSTATUS;X=" + '"' * 500_000 + ":CONFIRMED"),
    "parameters": calendar(NIGHT + "\r\nSTATUS" + ";A=b" * 120_000 + ":CONFIRMED"),
    "spaces in a name": calendar(NIGHT + "\r\nSTATUS" + " " * 500_000 + ":CONFIRMED"),
    "spaces in parameters": calendar(NIGHT + "\r\nSTATUS;A=" + " " * 500_000 + "b:CONFIRMED"),
    "backslashes": calendar(NIGHT + "\r\nSTATUS;A=" + "\\" * 500_000 + ":CONFIRMED"),
    "slashes in a zone": calendar("DTSTART;TZID=" + "/a" * 250_000 + ":20261201T170000"),
    "nested components": calendar(NIGHT + "\r\nBEGIN:X" * 28_000 + "\r\nEND:X" * 28_000),
    "alarms": calendar(NIGHT + "\r\nBEGIN:VALARM\r\nTRIGGER:-P1D\r\nEND:VALARM" * 10_000),
    "zones": calendar(NIGHT, zones=zone("X", "+0800") * 3_000),
}


@pytest.mark.parametrize("full", FULL)
async def test_the_largest_calendar_of_any_shape_is_parsed(generous: Sandbox, full: str) -> None:
    """Work that grows with the square of the bytes would take minutes."""
    assert len(FULL[full]) <= BOUND
    with suppress(BadCalendar):
        assert date(2026, 12, 1) in await generous.run(nights_of, FULL[full], TODAY, SHANGHAI)
