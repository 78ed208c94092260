"""Reviews of a house page by page, what is known of a host, and houses like another one."""

from datetime import date, timedelta
from typing import Any

import pytest

from services.local_time import today
from tests.client import Answer, Client
from tests.makers import HOUSE, WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def reviewed(scene: Scene, house_id: int, *ratings: int | None) -> None:
    """Stays that have ended, with one review each, the last rating first; all within one second."""
    guest = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    sql = """INSERT INTO orders (user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit, items,
                                 cancellation, status, status_at, created_at, comment, rating, commented_at)
             SELECT %s, id, user_id, %s, %s, 1, 1, price, 0, '[]', 'flexible', 'COMPLETE', NOW(6), NOW(6), %s, %s,
                    '2026-01-02 03:04:05.000006' FROM houses WHERE id = %s"""
    for number, rating in enumerate(ratings):
        night = date(2026, 1, 1) + timedelta(days=number)
        await scene.make.change(sql, guest, night, night + timedelta(days=1), f"评价 {number}", rating, house_id)
    counts = (len(ratings), sum(each is not None for each in ratings), sum(each or 0 for each in ratings))
    sql = "UPDATE houses SET review_count = %s, rating_count = %s, rating_total = %s WHERE id = %s"
    await scene.make.change(sql, *counts, house_id)


def reviews(scene: Scene, query: str = "") -> Any:
    return scene.new_client().get(f"/api/v1.0/houses/{scene.house_id}/reviews{query}")


async def test_reviews_come_in_pages_and_each_once(scene: Scene) -> None:
    await reviewed(scene, scene.house_id, 5, 4, None, 5, 1)
    pages, after = [], ""
    while after is not None:
        page = (await reviews(scene, f"?size=2&after={after}")).data
        pages.append([each["content"] for each in page["reviews"]])
        after = page["next"]
    assert pages == [["评价 4", "评价 3"], ["评价 2", "评价 1"], ["评价 0"]]
    counts = {each["rating"]: each["review_count"] for each in page["rating_breakdown"]}
    assert counts == {5: 2, 4: 1, 3: 0, 2: 0, 1: 1}
    assert list(counts) == [5, 4, 3, 2, 1]
    assert (page["rating"], page["review_count"]) == (3.8, 5)


async def test_reviews_are_chosen_by_their_stars(scene: Scene) -> None:
    await reviewed(scene, scene.house_id, 5, 4, 5)
    page = (await reviews(scene, "?rating=5&size=1")).data
    assert [each["content"] for each in page["reviews"]] == ["评价 2"]
    page = (await reviews(scene, f"?rating=5&size=1&after={page['next']}")).data
    assert ([each["content"] for each in page["reviews"]], page["next"]) == (["评价 0"], None)
    assert page["review_count"] == 3


@pytest.mark.parametrize("query", ["?after=x", "?after=1", "?rating=6", "?rating=0", "?size=51", "?after=1-2-3"])
async def test_a_malformed_page_is_refused(scene: Scene, query: str) -> None:
    assert (await reviews(scene, query)).status == 400


async def test_a_cursor_of_any_size_is_read(scene: Scene) -> None:
    await reviewed(scene, scene.house_id, 5)
    assert len((await reviews(scene, f"?after={'9' * 18}-{'9' * 18}")).data["reviews"]) == 1
    assert (await reviews(scene, "?after=0-0")).data["reviews"] == []


async def test_reviews_of_a_hidden_house_are_its_host_s(scene: Scene) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    assert (await reviews(scene)).status == 404
    assert (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}/reviews")).status == 200


async def host_of(scene: Scene) -> dict[str, Any]:
    user_id = (await scene.host.get("/api/v1.0/user")).data["user_id"]
    answer = await scene.new_client().get(f"/api/v1.0/hosts/{user_id}")
    return answer.data if answer.errno == 0 else {"errno": answer.errno, "status": answer.status}


async def test_a_host_is_shown_without_what_is_private(scene: Scene) -> None:
    other = await scene.make.house(scene.host, title="第二套")
    await reviewed(scene, scene.house_id, 5, 4, None)
    await reviewed(scene, other, 5)
    host = await host_of(scene)
    first = today(scene.deps)
    assert (host["name"], host["avatar"], host["verified"]) == ("匿名用户", None, True)
    assert host["since"] == f"{first:%Y-%m}"
    assert (host["review_count"], host["rating"], host["answers_within_seconds"]) == (4, 4.7, None)
    assert [house["house_id"] for house in host["houses"]] == [other, scene.house_id]
    profile = (await scene.host.get("/api/v1.0/user")).data
    assert profile["mobile"] not in str(host)
    assert "张三" not in str(host)


async def test_a_host_s_profile_follows_every_change(scene: Scene) -> None:
    assert (await host_of(scene))["name"] == "匿名用户"
    await scene.host.put("/api/v1.0/user/name", {"name": "房东小李"})
    assert (await host_of(scene))["name"] == "房东小李"
    newcomer = scene.new_client()
    await scene.make.sign_in(newcomer)
    sql = "UPDATE houses SET user_id = %s WHERE id = %s"
    user_id = (await newcomer.get("/api/v1.0/user")).data["user_id"]
    await scene.make.change(sql, user_id, scene.house_id)
    path = f"/api/v1.0/hosts/{user_id}"
    assert (await scene.new_client().get(path)).data["verified"] is False
    body = {"real_name": "李四", "id_card": "110105199001010010"}
    answer = await newcomer.post("/api/v1.0/user/auth", body)
    assert answer.errno in (0, 4004), answer.json


async def test_a_user_without_listed_houses_is_no_host(scene: Scene) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    assert await host_of(scene) == {"errno": 4002, "status": 404}
    assert (await scene.new_client().get("/api/v1.0/hosts/999999999")).status == 404
    guest = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    assert (await scene.new_client().get(f"/api/v1.0/hosts/{guest}")).status == 404


async def test_a_host_answers_within_the_median_of_the_last_90_days(scene: Scene) -> None:
    for start, seconds in ((0, 60), (2, 600), (4, 86400)):
        order_id = await scene.book(start)
        await scene.do(scene.host, order_id, "accept" if start else "reject", **({} if start else {"reason": "装修"}))
        sql = "UPDATE order_events JOIN orders ON orders.id = order_id SET order_events.created_at = orders.created_at"
        await scene.make.change(
            f"{sql} + INTERVAL %s SECOND WHERE order_id = %s AND actor = 'landlord'", seconds, order_id
        )
        if start == 2:
            assert (await host_of(scene))["answers_within_seconds"] is None
            await scene.host.put("/api/v1.0/user/name", {"name": "房东小李"})
    assert (await host_of(scene))["answers_within_seconds"] == 600
    await scene.make.change("UPDATE orders SET created_at = created_at - INTERVAL 91 DAY")
    await scene.host.put("/api/v1.0/user/name", {"name": "房东老李"})
    assert (await host_of(scene))["answers_within_seconds"] is None


def similar(client: Client, house_id: int) -> Any:
    return client.get(f"/api/v1.0/houses/{house_id}/similar")


def ids(answer: Answer) -> list[int]:
    return [house["house_id"] for house in answer.data["houses"]]


async def test_similar_houses_are_near_in_place_price_and_size(scene: Scene) -> None:
    make, host, price = scene.make, scene.host, int(HOUSE["price"])
    elsewhere = await make.house(host, area_id=2)
    dear = await make.house(host, price=price * 4)
    large = await make.house(host, capacity=10)
    like = await make.house(host, price=price + 1000)
    hidden = await make.house(host)
    await host.put(f"/api/v1.0/houses/{hidden}/status", {"online": False})
    assert ids(await similar(scene.new_client(), scene.house_id)) == [like, elsewhere, large, dear]


async def test_up_to_eight_similar_houses_are_shown_and_a_hidden_one_leaves_at_once(scene: Scene) -> None:
    others = [await scene.make.house(scene.host, price=39900 + number) for number in range(10)]
    assert ids(await similar(scene.new_client(), scene.house_id)) == others[:8]
    await scene.host.put(f"/api/v1.0/houses/{others[0]}/status", {"online": False})
    assert ids(await similar(scene.new_client(), scene.house_id)) == others[1:8]


async def test_nothing_is_similar_to_a_hidden_house(scene: Scene) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    assert (await similar(scene.new_client(), scene.house_id)).status == 404
