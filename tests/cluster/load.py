"""The load: users who browse most of the time, sign in and out, register, book, pay, cancel, and upload pictures."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from tests.cluster import account_steps as accounts
from tests.cluster import house_steps as houses
from tests.cluster import order_steps as orders
from tests.cluster import people
from tests.cluster.browser import Browser
from tests.cluster.ledger import Ledger
from tests.cluster.outbox import Outbox
from tests.cluster.people import Visit

Step = Callable[[Visit], Awaitable[None]]
MIX: tuple[tuple[Step, int], ...] = (
    (houses.browse, 80),
    (accounts.look_who_i_am, 6),
    (accounts.sign_in_and_out, 4),
    (accounts.use_dead_session, 2),
    (accounts.register, 2),
    (accounts.use_spent_code, 1),
    (accounts.ask_for_sms_again, 1),
    (orders.order, 5),
    (houses.change, 2),
    (houses.upload, 1),
)
"""Each step with its share, in percent of about a hundred."""
HOSTS = 2


@asynccontextmanager
async def running(address: tuple[str, int], outbox: Path, *, users: int, pause: float) -> AsyncIterator[Ledger]:
    """Put `users` users to work during the block, each with pauses of `pause` seconds on average between steps."""
    ledger, read = Ledger(), Outbox(outbox)
    browsers = [Browser(address, ledger, read) for _ in range(users)]
    hosts = [await people.settle(browser, is_host=True) for browser in browsers[:HOSTS]]
    guests = [await people.settle(browser, is_host=False) for browser in browsers[HOSTS:]]
    everybody = zip(browsers, [*hosts, *guests], strict=True)
    stop = asyncio.Event()
    tasks = [asyncio.create_task(_live(Visit(browser, me, hosts), pause, stop)) for browser, me in everybody]
    try:
        yield ledger
    finally:
        stop.set()
        await asyncio.gather(*tasks)
        for browser in browsers:
            browser.close()


async def _live(visit: Visit, pause: float, stop: asyncio.Event) -> None:
    choices, shares = zip(*MIX, strict=True)
    while not stop.is_set():
        step: Step = random.choices(choices, shares)[0]
        await step(visit)
        await asyncio.sleep(random.expovariate(1 / pause))
