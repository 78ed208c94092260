"""Two people talk in two browsers: pictures of life, the network that fails, a name that is typed in Chinese."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page

from tests.e2e.conftest import Person
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
SAID = ".said .said-text"
NEWS = 'document.dispatchEvent(new CustomEvent("ihome:event", {detail: {subject: {kind: "thread", id: %s}}}))'


async def texts(page: Page) -> list[str]:
    return await page.locator(SAID).all_inner_texts()


async def test_two_people_talk_and_the_network_fails(person: NewPerson, scene: Scene) -> None:
    guest, host = await person(), await person(viewport={"width": 1440, "height": 900})
    await guest.sign_in(scene.guest.session)
    await host.sign_in(scene.host.session)
    await guest.go(f"/houses/{scene.house_id}")
    await guest.follow(guest.page.get_by_role("link", name="联系房东"))
    await guest.page.locator("#composer-text").fill("可以带猫吗？<b>")
    await guest.press("发送")
    await guest.page.wait_for_url("**/messages/*")
    await guest.page.locator(".said[data-id]").wait_for()
    thread = guest.page.url.rpartition("/")[2]

    await host.go("/messages")
    await host.follow(host.page.get_by_text("可以带猫吗？<b>"))
    await host.page.locator(".said[data-id]").wait_for()
    await host.page.locator("#threads .badge.bad").wait_for(state="detached")  # it is read now
    box = host.page.locator("#composer-text")
    await box.fill("可以")
    await box.press("Shift+Enter")  # a new line; Enter sends
    await box.press_sequentially("欢迎")
    await box.press("Enter")
    await host.page.locator(".said.mine[data-id]").wait_for()

    # the guest loses the network: what is composed waits, also over a reload, and is sent once
    await guest.page.evaluate(NEWS % thread)
    await guest.page.locator(SAID, has_text="欢迎").wait_for()
    await guest.page.locator(".is-read").wait_for()
    await guest.context.set_offline(True)
    for text in ("一", "二"):
        await guest.page.locator("#composer-text").fill(text)
        await guest.press("发送")
    await guest.sees("等待网络")
    assert await guest.page.evaluate("Object.keys(localStorage).filter((key) => key.includes('outbox')).length") == 1
    await guest.context.set_offline(False)
    await guest.page.reload()
    await guest.page.locator(".said.mine[data-id]").nth(2).wait_for()
    assert await texts(guest.page) == ["可以带猫吗？<b>", "可以\n欢迎", "一", "二"]
    await host.page.evaluate(NEWS % thread)
    await host.page.locator(SAID, has_text="二").wait_for()
    assert await texts(host.page) == await texts(guest.page)

    # what the backend refuses stays, with a button; what is signed out of leaves nothing
    await scene.guest.put(f"/api/v1.0/users/{scene.host_id}/block")
    await guest.page.locator("#composer-text").fill("三")
    await guest.press("发送")
    await guest.sees("您已屏蔽对方，解除屏蔽后才能发送")
    await scene.guest.delete(f"/api/v1.0/users/{scene.host_id}/block")
    await guest.press("重试")
    await guest.page.locator(".said.mine[data-id]").nth(3).wait_for()
    await guest.page.locator("#composer-text").fill("draft")
    await guest.go("/me")
    await guest.press("退出登录")
    await guest.page.wait_for_url("**/")
    assert await guest.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('messages-'))") == []
