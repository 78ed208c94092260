"""Houses that a user keeps in mind."""

import pytest

from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
PATH = "/api/v1.0/user/favourites"


async def test_favourites_are_kept_the_latest_first_and_taken_away(scene: Scene, make: Makers) -> None:
    houses = [scene.house_id, *[await make.house(scene.host) for _ in range(3)]]
    for house_id in houses:
        assert (await scene.guest.put(f"{PATH}/{house_id}")).errno == 0
    assert (await scene.guest.put(f"{PATH}/{houses[0]}")).errno == 0
    first = (await scene.guest.get(f"{PATH}?size=3")).data
    assert [house["house_id"] for house in first["houses"]] == houses[:0:-1]
    rest = (await scene.guest.get(f"{PATH}?size=3&after={first['next']}")).data
    assert ([house["house_id"] for house in rest["houses"]], rest["next"]) == (houses[:1], None)
    for _ in range(2):
        assert (await scene.guest.delete(f"{PATH}/{houses[1]}")).errno == 0
    found = (await scene.guest.get(PATH)).data["houses"]
    assert [house["house_id"] for house in found] == [houses[3], houses[2], houses[0]]
    assert (await scene.host.get(PATH)).data["houses"] == []


async def test_the_ids_of_all_favourites_are_one_answer(scene: Scene, make: Makers) -> None:
    houses = [scene.house_id, *[await make.house(scene.host) for _ in range(2)]]
    for house_id in houses:
        await scene.guest.put(f"{PATH}/{house_id}")
    await scene.guest.delete(f"{PATH}/{houses[1]}")
    assert (await scene.guest.get(f"{PATH}/ids")).data == {"house_ids": [houses[2], houses[0]]}
    assert (await scene.host.get(f"{PATH}/ids")).data == {"house_ids": []}
    assert (await scene.new_client().get(f"{PATH}/ids")).status == 401
    await scene.host.put(f"/api/v1.0/houses/{houses[2]}/status", {"online": False})
    assert (await scene.guest.get(f"{PATH}/ids")).data == {"house_ids": [houses[0]]}


async def test_a_user_asks_for_one_house(scene: Scene) -> None:
    assert (await scene.guest.get(f"{PATH}/{scene.house_id}")).data == {"favourite": False}
    await scene.guest.put(f"{PATH}/{scene.house_id}")
    assert (await scene.guest.get(f"{PATH}/{scene.house_id}")).data == {"favourite": True}
    assert (await scene.host.get(f"{PATH}/{scene.house_id}")).data == {"favourite": False}
    assert (await scene.guest.get(f"{PATH}/999999")).data == {"favourite": False}
    await scene.guest.delete(f"{PATH}/{scene.house_id}")
    assert (await scene.guest.get(f"{PATH}/{scene.house_id}")).data == {"favourite": False}


async def test_what_is_not_public_is_no_favourite(scene: Scene) -> None:
    await scene.guest.put(f"{PATH}/{scene.house_id}")
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    assert (await scene.guest.get(PATH)).data["houses"] == []
    assert (await scene.guest.put(f"{PATH}/{scene.house_id}")).status == 404
    assert (await scene.guest.put(f"{PATH}/999999")).status == 404
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": True})
    assert len((await scene.guest.get(PATH)).data["houses"]) == 1


async def test_five_hundred_are_enough(scene: Scene, make: Makers) -> None:
    await make.change(
        """INSERT INTO houses (user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds,
                               deposit, min_days, max_days, description, search_words, review)
           SELECT user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds, deposit,
                  min_days, max_days, description, search_words, review FROM houses, seq_1_to_500"""
    )
    guest = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    sql = "INSERT INTO favourites (user_id, house_id) SELECT %s, id FROM houses WHERE id <> %s"
    await make.change(sql, guest, scene.house_id)
    refused = await scene.guest.put(f"{PATH}/{scene.house_id}")
    assert (refused.status, refused.errmsg) == (409, "最多收藏 500 套房屋")
    english = await scene.guest.put(f"{PATH}/{scene.house_id}", headers={"Accept-Language": "en"})
    assert english.errmsg == "You can keep up to 500 favourites"
    [row] = await make.rows("SELECT COUNT(*) AS n FROM favourites")
    assert row["n"] == 500
