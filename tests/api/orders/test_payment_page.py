"""The payment page of development, whose notices go to the server that shows it."""

from typing import Any

import pytest

from config import Config
from tests.scene import Scene


@pytest.fixture
def config(config: Config, _unused_port: tuple[Any, int]) -> Config:
    """The server's own port, unless the test sets another one."""
    return Config.model_validate({"port": _unused_port[1]} | config.model_dump(include=config.model_fields_set))


async def test_a_payment_is_complete_once_its_notice_has_arrived(scene: Scene) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    page = await scene.guest.post(f"/pay/{number}")
    assert (page.status, "支付成功" in page.body.decode()) == (200, True)
    assert await scene.status(order_id) == "PAID"


@pytest.mark.settings(port=1)
async def test_a_payment_whose_notice_does_not_arrive_is_told(scene: Scene) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    page = await scene.guest.post(f"/pay/{number}")
    assert (page.status, "支付通知未送达，请稍后再试" in page.body.decode()) == (502, True)
    assert await scene.status(order_id) == "WAIT_PAYMENT"


async def test_the_payment_page_leads_back_to_its_order(scene: Scene) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    for page in (await scene.guest.get(f"/pay/{number}"), await scene.guest.post(f"/pay/{number}")):
        assert f'href="/orders/{order_id}"' in page.body.decode()
