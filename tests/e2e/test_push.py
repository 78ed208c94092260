"""Notifications in a browser: switched on by its user, shown once, gone with the next user.

Chromium's push service is on the Internet. In its place stands tests/push_service.py, which decrypts what arrives; the
browser's own debugger hands that on to the service worker.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress

import pytest
from playwright.async_api import Browser as Chromium
from tornado.ioloop import IOLoop

from models.notifications.types import Address, NotificationText
from models.types import UserId
from services.deps import Deps
from services.notifications import addresses
from tests.e2e.conftest import Person, browser_of
from tests.makers import WIDE, Makers
from tests.push_service import Browser, PushService
from tests.scene import Scene
from tests.waiting import until
from tools import packages

pytestmark = pytest.mark.settings(**WIDE | {"feed_private": True})
NewPerson = Callable[..., Awaitable[Person]]
SETTINGS = "/me/notifications"
PUSH_SERVICE = """
  const kept = "test-push";
  const made = { toJSON: () => (SUBSCRIPTION), unsubscribe: async () => localStorage.removeItem(kept) };
  PushManager.prototype.getSubscription = async () => localStorage.getItem(kept) && made;
  PushManager.prototype.subscribe = async (options) => {
    if (options.applicationServerKey.length !== 87) throw new Error("no key");
    localStorage.setItem(kept, "1");
    return made;
  };
"""
TEXT = NotificationText("accepted", "zh", "房东已接单", "请在今天 18:00 前支付", "/orders/7", {}, "ihome-7-1-push-1")


@pytest.fixture(scope="module")
def running_browser(browser_loop: IOLoop) -> Iterator[Chromium]:
    """With windows: one without shows no notifications."""
    yield from browser_of(packages.chromium(print), browser_loop)


@pytest.fixture
def service(io_loop: IOLoop) -> Iterator[PushService]:
    service = PushService()
    yield service
    io_loop.run_sync(service.close)


class Shown:
    """What the service worker shows."""

    def __init__(self, someone: Person) -> None:
        self._someone = someone
        self._registrations: list[str] = []

    async def watch(self) -> "Shown":
        self._debugger = await self._someone.context.new_cdp_session(self._someone.page)
        self._debugger.on("ServiceWorker.workerRegistrationUpdated", self._note)
        await self._debugger.send("ServiceWorker.enable")
        return self

    def _note(self, event: dict[str, list[dict[str, str]]]) -> None:
        self._registrations += [each["registrationId"] for each in event["registrations"]]

    async def deliver(self, content: dict[str, object]) -> None:
        """Until it is shown: what comes while Chromium starts or replaces the worker may be lost."""
        await until(lambda: bool(self._registrations))

        async def is_shown() -> bool:
            return content["title"] in await self.titles()

        while True:
            await self._debugger.send(
                "ServiceWorker.deliverPushMessage",
                {
                    "origin": self._someone.base_url,
                    "registrationId": self._registrations[-1],
                    "data": json.dumps(content),
                },
            )
            with suppress(TimeoutError):
                async with asyncio.timeout(5):
                    return await until(is_shown)

    async def titles(self) -> list[str]:
        """The titles of the notifications."""
        shown = "async () => (await (await navigator.serviceWorker.ready).getNotifications()).map((each) => each.title)"
        found: list[str] = await self._someone.page.evaluate(shown)
        return found


async def browsers(deps: Deps, user_id: int) -> list[Address]:
    async with deps.db.connection() as queries:
        return (await addresses.of_user(queries, UserId(user_id)))["push"]


async def with_push(person: NewPerson, browser: Browser) -> Person:
    someone = await person(service_workers="allow", permissions=["notifications"])
    await someone.context.add_init_script(PUSH_SERVICE.replace("SUBSCRIPTION", json.dumps(browser.subscription)))
    return someone


async def test_a_browser_shows_notifications_of_its_user_only(
    person: NewPerson, scene: Scene, make: Makers, deps: Deps, service: PushService
) -> None:
    someone = await with_push(person, service.browser())
    await someone.sign_in(scene.guest.session)
    shown = await Shown(someone).watch()
    await someone.go(SETTINGS)
    await someone.press("在此浏览器开启")
    await someone.page.get_by_role("button", name="在此浏览器关闭").wait_for()
    [guest] = await make.rows("SELECT user_id FROM push_subscriptions")
    [to] = await browsers(deps, guest["user_id"])
    for _ in range(2):  # a second copy replaces the first one
        await deps.channels["push"].send(to, TEXT)
        await shown.deliver(service.shown[-1])
    await shown.deliver(service.shown[-1] | {"id": "another", "title": "已支付"})
    assert sorted(await shown.titles()) == ["已支付", "房东已接单"]

    await someone.press("在此浏览器关闭")
    await someone.page.get_by_role("button", name="在此浏览器开启").wait_for()
    assert await browsers(deps, guest["user_id"]) == []

    await someone.press("在此浏览器开启")
    await someone.page.get_by_role("button", name="在此浏览器关闭").wait_for()
    await someone.sign_in(scene.host.session)
    await someone.go(SETTINGS)
    await someone.page.get_by_role("button", name="在此浏览器开启").wait_for()
    assert await someone.page.evaluate("localStorage.getItem('test-push')") is None
