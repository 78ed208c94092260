"""The page of a house, and of its host, as guests use them on a phone and on a wide screen."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
import pytest
from tornado.ioloop import IOLoop

from tests.e2e.conftest import Person
from tests.e2e.test_stay_picker import DESKTOP, PHONE
from tests.makers import WIDE, Makers
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
DETAILS = {
    "title": "胡同里的小院",
    "description": "第一段。\n" * 30,
    "rules": "请勿在室内吸烟",
    "check_in_from": "14:00",
    "bedrooms": [{"name": "主卧", "beds": [{"kind": "double", "count": 1}, {"kind": "crib", "count": 2}]}],
    "facility": list(range(1, 15)),
    "lat": 39.934271,
    "lng": 116.402,
    "max_days": 10,
}


@pytest.fixture
def home(scene: Scene, make: Makers, io_loop: IOLoop) -> Scene:
    """The scene with a house that has everything."""
    io_loop.run_sync(lambda: furnish(scene, make))
    return scene


async def furnish(scene: Scene, make: Makers) -> None:
    scene.house_id = await make.house(scene.host, **DETAILS)
    # by chance the public position may lie exactly east of the house, on its latitude
    await make.change("UPDATE houses SET offset_north = 200, offset_east = 150 WHERE id = %s", scene.house_id)
    for _ in range(6):
        body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
        assert (await scene.host.post("/api/house/image", body=body, headers=headers)).errno == 0
    await scene.host.put("/api/v1.0/user/name", {"name": "房东小李"})
    prices = {"weekend_price": 52000, "cleaning_fee": 8000, "cancellation": "moderate"}
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", prices)


async def reviewed(scene: Scene, *ratings: int) -> None:
    """A review for each rating, the last one the newest."""
    guest = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    sql = """INSERT INTO orders (user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit, items,
                                 cancellation, status, status_at, created_at, comment, rating, commented_at, reply)
             SELECT %s, id, user_id, '2026-01-01', '2026-01-02', 1, 1, price, 0, '[]', 'flexible', 'COMPLETE', NOW(6),
                    NOW(6), %s, %s, '2026-01-02' + INTERVAL %s HOUR, '谢谢' FROM houses WHERE id = %s"""
    for number, rating in enumerate(ratings):
        await scene.make.change(sql, guest, f"第 {number} 条", rating, number, scene.house_id)
    counts = (len(ratings), len(ratings), sum(ratings))
    sql = "UPDATE houses SET review_count = %s, rating_count = %s, rating_total = %s WHERE id = %s"
    await scene.make.change(sql, *counts, scene.house_id)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_a_house_shows_all_of_itself(
    person: NewPerson, home: Scene, viewport: dict[str, int], language: str
) -> None:
    await reviewed(home, 5, 4)
    someone = await person(viewport=viewport, locale=language)
    await someone.go(f"/houses/{home.house_id}")
    page = someone.page
    shown = await page.locator("main").inner_text()
    said = {
        "zh-CN": (
            "4 位客人",
            "3 张床",
            "1 张双人床 · 2 张婴儿床",
            "14:00 之后入住",
            "最多住 10 晚",
            "¥520",
            "¥80",
            "入住前 5 天",
        ),
        "en": ("4 guests", "3 beds", "1 double bed · 2 cribs", "Check-in after 14:00", "¥520", "¥80", "5 days before"),
    }[language]
    assert [text for text in said if text not in shown] == []
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert await someone.faults() == []
    await page.get_by_role("button", name="14").click()
    await page.locator("#all-facilities[open]").wait_for()
    assert await page.locator("#all-facilities li").count() == 14
    assert await someone.faults() == []


async def test_pictures_are_looked_through_with_keys_and_the_focus_returns(person: NewPerson, home: Scene) -> None:
    someone = await person(viewport=DESKTOP, reduced_motion="reduce")
    await someone.go(f"/houses/{home.house_id}")
    page = someone.page
    third = page.locator(".gallery a").nth(2)
    await third.focus()
    await page.keyboard.press("Enter")
    place = page.locator("#lightbox [data-place]")
    await someone.sees("3 / 6")
    for key, expected in (("ArrowRight", "4 / 6"), ("End", "6 / 6"), ("ArrowLeft", "5 / 6"), ("Home", "1 / 6")):
        await page.keyboard.press(key)
        await someone.until("(text) => document.querySelector('[data-place]').textContent === text", expected)
    assert await page.get_by_role("button", name="上一张").get_attribute("aria-disabled") == "true"
    assert await someone.faults() == []
    await page.get_by_role("button", name="下一张").click()
    await someone.sees("2 / 6")
    assert await place.is_visible()
    await page.keyboard.press("Escape")
    assert await third.evaluate("(link) => link === document.activeElement")


async def test_a_phone_has_one_picture_at_a_time_and_counts_them(person: NewPerson, home: Scene) -> None:
    someone = await person(viewport=PHONE, has_touch=True)
    await someone.go(f"/houses/{home.house_id}")
    page = someone.page
    width = await page.locator(".gallery li").first.evaluate("(each) => each.offsetWidth")
    assert width == PHONE["width"]
    await page.locator(".gallery-grid").evaluate("(row) => row.scrollTo({left: 2 * row.clientWidth})")
    await someone.until("document.querySelector('[data-shown]').textContent === '3'")
    await page.locator(".gallery a").nth(2).tap()
    await someone.sees("3 / 6")
    await page.locator(".slides").evaluate("(row) => row.scrollTo({left: 3 * row.clientWidth})")
    await someone.sees("4 / 6")


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
async def test_the_bar_of_a_phone_leads_to_the_dates_and_then_to_the_booking(
    person: NewPerson, home: Scene, viewport: dict[str, int]
) -> None:
    someone = await person(viewport=viewport)
    await someone.sign_in(home.guest.session)
    await someone.go(f"/houses/{home.house_id}")
    page, bar = someone.page, someone.page.locator(".book-bar")
    assert await bar.is_visible() == (viewport == PHONE)
    if viewport == PHONE:
        await bar.locator(".button").click()
        await someone.sees("选择入住日期")
        await page.keyboard.press("Escape")
    sd, ed = home.nights(0, 1)[0], home.nights(2, 1)[0]
    await someone.choose(sd, ed)
    await someone.sees("合计")
    await someone.sees("取消，退 100%")
    if viewport == PHONE:
        assert (await bar.inner_text()).startswith("共 ¥878")
        await bar.get_by_role("link", name="预订", exact=True).click()
    else:
        await someone.press("预订")
    await page.wait_for_url(f"**/houses/{home.house_id}/book?sd={sd}&ed={ed}&guests=1")


async def test_reviews_are_paged_and_chosen_by_stars(person: NewPerson, home: Scene) -> None:
    await reviewed(home, *([5] * 11), 3, 5)
    someone = await person(viewport=DESKTOP)
    await someone.go(f"/houses/{home.house_id}")
    said = someone.page.locator("#review-list .review")
    assert await said.count() == 6
    more = someone.page.get_by_role("link", name="更多评价")
    for count in (10, 13):
        await more.click()
        await said.nth(count - 1).wait_for()
    assert await said.count() == 13
    assert not await more.is_visible()
    await someone.page.locator("[data-stars='3']").click()
    await someone.until("document.querySelectorAll('#review-list .review').length === 1")
    assert "第 11 条" in await said.inner_text()
    assert await said.locator(".stars svg").count() == 3
    assert await someone.faults() == []


async def test_without_script_reviews_pictures_and_dates_work(person: NewPerson, home: Scene) -> None:
    await reviewed(home, *([5] * 11), 3)
    someone = await person(java_script_enabled=False)
    page = someone.page
    await page.goto(f"{someone.base_url}/houses/{home.house_id}?sd={home.nights(1, 1)[0]}&guests=3")
    assert await page.input_value("[name=sd]") == home.nights(1, 1)[0]
    assert await page.input_value("[name=guests]") == "3"
    assert await page.locator("#facilities li:visible").count() == 14
    await someone.follow(page.get_by_role("link", name="更多评价"))
    assert await page.locator(".review").count() == 10
    await someone.follow(page.get_by_role("link", name="更多评价"))
    assert await page.locator(".review").count() == 2
    await someone.follow(page.get_by_role("link", name="3 星"))
    assert await page.locator(".review").count() == 1
    await page.goto(f"{someone.base_url}/houses/{home.house_id}")
    picture_url = str(await page.locator(".gallery a").first.get_attribute("href"))
    assert (await page.request.get(someone.base_url + picture_url)).headers["content-type"] == "image/jpeg"


async def test_the_map_shows_a_circle_beside_the_house(person: NewPerson, home: Scene) -> None:
    someone = await person(viewport=DESKTOP)
    await someone.go(f"/houses/{home.house_id}")
    assert await someone.page.locator(".leaflet-container").count() == 0
    await someone.page.locator("#location").scroll_into_view_if_needed()
    await someone.page.locator(".map-circle").wait_for()
    assert "39.934271" not in await someone.page.content()


async def test_a_house_is_shared(person: NewPerson, home: Scene) -> None:
    someone = await person(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    await someone.go(f"/houses/{home.house_id}?sd={home.nights(1, 1)[0]}")
    await someone.page.evaluate("delete Navigator.prototype.share")
    await someone.press("分享")
    await someone.press("复制链接")
    await someone.sees("链接已复制")
    assert await someone.faults() == []
    copied = await someone.page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/houses/{home.house_id}")


async def test_search_engines_read_what_guests_read(person: NewPerson, home: Scene) -> None:
    await home.make.change("UPDATE houses SET description = '</script><script>alert(1)</script>'")
    await reviewed(home, 5, 4)
    someone = await person()
    await someone.go(f"/houses/{home.house_id}")
    text = await someone.page.locator("script[type='application/ld+json']").text_content()
    data: dict[str, Any] = orjson.loads(text or "")
    assert (data["@type"], data["name"], data["containsPlace"]["occupancy"]["value"]) == (
        "VacationRental",
        "胡同里的小院",
        4,
    )
    assert data["aggregateRating"]["ratingValue"] == 4.5
    assert data["description"].startswith("</script>")
    assert abs(data["latitude"] - 39.934271) > 0.0001 or abs(data["longitude"] - 116.402) > 0.0001
    assert len(data["image"]) == 6
    assert all(url.startswith("http") for url in data["image"])


async def test_a_host_has_a_page(person: NewPerson, home: Scene) -> None:
    await reviewed(home, 5)
    for viewport in (PHONE, DESKTOP):
        someone = await person(viewport=viewport)
        await someone.go(f"/houses/{home.house_id}")
        await someone.page.get_by_role("link", name="房东：房东小李").click()
        await someone.page.wait_for_url("**/hosts/*")
        for text in ("房东小李 的房源", "已实名认证", "2 套房源", "客人的评价", "第 0 条"):
            await someone.sees(text)
        assert await someone.faults() == []


async def test_similar_homes_keep_the_stay(person: NewPerson, home: Scene) -> None:
    someone = await person(viewport=DESKTOP)
    query = f"?sd={home.nights(1, 1)[0]}&ed={home.nights(3, 1)[0]}&guests=2"
    await someone.go(f"/houses/{home.house_id}{query}")
    link = someone.page.locator(".house-similar .card a")
    assert str(await link.first.get_attribute("href")).endswith(query)
