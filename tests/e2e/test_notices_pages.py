"""The pages of notifications, on a phone."""

from tests.e2e.test_orders_pages import NewPerson
from tests.scene import Scene

PATH = "/api/v1.0/user/notification-settings"


async def test_news_are_counted_until_they_were_read(person: NewPerson, scene: Scene) -> None:
    first, _ = await scene.accepted(0, 1), await scene.accepted(2, 1)
    guest = await person()
    await guest.sign_in(scene.guest.session)
    await guest.go("/")
    bell = guest.page.locator(".bell")
    await guest.page.locator(".bell[data-unread='2']").wait_for()
    assert await bell.get_attribute("aria-label") == "通知 · 2 条未读"
    await guest.follow(bell)
    lines = guest.page.get_by_role("link", name="房东已接单，请支付")
    await lines.first.wait_for()
    assert await guest.page.locator("[data-notice][data-unread]").count() == 2
    assert await guest.faults() == []
    await lines.last.click()
    await guest.page.wait_for_url(f"**/orders/{first}")
    await guest.page.locator(".bell[data-unread='1']").wait_for()
    await guest.go("/notices")
    await guest.press("全部标为已读")
    await guest.page.locator("#read-all").wait_for(state="hidden")
    assert await guest.page.locator("[data-notice][data-unread]").count() == 0
    assert await bell.get_attribute("data-unread") is None


async def test_a_guest_chooses_how_to_be_told(person: NewPerson, scene: Scene) -> None:
    guest = await person()
    await guest.sign_in(scene.guest.session)
    await guest.go("/me/notifications")
    assert await guest.faults() == []
    box = guest.page.locator("[data-kind=accepted][data-channel=sms]")
    await box.uncheck()
    await guest.sees("已保存")
    await guest.page.fill("[name=quiet_from]", "23:30")
    await guest.press("保存")
    await guest.page.locator("#quiet .done", has_text="已保存").wait_for()
    settings = (await scene.guest.get(PATH)).data
    [accepted] = [each for each in settings["kinds"] if each["kind"] == "accepted"]
    assert (accepted["sms"], accepted["push"], settings["quiet_from"]) == (False, True, "23:30")
    await guest.page.locator("#quiet .done").evaluate("(place) => { place.textContent = ''; }")
    await guest.page.locator("#quiet [name=quiet]").uncheck()
    await guest.press("保存")
    await guest.page.locator("#quiet .done", has_text="已保存").wait_for()
    assert (await scene.guest.get(PATH)).data["quiet_from"] is None
