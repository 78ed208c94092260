"""What the two parties of an order are shown: actions that succeed, the place at its time, lists by tab."""

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
S = OrderStatus
SHOWN = {S.PAID, S.IN_STAY, S.WAIT_COMMENT, S.COMPLETE}
LIVE = {S.WAIT_ACCEPT, S.WAIT_PAYMENT, S.PAID, S.IN_STAY}
ALL_ACTIONS = ("accept", "reject", "cancel", "pay", "check_in", "complete", "comment", "reply", "review")
FULL = {"lat": 39.936, "lng": 116.403, "address_detail": "3 单元 502"}


async def shown(who: Client, order_id: int) -> dict[str, Any]:
    answer = await who.get(f"/api/v1.0/orders/{order_id}")
    assert answer.errno == 0, answer.json
    order: dict[str, Any] = answer.data["order"]
    return order


async def attempt(who: Client, order_id: int, action: str) -> int:
    """The HTTP status of an action."""
    path = f"/api/v1.0/orders/{order_id}"
    if action == "comment":
        return (await who.put(f"{path}/comment", {"comment": "好", "rating": 5})).status
    if action == "review":
        return (await who.put(f"{path}/review", {"review": "好", "rating": 5})).status
    if action == "reply":
        return (await who.put(f"{path}/reply", {"reply": "谢谢"})).status
    return (await who.put(f"{path}/status", {"action": action, "reason": "x"})).status


def begin_stay(scene: Scene) -> timedelta:
    """How far ahead the first morning of the stay is."""
    return midnight(scene.first) - scene.deps.now() + timedelta(hours=9)


@pytest.mark.parametrize("when", ["before the stay", "on its first day", "when the worker is late"])
@pytest.mark.parametrize("status", OrderStatus)
async def test_the_actions_that_are_offered_are_those_that_succeed(
    scene: Scene, make: Makers, clock: Clock, status: str, when: str
) -> None:
    order_id = await scene.paid(0, 2)
    clock.ahead = begin_stay(scene) if when == "on its first day" else timedelta()
    hours = -1 if when == "when the worker is late" else 1
    due = scene.deps.now() + timedelta(hours=hours) if status in LIVE else None
    commented = scene.deps.now() if status == S.COMPLETE else None
    for who in (scene.guest, scene.host):
        offered, succeeded = None, set()
        for action in ALL_ACTIONS:
            # every action starts from the same order
            sql = "UPDATE orders SET status = %s, due_at = %s, commented_at = %s, reply = NULL WHERE id = %s"
            await make.change(sql, status, due, commented, order_id)
            await make.change("DELETE FROM reviews")
            offered = set((await shown(who, order_id))["actions"])
            if await attempt(who, order_id, action) == 200:
                succeeded.add(action)
        assert offered == succeeded, who is scene.host


@pytest.mark.parametrize("status", OrderStatus)
async def test_the_place_is_shown_to_the_guest_from_the_payment_until_the_day_after(
    scene: Scene, make: Makers, clock: Clock, status: str
) -> None:
    order_id = await scene.paid(0, 2)
    await make.change(f"UPDATE houses SET {', '.join(f'{name} = %s' for name in FULL)}", *FULL.values())  # noqa: S608
    await make.change("UPDATE orders SET status = %s WHERE id = %s", status, order_id)
    end = scene.first + timedelta(days=2)
    for until, seen in ((scene.first, True), (end + timedelta(days=1), True), (end + timedelta(days=2), False)):
        clock.ahead = midnight(until) - scene.deps.now() + clock.ahead
        for who in (scene.guest, scene.host):
            role = "custom" if who is scene.guest else "landlord"
            [listed] = (await who.get(f"/api/v1.0/user/orders?role={role}")).data["orders"]
            exact = who is scene.host or (seen and status in SHOWN)
            for order in (await shown(who, order_id), listed):
                assert (order["area_name"], order["address"]) == ("东城区", "南锣鼓巷 15 号")
                assert {name: order[name] for name in FULL} == (FULL if exact else dict.fromkeys(FULL)), until
    stranger = await scene.another_guest()
    assert (await stranger.get(f"/api/v1.0/orders/{order_id}")).status == 404


# -- cancelling


async def test_a_cancellation_refunds_what_was_shown_or_nothing_happens(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.paid(0, 2)
    assert (await shown(scene.guest, order_id))["refund_today"] == 79800
    assert (await shown(scene.host, order_id))["refund_today"] == 79800
    clock.ahead = midnight(scene.first) - scene.deps.now()
    late = await scene.do(scene.guest, order_id, "cancel", refund=79800)
    assert (late.status, late.errmsg) == (409, "退款金额已变化，请重新确认")
    assert (await shown(scene.guest, order_id))["refund_today"] == 39900
    assert (await shown(scene.host, order_id))["refund_today"] == 79800
    assert await scene.status(order_id) == "PAID"
    assert (await scene.do(scene.guest, order_id, "cancel", refund=39900)).data["order"]["refund"] == 39900
    [row] = await make.rows("SELECT refund FROM payments")
    assert row == {"refund": 39900}


async def test_before_the_payment_a_cancellation_refunds_nothing(scene: Scene) -> None:
    order_id = await scene.accepted()
    assert (await shown(scene.guest, order_id))["refund_today"] is None
    assert (await scene.do(scene.guest, order_id, "cancel", refund=1)).status == 409
    assert (await scene.do(scene.guest, order_id, "cancel", refund=0)).errno == 0
    for wrong in (-1, "x", 1.5):
        assert list((await scene.do(scene.guest, order_id, "cancel", refund=wrong)).fields) == ["refund"]


# -- tabs


async def in_tab(who: Client, role: str, tab: str, **more: Any) -> list[int]:
    """The orders of a tab, read page by page."""
    found: list[int] = []
    after = ""
    while True:
        page = (await who.get(f"/api/v1.0/user/orders?role={role}&tab={tab}&size=2{after}")).data
        found += [order["order_id"] for order in page["orders"]]
        if page["next"] is None:
            return found
        after = f"&after={page['next']}"


async def test_each_order_is_upcoming_current_or_past(scene: Scene, make: Makers, clock: Clock) -> None:
    """The orders are made in another sequence than their stays."""
    ids = [await scene.book(start, 1) for start in (9, 3, 6, 0, 12)]
    clock.ahead = midnight(scene.first) - scene.deps.now()
    await make.change("UPDATE orders SET due_at = NULL")
    later, sooner, middle, begun, last = ids
    for order_id, status in ((middle, "WAIT_PAYMENT"), (begun, "PAID"), (last, "CANCELED")):
        await make.change("UPDATE orders SET status = %s WHERE id = %s", status, order_id)
    expected = {
        "upcoming": [sooner, middle, later],
        "current": [begun],
        "past": [last],
    }
    for who, role, pending in (
        (scene.guest, "custom", [middle]),
        (scene.host, "landlord", [sooner, later]),
    ):
        assert {tab: await in_tab(who, role, tab) for tab in expected} == expected
        assert await in_tab(who, role, "pending") == pending
        answer = await who.get(f"/api/v1.0/user/orders?role={role}")
        assert answer.data["counts"] == {"pending": len(pending), "upcoming": 3, "current": 1}
        assert len(answer.data["orders"]) == 5
    for status in ("WAIT_COMMENT", "COMPLETE", "REJECTED", "EXPIRED"):
        await make.change("UPDATE orders SET status = %s", status)
        assert await in_tab(scene.guest, "custom", "past") == sorted(ids, reverse=True)
        assert await in_tab(scene.guest, "custom", "upcoming") == []
    assert (await scene.guest.get("/api/v1.0/user/orders?tab=all")).errno == 4103


async def test_a_tab_after_a_strangers_order_tells_nothing_of_it(scene: Scene) -> None:
    mine = await scene.book(5, 1)
    stranger = await scene.another_guest()
    for start in (0, 9):
        other = await scene.book(start, 1, stranger)
        page = await scene.guest.get(f"/api/v1.0/user/orders?tab=upcoming&after={other}")
        assert page.data["orders"] == []
    assert await in_tab(scene.guest, "custom", "upcoming") == [mine]
