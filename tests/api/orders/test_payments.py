"""Money for orders: only the payment service's own word counts."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from models.types import OrderId
from services import jobs
from services.local_time import today
from services.orders import payments, transitions
from tests.alipay import APP_KEYS, BANK_KEYS
from tests.conftest import Clock
from tests.live import LiveServer
from tests.makers import WIDE, Makers
from tests.scene import Scene
from utils.local_payments import LocalTrade

pytestmark = pytest.mark.settings(**WIDE)


async def payment(make: Makers, order_id: int) -> dict[str, object]:
    [row] = await make.rows("SELECT * FROM payments WHERE order_id = %s", order_id)
    return row


async def trade(scene: Scene, make: Makers, order_id: int) -> LocalTrade:
    """What the payment service has of an order."""
    assert scene.deps.pay_page
    found = scene.deps.pay_page.look_up(str((await payment(make, order_id))["out_trade_no"]))
    assert found
    return found


async def test_only_a_notice_marks_an_order_paid(scene: Scene) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    assert await scene.begin_payment(order_id) == number
    assert await scene.status(order_id) == "WAIT_PAYMENT"
    for said in ("/?trade_status=TRADE_SUCCESS", f"/pay/{number}"):
        await scene.guest.get(said)
    assert await scene.status(order_id) == "WAIT_PAYMENT"
    answer = await scene.notify(number, 79800)
    assert (answer.status, answer.body) == (200, b"success")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert await scene.status(order_id) == "PAID"


async def test_a_notice_may_come_again_and_again(scene: Scene, make: Makers) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    for _ in range(5):
        assert (await scene.notify(number, 79800)).body == b"success"
    order = await scene.order(order_id)
    assert [event["action"] for event in order["events"]] == ["book", "accept", "receive"]
    assert order["refund"] is None
    await scene.do(scene.host, order_id, "cancel")
    assert (await scene.notify(number, 79800)).body == b"success"
    assert await scene.status(order_id) == "CANCELED"
    assert (await payment(make, order_id))["refund"] == 79800


async def test_notices_out_of_order_are_taken_as_they_are_meant(scene: Scene) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    for status in ("WAIT_BUYER_PAY", "TRADE_CLOSED"):
        assert (await scene.notify(number, 79800, trade_status=status)).body == b"success"
        assert await scene.status(order_id) == "WAIT_PAYMENT"
    assert (await scene.notify(number, 79800, trade_status="TRADE_FINISHED")).body == b"success"
    assert (await scene.notify(number, 79800, trade_status="WAIT_BUYER_PAY")).body == b"success"
    assert (await scene.notify(number, 79800)).body == b"success"
    assert await scene.status(order_id) == "PAID"


@pytest.mark.parametrize(
    "changes",
    [
        {"amount": 79799},
        {"amount": 79801},
        {"amount": 1},
        {"app_id": "x"},
        {"seller_id": "x"},
        {"number": "1-0123456789abcdef"},
        {"total_amount": "798"},
    ],
    ids=str,
)
async def test_a_notice_that_does_not_fit_marks_nothing(scene: Scene, changes: dict[str, str]) -> None:
    order_id = await scene.accepted()
    asked = {"number": await scene.begin_payment(order_id), "amount": 79800} | changes
    answer = await scene.notify(**asked)
    assert (answer.status, answer.errno) == (400, 4004)
    assert b"success" not in answer.body
    assert await scene.status(order_id) == "WAIT_PAYMENT"


async def test_a_notice_that_was_changed_on_its_way_marks_nothing(scene: Scene) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    assert scene.deps.pay_page
    good = scene.deps.pay_page.notice(number, "1", 79800, trade_status="WAIT_BUYER_PAY")
    sign = good.partition("&sign=")[2]
    for bad in (
        good.replace("WAIT_BUYER_PAY", "TRADE_SUCCESS"),
        good.replace(sign, "x"),
        good.replace(f"&sign={sign}", ""),
        good.replace("RSA2", "RSA"),
        "out_trade_no=x&sign=x",
        "",
    ):
        answer = await scene.send_notice(bad)
        assert answer.status == 400
    assert await scene.status(order_id) == "WAIT_PAYMENT"


@pytest.mark.parametrize("dead", ["CANCELED", "EXPIRED"])
async def test_money_for_a_dead_order_is_given_back(scene: Scene, make: Makers, clock: Clock, dead: str) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    if dead == "CANCELED":
        await scene.do(scene.guest, order_id, "cancel")
    else:
        clock.ahead = timedelta(hours=23)
        assert await scene.status(order_id) == "WAIT_PAYMENT"
        clock.ahead = timedelta(hours=25)
        await jobs.run_all(scene.deps)
    other = await scene.book(0, 2, await scene.another_guest())
    assert (await scene.notify(number, 79800)).body == b"success"
    assert await scene.status(order_id) == dead
    await jobs.run_all(scene.deps)
    assert (await trade(scene, make, order_id)).refund == 79800
    money = [("late_payment", dead, dead), ("refund", dead, dead)]
    events = (await scene.order(order_id))["events"][-2:]
    assert [(event["action"], event["from"], event["to"]) for event in events] == money
    for who, told in ((scene.guest, ["refund", "late_payment"]), (scene.host, [])):
        notices = (await who.get("/api/v1.0/user/notices")).data["notices"]
        heard = [notice["action"] for notice in notices if notice["actor"] == "payments"]
        assert (heard, {notice["order_id"] for notice in notices} - {order_id, other}) == (told, set())
    order = await scene.order(order_id)
    assert [event["action"] for event in order["events"]][-2:] == ["late_payment", "refund"]
    assert order["refund"] == 79800
    [mine] = (await scene.host.get("/api/v1.0/user/orders?role=landlord&size=1")).data["orders"]
    assert (mine["order_id"], mine["status"]) == (other, "WAIT_ACCEPT")


@pytest.mark.parametrize(
    ("policy", "days_before", "percent"),
    [
        ("flexible", 1, 100),
        ("flexible", 0, 50),
        ("moderate", 5, 100),
        ("moderate", 4, 50),
        ("moderate", 1, 50),
        ("moderate", 0, 0),
        ("strict", 14, 100),
        ("strict", 13, 50),
        ("strict", 7, 50),
        ("strict", 6, 0),
    ],
)
async def test_a_guest_who_cancels_gets_what_the_policy_says(
    scene: Scene, make: Makers, clock: Clock, policy: str, days_before: int, percent: int
) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"cancellation": policy})
    order_id = await scene.paid()
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"cancellation": "strict"})
    clock.ahead = timedelta(days=(scene.first - today(scene.deps)).days - days_before)
    assert (await scene.order(order_id))["refund_today"] == 79800 * percent // 100
    assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
    await jobs.run_all(scene.deps)
    assert ((await trade(scene, make, order_id)).refund or 0) == 79800 * percent // 100
    assert await scene.taken() == []


async def test_a_host_who_cancels_gives_back_everything(scene: Scene, make: Makers, clock: Clock) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"cancellation": "strict"})
    order_id = await scene.paid()
    clock.ahead = timedelta(days=(scene.first - today(scene.deps)).days)
    assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
    await jobs.run_all(scene.deps)
    assert (await trade(scene, make, order_id)).refund == 79800
    assert (await payment(make, order_id))["refunded_at"] is not None


async def test_who_begins_to_pay_while_the_money_comes_is_refunded_nothing(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.accepted()
    waiting = await transitions.load_order(scene.deps, OrderId(order_id))
    await scene.pay(order_id)
    await payments.begin(scene.deps, waiting, phone=False)
    clock.ahead = timedelta(seconds=61)
    await jobs.run_all(scene.deps)
    assert (await trade(scene, make, order_id)).refund is None
    assert (await payment(make, order_id))["refunded_at"] is None
    await scene.do(scene.host, order_id, "cancel")
    await jobs.run_all(scene.deps)
    assert (await trade(scene, make, order_id)).refund == 79800


async def test_a_worker_finds_money_whose_notice_was_lost(scene: Scene, make: Makers, clock: Clock) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    assert scene.deps.pay_page
    await scene.deps.pay_page.pay(number)  # its notice goes to a port where nobody listens
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "WAIT_PAYMENT"
    clock.ahead = timedelta(seconds=61)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "PAID"


async def test_before_an_order_expires_the_payment_service_is_asked(scene: Scene, make: Makers, clock: Clock) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    assert scene.deps.pay_page
    await scene.deps.pay_page.pay(number)
    clock.ahead = timedelta(hours=25)
    await jobs.expire_orders(scene.deps)
    assert await scene.status(order_id) == "PAID"


async def test_a_payment_that_never_came_is_asked_about_for_more_than_a_day(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.accepted()
    await scene.begin_payment(order_id)
    clock.ahead = timedelta(minutes=30)
    await jobs.run_all(scene.deps)
    assert (await payment(make, order_id))["next_at"] is not None
    clock.ahead = timedelta(hours=25)
    await jobs.run_all(scene.deps)
    assert (await payment(make, order_id))["next_at"] is not None
    clock.ahead = timedelta(hours=29)
    await jobs.run_all(scene.deps)
    assert (await payment(make, order_id))["next_at"] is None


@pytest.mark.settings(order_pay="0d/48h")
async def test_a_payment_is_asked_about_for_two_hours_after_the_longest_time_to_pay(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.accepted(start=10)
    await scene.begin_payment(order_id)
    clock.ahead = timedelta(hours=49)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "EXPIRED"
    assert (await payment(make, order_id))["next_at"] is not None
    clock.ahead = timedelta(hours=56)
    await jobs.run_all(scene.deps)
    assert (await payment(make, order_id))["next_at"] is None


async def test_a_payment_that_is_long_in_coming_is_asked_about_less_often(
    scene: Scene, make: Makers, clock: Clock
) -> None:
    order_id = await scene.accepted()
    await scene.begin_payment(order_id)
    for ahead, pause in ((2, 1), (10, 1), (100, 10), (600, 60)):
        clock.ahead = timedelta(minutes=ahead)
        await jobs.reconcile_payments(scene.deps)
        next_at = (await payment(make, order_id))["next_at"]
        assert round((next_at - scene.deps.now()) / timedelta(minutes=1)) == pause


async def test_the_pay_page_of_development_pays_over_http(
    scene: Scene, start_server: Callable[..., LiveServer]
) -> None:
    order_id = await scene.accepted()
    server = start_server()
    scene.guest._base_url = server.base_url
    number = await scene.begin_payment(order_id)
    page = await scene.guest.get(f"/pay/{number}")
    assert page.status == 200
    assert "¥798<" in page.body.decode()
    assert "确认支付" in page.body.decode()
    assert (await scene.order(order_id))["status"] == "WAIT_PAYMENT"
    done = await scene.guest.post(f"/pay/{number}")
    assert "支付成功" in done.body.decode()
    assert (await scene.order(order_id))["status"] == "PAID"
    assert (await scene.guest.get("/pay/1-none")).status == 404
    assert (await scene.guest.get("/pay/key")).status == 404
    assert (await scene.guest.get("/pay/_key")).status == 400


@pytest.mark.settings(alipay_private_key=APP_KEYS[0], alipay_public_key=BANK_KEYS[1], payments="alipay")
async def test_a_real_payment_service_has_no_pay_page_here(scene: Scene) -> None:
    order_id = await scene.accepted()
    answer = await scene.do(scene.guest, order_id, "pay", phone=True)
    assert answer.data["pay_url"].startswith("https://openapi.alipay.com/gateway.do?")
    assert (await scene.guest.get("/pay/1-none")).status == 404
    assert (await scene.guest.post("/pay/1-none")).status == 404


async def lose(make: Makers, order_id: int) -> None:
    """Delete an order and its payment, as if MariaDB had never had them."""
    events = "SELECT id FROM order_events WHERE order_id = %s"
    await make.change(f"DELETE FROM notices WHERE event_id IN ({events})", order_id)  # noqa: S608
    for table in ("order_events", "payments", "house_nights"):
        await make.change(f"DELETE FROM {table} WHERE order_id = %s", order_id)  # noqa: S608
    await make.change("DELETE FROM orders WHERE id = %s", order_id)


async def test_money_for_an_order_that_was_lost_is_given_back_once(scene: Scene, make: Makers, clock: Clock) -> None:
    order_id = await scene.accepted()
    number = await scene.begin_payment(order_id)
    await lose(make, order_id)
    assert scene.deps.pay_page
    await scene.deps.pay_page.pay(number)
    for _ in range(2):  # a notice comes again and again
        assert (await scene.notify(number, 79800)).body == b"success"
    await jobs.run_all(scene.deps)
    found = scene.deps.pay_page.look_up(number)
    assert found
    assert found.refund is None  # the order may turn up: a new writer may still be catching up
    clock.ahead = timedelta(seconds=61)
    await jobs.run_all(scene.deps)
    found = scene.deps.pay_page.look_up(number)
    assert found
    assert found.refund == 79800
    [stray] = await make.rows("SELECT * FROM stray_payments")
    assert (stray["refunded_at"] is not None, stray["next_at"]) == (True, None)


async def test_a_number_that_another_system_made_is_refused(scene: Scene, make: Makers) -> None:
    for number in ("7-0123456789abcdef01234567", "7", ""):
        answer = await scene.notify(number, 79800)
        assert answer.body != b"success"
    assert await make.rows("SELECT * FROM stray_payments") == []
