"""Pages for hosts and admins: publishing with a draft, photos by keys, calendars, reviews."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.async_api import Route

from tests.e2e.conftest import Person
from tests.makers import WIDE, Makers
from tests.pictures import form, picture
from tests.scene import Scene
from tests.waiting import until

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Any]
SIZES = pytest.mark.parametrize("width", [390, 1440])


async def a_host(person: NewPerson, scene: Scene, width: int = 390, **options: Any) -> Person:
    host: Person = await person(viewport={"width": width, "height": 900}, **options)
    await host.sign_in(scene.host.session)
    return host


async def add_pictures(scene: Scene, count: int) -> list[int]:
    body, headers = form(picture(), "house_image")
    path = f"/api/v1.0/houses/{scene.house_id}/images"
    return [(await scene.host.post(path, body=body, headers=headers)).data["image_id"] for _ in range(count)]


async def images(scene: Scene) -> list[int]:
    house = (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}")).data["house"]
    return [image["image_id"] for image in house["images"]]


async def overflow(who: Person) -> int:
    """How many pixels the page is wider than the window."""
    found: int = await who.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return found


@SIZES
async def test_a_draft_survives_a_new_browser(person: NewPerson, scene: Scene, width: int) -> None:
    first = await a_host(person, scene, width)
    await first.go("/host/new")
    await first.press("别墅")
    await first.page.fill("#house [name=title]", "山里的别墅")
    await first.press("下一步")
    await first.page.fill("#house [name=address_detail]", "3 号楼")
    await first.page.select_option("[name=area_id]", label="怀柔区")
    await first.page.locator("[data-saved]", has_text="草稿已保存").wait_for()
    await first.page.wait_for_url("**/host/new?draft=*")
    assert await overflow(first) <= 0

    second = await a_host(person, scene, width)
    await second.go("/host")
    await second.sees("山里的别墅")
    assert await second.faults() == []
    await second.page.get_by_role("link", name="山里的别墅").click()
    await second.page.locator("#step-1").wait_for()
    assert await second.page.input_value("#house [name=unit]") == "别墅"
    await second.press("下一步")
    assert await second.page.input_value("#house [name=address_detail]") == "3 号楼"
    assert await second.page.locator("[name=area_id] option:checked").inner_text() == "怀柔区"
    assert await second.faults() == []
    assert await overflow(second) <= 0
    await second.page.go_back()
    await second.page.locator("#step-1").wait_for()
    await second.page.go_forward()
    await second.page.locator("#step-2").wait_for()

    await second.page.evaluate("location.hash = '#step-5'")
    await second.page.reload()
    await second.page.get_by_label("开启即时预订").check()
    await second.page.locator("[data-saved]", has_text="草稿已保存").wait_for()
    [draft] = (await scene.host.get("/api/v1.0/user/house-drafts")).data["drafts"]
    assert draft["content"]["instant"] == "true"
    await second.go(f"/host/new?draft={draft['draft_id'] + 1}")  # as the browser's back button does after publishing
    await second.page.wait_for_url("**/host")


async def test_a_draft_that_was_changed_elsewhere_is_not_overwritten(person: NewPerson, scene: Scene) -> None:
    path = "/api/v1.0/user/house-drafts"
    draft = (await scene.host.post(path, {"content": {"title": "一"}})).data["draft_id"]
    host = await a_host(person, scene)
    await host.go(f"/host/new?draft={draft}")
    await scene.host.put(f"{path}/{draft}", {"content": {"title": "二"}, "version": 1})
    await host.page.fill("#house [name=title]", "三")
    await host.page.locator("#house [name=title]").blur()
    await host.sees("草稿已在别处修改，请重新打开")
    assert (await scene.host.get(f"{path}/{draft}")).data["content"] == {"title": "二"}


async def test_a_draft_is_saved_when_its_last_change_is(person: NewPerson, scene: Scene) -> None:
    draft = (await scene.host.post("/api/v1.0/user/house-drafts", {"content": {"title": "一"}})).data["draft_id"]
    host = await a_host(person, scene)
    await host.go(f"/host/new?draft={draft}")
    sent = await host.hold(f"/user/house-drafts/{draft}", "PUT")
    for name in ("title", "description"):
        await host.page.fill(f"#house [name={name}]", "二")
        await host.page.locator(f"#house [name={name}]").blur()
    await (await sent.get()).continue_()
    last = await sent.get()
    assert await host.page.locator("[data-saved]").inner_text() == "正在保存草稿…"
    await last.continue_()
    await host.page.locator("[data-saved]", has_text="草稿已保存").wait_for()


async def test_bedrooms_are_told_in_words_and_the_marker_moves_by_keys(person: NewPerson, scene: Scene) -> None:
    host = await a_host(person, scene)
    await host.go(f"/host/houses/{scene.house_id}")
    await host.page.fill("#house [name=beds]", "")
    await host.press("添加卧室")
    await host.page.locator("[data-room-name]").fill("主卧")
    await host.page.select_option("[data-kind]", "queen")
    assert await host.page.input_value("#house [name=beds]") == "大床 1 张"
    await host.press("放置标记")
    before = float(await host.page.input_value("#house [name=lat]"))
    await host.page.get_by_role("button", name="房源位置", exact=True).press("ArrowUp")
    assert float(await host.page.input_value("#house [name=lat]")) > before
    await host.page.locator(".save-bar button:not([type=button])").click()
    await host.page.locator("#house .done", has_text="已保存").wait_for()
    house = (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}")).data["house"]
    assert house["bedrooms"] == [{"name": "主卧", "beds": [{"kind": "queen", "count": 1}]}]
    assert house["lat"] > before


async def test_the_save_bar_appears_when_something_has_changed(person: NewPerson, scene: Scene) -> None:
    host = await a_host(person, scene, 1440)
    await host.go(f"/host/houses/{scene.house_id}")
    bar = host.page.locator(".save-bar")
    assert not await bar.is_visible()
    await host.page.fill("#house [name=title]", "新的标题")
    assert await bar.is_visible()
    assert await host.faults() == []
    await host.page.fill("#house [name=title]", "北京东城故宫旁四合院 Loft")
    assert not await bar.is_visible()


@SIZES
async def test_photos_are_ordered_by_keys_and_removed_with_a_moment_to_undo(
    person: NewPerson, scene: Scene, width: int
) -> None:
    one, two, three = await add_pictures(scene, 3)
    host = await a_host(person, scene, width)
    await host.go(f"/host/houses/{scene.house_id}?step=photos")
    assert await host.faults() == []
    photo = host.page.locator(f".photo[data-id='{one}']")
    async with host.page.expect_response("**/images"):
        await photo.get_by_role("button", name="后移").press("ArrowRight")
    assert await images(scene) == [two, one, three]
    await host.sees("照片移到第 2 张，共 3 张")
    async with host.page.expect_response("**/images"):
        await host.page.locator(f".photo[data-id='{three}']").get_by_role("button", name="设为封面").click()
    assert await images(scene) == [three, two, one]
    await photo.get_by_role("button", name="删除").click()
    await host.sees("照片已删除")
    assert not await photo.is_visible()
    await host.press("撤销")
    await photo.wait_for()
    await photo.get_by_role("button", name="删除").click()
    await host.go("/host")

    async def is_removed() -> bool:
        return await images(scene) == [three, two]

    await until(is_removed)  # the browser sends it while it leaves the page


@SIZES
async def test_one_calendar_over_all_homes(person: NewPerson, scene: Scene, make: Makers, width: int) -> None:
    await make.house(scene.host, title="第二套")
    host = await a_host(person, scene, width)
    night, next_night = scene.nights(0, 2)
    night = night if night[:7] == next_night[:7] else next_night  # the arrows go to a later night of its month
    await host.go(f"/host/calendar?month={night}")
    assert await host.faults() == []
    assert await overflow(host) <= 0
    cell = host.page.locator(f"tr[data-house='{scene.house_id}'] [data-night='{night}']")
    if width < 600:
        cell = host.page.locator(f".day-house[data-house='{scene.house_id}'][data-night='{night}']")
        await cell.click()
    else:
        await cell.click()
        await cell.press("ArrowRight")
        await host.page.keyboard.press("ArrowLeft")
        await host.page.keyboard.press("Enter")
    await host.page.locator("dialog[open]").wait_for()
    assert await host.faults() == []
    await host.page.fill("[name=night_price]", "0.2")
    await host.press("设为这个价格")
    await host.sees("请填写 1–1,000,000 元")
    await host.page.fill("[name=night_price]", "512.5")
    await host.press("设为这个价格")
    await host.sees("价格已更新")
    [dated] = (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}/prices")).data["ranges"]
    assert (dated["start_date"], dated["price"]) == (night, 51250)
    assert await host.page.locator("dialog[open]").count() == 0
    await cell.get_by_text("¥512.50").wait_for()
    assert await cell.evaluate("cell => cell === document.activeElement")
    for _ in range(1 if width < 600 else 2):
        await cell.click()
    await host.press("设为不出租")
    await host.sees("已设为不出租")
    assert await scene.taken() == [night]
    await host.page.get_by_role("button", name="撤销").last.click()

    async def is_free() -> bool:
        return await scene.taken() == []

    await until(is_free)


async def test_two_pages_with_one_calendar_lose_nothing(person: NewPerson, scene: Scene) -> None:
    """The other page writes between this one's reading and writing."""
    host = await a_host(person, scene, 1440)
    mine, other = scene.nights(0, 2)
    path = f"/api/v1.0/houses/{scene.house_id}"
    range_of_other = {"start_date": other, "end_date": scene.nights(0, 3)[2], "price": 60000}
    writes = {"calendar": {"blocked": [other]}, "prices": {"ranges": [range_of_other]}}

    async def write_first(route: Route) -> None:
        if route.request.method == "PUT" and (body := writes.pop(route.request.url.rpartition("/")[2], None)):
            assert (await scene.host.put(route.request.url.removeprefix(host.base_url), body)).errno == 0
        await route.continue_()

    await host.page.route(f"**{path}/*", write_first)
    await host.go(f"/host/calendar?month={mine}")
    cell = host.page.locator(f"tr[data-house='{scene.house_id}'] [data-night='{mine}']")
    for _ in range(2):  # the first night, and the last one
        await cell.click()
    await host.press("设为不出租")
    await host.sees("已设为不出租")
    assert await scene.taken() == [mine, other]
    for _ in range(2):
        await cell.click()
    await host.page.fill("[name=night_price]", "512.5")
    await host.press("设为这个价格")
    await host.sees("价格已更新")
    dated = (await scene.host.get(f"{path}/prices")).data["ranges"]
    assert [each["price"] for each in dated] == [51250, 60000]


async def test_what_a_host_does_with_nights_can_be_undone(person: NewPerson, scene: Scene) -> None:
    host = await a_host(person, scene, 1440)
    await host.go(f"/host/houses/{scene.house_id}/calendar")
    await host.page.locator("#manage .month small").first.wait_for()
    assert await host.faults() == []
    first, last = (host.page.locator(f"[data-day='{night}']") for night in scene.nights(0, 3)[::2])
    while not await last.count():
        await host.page.get_by_role("button", name="下个月").click()
    await first.click()
    await last.click()
    await host.press("设为不出租")
    await host.press("撤销")

    async def is_free() -> bool:
        return await scene.taken() == []

    await until(is_free)


async def test_without_script_the_forms_are_there_with_a_note(person: NewPerson, scene: Scene) -> None:
    host = await a_host(person, scene, java_script_enabled=False)
    for path in ("/host", "/host/new", f"/host/houses/{scene.house_id}", "/host/calendar"):
        await host.page.goto(host.base_url + path)
        assert await host.page.locator("h1").is_visible()
    await host.page.goto(f"{host.base_url}/host/new")
    assert await host.page.locator("#step-5").is_visible()
    await host.page.locator("[data-next]").click()
    assert await host.page.locator("#unsent").is_visible()


@pytest.mark.settings(house_review="manual")
@SIZES
async def test_an_admin_goes_through_the_queue_by_keys(
    person: NewPerson, scene: Scene, make: Makers, width: int
) -> None:
    await make.change("UPDATE users SET is_admin = TRUE")
    await make.house(scene.host, title="第二套")
    admin = await a_host(person, scene, width)
    await admin.go("/admin")
    await admin.sees("首次审核")
    await admin.page.locator("[data-count=pending]", has_text="2").wait_for()
    assert "消息" in (await admin.page.locator(".bottom [data-count=messages]").text_content() or "")
    assert await overflow(admin) <= 0
    assert await admin.faults() == []
    await admin.page.locator("#waiting button").first.press("ArrowDown")
    await admin.page.get_by_role("heading", name="第二套").wait_for()
    await admin.press("照片与房屋不符")
    await admin.page.keyboard.press("Enter")
    await admin.page.get_by_role("heading", name="北京东城故宫旁四合院 Loft").wait_for()
    await admin.page.keyboard.press("Control+Enter")
    await admin.sees("没有等待审核的房源。")
    houses = (await scene.host.get("/api/v1.0/user/houses")).data["houses"]
    assert [(house["review"], house["review_reason"]) for house in houses] == [
        ("rejected", "照片与房屋不符"),
        ("approved", ""),
    ]
