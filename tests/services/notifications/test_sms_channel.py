"""SMS notifications: budgets of their own, and one SMS for all tries."""

from typing import Any

import pytest

from composition import open_deps
from config import Config
from models.notifications.types import Address, NotificationText
from models.types import UserId
from services.deps import Deps
from tests.makers import Makers, mobile
from tools.dev_services import ServiceProcess
from utils.notification_channels import NotDelivered


def text(number: int, **changes: Any) -> NotificationText:
    fields = {"kind": "accepted", "language": "zh", "title": "", "body": "", "url": "/orders/7", "variables": {}}
    return NotificationText(**fields | changes, id=f"ihome-{number}-sms")


def address(number: str) -> Address:
    return Address(UserId(1), number)


async def test_an_sms_has_the_values_of_its_template(deps: Deps, make: Makers) -> None:
    number = mobile()
    await deps.channels["sms"].send(address(number), text(1, variables={"house": "Loft 13800001234", "due": "18:00"}))
    [sms] = make.sent_sms()
    assert (sms["mobile"], sms["kind"]) == (number, "accepted")
    assert sms["variables"] == '{"house": "Loft 138****1234", "due": "18:00"}'


async def test_tries_are_one_sms_and_count_once(deps: Deps, make: Makers) -> None:
    """As after a worker was killed between sending and noting."""
    to = address(mobile())
    for _ in range(20):
        await deps.channels["sms"].send(to, text(1))
    assert len(make.sent_sms()) == 1
    await deps.channels["sms"].send(to, text(2))
    assert len(make.sent_sms()) == 2


@pytest.mark.settings(limit_sms_notifications_per_mobile="5/1h 10/24h", limit_sms_per_mobile="1/60s 5/1h 10/24h")
async def test_a_strangers_bookings_never_use_up_the_codes(deps: Deps, make: Makers) -> None:
    number = mobile()
    for count in range(5):
        await deps.channels["sms"].send(address(number), text(count))
    with pytest.raises(NotDelivered) as refused:
        await deps.channels["sms"].send(address(number), text(9))
    assert not refused.value.permanent
    assert refused.value.retry_after is not None
    assert 0 < refused.value.retry_after <= 3600
    await deps.channels["sms"].send(address(number), text(10, kind="new_device"))
    await deps.limiter.acquire(("sms_per_mobile", deps.pseudonyms.of(number)), ("sms_overall", ""))
    await deps.channels["sms"].send(address(mobile()), text(9))
    assert len(make.sent_sms()) == 7


@pytest.mark.settings(limit_sms_notifications_overall="3/24h")
async def test_the_bill_is_bounded(deps: Deps, make: Makers) -> None:
    for count in range(3):
        await deps.channels["sms"].send(address(mobile()), text(count))
    with pytest.raises(NotDelivered, match="sms_notifications_overall"):
        await deps.channels["sms"].send(address(mobile()), text(4))
    assert len(make.sent_sms()) == 3


@pytest.mark.settings(limit_sms_notifications_per_guest="3/24h")
async def test_one_guests_orders_do_not_use_up_the_budget_of_all(deps: Deps, make: Makers) -> None:
    for count in range(3):
        await deps.channels["sms"].send(address(mobile()), text(count, guest_id=UserId(7)))
    with pytest.raises(NotDelivered, match="sms_notifications_per_guest"):
        await deps.channels["sms"].send(address(mobile()), text(4, guest_id=UserId(7)))
    await deps.channels["sms"].send(address(mobile()), text(5, guest_id=UserId(8)))
    assert len(make.sent_sms()) == 4


async def test_without_redis_no_sms_leaves(
    config: Config, own_redis: ServiceProcess, own_url: str, make: Makers
) -> None:
    async with open_deps(config.model_copy(update={"redis_url": own_url})) as deps:
        await deps.channels["sms"].send(address(mobile()), text(1))
        own_redis.stop()
        with pytest.raises(NotDelivered) as refused:
            await deps.channels["sms"].send(address(mobile()), text(2))
    assert not refused.value.permanent
    assert len(make.sent_sms()) == 1
