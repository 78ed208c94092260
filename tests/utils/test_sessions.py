"""The session store on real Redis, with a clock of our own."""

import json
from typing import Any

import pytest
from redis.asyncio import Redis

from tests.lifetimes import lives, moment
from utils import epoch
from utils.sessions import Kind, Lifetime, Session, SessionStore, public_id

IDLE, ABSOLUTE = 24 * 3600, 7 * 24 * 3600


class Clock:
    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def sessions(store: Redis, clock: Clock) -> SessionStore:
    return SessionStore(store, browser=Lifetime(IDLE, ABSOLUTE), app=Lifetime(IDLE, ABSOLUTE), touch=60, clock=clock)


async def test_ids_are_256_random_bits(sessions: SessionStore) -> None:
    tokens = {await sessions.open(1, address="a", device="d") for _ in range(50)}
    assert len(tokens) == 50
    assert {len(token) for token in tokens} == {43}


async def test_an_idle_session_ends_after_a_day(sessions: SessionStore, clock: Clock, store: Redis) -> None:
    began = await moment(store)
    token = await sessions.open(1, address="a", device="d")
    [key] = await store.keys("session:*")
    assert await lives(store, key, IDLE, began)
    clock.now += IDLE
    assert await sessions.find(token) is None


async def test_a_used_session_ends_after_a_week(sessions: SessionStore, clock: Clock) -> None:
    token = await sessions.open(1, address="a", device="d")
    for _ in range(7 * 24 * 2 - 1):
        clock.now += 1800
        assert await sessions.find(token)
    clock.now += 1800
    assert await sessions.find(token) is None


async def test_it_is_noted_as_seen_at_most_once_a_minute(sessions: SessionStore, clock: Clock, store: Redis) -> None:
    token = await sessions.open(1, address="a", device="d")
    opened = clock.now
    clock.now += 59
    await sessions.find(token)
    assert [session.seen for session in await sessions.of_user(1)] == [opened]
    clock.now += 1
    await sessions.find(token)
    assert [session.seen for session in await sessions.of_user(1)] == [opened + 60]


async def test_a_session_that_ends_while_it_is_noted_stays_ended(
    sessions: SessionStore, clock: Clock, store: Redis
) -> None:
    token = await sessions.open(1, address="a", device="d")
    clock.now += 61
    load = sessions.load

    async def ended_meanwhile(session_id: str, kind: Kind) -> Session | None:
        session = await load(session_id, kind)
        await sessions.end_all(1)
        return session

    sessions.load = ended_meanwhile  # type: ignore[method-assign]
    await sessions.find(token)
    assert await store.keys("session:*") == []


async def test_a_user_ends_only_their_own(sessions: SessionStore) -> None:
    mine = await sessions.open(1, address="a", device="d")
    theirs = await sessions.open(2, address="a", device="d")
    session = await sessions.find(theirs)
    assert session
    assert not await sessions.end(1, session.id)
    await sessions.end_all(1)
    assert await sessions.find(mine) is None
    assert await sessions.find(theirs)


async def test_ending_one_leaves_the_others(sessions: SessionStore, store: Redis) -> None:
    secrets = [await sessions.open(1, address="a", device="d") for _ in range(3)]
    ids = [public_id(secret) for secret in secrets]
    assert await sessions.end(1, ids[0]) is True
    assert await sessions.end(1, ids[0]) is False
    assert [await sessions.find(secret) is None for secret in secrets] == [True, False, False]
    assert set(await store.zrange("sessions:1", 0, -1)) == set(ids[1:])
    await sessions.end_all(1, but=ids[2])
    assert [await sessions.find(secret) is None for secret in secrets] == [True, True, False]
    assert await store.zrange("sessions:1", 0, -1) == [ids[2]]


async def test_the_session_that_was_seen_last_is_listed_first(sessions: SessionStore, clock: Clock) -> None:
    secrets = []
    for device in ("first", "second", "third"):
        secrets.append(await sessions.open(1, address="a", device=device))
        clock.now += 60
    await sessions.find(secrets[1])
    assert [session.device for session in await sessions.of_user(1)] == ["second", "third", "first"]


async def test_opening_a_session_forgets_those_that_have_ended(
    sessions: SessionStore, clock: Clock, store: Redis
) -> None:
    await sessions.open(1, address="a", device="d")
    clock.now += ABSOLUTE - 1
    await sessions.open(1, address="a", device="d")
    assert await store.zcard("sessions:1") == 2
    clock.now += 1
    await sessions.open(1, address="a", device="d")
    assert await store.zcard("sessions:1") == 2


async def test_the_list_of_a_users_sessions_ends_with_the_last_of_them(
    sessions: SessionStore, clock: Clock, store: Redis
) -> None:
    began = await moment(store)
    secret = await sessions.open(1, address="a", device="d")
    assert await lives(store, "sessions:1", ABSOLUTE, began)
    assert await store.zscore("sessions:1", public_id(secret)) == clock.now + ABSOLUTE


async def test_a_sign_in_prolongs_the_life_of_the_epoch(sessions: SessionStore, store: Redis) -> None:
    await store.set(epoch.KEY, "7", ex=100)
    began = await moment(store)
    secret = await sessions.open(1, address="a", device="d")
    assert await lives(store, epoch.KEY, epoch.SECONDS, began)
    found = await sessions.find(secret)
    assert found
    assert found.epoch == "7"


async def test_a_session_of_a_browser_is_none_of_an_app(sessions: SessionStore) -> None:
    secret = await sessions.open(1, address="a", device="d")
    found = await sessions.load(public_id(secret), "browser")
    assert found
    assert (found.user_id, found.address, found.device, found.kind) == (1, "a", "d", "browser")
    assert await sessions.load(public_id(secret), "app") is None


@pytest.mark.parametrize("token", ["", "x", "A" * 42, "A" * 44, "*" * 43, "A" * 42 + "\n", "图" * 43])
async def test_what_is_no_id_is_not_looked_up(sessions: SessionStore, token: str) -> None:
    assert await sessions.find(token) is None


async def rewritten(store: Redis, **changes: Any) -> None:
    """Change fields of the only stored session; None removes a field."""
    [key] = await store.keys("session:*")
    stored = json.loads(await store.get(key)) | changes
    await store.set(key, json.dumps({name: value for name, value in stored.items() if value is not None}))


async def test_a_session_is_stored_with_its_version(sessions: SessionStore, store: Redis) -> None:
    await sessions.open(1, address="a", device="d")
    [key] = await store.keys("session:*")
    assert json.loads(await store.get(key))["v"] == 1


async def test_a_session_of_release_0_1_is_read_and_gets_a_version(
    sessions: SessionStore, clock: Clock, store: Redis
) -> None:
    token = await sessions.open(1, address="a", device="d")
    await rewritten(store, v=None, epoch=None)
    clock.now += 60
    found = await sessions.find(token)
    assert found
    assert (found.user_id, found.address, found.device) == (1, "a", "d")
    [key] = await store.keys("session:*")
    assert json.loads(await store.get(key))["v"] == 1


@pytest.mark.parametrize(
    "changes", [{"v": 2}, {"v": 2, "user_id": {"of": 1}}, {"v": "1.5"}, {"v": -1}, {"user_id": None}, {"opened": "x"}]
)
async def test_a_session_that_this_release_cannot_read_is_a_miss(
    sessions: SessionStore, store: Redis, changes: dict[str, Any]
) -> None:
    token = await sessions.open(1, address="a", device="d")
    await rewritten(store, **changes)
    assert await sessions.find(token) is None
    assert await sessions.of_user(1) == []


@pytest.mark.parametrize("text", ["", "[]", "null", "7", "{", "\u20ac"])
async def test_a_session_that_is_no_json_object_is_a_miss(sessions: SessionStore, store: Redis, text: str) -> None:
    token = await sessions.open(1, address="a", device="d")
    [key] = await store.keys("session:*")
    await store.set(key, text)
    assert await sessions.find(token) is None


async def test_a_field_that_this_release_does_not_know_is_left_out(sessions: SessionStore, store: Redis) -> None:
    token = await sessions.open(1, address="a", device="d")
    await rewritten(store, colour="red")
    assert await sessions.find(token)


@pytest.mark.parametrize(
    "change",
    [
        {"seen": "nan"},
        {"opened": "inf", "seen": "inf"},
        {"seen": 1e17},
        {"opened": -1.0},
        {"user_id": True},
        {"user_id": "1"},
        {"v": True},
        {"v": 1.0},
    ],
    ids=str,
)
async def test_a_session_with_wrong_types_or_impossible_times_is_no_session(
    sessions: SessionStore, store: Redis, change: dict[str, Any]
) -> None:
    secret = await sessions.open(1, address="a", device="d")
    key = f"session:{public_id(secret)}"
    await store.set(key, json.dumps(json.loads(await store.get(key)) | change), ex=60)
    assert await sessions.find(secret) is None
    assert await sessions.of_user(1) == []


async def test_a_session_ends_although_its_index_is_lost(sessions: SessionStore, store: Redis) -> None:
    secret = await sessions.open(1, address="a", device="d")
    await store.delete("sessions:1")
    assert not await sessions.end(2, public_id(secret))
    assert await sessions.end(1, public_id(secret))
    assert await sessions.find(secret) is None
