"""Houses that wait for an admin."""

from collections.abc import Callable

import pytest

from services import moderation
from services.deps import Deps
from tests.client import Client
from tests.makers import HOUSE, Makers

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
    no_reason = await admin.put(f"/api/v1.0/admin/houses/{house_id}/review", {"approve": False})
    assert list(no_reason.fields) == ["reason"]
    rejection = {"approve": False, "reason": "图片不清"}
    assert (await admin.put(f"/api/v1.0/admin/houses/{house_id}/review", rejection)).errno == 0
    [mine] = (await host.get("/api/v1.0/user/houses")).data["houses"]
    assert (mine["review"], mine["review_reason"]) == ("rejected", "图片不清")
    assert (await guest.get(path)).status == 404
    assert (await admin.put(f"/api/v1.0/admin/houses/{house_id}/review", {"approve": True})).errno == 0
    assert (await guest.get(path)).status == 200
    assert [house["house_id"] for house in (await guest.get("/api/v1.0/houses")).data["houses"]] == [house_id]
    await host.put(path, HOUSE | {"title": "换了标题"})
    assert (await guest.get(path)).status == 404


async def test_nobody_else_reviews(client: Client, make: Makers) -> None:
    await make.host(client)
    house_id = await make.house(client)
    for answer in (
        await client.get("/api/v1.0/admin/houses"),
        await client.put(f"/api/v1.0/admin/houses/{house_id}/review", {"approve": True}),
    ):
        assert (answer.status, answer.errno) == (403, 4105)


async def test_an_admin_who_is_none_any_more_reviews_no_more(client: Client, make: Makers, deps: Deps) -> None:
    user = await make.sign_in(client)
    await moderation.appoint(deps, user.mobile, True)
    assert (await client.get("/api/v1.0/admin/houses")).status == 200
    await moderation.appoint(deps, user.mobile, False)
    assert (await client.get("/api/v1.0/admin/houses")).status == 403
