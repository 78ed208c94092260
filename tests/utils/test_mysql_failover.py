"""The wait for a new writer: what is repeated, what is not, and who is starved meanwhile."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

import pytest

from models.accounts import users
from tests.conftest import Stores
from tests.makers import Makers, mobile
from tests.mysql_gate import Gate
from utils.mysql import ConnectionPool, Database, DatabaseUnavailable, OutcomeUnknown, Queries, StatementFailed

COMMIT = b"\x03COMMIT"  # behind the number of the command; aiomysql sends one itself when it connects
NAMES = "SELECT COUNT(*) AS n FROM users"
Opened = tuple[Database, Gate]


@asynccontextmanager
async def database(stores: Stores, failover: float, deadline: float = 30, size: int = 2) -> AsyncIterator[Opened]:
    async with Gate(stores.database_url) as gate:
        pool = ConnectionPool(
            gate.url,
            size=size,
            acquire_timeout=deadline,
            connect_timeout=2,
            query_timeout=3,
            isolation="REPEATABLE READ",
        )
        await pool.open()
        try:
            yield Database(pool, deadline=deadline, failover=failover), gate
        finally:
            await pool.close()


async def read(db: Database) -> int:
    async with db.connection() as queries:
        row = await queries.one(NAMES)
        return int((row or {})["n"])


async def register(db: Database) -> None:
    await db.transact(lambda queries: users.create(queries, mobile(), ""))


async def until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not holds():
            await asyncio.sleep(0.02)


async def test_two_hundred_uses_wait_for_a_writer_without_a_connection(stores: Stores, make: Makers) -> None:
    async with database(stores, failover=30) as (db, gate):
        assert await read(db) == 0
        gate.close()
        uses = [asyncio.create_task(read(db) if number % 2 else register(db)) for number in range(200)]
        asked = gate.connections
        await until(lambda: gate.connections > asked + 3)
        async with asyncio.timeout(5):
            while db.in_use:  # by the one that asks for all of them
                await asyncio.sleep(0)
        made = gate.connections
        gate.is_open = True
        await asyncio.gather(*uses)
        assert await make.rows(NAMES) == [{"n": 100}]
        assert made < 100, "not every use tries on its own"


async def test_a_transaction_that_loses_its_writer_before_commit_is_repeated(stores: Stores, make: Makers) -> None:
    runs = 0

    async def work(queries: Queries) -> None:
        nonlocal runs
        runs += 1
        await users.create(queries, mobile(), "")

    async with database(stores, failover=30) as (db, gate):
        await read(db)
        for statement in (b"INSERT INTO users", COMMIT):
            gate.break_at = (statement, "before")
            if statement == COMMIT:
                with pytest.raises(OutcomeUnknown):
                    await db.transact(work)
            else:
                await db.transact(work)
    assert runs == 3
    assert await make.rows(NAMES) == [{"n": 1}]


async def test_a_commit_without_an_answer_is_not_repeated(stores: Stores, make: Makers) -> None:
    async with database(stores, failover=30) as (db, gate):
        await register(db)
        gate.break_at = (COMMIT, "after")
        with pytest.raises(OutcomeUnknown):
            await register(db)
        await register(db)
    assert await make.rows(NAMES) == [{"n": 3}]


@pytest.mark.parametrize("when", ["before the INSERT", "before COMMIT"])
async def test_a_deadline_says_whether_the_transaction_may_be_committed(stores: Stores, when: str) -> None:
    async with database(stores, failover=0, deadline=1) as (db, gate):

        async def work(queries: Queries) -> None:
            if when == "before the INSERT":
                gate.freeze()
            await users.create(queries, mobile(), "")
            gate.freeze()

        await read(db)
        with pytest.raises(DatabaseUnavailable) as raised:
            await db.transact(work)
        assert isinstance(raised.value, OutcomeUnknown) is (when == "before COMMIT")
        gate.thaw()


@pytest.mark.parametrize(("number", "runs"), [(1205, 2), (1213, 2), (1290, 2), (1836, 2), (1047, 1), (1180, 1)])
async def test_a_refused_commit_is_repeated_where_the_server_has_rolled_back(
    stores: Stores, make: Makers, number: int, runs: int
) -> None:
    """Galera answers 1180, and may have committed."""
    done: list[int] = []

    async def work(queries: Queries) -> None:
        done.append(await users.create(queries, mobile(), ""))

    async with database(stores, failover=30) as (db, gate):
        await read(db)
        gate.instead = b"COMMIT", b"SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = %d" % number
        if runs == 1:
            with pytest.raises(OutcomeUnknown):
                await db.transact(work)
        else:
            await db.transact(work)
        assert not gate.instead
    assert len(done) == runs
    assert await make.rows(NAMES) == [{"n": runs - 1}]


@pytest.mark.parametrize("number", [1047, 1053, 1290, 1836, 1927])
async def test_a_writer_that_serves_no_more_is_left_for_the_next_one(stores: Stores, number: int) -> None:
    seen: list[Any] = []

    async def work(queries: Queries) -> None:
        seen.append(await queries.one("SELECT CONNECTION_ID() AS id"))
        if len(seen) == 1:
            await queries.run(f"SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = {number}")

    async with database(stores, failover=30) as (db, _):
        await db.transact(work)
    assert len(seen) == 2
    assert seen[0] != seen[1]


async def test_a_query_is_repeated_but_no_other_statement(stores: Stores, make: Makers) -> None:
    user = await make.user()
    change = "UPDATE users SET name = CONCAT(name, 'x')"
    async with database(stores, failover=30) as (db, gate):
        assert await read(db) == 1
        gate.break_at = (NAMES.encode(), "before")
        assert await read(db) == 1
        gate.break_at = (NAMES.encode(), "before")
        async with db.connection() as queries:
            assert await queries.gather(queries.all(NAMES), queries.all("SELECT 1 AS one")) == (
                [{"n": 1}],
                [{"one": 1}],
            )
            gate.break_at = (change.encode(), "after")
            with pytest.raises(DatabaseUnavailable):
                await queries.run(change)
    assert await make.rows("SELECT name FROM users") == [{"name": f"{user.name}x"}]


async def test_without_the_setting_nobody_waits(stores: Stores) -> None:
    async with database(stores, failover=0) as (db, gate):
        assert await read(db) == 0
        gate.close()
        for use in (read(db), register(db)):
            with pytest.raises(DatabaseUnavailable):
                await use
        gate.is_open = True
        await register(db)
        gate.break_at = (NAMES.encode(), "before")
        with pytest.raises(DatabaseUnavailable):
            await read(db)


async def test_the_deadline_bounds_the_wait(stores: Stores) -> None:
    async with database(stores, failover=60, deadline=1) as (db, gate):
        gate.close()
        began = monotonic()
        answers = await asyncio.gather(*(read(db) for _ in range(20)), return_exceptions=True)
        assert {type(answer) for answer in answers} == {DatabaseUnavailable}
        assert monotonic() - began < 10
        asked = gate.connections
        gate.is_open = True
        assert await read(db) == 0
        assert gate.connections <= asked + 2, "nobody asks any more"


async def test_a_refusal_is_no_reason_to_wait(stores: Stores) -> None:
    async with database(stores, failover=30) as (db, _):
        with pytest.raises(StatementFailed):
            await db.transact(lambda queries: queries.run("THIS IS NO SQL"))


async def test_a_frozen_writer_is_neither_writable_nor_asked_twice(stores: Stores) -> None:
    async with database(stores, failover=0) as (db, gate):
        assert await db.writable()
        gate.freeze()
        asked = gate.connections
        began = monotonic()
        assert await asyncio.gather(*(db.writable() for _ in range(20))) == [None] * 20
        assert monotonic() - began < 5
        assert gate.connections <= asked + 1
        gate.thaw()
        assert await db.writable()
