"""Changes raced against bookings, cancellations, the other answer and workers: a night is sold once, money adds up."""

import asyncio
import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest

from services import jobs
from tests.client import Client, race, raw
from tests.conftest import Clock
from tests.makers import PATIENT, WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE, **PATIENT, orders_pending=10_000)
rounds = pytest.mark.parametrize("rounds", [3, pytest.param(100, marks=pytest.mark.torture)])
CHANGEABLE = {"PAID", "IN_STAY"}


def asked(scene: Scene, start: int, days: int) -> dict[str, Any]:
    return {name: value for name, value in scene.stay(start, days).items() if name != "house_id"} | {"guests": 1}


async def offered(scene: Scene, who: Client, order_id: int, start: int, days: int) -> str:
    """The path of a new change."""
    path = f"/api/v1.0/orders/{order_id}/changes"
    answer = await who.post(path, asked(scene, start, days))
    assert answer.errno == 0, answer.json
    return f"{path}/{answer.data['change']['change_id']}"


async def the_nights_are_those_of_live_orders(make: Makers) -> None:
    """Each order holds its stay, and the nights of its change while that awaits its payment; nobody else does."""
    wanted: set[tuple[int, Any]] = set()
    live = """SELECT orders.id, orders.start_date, orders.end_date, changes.start_date AS s, changes.end_date AS e
              FROM orders LEFT JOIN stay_changes AS changes
                   ON changes.open_of = orders.id AND changes.status = 'WAIT_PAYMENT'
              WHERE orders.status NOT IN ('CANCELED', 'REJECTED', 'EXPIRED')"""
    for row in await make.rows(live):
        for start, end in ((row["start_date"], row["end_date"]), (row["s"], row["e"])):
            wanted |= {(row["id"], start + timedelta(days=n)) for n in range((end - start).days)} if start else set()
    found = await make.rows("SELECT order_id, night FROM house_nights")
    assert {(row["order_id"], row["night"]) for row in found} == wanted
    assert len(found) == len({row["night"] for row in found})


async def the_money_adds_up(scene: Scene, make: Makers) -> None:
    """By the payment service's ledger: what an order has kept is its amount, or what its cancellation left."""
    while await jobs.reconcile_payments(scene.deps) + await jobs.make_refunds(scene.deps):
        pass
    assert scene.deps.pay_page
    for order in await make.rows(
        "SELECT id, status, amount FROM orders WHERE status IN ('PAID', 'IN_STAY', 'CANCELED')"
    ):
        sql = """SELECT out_trade_no FROM payments WHERE order_id = %s AND paid_at IS NOT NULL
                 UNION SELECT out_trade_no FROM change_payments WHERE order_id = %s AND paid_at IS NOT NULL"""
        rows = await make.rows(sql, order["id"], order["id"])
        trades = [scene.deps.pay_page.look_up(row["out_trade_no"]) for row in rows]
        kept = sum(trade.amount - (trade.refund or 0) for trade in trades if trade)
        assert kept == (order["amount"] if order["status"] in CHANGEABLE else 0), order


@rounds
async def test_accepting_against_bookings_of_the_new_nights(
    scene: Scene, http_port: int, make: Makers, rounds: int
) -> None:
    people = await make.crowd(10)
    for number in range(rounds):
        start = number % 12 * 6
        order_id = await scene.paid(start, 2)
        path = await offered(scene, scene.guest, order_id, start + 1, 3)
        requests = [raw("PUT", path, json={"action": "accept"}, session=scene.host.session)]
        requests += [raw("POST", "/api/v1.0/orders", json=scene.stay(start + 2, 1), session=who) for who in people]
        random.shuffle(requests)
        answers = await race(http_port, requests)
        assert Counter(answer.errno for answer in answers) == {0: 1, 4004: 10}
        await the_nights_are_those_of_live_orders(make)
        await make.change("DELETE FROM house_nights")
        await make.change("UPDATE orders SET status = 'EXPIRED', due_at = NULL WHERE status = 'WAIT_ACCEPT'")
        await make.change("UPDATE orders SET status = 'COMPLETE', due_at = NULL, start_date = end_date")
        await make.change("UPDATE stay_changes SET open_of = NULL, due_at = NULL")


@rounds
async def test_accept_decline_withdraw_and_cancel_at_one_moment(
    scene: Scene, http_port: int, make: Makers, rounds: int
) -> None:
    """Of the answers one wins; the cancellation may come after it. Shorter and longer stays take turns."""
    outcomes: Counter[str] = Counter()
    for number in range(rounds):
        order_id = await scene.paid(0, 2)
        path = await offered(scene, scene.guest, order_id, 0, 1 + number % 2 * 2)
        status = f"/api/v1.0/orders/{order_id}/status"
        host, guest = scene.host.session, scene.guest.session
        requests = [raw("PUT", path, json={"action": "accept"}, session=host) for _ in range(3)]
        requests += [raw("PUT", path, json={"action": "decline"}, session=host) for _ in range(2)]
        requests += [raw("PUT", path, json={"action": "withdraw"}, session=guest) for _ in range(2)]
        requests.append(raw("PUT", status, json={"action": "cancel"}, session=guest))
        random.shuffle(requests)
        answers = await race(http_port, requests)
        assert {answer.status for answer in answers} <= {200, 409}
        [change] = await make.rows("SELECT status, open_of FROM stay_changes WHERE order_id = %s", order_id)
        outcomes[change["status"]] += 1
        await the_nights_are_those_of_live_orders(make)
        if await scene.status(order_id) == "PAID":
            await the_money_adds_up(scene, make)
            assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
        await the_money_adds_up(scene, make)
        assert await make.rows("SELECT * FROM house_nights") == []
    assert sum(outcomes.values()) == rounds


@rounds
async def test_paying_against_expiry_withdrawal_and_cancellation(
    scene: Scene, http_port: int, make: Makers, clock: Clock, rounds: int
) -> None:
    for number in range(rounds):
        order_id = await scene.paid(0, 2)
        path = await offered(scene, scene.host, order_id, 0, 4)
        assert (await scene.guest.put(path, {"action": "accept"})).errno == 0
        trade = (await scene.guest.put(path, {"action": "pay"})).data["pay_url"].rpartition("/")[2]
        assert scene.deps.pay_page
        notice = scene.deps.pay_page.notice(trade, f"bank-{number}", 2 * 39900).encode()
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        requests = [raw("POST", "/api/v1.0/payments/notice", body=notice, headers=form) for _ in range(3)]
        requests.append(raw("PUT", path, json={"action": "withdraw"}, session=scene.guest.session))
        if number % 3 == 1:
            status = f"/api/v1.0/orders/{order_id}/status"
            requests.append(raw("PUT", status, json={"action": "cancel"}, session=scene.host.session))
        if number % 3 == 2:
            await make.change(
                "UPDATE stay_changes SET due_at = NOW(6) - INTERVAL 1 SECOND WHERE open_of = %s", order_id
            )
        random.shuffle(requests)
        await asyncio.gather(race(http_port, requests), *(jobs.expire_changes(scene.deps) for _ in range(3)))
        await scene.deps.pay_page.pay(trade)  # the service had the money; its notice goes nowhere
        await the_nights_are_those_of_live_orders(make)
        await the_money_adds_up(scene, make)
        if await scene.status(order_id) == "PAID":
            assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
            await the_money_adds_up(scene, make)
