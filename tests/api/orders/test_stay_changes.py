"""Changing a stay: a night is sold once, and what was paid minus what went back is what the order costs."""

from datetime import timedelta
from typing import Any

import pytest

from services import jobs
from services.local_time import midnight, today
from tests.client import Answer, Client
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NIGHT = 39900


async def offer(scene: Scene, who: Client, order_id: int, start: int, days: int, **more: Any) -> Answer:
    body = {name: value for name, value in scene.stay(start, days).items() if name != "house_id"}
    return await who.post(f"/api/v1.0/orders/{order_id}/changes", body | {"guests": 1} | more)


async def answer(who: Client, order_id: int, offered: Answer, action: str) -> Answer:
    assert offered.errno == 0, offered.json
    path = f"/api/v1.0/orders/{order_id}/changes/{offered.data['change']['change_id']}"
    return await who.put(path, {"action": action})


async def held(make: Makers, order_id: int) -> list[Any]:
    rows = await make.rows("SELECT night FROM house_nights WHERE order_id = %s ORDER BY night", order_id)
    return [f"{row['night']}" for row in rows]


async def pay_difference(scene: Scene, order_id: int, offered: Answer) -> Answer:
    number = (await answer(scene.guest, order_id, offered, "pay")).data["pay_url"].rpartition("/")[2]
    return await scene.notify(number, offered.data["change"]["difference"])


async def kept(scene: Scene, make: Makers, order_id: int) -> int:
    """What the guest has paid and not got back, by the payment service's ledger, when the workers are done."""
    for _ in range(3):
        await jobs.run_all(scene.deps)
    assert scene.deps.pay_page
    sql = """SELECT out_trade_no FROM payments WHERE order_id = %s AND paid_at IS NOT NULL
             UNION SELECT out_trade_no FROM change_payments WHERE order_id = %s AND paid_at IS NOT NULL"""
    trades = [scene.deps.pay_page.look_up(row["out_trade_no"]) for row in await make.rows(sql, order_id, order_id)]
    return sum(trade.amount - (trade.refund or 0) for trade in trades if trade)


async def events_of(who: Client) -> list[str]:
    found = (await who.get("/api/v1.0/events?size=50")).data["events"]
    return [each["type"] for each in found if each["type"].startswith(("change.", "order.changed", "order.refunded"))]


async def test_a_shorter_stay_gives_the_difference_back(scene: Scene, make: Makers) -> None:
    order_id = await scene.paid(0, 4)
    offered = await offer(scene, scene.guest, order_id, 1, 2)
    change = offered.data["change"]
    assert (offered.status, change["difference"], change["actions"]) == (201, -2 * NIGHT, ["withdraw"])
    assert (await answer(scene.guest, order_id, offered, "accept")).errno == 4105
    accepted = await answer(scene.host, order_id, offered, "accept")
    assert accepted.data["change"]["status"] == "ACCEPTED"
    order = await scene.order(order_id)
    assert (order["amount"], order["days"], order["version"], order["refund"]) == (2 * NIGHT, 2, 4, None)
    assert await held(make, order_id) == scene.nights(1, 2) == await scene.taken()
    assert await kept(scene, make, order_id) == 2 * NIGHT
    told = ["change.offered", "change.accepted", "order.changed", "order.refunded"]
    assert await events_of(scene.guest) == await events_of(scene.host) == told
    assert (await answer(scene.host, order_id, offered, "accept")).status == 409
    other = await scene.book(0, 1, await scene.another_guest())
    assert other > order_id


async def test_a_longer_stay_takes_effect_when_the_difference_is_paid(scene: Scene, make: Makers) -> None:
    order_id = await scene.paid(0, 2)
    offered = await offer(scene, scene.host, order_id, 1, 3, guests=2)
    assert offered.data["change"]["difference"] == NIGHT
    accepted = (await answer(scene.guest, order_id, offered, "accept")).data["change"]
    assert (accepted["status"], accepted["actions"]) == ("WAIT_PAYMENT", ["pay", "withdraw"])
    order = await scene.order(order_id)
    assert (order["amount"], order["days"]) == (2 * NIGHT, 2)
    assert await held(make, order_id) == scene.nights(0, 4)
    assert (await pay_difference(scene, order_id, offered)).body == b"success"
    order = await scene.order(order_id)
    assert (order["amount"], order["days"], order["guests"]) == (3 * NIGHT, 3, 2)
    assert await held(make, order_id) == scene.nights(1, 3)
    assert await kept(scene, make, order_id) == 3 * NIGHT
    assert (await events_of(scene.guest)) == ["change.offered", "change.accepted", "order.changed"]


@pytest.mark.parametrize("end", ["expired", "withdrawn", "cancelled"])
async def test_an_unpaid_change_frees_its_nights_and_late_money_goes_back(
    scene: Scene, make: Makers, clock: Clock, end: str
) -> None:
    order_id = await scene.paid(0, 2)
    offered = await offer(scene, scene.guest, order_id, 0, 4)
    assert (await answer(scene.host, order_id, offered, "accept")).errno == 0
    number = (await answer(scene.guest, order_id, offered, "pay")).data["pay_url"].rpartition("/")[2]
    if end == "expired":
        clock.ahead = timedelta(hours=25)
        assert await jobs.expire_changes(scene.deps) == 1
    elif end == "withdrawn":
        assert (await answer(scene.host, order_id, offered, "withdraw")).status == 403
        assert (await answer(scene.guest, order_id, offered, "withdraw")).errno == 0
    else:
        assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
    assert await held(make, order_id) == ([] if end == "cancelled" else scene.nights(0, 2))
    [shown] = (await scene.host.get(f"/api/v1.0/orders/{order_id}/changes")).data["changes"]
    status = {"expired": "EXPIRED", "withdrawn": "WITHDRAWN", "cancelled": "ENDED"}[end]
    assert (shown["status"], shown["due"], shown["actions"]) == (status, None, [])
    assert (await scene.notify(number, 2 * NIGHT)).body == b"success"
    assert await kept(scene, make, order_id) == (0 if end == "cancelled" else 2 * NIGHT)
    assert (await scene.order(order_id))["amount"] == 2 * NIGHT


async def test_a_notice_that_was_lost_is_asked_for_before_the_change_expires(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.paid(0, 2)
    offered = await offer(scene, scene.guest, order_id, 0, 3)
    assert (await answer(scene.host, order_id, offered, "accept")).errno == 0
    number = (await answer(scene.guest, order_id, offered, "pay")).data["pay_url"].rpartition("/")[2]
    assert scene.deps.pay_page
    await scene.deps.pay_page.pay(number)
    clock.ahead = timedelta(hours=25)
    await jobs.expire_changes(scene.deps)
    assert (await scene.order(order_id))["days"] == 3
    assert await kept(scene, make, order_id) == 3 * NIGHT


@pytest.mark.parametrize("by_host", [True, False])
async def test_cancelling_after_changes_refunds_by_what_was_paid_in_sum(
    scene: Scene, make: Makers, clock: Clock, by_host: bool
) -> None:
    """Dearer, then cheaper, then dearer: three payments and refunds of parts."""
    order_id = await scene.paid(0, 3)
    for days in (5, 2, 4):
        offered = await offer(scene, scene.guest, order_id, 0, days)
        assert (await answer(scene.host, order_id, offered, "accept")).errno == 0
        if offered.data["change"]["difference"] > 0:
            await pay_difference(scene, order_id, offered)
        assert await kept(scene, make, order_id) == days * NIGHT == (await scene.order(order_id))["amount"]
    clock.ahead = timedelta(days=(scene.first - today(scene.deps)).days)
    refund = (await scene.order(order_id))["refund_today"]
    assert refund == 2 * NIGHT
    assert (await scene.do(scene.host if by_host else scene.guest, order_id, "cancel")).errno == 0
    assert await kept(scene, make, order_id) == (0 if by_host else 2 * NIGHT)
    assert (await scene.order(order_id))["refund"] == (4 * NIGHT if by_host else 2 * NIGHT)
    assert await held(make, order_id) == []


async def test_moving_a_stay_away_wins_no_refund_back(scene: Scene, clock: Clock) -> None:
    order_id = await scene.paid(0, 2)
    clock.ahead = midnight(scene.first - timedelta(days=1)) - scene.deps.now() + timedelta(hours=9)
    offered = await offer(scene, scene.guest, order_id, 30, 2)
    assert (await answer(scene.host, order_id, offered, "accept")).errno == 0
    order = await scene.order(order_id)
    assert (order["start_date"], order["refunds"][0]["until"]) == (
        scene.nights(30, 1)[0],
        f"{scene.first - timedelta(days=1)}",
    )
    moved = await offer(scene, scene.host, order_id, 31, 2)
    assert (await answer(scene.guest, order_id, moved, "accept")).errno == 0
    assert (await scene.order(order_id))["refunds"][0]["until"] == scene.nights(30, 1)[0]


async def test_taken_nights_leave_everything_as_it_was(scene: Scene, make: Makers) -> None:
    order_id = await scene.paid(0, 2)
    offered = await offer(scene, scene.guest, order_id, 1, 3)
    other = await scene.book(2, 1, await scene.another_guest())
    before = await scene.order(order_id)
    refused = await answer(scene.host, order_id, offered, "accept")
    assert (refused.status, refused.errmsg) == (409, "所选日期已被预订")
    assert await scene.order(order_id) == before
    assert (await held(make, order_id), await held(make, other)) == (scene.nights(0, 2), scene.nights(2, 1))
    assert (await offer(scene, scene.guest, order_id, 1, 1)).errno == 4003
    assert (await answer(scene.guest, order_id, offered, "withdraw")).errno == 0
    assert (await offer(scene, scene.guest, order_id, 1, 3)).status == 409
    assert (await offer(scene, scene.guest, order_id, 1, 1)).errno == 0


async def test_a_stay_that_has_begun_keeps_its_first_day(scene: Scene, make: Makers, clock: Clock) -> None:
    order_id = await scene.paid(0, 3)
    clock.ahead = timedelta(days=(scene.first - today(scene.deps)).days + 1)
    assert (await scene.do(scene.guest, order_id, "check_in")).errno == 0
    assert list((await offer(scene, scene.guest, order_id, 1, 2)).fields) == ["start_date"]
    assert list((await offer(scene, scene.guest, order_id, 0, 1)).fields) == ["end_date"]
    offered = await offer(scene, scene.guest, order_id, 0, 5)
    assert (await answer(scene.host, order_id, offered, "accept")).errno == 0
    await pay_difference(scene, order_id, offered)
    assert await held(make, order_id) == scene.nights(0, 5)
    shorter = await offer(scene, scene.host, order_id, 0, 2)
    assert (await answer(scene.guest, order_id, shorter, "accept")).errno == 0
    assert await kept(scene, make, order_id) == 2 * NIGHT


async def test_an_offer_ends_with_its_time_and_with_the_next_step_of_the_order(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.paid(0, 2)
    offered = await offer(scene, scene.guest, order_id, 0, 1)
    assert (await answer(scene.host, order_id, offered, "decline")).data["change"]["status"] == "DECLINED"
    late = await offer(scene, scene.guest, order_id, 0, 1)
    clock.ahead = timedelta(hours=24, seconds=1)
    assert (await answer(scene.host, order_id, late, "accept")).status == 409
    assert await jobs.expire_changes(scene.deps) == 1
    clock.ahead = midnight(scene.first) - scene.deps.now() + clock.ahead - timedelta(hours=2)
    near = await offer(scene, scene.guest, order_id, 0, 1)
    due = (await make.rows("SELECT due_at FROM stay_changes WHERE open_of = %s", order_id))[0]["due_at"]
    assert due == midnight(scene.first)
    clock.ahead += timedelta(hours=1, minutes=59)
    assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
    assert (await answer(scene.host, order_id, near, "accept")).status == 409
    assert (await offer(scene, scene.guest, order_id, 0, 1)).status == 409
    assert await kept(scene, make, order_id) == 0


async def test_a_change_is_of_its_parties_only(scene: Scene) -> None:
    order_id, unpaid = await scene.paid(0, 2), await scene.accepted(5, 1)
    offered = await offer(scene, scene.guest, order_id, 0, 1)
    stranger = await scene.another_guest()
    path = f"/api/v1.0/orders/{order_id}/changes"
    dates = f"start_date={scene.nights(0, 1)[0]}&end_date={scene.nights(1, 1)[0]}&guests=1"
    for refused in (
        await stranger.get(path),
        await stranger.get(f"{path}/quote?{dates}"),
        await offer(scene, stranger, order_id, 0, 1),
        await answer(stranger, order_id, offered, "accept"),
        await answer(scene.host, unpaid, offered, "accept"),
        await scene.host.put(f"{path}/999999", {"action": "accept"}),
    ):
        assert (refused.status, refused.errno) == (404, 4002)
    assert (await offer(scene, scene.guest, unpaid, 5, 2)).status == 409
    assert (await scene.host.get(f"{path}/quote?{dates}")).data["difference"] == -NIGHT


async def test_wrong_fields_are_named(scene: Scene) -> None:
    order_id = await scene.paid(0, 2)
    assert list((await offer(scene, scene.guest, order_id, -30, 60)).fields) == ["start_date"]
    assert list((await offer(scene, scene.guest, order_id, 0, 2, guests=5)).fields) == ["guests"]
    assert list((await offer(scene, scene.guest, order_id, 0, 91)).fields) == ["end_date"]
    assert list((await offer(scene, scene.guest, order_id, 400, 1)).fields) == ["end_date"]
    same = await offer(scene, scene.guest, order_id, 0, 2)
    assert (same.status, same.errmsg) == (409, "日期和人数都没有改变")
    assert (await offer(scene, scene.guest, order_id, 0, 1, difference=-1)).errmsg == "价格已变化，请重新确认"
    assert (await offer(scene, scene.guest, order_id, 0, 1, version=1)).status == 409
