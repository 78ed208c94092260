"""Aliyun's official client against a server that speaks its protocol over HTTP."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop

from services.local_time import LOCAL
from tests.aliyun import KEY_ID, KEY_SECRET, AliyunService
from utils.dev_outbox import DevOutbox
from utils.notification_channels import NotDelivered
from utils.outbound import OutboundLimits
from utils.sms import AliyunSms, LocalSms, NotSent, SmsNotification, variable


@pytest.fixture
def service(io_loop: IOLoop) -> Iterator[AliyunService]:
    service = AliyunService()
    yield service
    io_loop.run_sync(service.close)


PATIENT = OutboundLimits(connect=30, total=30, failures=3, pause=0.3)
HURRIED = OutboundLimits(connect=0.5, total=0.5, failures=3, pause=0.3)


def sender(service: AliyunService, **changes: object) -> AliyunSms:
    settings = {
        "key_id": KEY_ID,
        "key_secret": KEY_SECRET,
        "endpoint": service.endpoint,
        "sign_name": "爱家",
        "templates": {"register": "SMS_1", "login": "SMS_2", "reset": "SMS_3"},
        "notifications": {"accepted": "SMS_4"},
        "limits": PATIENT,
    }
    return AliyunSms(**settings | changes)


async def test_a_message_leaves_signed_and_complete(service: AliyunService) -> None:
    await sender(service).send("13900000000", "012345", "login")
    [message] = service.sent
    assert message["PhoneNumbers"] == "13900000000"
    assert message["SignName"] == "爱家"
    assert message["TemplateCode"] == "SMS_2"
    assert json.loads(message["TemplateParam"]) == {"code": "012345"}


async def test_a_wrong_secret_sends_nothing(service: AliyunService) -> None:
    with pytest.raises(NotSent):
        await sender(service, key_secret="wrong").send("13900000000", "012345", "login")
    assert service.sent == []


@pytest.mark.parametrize("mode", ["refuse", "hang", "reset", "lie"])
async def test_whatever_goes_wrong_outside_is_one_error_in_time(service: AliyunService, mode: str) -> None:
    service.mode = mode
    async with asyncio.timeout(10):
        with pytest.raises(NotSent) as error:
            await sender(service, limits=HURRIED).send("13900000000", "012345", "login")
    assert "012345" not in str(error.value)


async def test_after_repeated_failures_it_is_not_asked_for_a_while(service: AliyunService) -> None:
    aliyun = sender(service)
    service.mode = "reset"
    for _ in range(10):
        with pytest.raises(NotSent):
            await aliyun.send("13900000000", "012345", "login")
    asked = service.asked
    assert asked < 10
    service.mode = "ok"
    async with asyncio.timeout(20):
        while not service.sent:
            with suppress(NotSent):
                await aliyun.send("13900000000", "012345", "login")
            await asyncio.sleep(0.02)


async def test_what_the_service_refuses_for_one_mobile_stops_nobody_else(service: AliyunService) -> None:
    aliyun = sender(service)
    service.mode = "refuse"
    for _ in range(10):
        with pytest.raises(NotSent):
            await aliyun.send("13900000000", "012345", "login")
    service.mode = "ok"
    await aliyun.send("13900000001", "012345", "login")


NOTIFICATION = SmsNotification("13900000000", "accepted", {"title": "故宫旁四合院", "hours": "24"}, "order-7-sms")


def today() -> str:
    return f"{datetime.now(LOCAL):%Y%m%d}"


async def test_a_notification_is_a_template_with_its_variables(service: AliyunService) -> None:
    await sender(service).notify(NOTIFICATION)
    [message] = service.sent
    assert (message["PhoneNumbers"], message["TemplateCode"], message["OutId"]) == (
        "13900000000",
        "SMS_4",
        "order-7-sms",
    )
    assert json.loads(message["TemplateParam"]) == {"title": "故宫旁四合院", "hours": "24"}


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Loft  by\nthe lake", "Loft by the lake"),
        ("领奖 www.evil.example/win", "领奖 www evil example…"),
        ("http://1.2.3.4/", "http 1.2.3.4/"),
        ("电话 13800000000 详谈", "电话 … 详谈"),
        ("十二月一日 14:00 入住", "十二月一日 14:00 入住"),
        ("很" * 30, "很" * 19 + "…"),
    ],
)
def test_a_variable_holds_nothing_to_open_and_no_number_to_call(written: str, sent: str) -> None:
    """Hosts write titles, and the platform's name stands before the SMS."""
    assert variable(written) == sent


async def test_what_a_late_service_has_sent_is_not_sent_again(service: AliyunService) -> None:
    service.mode = "late"
    with pytest.raises(NotDelivered) as failed:
        await sender(service, limits=HURRIED).notify(NOTIFICATION)
    assert not failed.value.permanent
    aliyun, service.mode = sender(service), "ok"
    await aliyun.notify(NOTIFICATION, days=(today(),))
    assert len(service.sent) == 1
    other = SmsNotification(NOTIFICATION.mobile, "accepted", {"title": "x", "hours": "1"}, "order-8-sms")
    await aliyun.notify(other, days=(today(),))
    assert len(service.sent) == 2


async def test_without_knowing_what_was_sent_nothing_is_sent(service: AliyunService) -> None:
    service.mode = "refuse"
    with pytest.raises(NotDelivered):
        await sender(service).notify(NOTIFICATION, days=(today(),))
    assert service.sent == []


@pytest.mark.parametrize(
    ("refusal", "permanent"), [("isv.MOBILE_NUMBER_ILLEGAL", True), ("isv.BUSINESS_LIMIT_CONTROL", False)]
)
async def test_some_refusals_are_for_good(service: AliyunService, refusal: str, permanent: bool) -> None:
    service.mode, service.refusal = "refuse", refusal
    with pytest.raises(NotDelivered) as failed:
        await sender(service).notify(NOTIFICATION)
    assert failed.value.permanent is permanent


async def test_a_kind_without_a_template_is_never_sent(service: AliyunService) -> None:
    with pytest.raises(NotDelivered) as failed:
        await sender(service, notifications={}).notify(NOTIFICATION)
    assert failed.value.permanent
    assert service.asked == 0


async def test_in_development_a_notification_is_written_once(tmp_path: Path) -> None:
    file = tmp_path / "sms-outbox.jsonl"
    local = LocalSms(DevOutbox(file))
    await local.notify(NOTIFICATION)
    await local.notify(NOTIFICATION, days=(today(),))
    [record] = [json.loads(line) for line in file.read_text().splitlines()]
    assert (record["mobile"], record["kind"], "code" in record) == ("13900000000", "accepted", False)
