"""Publishing, changing, picturing and blocking a house; and who may not."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from services.deps import Deps
from services.houses import pictures
from tests.client import Client, race, raw
from tests.makers import HOUSE, PATIENT, WIDE, Makers, day
from tests.pictures import form, opened, picture, with_gps
from tests.scene import Scene

NewClient = Callable[[], Client]


async def upload(client: Client, house_id: int, content: bytes, field: str = "house_image") -> Any:
    body, headers = form(content, field)
    return await client.post(f"/api/v1.0/houses/{house_id}/images", body=body, headers=headers)


# -- publishing


async def test_a_published_house_is_shown_as_it_was_written(client: Client, make: Makers) -> None:
    host = await make.host(client)
    answer = await client.post("/api/v1.0/houses", HOUSE | {"description": "一\n二", "lat": 39.936, "lng": "116.403"})
    assert (answer.status, answer.errno) == (201, 0)
    page = (await client.get(f"/api/v1.0/houses/{answer.data['house_id']}")).data
    assert page["is_owner"] is True
    house = page["house"]
    for name in set(HOUSE) - {"facility"}:
        assert house[name] == HOUSE[name], name
    assert (house["description"], house["lat"], house["lng"]) == ("一\n二", 39.936, 116.403)
    assert house["area_name"] == "东城区"
    assert [facility["name"] for facility in house["facilities"]] == ["无线网络", "空调", "允许做饭"]
    assert (house["user_id"], house["user_name"]) == (host.id, "匿名用户")


async def test_a_mobile_number_is_never_shown_as_a_hosts_name(new_client: NewClient, make: Makers) -> None:
    host, guest = new_client(), new_client()
    user = await make.host(host)
    house_id = await make.house(host)
    for path in (f"/api/v1.0/houses/{house_id}", "/api/v1.0/houses", "/api/v1.0/houses/index"):
        assert user.mobile.encode() not in (await guest.get(path)).body
    await host.put("/api/v1.0/user/name", {"name": "小李"})
    assert (await guest.get(f"/api/v1.0/houses/{house_id}")).data["house"]["user_name"] == "小李"


async def test_only_who_has_a_real_name_may_publish(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await client.post("/api/v1.0/houses", HOUSE)
    assert (answer.status, answer.errno, answer.errmsg) == (403, 4104, "请先完成实名认证")
    assert await make.rows("SELECT id FROM houses") == []


async def test_d3_11_newhouse_takes_yuan_and_its_own_names(client: Client, make: Makers) -> None:
    await make.host(client)
    body = {
        "title": "好房", "price": "19.99", "district": "3", "address": "x", "room_count": "1", "acreage": "50",
        "house_unit": "一室", "house_capacity": "2", "beds": "单人床", "deposit": 500, "min_days": "1", "max_days": "0",
        "facility": ["1", "2"],
    }  # fmt: skip
    answer = await client.post("/api/house/newhouse", body)
    assert (answer.status, answer.errno, answer.errmsg) == (200, 0, "OK")
    house = (await client.get(f"/api/v1.0/houses/{answer.json['house_id']}")).data["house"]
    assert (house["price"], house["deposit"], house["area_name"], house["capacity"]) == (1999, 50000, "朝阳区", 2)
    form_body = {**{key: str(value) for key, value in body.items()}, "facility": "1,2"}
    assert (await client.post("/api/house/newhouse", form=form_body)).errno == 0


@pytest.mark.parametrize(
    ("yuan", "fen"),
    [("19.99", 1999), (19.99, 1999), ("0.01", 1), (0.29, 29), (1.1, 110), (100, 10000), ("999999.99", 99999999)],
)  # fmt: skip
async def test_yuan_become_fen_exactly(client: Client, make: Makers, yuan: object, fen: int) -> None:
    await make.host(client)
    answer = await client.post("/api/house/newhouse", HOUSE | {"price": yuan})
    house = (await client.get(f"/api/v1.0/houses/{answer.json['house_id']}")).data["house"]
    assert house["price"] == fen


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", ""), ("title", "x" * 65), ("title", "a\nb"), ("title", None), ("price", 0), ("price", -1),
        ("price", 1.5), ("price", "1.5"), ("price", 10**12), ("price", True), ("area_id", 99), ("area_id", 0),
        ("area_id", "x"), ("area_id", 10**9), ("room_count", 0), ("room_count", 10**30), ("capacity", []),
        ("facility", [10**9]), ("deposit", -1),
        ("min_days", 0), ("min_days", 366), ("max_days", -1), ("facility", [99]), ("facility", "a,b"),
        ("facility", [1.5]), ("facility", {}), ("facility", [[1]]), ("description", "x" * 2001),
        ("description", "\0"), ("lat", 91), ("lat", "NaN"), ("lng", "1e9"), ("lng", []), ("address", "\u202e"),
    ],
)  # fmt: skip
async def test_a_wrong_field_is_named_and_nothing_is_written(
    client: Client, make: Makers, name: str, value: object
) -> None:
    await make.host(client)
    answer = await client.post("/api/v1.0/houses", HOUSE | {name: value})
    assert (answer.status, answer.errno, list(answer.fields)) == (400, 4103, [name])
    assert await make.rows("SELECT id FROM houses") == []


@pytest.mark.parametrize("price", ["19.999", "1,5", "", "abc", -1, 0, "1e3", "１９", 10**7, None, []], ids=repr)
async def test_what_is_no_amount_in_yuan_is_refused(client: Client, make: Makers, price: object) -> None:
    await make.host(client)
    assert list((await client.post("/api/house/newhouse", HOUSE | {"price": price})).fields) == ["price"]


async def test_the_most_days_are_not_below_the_least(client: Client, make: Makers) -> None:
    await make.host(client)
    answer = await client.post("/api/v1.0/houses", HOUSE | {"min_days": 3, "max_days": 2})
    assert list(answer.fields) == ["max_days"]
    assert (await client.post("/api/v1.0/houses", HOUSE | {"min_days": 3, "max_days": 3})).errno == 0


async def test_texts_are_kept_as_text(client: Client, make: Makers) -> None:
    await make.host(client)
    odd = "<svg onload=alert(1)> {{ 1+1 }} %s ' \" \\ 🏠"
    house_id = await make.house(client, title=odd, address=odd, description=odd)
    house = (await client.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    assert (house["title"], house["address"], house["description"]) == (odd, odd, odd)


# -- changing


async def test_a_house_is_changed_as_a_whole(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    changed = HOUSE | {"title": "新名字", "price": 100, "facility": [23]}
    assert (await client.put(f"/api/v1.0/houses/{house_id}", changed)).errno == 0
    house = (await client.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    assert (house["title"], house["price"]) == ("新名字", 100)
    assert [facility["facility_id"] for facility in house["facilities"]] == [23]
    refused = await client.put(f"/api/v1.0/houses/{house_id}", changed | {"facility": [1, 99]})
    assert list(refused.fields) == ["facility"]
    house = (await client.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    assert [facility["facility_id"] for facility in house["facilities"]] == [23]


async def test_offline_and_deleted_houses_are_shown_to_nobody_else(new_client: NewClient, make: Makers) -> None:
    host, guest = new_client(), new_client()
    await make.host(host)
    house_id = await make.house(host)
    path = f"/api/v1.0/houses/{house_id}"
    assert (await guest.get(path)).data["is_owner"] is False
    assert "review" not in (await guest.get(path)).data["house"]
    assert (await host.put(f"{path}/status", {"online": False})).errno == 0
    hidden = await guest.get(path)
    assert (hidden.status, hidden.errno, hidden.errmsg) == (404, 4002, "房屋不存在")
    assert (await guest.get(f"{path}/calendar")).status == 404
    assert (await host.get(path)).data["house"]["online"] is False
    assert (await host.put(f"{path}/status", {"online": True})).errno == 0
    assert (await guest.get(path)).status == 200
    assert (await host.delete(path)).errno == 0
    assert (await host.get(path)).status == 404
    assert (await host.get("/api/v1.0/user/houses")).data["houses"] == []
    assert (await host.put(path, HOUSE)).status == 404


async def test_nobody_touches_another_hosts_house(new_client: NewClient, make: Makers) -> None:
    host, attacker = new_client(), new_client()
    await make.host(host)
    await make.host(attacker)
    house_id = await make.house(host)
    image_id = (await upload(host, house_id, picture())).data["image_id"]
    path = f"/api/v1.0/houses/{house_id}"
    body, headers = form(picture(), "house_image")
    attempts = [
        await attacker.put(path, HOUSE | {"title": "mine"}),
        await attacker.delete(path),
        await attacker.put(f"{path}/status", {"online": False}),
        await attacker.post(f"{path}/images", body=body, headers=headers),
        await attacker.put(f"{path}/images", {"images": [image_id]}),
        await attacker.delete(f"{path}/images/{image_id}"),
        await attacker.put(f"{path}/calendar", {"blocked": []}),
    ]
    assert [(answer.status, answer.errno) for answer in attempts] == [(403, 4105)] * 7
    shown = (await host.get(path)).data["house"]
    assert (shown["title"], len(shown["images"])) == (HOUSE["title"], 1)


@pytest.mark.parametrize("house_id", ["0", "-1", "x", "1.5", "9" * 30, "%00", "%EF%BC%91"])
async def test_an_odd_id_is_refused(client: Client, make: Makers, house_id: str) -> None:
    await make.host(client)
    for answer in (
        await client.get(f"/api/v1.0/houses/{house_id}"),
        await client.put(f"/api/v1.0/houses/{house_id}", HOUSE),
        await client.delete(f"/api/v1.0/houses/{house_id}"),
    ):
        assert (answer.status, list(answer.fields)) == (400, ["house_id"])


# -- pictures


async def test_pictures_come_in_three_sizes_and_the_first_is_the_cover(
    client: Client, make: Makers, outbox: Path
) -> None:
    await make.host(client)
    house_id = await make.house(client)
    path = f"/api/v1.0/houses/{house_id}"
    added = [
        await upload(client, house_id, content) for content in (with_gps(), picture(1700, 1000), picture(kind="PNG"))
    ]
    assert [answer.status for answer in added] == [201] * 3
    ids = [answer.data["image_id"] for answer in added]
    house = (await client.get(path)).data["house"]
    assert [image["image_id"] for image in house["images"]] == ids
    assert house["image_url"] == added[0].data["url"]
    for width, urls in house["images"][1]["sizes"].items():
        for kind, url in urls.items():
            served = await client.get(url)
            assert served.status == 200
            assert opened(served.body).width == int(width)
            assert opened(served.body).format == kind.upper()
    assert (await client.put(f"{path}/images", {"images": ids[::-1]})).errno == 0
    assert (await client.get(path)).data["house"]["image_url"] == added[2].data["url"]
    assert (await client.delete(f"{path}/images/{ids[2]}")).errno == 0
    assert (await client.get(added[2].data["url"])).status == 404
    assert (await client.get(path)).data["house"]["image_url"] == added[1].data["url"]
    assert (await client.delete(f"{path}/images/{ids[2]}")).status == 404
    assert len(list((outbox / "media" / "houses").iterdir())) == 12


async def test_the_sweeper_leaves_what_a_house_shows(client: Client, make: Makers, deps: Deps, outbox: Path) -> None:
    await make.host(client)
    house_id = await make.house(client)
    await upload(client, house_id, picture())
    removed = (await upload(client, house_id, picture())).data["image_id"]
    await make.change("UPDATE objects SET created_at = NOW(6) - INTERVAL 2 HOUR")
    await make.change("DELETE FROM house_images WHERE id = %s", removed)
    assert await pictures.sweep(deps) == 6
    [image] = (await client.get(f"/api/v1.0/houses/{house_id}")).data["house"]["images"]
    assert (await client.get(image["url"])).status == 200
    assert len(list((outbox / "media" / "houses").iterdir())) == 6


@pytest.mark.parametrize("order", [[], [1], "x", None, "double", "foreign"])
async def test_an_order_that_is_none_changes_nothing(client: Client, make: Makers, order: object) -> None:
    await make.host(client)
    house_id = await make.house(client)
    ids = [(await upload(client, house_id, picture())).data["image_id"] for _ in range(2)]
    sent = {"double": [ids[0], ids[0]], "foreign": [*ids, 10**9]}.get(str(order), order)
    answer = await client.put(f"/api/v1.0/houses/{house_id}/images", {"images": sent})
    assert (answer.status, list(answer.fields)) == (400, ["images"])


@pytest.mark.settings(**WIDE, **PATIENT)
async def test_a_house_has_twenty_pictures_at_most_also_at_once(
    http_server: object, http_port: int, client: Client, make: Makers, outbox: Path
) -> None:
    await make.host(client)
    house_id = await make.house(client)
    for _ in range(17):
        assert (await upload(client, house_id, picture(40, 30))).errno == 0
    body, headers = form(picture(40, 30), "house_image")
    request = raw("POST", f"/api/v1.0/houses/{house_id}/images", body=body, headers=headers, session=client.session)
    answers = await race(http_port, [request] * 10)
    assert Counter(answer.status for answer in answers) == {201: 3, 409: 7}
    assert len((await client.get(f"/api/v1.0/houses/{house_id}")).data["house"]["images"]) == 20
    assert len(list((outbox / "media" / "houses").iterdir())) == 20 * 6


@pytest.mark.settings(house_pictures_bytes=30_000)
async def test_one_hosts_pictures_have_a_bound_together(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    statuses = [(await upload(client, house_id, picture(800, 600))).status for _ in range(6)]
    assert statuses[0] == 201
    assert statuses[-1] == 409


@pytest.mark.settings(**WIDE, house_pictures_bytes=40_000)
async def test_and_at_several_houses_at_once_too(client: Client, make: Makers, http_port: int) -> None:
    await make.host(client)
    found = [await make.house(client) for _ in range(6)]
    body, headers = form(picture(), "house_image")
    paths = [f"/api/v1.0/houses/{house_id}/images" for house_id in found]
    requests = [raw("POST", path, body=body, headers=headers, session=client.session) for path in paths]
    answers = await race(http_port, requests)
    [row] = await make.rows("SELECT SUM(bytes) AS bytes, COUNT(*) AS n FROM house_images")
    assert row["bytes"] <= 40_000
    assert Counter(answer.status for answer in answers) == {201: row["n"], 409: 6 - row["n"]}


async def test_what_is_no_picture_is_refused(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    answer = await upload(client, house_id, b"<svg onload=alert(1)>")
    assert (answer.status, list(answer.fields)) == (400, ["house_image"])
    assert (await upload(client, 10**9, picture())).status == 404


# -- nights


async def test_what_another_page_blocked_is_not_freed_unseen(scene: Scene) -> None:
    first, second = scene.nights(0, 2)
    path = f"/api/v1.0/houses/{scene.house_id}/calendar"
    assert (await scene.host.put(path, {"blocked": [first], "expected": []})).errno == 0
    refused = await scene.host.put(path, {"blocked": [second], "expected": []})
    assert (refused.status, refused.errno, refused.data["reason"]) == (409, 4004, "changed_meanwhile")
    assert await scene.taken() == [first]
    assert (await scene.host.put(path, {"blocked": [second], "expected": [first]})).errno == 0
    assert await scene.taken() == [second]


async def test_a_host_blocks_nights_and_frees_them(new_client: NewClient, make: Makers) -> None:
    host, guest = new_client(), new_client()
    await make.host(host)
    path = f"/api/v1.0/houses/{await make.house(host)}/calendar"
    days = [day(n).isoformat() for n in (3, 4, 10)]
    assert (await host.put(path, {"blocked": days})).errno == 0
    shown = (await guest.get(path)).data
    assert (shown["taken"], shown["blocked"], shown["imported"]) == (days, days, [])
    assert (await host.put(path, {"blocked": days[:1]})).errno == 0
    assert (await guest.get(path)).data["taken"] == days[:1]


@pytest.mark.parametrize(
    "blocked",
    [["2020-01-01"], ["2999-01-01"], ["2026-02-30"], ["x"], "2026-12-01", None, [1], [["2026-12-01"]]],
    ids=str,
)
async def test_a_night_that_is_none_is_refused(client: Client, make: Makers, blocked: object) -> None:
    await make.host(client)
    answer = await client.put(f"/api/v1.0/houses/{await make.house(client)}/calendar", {"blocked": blocked})
    assert (answer.status, list(answer.fields)) == (400, ["blocked"])


async def test_a_sold_night_stays_sold(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    night = day(5)
    await make.sold(house_id, night)
    path = f"/api/v1.0/houses/{house_id}/calendar"
    other = (night + timedelta(days=1)).isoformat()
    refused = await client.put(path, {"blocked": [night.isoformat(), other]})
    assert (refused.status, refused.errno) == (409, 4004)
    assert (await client.put(path, {"blocked": []})).errno == 0
    shown = (await client.get(path)).data
    assert (shown["taken"], shown["blocked"], shown["imported"]) == ([night.isoformat()], [], [])
