"""The pool on real MariaDB: what breaks must not stay broken."""

import asyncio
import random
from collections import Counter
from datetime import date, datetime
from decimal import Decimal

import pytest

from config import Config
from models.accounts import users
from services.deps import Deps
from tests.makers import Makers, mobile
from utils.mysql import (
    ConnectionPool,
    Database,
    DatabaseUnavailable,
    DuplicateKey,
    Queries,
    StatementFailed,
    connection_options,
)


@pytest.mark.settings(database_pool=2, database_acquire_timeout=30, database_deadline=30)
async def test_ten_thousand_operations_with_errors_and_cancellations_leave_the_pool_whole(deps: Deps) -> None:
    chance = random.Random(1)
    outcomes: Counter[str] = Counter()

    async def fail(queries: Queries) -> None:
        await queries.run("INSERT INTO users (mobile, name, password_hash) VALUES (%s, 'left behind', '')", mobile())
        raise ZeroDivisionError

    async def operation() -> None:
        kind = chance.choice(("read", "write", "wrong SQL", "error in a transaction"))
        try:
            match kind:
                case "read":
                    async with deps.db.connection() as queries:
                        assert await queries.one("SELECT 1 AS one") == {"one": 1}
                case "write":
                    await deps.db.transact(lambda queries: users.create(queries, mobile(), ""))
                case "wrong SQL":
                    async with deps.db.connection() as queries:
                        await queries.run("THIS IS NO SQL")
                case _:
                    await deps.db.transact(fail)
        except (StatementFailed, ZeroDivisionError, DatabaseUnavailable) as error:
            outcomes[type(error).__name__] += 1
        else:
            outcomes["done"] += 1

    async def maybe_cancelled() -> None:
        task = asyncio.create_task(operation())
        if chance.random() < 0.2:
            await asyncio.sleep(chance.random() * 0.002)
            task.cancel()
        await asyncio.wait([task])
        outcomes["cancelled"] += task.cancelled()

    for _ in range(500):
        await asyncio.gather(*(maybe_cancelled() for _ in range(20)))
    assert sum(outcomes.values()) == 10_000
    assert min(outcomes[kind] for kind in ("done", "cancelled", "StatementFailed", "ZeroDivisionError")) > 500
    assert outcomes["DatabaseUnavailable"] == 0
    assert deps.db.in_use == 0
    async with deps.db.connection() as first, deps.db.connection() as second:
        assert await first.one("SELECT COUNT(*) AS n FROM users WHERE name = 'left behind'") == {"n": 0}
        assert await second.one("SELECT 1 AS one") == {"one": 1}


@pytest.mark.settings(database_pool=1, database_acquire_timeout=0.1)
async def test_who_finds_no_connection_is_told_so_in_time(deps: Deps) -> None:
    async with deps.db.connection():
        with pytest.raises(DatabaseUnavailable):
            await deps.db.transact(lambda queries: queries.run("SELECT 1"))
    assert await deps.db.writable()


@pytest.mark.settings(database_pool=1, database_deadline=0.2)
async def test_a_slow_statement_is_given_up_and_its_connection_too(deps: Deps) -> None:
    with pytest.raises(DatabaseUnavailable):
        async with deps.db.connection() as queries:
            await queries.one("SELECT SLEEP(2)")
    assert await deps.db.writable()


@pytest.mark.settings(database_query_timeout=1)
async def test_the_server_stops_a_statement_that_nobody_waits_for(deps: Deps) -> None:
    with pytest.raises(DatabaseUnavailable):
        async with deps.db.connection() as queries:
            await queries.one("SELECT SLEEP(2)")


@pytest.mark.settings(database_pool=1)
async def test_a_killed_connection_costs_one_request_at_most(deps: Deps, config: Config) -> None:
    async with deps.db.connection() as queries:
        row = await queries.one("SELECT CONNECTION_ID() AS id")
    other = ConnectionPool(
        config.database_url or "",
        size=1,
        acquire_timeout=1,
        connect_timeout=1,
        query_timeout=1,
        isolation="REPEATABLE READ",
    )
    await other.open()
    async with Database(other, deadline=2).connection() as queries:
        await queries.run("KILL %s", (row or {})["id"])
    await other.close()
    # the first one may meet the dead connection; whoever comes behind it has a new one
    seen = [await deps.db.writable() for _ in range(4)]
    assert seen[1:] == [True] * 3
    async with deps.db.connection() as queries:
        assert await queries.one("SELECT CONNECTION_ID() AS id") != row
    assert deps.db.in_use == 0


async def test_what_the_work_came_to_stands_when_its_connection_dies_with_it(deps: Deps, make: Makers) -> None:
    async def work(queries: Queries) -> None:
        row = await queries.one("SELECT CONNECTION_ID() AS id")
        await make.change("KILL %s", (row or {})["id"])
        raise LookupError

    with pytest.raises(LookupError):
        await deps.db.transact(work)
    assert await deps.db.writable()


async def test_a_transaction_is_all_or_nothing(deps: Deps, make: Makers) -> None:
    number = mobile()

    async def twice(queries: Queries) -> None:
        await users.create(queries, number, "")
        await users.create(queries, number, "")

    with pytest.raises(DuplicateKey) as refused:
        await deps.db.transact(twice)
    assert refused.value.key == "users_mobile"
    assert number not in str(refused.value)
    assert await make.rows("SELECT id FROM users WHERE mobile = %s", number) == []


@pytest.mark.settings(database_pool=1)
async def test_an_error_in_a_transaction_costs_no_connection(deps: Deps, make: Makers) -> None:
    async def fail(queries: Queries) -> None:
        await queries.run("UPDATE users SET name = 'x'")
        raise ZeroDivisionError

    before = await make.rows("SELECT CONNECTION_ID() AS id")
    with pytest.raises(ZeroDivisionError):
        await deps.db.transact(fail)
    assert await make.rows("SELECT CONNECTION_ID() AS id") == before


async def test_two_that_deadlock_are_both_done_in_the_end(deps: Deps, make: Makers) -> None:
    first, second = await make.user(), await make.user()
    met = asyncio.Barrier(2)
    runs = Counter[str]()

    def crosswise(name: str, mine: int, yours: int) -> asyncio.Task[None]:
        async def work(queries: Queries) -> None:
            runs[name] += 1
            await users.set_name(queries, mine, name)
            if runs[name] == 1:
                await met.wait()
            await users.set_name(queries, yours, name)

        return asyncio.create_task(deps.db.transact(work))

    await asyncio.gather(crosswise("a", first.id, second.id), crosswise("b", second.id, first.id))
    assert sorted(runs.values()) == [1, 2]
    names = {row["name"] for row in await make.rows("SELECT name FROM users")}
    assert len(names) == 1


async def test_a_transaction_that_is_refused_at_commit_is_done_in_the_end(deps: Deps, make: Makers) -> None:
    """As Galera does with the later of two transactions that wrote the same row; more often than three times."""
    user = await make.user()
    refused = 0

    async def work(queries: Queries) -> None:
        nonlocal refused
        await queries.run("UPDATE users SET name = CONCAT(name, 'x') WHERE id = %s", user.id)
        if refused < 8:
            refused += 1
            await queries.run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213")

    await deps.db.transact(work)
    assert await make.rows("SELECT name FROM users") == [{"name": f"{user.name}x"}]


@pytest.mark.settings(database_deadline=0.5)
async def test_what_never_gets_through_is_given_up_at_the_deadline(deps: Deps) -> None:
    with pytest.raises(DatabaseUnavailable):
        await deps.db.transact(lambda queries: queries.run("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213"))
    assert deps.db.in_use == 0


async def test_statements_that_travel_together_are_answered_each(deps: Deps) -> None:
    async def twice(queries: Queries, number: int) -> list[object]:
        first = await queries.one("SELECT %s AS n", number)
        return [first, await queries.one("SELECT %s AS n", number + 1)]

    async with deps.db.connection() as queries:
        one, two, three = await queries.gather(
            twice(queries, 1), queries.all("SELECT 'x' AS t UNION SELECT NULL"), queries.gather(twice(queries, 5))
        )
    assert (one, two, three) == ([{"n": 1}, {"n": 2}], [{"t": "x"}, {"t": None}], ([{"n": 5}, {"n": 6}],))


async def test_what_travels_behind_a_statement_that_fails_is_not_kept(deps: Deps, make: Makers) -> None:
    user = await make.user()

    async def work(queries: Queries) -> None:
        await queries.gather(
            queries.run("UPDATE users SET name = 'before' WHERE id = %s", user.id),
            users.create(queries, user.mobile, ""),
            queries.run("UPDATE users SET name = 'behind' WHERE id = %s", user.id),
        )

    with pytest.raises(DuplicateKey):
        await deps.db.transact(work)
    # and nothing of it holds a lock
    await deps.db.transact(lambda queries: users.set_name(queries, user.id, "free"))
    assert await make.rows("SELECT name FROM users") == [{"name": "free"}]


async def test_what_travels_behind_a_deadlock_is_done_once(deps: Deps, make: Makers) -> None:
    """The server ends the transaction of one of the two: what was sent behind must not stand by itself."""
    first, second, noted = await make.user(), await make.user(), await make.user()
    met = asyncio.Barrier(2)
    runs = Counter[int]()

    def crosswise(mine: int, yours: int) -> asyncio.Task[None]:
        async def work(queries: Queries) -> None:
            runs[mine] += 1
            await users.lock(queries, mine)
            if runs[mine] == 1:
                await met.wait()
            note = queries.run("UPDATE users SET name = CONCAT(name, 'x') WHERE id = %s", noted.id)
            await queries.gather(users.lock(queries, yours), note)

        return asyncio.create_task(deps.db.transact(work))

    await asyncio.gather(crosswise(first.id, second.id), crosswise(second.id, first.id))
    assert sorted(runs.values()) == [1, 2]
    [row] = await make.rows("SELECT name FROM users WHERE id = %s", noted.id)
    assert row["name"] == noted.name + "xx"


async def test_a_connection_that_dies_under_several_statements_is_lost_for_all(deps: Deps) -> None:
    async with deps.db.connection() as queries:
        before, kill = queries.one("SELECT 1"), queries.run("KILL CONNECTION_ID()")
        with pytest.raises(DatabaseUnavailable):
            await queries.gather(before, kill, queries.one("SELECT 2"), queries.one("SELECT 3"))
    assert await deps.db.writable()


async def test_every_kind_of_value_comes_back_as_it_went(deps: Deps) -> None:
    values = {
        "n": -5, "big": 2**63, "text": "王'\\\"%s\0🏠", "empty": "", "bytes": bytes(range(256)), "none": None,
        "day": date(2026, 11, 21), "moment": datetime(2026, 11, 21, 1, 2, 3, 456789), "money": Decimal("12.50"),
        "part": 0.1, "long": "長" * 30_000,
    }  # fmt: skip
    cast = {"day": "CAST(%s AS DATE)", "moment": "CAST(%s AS DATETIME(6))"}
    columns = ", ".join(f"{cast.get(name, '%s')} AS `{name}`" for name in values)
    async with deps.db.connection() as queries:
        assert await queries.one(f"SELECT {columns}", *values.values()) == values


async def test_a_pooled_connection_reads_what_others_wrote(deps: Deps, make: Makers) -> None:
    user = await make.user()
    async with deps.db.connection() as reader:
        assert (await users.get(reader, user.id)).name == user.name
        await deps.db.transact(lambda queries: users.set_name(queries, user.id, "新"))
        assert (await users.get(reader, user.id)).name == "新"


@pytest.mark.parametrize("url", ["", "postgres://x/y", "mysql://host", "mysql://host/", "/tmp/x"])  # noqa: S108
def test_a_url_that_names_no_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="mysql://"):
        connection_options(url)


def test_a_url_may_hold_odd_characters() -> None:
    options = connection_options("mysql://us%40er:p%2Fw%3A@db.example:3307/my%20db?unix_socket=/run/x.sock")
    assert options == {
        "host": "db.example",
        "port": 3307,
        "user": "us@er",
        "password": "p/w:",
        "db": "my db",
        "unix_socket": "/run/x.sock",
    }


@pytest.mark.settings(database_first_statement="SET @first = COALESCE(@first, 0) + 1")
async def test_a_new_connection_runs_the_first_statement_once(deps: Deps) -> None:
    for _ in range(3):
        async with deps.db.connection() as queries:
            assert await queries.one("SELECT @first AS first") == {"first": 1}


@pytest.mark.settings(database_first_statement="SELECT no_such_column FROM users", database_pool=1)
async def test_a_server_that_refuses_the_first_statement_counts_as_away(deps: Deps) -> None:
    for _ in range(3):  # the connection goes back each time
        with pytest.raises(DatabaseUnavailable):
            await deps.db.transact(lambda queries: queries.one("SELECT 1"))


@pytest.mark.settings(database_first_statement="DO SLEEP(20)", database_connect_timeout=0.3, database_pool=1)
async def test_a_first_statement_that_is_not_answered_counts_as_no_connection(deps: Deps) -> None:
    for _ in range(2):
        with pytest.raises(DatabaseUnavailable):
            await deps.db.transact(lambda queries: queries.one("SELECT 1"))
