"""Aliyun's official client against a server that speaks its protocol over HTTP."""

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress

import pytest
from tornado.ioloop import IOLoop

from tests.aliyun import KEY_ID, KEY_SECRET, AliyunService
from utils.outbound import OutboundLimits
from utils.sms import AliyunSms, NotSent


@pytest.fixture
def service(io_loop: IOLoop) -> Iterator[AliyunService]:
    service = AliyunService()
    yield service
    io_loop.run_sync(service.close)


def sender(service: AliyunService, **changes: object) -> AliyunSms:
    settings = {
        "key_id": KEY_ID,
        "key_secret": KEY_SECRET,
        "endpoint": service.endpoint,
        "sign_name": "爱家",
        "templates": {"register": "SMS_1", "login": "SMS_2", "reset": "SMS_3"},
        "limits": OutboundLimits(connect=0.5, total=0.5, failures=3, pause=0.3),
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
    async with asyncio.timeout(3):
        with pytest.raises(NotSent) as error:
            await sender(service).send("13900000000", "012345", "login")
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
    async with asyncio.timeout(5):
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
