"""Finding houses."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tests.client import Client
from tests.makers import WIDE, Makers, day
from tests.pictures import form, picture

pytestmark = pytest.mark.settings(**WIDE)


async def ids(client: Client, query: str = "") -> list[int]:
    answer = await client.get(f"/api/v1.0/houses?{query}")
    assert answer.errno == 0, answer.json
    return [house["house_id"] for house in answer.data["houses"]]


async def test_areas_and_facilities_are_those_that_front_ends_know(client: Client) -> None:
    areas = await client.get("/api/v1.0/areas")
    assert areas.data["areas"][0] == {"area_id": 1, "name": "东城区"}
    assert areas.data["areas"][15] == {"area_id": 16, "name": "门头沟区"}
    facilities = (await client.get("/api/v1.0/facilities")).data["facilities"]
    assert (len(areas.data["areas"]), len(facilities)) == (16, 23)
    assert facilities[22] == {"facility_id": 23, "name": "浴缸"}
    again = await client.get("/api/v1.0/areas", headers={"If-None-Match": areas.headers["Etag"]})
    assert (again.status, again.body) == (304, b"")


async def test_by_area_price_rooms_capacity_and_facilities(client: Client, make: Makers) -> None:
    await make.host(client)
    small = await make.house(client, area_id=1, price=10000, room_count=1, capacity=2, facility=[1])
    large = await make.house(client, area_id=3, price=90000, room_count=4, capacity=8, facility=[1, 2, 3])
    assert await ids(client) == [large, small]
    assert await ids(client, "aid=1") == [small]
    assert await ids(client, "aid=16") == []
    assert await ids(client, "min_price=10001") == [large]
    assert await ids(client, "max_price=10000") == [small]
    assert await ids(client, "rooms=2") == [large]
    assert await ids(client, "capacity=2") == [large, small]
    assert await ids(client, "capacity=3") == [large]
    assert await ids(client, "facilities=1") == [large, small]
    assert await ids(client, "facilities=1,3") == [large]
    assert await ids(client, "aid=&sd=&ed=&sk=new&p=1") == [large, small]


async def test_by_words_in_title_and_address(client: Client, make: Makers) -> None:
    await make.host(client)
    court = await make.house(client, title="故宫旁四合院", address="东城 景山前街")
    loft = await make.house(client, title="Sunny Loft 近三里屯", address="朝阳 工体北路")
    for words, found in {
        "四合院": [court], "景山": [court], "宫": [court], "loft": [loft], "LOFT": [loft], "sun": [loft],
        "三里屯 loft": [loft], "朝阳": [loft], "合四": [], "上海": [], "loft 故宫": [], "!!!": [], "的": [],
        '"+-*()~@<>': [], "' OR 1=1 --": [],
    }.items():  # fmt: skip
        assert await ids(client, f"q={quote(words)}") == found, words


async def test_a_map_box(client: Client, make: Makers) -> None:
    await make.host(client)
    inside = await make.house(client, lat=39.9, lng=116.4)
    await make.house(client, lat=31.2, lng=121.5)
    await make.house(client)
    assert await ids(client, "bounds=39,116,40,117") == [inside]


async def test_free_on_every_night_and_back_to_back(client: Client, make: Makers) -> None:
    await make.host(client)
    free, taken = await make.house(client), await make.house(client)
    for after in (10, 11):
        await make.sold(taken, day(after))
    both = [taken, free]
    assert await ids(client, f"sd={day(10)}&ed={day(12)}") == [free]
    assert await ids(client, f"sd={day(9)}&ed={day(11)}") == [free]
    assert await ids(client, f"sd={day(11)}&ed={day(20)}") == [free]
    assert await ids(client, f"sd={day(8)}&ed={day(10)}") == both
    assert await ids(client, f"sd={day(12)}&ed={day(14)}") == both
    assert await ids(client, f"sd={day(10)}") == [free]
    assert await ids(client, f"sd={day(12)}") == both
    assert await ids(client, f"ed={day(12)}") == [free]
    assert await ids(client, f"ed={day(10)}") == both


async def test_a_stay_too_short_or_too_long_is_not_found(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client, min_days=3, max_days=5)
    found = [await ids(client, f"sd={day(1)}&ed={day(1 + nights)}") for nights in (2, 3, 5, 6)]
    assert found == [[], [house_id], [house_id], []]


async def test_sorting_and_paging_miss_nothing_and_repeat_nothing(client: Client, make: Makers) -> None:
    await make.host(client)
    made = [await make.house(client, price=price) for price in (300, 100, 200, 100, 300, 200, 100)]
    by_price = sorted(range(7), key=lambda n: (300, 100, 200, 100, 300, 200, 100)[n])
    expected = {
        "new": made[::-1],
        "price-inc": [made[n] for n in by_price],
        "price-des": sorted(made, key=lambda h: (-(300, 100, 200, 100, 300, 200, 100)[made.index(h)], -h)),
        "booking": made[::-1],
    }
    for sort, order in expected.items():
        by_number = [house for p in (1, 2, 3) for house in await ids(client, f"sk={sort}&size=3&p={p}")]
        assert by_number == order, sort
        by_mark: list[int] = []
        query = f"sk={sort}&size=3"
        while True:
            answer = (await client.get(f"/api/v1.0/houses?{query}")).data
            by_mark += [house["house_id"] for house in answer["houses"]]
            if answer["next"] is None:
                break
            query = f"sk={sort}&size=3&after={answer['next']}"
        assert by_mark == order, sort
    answer = (await client.get("/api/v1.0/houses?size=3&p=2")).data
    assert (answer["current_page"], answer["total_page"]) == (2, 3)


WRONG = {
    "aid": ["x", "0", "1,2"], "sd": ["2026-13-01", "today", "20261201", "0001-01-01", "9999-12-31"],
    "ed": ["0001-01-01", "1999-12-31"], "p": ["0", "1001", "x"], "size": ["51"],
    "sk": ["cheap", "price"], "after": ["x", "1", "1-", "1-2-3", "-1-2"], "facilities": ["a", "1;2"],
    "bounds": ["1,2,3", "a,b,c,d"], "min_price": ["1.5", "-1"], "capacity": ["0"], "q": ["x" * 65, "%00"],
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
async def test_a_wrong_field_is_named(client: Client, name: str) -> None:
    for value in WRONG[name]:
        answer = await client.get(f"/api/v1.0/houses?{name}={value}")
        assert (answer.status, list(answer.fields)) == (400, [name]), value


@pytest.mark.parametrize("ed", [0, -1, 91])
async def test_dates_that_are_no_stay_are_refused(client: Client, ed: int) -> None:
    answer = await client.get(f"/api/v1.0/houses?sd={day(1)}&ed={day(1 + ed)}")
    assert (answer.status, list(answer.fields)) == (400, ["ed"])


@pytest.mark.settings(limit_search_per_ip="3/1m")
async def test_searching_is_limited_by_address(client: Client) -> None:
    statuses = [(await client.get("/api/v1.0/houses")).status for _ in range(4)]
    assert statuses == [200, 200, 200, 429]


async def test_the_first_page_shows_five_with_a_cover(new_client: Callable[[], Client], make: Makers) -> None:
    host = new_client()
    await make.host(host)
    body, headers = form(picture(), "house_image")
    covered: list[Any] = []
    for number in range(7):
        house_id = await make.house(host)
        if number != 3:
            await host.post(f"/api/v1.0/houses/{house_id}/images", body=body, headers=headers)
            covered.append(house_id)
    shown = (await new_client().get("/api/v1.0/houses/index")).data["houses"]
    assert [house["house_id"] for house in shown] == covered[::-1][:5]
    assert all(house["image_url"] for house in shown)


async def test_counting_has_a_bound_that_keeps_nobody_from_going_on(client: Client, make: Makers) -> None:
    """Eleven houses are free, behind twelve thousand newer ones that are not."""
    await make.host(client)
    free = [await make.house(client) for _ in range(11)]
    await make.change(
        """INSERT INTO houses (user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds,
                               deposit, min_days, max_days, description, search_words, review)
           SELECT user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds, deposit,
                  min_days, max_days, description, search_words, review FROM houses, seq_1_to_12000 WHERE id = %s""",
        free[0],
    )
    every_night = ", ".join([str(2**60 - 1)] * 8)
    await make.change(
        f"""INSERT INTO listings SELECT houses.id, 1, houses.area_id, houses.price, 0, 1, 0, base, {every_night}
            FROM houses, listings WHERE listings.house_id = %s AND houses.id > %s""",  # noqa: S608
        free[0],
        free[-1],
    )
    dates = f"sd={day(3)}&ed={day(5)}"
    first, second = [(await client.get(f"/api/v1.0/houses?{dates}&p={page}")).data for page in (1, 2)]
    shown = [house["house_id"] for page in (first, second) for house in page["houses"]]
    assert shown == free[::-1]
    assert (first["total_page"], second["total_page"]) == (2, 2)
