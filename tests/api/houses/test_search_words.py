"""How the text of a search is understood, and what is suggested while it is typed (docs/search.md)."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, quote

import pytest

from services.houses import listings as checks
from tests.api.houses.test_houses import ids
from tests.client import Client
from tests.makers import HOUSE, WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewClient = Callable[[], Client]
SANLITUN, GUGONG, BADALING = (39.9370, 116.4545), (39.9178, 116.3970), (40.3595, 116.0200)


def at(place: tuple[float, float]) -> dict[str, float]:
    return {"lat": place[0], "lng": place[1]}


async def search(client: Client, text: str, **more: object) -> Any:
    query = "&".join([f"q={quote(text)}", *(f"{name}={value}" for name, value in more.items())])
    answer = await client.get(f"/api/v1.0/houses?{query}")
    assert answer.errno == 0, answer.json
    return answer.data


async def test_words_pinyin_places_and_english_find_a_house(client: Client, make: Makers) -> None:
    await make.host(client)
    court = await make.house(client, title="胡同里的四合院", address="景山前街", area_id=1, **at(GUGONG))
    loft = await make.house(client, title="Sunny Loft", address="工体北路", area_id=3, **at(SANLITUN))
    wall = await make.house(client, title="长城脚下农家院", address="岔道村", area_id=14, **at(BADALING))
    plain = await make.house(client, title="普通一居室", address="望京街", area_id=3)
    for text, found in {
        "四合院": [court], "siheyuan": [court], "shy": [court], "siheyu": [court], "hutong": [court], "htl": [court],
        "三里屯": [loft], "sanlitun": [loft], "slt": [loft], "SanLiTun": [loft], "san li tun": [loft],
        "三里屯 loft": [loft], "三里屯loft": [loft], "三里屯附近": [loft], "三里屯的民宿": [loft],
        "三里屯 民宿": [loft], "三里屯四合院": [], "三里屯 四合院": [], "故宫": [court], "Forbidden City": [court],
        "forbidden city 四合院": [court], "紫禁城": [court], "故宫四合院": [court], "朝阳": [plain, loft],
        "朝阳区": [plain, loft], "chaoyang": [plain, loft], "Chaoyang District": [plain, loft], "朝阳一居室": [plain],
        "长城": [wall], "great wall": [wall], "望京": [plain], "wangjing": [plain], "昌平": [],
        "loft": [loft], "sunny": [loft], "pu tong": [plain], "bird's nest": [],
    }.items():  # fmt: skip
        page = await search(client, text)
        assert [house["house_id"] for house in page["houses"]] == found, text
        assert page["understood_as"] is None, text


async def test_a_typing_error_is_understood_as_the_nearest_place(client: Client, make: Makers) -> None:
    await make.host(client)
    loft = await make.house(client, title="温馨小屋", address="工体北路", area_id=3, **at(SANLITUN))
    for text in ("三里囤", "三理屯", "sanlitum", "sanlituen", "snlitun"):
        page = await search(client, text)
        found = [house["house_id"] for house in page["houses"]]
        assert (found, page["understood_as"], page["house_count"]) == ([loft], "三里屯", 1), text
    # as it is, the text finds something; or the place has nothing; or it is like no place
    await make.house(client, title="三里坉民宿", address="x", area_id=16)
    assert (await search(client, "三里坉"))["understood_as"] is None
    for text in ("王府进", "wangfujin", "xyzxyz", "四合院", "s", "9" * 64):
        page = await search(client, text)
        assert (page["houses"], page["understood_as"]) == ([], None), text


async def test_pages_facets_and_pins_mean_the_same_place(client: Client, make: Makers) -> None:
    await make.host(client)
    homes = [await make.house(client, title="小屋", address="工体北路", area_id=3, **at(SANLITUN)) for _ in range(3)]
    query = f"q={quote('三里囤')}"
    first = (await client.get(f"/api/v1.0/houses?{query}&size=2")).data
    second = (await client.get(f"/api/v1.0/houses?{query}&size=2&after={first['next']}")).data
    assert [house["house_id"] for page in (first, second) for house in page["houses"]] == homes[::-1]
    assert second["understood_as"] == "三里屯"
    facets = (await client.get(f"/api/v1.0/houses/facets?{query}")).data
    assert (facets["house_count"], facets["drop"]) == (3, [])
    assert sum(bar["house_count"] for bar in facets["price_histogram"]) == 3
    assert len((await client.get(f"/api/v1.0/houses/pins?{query}")).data["pins"]) == 3


async def test_a_house_that_moves_or_is_renamed_is_found_anew(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client, **at(SANLITUN))
    assert await ids(client, "q=sanlitun") == [house_id]
    await client.put(f"/api/v1.0/houses/{house_id}", HOUSE | {"title": "城里的家", **at(GUGONG)})
    assert (await ids(client, "q=sanlitun"), await ids(client, "q=gugong")) == ([], [house_id])


async def test_a_place_means_the_public_position(scene: Scene, make: Makers) -> None:
    """Otherwise the edges of places would tell where a house is."""
    await make.change(
        "UPDATE houses SET lat = 39.937, lng = 116.4545, offset_north = 5000, title = '家', address = 'x'"
    )
    await checks.mend(scene.deps, scene.house_id)
    assert await ids(scene.guest, "q=sanlitun") == []


async def test_words_of_an_older_release_are_found_and_written_anew(scene: Scene, make: Makers) -> None:
    await make.change("UPDATE houses SET search_words = 'wwloft'")
    assert (await checks.compare(scene.deps, 0)).wrong == [scene.house_id]
    assert await ids(scene.guest, "q=siheyuan") == []
    await checks.mend(scene.deps, scene.house_id)
    assert (await checks.compare(scene.deps, 0)).wrong == []
    assert await ids(scene.guest, "q=siheyuan") == [scene.house_id]


@pytest.mark.parametrize(
    "text",
    ["".join(chr(0x4E00 + 61 * n) for n in range(64)), "朝阳" * 32, "a b " * 16, "三里屯 " * 16,
     "()\"'*+-@<>~%_\\ zp", "zpsanlitun", "zparea3", "pysanlitun", "𠮷𠮷𠮷",
     "ａｂ", "ü ö ß", "ﷺ" * 10, "1 2 3", "的" * 64, "x" * 64, "i̇" * 30],
    ids=str,
)  # fmt: skip
async def test_odd_texts_find_nothing_and_break_nothing(client: Client, make: Makers, text: str) -> None:
    await make.host(client)
    await make.house(client, title="家", address="x", area_id=9, **at(SANLITUN))
    page = await search(client, text)
    if text not in ("三里屯 " * 16,):
        assert page["houses"] == []
    assert (await client.get(f"/api/v1.0/houses/facets?q={quote(text)}")).status == 200
    assert (await client.get(f"/api/v1.0/suggestions?q={quote(text)}")).status == 200


# -- suggestions


async def suggested(client: Client, text: str, language: str = "zh-CN") -> list[tuple[str, str]]:
    answer = await client.get(f"/api/v1.0/suggestions?q={quote(text)}", headers={"Accept-Language": language})
    assert answer.errno == 0, answer.json
    return [(each["kind"], each["text"]) for each in answer.data["suggestions"]]


async def test_places_are_suggested_by_every_way_to_type_them(client: Client) -> None:
    for text in ("三", "三里", "sanli", "slt", "sl", "SANLITUN", "taikoo"):
        assert ("landmark", "三里屯") in await suggested(client, text), text
    for text in ("朝阳", "朝", "chaoy", "cyq", "Chaoyang"):
        assert (await suggested(client, text))[0] == ("area", "朝阳区"), text
    assert await suggested(client, "forbid") == [("landmark", "故宫")]
    assert ("landmark", "天坛") in await suggested(client, "heaven")
    assert await suggested(client, "forbid", "en") == [("landmark", "Forbidden City")]
    assert (await suggested(client, "gm"))[0] == ("landmark", "国贸")
    assert await suggested(client, "xyz") == []
    assert await suggested(client, "!!!") == []
    assert len(await suggested(client, "b")) == 8


async def test_a_suggestion_says_where_it_is_and_how_to_search_for_it(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client, **at(SANLITUN), area_id=3)
    for text, detail, english in (("三里屯", "朝阳区", "Chaoyang"), ("朝阳区", "", "")):
        [first, *_] = (await client.get(f"/api/v1.0/suggestions?q={quote(text)}")).data["suggestions"]
        assert (first["text"], first["detail"]) == (text, detail)
        assert await ids(client, first["query"]) == [house_id]
        answer = await client.get(f"/api/v1.0/suggestions?q={quote(text)}", headers={"Accept-Language": "en"})
        assert answer.data["suggestions"][0]["detail"] == english


async def test_titles_are_suggested_by_their_beginning(client: Client, make: Makers) -> None:
    await make.host(client)
    titles = ["三里屯小屋", "三里屯小屋", "三里屯_大屋", "三里%屯", "三里屯甲", "三里屯乙", "近三里屯"]
    houses = [await make.house(client, title=title) for title in titles]
    await client.put(f"/api/v1.0/houses/{houses[4]}/status", {"online": False})
    found = await suggested(client, "三里")
    assert found[0] == ("landmark", "三里屯")
    assert len(found) == 4
    assert {kind for kind, _ in found[1:]} == {"house"}
    assert await suggested(client, "三里屯_") == [("house", "三里屯_大屋")]
    assert ("house", "三里%屯") in await suggested(client, "三里%")
    assert ("house", "三里屯小屋") in await suggested(client, "三里屯小")
    assert ("house", "三里屯甲") not in await suggested(client, "三里屯甲")
    [house] = (await client.get(f"/api/v1.0/suggestions?q={quote('三里屯乙')}")).data["suggestions"]
    assert parse_qs(house["query"]) == {"q": ["三里屯乙"]}
    assert await ids(client, house["query"]) == [houses[5]]


@pytest.mark.settings(limit_suggestions_per_ip="3/1m", limit_search_per_ip="1/1m")
async def test_suggestions_have_a_limit_of_their_own(client: Client) -> None:
    assert [(await client.get("/api/v1.0/suggestions?q=a")).status for _ in range(4)] == [200, 200, 200, 429]
    assert (await client.get("/api/v1.0/houses")).status == 200


@pytest.mark.parametrize("query", ["", "q=", "q=" + "x" * 65, "q=%00", "q=a&q=b"])
async def test_a_text_that_is_none_is_refused(client: Client, query: str) -> None:
    answer = await client.get(f"/api/v1.0/suggestions?{query}")
    assert (answer.status, list(answer.fields)) == (400, ["q"])
