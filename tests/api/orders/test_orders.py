"""Booking a stay, and what its guest and its host do with the order."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from models.orders.bill import RefundTier
from services import jobs
from services.local_time import LOCAL, today
from services.orders import pricing
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
TAKEN = (409, 4004, "所选日期已被预订")
STALE = (409, 4004, "订单状态已变化，请刷新后重试")


def said(answer: Any) -> tuple[int, int, str]:
    return answer.status, answer.errno, answer.errmsg


async def test_a_stay_from_booking_to_review(scene: Scene, clock: Clock) -> None:
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay(0, 2, guests=3))
    assert answer.status == 201
    assert answer.data == {
        "order_id": answer.data["order_id"],
        "days": 2,
        "amount": 79800,
        "deposit": 50000,
        "items": [{"item": "nights", "amount": 79800, "price": 39900, "count": 2}],
    }
    order_id = answer.data["order_id"]
    assert await scene.taken() == scene.nights(0, 2)
    assert (await scene.order(order_id))["actions"] == ["cancel"]
    accepted = await scene.do(scene.host, order_id, "accept")
    assert accepted.data["order"]["status"] == "WAIT_PAYMENT"
    assert (await scene.order(order_id))["actions"] == ["cancel", "pay"]
    assert (await scene.pay(order_id)).body == b"success"
    assert await scene.status(order_id) == "PAID"
    early = await scene.do(scene.host, order_id, "check_in")
    assert said(early) == (409, 4004, "还没有到入住日期")
    clock.ahead = timedelta(days=(scene.first - today(scene.deps)).days)
    assert (await scene.do(scene.host, order_id, "check_in")).data["order"]["status"] == "IN_STAY"
    assert (await scene.do(scene.guest, order_id, "complete")).data["order"]["status"] == "WAIT_COMMENT"
    review = {"comment": "很好\n下次再来", "rating": 4}
    assert (await scene.guest.put(f"/api/v1.0/orders/{order_id}/comment", review)).errno == 0
    assert (await scene.host.put(f"/api/v1.0/orders/{order_id}/review", {"review": "好", "rating": 5})).errno == 0
    assert (await scene.host.put(f"/api/v1.0/orders/{order_id}/reply", {"reply": "欢迎"})).errno == 0
    order = await scene.order(order_id)
    assert (order["status"], order["rating"], order["reply"], order["actions"]) == ("COMPLETE", 4, "欢迎", [])
    assert [event["to"] for event in order["events"]] == [
        "WAIT_ACCEPT", "WAIT_PAYMENT", "PAID", "IN_STAY", "WAIT_COMMENT", "COMPLETE",
    ]  # fmt: skip
    house = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}")).data["house"]
    assert (house["rating"], house["review_count"], house["order_count"]) == (4, 1, 1)
    [shown] = house["reviews"]
    assert (shown["user_name"], shown["content"], shown["reply"]) == ("匿名用户", "很好\n下次再来", "欢迎")


async def test_every_transition_is_recorded_with_who_when_and_which_request(scene: Scene, make: Makers) -> None:
    order_id = await scene.book()
    answer = await scene.do(scene.host, order_id, "reject", reason="装修")
    host_id = (await scene.host.get("/api/v1.0/user")).data["user_id"]
    [_, event] = await make.rows("SELECT * FROM order_events WHERE order_id = %s ORDER BY id", order_id)
    assert event["request_id"] == answer.headers["X-Request-Id"]
    assert (event["action"], event["actor"], event["user_id"]) == ("reject", "landlord", host_id)
    assert (event["source"], event["target"]) == ("WAIT_ACCEPT", "REJECTED")


RULES: dict[str, tuple[dict[str, Any], tuple[int, int], str]] = {
    "no night": ({"start": 0, "days": 0}, (400, 4103), "end_date"),
    "backwards": ({"start": 0, "days": -2}, (400, 4103), "end_date"),
    "91 nights": ({"start": 0, "days": 91}, (400, 4103), "end_date"),
    "in the past": ({"start": -30, "days": 2}, (400, 4103), "start_date"),
    "beyond a year": ({"start": 360, "days": 2}, (400, 4103), "end_date"),
    "too short": ({"days": 1}, (400, 4103), "end_date"),
    "too long": ({"days": 8}, (400, 4103), "end_date"),
    "too many guests": ({"guests": 5}, (400, 4103), "guests"),
    "no guest": ({"guests": 0}, (400, 4103), "guests"),
    "half a guest": ({"guests": 1.5}, (400, 4103), "guests"),
    "no house": ({"house_id": 10**12}, (404, 4002), ""),
    "no date": ({"start_date": "2026-02-30"}, (400, 4103), "start_date"),
    "another form of date": ({"start_date": "21/11/2026"}, (400, 4103), "start_date"),
}


@pytest.mark.parametrize("rule", RULES)
async def test_what_the_rules_forbid_is_refused_and_takes_no_night(scene: Scene, make: Makers, rule: str) -> None:
    asked, expected, field = RULES[rule]
    await make.change("UPDATE houses SET min_days = 2, max_days = 7 WHERE id = %s", scene.house_id)
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay(**asked))
    assert (answer.status, answer.errno) == expected
    assert list(answer.fields) == ([field] if field else [])
    await nothing_is_sold(make)
    old = await scene.guest.post("/api/order", scene.stay(**asked))
    assert (old.status, old.errno) == (200, expected[1])
    await nothing_is_sold(make)


async def nothing_is_sold(make: Makers) -> None:
    assert await make.rows("SELECT 1 FROM orders") == []
    assert await make.rows("SELECT 1 FROM house_nights") == []


@pytest.mark.parametrize("change", ["online = FALSE", "review = 'pending'", "deleted = TRUE"])
async def test_a_house_that_is_not_public_cannot_be_booked(scene: Scene, make: Makers, change: str) -> None:
    await make.change(f"UPDATE houses SET {change} WHERE id = %s", scene.house_id)  # noqa: S608
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay())
    assert said(answer) == (404, 4002, "房屋不存在")
    assert (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/quote?{stay_query(scene)}")).status == 404
    await nothing_is_sold(make)


async def test_ones_own_house_cannot_be_booked(scene: Scene, make: Makers) -> None:
    answer = await scene.host.post("/api/v1.0/orders", scene.stay())
    assert said(answer) == (403, 4105, "不能预订自己的房屋")
    assert (await scene.host.post("/api/order", scene.stay())).errno == 4105
    await nothing_is_sold(make)


async def test_booking_takes_a_real_name(scene: Scene, make: Makers) -> None:
    await make.sign_in(scene.guest)
    assert said(await scene.guest.post("/api/v1.0/orders", scene.stay())) == (403, 4104, "请先完成实名认证")
    await nothing_is_sold(make)


async def test_five_orders_may_wait_for_an_answer_or_their_payment(scene: Scene) -> None:
    order_ids = [await scene.book(start, 1) for start in range(5)]
    assert said(await scene.guest.post("/api/v1.0/orders", scene.stay(5, 1))) == (
        409,
        4004,
        "待接单和待支付的订单已达上限",
    )
    await scene.do(scene.host, order_ids[0], "accept")
    assert (await scene.guest.post("/api/v1.0/orders", scene.stay(5, 1))).status == 409
    await scene.pay(order_ids[0])
    await scene.book(5, 1)


@pytest.mark.settings(limit_order_per_user="3/1m")
async def test_orders_have_a_limit_in_time_and_a_retry_counts_once(scene: Scene) -> None:
    key = {"Idempotency-Key": "a"}
    for _ in range(5):
        refused = await scene.guest.post("/api/v1.0/orders", scene.stay(guests=9), headers=key)
        assert refused.status == 400
    await scene.book(0, 1)
    await scene.book(1, 1)
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay(2, 1))
    assert (answer.status, answer.errno) == (429, 4201)
    assert answer.headers["Retry-After"]


async def test_a_taken_night_cannot_be_booked_and_the_day_of_leaving_can(scene: Scene) -> None:
    await scene.book(2, 3)
    other = await scene.another_guest()
    for start, days in ((2, 3), (1, 2), (4, 2), (0, 9), (3, 1)):
        answer = await other.post("/api/v1.0/orders", scene.stay(start, days))
        assert said(answer) == TAKEN
        old = await other.post("/api/order", scene.stay(start, days))
        assert (old.status, old.errno) == (200, 4004)
    await scene.book(0, 2, other)
    await scene.book(5, 2, other)
    assert await scene.taken() == scene.nights(0, 7)


async def test_blocked_nights_cannot_be_booked(scene: Scene) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/calendar", {"blocked": scene.nights(1, 1)})
    assert said(await scene.guest.post("/api/v1.0/orders", scene.stay(0, 3))) == TAKEN
    await scene.book(0, 1)
    blocking = await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/calendar", {"blocked": scene.nights(0, 2)})
    assert blocking.status == 409
    assert await scene.taken() == scene.nights(0, 2)


async def test_prices_that_a_client_sends_are_ignored(scene: Scene) -> None:
    forged = {"price": 1, "amount": 1, "deposit": 0, "user_id": 1, "status": "PAID", "items": [], "days": 1}
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay() | forged)
    order = await scene.order(answer.data["order_id"])
    assert (order["amount"], order["deposit"], order["status"], order["days"]) == (79800, 50000, "WAIT_ACCEPT", 2)


async def test_an_order_keeps_its_price(scene: Scene) -> None:
    order_id = await scene.book()
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"weekend_price": 1, "cleaning_fee": 10**6})
    assert (await scene.order(order_id))["amount"] == 79800


# -- transitions


@pytest.mark.parametrize("how", ["reject", "cancel"])
async def test_the_nights_of_a_canceled_or_rejected_order_are_free_again(scene: Scene, how: str) -> None:
    order_id = await scene.book()
    await (
        scene.do(scene.guest, order_id, "cancel")
        if how == "cancel"
        else scene.do(scene.host, order_id, "reject", reason="装修")
    )
    assert await scene.status(order_id) == {"reject": "REJECTED", "cancel": "CANCELED"}[how]
    assert await scene.taken() == []
    await scene.book(0, 2, await scene.another_guest())


async def test_a_rejection_has_a_reason_that_the_guest_reads(scene: Scene) -> None:
    order_id = await scene.book()
    for nothing in ({}, {"reason": ""}, {"reason": "  "}, {"reason": None}):
        assert list((await scene.do(scene.host, order_id, "reject", **nothing)).fields) == ["reason"]
    assert await scene.status(order_id) == "WAIT_ACCEPT"
    assert (await scene.do(scene.host, order_id, "reject", reason="装修中")).errno == 0
    assert (await scene.order(order_id))["reject_reason"] == "装修中"


ILLEGAL = {
    "WAIT_ACCEPT": {"guest": ("pay", "check_in", "complete"), "host": ("check_in", "complete")},
    "WAIT_PAYMENT": {"guest": ("check_in", "complete"), "host": ("accept", "reject", "complete")},
    "PAID": {"guest": ("pay", "complete"), "host": ("accept", "reject")},
    "CANCELED": {"guest": ("cancel", "pay", "check_in"), "host": ("accept", "reject", "cancel")},
}


@pytest.mark.parametrize("status", ILLEGAL)
async def test_an_illegal_transition_is_a_conflict_and_changes_nothing(scene: Scene, status: str) -> None:
    order_id = await {
        "WAIT_ACCEPT": scene.book,
        "WAIT_PAYMENT": scene.accepted,
        "PAID": scene.paid,
        "CANCELED": scene.book,
    }[status]()
    if status == "CANCELED":
        await scene.do(scene.guest, order_id, "cancel")
    for who, actions in (("guest", scene.guest), ("host", scene.host)):
        for action in ILLEGAL[status][who]:
            assert said(await scene.do(actions, order_id, action, reason="x")) == STALE, action
    assert await scene.status(order_id) == status


async def test_an_action_of_the_other_party_is_refused(scene: Scene) -> None:
    order_id = await scene.book()
    for who, action in ((scene.guest, "accept"), (scene.guest, "reject"), (scene.host, "pay")):
        answer = await scene.do(who, order_id, action, reason="x")
        assert (answer.status, answer.errno) == (403, 4105), action
    assert (await scene.host.put(f"/api/v1.0/orders/{order_id}/comment", {"comment": "x", "rating": 5})).errno == 4105
    assert (await scene.guest.put(f"/api/v1.0/orders/{order_id}/reply", {"reply": "x"})).errno == 4105
    assert await scene.status(order_id) == "WAIT_ACCEPT"


async def test_a_stranger_does_not_even_learn_that_an_order_exists(scene: Scene) -> None:
    order_id = await scene.book()
    stranger = await scene.another_guest()
    path = f"/api/v1.0/orders/{order_id}"
    answers = [await stranger.get(path), await stranger.get("/api/v1.0/orders/999999999")]
    answers += [await scene.do(stranger, order_id, action, reason="x") for action in ("accept", "cancel", "pay")]
    answers.append(await stranger.put(f"{path}/comment", {"comment": "x", "rating": 1}))
    answers.append(await stranger.put(f"{path}/reply", {"reply": "x"}))
    answers.append(await stranger.put(f"{path}/review", {"review": "x", "rating": 1}))
    assert {said(answer) for answer in answers} == {(404, 4002, "订单不存在")}
    assert (await stranger.get("/api/v1.0/user/orders?role=custom")).data["orders"] == []


async def test_a_review_is_written_once_after_the_stay_and_answered_once(scene: Scene, clock: Clock) -> None:
    order_id = await scene.paid()
    review = f"/api/v1.0/orders/{order_id}/comment"
    reply = f"/api/v1.0/orders/{order_id}/reply"
    assert said(await scene.guest.put(review, {"comment": "x", "rating": 5})) == STALE
    clock.ahead = timedelta(days=30)
    await jobs.run_all(scene.deps)
    assert (await scene.host.put(reply, {"reply": "x"})).status == 409
    for bad in ({"rating": 5}, {"comment": "x"}, {"comment": "x", "rating": 6}, {"comment": "x", "rating": 0}):
        assert (await scene.guest.put(review, bad)).errno == 4103
    assert (await scene.guest.put(review, {"comment": "好", "rating": 5})).errno == 0
    assert said(await scene.guest.put(review, {"comment": "坏", "rating": 1})) == STALE
    assert said(await scene.host.put(reply, {"reply": "谢谢"})) == (409, 4004, "还没有公布的评价")
    await scene.host.put(f"/api/v1.0/orders/{order_id}/review", {"review": "好", "rating": 5})
    assert (await scene.host.put(reply, {"reply": "谢谢"})).errno == 0
    assert (await scene.host.put(reply, {"reply": "不谢"})).errno == 4003
    order = await scene.order(order_id)
    assert (order["comment"], order["rating"], order["reply"]) == ("好", 5, "谢谢")


# -- deadlines


async def test_an_order_that_nobody_answers_expires_after_a_day(scene: Scene, clock: Clock) -> None:
    order_id = await scene.book()
    clock.ahead = timedelta(hours=23, minutes=59)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "WAIT_ACCEPT"
    clock.ahead = timedelta(hours=24, seconds=1)
    assert said(await scene.do(scene.host, order_id, "accept")) == STALE
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "EXPIRED"
    assert await scene.taken() == []


async def test_an_order_that_nobody_pays_expires_after_a_day(scene: Scene, clock: Clock) -> None:
    order_id = await scene.accepted()
    clock.ahead = timedelta(hours=23, minutes=59)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "WAIT_PAYMENT"
    clock.ahead = timedelta(hours=24, seconds=1)
    assert said(await scene.do(scene.guest, order_id, "pay")) == STALE
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "EXPIRED"
    assert await scene.taken() == []


async def time_left(scene: Scene, order_id: int) -> timedelta:
    """Until it expires, as the guest is shown; to the minute."""
    due = datetime.fromisoformat((await scene.order(order_id))["due"])
    return timedelta(minutes=round((due - scene.deps.clock()) / timedelta(minutes=1)))


@pytest.mark.parametrize(
    ("days", "to_answer", "to_pay"), [(8, 24, 24), (7, 24, 24), (6, 12, 12), (1, 12, 12), (0, 2, 1)]
)
async def test_there_is_less_time_to_answer_and_to_pay_as_the_stay_comes_near(
    scene: Scene, clock: Clock, days: int, to_answer: int, to_pay: int
) -> None:
    clock.ahead = at_noon(scene)
    scene.first = today(scene.deps)
    order_id = await scene.book(days, 3)
    assert await time_left(scene, order_id) == timedelta(hours=to_answer)
    clock.ahead += timedelta(hours=1)
    await scene.do(scene.host, order_id, "accept")
    assert await time_left(scene, order_id) == timedelta(hours=to_pay)


async def test_no_deadline_is_after_the_end_of_the_stay(scene: Scene, clock: Clock) -> None:
    clock.ahead = at_noon(scene) + timedelta(hours=11)
    scene.first = today(scene.deps)
    order_id = await scene.book(0, 1)
    assert await time_left(scene, order_id) == timedelta(hours=1)
    await scene.do(scene.host, order_id, "accept")
    assert await time_left(scene, order_id) == timedelta(hours=1)


def at_noon(scene: Scene) -> timedelta:
    """How far ahead the next noon at the houses is."""
    now = scene.deps.clock().astimezone(LOCAL)
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0)
    return noon - now if noon > now else noon + timedelta(days=1) - now


async def test_a_stay_ends_at_its_date_at_the_house(scene: Scene, clock: Clock, make: Makers) -> None:
    order_id = await scene.paid(0, 2)
    [row] = await make.rows("SELECT due_at FROM orders WHERE id = %s", order_id)
    # midnight in Beijing is 16:00 of the day before in UTC
    assert f"{row['due_at']}" == f"{scene.first + timedelta(days=1)} 16:00:00"
    clock.ahead = row["due_at"] - scene.deps.now() - timedelta(minutes=1)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "PAID"
    clock.ahead += timedelta(minutes=2)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "WAIT_COMMENT"


# -- reading


async def test_both_parties_see_their_orders_the_newest_first_page_by_page(scene: Scene) -> None:
    order_ids = [await scene.book(start, 1) for start in range(5)]
    for who, role in ((scene.guest, "custom"), (scene.host, "landlord")):
        first = await who.get(f"/api/v1.0/user/orders?role={role}&size=3")
        assert [order["order_id"] for order in first.data["orders"]] == order_ids[:1:-1]
        rest = await who.get(f"/api/v1.0/user/orders?role={role}&size=3&after={first.data['next']}")
        assert [order["order_id"] for order in rest.data["orders"]] == order_ids[1::-1]
        assert rest.data["next"] is None
        for size, after in ((4, order_ids[1]), (5, None), (6, None)):
            page = await who.get(f"/api/v1.0/user/orders?role={role}&size={size}")
            assert (len(page.data["orders"]), page.data["next"]) == (min(size, 5), after)
    assert (await scene.guest.get("/api/v1.0/user/orders?role=landlord")).data["orders"] == []
    assert (await scene.guest.get("/api/v1.0/user/orders?role=admin")).errno == 4103


async def test_the_parties_see_each_others_mobile_once_the_order_is_paid(scene: Scene, clock: Clock) -> None:
    people = {who: (await who.get("/api/v1.0/user")).data for who in (scene.guest, scene.host)}
    order_id = await scene.accepted()
    for paid in (False, True):
        for who, other in ((scene.guest, scene.host), (scene.host, scene.guest)):
            answer = await who.get(f"/api/v1.0/orders/{order_id}")
            assert answer.data["order"]["contact"] == (people[other]["mobile"] if paid else None)
            assert (people[other]["mobile"].encode() in answer.body) == paid
        if not paid:
            await scene.pay(order_id)
    clock.ahead = timedelta(days=40)
    await jobs.run_all(scene.deps)
    assert (await scene.order(order_id))["contact"] is None
    await scene.guest.put("/api/v1.0/user/name", {"name": "小王"})
    order = (await scene.host.get(f"/api/v1.0/orders/{order_id}")).data["order"]
    assert (order["guest_name"], order["host_name"]) == ("小王", "匿名用户")


async def test_each_party_is_notified_of_what_the_other_did(scene: Scene, clock: Clock) -> None:
    order_id = await scene.accepted()
    await scene.make.change("UPDATE orders SET due_at = NOW() WHERE id = %s", order_id)
    clock.ahead = timedelta(minutes=1)
    await jobs.run_all(scene.deps)
    heard = {}
    for who in (scene.guest, scene.host):
        notices = (await who.get("/api/v1.0/user/notices")).data["notices"]
        assert {notice["order_id"] for notice in notices} == {order_id}
        heard[who] = [(notice["action"], notice["actor"]) for notice in notices]
    assert heard[scene.guest] == [("expire", "clock"), ("accept", "landlord")]
    assert heard[scene.host] == [("expire", "clock"), ("book", "custom")]


async def test_a_house_with_an_order_that_has_yet_to_end_stays(scene: Scene) -> None:
    order_id = await scene.book()
    path = f"/api/v1.0/houses/{scene.house_id}"
    assert said(await scene.host.delete(path)) == (409, 4004, "该房屋还有未结束的订单")
    await scene.do(scene.guest, order_id, "cancel")
    assert (await scene.host.delete(path)).errno == 0
    assert await scene.status(order_id) == "CANCELED"


# -- quotes


def stay_query(scene: Scene, start: int = 0, days: int = 2) -> str:
    stay = scene.stay(start, days)
    return f"sd={stay['start_date']}&ed={stay['end_date']}"


async def quoted(scene: Scene, start: int = 0, days: int = 2) -> Any:
    return await scene.new_client().get(f"/api/v1.0/houses/{scene.house_id}/quote?{stay_query(scene, start, days)}")


async def test_a_quote_is_what_booking_will_cost(scene: Scene) -> None:
    prices = {
        "weekend_price": 50000,
        "cleaning_fee": 8000,
        "weekly_discount": 10,
        "monthly_discount": 25,
        "cancellation": "moderate",
        "ranges": [{"start_date": scene.nights(2, 1)[0], "end_date": scene.nights(4, 1)[0], "price": 60000}],
    }
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    assert (await scene.host.put(path, prices)).errno == 0
    assert (await scene.guest.get(path)).data == prices | {"price": 39900}
    quote = (await quoted(scene, 0, 7)).data
    assert [night["price"] for night in quote["nights"]] == [39900, 39900, 60000, 60000, 50000, 50000, 39900]
    assert quote["items"] == [
        {"item": "dated_nights", "amount": 120000, "price": 60000, "count": 2},
        {"item": "nights", "amount": 119700, "price": 39900, "count": 3},
        {"item": "weekend_nights", "amount": 100000, "price": 50000, "count": 2},
        {"item": "cleaning_fee", "amount": 8000, "price": None, "count": None},
        {"item": "weekly_discount", "amount": -33970, "price": None, "count": None},
    ]
    assert (quote["total"], quote["deposit"], quote["days"]) == (313730, 50000, 7)
    assert quote["refunds"] == [
        {"until": f"{scene.first - timedelta(days=5)}", "percent": 100, "amount": 313730},
        {"until": f"{scene.first - timedelta(days=1)}", "percent": 50, "amount": 156865},
    ]
    order = await scene.order(await scene.book(0, 7))
    assert (order["amount"], order["items"], order["cancellation"]) == (quote["total"], quote["items"], "moderate")
    month = (await quoted(scene, 7, 28)).data
    assert month["items"][-1]["item"] == "monthly_discount"


async def test_a_quote_promises_no_refund_that_is_past(scene: Scene, clock: Clock) -> None:
    clock.ahead = timedelta(days=(scene.first - today(scene.deps)).days)
    assert [refund["percent"] for refund in (await quoted(scene)).data["refunds"]] == [50]


async def test_a_quote_says_why_a_stay_cannot_be_booked(scene: Scene) -> None:
    await scene.book(0, 2)
    assert said(await quoted(scene, 1, 2)) == TAKEN
    assert list((await quoted(scene, -60, 2)).fields) == ["sd"]
    assert list((await quoted(scene, 0, 91)).fields) == ["ed"]
    assert (await quoted(scene, 2, 2)).errno == 0


BAD_PRICES: list[tuple[dict[str, Any], str]] = [
    ({"weekend_price": 0}, "weekend_price"),
    ({"weekend_price": -1}, "weekend_price"),
    ({"cleaning_fee": None}, "cleaning_fee"),
    ({"weekly_discount": 91}, "weekly_discount"),
    ({"monthly_discount": "many"}, "monthly_discount"),
    ({"cancellation": "never"}, "cancellation"),
    ({"ranges": [{"start_date": "2027-01-02", "end_date": "2027-01-02", "price": 1}]}, "ranges"),
    ({"ranges": [{"start_date": "2027-01-02", "end_date": "2027-01-03"}]}, "ranges"),
    ({"ranges": [{"start_date": "2027-01-02", "end_date": "2027-01-03", "price": 0}]}, "ranges"),
    (
        {
            "ranges": [
                {"start_date": "2027-01-02", "end_date": "2027-01-05", "price": 1},
                {"start_date": "2027-01-04", "end_date": "2027-01-06", "price": 1},
            ]
        },
        "ranges",
    ),
    ({"ranges": [1]}, "ranges"),
    ({"ranges": "x"}, "ranges"),
]


@pytest.mark.parametrize(("prices", "field"), BAD_PRICES, ids=str)
async def test_prices_that_are_none_are_refused(scene: Scene, prices: dict[str, Any], field: str) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    before = (await scene.host.get(path)).data
    answer = await scene.host.put(path, {"cleaning_fee": 100} | prices)
    assert (answer.errno, list(answer.fields)) == (4103, [field])
    assert (await scene.host.put(path, {})).errno == 4103
    assert (await scene.guest.put(path, {"cleaning_fee": 100})).errno == 4105
    assert (await scene.host.get(path)).data == before


async def test_what_is_not_given_stays_as_it_is(scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}/prices"
    await scene.host.put(path, {"weekend_price": 50000, "cleaning_fee": 300})
    await scene.host.put(path, {"weekend_price": None, "cancellation": "strict"})
    prices = (await scene.host.get(path)).data
    assert (prices["weekend_price"], prices["cleaning_fee"], prices["cancellation"]) == (None, 300, "strict")


# -- Idempotency-Key


async def test_a_retry_with_its_key_is_the_same_order(scene: Scene, clock: Clock, make: Makers) -> None:
    key = {"Idempotency-Key": "7f1c"}
    first = await scene.guest.post("/api/v1.0/orders", scene.stay(), headers=key)
    again = await scene.guest.post("/api/v1.0/orders", scene.stay(), headers=key)
    assert (first.status, first.json) == (again.status, again.json)
    await scene.do(scene.host, first.data["order_id"], "accept")
    assert (await scene.guest.post("/api/v1.0/orders", scene.stay(), headers=key)).json == first.json
    other = await scene.guest.post("/api/v1.0/orders", scene.stay(5, 1), headers=key)
    assert said(other) == (409, 4004, "该 Idempotency-Key 已用于另一个请求")
    assert len(await make.rows("SELECT id FROM orders")) == 1
    clock.ahead = timedelta(hours=25)
    await jobs.run_all(scene.deps)
    assert await make.rows("SELECT 1 FROM idempotency_keys") == []
    assert (await scene.guest.post("/api/v1.0/orders", scene.stay(5, 1), headers=key)).status == 201


async def test_a_key_is_one_users_and_one_routes(scene: Scene) -> None:
    key = {"Idempotency-Key": "same"}
    other = await scene.another_guest()
    answers = [
        await scene.guest.post("/api/v1.0/orders", scene.stay(0, 1), headers=key),
        await other.post("/api/v1.0/orders", scene.stay(1, 1), headers=key),
        await other.post("/api/order", scene.stay(2, 1), headers=key),
    ]
    assert [answer.errno for answer in answers] == [0, 0, 0]


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb"])
async def test_a_key_that_is_none_is_refused(scene: Scene, make: Makers, key: str) -> None:
    answer = await scene.guest.post("/api/v1.0/orders", scene.stay(), headers={"Idempotency-Key": key})
    assert (answer.errno, list(answer.fields)) == (4103, ["Idempotency-Key"])
    await nothing_is_sold(make)


# -- the AJAX routes


async def test_the_ajax_routes_do_the_same(scene: Scene, clock: Clock) -> None:
    booked = await scene.guest.post("/api/order", form={name: str(v) for name, v in scene.stay().items()})
    assert (booked.status, booked.errno) == (200, 0)
    order_id = booked.json["order_id"]
    [mine] = (await scene.guest.get("/api/order/my?role=custom")).json["orders"]
    assert set(mine) == {
        "order_id", "title", "img_url", "start_date", "end_date", "ctime", "days", "amount", "status", "comment",
    }  # fmt: skip
    assert (mine["order_id"], mine["amount"], mine["days"], mine["status"]) == (order_id, 79800, 2, 0)
    [theirs] = (await scene.host.get("/api/order/my?role=landlord")).json["orders"]
    assert theirs == mine
    assert (await scene.guest.post("/api/order/accept", {"order_id": order_id})).errno == 4105
    assert (await scene.host.post("/api/order/accept", {"order_id": order_id})).errno == 0
    assert (await scene.host.post("/api/order/reject", {"order_id": order_id, "reject_reason": "x"})).errno == 4004
    await scene.pay(order_id)
    clock.ahead = timedelta(days=30)
    await jobs.run_all(scene.deps)
    assert (await scene.guest.post("/api/order/comment", {"order_id": order_id, "comment": "不错"})).errno == 0
    [mine] = (await scene.guest.get("/api/order/my")).json["orders"]
    assert (mine["status"], mine["comment"]) == (4, "不错")
    clock.ahead = timedelta(days=40)
    await jobs.run_all(scene.deps)
    info = await scene.guest.get(f"/api/house/info?house_id={scene.house_id}")
    [comment] = info.json["data"]["comments"]
    assert (comment["user_name"], comment["content"]) == ("匿名用户", "不错")
    house = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}")).data["house"]
    assert (house["rating"], house["review_count"]) == (None, 1)


async def test_a_rejection_over_the_ajax_route_shows_its_reason(scene: Scene) -> None:
    order_id = await scene.book()
    assert list((await scene.host.post("/api/order/reject", {"order_id": order_id})).fields) == ["reject_reason"]
    assert (await scene.host.post("/api/order/reject", {"order_id": order_id, "reject_reason": "装修"})).errno == 0
    [mine] = (await scene.guest.get("/api/order/my")).json["orders"]
    assert (mine["status"], mine["comment"]) == (6, "装修")


# -- versions


async def test_a_clock_that_goes_back_refuses_nobody(scene: Scene, clock: Clock) -> None:
    order_id, other = await scene.book(), await scene.book(2, 1)
    clock.ahead = timedelta(hours=-1)
    assert (await scene.do(scene.host, order_id, "accept")).errno == 0
    assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
    assert (await scene.do(scene.host, other, "reject", reason="x")).errno == 0


async def test_a_request_with_another_version_is_refused(scene: Scene, clock: Clock) -> None:
    order_id = await scene.book()
    assert (await scene.order(order_id))["version"] == 1
    accepted = await scene.do(scene.host, order_id, "accept", version=1)
    assert accepted.data["order"]["version"] == 2
    assert said(await scene.do(scene.guest, order_id, "cancel", version=1)) == STALE
    assert said(await scene.do(scene.guest, order_id, "pay", version=1)) == STALE
    assert (await scene.pay(order_id)).body == b"success"
    clock.ahead = timedelta(days=30)
    await jobs.run_all(scene.deps)
    version = (await scene.order(order_id))["version"]
    assert version == 4
    review, reply = f"/api/v1.0/orders/{order_id}/comment", f"/api/v1.0/orders/{order_id}/reply"
    assert said(await scene.guest.put(review, {"comment": "好", "rating": 5, "version": version - 1})) == STALE
    assert (await scene.guest.put(review, {"comment": "好", "rating": 5, "version": version})).errno == 0
    guest = f"/api/v1.0/orders/{order_id}/review"
    assert said(await scene.host.put(guest, {"review": "好", "rating": 5, "version": version})) == STALE
    assert (await scene.host.put(guest, {"review": "好", "rating": 5, "version": version + 1})).errno == 0
    assert said(await scene.host.put(reply, {"reply": "谢谢", "version": version})) == STALE
    assert (await scene.host.put(reply, {"reply": "谢谢", "version": version + 1})).errno == 0
    for bad in (0, -1, "x", 2**32):
        assert list((await scene.do(scene.host, order_id, "cancel", version=bad)).fields) == ["version"]


async def test_of_two_that_wait_for_the_same_order_one_wins(scene: Scene) -> None:
    order_id = await scene.book()
    async with scene.make.locked("SELECT 1 FROM houses WHERE id = %s FOR UPDATE", scene.house_id):
        asked = [
            asyncio.create_task(scene.do(scene.host, order_id, "accept")),
            asyncio.create_task(scene.do(scene.guest, order_id, "cancel")),
        ]
        await scene.make.waiting_for_locks(2)
    answers = await asyncio.gather(*asked)
    assert sorted(answer.status for answer in answers) == [200, 409]
    assert len((await scene.order(order_id))["events"]) == 2


# -- the fields of an order


async def test_checking_in_is_offered_from_the_first_day_on(scene: Scene, clock: Clock) -> None:
    order_id, days = await scene.paid(), (scene.first - today(scene.deps)).days
    for ahead, actions in ((days - 1, ["cancel"]), (days, ["cancel", "check_in"])):
        clock.ahead = timedelta(days=ahead)
        for who in (scene.guest, scene.host):
            assert (await who.get(f"/api/v1.0/orders/{order_id}")).data["order"]["actions"] == actions
        [listed] = (await scene.guest.get("/api/v1.0/user/orders")).data["orders"]
        assert listed["actions"] == actions


async def test_an_order_keeps_its_refund_tiers(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    order_id = await scene.paid()
    refunds = [
        {"until": f"{scene.first - timedelta(days=1)}", "percent": 100, "amount": 79800},
        {"until": f"{scene.first}", "percent": 50, "amount": 39900},
    ]
    monkeypatch.setitem(pricing.POLICIES, "flexible", (RefundTier(60, 100), RefundTier(30, 10)))
    order = await scene.order(order_id)
    assert (order["refunds"], order["refund_today"]) == (refunds, 79800)
    assert (await scene.do(scene.guest, order_id, "cancel")).data["order"]["refund"] == 79800


@pytest.mark.parametrize(
    ("policy", "tiers"),
    [("flexible", [(1, 100), (0, 50)]), ("moderate", [(5, 100), (1, 50)]), ("strict", [(14, 100), (7, 50)])],
)
async def test_an_order_of_an_older_server_gives_back_what_was_the_rule_then(
    scene: Scene, make: Makers, policy: str, tiers: list[tuple[int, int]]
) -> None:
    await make.change("UPDATE houses SET cancellation = %s WHERE id = %s", policy, scene.house_id)
    await make.sold(scene.house_id, scene.first)
    [order] = (await scene.host.get("/api/v1.0/user/orders?role=landlord")).data["orders"]
    shown = [((scene.first - date.fromisoformat(each["until"])).days, each["percent"]) for each in order["refunds"]]
    assert shown == tiers


async def test_the_ajax_list_of_orders_has_pages(scene: Scene, make: Makers) -> None:
    sql = """INSERT INTO orders (user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit, items,
                                 cancellation, status, status_at, created_at)
             SELECT %s, id, user_id, '2026-01-01', '2026-01-02', 1, 1, price, 0, '[]', cancellation, 'CANCELED', NOW(6),
                    NOW(6) FROM houses, seq_1_to_103"""
    await make.change(sql, (await scene.guest.get("/api/v1.0/user")).data["user_id"])
    ids = [row["id"] for row in await make.rows("SELECT id FROM orders ORDER BY id DESC")]

    async def page(query: str) -> tuple[list[int], Any]:
        answer = await scene.guest.get(f"/api/order/my?{query}")
        assert answer.json["orders"] == answer.data["orders"]
        return [order["order_id"] for order in answer.data["orders"]], answer.data

    found, data = await page("")
    assert (found, data["next"]) == (ids[:100], 11)
    found, data = await page("p=11")
    assert (found, data) == (ids[100:], data | {"next": None, "current_page": 11, "total_page": 11})
    assert await page("p=1") == (ids[:10], {**(await page("p=1"))[1], "next": 2})
    found, data = await page("p=3&size=50")
    assert (found, data["next"], data["total_page"]) == (ids[100:], None, 3)
    assert (await page("p=12"))[0] == []
    assert (await scene.host.get("/api/order/my")).data["next"] is None
    for bad in ("p=0", "p=1001", "size=51", "size=0"):
        assert (await scene.guest.get(f"/api/order/my?{bad}")).errno == 4103
