"""Events as they happen, in the tabs of a browser."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page

from models.types import UserId
from services.deps import Deps
from services.events import recording
from services.events.types import AccountChange
from tests.client import Client
from tests.e2e.conftest import Person
from tests.makers import Makers
from tests.waiting import until

NewPerson = Callable[[], Awaitable[Person]]
KEEP = """document.addEventListener("ihome:event", ({ detail }) => (window.told ??= []).push(detail.id))"""


async def tell(deps: Deps, user_id: int, count: int) -> None:
    user = UserId(user_id)
    for _ in range(count):
        payload = AccountChange(user, device="Chrome on Linux")
        await deps.db.transact(
            lambda q: recording.record(deps, q, "user.device_signed_in", payload, [user], [user])  # noqa: B023
        )


async def told(page: Page) -> list[int]:
    found: list[int] = await page.evaluate("window.told ?? []")
    return found


async def listens(page: Page) -> bool:
    """Whether the tab knows where the user's events stand."""
    return bool(await page.evaluate("sessionStorage.getItem('live-last')"))


async def open_tab(someone: Person, path: str = "/about") -> Page:
    page = await someone.context.new_page()
    await page.add_init_script(KEEP)
    await page.goto(someone.base_url + path)
    return page


@pytest.mark.settings(stream_seconds=600)
async def test_all_tabs_hear_of_everything_once_over_one_connection(
    person: NewPerson, make: Makers, client: Client, deps: Deps
) -> None:
    user = await make.sign_in(client)
    someone = await person()
    await someone.sign_in(client.session)
    first, second = [await open_tab(someone) for _ in range(2)]

    async def both_know(count: int) -> bool:
        return [len(await told(page)) for page in (first, second)] == [count, count]

    await until(lambda: len(deps.event_streams.open) == 1)
    await until(lambda: listens(second))
    await tell(deps, user.id, 3)
    await until(lambda: both_know(3))
    assert len(deps.event_streams.open) == 1

    await someone.context.set_offline(True)
    await until(lambda: len(deps.event_streams.open) == 0)
    await tell(deps, user.id, 40)
    await someone.context.set_offline(False)
    await until(lambda: both_know(43))
    assert await told(first) == await told(second) == list(range(1, 44))

    await first.close()  # it held the connection
    await tell(deps, user.id, 2)
    await until(lambda: len(deps.event_streams.open) == 1)
    await tell(deps, user.id, 1)

    async def second_knows() -> bool:
        return await told(second) == list(range(1, 47))

    await until(second_knows)
    await until(lambda: len(deps.event_streams.open) == 1)
    assert someone.problems == []


@pytest.mark.settings(streams=0)
async def test_where_there_is_no_stream_the_feed_is_asked(
    person: NewPerson, make: Makers, client: Client, deps: Deps
) -> None:
    user = await make.sign_in(client)
    someone = await person()
    await someone.sign_in(client.session)
    page = await someone.context.new_page()
    await page.clock.install()
    await page.add_init_script(KEEP)
    await page.goto(someone.base_url + "/about")
    await until(lambda: listens(page))
    await tell(deps, user.id, 3)

    async def knows() -> bool:
        await page.clock.fast_forward(5_000)
        return await told(page) == [1, 2, 3]

    await until(knows)
    assert someone.problems == []
