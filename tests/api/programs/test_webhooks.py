"""Webhooks: what a receiver gets, in which order, and what its owner reads of it."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError
from tornado.ioloop import IOLoop

from models.programs import webhook_endpoints
from services.events import planning
from services.programs import webhook_sending, webhooks
from services.programs.webhook_sending import PAUSES
from tests.client import Client
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.receiver import Receiver
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE, webhook_private=True)
HURRIED = pytest.mark.settings(webhook_timeout=1)
HOOKS = "/api/v1.0/user/webhooks"


@pytest.fixture
def new_receiver(io_loop: IOLoop) -> Iterator[Callable[..., Receiver]]:
    made: list[Receiver] = []

    def new(*args: Any) -> Receiver:
        made.append(Receiver(*args))
        return made[-1]

    yield new
    for each in made:
        io_loop.run_sync(each.close)


@pytest.fixture
def receiver(new_receiver: Callable[..., Receiver]) -> Receiver:
    return new_receiver()


class Hook:
    """A webhook of a user."""

    def __init__(self, owner: Client, made: dict[str, Any]) -> None:
        self.owner = owner
        self.path = f"{HOOKS}/{made['id']}"
        self.id, self.secret = int(made["id"]), str(made["secret"])

    async def shown(self) -> dict[str, Any]:
        found = (await self.owner.get(HOOKS)).data["webhooks"]
        [shown] = [each for each in found if each["id"] == self.id]
        return dict(shown)

    async def deliveries(self) -> list[dict[str, Any]]:
        return list((await self.owner.get(f"{self.path}/deliveries")).data["deliveries"])

    async def logged(self, delivery_id: int) -> dict[str, Any]:
        return dict((await self.owner.get(f"{self.path}/deliveries/{delivery_id}")).data)

    async def change(self, url: str, *, enabled: bool = True, types: tuple[str, ...] = ()) -> None:
        answer = await self.owner.put(self.path, {"url": url, "types": types, "enabled": enabled})
        assert answer.errno == 0, answer.json


async def hook(owner: Client, url: str, *types: str) -> Hook:
    answer = await owner.post(HOOKS, {"url": url, "types": types})
    assert answer.status == 201, answer.json
    return Hook(owner, answer.data)


@pytest.fixture
def work(scene: Scene) -> Callable[[], Awaitable[int]]:
    """What the workers do for webhooks; answers how many messages were attempted."""

    async def run() -> int:
        await planning.plan(scene.deps)
        return await webhook_sending.send_due(scene.deps)

    return run


Work = Callable[[], Awaitable[int]]


async def test_an_event_comes_as_the_feed_shows_it(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url)
    await scene.book()
    assert await work() == 1
    [message] = receiver.messages
    [event] = (await scene.host.get("/api/v1.0/events")).data["events"]
    assert message.event(made.secret) == Webhook(made.secret).verify(message.body, message.headers) == event
    assert message.id == f"{scene.host_id}-{event['id']}"
    assert message.headers["content-type"] == "application/json"
    assert await work() == 0


async def test_a_wrong_secret_verifies_nothing(scene: Scene, receiver: Receiver, work: Work) -> None:
    await hook(scene.host, receiver.url)
    other = await hook(scene.host, receiver.url, "order.paid")
    await scene.book()
    await work()
    with pytest.raises(WebhookVerificationError):
        receiver.messages[0].event(other.secret)


async def test_only_the_types_that_were_asked_for_come(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url, "order.paid")
    await scene.paid()
    await work()
    assert [message.event(made.secret)["type"] for message in receiver.messages] == ["order.paid"]


async def test_nobody_elses_events_come(scene: Scene, receiver: Receiver, work: Work) -> None:
    stranger = await scene.another_guest()
    await hook(stranger, receiver.url)
    await scene.paid()
    await work()
    assert receiver.messages == []


async def test_a_message_comes_again_until_it_is_taken(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    """With the same id, and a new time and signature."""
    made = await hook(scene.host, receiver.url)
    receiver.answer = lambda _: (500, b"not now") if len(receiver.messages) < 3 else (200, b"ok")
    await scene.book()
    for _ in range(5):
        await work()
        clock.ahead += timedelta(minutes=6)
    assert [message.id for message in receiver.messages] == [receiver.messages[0].id] * 3
    [delivery] = await made.deliveries()
    assert (delivery["state"], delivery["attempts"], delivery["next_attempt"]) == ("delivered", 3, None)
    attempts = (await made.logged(delivery["id"]))["attempts"]
    assert [(each["status"], each["answer"]) for each in attempts] == [(200, "ok"), (500, "not now"), (500, "not now")]
    assert (await made.shown())["failing_since"] is None


async def test_a_later_event_of_an_order_waits_for_the_earlier_one(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    """And only that one: another order's goes on."""
    made = await hook(scene.host, receiver.url)
    stuck = await scene.book()
    await scene.do(scene.host, stuck, "accept")
    other = await scene.book(start=7)
    receiver.answer = lambda m: (500, b"") if m.event(made.secret)["subject"]["id"] == stuck else (200, b"")
    await work()
    clock.ahead += timedelta(minutes=2)
    await work()
    events = [message.event(made.secret) for message in receiver.messages]
    assert Counter((event["subject"]["id"], event["type"]) for event in events) == {
        (stuck, "order.booked"): 2,
        (other, "order.booked"): 1,
    }
    receiver.answer = lambda _: (200, b"")
    clock.ahead += timedelta(minutes=10)
    await work()
    await work()
    last = [message.event(made.secret)["type"] for message in receiver.messages[-2:]]
    assert last == ["order.booked", "order.accepted"]


async def test_a_message_is_given_up_after_three_days(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    made = await hook(scene.host, receiver.url)
    receiver.answer = lambda _: (503, b"")
    order_id = await scene.book()
    await scene.do(scene.host, order_id, "accept")
    for pause in PAUSES:
        await work()
        clock.ahead += pause * 1.2 + timedelta(seconds=70)
    await work()
    assert len(receiver.messages) == len(PAUSES) + 1
    states = [delivery["state"] for delivery in await made.deliveries()]
    assert states == ["waiting", "failed"]
    receiver.answer = lambda _: (200, b"")
    clock.ahead += timedelta(minutes=2)
    await work()
    assert receiver.messages[-1].event(made.secret)["type"] == "order.accepted"


async def test_a_week_of_failure_disables_and_is_told(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    made = await hook(scene.host, receiver.url)
    receiver.answer = lambda _: (500, b"")
    for start in (0, 7, 14):
        await scene.book(start=start)
        await work()
        clock.ahead += timedelta(days=4)
    shown = await made.shown()
    assert (shown["enabled"], shown["disabled"]) == (False, "failing")
    newest = (await scene.host.get("/api/v1.0/events")).data["events"][-1]
    assert (newest["type"], newest["data"]["endpoint_id"]) == ("webhook.disabled", made.id)
    assert "waiting" not in {delivery["state"] for delivery in await made.deliveries()}
    assert (await scene.host.post(f"{made.path}/test")).errno == 4004
    await made.change(receiver.url)
    assert (await scene.host.post(f"{made.path}/test")).errno == 0


async def test_gone_disables_at_once(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url)
    receiver.answer = lambda _: (410, b"")
    await scene.book()
    await work()
    assert (await made.shown())["disabled"] == "gone"


async def test_an_endpoint_that_answers_again_gets_what_waits(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    """Not only after the long pauses of the messages that have waited longest."""
    await hook(scene.host, receiver.url)
    receiver.answer = lambda _: (500, b"")
    await scene.book()
    for _ in range(4):
        await work()
        clock.ahead += timedelta(hours=3)
    await scene.book(start=7)
    receiver.answer = lambda _: (200, b"")
    receiver.messages.clear()
    await work()
    clock.ahead += timedelta(seconds=1)
    await work()
    assert len({message.id for message in receiver.messages}) == 2


async def test_a_new_secret_overlaps_with_the_old_one(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    made = await hook(scene.host, receiver.url)
    new = str((await scene.host.post(f"{made.path}/secret")).data["secret"])
    await scene.book()
    await work()
    assert receiver.messages[-1].event(made.secret) == receiver.messages[-1].event(new)
    clock.ahead = timedelta(hours=24)
    await scene.book(start=7)
    await work()
    assert receiver.messages[-1].headers["webhook-signature"].count("v1,") == 1


@pytest.mark.parametrize("what", ["disabled", "moved", "removed"])
async def test_what_waits_is_dropped_with_its_endpoint(
    scene: Scene, receiver: Receiver, new_receiver: Any, work: Work, what: str, clock: Clock
) -> None:
    made = await hook(scene.host, receiver.url)
    other = new_receiver()
    receiver.answer = lambda _: (500, b"")
    await scene.book()
    await work()
    receiver.messages.clear()
    if what == "removed":
        assert (await scene.host.delete(made.path)).errno == 0
    else:
        await made.change(other.url if what == "moved" else receiver.url, enabled=what != "disabled")
        assert [delivery["state"] for delivery in await made.deliveries()] == ["dropped"]
    clock.ahead += timedelta(days=1)
    await work()
    assert receiver.messages + other.messages == []


async def test_redelivery_by_hand(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url)
    await scene.book()
    await work()
    [delivery] = await made.deliveries()
    again = f"{made.path}/deliveries/{delivery['id']}/redeliver"
    assert (await scene.host.post(again)).errno == 0
    await work()
    first, second = receiver.messages
    assert (first.id, first.body) == (second.id, second.body)
    logged = await made.logged(delivery["id"])
    assert (logged["body"].encode(), len(logged["attempts"])) == (second.body, 2)


async def test_a_test_event(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url, "order.paid")
    message_id = (await scene.host.post(f"{made.path}/test")).data["message_id"]
    await work()
    [message] = receiver.messages
    event = message.event(made.secret)
    assert (message.id, event["type"], event["data"]["endpoint_id"]) == (message_id, "webhook.test", made.id)


@pytest.mark.parametrize(
    ("answer", "status", "error"),
    [
        ((302, b""), 302, None),
        pytest.param(None, None, "timeout", marks=HURRIED),
        ((400, b"x"), 400, None),
    ],
)
async def test_what_is_no_success_is_logged_and_tried_again(
    scene: Scene, receiver: Receiver, work: Work, answer: Any, status: int | None, error: str | None
) -> None:
    """A redirect is not followed."""
    made = await hook(scene.host, receiver.url)
    receiver.answer = lambda _: answer
    await scene.book()
    await work()
    [delivery] = await made.deliveries()
    [attempt] = (await made.logged(delivery["id"]))["attempts"]
    assert (attempt["status"], attempt["error"], len(receiver.messages)) == (status, error, 1)
    assert delivery["state"] == "waiting"


async def test_a_long_answer_is_cut(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url)
    receiver.answer = lambda _: (200, b"\xff" + b"x" * 100_000)
    await scene.book()
    await work()
    [delivery] = await made.deliveries()
    [attempt] = (await made.logged(delivery["id"]))["attempts"]
    assert (delivery["state"], attempt["answer"]) == ("delivered", "\ufffd" + "x" * 4095)


@HURRIED
async def test_a_slow_endpoint_delays_nobody_else(scene: Scene, receiver: Receiver, new_receiver: Any) -> None:
    """The quick one has its message before the slow one's time is over."""
    quick_had: list[int] = []
    slow = new_receiver(lambda _: None)
    await hook(scene.guest, slow.url)
    await hook(scene.host, receiver.url)
    receiver.answer = lambda _: quick_had.append(len(slow.messages)) or (204, b"")  # type: ignore[func-returns-value]
    await scene.accepted()
    await planning.plan(scene.deps)
    await webhook_sending.send_due(scene.deps)
    assert len(receiver.messages) == 2
    assert len(slow.messages) == 1


async def test_a_fault_with_one_endpoint_stops_no_other(scene: Scene, receiver: Receiver, make: Makers) -> None:
    await hook(scene.guest, receiver.url)
    [guest] = await make.rows("SELECT user_id FROM webhook_endpoints")
    nothing = webhooks._sealed(scene.deps, guest["user_id"], "")
    await make.change("UPDATE webhook_endpoints SET secret = %s", nothing)
    await hook(scene.host, receiver.url)
    await scene.accepted()
    await planning.plan(scene.deps)
    await webhook_sending.send_due(scene.deps)
    assert len(receiver.messages) == 2


async def test_one_user_does_not_take_all_places(scene: Scene, new_receiver: Any, make: Makers) -> None:
    """Ten endpoints of one user are served two at a time."""
    silent = new_receiver(lambda _: None)
    for _ in range(10):
        await hook(scene.host, silent.url)
    await scene.book()
    await planning.plan(scene.deps)
    assert len(await webhook_sending._startable(scene.deps, [], set())) == webhook_sending.MAX_PARALLEL_OF_USER
    assert (await scene.host.post(HOOKS, {"url": silent.url})).errno == 4004


async def test_a_killed_workers_message_is_sent_by_another(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    made = await hook(scene.host, receiver.url)
    await scene.book()
    await planning.plan(scene.deps)
    [endpoint] = await webhooks.list_endpoints(scene.deps, await scene.deps.sessions.find(scene.host.session))  # type: ignore[arg-type]
    begun = await scene.deps.db.transact(lambda q: webhook_sending._begin(scene.deps, q, endpoint.id))
    assert begun
    assert await work() == 0  # it is leased
    clock.ahead = timedelta(seconds=16)
    assert await work() == 1
    [delivery] = await made.deliveries()
    attempts = (await made.logged(delivery["id"]))["attempts"]
    assert [each["error"] for each in attempts] == [None, "interrupted"]
    # the first worker thaws: what it found counts no more
    failed = webhook_sending.Outcome(1, 500)
    await scene.deps.db.transact(lambda q: webhook_sending._finish(scene.deps, q, begun, [failed]))
    assert [each["state"] for each in await made.deliveries()] == ["delivered"]


async def test_an_event_that_is_planned_twice_comes_once(scene: Scene, receiver: Receiver, work: Work) -> None:
    await hook(scene.host, receiver.url)
    await scene.book()
    await work()
    await scene.make.change("UPDATE events SET planned_at = NULL")
    await work()
    assert len(receiver.messages) == 1


async def test_a_strangers_webhook_does_not_exist(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, receiver.url)
    await scene.book()
    await work()
    [delivery] = await made.deliveries()
    stranger, one = await scene.another_guest(), f"{made.path}/deliveries/{delivery['id']}"
    body = {"url": receiver.url, "enabled": True}
    answers = [
        await stranger.put(made.path, body),
        await stranger.delete(made.path),
        await stranger.post(f"{made.path}/secret"),
        await stranger.post(f"{made.path}/test"),
        await stranger.get(f"{made.path}/deliveries"),
        await stranger.get(one),
        await stranger.post(f"{one}/redeliver"),
    ]
    assert [answer.errno for answer in answers] == [4002] * 7
    theirs = await hook(stranger, receiver.url)
    assert (await stranger.get(f"{theirs.path}/deliveries/{delivery['id']}")).errno == 4002
    assert (await stranger.post(f"{theirs.path}/deliveries/{delivery['id']}/redeliver")).errno == 4002


async def test_secrets_are_stored_sealed(scene: Scene, receiver: Receiver) -> None:
    made = await hook(scene.host, receiver.url)
    [row] = await scene.make.rows("SELECT secret FROM webhook_endpoints")
    assert made.secret.encode() not in row["secret"]
    assert "secret" not in (await made.shown())


async def test_deliveries_are_deleted_after_thirty_days(
    scene: Scene, receiver: Receiver, work: Work, clock: Clock
) -> None:
    made = await hook(scene.host, receiver.url)
    await scene.book()
    await work()
    clock.ahead = timedelta(days=29)
    assert await webhooks.delete_old(scene.deps) == 0
    clock.ahead = timedelta(days=30, seconds=1)
    assert await webhooks.delete_old(scene.deps) == 1
    assert await made.deliveries() == []


@pytest.mark.settings(webhook_private=False)
@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://user:password@example.com/",
        "https://example.com:6379/",
        "https://localhost/",
        "ftp://example.com/",
        "nothing",
        "https://例子.example/",
        "https://example.com/\r\nX: y",
        "https://example.com/" + "x" * 2000,
    ],
)
async def test_no_address_inside_our_network_is_taken(client: Client, make: Makers, url: str) -> None:
    await make.host(client)
    refused = await client.post(HOOKS, {"url": url})
    assert (refused.errno, list(refused.fields)) == (4103, ["url"])


@pytest.mark.settings(webhook_private=False)
async def test_an_address_that_has_become_private_is_not_asked(scene: Scene, receiver: Receiver, work: Work) -> None:
    made = await hook(scene.host, "https://example.com/")
    await scene.make.change("UPDATE webhook_endpoints SET url = %s", receiver.url.replace("http:", "https:"))
    await scene.book()
    await work()
    [delivery] = await made.deliveries()
    [attempt] = (await made.logged(delivery["id"]))["attempts"]
    assert (attempt["error"], receiver.messages) == ("not_public", [])


@pytest.mark.parametrize("types", [["order.unknown"], ["x"], ["order.paid"] * 101, "order.paid,x.y"], ids=str)
async def test_an_unknown_type_is_refused(client: Client, make: Makers, types: Any) -> None:
    await make.host(client)
    refused = await client.post(HOOKS, {"url": "https://example.com/", "types": types})
    assert (refused.errno, list(refused.fields)) == (4103, ["types"])


async def test_a_type_that_is_named_often_counts_once(client: Client, make: Makers) -> None:
    await make.host(client)
    made = await hook(client, "https://hooks.example.com/", *["user.password_changed"] * 100)
    assert (await made.shown())["types"] == ["user.password_changed"]


async def test_endpoints_of_others_are_not_woken(scene: Scene, receiver: Receiver) -> None:
    made = await hook(scene.host, receiver.url, "order.paid")
    await scene.book()
    await planning.plan(scene.deps)
    async with scene.deps.db.connection() as queries:
        assert await webhook_endpoints.due(queries, scene.deps.now(), 10) == []
    assert await made.deliveries() == []
