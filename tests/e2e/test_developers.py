"""A host makes an API key and a webhook, and reads what was sent to it."""

from collections.abc import Callable
from typing import Any

import pytest

from services.programs import webhook_sending
from tests.makers import WIDE
from tests.receiver import Receiver
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE, webhook_private=True)
PAGE = "/me/developers"


async def test_a_host_sets_a_program_up(person: Callable[..., Any], scene: Scene) -> None:
    host = await person()
    await host.sign_in(scene.host.session)
    receiver = Receiver(lambda _: (500, b"<b>not now</b>") if len(receiver.messages) < 2 else (200, b"thanks"))
    try:
        key = await make_key(host)
        headers = {"Authorization": f"Bearer {key}"}
        program = scene.new_client()
        assert (await program.get("/api/v1.0/user/orders?role=landlord", headers=headers)).errno == 0
        assert (await program.get("/api/v1.0/user/houses", headers=headers)).status == 403
        await host.page.locator("[data-key]").click()
        await host.press("再按一次删除")
        await host.sees("还没有密钥。")
        assert (await program.get("/api/v1.0/user/orders", headers=headers)).status == 401

        secret = await make_webhook(host, receiver)
        await send(host, scene, "发送测试事件")
        await host.page.locator("#log .programs a").first.click()
        await host.sees("<b>not now</b>")
        await send(host, scene, "重新投递")
        await host.page.reload()
        await host.sees("thanks")
        assert [message.event(secret)["type"] for message in receiver.messages] == ["webhook.test"] * 2
        assert await host.faults() == []
        await host.press("停用")
        await host.sees("已停用")
    finally:
        await receiver.close()


async def make_key(host: Any) -> str:
    await host.go(PAGE)
    await host.page.locator("#new-key summary").click()
    await host.press("新建密钥")
    await host.page.locator("#key .wrong").first.wait_for()
    await host.page.get_by_label("名称").fill("房态管家")
    await host.page.get_by_label("查看订单").check()
    await host.press("新建密钥")
    await host.page.locator("#secret[open]").wait_for()
    key = str(await host.page.locator("#secret-text").text_content())
    assert await host.faults() == []
    await host.page.locator("#secret [data-closes]").first.click()
    await host.sees(f"ihk_…{key[-4:]}")
    assert await host.page.locator("#secret-text").text_content() == ""
    return key


async def make_webhook(host: Any, receiver: Receiver) -> str:
    await host.page.locator("#new-hook > summary").click()
    await host.page.get_by_label("地址").fill(receiver.url)
    assert await host.faults() == []
    await host.press("新建 Webhook")
    await host.page.locator("#secret[open]").wait_for()
    secret = str(await host.page.locator("#secret-text").text_content())
    await host.page.locator("#secret [data-closes]").first.click()
    await host.sees("30 天内没有投递。")
    return secret


async def send(host: Any, scene: Scene, button: str) -> None:
    async with host.page.expect_navigation():
        await host.press(button)
    assert await webhook_sending.send_due(scene.deps) == 1
