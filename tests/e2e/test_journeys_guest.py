"""The long way of a guest, from a word in the search field to a review; by hand, by keyboard, and without script."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from models.accounts.users import User
from tests.e2e.conftest import Person
from tests.makers import PASSWORD, WIDE, Makers
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
TITLE = "鼓楼边的小院"


async def a_home_to_find(scene: Scene) -> int:
    """With three pictures, Wi-Fi and a bathtub, among others without."""
    house_id = await scene.make.house(scene.host, title=TITLE, price=39900, facility=[1, 2, 3], lat=39.94, lng=116.39)
    for _ in range(3):
        body, headers = form(picture(), "house_image", house_id=str(house_id))
        assert (await scene.host.post("/api/house/image", body=body, headers=headers)).errno == 0
    await scene.make.house(scene.host, title="另一个区的房子", area_id=2)
    scene.house_id = house_id
    return house_id


async def a_guest(scene: Scene) -> User:
    """Who may book, and is signed in nowhere yet."""
    user = await scene.make.guest(scene.new_client())
    await scene.make.change("UPDATE users SET name = '小王' WHERE id = %s", user.id)
    return user


async def sign_in_by_form(someone: Person, user: User) -> None:
    await someone.page.wait_for_url("**/login?next=*")
    await someone.page.fill("#login [name=mobile]", user.mobile)
    await someone.page.fill("#login [name=password]", PASSWORD)
    await someone.page.locator("#login").get_by_role("button", name="登录", exact=True).click()


async def review_the_guest(scene: Scene, order_id: int) -> None:
    """As the host: with it, the guest's review is published."""
    of_guest = {"review": "整洁有礼", "rating": 5}
    assert (await scene.host.put(f"/api/v1.0/orders/{order_id}/review", of_guest)).errno == 0


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_from_pinyin_to_a_review(person: NewPerson, scene: Scene, viewport: Any) -> None:
    house_id, user = await a_home_to_find(scene), await a_guest(scene)
    start, end = scene.nights(0, 1)[0], scene.nights(2, 1)[0]
    guest = await person(viewport=viewport, reduced_motion="reduce")
    page = guest.page

    await guest.go("/")
    await page.fill("#search [name=q]", "dongcheng")
    await page.get_by_role("option", name="东城区").wait_for()
    await page.keyboard.press("Escape")
    await guest.choose(start, end, "#search")
    await page.locator("#search .search-go").click()
    await page.wait_for_url("**/search?*")
    await page.locator("#results").get_by_text(TITLE).wait_for()
    await page.locator("[data-opens=filters]").first.click()
    await page.locator("#filters label.chip", has_text="热水淋浴").click()
    await page.locator("#filters .filters-show").click()
    await page.wait_for_url("**facilities=2*")
    card = page.locator("#results article")
    await card.get_by_text("¥798").wait_for()
    assert await card.count() == 1
    await card.get_by_role("link", name=TITLE).click()

    await page.wait_for_url(f"**/houses/{house_id}?*")
    await page.locator(".gallery [data-picture]").first.click()
    place = page.locator("#lightbox [data-place]")
    await place.get_by_text("1 / 3").wait_for()
    await page.keyboard.press("ArrowRight")
    await place.get_by_text("2 / 3").wait_for()
    await page.keyboard.press("Escape")
    await page.locator("#quote").get_by_text("¥798").first.wait_for()
    await page.locator("#booking").get_by_role("button", name="预订", exact=True).click()
    await sign_in_by_form(guest, user)
    await page.wait_for_url(f"**/houses/{house_id}/book?*")
    await guest.sees("取消政策")
    await guest.press("提交订单")
    await page.wait_for_url("**/orders/*")
    order_id = int(page.url.rpartition("/")[2].partition("?")[0])

    assert (await scene.do(scene.host, order_id, "accept")).errno == 0
    await page.reload()
    await guest.press("去支付")
    await guest.press("确认支付")
    await guest.sees("支付成功")
    await page.get_by_role("link", name="返回订单").click()
    await page.locator("#status", has_text="已支付").wait_for()
    await scene.make.change("UPDATE orders SET status = 'WAIT_COMMENT' WHERE id = %s", order_id)
    await page.reload()
    await page.fill("#comment [name=comment]", "院子很好，还会再来")
    await guest.press("发表评价")
    await page.locator("#status", has_text="已完成").wait_for()
    await review_the_guest(scene, order_id)
    await guest.go(f"/houses/{house_id}")
    await guest.sees("院子很好，还会再来")


async def test_booking_by_keyboard_alone(person: NewPerson, scene: Scene, make: Makers) -> None:
    house_id, user = await a_home_to_find(scene), await a_guest(scene)
    someone = await person(viewport=DESKTOP, reduced_motion="reduce")
    page, keyboard = someone.page, someone.page.keyboard
    await make.sign_in(scene.guest, user)
    await someone.sign_in(scene.guest.session)

    await someone.go("/")
    await tab_to(someone, "#search [name=q]")
    await keyboard.type("鼓楼边")
    await keyboard.press("Enter")
    await page.wait_for_url("**/search?*")
    await tab_to(someone, f"#results a[href*='/houses/{house_id}']")
    await keyboard.press("Enter")
    await page.wait_for_url(f"**/houses/{house_id}*")
    await page.wait_for_load_state("load")
    await tab_to(someone, "#booking .stay-field")
    await keyboard.press("Enter")
    await page.locator("#booking [data-day][tabindex='0']").wait_for()
    for days in (1, 2):
        await page.locator("#booking [data-day]:focus").wait_for()
        for _ in range(days):
            await keyboard.press("ArrowRight")
        await keyboard.press("Enter")
    if await page.locator("#booking dialog").is_visible():
        await keyboard.press("Escape")
    await page.locator("#quote").get_by_text("合计").wait_for()
    await tab_to(someone, "#booking button.wide")
    await keyboard.press("Enter")
    await page.wait_for_url(f"**/houses/{house_id}/book?*")
    await page.wait_for_load_state("load")
    await tab_to(someone, "#book button")
    await keyboard.press("Enter")
    await page.wait_for_url("**/orders/*")
    await page.locator("#status", has_text="待接单").wait_for()
    assert len(await make.rows("SELECT id FROM orders")) == 1


async def tab_to(someone: Person, selector: str) -> None:
    """Press Tab until that has the focus; it also has to show that it has."""
    for _ in range(120):
        await someone.page.keyboard.press("Tab")
        focused = someone.page.locator("*:focus")
        if await focused.count() and await focused.evaluate("(one, selector) => one.matches(selector)", selector):
            assert await focused.evaluate(SHOWS_FOCUS), f"{selector} does not show its focus"
            return
    pytest.fail(f"Tab does not reach {selector}")


SHOWS_FOCUS = """(one) => {
    const marked = (part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(part);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    };
    return one.matches(":focus-visible") && [one, one.parentElement, one.closest("article, label, div")].some(marked);
}"""


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
async def test_finding_a_home_without_script(person: NewPerson, scene: Scene, viewport: Any) -> None:
    await a_home_to_find(scene)
    for number in range(24):
        await scene.make.house(scene.host, title=f"第 {number} 套", facility=[1])
    order_id = await scene.paid(0, 1)
    await scene.make.change("UPDATE orders SET status = 'WAIT_COMMENT' WHERE id = %s", order_id)
    said = {"comment": "不用脚本也能读到", "rating": 5}
    assert (await scene.guest.put(f"/api/v1.0/orders/{order_id}/comment", said)).errno == 0
    await review_the_guest(scene, order_id)
    reader = await person(viewport=viewport, java_script_enabled=False)
    page = reader.page

    await reader.go("/")
    await page.fill("#search [name=q]", "dongcheng")
    await page.fill("#search [name=sd]", scene.nights(3, 1)[0])
    await page.fill("#search [name=ed]", scene.nights(5, 1)[0])
    await reader.follow(page.locator("#search .search-go"))
    assert "/search?" in page.url
    first = await titles(reader)
    await reader.follow(page.locator("a[rel=next]"))
    assert await titles(reader)
    assert not set(first) & set(await titles(reader))
    await reader.go("/search?q=dongcheng&facilities=2")
    assert await titles(reader) == [TITLE]
    await page.locator("#results").get_by_role("link", name=TITLE).click()
    await reader.sees("不用脚本也能读到")
    await reader.go("/login")
    await page.fill("#login [name=mobile]", "13900000000")
    await page.locator("#login button").last.click()
    await page.locator("#unsent").wait_for()


async def titles(reader: Person) -> list[str]:
    # a card far below a phone's window is not drawn, and what is not drawn has no inner text
    return [text.strip() for text in await reader.page.locator("#results article .card-title").all_text_contents()]
