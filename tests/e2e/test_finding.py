"""Finding a home: the first page, the search with its filters and map, and favourites."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.e2e.conftest import Person
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
People = Callable[..., Awaitable[Person]]
LOADED = "(name) => performance.getEntriesByType('resource').some((each) => each.name.endsWith(name))"


async def houses(scene: Scene, count: int, **changes: object) -> list[int]:
    """More houses of the host, in a row from west to east."""
    places = [
        {"title": f"第 {n} 套小院", "lat": 39.93, "lng": 116.40 + n / 50, "price": 20000 + n * 10000}
        for n in range(count)
    ]
    return [await scene.make.house(scene.host, **place | changes) for place in places]


def asked(someone: Person) -> dict[str, list[str]]:
    return parse_qs(urlsplit(someone.page.url).query)


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
async def test_a_guest_starts_on_the_first_page_and_reaches_a_house_with_the_stay(
    scene: Scene, person: People, viewport: dict[str, int]
) -> None:
    first, last = scene.first, scene.first + timedelta(days=2)
    someone = await person(viewport=viewport)
    await someone.go("/")
    await someone.page.get_by_label("目的地").fill("东城")
    await someone.page.get_by_role("option", name="东城区").click()
    await someone.choose(f"{first}", f"{last}")
    await someone.press("增加 人数")
    await someone.page.get_by_role("button", name="搜索", exact=True).click()
    await someone.sees("1 套房源")
    assert asked(someone) == {"aid": ["1"], "sd": [f"{first}"], "ed": [f"{last}"], "capacity": ["1"]}
    await someone.sees("共 ¥798")
    await someone.page.locator(".search-list .card a").click()
    await someone.page.wait_for_url("**/houses/*")
    assert asked(someone) == {"sd": [f"{first}"], "ed": [f"{last}"], "guests": ["1"]}


async def test_suggestions_are_chosen_by_keys(scene: Scene, person: People) -> None:
    someone = await person(viewport=DESKTOP)
    await someone.go("/")
    field = someone.page.get_by_label("目的地")
    await field.fill("sanli")  # at once: one question, so no later answer takes the mark away
    await someone.page.get_by_role("option", name="三里屯").wait_for()
    assert await field.get_attribute("aria-expanded") == "true"
    await field.press("ArrowDown")
    assert await field.get_attribute("aria-activedescendant")
    await field.press("Escape")
    assert await someone.page.get_by_role("option").count() == 0
    await field.press_sequentially("t")
    await someone.page.get_by_role("option", name="三里屯").wait_for()
    await field.press("ArrowDown")
    await field.press("Enter")
    assert await field.input_value() == "三里屯"
    await field.press("Enter")
    await someone.page.wait_for_url("**/search?*")
    assert asked(someone) == {"q": ["三里屯"]}


async def test_a_suggestion_that_comes_after_escape_opens_nothing(scene: Scene, person: People) -> None:
    someone = await person(viewport=DESKTOP)
    await someone.go("/")
    asked = await someone.hold("/suggestions?*")
    field = someone.page.get_by_label("目的地")
    await field.fill("sanli")
    late = await asked.get()
    await field.press("Escape")
    async with someone.page.expect_response("**/suggestions?*"):
        await late.continue_()
    await someone.asks_and_hears()
    assert await field.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP])
async def test_the_sheet_counts_before_it_is_applied_and_chips_take_filters_away(
    scene: Scene, person: People, viewport: dict[str, int]
) -> None:
    await houses(scene, 4)
    someone = await person(viewport=viewport)
    await someone.go("/search?capacity=2")
    await someone.page.get_by_role("button", name="筛选").click()
    apply = someone.page.locator(".filters-show")
    await someone.page.locator(".histogram rect").first.wait_for(state="attached")
    low = someone.page.get_by_label("最低价")
    await low.focus()
    for _ in range(3):
        await low.press("ArrowRight")
    assert await someone.page.locator("[name=min_yuan]").input_value() == "300"
    await someone.page.get_by_role("button", name="显示 4 套").wait_for()
    await someone.page.get_by_text("2+", exact=True).first.click()
    await someone.page.get_by_text("空调", exact=True).click()
    assert await someone.faults() == []
    await apply.click()
    await someone.page.wait_for_url("**min_price=30000**")
    await someone.sees("4 套房源")
    assert asked(someone) == {"capacity": ["2"], "min_price": ["30000"], "rooms": ["2"], "facilities": ["3"]}
    await someone.page.get_by_role("link", name="¥300 起").click()
    await someone.sees("5 套房源")
    assert "min_price" not in asked(someone)
    assert asked(someone)["facilities"] == ["3"]


async def test_without_a_script_the_form_finds_the_same(scene: Scene, person: People) -> None:
    await houses(scene, 25)
    someone = await person(viewport=PHONE, java_script_enabled=False)
    await someone.page.goto(f"{someone.base_url}/search")
    await someone.page.locator("[name=min_yuan]").fill("250.5")
    await someone.page.get_by_text("2+", exact=True).first.click()
    await someone.follow(someone.page.get_by_role("button", name="显示 26 套"))
    assert "min_yuan=250.5" in someone.page.url
    assert await someone.page.get_by_role("heading", level=1).inner_text() == "25 套房源"
    assert await someone.page.locator(".search-list .card").count() == 18
    await someone.follow(someone.page.get_by_role("link", name="加载更多"))
    assert "min_price=25050" in someone.page.url
    assert await someone.page.locator(".search-list .card").count() == 7
    await someone.page.locator(".sort summary").click()
    await someone.follow(someone.page.get_by_role("link", name="价格从低到高"))
    assert await someone.page.locator(".search-list .price b").first.inner_text() == "300"


async def test_map_and_list_mark_each_other_and_the_map_searches_where_it_is(scene: Scene, person: People) -> None:
    west, *_others, _east = await houses(scene, 4)
    someone = await person(viewport=DESKTOP)
    await someone.go("/search")
    page = someone.page
    pins = page.locator("a.map-pin")
    await pins.first.wait_for()
    assert sorted(await pins.all_inner_texts()) == ["¥200", "¥300", "¥400", "¥500"]
    await page.locator(f".search-list [data-house='{west}']").hover()
    await page.locator(".map .is-marked", has_text="¥200").wait_for()
    await page.get_by_role("link", name="¥500", exact=True).focus()
    await page.locator(".search-list .card.is-marked", has_text="第 3 套小院").wait_for()
    await page.get_by_role("link", name="¥500", exact=True).click()
    await page.locator(".search-preview", has_text="第 3 套小院").wait_for()
    assert await someone.faults() == []
    await page.locator(".leaflet-control-zoom-in").click()
    await someone.press("搜索此区域")
    await page.locator(".search-chips", has_text="地图区域").wait_for()
    found = await page.locator(".search-list .card").count()
    assert 0 < found < 4
    assert await page.get_by_role("heading", level=1).inner_text() == f"{found} 套房源"
    south, west_edge, north, east_edge = map(float, asked(someone)["bounds"][0].split(","))
    assert (south < 39.93 < north, west_edge < 116.43 < east_edge) == (True, True)


async def test_a_phone_shows_the_map_in_place_of_the_list(scene: Scene, person: People) -> None:
    [house_id] = await houses(scene, 1)
    someone = await person(viewport=PHONE)
    await someone.go("/search")
    assert not await someone.page.evaluate(LOADED, "/map.js")  # no map is loaded before it is seen
    await someone.page.get_by_role("link", name="地图").click()
    pin = someone.page.get_by_role("link", name="¥200", exact=True)
    await pin.click()
    await someone.page.locator(f".search-preview [data-house='{house_id}']").wait_for()
    assert not await someone.page.locator(".search-list").is_visible()
    assert await someone.faults() == []
    await someone.page.go_back()
    await someone.page.locator(".search-list").wait_for()


async def test_a_map_that_cannot_be_loaded_says_where_the_same_is_found(scene: Scene, person: People) -> None:
    await houses(scene, 1)
    someone = await person(viewport=DESKTOP)
    await someone.page.route("**/leaflet.js", lambda route: route.abort())
    await someone.go("/search")
    await someone.page.get_by_text("左边的列表里有同样的房源").wait_for()
    await someone.page.get_by_text("地图暂时打不开").wait_for()
    someone.problems.clear()  # of the console: leaflet.js
    await someone.page.unroute("**/leaflet.js")
    await someone.go("/search")
    await someone.page.locator(".map-pin").wait_for()
    assert not await someone.page.get_by_text("左边的列表里有同样的房源").is_visible()


async def test_the_back_button_restores_the_list_where_it_was(scene: Scene, person: People) -> None:
    await houses(scene, 30)
    someone = await person(viewport=PHONE)
    await someone.go("/search?sk=price-inc")
    cards = someone.page.locator(".search-list .card")
    await cards.nth(17).scroll_into_view_if_needed()
    await cards.nth(25).scroll_into_view_if_needed()
    await cards.nth(25).locator("a").click()
    await someone.page.wait_for_url("**/houses/*")
    await someone.page.go_back()
    await cards.nth(25).wait_for()
    assert await cards.nth(25).evaluate("(card) => card.getBoundingClientRect().top < innerHeight")


async def test_nothing_found_says_which_filter_to_drop(scene: Scene, person: People) -> None:
    someone = await person()
    await someone.go("/search?rooms=9&capacity=2")
    await someone.page.get_by_role("link", name="卧室不限 1 套房源").click()
    await someone.sees("1 套房源")
    assert asked(someone) == {"capacity": ["2"]}


async def test_reversed_dates_are_corrected_in_place(scene: Scene, person: People) -> None:
    someone = await person()
    first = scene.first
    await someone.go(f"/search?aid=1&rooms=2&sd={first}&ed={first - timedelta(days=2)}")
    await someone.sees("离店日期应晚于入住日期")
    assert await someone.faults() == []
    await someone.choose(f"{first}", f"{first + timedelta(days=1)}")
    await someone.page.get_by_role("button", name="搜索", exact=True).click()
    await someone.sees("1 套房源")
    assert {"aid": ["1"], "rooms": ["2"]}.items() <= asked(someone).items()


async def test_a_strangers_heart_is_set_after_signing_in(scene: Scene, person: People, make: Makers) -> None:
    someone = await person()
    await someone.go("/search")
    await someone.page.locator(".search-list [data-heart]").click()
    await someone.page.wait_for_url("**/login?next=*")
    await someone.sign_in(scene.guest.session)
    await someone.go("/search")
    await someone.page.locator("[data-heart][aria-pressed=true]").wait_for()
    answer = await scene.guest.get("/api/v1.0/user/favourites/ids")
    assert answer.data == {"house_ids": [scene.house_id]}


@pytest.mark.parametrize(
    ("page", "heart", "known"),
    [("/search", ".search-list [data-heart]", "ids"), ("/houses/{}", "#favourite", "{}")],
    ids=["card", "house"],
)
async def test_a_heart_that_is_pressed_at_once_stays_set(
    scene: Scene, person: People, page: str, heart: str, known: str
) -> None:
    """What was saved before may be known late; the press waits for it."""
    someone = await person()
    await someone.sign_in(scene.guest.session)
    asked = await someone.hold(f"/user/favourites/{known.format(scene.house_id)}")
    sent: list[str] = []
    someone.page.on("request", lambda request: sent.append(request.method))
    await someone.go(page.format(scene.house_id))
    late = await asked.get()
    await someone.page.locator(heart).click()
    await someone.asks_and_hears()
    assert "PUT" not in sent
    async with someone.page.expect_response(lambda answer: answer.request.method == "PUT"):
        await late.continue_()
    await someone.page.locator(f"{heart}[aria-pressed=true]").wait_for()
    assert (await scene.guest.get("/api/v1.0/user/favourites/ids")).data == {"house_ids": [scene.house_id]}


async def test_a_removed_favourite_can_be_put_back(scene: Scene, person: People) -> None:
    await scene.guest.put(f"/api/v1.0/user/favourites/{scene.house_id}")
    someone = await person()
    await someone.sign_in(scene.guest.session)
    await someone.go("/favourites")
    card = someone.page.locator("#results [data-house]")
    await card.locator("[data-heart]").click()
    await someone.sees("还没有收藏")
    assert (await scene.guest.get("/api/v1.0/user/favourites/ids")).data == {"house_ids": []}
    await someone.press("撤销")
    await card.wait_for()
    assert (await scene.guest.get("/api/v1.0/user/favourites/ids")).data == {"house_ids": [scene.house_id]}


async def test_the_first_page_remembers_what_was_looked_at(scene: Scene, person: People) -> None:
    someone = await person()
    await someone.go("/")
    assert await someone.page.locator("#recent").is_hidden()
    await someone.go(f"/houses/{scene.house_id}")
    await someone.go("/")
    await someone.page.locator(f"#recent [data-house='{scene.house_id}']").wait_for()
    assert await someone.faults() == []
    await someone.press("清空")
    await someone.go("/")
    assert await someone.page.locator("#recent").is_hidden()
