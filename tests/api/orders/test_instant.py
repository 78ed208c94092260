"""Booking a house whose host answers no requests: the guest pays at once."""

import asyncio
from datetime import timedelta

import pytest

from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def switch(scene: Scene, instant: bool) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/instant"
    assert (await scene.host.put(path, {"instant": instant})).errno == 0


async def test_the_guest_of_an_instant_house_pays_at_once(scene: Scene, make: Makers) -> None:
    await switch(scene, True)
    order_id = await scene.book()
    order = await scene.order(order_id)
    assert (order["status"], order["actions"]) == ("WAIT_PAYMENT", ["cancel", "pay"])
    assert [(event["action"], event["to"]) for event in order["events"]] == [("book", "WAIT_PAYMENT")]
    [row] = await make.rows("SELECT due_at, status_at FROM orders WHERE id = %s", order_id)
    assert row["due_at"] - row["status_at"] == timedelta(hours=24)
    assert (await scene.pay(order_id)).body == b"success"
    assert await scene.status(order_id) == "PAID"


async def test_the_host_is_told_and_has_nothing_to_answer(scene: Scene, make: Makers) -> None:
    await switch(scene, True)
    order_id = await scene.book()
    sql = """SELECT user_id, type, JSON_VALUE(payload, '$.status') AS status
             FROM events JOIN stream_events ON event_id = events.id WHERE notified ORDER BY events.id"""
    told = await make.rows(sql)
    assert told == [{"user_id": scene.host_id, "type": "order.booked", "status": "WAIT_PAYMENT"}]
    for action in ("accept", "reject"):
        assert (await scene.do(scene.host, order_id, action, reason="满")).status == 409
    assert (await scene.do(scene.host, order_id, "cancel")).errno == 0


async def test_everybody_reads_which_houses_are_instant_and_only_the_host_changes_it(scene: Scene) -> None:
    other = await scene.make.house(scene.host, title="要等答复的小院")
    path = f"/api/v1.0/houses/{scene.house_id}"
    stranger = await scene.another_guest()
    assert (await stranger.put(f"{path}/instant", {"instant": True})).errno == 4105
    assert (await stranger.get(path)).data["house"]["instant"] is False
    await switch(scene, True)
    assert (await stranger.get(path)).data["house"]["instant"] is True
    for wanted, found in (("true", [scene.house_id]), ("false", [other]), ("", [other, scene.house_id])):
        houses = (await stranger.get(f"/api/v1.0/houses?instant={wanted}")).data["houses"]
        assert [house["house_id"] for house in houses] == found, wanted
    assert list((await scene.host.put(f"{path}/instant", {"instant": "maybe"})).fields) == ["instant"]


async def test_an_order_follows_the_rule_of_its_booking(scene: Scene) -> None:
    first = await scene.book(0)
    await switch(scene, True)
    second = await scene.book(2)
    await switch(scene, False)
    assert [await scene.status(order_id) for order_id in (first, second)] == ["WAIT_ACCEPT", "WAIT_PAYMENT"]


async def test_switching_off_races_with_bookings(scene: Scene) -> None:
    """Each booking follows the old rule or the new one; after the answer to the host, only the new one."""
    await switch(scene, True)
    guests = [await scene.another_guest() for _ in range(4)]
    await asyncio.gather(
        switch(scene, False), *(scene.book(2 * number, guest=guest) for number, guest in enumerate(guests))
    )
    rows = await scene.make.rows("SELECT status FROM orders")
    assert {row["status"] for row in rows} <= {"WAIT_ACCEPT", "WAIT_PAYMENT"}
    assert len(rows) == 4
    assert await scene.status(await scene.book(10)) == "WAIT_ACCEPT"


async def test_unpaid_orders_count_as_unanswered_ones_do(scene: Scene) -> None:
    """Else one guest could hold the nights of any number of instant houses for nothing."""
    await switch(scene, True)
    for number in range(5):
        await scene.book(number, 1)
    refused = await scene.guest.post("/api/v1.0/orders", scene.stay(5, 1))
    assert (refused.status, refused.errmsg) == (409, "待接单和待支付的订单已达上限")


async def test_a_change_that_does_not_name_it_leaves_it(scene: Scene) -> None:
    await switch(scene, True)
    path = f"/api/v1.0/houses/{scene.house_id}"
    shown = (await scene.host.get(path)).data["house"]
    body = {name: shown[name] for name in ("title", "price", "area_id", "address", "room_count", "acreage", "unit")}
    body |= {name: shown[name] for name in ("capacity", "beds", "deposit", "min_days", "max_days")}
    assert (await scene.host.put(path, body)).errno == 0
    assert (await scene.host.get(path)).data["house"]["instant"] is True
    assert (await scene.host.put(path, body | {"instant": False})).errno == 0
    assert (await scene.host.get(path)).data["house"]["instant"] is False


async def test_pages_say_which_houses_are_instant(scene: Scene) -> None:
    async def source(path: str) -> str:
        answer = await scene.guest.get(path, headers={"Accept": "text/html"})
        assert answer.status == 200
        return answer.body.decode()

    stay, here = scene.stay(), f"/houses/{scene.house_id}"
    book = f"{here}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=1"
    for instant in (False, True):
        await switch(scene, instant)
        assert ("即时预订：不用等房东答复" in await source(here)) is instant
        assert ("预订并支付" in await source(book)) is instant
        assert ("北京东城故宫旁四合院" in await source("/search?instant=true")) is instant
    shown = await source("/search?instant=true")
    assert 'name="instant" value="true" checked' in shown
    assert 'href="/search"' in shown  # the chip that removes it
