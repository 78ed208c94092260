"""Who is told what over which channel: once, in time, and only what is still true."""

import asyncio
from datetime import timedelta

import pytest

from models.types import ThreadId, UserId
from services import jobs
from services.events.recording import record
from services.events.types import MessageSent, Payload, ThreadRead
from services.local_time import midnight
from services.notifications import delivering
from tests.api.notifications.conftest import Post
from tests.makers import WIDE
from tests.scene import Scene
from utils.notification_channels import NotDelivered

pytestmark = pytest.mark.settings(**WIDE)


async def guest_of(scene: Scene, post: Post) -> int:
    """The guest's id, with an address on every channel."""
    guest_id = int((await scene.guest.get("/api/v1.0/user")).data["user_id"])
    await post.mail_address(guest_id)
    await post.browser(guest_id)
    return guest_id


async def test_a_guest_is_told_of_the_acceptance_once_on_every_channel(scene: Scene, post: Post) -> None:
    guest_id = await guest_of(scene, post)
    order_id = await scene.accepted()
    for _ in range(3):
        await post.send()
    for provider in post.providers.values():
        [text] = [text for to, text in provider.taken if to.user_id == guest_id]
        assert (text.kind, text.language, text.url) == ("accepted", "zh", f"/orders/{order_id}")
    assert set(await post.states("accepted")) == {(channel, "sent", None) for channel in post.providers}


async def test_each_browser_is_told_and_a_channel_that_is_not_set_up_is_not(scene: Scene, post: Post) -> None:
    guest_id = await guest_of(scene, post)
    await post.browser(guest_id, "two")
    del post.providers["mail"]
    await scene.accepted()
    await post.send()
    assert sorted(await post.states("accepted")) == [
        ("push", "sent", None),
        ("push", "sent", None),
        ("sms", "sent", None),
    ]
    assert len({text.id for _, text in post.providers["push"].taken}) == 2


async def test_what_was_undone_is_not_sent(scene: Scene, post: Post) -> None:
    order_id = await scene.accepted()
    await post.plan()
    assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
    await post.send()
    assert post.providers["sms"].kinds == ["cancelled"]
    assert await post.states("booked") == await post.states("accepted") == [("sms", "dropped", "superseded")]


@pytest.mark.parametrize(("writer", "told"), [("guest", "host"), ("host", "guest")])
async def test_a_review_by_one_party_ends_the_reminder_of_that_party_only(
    scene: Scene, post: Post, writer: str, told: str
) -> None:
    users = {"guest": scene.guest, "host": scene.host}
    ids = {name: (await who.get("/api/v1.0/user")).data["user_id"] for name, who in users.items()}
    for user_id in ids.values():
        await post.browser(user_id)
    order_id = await scene.paid(0, 1)
    post.clock.ahead += midnight(scene.first + timedelta(days=1)) - scene.deps.now()
    await jobs.expire_orders(scene.deps)
    post.clock.ahead += timedelta(days=11, hours=11)
    await jobs.remind(scene.deps)
    await post.plan()
    path, text = {"guest": ("comment", "comment"), "host": ("review", "review")}[writer]
    answer = await users[writer].put(f"/api/v1.0/orders/{order_id}/{path}", {text: "好", "rating": 5})
    assert answer.errno == 0
    await post.send()
    sql = "SELECT user_id, state FROM deliveries WHERE kind = 'review_due' AND channel = 'push'"
    found = {row["user_id"]: row["state"] for row in await post.make.rows(sql)}
    assert found == {ids[told]: "sent", ids[writer]: "dropped"}


async def test_a_deadline_that_has_passed_is_not_told(scene: Scene, post: Post) -> None:
    await scene.accepted()
    await post.plan()
    post.clock.ahead += timedelta(days=2)
    await post.send()
    assert await post.states("accepted") == [("sms", "dropped", "expired")]


async def test_parallel_workers_send_once(scene: Scene, post: Post) -> None:
    await scene.accepted()
    await asyncio.gather(*(post.send() for _ in range(5)))
    assert post.providers["sms"].kinds == ["accepted"]


async def test_a_refusal_is_tried_again_later_and_later_and_then_given_up(scene: Scene, post: Post) -> None:
    await guest_of(scene, post)
    post.providers["mail"].failure = NotDelivered("greylisted")
    await scene.accepted()
    tries = []
    for _ in range(60):
        post.clock.ahead += timedelta(minutes=30)
        await post.send()
        tries = await post.make.rows(
            "SELECT outcome FROM delivery_attempts JOIN deliveries ON id = delivery_id "
            "WHERE channel = 'mail' AND kind = 'accepted'"
        )
    assert 5 <= len(tries) <= 9
    assert {each["outcome"] for each in tries} == {"greylisted"}
    assert [each for each in await post.states("accepted") if each[0] == "mail"] == [("mail", "failed", "greylisted")]
    failed = await delivering.failures(post.deps, 10)
    assert [(each.kind, each.channel, each.reason) for each in failed] == [("accepted", "mail", "greylisted")]


async def test_a_channel_that_names_a_time_is_not_asked_before(scene: Scene, post: Post) -> None:
    post.providers["sms"].failure = NotDelivered("budget", retry_after=1800)
    await scene.accepted()
    await post.send()
    post.providers["sms"].failure = None
    post.clock.ahead += timedelta(minutes=29)
    await post.send()
    assert post.providers["sms"].kinds == []
    post.clock.ahead += timedelta(minutes=2)
    await post.send()
    assert post.providers["sms"].kinds == ["accepted"]


@pytest.mark.parametrize(
    ("channel", "failure", "state"),
    [
        ("sms", NotDelivered("no answer"), "failed"),
        ("sms", NotDelivered("no template", permanent=True), "failed"),
        ("mail", NotDelivered("no such mailbox", permanent=True), "failed"),
        ("mail", NotDelivered("no answer"), "waiting"),
        ("push", NotDelivered("no answer"), "waiting"),
    ],
    ids=str,
)
async def test_what_may_have_arrived_is_repeated_where_the_receiver_knows_the_copy(
    scene: Scene, post: Post, channel: str, failure: NotDelivered, state: str
) -> None:
    await guest_of(scene, post)
    post.providers[channel].failure = failure  # type: ignore[index]
    await scene.accepted()
    await post.send()
    assert [each[1] for each in await post.states("accepted") if each[0] == channel] == [state]


async def test_a_worker_that_dies_while_it_sends_leaves_a_lease(scene: Scene, post: Post) -> None:
    """Mail and push go out again under the same id; an SMS, which may have arrived, does not."""
    await guest_of(scene, post)
    await scene.accepted()
    await post.plan()
    for provider in post.providers.values():
        provider.may_answer.clear()
    due = await delivering.due(post.deps, 10)
    dying = [asyncio.create_task(delivering.deliver(post.deps, each)) for each in due]
    for provider in post.providers.values():
        await provider.arrived.wait()
    for task in dying:
        task.cancel()
    await asyncio.gather(*dying, return_exceptions=True)
    for provider in post.providers.values():
        provider.may_answer.set()
    await post.send()
    assert [provider.kinds for provider in post.providers.values()] == [[], [], []]
    post.clock.ahead += delivering.LEASE + timedelta(seconds=1)
    await post.send()
    states = {channel: (state, reason) for channel, state, reason in await post.states("accepted")}
    assert states == {"sms": ("failed", "interrupted"), "mail": ("sent", None), "push": ("sent", None)}
    tries = await post.make.rows("SELECT number, outcome FROM delivery_attempts ORDER BY number, outcome")
    assert [each["outcome"] for each in tries if each["number"] == 1].count("interrupted") == 3
    assert [each["outcome"] for each in tries if each["number"] == 2] == ["sent", "sent"]


async def test_a_worker_that_was_frozen_records_nothing(scene: Scene, post: Post) -> None:
    await guest_of(scene, post)
    await scene.accepted()
    await post.plan()
    [mail] = [
        each for each in await delivering.due(post.deps, 10) if each.channel == "mail" and each.kind == "accepted"
    ]
    post.providers["mail"].may_answer.clear()
    frozen = asyncio.create_task(delivering.deliver(post.deps, mail))
    await post.providers["mail"].arrived.wait()
    post.clock.ahead += delivering.LEASE + timedelta(seconds=1)
    post.providers["mail"].may_answer.set()
    [again] = [each for each in await delivering.due(post.deps, 10) if each.id == mail.id]
    assert await delivering.deliver(post.deps, again)
    await frozen
    first, second = (text.id for _, text in post.providers["mail"].taken)
    assert first == second
    assert [each for each in await post.states("accepted") if each[0] == "mail"] == [("mail", "sent", None)]


async def test_quiet_hours_hold_back_what_can_wait(scene: Scene, post: Post) -> None:
    post.at(23)
    await scene.book()
    await post.send()
    assert post.providers["sms"].kinds == []
    post.at(7, 55)
    await post.send()
    assert post.providers["sms"].kinds == []
    post.at(8, 1)
    await post.send()
    assert post.providers["sms"].kinds == ["booked"]


async def test_what_cannot_wait_goes_through_quiet_hours(scene: Scene, post: Post) -> None:
    post.at(23)
    await scene.accepted()
    await post.send()
    assert post.providers["sms"].kinds == ["accepted"]


async def test_a_deadline_in_the_night_goes_through_quiet_hours(scene: Scene, post: Post) -> None:
    """The host has to answer before the quiet hours have long ended."""
    post.at(23)
    order_id = await scene.book()
    await post.make.change("UPDATE orders SET due_at = due_at - INTERVAL 20 HOUR WHERE id = %s", order_id)
    await post.make.change(
        "UPDATE events SET payload = JSON_SET(payload, '$.due_at', DATE_FORMAT(created_at + INTERVAL 4 HOUR,"
        " '%Y-%m-%dT%H:%i:%sZ'))"
    )
    await post.send()
    assert post.providers["sms"].kinds == ["booked"]


async def test_who_wants_no_quiet_hours_has_none(scene: Scene, post: Post) -> None:
    await scene.host.put("/api/v1.0/user/notification-settings", {"quiet": False})
    post.at(23)
    await scene.book()
    await post.send()
    assert post.providers["sms"].kinds == ["booked"]


async def test_the_reader_chooses_the_language(scene: Scene, post: Post) -> None:
    await guest_of(scene, post)
    await scene.guest.put("/api/v1.0/user/notification-settings", {"language": "en"})
    await scene.accepted()
    await post.send()
    [(_, text)] = post.providers["push"].taken
    assert (text.language, text.title) == ("en", "Accepted: please pay")
    assert [text.language for _, text in post.providers["sms"].taken] == ["zh"]


async def say(post: Post, type_: str, payload: Payload, to: int) -> None:
    """Record an event that is news to one user."""
    user = UserId(to)
    await post.deps.db.transact(lambda queries: record(post.deps, queries, type_, payload, [user], [user]))
    await post.plan()


async def test_messages_of_a_thread_come_together_and_not_too_often(scene: Scene, post: Post) -> None:
    guest_id = await guest_of(scene, post)
    house_id, host_id, thread_id = scene.house_id, UserId(scene.host_id), ThreadId(7)

    async def message(number: int) -> None:
        sent = MessageSent(thread_id, house_id, number, host_id, 0)  # type: ignore[arg-type]
        await say(post, "message.sent", sent, guest_id)

    for number in (1, 2, 3):
        await message(number)
    await jobs.deliver_notifications(post.deps)
    assert post.providers["push"].kinds == []
    post.clock.ahead += timedelta(seconds=11)
    await jobs.deliver_notifications(post.deps)
    [(_, text)] = post.providers["push"].taken
    assert "有 3 条新消息" in text.body
    await message(4)
    post.clock.ahead += timedelta(minutes=9)
    await jobs.deliver_notifications(post.deps)
    assert len(post.providers["push"].taken) == 1
    await message(5)
    post.clock.ahead += timedelta(minutes=2)
    await jobs.deliver_notifications(post.deps)
    assert ["2 条" in text.body for _, text in post.providers["push"].taken] == [False, True]


async def test_a_message_that_was_read_is_not_sent(scene: Scene, post: Post) -> None:
    guest_id = await guest_of(scene, post)
    for thread, reader in ((7, guest_id), (8, scene.host_id)):
        sent = MessageSent(ThreadId(thread), scene.house_id, 1, UserId(scene.host_id), 0)  # type: ignore[arg-type]
        await say(post, "message.sent", sent, guest_id)
        read = ThreadRead(ThreadId(thread), UserId(reader), 1)
        await say(post, "message.read", read, scene.host_id)
    post.clock.ahead += timedelta(seconds=11)
    await jobs.deliver_notifications(post.deps)
    assert [text.url for _, text in post.providers["push"].taken] == ["/messages/8"]


async def test_what_was_read_in_the_app_is_not_repeated_elsewhere(scene: Scene, post: Post) -> None:
    post.at(23)
    await scene.book()
    await post.send()
    await scene.host.put("/api/v1.0/user/notifications/read", {"up_to": 1})
    post.at(9)
    await post.send()
    assert await post.states("booked") == [("sms", "dropped", "read")]


async def test_old_deliveries_are_deleted_with_their_attempts(scene: Scene, post: Post) -> None:
    await scene.accepted()
    await post.send()
    post.clock.ahead += delivering.KEPT + timedelta(days=1)
    assert await delivering.delete_old(post.deps) == 2
    assert await post.make.rows("SELECT * FROM delivery_attempts") == []


async def test_a_deleted_user_is_told_nothing(scene: Scene, post: Post) -> None:
    await scene.accepted()
    await post.plan()
    await post.make.change("DELETE FROM deliveries WHERE user_id = %s", scene.host_id)
    await post.make.change("UPDATE deliveries SET kind = 'gone'")
    await post.send()
    assert await post.states("gone") == [("sms", "dropped", "gone")]
