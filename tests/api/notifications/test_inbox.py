"""Notifications in the app: what one reads, what is unread, and that it is nobody else's."""

import pytest

from tests.client import Client
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
PATH = "/api/v1.0/user/notifications"


async def unread(who: Client) -> int:
    return int((await who.get("/api/v1.0/user/unread")).data["notifications"])


async def test_a_guest_reads_what_the_host_did(scene: Scene) -> None:
    order_id = await scene.accepted()
    page = (await scene.guest.get(PATH)).data
    [told] = page["notifications"]
    assert (told["kind"], told["title"], told["url"]) == ("accepted", "房东已接单，请支付", f"/orders/{order_id}")
    assert "北京东城故宫旁四合院" in told["text"]
    assert (told["read"], page["unread"], page["next"]) == (False, 1, None)
    english = (await scene.guest.get(f"{PATH}?lang=en")).data["notifications"]
    assert [each["title"] for each in english] == ["Accepted: please pay"]


async def test_what_is_read_is_no_longer_counted(scene: Scene) -> None:
    for start in (0, 2, 4):
        await scene.accepted(start)
    ids = [each["id"] for each in (await scene.guest.get(PATH)).data["notifications"]]
    assert (ids, await unread(scene.guest)) == (sorted(ids, reverse=True), 3)
    assert (await scene.guest.put(f"{PATH}/read", {"ids": [ids[1]]})).data["notifications"] == 2
    assert (await scene.guest.put(f"{PATH}/read", {"ids": [ids[1], 999]})).data["notifications"] == 2
    read = [each["read"] for each in (await scene.guest.get(PATH)).data["notifications"]]
    assert read == [False, True, False]
    assert (await scene.guest.put(f"{PATH}/read", {"up_to": ids[0]})).data["notifications"] == 0
    assert await unread(scene.host) == 3


async def test_pages_follow_each_other(scene: Scene) -> None:
    for start in (0, 2, 4):
        await scene.accepted(start)
    seen, after = [], ""
    for _ in range(3):
        page = (await scene.guest.get(f"{PATH}?size=1{after}")).data
        seen += [each["id"] for each in page["notifications"]]
        after = f"&after={page['next']}"
    assert (len(set(seen)), page["next"]) == (3, None)


@pytest.mark.parametrize("body", [{}, {"ids": []}, {"ids": [0]}, {"ids": list(range(1, 102))}, {"up_to": -1}])
async def test_a_read_mark_names_something(scene: Scene, body: dict[str, object]) -> None:
    assert (await scene.guest.put(f"{PATH}/read", body)).errno == 4103


async def test_a_stranger_sees_and_marks_nothing(scene: Scene) -> None:
    await scene.accepted()
    stranger = await scene.another_guest()
    [told] = (await scene.guest.get(PATH)).data["notifications"]
    assert (await stranger.put(f"{PATH}/read", {"ids": [told["id"]], "up_to": 10**17})).data["notifications"] == 0
    assert (await stranger.get(PATH)).data["notifications"] == []
    assert await unread(scene.guest) == 1
    for path in (PATH, "/api/v1.0/user/unread", "/api/v1.0/user/notification-settings"):
        assert (await scene.new_client().get(path)).status == 401
