"""What a search says beside its houses: how many, what the stay costs, the facts for filters, pins on a map."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from models.houses import listings
from models.houses.listings import SearchFilter
from services.houses.search_counts import PRICE_STEP
from tests.api.orders.test_bookable import found
from tests.client import Client
from tests.makers import WIDE, Makers, day
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewClient = Callable[[], Client]
HERE = {"lat": 39.93, "lng": 116.45}


async def get(client: Client, path: str, **query: object) -> Any:
    answer = await client.get(f"/api/v1.0/{path}?{urlencode(query)}")
    assert answer.errno == 0, answer.json
    return answer.data


async def test_each_page_says_how_many_there_are(client: Client, make: Makers) -> None:
    await make.host(client)
    for _ in range(5):
        await make.house(client)
    first = await get(client, "houses", size=2)
    after = await get(client, "houses", size=2, after=first["next"])
    pages = [first, after, await get(client, "houses", size=2, p=3), await get(client, "houses", size=9)]
    assert [page["house_count"] for page in pages] == [5, 5, 5, 5]
    assert (await get(client, "houses", size=2, p=9))["house_count"] == 5
    assert (await get(client, "houses", aid=16))["house_count"] == 0
    assert (await get(client, "houses", q="!!!"))["house_count"] == 0


async def test_the_total_is_that_of_the_quote(scene: Scene, make: Makers) -> None:
    other = await make.house(scene.host, price=10000)
    ranges = [{"start_date": f"{scene.first}", "end_date": f"{scene.first + timedelta(days=1)}", "price": 99900}]
    prices = {"weekend_price": 59900, "cleaning_fee": 8000, "weekly_discount": 10, "ranges": ranges}
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", prices)
    for nights in (1, 2, 7, 30):
        dates = {"sd": scene.first, "ed": scene.first + timedelta(days=nights)}
        page = await get(scene.guest, "houses", **dates)
        quotes = [await get(scene.guest, f"houses/{house_id}/quote", **dates) for house_id in (other, scene.house_id)]
        assert page["stay_totals"] == [quote["total"] for quote in quotes]
        pins = await get(scene.guest, "houses/pins", **dates)
        assert pins["pins"] == []
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"cleaning_fee": 0, "ranges": []})
    page = await get(scene.guest, "houses", **dates)
    quoted = await get(scene.guest, f"houses/{scene.house_id}/quote", **dates)
    assert page["stay_totals"][1] == quoted["total"]
    for half in ({}, {"sd": scene.first}, {"ed": scene.first + timedelta(days=2)}):
        assert (await get(scene.guest, "houses", **half))["stay_totals"] is None


async def test_beds_filter(client: Client, make: Makers) -> None:
    await make.host(client)
    rooms = [{"name": "主卧", "beds": [{"kind": "single", "count": 3}]}]
    three, two = await make.house(client, bedrooms=rooms, room_count=1), await make.house(client, room_count=2)
    assert await found(client, "beds=2") == {two, three}
    assert await found(client, "beds=3") == {three}
    assert await found(client, "beds=4") == set()


async def test_pins_are_the_houses_of_the_map_at_their_public_positions(scene: Scene, make: Makers) -> None:
    here = await make.house(scene.host, **HERE, price=12300)
    await make.house(scene.host, lat=31.2, lng=121.5)
    [pin] = (await get(scene.guest, "houses/pins", bounds="39.9,116.4,40,116.5"))["pins"]
    shown = (await get(scene.guest, f"houses/{here}"))["house"]
    assert pin == {"house_id": here, "lat": shown["lat"], "lng": shown["lng"], "price": 12300, "total": None}
    assert pin["lat"] != HERE["lat"]
    dates = {"sd": scene.first, "ed": scene.first + timedelta(days=2)}
    [pin] = (await get(scene.guest, "houses/pins", bounds="39.9,116.4,40,116.5", **dates))["pins"]
    assert pin["total"] == 24600
    assert len((await get(scene.guest, "houses/pins"))["pins"]) == 2


async def test_there_are_at_most_200_pins(client: Client, make: Makers) -> None:
    await make.host(client)
    await many(make, await make.house(client, **HERE), 250)
    pins = (await get(client, "houses/pins", sk="price-inc"))["pins"]
    assert len({pin["house_id"] for pin in pins}) == 200


async def many(make: Makers, house_id: int, count: int) -> None:
    """So many more houses like this one."""
    await make.change(
        f"""INSERT INTO houses (user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds,
                                deposit, min_days, max_days, description, search_words, review, lat, lng,
                                offset_north, offset_east)
            SELECT user_id, title, price + seq * 1000, area_id, address, room_count, acreage, unit, capacity, beds,
                   deposit, min_days, max_days, description, search_words, review, lat, lng, offset_north, offset_east
            FROM houses, seq_1_to_{count} WHERE id = %s""",  # noqa: S608  a number of our own
        house_id,
    )
    await make.change(
        """INSERT IGNORE INTO listings SELECT houses.id, 1, houses.area_id, houses.price, 0, 1, 0, base, 0, 0, 0, 0, 0,
                                              0, 0, 0 FROM houses, listings WHERE listings.house_id = %s""",
        house_id,
    )


async def test_the_histogram_ignores_its_own_limits_and_no_other(client: Client, make: Makers) -> None:
    await make.host(client)
    for price, capacity in ((1, 2), (9999, 2), (10000, 4), (250000, 4), (100_000_000, 4)):
        await make.house(client, price=price, capacity=capacity)
    facets = await get(client, "houses/facets", min_price=10000, max_price=20000)
    bars = facets["price_histogram"]
    assert facets["house_count"] == 1
    assert (bars[0], bars[1]["house_count"]) == ({"from": 0, "to": 10000, "house_count": 2}, 1)
    assert bars[-1] == {"from": 190_000, "to": None, "house_count": 2}
    assert [bar["from"] for bar in bars[1:]] == [bar["to"] for bar in bars[:-1]]
    bars = (await get(client, "houses/facets", capacity=4))["price_histogram"]
    assert [bars[0]["house_count"], bars[1]["house_count"], bars[-1]["house_count"]] == [0, 1, 2]


async def test_nothing_found_says_which_filter_to_drop(scene: Scene, make: Makers) -> None:
    await make.house(scene.host, capacity=9, **HERE)
    dates = {"sd": scene.first, "ed": scene.first + timedelta(days=1)}
    wanted = {"aid": 1, "capacity": 20, "rooms": 2, "beds": 2, "facilities": "1,3", "q": "四合院", "max_price": 50000}
    box = {"bounds": "39.9,116.4,40,116.5"}
    facets = await get(scene.guest, "houses/facets", **wanted, **dates, **box)
    assert (facets["house_count"], facets["drop"]) == (0, [{"filter": "capacity", "house_count": 1}])
    both = wanted | {"q": "海景", "capacity": 4}
    assert (await get(scene.guest, "houses/facets", **both, **dates))["drop"] == [{"filter": "q", "house_count": 2}]
    assert (await get(scene.guest, "houses/facets", capacity=4, **dates))["drop"] == []
    gone = {"sd": "2020-01-01", "ed": "2020-01-02"}
    assert (await get(scene.guest, "houses/facets", **gone))["drop"] == [{"filter": "dates", "house_count": 2}]
    assert (await get(scene.guest, "houses/facets", aid=16, min_price=1, max_price=2))["drop"] == []


async def test_the_count_of_the_facets_is_that_of_the_search(scene: Scene, make: Makers) -> None:
    """Random houses and filters: facets, search, and the number of houses that all pages have, agree."""
    chance = random.Random(15)
    for _ in range(40):
        where = (
            {"lat": chance.uniform(39.8, 40.0), "lng": chance.uniform(116.3, 116.5)} if chance.random() < 0.8 else {}
        )
        await make.house(
            scene.host,
            price=chance.randrange(10000, 300_000),
            area_id=chance.randrange(1, 4),
            room_count=chance.randrange(1, 5),
            capacity=chance.randrange(1, 9),
            facility=chance.sample(range(1, 6), 3),
            instant=chance.random() < 0.5,
            **where,
        )
    choices: dict[str, list[Any]] = {
        "aid": [1, 2, 3], "min_price": [50000, 150_000], "max_price": [150_000, 250_000], "capacity": [2, 6],
        "rooms": [2, 4], "beds": [2, 3], "facilities": ["1", "2,3"], "bounds": ["39.85,116.3,39.95,116.45"],
        "instant": ["true", "false"], "q": ["四合院", "loft"],
    }  # fmt: skip
    empty = 0
    for _ in range(60):
        query = {name: chance.choice(values) for name, values in choices.items() if chance.random() < 0.3}
        if chance.random() < 0.3:
            query |= {"sd": day(9), "ed": day(11)}
        facets = await get(scene.guest, "houses/facets", **query)
        page = await get(scene.guest, "houses", size=3, sk=chance.choice(["new", "price-inc", "booking"]), **query)
        houses = await found(scene.guest, urlencode(query))
        assert facets["house_count"] == page["house_count"] == len(houses), query
        pins = {pin["house_id"] for pin in (await get(scene.guest, "houses/pins", **query))["pins"]}
        assert pins <= houses
        if not ({"min_price", "max_price"} & query.keys()):
            assert sum(bar["house_count"] for bar in facets["price_histogram"]) == len(houses)
        for drop in facets["drop"]:
            empty += 1
            names = {"dates": ("sd", "ed"), "price": ("min_price", "max_price")}.get(drop["filter"], (drop["filter"],))
            rest = {name: value for name, value in query.items() if name not in names}
            assert drop["house_count"] == len(await found(scene.guest, urlencode(rest)))
    assert empty > 5


@pytest.mark.settings(limit_search_per_ip="3/1m")
@pytest.mark.parametrize("path", ["houses/facets", "houses/pins"])
async def test_facts_are_limited_as_searches_are(client: Client, path: str) -> None:
    assert [(await client.get(f"/api/v1.0/{path}")).status for _ in range(4)] == [200, 200, 200, 429]


@pytest.mark.parametrize("path", ["houses/facets", "houses/pins"])
@pytest.mark.parametrize("query", ["beds=0", "beds=101", "bounds=1,2", "sd=x", "q=" + "x" * 65])
async def test_a_wrong_filter_is_named(client: Client, path: str, query: str) -> None:
    answer = await client.get(f"/api/v1.0/{path}?{query}")
    assert (answer.status, list(answer.fields)) == (400, [query.partition("=")[0]])


async def test_a_histogram_counts_the_newest_houses_only(scene: Scene) -> None:
    async with scene.deps.read_db.connection() as queries:
        bars = [
            await listings.count_by_price(queries, SearchFilter(), PRICE_STEP, 4, scene.house_id + later)
            for later in (0, 1)
        ]
    assert bars == [[0, 0, 0, 1], [0, 0, 0, 0]]
