"""What the verdict asks over HTTP and reads from the outbox: sessions, spent codes, pictures, SMS."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urlsplit

from tests.cluster.account_steps import try_code, use
from tests.cluster.browser import Browser
from tests.cluster.ledger import Finding, Ledger, Picture
from tests.cluster.outbox import Outbox

T = TypeVar("T")
CODE_SECONDS = 300
"""An older code has expired anyway (IHOME_SMS_CODE_SECONDS)."""
SMS_WINDOWS = ((1, 60), (5, 3600))
"""At most so many SMS to one mobile in so many seconds (IHOME_LIMIT_SMS_PER_MOBILE)."""
SLACK_SECONDS = 5
"""An SMS is counted before it is sent: this is how much later it may be in the outbox."""
_BROWSERS = 6


async def recheck(address: tuple[str, int], ledger: Ledger, outbox: Outbox) -> None:
    """Try every session and every spent code again, and read every picture; notes what is wrong in the ledger."""
    browsers = [Browser(address, ledger, outbox) for _ in range(_BROWSERS)]
    recent = [code for code in ledger.codes if time.monotonic() - code.at < CODE_SECONDS]
    await _share(browsers, list(ledger.sessions.values()), use)
    await _share(browsers, recent, lambda browser, code: try_code(browser, code.mobile, code.code))
    await _share(browsers, ledger.pictures, _read)
    for browser in browsers:
        browser.close()


async def _share(browsers: list[Browser], work: Iterable[T], do: Callable[[Browser, T], Awaitable[None]]) -> None:
    """Let the browsers do the work together."""
    left = iter(list(work))

    async def some(browser: Browser) -> None:
        for each in left:
            await do(browser, each)

    await asyncio.gather(*(some(browser) for browser in browsers))


async def _read(browser: Browser, picture: Picture) -> None:
    reply = await browser.ask("verdict", "GET", urlsplit(picture.path).path)
    if not (reply.ok and reply.body.startswith(b"\xff\xd8")):
        browser.ledger.findings.append(Finding("lost", picture.at, f"picture {picture.path}: {reply.status}"))


def sms_beyond_limits(sent: list[dict[str, str]]) -> Iterator[Finding]:
    """Each SMS that came too early, by the times in the outbox."""
    by_mobile: dict[str, list[float]] = {}
    for record in sent:
        by_mobile.setdefault(record["mobile"], []).append(_monotonic(record["at"]))
    for mobile, times in by_mobile.items():
        for count, seconds in SMS_WINDOWS:
            for first, last in zip(times, times[count:], strict=False):
                if last - first < seconds - SLACK_SECONDS:
                    yield Finding("sms", last, f"{mobile}: {count + 1} SMS in {last - first:.1f} s")


def _monotonic(at: str) -> float:
    """A time of the outbox as a time of `time.monotonic`."""
    return time.monotonic() - (datetime.now(UTC) - datetime.fromisoformat(at)).total_seconds()
