"""The stream: every event once and in order, whoever reconnects whenever; and its bounds."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from tornado.ioloop import IOLoop

import tests.streams
from models.types import UserId
from services.deps import Deps
from services.events import recording
from services.events.types import AccountChange
from tests.client import Client
from tests.makers import Makers
from tests.scene import Scene
from tests.streams import EventSource, Told
from tests.waiting import until

pytestmark = pytest.mark.settings(stream_seconds=600)
SOON = pytest.mark.settings(stream_look_seconds=0.1)


Listen = Callable[..., Awaitable[EventSource]]


@pytest.fixture
def listen(http_server: object, http_port: int, io_loop: IOLoop) -> Iterator[Listen]:
    """Opens streams, and closes them behind the test."""
    opened: list[EventSource] = []

    async def opening(session: str | None, last_id: str = "", **options: Any) -> EventSource:
        opened.append(await tests.streams.listen(http_port, session, last_id, **options))
        return opened[-1]

    async def close() -> None:
        await asyncio.gather(*(each.close() for each in opened))

    yield opening
    io_loop.run_sync(close)


async def tell(deps: Deps, user_id: int, count: int = 1) -> None:
    """Record events that this user may know of."""
    user = UserId(user_id)
    for _ in range(count):
        payload = AccountChange(user, device="Chrome on Linux")
        await deps.db.transact(
            lambda q: recording.record(deps, q, "user.device_signed_in", payload, [user], [user])  # noqa: B023
        )


async def write(make: Makers, user_id: int, count: int) -> None:
    """Write the first events of a user without a signal of Redis."""
    sql = """INSERT INTO events (type, version, subject, subject_id, payload, created_at)
             SELECT 'user.password_changed', 1, 'user', %s, '{}', NOW() FROM seq_1_to_1000 LIMIT %s"""
    await make.change(sql, user_id, count)
    sql = """INSERT INTO stream_events (user_id, seq, event_id, notified)
             SELECT %s, ROW_NUMBER() OVER (ORDER BY id), id, 0 FROM events WHERE subject_id = %s"""
    await make.change(sql, user_id, user_id)
    await make.change("INSERT INTO event_streams (user_id, last_seq) VALUES (%s, %s)", user_id, count)


def ids(told: list[Told]) -> list[int]:
    return [int(each.id) for each in told]


async def test_both_parties_hear_of_each_step_as_the_feed_tells_it(scene: Scene, listen: Listen) -> None:
    guest, host = [await listen(who.session) for who in (scene.guest, scene.host)]
    await scene.paid()
    feed = (await scene.guest.get("/api/v1.0/events")).data["events"]
    for stream in (guest, host):
        told = await stream.next(3)
        assert ids(told) == [1, 2, 3]
        assert [each.type for each in told] == ["order.booked", "order.accepted", "order.paid"]
        assert [each.data for each in told] == feed


async def test_the_head_forbids_to_hold_it_back(client: Client, make: Makers, listen: Listen) -> None:
    await make.sign_in(client)
    stream = await listen(client.session, headers={"Accept-Encoding": "gzip, br"})
    assert (stream.status, stream.headers["Content-Type"]) == (200, "text/event-stream")
    assert (stream.headers["Cache-Control"], stream.headers["X-Accel-Buffering"]) == ("no-store", "no")
    assert "Content-Encoding" not in stream.headers
    head = await client.send("HEAD", "/api/v1.0/events/stream")
    assert (head.status, head.headers["Content-Type"], head.body) == (200, "text/event-stream", b"")


@pytest.mark.settings(stream_heartbeat_seconds=0.1)
async def test_a_quiet_stream_is_kept_alive(client: Client, make: Makers, listen: Listen) -> None:
    await make.sign_in(client)
    stream = await listen(client.session)
    waiting = asyncio.create_task(stream.next())
    await until(lambda: stream.comments >= 4)
    assert stream.retry is not None
    assert 1000 <= stream.retry <= 5000
    waiting.cancel()


async def test_a_client_that_was_cut_off_before_the_first_event_misses_nothing(
    client: Client, make: Makers, deps: Deps, listen: Listen
) -> None:
    user = await make.sign_in(client)
    await tell(deps, user.id, 2)
    first = await listen(client.session)
    cut_off = asyncio.create_task(first.next())
    await until(lambda: first.last_id == "2")
    cut_off.cancel()
    await first.close()
    await tell(deps, user.id, 3)
    again = await listen(client.session, first.last_id)
    assert ids(await again.next(3)) == [3, 4, 5]


async def test_a_thousand_events_come_in_order_to_each_stream_from_where_it_is(
    client: Client, make: Makers, deps: Deps, listen: Listen
) -> None:
    user = await make.sign_in(client)
    await write(make, user.id, 1000)
    streams = [await listen(client.session, query=f"?after={after}") for after in (0, 100, 999)]
    assert [ids(await stream.next(count)) for stream, count in zip(streams, (1000, 900, 1), strict=True)] == [
        list(range(1, 1001)),
        list(range(101, 1001)),
        [1000],
    ]
    await tell(deps, user.id)
    assert [ids(await stream.next()) for stream in streams] == [[1001]] * 3


@pytest.mark.parametrize(
    ("last_id", "query", "field"),
    [("x", "", "Last-Event-ID"), ("-1", "", "Last-Event-ID"), ("1" * 19, "", "Last-Event-ID"),
     ("4", "", "Last-Event-ID"), ("", "?after=4", "after"), ("", "?after=x", "after")],
)  # fmt: skip
async def test_a_number_that_is_none_or_is_ahead_is_named(
    client: Client, make: Makers, deps: Deps, last_id: str, query: str, field: str, listen: Listen
) -> None:
    user = await make.sign_in(client)
    await tell(deps, user.id, 3)
    headers = {"Last-Event-ID": last_id} if last_id else {}
    answer = await client.get(f"/api/v1.0/events/stream{query}", headers=headers)
    assert (answer.status, answer.errno, list(answer.fields)) == (400, 4103, [field])
    assert (await listen(client.session, "3", query="?after=1")).status == 200


async def test_a_client_of_http_1_0_reads_until_the_end(
    client: Client, make: Makers, deps: Deps, listen: Listen
) -> None:
    user = await make.sign_in(client)
    stream = await listen(client.session, version="1.0")
    assert "Transfer-Encoding" not in stream.headers
    await tell(deps, user.id)
    assert ids(await stream.next()) == [1]


async def test_an_app_listens_with_its_token(client: Client, make: Makers, deps: Deps, listen: Listen) -> None:
    user = await make.user()
    pair = await deps.tokens.issue(user.id, address="127.0.0.1", device="app")
    stream = await listen(None, headers={"Authorization": f"Bearer {pair.access_token}"})
    await tell(deps, user.id)
    assert ids(await stream.next()) == [1]


async def test_nobody_reads_another_s_events(make: Makers, deps: Deps, new_client: Callable, listen: Listen) -> None:
    mine, other = new_client(), new_client()
    user, stranger = await make.sign_in(mine), await make.sign_in(other)
    streams = [await listen(each.session) for each in (mine, other)]
    await tell(deps, user.id, 2)
    await tell(deps, stranger.id, 1)
    assert ids(await streams[0].next(2)) == [1, 2]
    [told] = await streams[1].next()
    assert (told.id, told.data["subject"]["id"]) == ("1", stranger.id)
    assert (await listen(None)).status == 401


# -- what is right without a signal


@SOON
async def test_without_any_signal_events_come_by_looking(client: Client, make: Makers, listen: Listen) -> None:
    user = await make.sign_in(client)
    stream = await listen(client.session)
    await write(make, user.id, 40)
    assert ids(await stream.next(40)) == list(range(1, 41))


@SOON
async def test_a_number_behind_a_gap_waits_for_what_fills_the_gap(client: Client, make: Makers, listen: Listen) -> None:
    user = await make.sign_in(client)
    await write(make, user.id, 5)
    await make.change("UPDATE stream_events SET seq = 9 WHERE user_id = %s AND seq = 3", user.id)
    stream = await listen(client.session, "0")
    assert ids(await stream.next(2)) == [1, 2]
    reading = asyncio.create_task(stream.next(3))
    late = await listen(client.session, "3")
    assert ids(await late.next(2)) == [4, 5]
    assert not reading.done()
    await make.change("UPDATE stream_events SET seq = 3 WHERE user_id = %s AND seq = 9", user.id)
    assert ids(await reading) == [3, 4, 5]


# -- the end of a stream


@pytest.mark.settings(stream_session_seconds=0.1)
async def test_a_stream_ends_with_its_session(client: Client, make: Makers, deps: Deps, listen: Listen) -> None:
    user = await make.sign_in(client)
    stays = await deps.sessions.open(user.id, address="127.0.0.1", device="other")
    ends, other = await listen(client.session), await listen(stays)
    assert (await client.delete("/api/v1.0/session")).errno == 0
    assert [each.type for each in await ends.next(9)] == ["signed_out"]
    await tell(deps, user.id)
    assert ids(await other.next()) == [1]


@pytest.mark.settings(stream_session_seconds=0.1)
async def test_a_program_s_stream_ends_with_its_key(scene: Scene, listen: Listen) -> None:
    keys = "/api/v1.0/user/api-keys"
    made = (await scene.host.post(keys, {"name": "x", "scopes": ["events:read"]})).data
    stream = await listen(None, headers={"Authorization": f"Bearer {made['key']}"})
    await scene.book()
    assert [each.type for each in await stream.next(1)] == ["order.booked"]
    assert (await scene.host.delete(f"{keys}/{made['id']}")).errno == 0
    assert [each.type for each in await stream.next(9)] == ["signed_out"]


@pytest.mark.settings(stream_seconds=0.1)
async def test_a_stream_that_was_open_for_long_ends_and_says_nothing_of_it(
    client: Client, make: Makers, deps: Deps, listen: Listen
) -> None:
    await make.sign_in(client)
    stream = await listen(client.session)
    assert await stream.next(9) == []
    assert len(deps.event_streams.open) == 0


@pytest.mark.settings(streams_per_user=2)
async def test_a_user_s_oldest_stream_ends_for_one_too_many(
    make: Makers, deps: Deps, new_client: Callable[[], Client], listen: Listen
) -> None:
    mine, other = new_client(), new_client()
    user, _ = await make.sign_in(mine), await make.sign_in(other)
    stranger = await listen(other.session)
    streams = [await listen(mine.session) for _ in range(3)]
    assert [each.type for each in await streams[0].next(9)] == ["replaced"]
    await tell(deps, user.id)
    assert [ids(await each.next()) for each in streams[1:]] == [[1], [1]]
    assert len(deps.event_streams.open) == 3
    await stranger.close()
    await until(lambda: len(deps.event_streams.open) == 2)


@pytest.mark.parametrize(
    ("status", "errno"),
    [pytest.param(429, 4202, marks=pytest.mark.settings(streams_per_address=2)),
     pytest.param(503, 4500, marks=pytest.mark.settings(streams=2))],
)  # fmt: skip
async def test_beyond_its_bounds_the_process_says_when_to_come_again(
    make: Makers, deps: Deps, new_client: Callable[[], Client], status: int, errno: int, listen: Listen
) -> None:
    people = [new_client() for _ in range(3)]
    for each in people:
        await make.sign_in(each)
    first, _ = [await listen(each.session) for each in people[:2]]
    refused = await people[2].get("/api/v1.0/events/stream")
    assert (refused.status, refused.errno, refused.headers["Retry-After"]) == (status, errno, "15")
    await first.close()
    await until(lambda: len(deps.event_streams.open) == 1)
    assert (await listen(people[2].session)).status == 200


@pytest.mark.settings(connections=3)
async def test_streams_leave_the_room_of_requests_alone(client: Client, make: Makers, listen: Listen) -> None:
    await make.sign_in(client)
    streams = [await listen(client.session) for _ in range(6)]
    assert [each.status for each in streams] == [200] * 6
    assert (await client.get("/api/v1.0/session")).errno == 0


async def test_when_the_process_stops_its_streams_end(client: Client, make: Makers, deps: Deps, listen: Listen) -> None:
    await make.sign_in(client)
    stream = await listen(client.session)
    await deps.event_streams.drain()
    assert await stream.next(9) == []
    late = await listen(client.session)
    assert await late.next(9) == []
    assert len(deps.event_streams.open) == 0


async def test_a_client_that_does_not_read_is_sent_no_more_than_a_page_ahead(
    client: Client, make: Makers, deps: Deps, listen: Listen
) -> None:
    user = await make.sign_in(client)
    stream = await listen(client.session, receive_bytes=4096)
    [held] = deps.event_streams.open
    payload = AccountChange(UserId(user.id), device="x" * 60_000)

    async def tell_at_length() -> bool:
        """Whether the client holds up its stream."""
        await deps.db.transact(
            lambda q: recording.record(deps, q, "user.device_signed_in", payload, [UserId(user.id)], [])
        )
        return not held.listener.is_ready

    await until(tell_at_length)
    behind = held.seq
    await tell(deps, user.id, 5)
    assert (held.seq, held.listener.is_ready) == (behind, False)
    assert ids(await stream.next(behind + 5)) == list(range(1, behind + 6))


@pytest.mark.settings(http="tornado")
async def test_tornado_s_own_server_streams_as_well(client: Client, make: Makers, deps: Deps, listen: Listen) -> None:
    user = await make.sign_in(client)
    stream = await listen(client.session)
    await tell(deps, user.id, 2)
    assert ids(await stream.next(2)) == [1, 2]
    await stream.close()
    await until(lambda: len(deps.event_streams.open) == 0)
