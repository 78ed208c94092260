"""Browsers that show notifications: subscribing, what arrives, and when it ends."""

from collections.abc import Iterator
from typing import Any

import pytest
from tornado.ioloop import IOLoop

from models.notifications.types import Address, NotificationText
from models.types import UserId
from services.deps import Deps
from services.notifications import addresses
from tests.client import Client
from tests.makers import WIDE, Makers
from tests.push_service import PushService, encoded
from utils.notification_channels import NotDelivered

WHERE = "/api/v1.0/user/push-subscriptions"
TEXT = NotificationText("accepted", "zh", "房东已接单", "请支付。电话 13800001234", "/orders/7", {}, "ihome-7-1-push-1")
pytestmark = pytest.mark.settings(**WIDE | {"feed_private": True})


@pytest.fixture
def service(io_loop: IOLoop) -> Iterator[PushService]:
    service = PushService()
    yield service
    io_loop.run_sync(service.close)


async def browsers(deps: Deps, user_id: int) -> list[Address]:
    async with deps.db.connection() as queries:
        return (await addresses.of_user(queries, UserId(user_id)))["push"]


async def test_a_browser_shows_what_it_alone_can_read(
    client: Client, make: Makers, deps: Deps, service: PushService
) -> None:
    user = await make.sign_in(client)
    assert len((await client.get("/api/v1.0/push-key")).data["key"]) == 87
    answer = await client.post(WHERE, service.browser().subscription | {"expirationTime": None})
    assert answer.status == 201
    [to] = await browsers(deps, user.id)
    assert to.id == answer.data["id"]
    assert service.endpoint not in repr(to)
    await deps.channels["push"].send(to, TEXT)
    assert service.shown == [
        {
            "id": "ihome-7-1-push-1",
            "title": "房东已接单",
            "body": "请支付。电话 138****1234",
            "url": "/orders/7",
            "lang": "zh",
        }
    ]


async def test_the_longest_texts_fit(client: Client, make: Makers, deps: Deps, service: PushService) -> None:
    user = await make.sign_in(client)
    await client.post(WHERE, service.browser().subscription)
    [to] = await browsers(deps, user.id)
    long = NotificationText("accepted", "zh", "\U0001f3e0" * 5000, "\U0001f3e0" * 5000, "/" + "x" * 5000, {}, "a" * 100)
    await deps.channels["push"].send(to, long)
    assert len(service.shown) == 1


async def test_a_browser_that_subscribes_again_is_one(
    client: Client, make: Makers, deps: Deps, service: PushService
) -> None:
    user, browser = await make.sign_in(client), service.browser()
    ids = {(await client.post(WHERE, browser.subscription)).data["id"] for _ in range(3)}
    assert len(ids) == len(await browsers(deps, user.id)) == 1
    other = await make.sign_in(client)
    await client.post(WHERE, browser.subscription)
    assert await browsers(deps, user.id) == [], "whoever subscribed last uses the browser"
    assert len(await browsers(deps, other.id)) == 1


async def test_a_browser_is_removed_by_its_user_only(
    client: Client, make: Makers, deps: Deps, service: PushService
) -> None:
    user = await make.sign_in(client)
    session = client.session
    added = (await client.post(WHERE, service.browser().subscription)).data["id"]
    await make.sign_in(client)
    assert (await client.delete(f"{WHERE}/{added}")).errno == 4002
    client.session = session
    assert (await client.delete(f"{WHERE}/{added}")).errno == 0
    assert (await client.delete(f"{WHERE}/{added}")).errno == 4002
    assert await browsers(deps, user.id) == []


@pytest.mark.parametrize("ending", ["logout", "password", "elsewhere"])
async def test_pushes_end_with_the_session(
    client: Client, make: Makers, deps: Deps, service: PushService, ending: str
) -> None:
    user = await make.sign_in(client)
    await client.post(WHERE, service.browser().subscription)
    [to] = await browsers(deps, user.id)
    if ending == "logout":
        await client.delete("/api/v1.0/session")
    elif ending == "password":
        await deps.sessions.end_all(user.id)
    else:
        await deps.sessions.end(user.id, to.session_id)
    with pytest.raises(NotDelivered) as failed:
        await deps.channels["push"].send(to, TEXT)
    assert failed.value.permanent
    assert service.asked == 0
    assert await browsers(deps, user.id) == []


@pytest.mark.parametrize(("status", "left"), [(410, 0), (404, 0), (413, 1), (503, 1)])
async def test_what_the_push_service_has_forgotten_is_forgotten(
    client: Client, make: Makers, deps: Deps, service: PushService, status: int, left: int
) -> None:
    user = await make.sign_in(client)
    await client.post(WHERE, service.browser().subscription)
    [to] = await browsers(deps, user.id)
    service.status = status
    with pytest.raises(NotDelivered):
        await deps.channels["push"].send(to, TEXT)
    assert len(await browsers(deps, user.id)) == left


async def test_the_eleventh_browser_replaces_the_oldest(
    client: Client, make: Makers, deps: Deps, service: PushService
) -> None:
    user = await make.sign_in(client)
    ids = [(await client.post(WHERE, service.browser(f"{n}").subscription)).data["id"] for n in range(12)]
    assert [each.id for each in await browsers(deps, user.id)] == ids[2:]


def changed(subscription: dict[str, Any], **keys: object) -> dict[str, Any]:
    endpoint = {"endpoint": keys.pop("endpoint")} if "endpoint" in keys else {}
    return subscription | endpoint | {"keys": subscription["keys"] | keys}


@pytest.mark.parametrize(
    "change",
    [
        {"p256dh": ""}, {"p256dh": "A" * 87}, {"p256dh": encoded(b"\x04" + b"\x01" * 64)}, {"p256dh": None},
        {"p256dh": 7}, {"auth": ""}, {"auth": "x"}, {"auth": "A" * 23}, {"auth": ["a"]}, {"endpoint": ""},
        {"endpoint": "ftp://push.example/x"}, {"endpoint": "https://push.example/" + "x" * 1000},
        {"endpoint": "https://push.example/ü"}, {"endpoint": "https://push.example/\n"}, {"endpoint": None},
    ],
    ids=str,
)  # fmt: skip
async def test_what_is_no_subscription_is_refused(
    client: Client, make: Makers, deps: Deps, service: PushService, change: dict[str, object]
) -> None:
    user = await make.sign_in(client)
    assert (await client.post(WHERE, changed(service.browser().subscription, **change))).errno == 4103
    assert (await client.post(WHERE, {"endpoint": service.endpoint, "keys": []})).errno == 4103
    assert await browsers(deps, user.id) == []


@pytest.mark.settings(feed_private=False)
@pytest.mark.parametrize("host", ["127.0.0.1", "10.0.0.1:8080", "localhost", "redis.internal", "[::1]", "0x7f.1"])
async def test_no_endpoint_is_in_our_own_network(client: Client, make: Makers, service: PushService, host: str) -> None:
    await make.sign_in(client)
    answer = await client.post(WHERE, changed(service.browser().subscription, endpoint=f"http://{host}/x"))
    assert answer.errno == 4103
    assert list(answer.fields) == ["endpoint"]
