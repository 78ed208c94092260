"""One calendar over all houses of a host."""

from datetime import timedelta
from typing import Any

import pytest

from models.houses import houses
from models.types import HouseId
from services.local_time import today
from tests.client import Client
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
PATH = "/api/v1.0/user/calendar"


async def shown(client: Client, query: str = "") -> dict[str, Any]:
    answer = await client.get(f"{PATH}?{query}")
    assert answer.errno == 0, answer.json
    data: dict[str, Any] = answer.data
    return data


async def test_every_house_is_shown_with_its_prices_and_taken_nights(scene: Scene, make: Makers) -> None:
    other = await make.house(scene.host, title="第二套", price=10000)
    order_id = await scene.book(0, 2)
    path = f"/api/v1.0/houses/{scene.house_id}"
    assert (await scene.host.put(f"{path}/calendar", {"blocked": scene.nights(3, 1)})).errno == 0
    ranges = [{"start_date": scene.nights(2, 1)[0], "end_date": scene.nights(3, 1)[0], "price": 88800}]
    assert (await scene.host.put(f"{path}/prices", {"weekend_price": 59900, "ranges": ranges})).errno == 0
    feed = "INSERT INTO feeds (house_id, url, nights, next_at) VALUES (%s, 'https://x.example', '[]', NOW())"
    await make.change(feed, other)
    night = "INSERT INTO house_nights (house_id, night, feed_id) SELECT house_id, %s, id FROM feeds"
    await make.change(night, scene.first)
    data = await shown(scene.host, f"from={scene.first}&nights=7")
    assert (data["start_date"], data["end_date"]) == (f"{scene.first}", scene.nights(7, 1)[0])
    new, old = data["houses"]
    assert (new["house_id"], new["title"], new["prices"]) == (other, "第二套", [10000] * 7)
    assert new["taken"] == [{"date": f"{scene.first}", "taken_by": "calendar", "order_id": None}]
    assert old["prices"] == [39900, 39900, 88800, 39900, 59900, 59900, 39900]
    first, second, blocked = (scene.nights(number, 1)[0] for number in (0, 1, 3))
    assert old["taken"] == [
        {"date": first, "taken_by": "order", "order_id": order_id},
        {"date": second, "taken_by": "order", "order_id": order_id},
        {"date": blocked, "taken_by": "host", "order_id": None},
    ]
    assert (old["review"], old["online"], data["next"]) == ("approved", True, None)


async def test_other_hosts_and_deleted_houses_are_left_out(scene: Scene, make: Makers) -> None:
    assert (await shown(scene.guest))["houses"] == []
    gone = await make.house(scene.host)
    await scene.host.delete(f"/api/v1.0/houses/{gone}")
    data = await shown(scene.host)
    assert [house["house_id"] for house in data["houses"]] == [scene.house_id]
    assert (data["start_date"], len(data["houses"][0]["prices"])) == (f"{today(scene.deps)}", 31)


async def test_a_house_of_a_page_is_the_house_itself(scene: Scene) -> None:
    async with scene.deps.db.connection() as queries:
        user_id = (await houses.get(queries, HouseId(scene.house_id))).user_id
        page = await houses.page_of_user(queries, user_id, after=None, limit=5)
        assert page == [await houses.get(queries, HouseId(scene.house_id))]


async def test_houses_come_in_pages(scene: Scene, make: Makers) -> None:
    ids = [await make.house(scene.host) for _ in range(2)]
    page = await shown(scene.host, "size=2&nights=1")
    assert ([house["house_id"] for house in page["houses"]], page["next"]) == (ids[::-1], ids[0])
    rest = await shown(scene.host, f"size=2&nights=1&after={page['next']}")
    assert ([house["house_id"] for house in rest["houses"]], rest["next"]) == ([scene.house_id], None)


@pytest.mark.parametrize(
    ("query", "name"),
    [("nights=63", "nights"), ("nights=0", "nights"), ("size=51", "size"), ("from=2026-02-30", "from"),
     ("from=x", "from"), ("from=2999-01-01", "from"), ("from=2000-01-01", "from"), ("after=x", "after")],
)  # fmt: skip
async def test_wrong_bounds_are_named(scene: Scene, query: str, name: str) -> None:
    answer = await scene.host.get(f"{PATH}?{query}")
    assert (answer.status, list(answer.fields)) == (400, [name])


async def test_the_farthest_nights_are_shown(scene: Scene) -> None:
    for days in (-365, 365):
        start = today(scene.deps) + timedelta(days=days)
        assert len((await shown(scene.host, f"from={start}&nights=62"))["houses"][0]["prices"]) == 62


async def test_more_houses_need_no_more_queries(scene: Scene, make: Makers) -> None:
    async def queries() -> int:
        [row] = await make.rows("SHOW GLOBAL STATUS LIKE 'Com_select'")
        before = int(row["Value"])
        await shown(scene.host)
        [row] = await make.rows("SHOW GLOBAL STATUS LIKE 'Com_select'")
        return int(row["Value"]) - before

    async def fewest() -> int:
        # MariaDB counts the queries of the other tests' processes too
        return min([await queries() for _ in range(10)])

    few = await fewest()
    for _ in range(10):
        await make.house(scene.host)
    assert await fewest() == few
