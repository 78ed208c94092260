"""The feed: every change of an order, once, in order, to those who may know of it."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from models.events.events import StreamEvent
from models.types import UserId
from services.deps import Deps
from services.events import planning, recording
from services.events.types import AccountChange
from tests.client import Client
from tests.makers import PATIENT, Makers
from tests.scene import Scene
from utils.mysql import DatabaseUnavailable, Queries

PATH = "/api/v1.0/events"


async def feed(who: Client, after: int = 0, size: int = 50) -> Mapping[str, Any]:
    answer = await who.get(f"{PATH}?after={after}&size={size}")
    assert answer.errno == 0, answer.json
    return answer.data


async def test_guest_and_host_read_each_step_of_an_order_and_nobody_else_does(scene: Scene) -> None:
    order_id = await scene.paid()
    stranger = await scene.another_guest()
    for who in (scene.guest, scene.host):
        page = await feed(who)
        assert [each["id"] for each in page["events"]] == [1, 2, 3]
        assert [each["type"] for each in page["events"]] == ["order.booked", "order.accepted", "order.paid"]
        assert {each["subject"]["id"] for each in page["events"]} == {order_id}
        assert (page["next"], page["latest"]) == (None, 3)
    assert (await feed(stranger))["events"] == []
    assert (await scene.new_client().get(PATH)).status == 401


async def test_the_newest_event_has_the_order_as_it_is(scene: Scene) -> None:
    order_id = await scene.paid()
    assert (await scene.do(scene.host, order_id, "cancel")).errno == 0
    newest = (await feed(scene.host))["events"][-1]["data"]
    order = await scene.order(order_id)
    assert {name: newest[name] for name in ("status", "start_date", "end_date", "guests", "amount", "refund")} == {
        name: order[name] for name in ("status", "start_date", "end_date", "guests", "amount", "refund")
    }
    assert (newest["order_version"], newest["actor"]) == (order["version"], "landlord")
    assert newest["refund"] == order["amount"]


async def test_pages_follow_each_other_without_gap(scene: Scene) -> None:
    await scene.paid()
    seen, after = [], 0
    for _ in range(3):
        page = await feed(scene.guest, after, size=1)
        seen += [each["id"] for each in page["events"]]
        after = seen[-1]
    assert (seen, page["next"]) == ([1, 2, 3], None)
    assert (await feed(scene.guest, 3))["events"] == []


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=9223372036854775808", "size=0", "size=1000"])
async def test_a_wrong_page_is_named(scene: Scene, query: str) -> None:
    answer = await scene.guest.get(f"{PATH}?{query}")
    assert (answer.status, list(answer.fields)) == (400, [query.partition("=")[0]])


async def test_what_is_rolled_back_leaves_neither_an_event_nor_a_gap(scene: Scene) -> None:
    user = UserId(scene.host_id)

    async def work(queries: Queries) -> None:
        await recording.record(scene.deps, queries, "user.password_changed", AccountChange(user), [user], [user])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await scene.deps.db.transact(work)
    assert (await feed(scene.host))["latest"] == 0
    await scene.book()
    assert [each["id"] for each in (await feed(scene.host))["events"]] == [1]


@pytest.mark.settings(**PATIENT)
async def test_many_at_once_are_numbered_without_gaps_and_planned_in_order(scene: Scene, make: Makers) -> None:
    guest = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    users = [UserId(scene.host_id), UserId(guest)]

    async def one(number: int) -> None:
        payload = AccountChange(users[number % 2], device=f"{number}")
        both = users if number % 3 else users[::-1]
        await scene.deps.db.transact(
            lambda q: recording.record(scene.deps, q, "user.device_signed_in", payload, both, [])
        )

    await asyncio.gather(*(one(number) for number in range(60)))
    for who in (scene.guest, scene.host):
        assert [each["id"] for each in (await feed(who, size=50))["events"]] == list(range(1, 51))
        assert (await feed(who))["latest"] == 60
    assert sum(await asyncio.gather(*(planning.plan(scene.deps) for _ in range(3)))) == 60
    assert await make.rows("SELECT id FROM events WHERE planned_at IS NULL") == []


async def test_events_that_are_too_many_for_one_deadline_are_planned_in_smaller_batches(
    scene: Scene, make: Makers, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = UserId(scene.host_id)

    async def many(queries: Queries) -> None:
        for number in range(12):
            payload = AccountChange(user, device=f"{number}")
            await recording.record(scene.deps, queries, "user.device_signed_in", payload, [user], [])

    async def slow(_: Deps, __: Queries, found: Sequence[StreamEvent]) -> None:
        if len(found) > 10:
            raise DatabaseUnavailable("deadline passed")

    await scene.deps.db.transact(many)
    monkeypatch.setattr(planning, "READERS", (*planning.READERS, slow))
    assert await planning.plan(scene.deps) == 12
    assert await make.rows("SELECT id FROM events WHERE planned_at IS NULL") == []


async def test_events_whose_users_are_gone_stop_nobody(scene: Scene, make: Makers) -> None:
    gone = """INSERT INTO events (type, version, subject, subject_id, payload, created_at)
              VALUES ('user.password_changed', 1, 'user', 9, '{}', NOW(6))"""
    for _ in range(planning.BATCH_SIZE):
        await make.change(gone)
    order_id = await scene.book()
    assert await planning.plan(scene.deps) == 1
    [row] = await make.rows("SELECT planned_at FROM events WHERE subject = 'order' AND subject_id = %s", order_id)
    assert row["planned_at"] is not None
