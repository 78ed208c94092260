"""HAProxy finds the database's writer and the Redis master: real ones, started from their files of deploy/."""

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pymysql
import pytest
import redis

from tests.deploy.conftest import Start
from tests.deploy.engines import SECRETS, Engines, program
from tests.waiting import until
from tools.cluster.layout import GALERA, READERS, REDIS_MASTER, WRITER, render
from tools.dev_services import make_mariadb_data

Connect = Callable[..., pymysql.Connection]


def up(run: Path, proxy: str) -> set[str]:
    """The servers of a proxy that HAProxy's checks have found up."""
    with suppress(OSError), socket.socket(socket.AF_UNIX) as client:
        client.connect(str(run / "haproxy.sock"))
        client.sendall(b"show stat\n")
        with client.makefile() as lines:
            rows = [line.split(",") for line in lines]
        return {row[1] for row in rows if row[0] == proxy and row[1] in "abc" and row[17] == "UP" and row[36] == "L7OK"}
    return set()


@pytest.fixture
def connect() -> Iterator[Connect]:
    """Opens a connection to MariaDB, which is closed at the end of the test."""
    with ExitStack() as stack:
        yield lambda **where: stack.enter_context(pymysql.connect(**where, autocommit=True))


async def first_node(engines: Engines, start: Start, connect: Connect) -> pymysql.Connection:
    """Start the first node of a cluster; returns root's connection to it."""
    program("/usr/lib/galera/libgalera_smm.so")
    data = engines.file("mariadb/galera.cnf").parent / "data"
    data.rmdir()
    make_mariadb_data([program("mariadb-install-db")], data, engines.context.user)
    run = start("mariadbd", "mariadb/galera.cnf", "--defaults-file={}", "--wsrep-new-cluster")
    await until(lambda: listens(run / "mysqld.sock"))  # pymysql leaks a socket that nobody listens to
    root = connect(unix_socket=str(run / "mysqld.sock"), user="root")
    await until(lambda: execute(root, "SHOW STATUS LIKE 'wsrep_ready'") == (("wsrep_ready", "ON"),))
    return root


def listens(path: Path) -> bool:
    with suppress(OSError), socket.socket(socket.AF_UNIX) as client:
        client.connect(str(path))
        return True
    return False


async def connected(connect: Callable[[], pymysql.Connection]) -> pymysql.Connection:
    """The connection, as soon as a server takes it."""
    opened: list[pymysql.Connection] = []

    def connects() -> bool:
        with suppress(pymysql.err.OperationalError):
            opened.append(connect())
        return bool(opened)

    await until(connects)
    return opened[0]


def execute(connection: pymysql.Connection, sql: str) -> tuple[tuple[object, ...], ...]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return tuple(cursor.fetchall())


def make_accounts(engines: Engines, root: pymysql.Connection) -> None:
    lines = render("mariadb/accounts.sql", engines.context).splitlines()
    for statement in "\n".join(line for line in lines if not line.startswith("--")).split(";"):
        if statement.strip():
            execute(root, statement)


async def test_haproxy_follows_what_a_node_says_of_itself(engines: Engines, start: Start, connect: Connect) -> None:
    root = await first_node(engines, start, connect)
    assert execute(root, "SELECT @@innodb_flush_log_at_trx_commit, @@innodb_autoinc_lock_mode") == ((1, 2),)
    for _ in range(2):  # running it again changes nothing
        make_accounts(engines, root)
    run = start("haproxy", "haproxy/haproxy.cfg", "-db", "-f", "{}")
    await until(lambda: up(run, "writer") == {"a"})
    for leave, come_back in (
        ("SET GLOBAL read_only = ON", "SET GLOBAL read_only = OFF"),
        ("SET GLOBAL wsrep_desync = ON", "SET GLOBAL wsrep_desync = OFF"),
        (
            "SET GLOBAL wsrep_provider_options = 'gmcast.isolate=1'",
            "SET GLOBAL wsrep_provider_options = 'pc.bootstrap=1'",
        ),
    ):
        execute(root, leave)
        await until(lambda: up(run, "writer") == set())
        execute(root, come_back)
        await until(lambda: up(run, "writer") == {"a"})


async def test_each_account_may_do_its_own_work_only(engines: Engines, start: Start, connect: Connect) -> None:
    root = await first_node(engines, start, connect)
    make_accounts(engines, root)
    start("haproxy", "haproxy/haproxy.cfg", "-db", "-f", "{}")
    address = engines.context.me.haproxy

    def log_in(user: str, password: str, port: int = WRITER) -> pymysql.Connection:
        return connect(host=address, port=port, user=user, password=password)

    migrating = await connected(lambda: log_in("ihome_migrate", SECRETS.migrate))
    execute(migrating, "CREATE TABLE ihome.nights (id INT PRIMARY KEY)")
    server = log_in("ihome", SECRETS.database)
    execute(server, "INSERT INTO ihome.nights VALUES (1)")
    assert execute(log_in("ihome", SECRETS.database, READERS), "SELECT id FROM ihome.nights") == ((1,),)
    for connection, sql in (
        (server, "DROP TABLE ihome.nights"),
        (server, "SET GLOBAL read_only = ON"),
        (log_in("backup", SECRETS.backup), "DELETE FROM ihome.nights"),
        (log_in("haproxy", ""), "SELECT id FROM ihome.nights"),
    ):
        with pytest.raises(pymysql.err.OperationalError, match="denied"):
            execute(connection, sql)
    with pytest.raises(pymysql.err.OperationalError, match="denied"):
        connect(host=engines.context.me.galera, port=GALERA, user="root")


async def test_the_master_is_a_redis_with_a_replica(engines: Engines, start: Start) -> None:
    start("redis-server", "redis/redis.conf", "{}")
    run = start("haproxy", "haproxy/haproxy.cfg", "-db", "-f", "{}", machine=2)
    await until(lambda: "a" not in up(run, "redis") and answers(engines.context.machines[0].redis, 6379))
    start("redis-server", "redis/redis.conf", "{}", machine=1)
    await until(lambda: up(run, "redis") == {"a"})
    assert store(engines.context.machines[2].haproxy, REDIS_MASTER).set("name", "value", ex=60)
    store(engines.context.machines[0].redis, 6379).replicaof(engines.context.machines[1].redis, 6379)
    await until(lambda: up(run, "redis") == set())


def store(address: str, port: int) -> redis.Redis:
    return redis.Redis(address, port, password=SECRETS.redis)


def answers(address: str, port: int) -> bool:
    try:
        return bool(store(address, port).ping())
    except redis.ConnectionError:
        return False
