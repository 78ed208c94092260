"""What three real nodes of Galera answer when they conflict, lose each other, and are migrated (decision 0045)."""

import asyncio
import re
import shutil
import signal
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path

import pymysql
import pytest

from models.accounts import users
from tests.makers import mobile
from tests.migrations import EmptyDatabase, start
from tests.mysql_relay import Relay
from tests.torture.galera import Missing, Node, is_synced, nodes
from tools.dev_services import create_database
from tools.migrate import MIGRATIONS, migrate, read
from utils.mysql import ConnectionPool, Database, DatabaseUnavailable, OutcomeUnknown, Queries, connection_options

pytestmark = pytest.mark.torture
Holds = Callable[[], bool]


@pytest.fixture(scope="module")
def cluster() -> Iterator[list[Node]]:
    with ExitStack() as stack:
        try:
            found = stack.enter_context(nodes(3))
        except Missing as missing:
            pytest.skip(str(missing))
        yield found


@asynccontextmanager
async def database(node: Node, failover: float = 0, first_statement: str = "") -> AsyncIterator[Database]:
    pool = ConnectionPool(
        node.url,
        size=2,
        acquire_timeout=2,
        connect_timeout=2,
        query_timeout=20,
        isolation="REPEATABLE READ",
        first_statement=first_statement,
    )
    await pool.open()
    yield Database(pool, deadline=40, failover=failover)
    await pool.close()


async def register(db: Database) -> int:
    return await db.transact(lambda queries: users.create(queries, mobile(), ""))


def rows(node: Node, sql: str) -> list[tuple[object, ...]]:
    """What a node holds, once it has heard of everything."""
    with pymysql.connect(**connection_options(node.url), autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute("SET SESSION wsrep_sync_wait = 1")
        cursor.execute(sql)
        return list(cursor.fetchall())


def wait(holds: Holds) -> None:
    deadline = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


@pytest.mark.parametrize("then", ["SELECT 1 FROM users", "UPDATE users SET name = 'y'", "COMMIT"])
async def test_a_transaction_that_another_node_has_overtaken_is_repeated(cluster: list[Node], then: str) -> None:
    async with database(cluster[0]) as here, database(cluster[1]) as there:
        user_id = await register(here)
        await asyncio.to_thread(rows, cluster[1], "SELECT 1")
        runs = 0

        async def work(queries: Queries) -> None:
            nonlocal runs
            runs += 1
            await queries.run("UPDATE users SET name = CONCAT(name, 'x') WHERE id = %s", user_id)
            if runs == 1:
                await here.transact(lambda q: q.run("UPDATE users SET name = 'a' WHERE id = %s", user_id))
                await asyncio.sleep(1)
            if then != "COMMIT":
                await queries.run(then)

        await there.transact(work)
        assert runs == 2
    assert rows(cluster[0], f"SELECT name FROM users WHERE id = {user_id}") == [("y" if "UPDATE" in then else "ax",)]  # noqa: S608


async def test_a_node_that_loses_the_others_is_not_writable_and_its_commit_is_unknown(cluster: list[Node]) -> None:
    async with database(cluster[2]) as db:
        assert await db.writable()
        for node in cluster[:2]:
            node.process.signal(signal.SIGSTOP)
        try:
            with pytest.raises(OutcomeUnknown):
                await register(db)
            async with asyncio.timeout(30):
                while await db.writable() is not False:
                    await asyncio.sleep(0.1)
            with pytest.raises(DatabaseUnavailable):
                async with db.connection() as queries:
                    await queries.all("SELECT id FROM users")
        finally:
            for node in cluster[:2]:
                node.process.signal(signal.SIGCONT)
        async with asyncio.timeout(60):
            while not await db.writable():
                await asyncio.sleep(0.1)
        await register(db)
    wait(lambda: all(is_synced(node.url) for node in cluster))
    held = [rows(node, "SELECT id FROM users ORDER BY id") for node in cluster]
    assert held[0] == held[1] == held[2]


async def test_uses_wait_until_a_node_has_its_cluster_again(cluster: list[Node]) -> None:
    async with database(cluster[2], failover=30) as db:
        before = await register(db)
        for node in cluster[:2]:
            node.process.signal(signal.SIGSTOP)
        try:
            async with asyncio.timeout(30):
                while await db.writable() is not False:
                    await asyncio.sleep(0.1)
            uses = [asyncio.create_task(register(db)) for _ in range(20)]
            await asyncio.sleep(1)
            assert not any(use.done() for use in uses)
        finally:
            for node in cluster[:2]:
                node.process.signal(signal.SIGCONT)
        await asyncio.gather(*uses)
    assert rows(cluster[0], f"SELECT COUNT(*) FROM users WHERE id > {before}") == [(20,)]  # noqa: S608


@pytest.fixture
def empty(cluster: list[Node]) -> Iterator[list[EmptyDatabase]]:
    """An empty database, as each node has it."""
    wait(lambda: all(is_synced(node.url) for node in cluster))
    found = [EmptyDatabase(node.url.replace("/ihome", "/migrated")) for node in cluster]
    create_database(found[0].url)
    rows(cluster[1], "SELECT 1"), rows(cluster[2], "SELECT 1")
    yield found
    found[0].drop()


def looks(cluster: list[Node], made: list[EmptyDatabase]) -> list[dict[str, object]]:
    for node in cluster:
        rows(node, "SELECT 1")
    return [each.look() for each in made]


def test_three_runs_on_three_nodes_leave_one_schema(
    cluster: list[Node], empty: list[EmptyDatabase], undisturbed: dict[str, object]
) -> None:
    running = [start(each.url) for each in empty]
    said = [process.communicate(timeout=300) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], said
    assert looks(cluster, empty) == [undisturbed] * 3
    assert migrate(empty[1].url) == []


def test_migrations_run_with_a_node_missing(
    cluster: list[Node], empty: list[EmptyDatabase], undisturbed: dict[str, object]
) -> None:
    cluster[2].process.stop()
    migrate(empty[0].url)
    cluster[2].process.start()
    assert looks(cluster, empty) == [undisturbed] * 3


@pytest.mark.parametrize("place", [5, 23])
def test_a_run_whose_node_is_killed_is_completed_on_another(
    cluster: list[Node], empty: list[EmptyDatabase], undisturbed: dict[str, object], place: int
) -> None:
    def kill(relay: Relay, packet: bytes) -> None:
        relay.server.sendall(packet)
        cluster[1].process.signal(signal.SIGKILL)
        with suppress(OSError):
            relay.client.shutdown(2)

    code, complained = Relay(empty[1].url, kill, place).run(start)
    assert code == 1, complained
    assert "Traceback" not in complained
    wait(lambda: is_synced(empty[0].url))
    migrate(empty[0].url)
    cluster[1].process.start()
    assert looks(cluster, empty) == [undisturbed] * 3


@pytest.mark.parametrize("missing", [False, True])
def test_a_long_change_runs_on_one_node_after_the_other(
    cluster: list[Node], empty: list[EmptyDatabase], tmp_path: Path, missing: bool
) -> None:
    """As docs/operating.md tells operators; a node that was away makes the change when it comes back."""
    directory = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, directory)
    migrate(empty[0].url, directory)
    long = "ALTER TABLE users ADD COLUMN IF NOT EXISTS floor SMALLINT NULL, ALGORITHM=COPY"
    (directory / "9000_floor.sql").write_text(f"-- A long change.\n-- depends: {read()[-1].id}\n\n{long};\n")
    if missing:
        cluster[2].process.stop()
    written: list[str] = []
    for node, writer in ((2, 0), (1, 0), (0, 1)):  # HAProxy takes the requests away from a node that is desynced
        if not (missing and node == 2):
            with writing(empty[writer].url, written):
                rolling(empty[node].url, long)
                wait(lambda: is_synced(empty[node].url))  # noqa: B023  called at once
                before = len(written)
                wait(lambda: len(written) > before + 20)  # noqa: B023
    with writing(empty[0].url, written):
        assert migrate(empty[0].url, directory) == ["9000_floor"]
    if missing:
        cluster[2].process.start()
    shown = [re.sub(r"AUTO_INCREMENT=\d+", "", str(each)) for each in looks(cluster, empty)]
    assert shown[0] == shown[1] == shown[2]
    assert "`floor`" in shown[0]
    held = [rows(node, "SELECT COUNT(*), COUNT(floor) FROM migrated.users") for node in cluster]
    assert held == [[(len(written), 0)]] * 3


def rolling(url: str, statement: str) -> None:
    options = connection_options(url) | {"read_timeout": 60}
    with pymysql.connect(**options, autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute("SET GLOBAL wsrep_desync = ON")
        cursor.execute("SET SESSION wsrep_OSU_method = 'RSU'")
        cursor.execute(statement)
        cursor.execute("SET GLOBAL wsrep_desync = OFF")


@contextmanager
def writing(url: str, written: list[str]) -> Iterator[None]:
    """Writes through that node for as long as the block runs, and notes what was acknowledged."""
    stop = threading.Event()

    def run() -> None:
        with pymysql.connect(**connection_options(url), autocommit=True) as connection, connection.cursor() as cursor:
            while not stop.is_set():
                number = mobile()
                with suppress(pymysql.err.OperationalError):  # overtaken by the change: 1213
                    cursor.execute("INSERT INTO users (mobile, name, password_hash) VALUES (%s, '', '')", (number,))
                    written.append(number)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(60)


async def test_a_new_writer_answers_when_it_has_applied_what_the_old_one_had_committed(cluster: list[Node]) -> None:
    waits = "SET STATEMENT wsrep_sync_wait = 1 FOR SELECT 1"  # deploy/ihome.env
    async with database(cluster[0]) as old, database(cluster[1], 30, waits) as new:
        with pymysql.connect(**connection_options(cluster[1].url)) as connection, connection.cursor() as cursor:
            cursor.execute("FLUSH TABLES WITH READ LOCK")  # the node goes on receiving, and applies nothing
            user_id = await register(old)
            found = asyncio.create_task(_mobile_of(new, user_id))
            done, _ = await asyncio.wait([found], timeout=3)
            assert not done
            cursor.execute("UNLOCK TABLES")
        assert await found


async def _mobile_of(db: Database, user_id: int) -> str | None:
    async with db.connection() as queries:
        user = await users.get(queries, user_id)
    return user.mobile if user else None
