"""Reminders of orders: each once, to those who have something to do, and none of what has been done meanwhile."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from models.stay import Stay
from services import jobs
from services.local_time import midnight
from services.orders import reminders
from services.orders.deadlines import remind_at
from services.orders.states import OrderStatus as S
from tests.api.orders.test_stay_changes import answer, offer
from tests.conftest import Clock
from tests.makers import WIDE
from tests.scene import Scene

pytestmark = pytest.mark.settings(
    **WIDE, session_idle_seconds=9 * 10**7, session_absolute_seconds=9 * 10**7, orders_pending=100
)
TYPES = ("order.answer_due", "order.payment_due", "order.arrival_near", "order.review_due")


async def told(scene: Scene) -> list[tuple[str, list[str]]]:
    """Each reminder, and who is told of it."""
    sql = """SELECT events.id, type, user_id FROM events JOIN stream_events ON event_id = events.id
             WHERE type IN %s AND notified ORDER BY events.id"""
    found: dict[tuple[int, str], list[str]] = {}
    for row in await scene.make.rows(sql, TYPES):
        who = "host" if row["user_id"] == scene.host_id else "guest"
        found.setdefault((row["id"], row["type"]), []).append(who)
    return [(kind, sorted(people)) for (_, kind), people in found.items()]


def go_to(scene: Scene, clock: Clock, when: datetime) -> None:
    """`when` is in UTC, as the database has it."""
    clock.ahead += when - scene.deps.now()


async def due_of(scene: Scene, order_id: int) -> Any:
    [row] = await scene.make.rows("SELECT due_at, remind_at, version FROM orders WHERE id = %s", order_id)
    return row


ANSWER, PAYMENT = ("order.answer_due", ["host"]), ("order.payment_due", ["guest"])
ARRIVAL, REVIEW = ("order.arrival_near", ["guest", "host"]), ("order.review_due", ["guest", "host"])


async def test_a_stay_has_each_reminder_once_in_its_time(scene: Scene, clock: Clock) -> None:
    order_id = await scene.book(0, 2)
    start, end = midnight(scene.first), midnight(scene.first + timedelta(days=2))
    before, hour = timedelta(minutes=1), timedelta(hours=1)

    async def after(when: datetime) -> list[tuple[str, list[str]]]:
        go_to(scene, clock, when - before)
        await jobs.remind(scene.deps)
        early = await told(scene)
        go_to(scene, clock, when + before)
        await jobs.remind(scene.deps)
        await jobs.remind(scene.deps)
        assert len(await told(scene)) == len(early) + 1
        return await told(scene)

    assert await after(scene.deps.now() + 12 * hour) == [ANSWER]
    assert (await due_of(scene, order_id))["version"] == 1
    await scene.do(scene.host, order_id, "accept")
    assert await after(scene.deps.now() + 12 * hour) == [ANSWER, PAYMENT]
    await scene.pay(order_id)
    assert await after(start - 14 * hour) == [ANSWER, PAYMENT, ARRIVAL]
    go_to(scene, clock, end)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "WAIT_COMMENT"
    assert await after(end + timedelta(days=11, hours=10)) == [ANSWER, PAYMENT, ARRIVAL, REVIEW]
    assert [event["action"] for event in (await scene.order(order_id))["events"]] == [
        "book", "accept", "receive", "complete",
    ]  # fmt: skip


async def test_nothing_reminds_of_what_has_been_done_or_undone(scene: Scene, clock: Clock) -> None:
    accepted, cancelled, paid = await scene.book(0), await scene.book(2), await scene.accepted(4)
    await scene.do(scene.host, accepted, "reject", reason="满")
    await scene.do(scene.guest, cancelled, "cancel")
    await scene.pay(paid)
    clock.ahead = timedelta(hours=13)
    assert await jobs.remind(scene.deps) == 0
    await scene.do(scene.guest, paid, "cancel")
    go_to(scene, clock, midnight(scene.first + timedelta(days=5)))
    assert await jobs.remind(scene.deps) == 0
    assert await told(scene) == []


@pytest.mark.parametrize("start", [0, 1])
async def test_who_pays_late_is_reminded_of_the_arrival_at_once(scene: Scene, clock: Clock, start: int) -> None:
    """For today and tomorrow, after 10:00 of the day before."""
    go_to(scene, clock, midnight(scene.first) + timedelta(hours=11))
    await scene.paid(start, 2)
    assert await jobs.remind(scene.deps) == 1
    assert await told(scene) == [ARRIVAL]


@pytest.mark.parametrize(
    ("guest", "host", "reminded"),
    [
        (False, False, [("order.review_due", ["guest", "host"])]),
        (True, False, [("order.review_due", ["host"])]),
        (False, True, [("order.review_due", ["guest"])]),
        (True, True, []),
    ],
)
async def test_who_has_not_written_a_review_is_reminded(
    scene: Scene, clock: Clock, guest: bool, host: bool, reminded: list[tuple[str, list[str]]]
) -> None:
    """The other one learns nothing from it, not even that there was a reminder."""
    order_id = await scene.paid(0, 1)
    go_to(scene, clock, midnight(scene.first + timedelta(days=1)))
    await jobs.expire_orders(scene.deps)
    path = f"/api/v1.0/orders/{order_id}"
    if guest:
        assert (await scene.guest.put(f"{path}/comment", {"comment": "好", "rating": 5})).errno == 0
    if host:
        assert (await scene.host.put(f"{path}/review", {"review": "好", "rating": 5})).errno == 0
    go_to(scene, clock, midnight(scene.first + timedelta(days=12)) + timedelta(hours=11))
    await jobs.remind(scene.deps)
    assert [each for each in await told(scene) if each[0] == "order.review_due"] == reminded
    for who, name in ((scene.guest, "guest"), (scene.host, "host")):
        feed = (await who.get("/api/v1.0/events?size=50")).data["events"]
        assert any(event["type"] == "order.review_due" for event in feed) == any(name in to for _, to in reminded)


async def test_an_arrival_is_told_of_again_only_where_its_day_has_moved(scene: Scene, clock: Clock) -> None:
    order_id = await scene.paid(0, 4)
    go_to(scene, clock, midnight(scene.first) - timedelta(hours=13))
    await jobs.remind(scene.deps)
    for start, days, count in ((0, 3, 1), (1, 2, 2)):
        offered = await offer(scene, scene.guest, order_id, start, days)
        assert (await answer(scene.host, order_id, offered, "accept")).errno == 0
        go_to(scene, clock, midnight(scene.first + timedelta(days=start)) - timedelta(hours=12))
        await jobs.remind(scene.deps)
        assert await told(scene) == [ARRIVAL] * count


async def test_a_worker_that_slept_reminds_only_of_what_still_has_a_point(scene: Scene, clock: Clock) -> None:
    await scene.book(0)
    await scene.accepted(2)
    arriving, over = await scene.paid(4), await scene.paid(6)
    await scene.make.change("UPDATE orders SET status = 'WAIT_COMMENT' WHERE id = %s", over)
    go_to(scene, clock, midnight(scene.first + timedelta(days=40)))
    assert await jobs.remind(scene.deps) == 0
    assert await told(scene) == []
    rows = await scene.make.rows("SELECT remind_at FROM orders WHERE id <> %s", arriving)
    assert [row["remind_at"] for row in rows] == [None] * 3


async def test_several_workers_make_each_reminder_once(scene: Scene, clock: Clock) -> None:
    for number in range(6):
        await scene.book(number, 1)
    clock.ahead = timedelta(hours=13)
    for _ in range(3):
        await asyncio.gather(*(jobs.remind(scene.deps) for _ in range(4)))
    assert await told(scene) == [ANSWER] * 6


async def test_a_house_that_is_busy_is_left_for_the_next_run(scene: Scene, clock: Clock) -> None:
    await scene.book(0)
    clock.ahead = timedelta(hours=13)
    async with scene.make.locked("SELECT 1 FROM houses WHERE id = %s FOR UPDATE", scene.house_id):
        assert await jobs.remind(scene.deps) == 0
    assert await jobs.remind(scene.deps) == 1


async def test_what_the_last_release_wrote_has_no_reminder(scene: Scene, clock: Clock) -> None:
    """It moves an order on, and leaves the time of the reminder as it was."""
    order_id = await scene.book(0)
    await scene.make.change("UPDATE orders SET status = 'CANCELED', due_at = NULL WHERE id = %s", order_id)
    clock.ahead = timedelta(hours=13)
    [due] = await reminders.due(scene.deps, 10)
    assert not await reminders.remind(scene.deps, due)
    assert await told(scene) == []
    assert await reminders.due(scene.deps, 10) == []


@pytest.mark.parametrize("status", S)
def test_a_reminder_lies_within_its_state(status: S) -> None:
    stay, now = Stay(date(2027, 3, 10), date(2027, 3, 12)), datetime(2027, 3, 1, 4)
    due = now + timedelta(hours=24)
    expected = {
        S.WAIT_ACCEPT: now + timedelta(hours=12),
        S.WAIT_PAYMENT: now + timedelta(hours=12),
        S.PAID: datetime(2027, 3, 9, 2),
        S.WAIT_COMMENT: datetime(2027, 3, 23, 2),
        S.COMPLETE: datetime(2027, 3, 23, 2),
    }
    assert remind_at(status, stay, now, due) == expected.get(status)
    assert remind_at(S.COMPLETE, stay, datetime(2027, 3, 23, 2), None) is None
