"""Where the answer to COMMIT is lost, nobody knows whether the work was done: what a cache shows of it is dropped."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, TypeVar, cast

import pytest
from redis.asyncio import Redis

from services.accounts import profile
from services.deps import Deps
from services.houses import hosting
from services.orders import transitions
from services.orders.states import Actor
from services.orders.transitions import TransitionBy
from tests.makers import WIDE, draft
from tests.pictures import picture
from tests.scene import Scene
from utils.mysql import Database, DatabaseUnavailable, OutcomeUnknown, Queries
from utils.sessions import Session

pytestmark = pytest.mark.settings(**WIDE)
T = TypeVar("T")
CHANGED = draft(price=12300, facilities=(1,))


class AnswerLost:
    """A database that does everything, and whose answer to the COMMIT of that number is lost, or not waited for."""

    def __init__(self, database: Database, error: BaseException, number: int) -> None:
        self._database = database
        self._error = error
        self._left = number
        self.connection = database.connection

    async def transact(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        done = await self._database.transact(work)
        self._left -= 1
        if not self._left:
            raise self._error
        return done


class CommittedLate:
    """A database whose client gives up before the transaction, which is committed by `commit` all the same."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._work: list[Callable[[Queries], Awaitable[Any]]] = []
        self.connection = database.connection

    async def transact(self, work: Callable[[Queries], Awaitable[T]]) -> T:
        self._work.append(work)
        raise OutcomeUnknown("deadline passed")

    async def commit(self) -> None:
        for work in self._work:
            await self._database.transact(work)


Write = Callable[[Deps, Session, int, int], Awaitable[Any]]
"""A change by a host; it is given a house and one of its orders."""

WRITES: dict[str, Write] = {
    "a change": lambda deps, host, house_id, _: hosting.change(deps, host, house_id, CHANGED),
    "a new house": lambda deps, host, *_: hosting.publish(deps, host, CHANGED),
    "a stay that ends": lambda deps, _, __, order: transitions.expire_due(
        deps, order, TransitionBy(Actor.CLOCK, None, "r")
    ),
    "a name": lambda deps, host, *_: profile.rename(deps, host, "小李"),
    "an avatar": lambda deps, host, *_: profile.set_avatar(deps, host, picture()),
}


async def seen(scene: Scene) -> list[Any]:
    """Everything that is cached of a host and a house."""
    guest, paths = scene.new_client(), (f"/api/v1.0/houses/{scene.house_id}", "/api/v1.0/houses", "/")
    shown: list[Any] = [(await guest.get(path)).body for path in paths]
    return [*shown, (await scene.host.get("/api/v1.0/session")).data]


async def forget_everything(store: Redis) -> None:
    for key in await store.keys("cache:*"):
        await store.delete(key)


@pytest.mark.parametrize("error", [OutcomeUnknown("no answer"), asyncio.CancelledError()], ids=repr)
@pytest.mark.parametrize("what", WRITES)
async def test_what_is_cached_is_made_anew(scene: Scene, store: Redis, what: str, error: BaseException) -> None:
    order_id = await scene.paid(0, 1)
    await scene.make.change("UPDATE orders SET due_at = NOW() - INTERVAL 1 HOUR WHERE id = %s", order_id)
    host = await scene.deps.sessions.find(scene.host.session or "")
    assert host
    before = await seen(scene)
    lost = AnswerLost(scene.deps.db, error, 2 if what == "an avatar" else 1)
    with pytest.raises(type(error)):
        await WRITES[what](replace(scene.deps, db=cast(Database, lost)), host, scene.house_id, order_id)
    after = await seen(scene)
    await forget_everything(store)
    assert after == await seen(scene)
    assert after != before


async def test_nothing_is_cached_until_a_late_commit_has_taken_effect(scene: Scene, store: Redis) -> None:
    host = await scene.deps.sessions.find(scene.host.session or "")
    assert host
    before = await seen(scene)
    late = CommittedLate(scene.deps.db)
    deps = replace(scene.deps, db=cast(Database, late))
    with pytest.raises(OutcomeUnknown):
        await hosting.change(deps, host, scene.house_id, CHANGED)
    assert await seen(scene) == before
    await late.commit()
    after = await seen(scene)
    await forget_everything(store)
    assert after == await seen(scene)
    assert after != before


class Full:
    """A database that has no connection left for a change."""

    def __init__(self, database: Database) -> None:
        self.connection = database.connection

    async def transact(self, work: Callable[[Queries], Awaitable[T]]) -> T:  # noqa: ARG002
        raise DatabaseUnavailable("every connection is in use")


async def test_a_change_that_is_surely_not_committed_keeps_nothing_out_of_the_cache(scene: Scene, store: Redis) -> None:
    host = await scene.deps.sessions.find(scene.host.session or "")
    assert host
    with pytest.raises(DatabaseUnavailable):
        await hosting.change(replace(scene.deps, db=cast(Database, Full(scene.deps.db))), host, scene.house_id, CHANGED)
    assert await store.keys("changing:*") == []
    await seen(scene)
    assert await store.exists("cache:index:newest", f"cache:house:{scene.house_id}") == 2
