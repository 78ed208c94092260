"""The AJAX compatibility routes about houses (docs/api-contract.md)."""

import pytest

from tests.makers import HOUSE, WIDE
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def test_areas_are_a_list_in_data(scene: Scene) -> None:
    answer = await scene.new_client().get("/api/house/area")
    assert answer.json["data"][15] == {"area_id": 16, "name": "门头沟区"}
    assert (answer.json["errno"], answer.json["errcode"]) == (0, 0)


async def test_a_house_is_published_shown_and_found(scene: Scene) -> None:
    form_of_003 = HOUSE | {"price": "399.00", "deposit": "500", "area_id": "3"}
    published = await scene.host.post("/api/house/info", form_of_003)
    house_id = published.json["house_id"]
    body, headers = form(picture(), "house_image", house_id=str(house_id))
    image = await scene.host.post("/api/house/image", body=body, headers=headers)
    assert (image.status, image.errno) == (200, 0)
    stranger = scene.new_client()
    shown = await stranger.get(f"/api/house/info?house_id={house_id}")
    assert shown.json["user_id"] == -1
    assert set(shown.json["data"]) == {
        "hid", "user_id", "user_name", "user_avatar", "title", "price", "address", "room_count", "acreage", "unit",
        "capacity", "beds", "deposit", "min_days", "max_days", "images", "facilities", "comments",
    }  # fmt: skip
    assert (shown.json["data"]["hid"], shown.json["data"]["price"]) == (house_id, 39900)
    assert shown.json["data"]["images"] == [image.json["url"]]
    assert shown.json["data"]["facilities"] == [1, 3, 16]
    host_id = (await scene.host.get("/api/v1.0/user")).data["user_id"]
    assert (await scene.host.get(f"/api/house/info?house_id={house_id}")).json["user_id"] == host_id
    missing = await stranger.get("/api/house/info?house_id=999999")
    assert (missing.status, missing.errno) == (200, 4002)


async def test_the_lists_of_the_older_pages(scene: Scene) -> None:
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    url = (await scene.host.post("/api/house/image", body=body, headers=headers)).json["url"]
    for path in ("/api/house/my", "/api/house/myhouse"):
        [mine] = (await scene.host.get(path)).json["houses"]
        assert set(mine) == {"house_id", "title", "price", "ctime", "area_name", "img_url"}
        assert (mine["house_id"], mine["area_name"], mine["img_url"]) == (scene.house_id, "东城区", url)
    index = (await scene.new_client().get("/api/house/index")).json
    assert index["houses"] == [{"house_id": scene.house_id, "title": HOUSE["title"], "img_url": url}]
    assert len(index["areas"]) == 16
    for path in ("/api/house/list", "/api/house/list2"):
        found = (await scene.new_client().get(f"{path}?aid=1&sd=&ed=&sk=new&p=1")).json
        assert found["total_page"] == 1
        [house] = found["data"]
        assert set(house) == {
            "house_id", "title", "price", "room_count", "address", "order_count", "avatar", "image_url",
        }  # fmt: skip


async def test_a_list_by_dates_leaves_out_what_is_booked(scene: Scene) -> None:
    stay = scene.stay(0, 2)
    path = f"/api/house/list?aid=1&sd={stay['start_date']}&ed={stay['end_date']}&sk=new&p=1"
    assert len((await scene.guest.get(path)).json["data"]) == 1
    await scene.book(1, 1)
    assert (await scene.guest.get(path)).json["data"] == []


async def test_a_picture_for_another_hosts_house_is_refused(scene: Scene) -> None:
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    answer = await scene.guest.post("/api/house/image", body=body, headers=headers)
    assert (answer.status, answer.errno) == (200, 4105)
    body, headers = form(picture(), "house_image")
    answer = await scene.host.post("/api/house/image", body=body, headers=headers)
    assert (answer.errno, list(answer.fields)) == (4103, ["house_id"])
