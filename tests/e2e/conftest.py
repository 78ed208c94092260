"""A real browser, Debian's Chromium driven by Playwright, in front of a real server."""

import asyncio
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import (
    Browser,
    BrowserContext,
    Dialog,
    Error,
    Locator,
    Page,
    Playwright,
    Route,
    async_playwright,
)
from tornado.ioloop import IOLoop

from config import Config
from tests.client import COOKIE
from tests.live import ROOT
from tests.waiting import until
from tools import packages

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PATIENCE = 60_000  # milliseconds: a loaded machine may stand still for seconds
RUN_AXE = """(rules) => axe.run(
    document.querySelector("dialog[open]") ?? document,
    { resultTypes: ["violations"], ...(rules.length && { runOnly: rules }) },
)"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept how the components look now (make screenshots)")


@pytest.fixture
def config(config: Config, _unused_port: tuple[Any, int], tmp_path: Path) -> Config:
    """With the port on which it serves, where the pay page sends its notices."""
    return config.model_copy(update={"port": _unused_port[1]})


@pytest.fixture(scope="session")
def browser_loop() -> Iterator[IOLoop]:
    """One loop for all browser tests of a process, as a browser belongs to the loop that started it."""
    loop = IOLoop(make_current=False)
    yield loop
    loop.close(all_fds=True)


@pytest.fixture
def io_loop(browser_loop: IOLoop) -> Iterator[IOLoop]:
    browser_loop.make_current()
    yield browser_loop
    browser_loop.clear_current()


@pytest.fixture(scope="session")
def running_browser(browser_loop: IOLoop) -> Iterator[Browser]:
    """Started once a process: it takes seconds, and a context shares nothing with another."""
    yield from browser_of(packages.headless_chromium(print), browser_loop)


def browser_of(program: str | None, loop: IOLoop) -> Iterator[Browser]:
    if program is None:
        pytest.fail("Chromium is needed: apt install chromium-headless-shell chromium")

    async def start() -> tuple[Playwright, Browser]:
        playwright = await async_playwright().start()
        return playwright, await playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])

    async def stop(playwright: Playwright, browser: Browser) -> None:
        await browser.close()
        await playwright.stop()

    playwright, browser = loop.run_sync(start)
    yield browser
    loop.run_sync(lambda: stop(playwright, browser))


@pytest.fixture
def browser(running_browser: Browser, io_loop: IOLoop, http_server: object) -> Iterator[Browser]:
    """Without what a test before left open; what this one opens is closed before the server is."""

    async def close_contexts() -> None:
        for context in running_browser.contexts:
            await context.close()

    yield running_browser
    io_loop.run_sync(close_contexts, timeout=60)


class Person:
    """Somebody at a browser of their own. What the browser complains of is kept in `problems`."""

    def __init__(self, context: BrowserContext, page: Page, base_url: str) -> None:
        self.context = context
        self.page = page
        self.base_url = base_url
        self.problems: list[str] = []
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("dialog", self._agree)

    def _hear(self, kind: str, text: str) -> None:
        # a refusal of the API is no fault of the page, nor is a network interface of this machine that comes or goes
        expected = r"status of (4\d\d|503)|ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED"
        if kind == "error" and not re.search(expected, text):
            self.problems.append(text)

    async def _agree(self, dialog: Dialog) -> None:
        if dialog.type == "alert":
            self.problems.append(f"alert: {dialog.message}")
        await dialog.accept()

    async def go(self, path: str) -> None:
        """Open a page. Its scripts have run when this returns; what they ask the server for may be under way."""
        await self.page.goto(self.base_url + path)

    async def sign_in(self, session: str | None) -> None:
        await self.context.add_cookies([{"name": COOKIE, "value": session or "", "url": self.base_url}])

    async def become(self, session: str | None) -> None:
        """Be somebody else, or nobody. The page before is left first, so it sends nothing as this user."""
        await self.page.goto("about:blank")
        await self.context.clear_cookies()
        if session:
            await self.sign_in(session)

    async def follow(self, link: Locator) -> None:
        """Click what leads to another page, and wait until that is loaded."""
        async with self.page.expect_navigation():
            await link.click()

    async def press(self, name: str) -> None:
        """Click a button, once the scripts of its page have run: before, nobody listens."""
        button = self.page.get_by_role("button", name=name, exact=True)
        await button.wait_for()
        await self.page.wait_for_load_state()
        await button.click()

    async def choose(self, start: str, end: str, within: str = "body") -> None:
        """Choose the days of a stay in the calendar of a stay picker."""
        picker = self.page.locator(f"{within} .stay-picker")
        await self.page.wait_for_load_state()
        await picker.locator(".stay-field").first.click()
        await picker.locator("[data-clear]").click()
        if await picker.get_attribute("data-house"):
            await picker.locator(".month small").first.wait_for()  # prices: the taken nights are known as well
        for day in (start, end):
            button = picker.locator(f"[data-day='{day}']")
            for _ in range(13):
                if await button.count():
                    break
                await picker.locator("[data-turn]").last.click()
            await button.click()
        if await picker.locator("dialog").is_visible():
            await picker.locator("[data-closes]").click()

    async def sees(self, text: str) -> None:
        """Wait for that text, and for the scripts of its page."""
        await self.page.get_by_text(text).first.wait_for()
        await self.page.wait_for_load_state()

    async def hold(self, path: str, verb: str = "GET") -> "asyncio.Queue[Route]":
        """Requests to that path of the API, as they arrive; a test lets each go on."""
        held: asyncio.Queue[Route] = asyncio.Queue()

        async def take(route: Route) -> None:
            await (held.put(route) if route.request.method == verb else route.continue_())

        await self.page.route(f"{self.base_url}/api/v1.0{path}", take)
        return held

    async def asks_and_hears(self) -> None:
        """Send a request and wait for its answer: what was sent before has left, what was answered before is heard."""
        await self.page.evaluate("fetch('/livez').then((answer) => answer.text())")

    async def until(self, condition: str, argument: object = None) -> None:
        """Wait until an expression or a function is true in the page.

        Playwright's own wait_for_function asks again inside the page, where the Content-Security-Policy forbids eval.
        """

        async def holds() -> bool:
            try:
                return bool(await self.page.evaluate(condition, argument))
            except Error as error:
                if "because of a navigation" not in error.message:
                    raise
                return False  # the page was left meanwhile

        await until(holds)

    async def faults(self, *rules: str) -> list[str]:
        """What axe finds wrong with the page, or with its open dialog: by these rules, or by all.

        https://dequeuniversity.com/rules/axe
        """
        if not await self.page.evaluate("'axe' in window"):
            await self.page.evaluate(AXE.read_text())
        found = await self.page.evaluate(RUN_AXE, list(rules))
        return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


@pytest.fixture
def person(browser: Browser, base_url: str, io_loop: IOLoop) -> Iterator[Callable[..., Any]]:
    """Makes people; a test fails where one of their browsers complained."""
    made: list[Person] = []

    async def make(**options: Any) -> Person:
        settings = {
            "locale": "zh-CN",
            "viewport": {"width": 390, "height": 844},
            "service_workers": "block",
            "reduced_motion": "reduce",  # axe would judge the colours of a dialog that is still fading in
        }
        settings |= options
        context = await browser.new_context(**settings)
        context.set_default_timeout(PATIENCE)
        made.append(Person(context, await context.new_page(), base_url))
        return made[-1]

    yield make
    assert [problem for person in made for problem in person.problems] == []
