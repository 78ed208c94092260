"""Two people in two browsers book, talk, pay, arrive and review; a worker tells them, by SMS, mail and push.

The mail server and the push service are real ones, which read what they are sent; SMS are in development's file.
"""

from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta

import pytest
from pydantic import SecretStr
from tornado.ioloop import IOLoop

from config import Config
from services import jobs
from services.deps import Deps
from services.local_time import LOCAL
from tests.client import Client
from tests.conftest import Clock
from tests.e2e.conftest import Person
from tests.mail_server import MailServer
from tests.makers import Makers
from tests.push_service import PushService
from tests.scene import Scene

NewPerson = Callable[..., Awaitable[Person]]
GUIDE = {
    "door_code": "4711#",
    "directions": "过街门左转",
    "wifi_name": "xiaoyuan",
    "wifi_password": "huanying",
    "manual": "",
}


@pytest.fixture
def mail_server(io_loop: IOLoop) -> Iterator[MailServer]:
    server = MailServer()
    io_loop.run_sync(server.start)
    yield server
    io_loop.run_sync(server.close)


@pytest.fixture
def push_service(io_loop: IOLoop) -> Iterator[PushService]:
    service = PushService()
    yield service
    io_loop.run_sync(service.close)


@pytest.fixture
def config(config: Config, mail_server: MailServer, push_service: PushService) -> Config:
    """Its mail server is ours, and a push service may be on this machine."""
    smtp = SecretStr(f"smtp+insecure://127.0.0.1:{mail_server.port}")
    return config.model_copy(update={"smtp_url": smtp, "smtp_from": "ihome <ihome@mail.test>", "feed_private": True})


class Ears:
    """What the worker tells people."""

    def __init__(self, deps: Deps, make: Makers, mail: MailServer, push: PushService) -> None:
        self._deps = deps
        self._make = make
        self._mail = mail
        self._push = push
        self._mobiles: dict[str, str] = {}

    async def open(self, name: str, who: Client) -> None:
        """Give a user a verified address and a browser that takes pushes."""
        user = (await who.get("/api/v1.0/user")).data
        self._mobiles[name] = user["mobile"]
        sql = "INSERT INTO mail_addresses (user_id, address, verified_at) VALUES (%s, %s, NOW(6))"
        await self._make.change(sql, user["user_id"], f"{name}@mail.test")
        browser = self._push.browser(name).subscription
        assert (await who.post("/api/v1.0/user/push-subscriptions", browser)).errno == 0

    async def hear(self) -> dict[str, tuple[list[str], int, int]]:
        """Run a worker's jobs; what each person has got: the kinds of SMS, how many mails and pushes."""
        sms, mails, pushes = len(self._make.sent_sms()), len(self._mail.mails), len(self._push.received)
        for _ in range(2):  # the first round may record what the second one tells
            await jobs.run_all(self._deps)
        return {
            name: (
                [each["kind"] for each in self._make.sent_sms()[sms:] if each["mobile"] == mobile],
                self._mail.receivers[mails:].count(f"{name}@mail.test"),
                [path for path, *_ in self._push.received[pushes:]].count(f"/{name}"),
            )
            for name, mobile in self._mobiles.items()
        }

    @property
    def everything(self) -> str:
        """All that was sent."""
        mails = [part.get_content() for mail in self._mail.mails for part in mail.walk() if not part.is_multipart()]
        return f"{self._make.sent_sms()} {mails} {self._push.shown}"


@pytest.fixture
def ears(deps: Deps, make: Makers, mail_server: MailServer, push_service: PushService) -> Ears:
    return Ears(deps, make, mail_server, push_service)


def until(clock: Clock, when: datetime) -> None:
    """Let it be that local time."""
    clock.ahead += when - (datetime.now(LOCAL) + clock.ahead)


async def book(guest: Person, scene: Scene) -> str:
    """Returns the order's page."""
    stay = scene.stay()
    await guest.go(f"/houses/{scene.house_id}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=1")
    await guest.press("提交订单")
    await guest.page.wait_for_url("**/orders/*")
    return guest.page.url.removeprefix(guest.base_url)


async def say(someone: Person, text: str) -> None:
    await someone.page.locator("#composer-text").fill(text)
    async with someone.page.expect_response(lambda answer: answer.request.method == "POST" and answer.status == 201):
        await someone.press("发送")
    await someone.page.locator(".said-text", has_text=text).wait_for()


async def step(someone: Person, order: str, button: str, status: str) -> None:
    await someone.go(order)
    await someone.press(button)
    await someone.page.locator("#status", has_text=status).wait_for()


async def pay(guest: Person, order: str) -> None:
    await guest.go(order)
    await guest.press("去支付")
    await guest.press("确认支付")
    await guest.sees("支付成功")


async def test_two_people_are_told_of_every_step(scene: Scene, person: NewPerson, clock: Clock, ears: Ears) -> None:
    start = datetime.combine(scene.first, datetime.min.time(), LOCAL)
    until(clock, (start - timedelta(days=10)).replace(hour=12))
    await ears.open("host", scene.host)
    await ears.open("guest", scene.guest)
    assert (await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/arrival", GUIDE)).errno == 0
    host, guest = await person(viewport={"width": 1280, "height": 900}), await person()
    await host.sign_in(scene.host.session)
    await guest.sign_in(scene.guest.session)

    order = await book(guest, scene)
    assert await ears.hear() == {"host": (["booked"], 1, 1), "guest": ([], 0, 0)}

    await guest.page.get_by_role("link", name="联系房东").click()
    await guest.page.wait_for_url("**/messages/*")
    await say(guest, "几点可以入住？")
    clock.ahead += timedelta(minutes=1)
    assert await ears.hear() == {"host": ([], 1, 1), "guest": ([], 0, 0)}
    await host.go(guest.page.url.removeprefix(guest.base_url))
    await host.sees("几点可以入住？")
    await say(host, "下午三点")
    await guest.sees("下午三点")

    await step(host, order, "接单", "待支付")
    assert (await ears.hear())["guest"][0] == ["accepted"]
    await pay(guest, order)
    assert await ears.hear() == {"host": (["paid"], 1, 1), "guest": (["paid"], 1, 1)}

    until(clock, (start - timedelta(days=1)).replace(hour=12))
    assert await ears.hear() == {"host": (["arrival_near"], 1, 1), "guest": (["arrival_near"], 1, 1)}
    until(clock, start.replace(hour=16))
    await guest.go(order)
    await guest.sees(GUIDE["door_code"])
    await step(host, order, "办理入住", "入住中")
    until(clock, (start + timedelta(days=1)).replace(hour=12))
    await step(guest, order, "退房", "待评价")

    await guest.page.fill("[name=comment]", "院子很好")
    await guest.press("发表评价")
    await guest.page.locator("#status", has_text="已完成").wait_for()
    await ears.hear()
    await host.go(order)
    assert "院子很好" not in await host.page.content()
    await host.page.fill("[name=review]", "很好的客人")
    await host.press("发表评价")
    await host.sees("院子很好")
    assert await ears.hear() == {"host": ([], 1, 1), "guest": ([], 1, 1)}
    for secret in (GUIDE["door_code"], GUIDE["wifi_password"], GUIDE["directions"], "110105"):
        assert secret not in ears.everything
