"""What a host asks: who sees it, and what a change leaves as it is."""

from typing import Any

import pytest

from tests.makers import day
from tests.scene import Scene


def a_range(first: int, price: int) -> dict[str, Any]:
    return {"start_date": f"{day(first)}", "end_date": f"{day(first + 2)}", "price": price}


async def test_prices_of_a_hidden_house_are_its_hosts_alone(scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    everybody = (scene.host, scene.guest, scene.new_client())
    assert [(await who.get(path)).status for who in everybody] == [200, 200, 200]
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    assert [(await who.get(path)).status for who in everybody] == [200, 404, 404]


async def test_ranges_replace_all_others_and_stay_where_none_are_sent(scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"

    async def after(change: dict[str, Any]) -> Any:
        assert (await scene.host.put(path, change)).errno == 0
        return (await scene.host.get(path)).data

    first, second, third = a_range(3, 50_000), a_range(9, 60_000), a_range(3, 70_000)
    assert (await after({"ranges": [second, first]}))["ranges"] == [first, second]
    kept = await after({"cleaning_fee": 100})
    assert (kept["ranges"], kept["cleaning_fee"]) == ([first, second], 100)
    changed = await after({"ranges": [third]})
    assert (changed["ranges"], changed["cleaning_fee"]) == ([third], 100)
    assert (await after({"ranges": []}))["ranges"] == []


async def test_dated_prices_of_another_page_are_not_removed_unseen(scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    first, second = a_range(3, 50_000), a_range(9, 60_000)
    assert (await scene.host.put(path, {"ranges": [first], "expected_ranges": []})).errno == 0
    refused = await scene.host.put(path, {"ranges": [second], "expected_ranges": [], "cleaning_fee": 700})
    assert (refused.status, refused.data["reason"]) == (409, "changed_meanwhile")
    kept = (await scene.host.get(path)).data
    assert (kept["ranges"], kept["cleaning_fee"]) == ([first], 0)
    assert (await scene.host.put(path, {"ranges": [first, second], "expected_ranges": [first]})).errno == 0


async def test_a_range_that_is_no_object_is_refused_in_plain_words(scene: Scene) -> None:
    answer = await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"ranges": [3]})
    assert (answer.errno, answer.fields) == (4103, {"ranges": "应为对象"})


async def test_prices_are_changed_by_their_host_alone(scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    before = (await scene.host.get(path)).data
    assert (await scene.guest.put(path, {"cleaning_fee": 1})).errno == 4105
    assert (await scene.new_client().put(path, {"cleaning_fee": 1})).errno == 4101
    assert (await scene.host.get(path)).data == before
    assert (await scene.host.put("/api/v1.0/houses/999999999/prices", {"cleaning_fee": 1})).errno == 4002


async def test_an_unknown_house_has_no_prices(scene: Scene) -> None:
    for way in ("prices", "quote?sd=2027-03-01&ed=2027-03-02"):
        assert (await scene.guest.get(f"/api/v1.0/houses/999999999/{way}")).status == 404


@pytest.mark.settings(limit_house_per_user="2/1m")
async def test_changing_prices_is_limited(scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    answers = [await scene.host.put(path, {"cleaning_fee": fee}) for fee in range(2)]
    assert [answer.status for answer in answers] == [200, 429]
