"""The arrival guide: who writes it, who reads it and when, and that it is sealed at rest."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from services.local_time import midnight
from services.orders.states import OrderStatus
from tests.client import Client
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
GUIDE = {
    "directions": "地铁 6 号线 E 口，\n左转第二个门。",
    "door_code": "2580#",
    "wifi_name": "siheyuan",
    "wifi_password": "welcome home",
    "manual": "热水器的开关在浴室门后。",
}
EMPTY = dict.fromkeys(GUIDE, "")
SHOWN = (OrderStatus.PAID, OrderStatus.IN_STAY, OrderStatus.WAIT_COMMENT, OrderStatus.COMPLETE)


def of_house(scene: Scene) -> str:
    return f"/api/v1.0/houses/{scene.house_id}/arrival"


async def write(scene: Scene, **guide: Any) -> None:
    assert (await scene.host.put(of_house(scene), guide or GUIDE)).errno == 0


async def test_a_host_reads_what_they_have_written(scene: Scene) -> None:
    assert (await scene.host.get(of_house(scene))).data == EMPTY
    await write(scene)
    answer = await scene.host.get(of_house(scene))
    assert answer.data == GUIDE
    assert answer.headers["Cache-Control"] == "no-store"
    await write(scene, door_code="1234")
    assert (await scene.host.get(of_house(scene))).data == EMPTY | {"door_code": "1234"}


async def test_for_others_the_guide_of_a_house_does_not_exist(scene: Scene, make: Makers) -> None:
    await write(scene)
    admin = scene.new_client()
    await make.change("UPDATE users SET is_admin = TRUE WHERE id = %s", (await make.guest(admin)).id)
    await scene.paid()
    for who in (scene.guest, admin):
        for answer in (await who.get(of_house(scene)), await who.put(of_house(scene), EMPTY)):
            assert (answer.status, answer.errno, answer.errmsg) == (404, 4002, "房屋不存在")
    assert (await scene.host.get(of_house(scene))).data == GUIDE


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("directions", "x" * 1001), ("manual", "x" * 2001), ("door_code", "x" * 33), ("wifi_name", "x" * 33),
        ("wifi_password", "x" * 64), ("door_code", "1\n2"), ("door_code", None), ("manual", 7), ("wifi_name", "\u202e"),
    ],
)  # fmt: skip
async def test_a_wrong_text_is_named_and_nothing_is_written(scene: Scene, name: str, value: object) -> None:
    await write(scene)
    answer = await scene.host.put(of_house(scene), GUIDE | {"directions": "neu", name: value})
    assert (answer.status, list(answer.fields)) == (400, [name])
    assert (await scene.host.get(of_house(scene))).data == GUIDE


async def test_the_longest_guide_is_stored(scene: Scene) -> None:
    lengths = {"directions": 1000, "manual": 2000, "door_code": 32, "wifi_name": 32, "wifi_password": 63}
    longest = {name: "🏠" * length for name, length in lengths.items()}
    await write(scene, **longest)
    assert (await scene.host.get(of_house(scene))).data == longest


async def test_the_guest_reads_it_from_the_payment_until_the_day_after(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    await write(scene)
    order_id = await scene.paid(0, 2)
    end, stranger = scene.first + timedelta(days=2), await scene.another_guest()
    path = f"/api/v1.0/orders/{order_id}/arrival"
    times = ((scene.first, True), (end + timedelta(days=1), True), (end + timedelta(days=2), False))
    for (until, in_time), status in itertools.product(times, OrderStatus):
        await make.change("UPDATE orders SET status = %s WHERE id = %s", status, order_id)
        clock.ahead = midnight(until) - scene.deps.now() + clock.ahead
        read = await scene.guest.get(path)
        if in_time and status in SHOWN:
            assert (read.data, read.headers["Cache-Control"]) == (GUIDE, "no-store")
        else:
            assert (read.status, read.errno, read.data) == (404, 4002, {})
        refused = await scene.host.get(path)
        assert (refused.status, refused.errno, refused.data) == (404, 4002, {})
        refused = await stranger.get(path)
        assert (refused.status, refused.errno, refused.errmsg) == (404, 4002, "订单不存在")


async def test_a_new_code_is_read_at_once(scene: Scene) -> None:
    order_id = await scene.paid()
    path = f"/api/v1.0/orders/{order_id}/arrival"
    assert (await scene.guest.get(path)).data == EMPTY
    await write(scene)
    await write(scene, **GUIDE | {"door_code": "9999"})
    assert (await scene.guest.get(path)).data["door_code"] == "9999"
    assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
    assert (await scene.guest.get(path)).status == 404


async def test_it_is_sealed_at_rest_and_bound_to_its_house(scene: Scene, make: Makers) -> None:
    await write(scene)
    [row] = await make.rows("SELECT guide FROM house_arrivals")
    for text in GUIDE.values():
        assert text.encode() not in row["guide"]
    other = await make.house(scene.host, title="另一个小院")
    await make.change("INSERT INTO house_arrivals SELECT %s, guide, updated_at FROM house_arrivals", other)
    assert (await scene.host.get(f"/api/v1.0/houses/{other}/arrival")).data == EMPTY


async def test_a_guide_whose_key_is_lost_hides_nothing_else_of_the_order(scene: Scene, make: Makers) -> None:
    order_id = await scene.paid()
    await write(scene)
    await make.change("UPDATE house_arrivals SET guide = CONCAT('gone.', guide)")
    page = await scene.guest.get(f"/orders/{order_id}", headers={"Accept": "text/html"})
    assert page.status == 200
    assert "怎么入住" in page.body.decode()
    await write(scene)
    assert (await scene.guest.get(f"/api/v1.0/orders/{order_id}/arrival")).data == GUIDE


async def test_an_emptied_guide_and_a_deleted_house_leave_nothing(scene: Scene, make: Makers) -> None:
    await write(scene)
    await write(scene, **EMPTY)
    assert await make.rows("SELECT * FROM house_arrivals") == []
    await write(scene)
    assert (await scene.host.delete(f"/api/v1.0/houses/{scene.house_id}")).errno == 0
    assert await make.rows("SELECT * FROM house_arrivals") == []
    assert (await scene.host.get(of_house(scene))).status == 404


async def test_the_page_of_the_order_shows_it_to_the_guest_only(
    scene: Scene, make: Makers, new_client: Callable[[], Client]
) -> None:
    await write(scene)
    order_id = await scene.accepted()

    async def texts(who: Client) -> list[str]:
        source = (await who.get(f"/orders/{order_id}", headers={"Accept": "text/html"})).body.decode()
        return [text for text in ("2580#", "siheyuan", "welcome home", "左转第二个门", "热水器") if text in source]

    assert await texts(scene.guest) == []
    await scene.pay(order_id)
    assert len(await texts(scene.guest)) == 5
    assert await texts(scene.host) == []
    assert await texts(await scene.another_guest()) == []
    assert await texts(new_client()) == []
