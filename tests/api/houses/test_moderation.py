"""Houses that wait for an admin."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from services.deps import Deps
from services.houses import moderation
from tests.api.houses.test_hosting import upload
from tests.client import Answer, Client
from tests.makers import HOUSE, Makers
from tests.pictures import picture

pytestmark = pytest.mark.settings(house_review="manual")
NewClient = Callable[[], Client]


async def test_a_house_is_public_once_an_admin_approves_it(new_client: NewClient, make: Makers, deps: Deps) -> None:
    host, guest, admin = new_client(), new_client(), new_client()
    await make.host(host)
    house_id = await make.house(host)
    path = f"/api/v1.0/houses/{house_id}"
    assert (await guest.get(path)).status == 404
    assert (await guest.get("/api/v1.0/houses")).data["houses"] == []
    assert (await host.get(path)).data["house"]["review"] == "pending"
    await moderation.appoint(deps, (await make.sign_in(admin)).mobile, True)
    waiting = (await admin.get("/api/v1.0/admin/houses?status=pending")).data["houses"]
    assert [house["house_id"] for house in waiting] == [house_id]
    no_reason = await decide(admin, waiting[0], approve=False)
    assert list(no_reason.fields) == ["reason"]
    assert (await decide(admin, waiting[0], approve=False, reason="图片不清")).errno == 0
    [mine] = (await host.get("/api/v1.0/user/houses")).data["houses"]
    assert (mine["review"], mine["review_reason"]) == ("rejected", "图片不清")
    assert (await guest.get(path)).status == 404
    assert (await decide(admin, waiting[0])).errno == 0
    assert (await guest.get(path)).status == 200
    assert [house["house_id"] for house in (await guest.get("/api/v1.0/houses")).data["houses"]] == [house_id]
    await host.put(path, HOUSE | {"title": "换了标题"})
    assert (await guest.get(path)).status == 404


async def test_an_operator_sees_the_houses_of_one_state(client: Client, make: Makers, deps: Deps) -> None:
    await make.host(client)
    house_id = await make.house(client)
    assert [house.id for house in await moderation.houses_in_review(deps, "pending")] == [house_id]
    assert await moderation.houses_in_review(deps, "approved") == []


async def test_nobody_else_reviews(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    for answer in (
        await client.get("/api/v1.0/admin/houses"),
        await client.put(f"/api/v1.0/admin/houses/{house_id}/review", {"approve": True, "revision": 1}),
    ):
        assert (answer.status, answer.errno) == (403, 4105)


async def test_an_admin_who_is_none_any_more_reviews_no_more(client: Client, make: Makers, deps: Deps) -> None:
    user = await make.sign_in(client)
    await moderation.appoint(deps, user.mobile, True)
    assert (await client.get("/api/v1.0/admin/houses")).status == 200
    await moderation.appoint(deps, user.mobile, False)
    assert (await client.get("/api/v1.0/admin/houses")).status == 403


async def admin_of(new_client: NewClient, make: Makers, deps: Deps) -> Client:
    admin = new_client()
    await moderation.appoint(deps, (await make.sign_in(admin)).mobile, True)
    return admin


async def waiting(admin: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await queue(admin))["houses"]
    return found


async def queue(admin: Client) -> dict[str, Any]:
    found: dict[str, Any] = (await admin.get("/api/v1.0/admin/houses")).data
    return found


async def decide(admin: Client, house: dict[str, Any], **decision: Any) -> Answer:
    body = {"approve": True, "revision": house["revision"]} | decision
    return await admin.put(f"/api/v1.0/admin/houses/{house['house_id']}/review", body)


async def approved_house(host: Client, admin: Client, make: Makers) -> str:
    """Its path. It has three pictures."""
    await make.host(host)
    house_id = await make.house(host)
    [house] = await waiting(admin)
    assert (await decide(admin, house)).errno == 0
    return f"/api/v1.0/houses/{house_id}"


@pytest.mark.parametrize(
    "change",
    [{"price": 50000}, {"deposit": 0}, {"min_days": 2}, {"max_days": 9}, {"capacity": 6}, {"facility": [2]},
     {"room_count": 3}, {"acreage": 61}],
    ids=str,
)  # fmt: skip
async def test_prices_and_numbers_are_the_hosts_alone(
    new_client: NewClient, make: Makers, deps: Deps, change: dict[str, Any]
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    assert (await host.put(path, HOUSE | change)).errno == 0
    assert (await guest.get(path)).status == 200
    assert await waiting(admin) == []
    rates = {"weekend_price": 60000, "cancellation": "strict"}
    assert (await host.put(f"{path}/prices", rates)).errno == 0
    assert (await guest.get(path)).status == 200


TEXTS = {"title": "换了标题", "address": "别处", "description": "加微信", "unit": "三室", "beds": "地铺", "area_id": 3}
PLACE = {"lat": 39.9, "lng": 116.4}


@pytest.mark.parametrize("change", [*({name: value} for name, value in TEXTS.items()), PLACE], ids=str)
async def test_texts_and_the_place_are_reviewed_anew(
    new_client: NewClient, make: Makers, deps: Deps, change: dict[str, Any]
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    assert (await host.put(path, HOUSE | change)).errno == 0
    assert (await guest.get(path)).status == 404
    [house] = await waiting(admin)
    before = {name: HOUSE.get(name) for name in change} | ({"description": ""} if "description" in change else {})
    assert house["changes"] == {"before": before, "images_added": [], "images_removed": 0}
    assert {name: house[name] for name in change} == change
    assert (await decide(admin, house)).errno == 0
    assert (await guest.get(path)).status == 200


async def test_a_text_that_was_added_to_houses_after_an_approval_counts_as_unchanged(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    """The approved content is stored as JSON, which an older release wrote without that text."""
    host, admin = new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    assert (await host.put(path, HOUSE | {"title": "换了标题"})).errno == 0
    await make.change("UPDATE houses SET approved_content = JSON_REMOVE(approved_content, '$.texts.beds')")
    [house] = await waiting(admin)
    assert house["changes"] == {"before": {"title": HOUSE["title"]}, "images_added": [], "images_removed": 0}


async def test_release_1_0_can_read_the_approved_content(new_client: NewClient, make: Makers, deps: Deps) -> None:
    """It serves beside this release for a while, and fails at a text that it does not know."""
    host, admin = new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    assert (await host.put(path, HOUSE | {"title": "换了标题", "rules": "请勿吸烟。"})).errno == 0
    async with deps.db.connection() as queries:
        row = await queries.one("SELECT approved_content FROM houses WHERE approved_content IS NOT NULL")
    assert row is not None
    texts = set(json.loads(row["approved_content"])["texts"])
    assert texts == {"title", "area_id", "address", "lat", "lng", "unit", "beds", "description"}
    [house] = await waiting(admin)
    assert house["changes"]["before"] == {"title": HOUSE["title"], "rules": ""}


async def test_pictures_that_are_added_after_approval_are_reviewed(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    old, *others = [image["image_id"] for image in (await guest.get(path)).data["house"]["images"]]
    new = (await upload(host, int(path.rpartition("/")[2]), picture())).data["image_id"]
    assert (await guest.get(path)).status == 404
    assert (await host.put(f"{path}/images", {"images": [new, old, *others]})).errno == 0
    assert (await host.delete(f"{path}/images/{old}")).errno == 0
    [house] = await waiting(admin)
    assert house["changes"] == {"before": {}, "images_added": [new], "images_removed": 1}
    assert [image["image_id"] for image in house["images"]] == [new, *others]
    assert (await decide(admin, house)).errno == 0
    shown = (await guest.get(path)).data["house"]["images"]
    assert [image["image_id"] for image in shown] == [new, *others]


async def test_pictures_that_are_ordered_or_removed_need_no_review(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    house_id = await make.house(host)
    await upload(host, house_id, picture())
    [house] = await waiting(admin)
    images = [image["image_id"] for image in house["images"]]
    assert (await decide(admin, house)).errno == 0
    path = f"/api/v1.0/houses/{house_id}"
    assert (await host.put(f"{path}/images", {"images": images[::-1]})).errno == 0
    assert (await host.delete(f"{path}/images/{images[0]}")).errno == 0
    assert (await guest.get(path)).status == 200
    assert await waiting(admin) == []
    [house] = (await admin.get("/api/v1.0/admin/houses?status=approved")).data["houses"]
    assert house["changes"] is None


async def test_an_admin_sees_what_a_guest_would_see(new_client: NewClient, make: Makers, deps: Deps) -> None:
    host, admin = new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    house_id = await make.house(host, description="一\n二")
    await upload(host, house_id, picture())
    await host.put(f"/api/v1.0/houses/{house_id}/prices", {"cleaning_fee": 8000, "cancellation": "strict"})
    [house] = await waiting(admin)
    shown = (await host.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    content = {name: shown[name] for name in shown if name not in ("reviews", "rating_breakdown", "category_ratings")}
    assert {name: house[name] for name in content} == content
    assert (house["description"], len(house["images"]), len(house["facilities"])) == ("一\n二", 4, 3)
    assert (house["prices"]["cleaning_fee"], house["prices"]["cancellation"]) == (8000, "strict")
    assert (house["user_name"], house["changes"]) == ("匿名用户", None)


async def test_what_changed_while_the_admin_looked_is_not_approved(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    house_id = await make.house(host)
    path = f"/api/v1.0/houses/{house_id}"
    [seen] = await waiting(admin)
    for change in ("title", "picture"):
        if change == "title":
            await host.put(path, HOUSE | {"title": "另一个标题"})
        else:
            await upload(host, house_id, picture())
        for decision in ({}, {"approve": False, "reason": "x"}):
            answer = await decide(admin, seen, **decision)
            assert (answer.status, answer.errno, answer.errmsg) == (409, 4004, "房屋内容已变化，请重新查看"), change
        assert (await guest.get(path)).status == 404
        [seen] = await waiting(admin)
    await host.put(path, HOUSE | {"title": "另一个标题", "price": 1})
    assert (await decide(admin, seen)).errno == 0
    assert (await guest.get(path)).status == 200


async def test_a_rejected_house_is_reviewed_again_once_its_host_has_changed_it(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, admin = new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    await host.put(path, HOUSE | {"title": "换了标题"})
    for change in ("nothing but the price", "a picture"):
        [house] = await waiting(admin)
        assert (await decide(admin, house, approve=False, reason="图片不清")).errno == 0
        assert await waiting(admin) == []
        if change == "a picture":
            await upload(host, int(path.rpartition("/")[2]), picture())
        else:
            await host.put(path, HOUSE | {"title": "换了标题", "price": 1})
    [house] = await waiting(admin)
    assert house["changes"]["before"] == {"title": HOUSE["title"]}
    assert len(house["changes"]["images_added"]) == 1


@pytest.mark.settings(house_review="auto")
async def test_without_review_a_change_stays_public_unless_an_admin_has_rejected_the_house(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    path = f"/api/v1.0/houses/{await make.house(host)}"
    await host.put(path, HOUSE | {"title": "换了标题"})
    assert (await guest.get(path)).status == 200
    [house] = (await admin.get("/api/v1.0/admin/houses?status=approved")).data["houses"]
    await decide(admin, house, approve=False, reason="假房源")
    for title in ("一", "二"):
        await host.put(path, HOUSE | {"title": title})
        assert (await guest.get(path)).status == 404


# -- at least three pictures


async def test_a_house_with_fewer_than_three_pictures_does_not_wait_and_is_not_approved(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    house_id = int((await host.post("/api/v1.0/houses", HOUSE)).data["house_id"])
    path = f"/api/v1.0/houses/{house_id}"
    for count in range(moderation.MIN_PICTURES):
        assert await waiting(admin) == []
        assert (await queue(admin))["counts"] == {"pending": 0, "approved": 0, "rejected": 0}
        refused = await decide(admin, {"house_id": house_id, "revision": 1 + count})
        assert (refused.status, refused.errno, refused.errmsg) == (409, 4004, "至少需要 3 张照片")
        assert (await guest.get(path)).status == 404
        await upload(host, house_id, picture())
    [house] = await waiting(admin)
    assert (await queue(admin))["counts"] == {"pending": 1, "approved": 0, "rejected": 0}
    assert (await decide(admin, house)).errno == 0
    assert (await guest.get(path)).status == 200
    assert (await queue(admin))["counts"] == {"pending": 0, "approved": 1, "rejected": 0}


async def test_a_house_with_too_few_pictures_is_rejected_all_the_same(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, admin = new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    house_id = int((await host.post("/api/v1.0/houses", HOUSE)).data["house_id"])
    refused = await decide(admin, {"house_id": house_id, "revision": 1}, approve=False, reason="假房源")
    assert refused.errno == 0
    assert (await queue(admin))["counts"]["rejected"] == 1


async def test_a_host_who_is_not_ready_keeps_a_house_offline_and_nobody_reviews_it(
    new_client: NewClient, make: Makers, deps: Deps
) -> None:
    host, admin = new_client(), await admin_of(new_client, make, deps)
    await make.host(host)
    path = f"/api/v1.0/houses/{await make.house(host)}/status"
    await host.put(path, {"online": False})
    assert await waiting(admin) == []
    await host.put(path, {"online": True})
    assert len(await waiting(admin)) == 1


async def test_a_house_that_guests_see_keeps_three_pictures(new_client: NewClient, make: Makers, deps: Deps) -> None:
    host, guest, admin = new_client(), new_client(), await admin_of(new_client, make, deps)
    path = await approved_house(host, admin, make)
    images = [image["image_id"] for image in (await guest.get(path)).data["house"]["images"]]
    refused = await host.delete(f"{path}/images/{images[0]}")
    assert (refused.status, refused.errno, refused.errmsg) == (409, 4004, "至少需要 3 张照片")
    assert len((await guest.get(path)).data["house"]["images"]) == 3
    await host.put(f"{path}/status", {"online": False})
    assert (await host.delete(f"{path}/images/{images[0]}")).errno == 0


@pytest.mark.settings(house_review="auto")
async def test_without_review_the_number_of_pictures_is_the_hosts_own(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    image_id = (await upload(client, house_id, picture())).data["image_id"]
    assert (await client.delete(f"/api/v1.0/houses/{house_id}/images/{image_id}")).errno == 0
