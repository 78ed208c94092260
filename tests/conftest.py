"""Fixtures, and all that is about pytest's plugins.

The controlling process starts one private MariaDB and Redis (or takes those that IHOME_DATABASE_URL and
IHOME_REDIS_URL name); each xdist worker has its own database on them, emptied after every test.
"""

import inspect
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import pymysql
import pytest
import redis
from redis.asyncio import Redis as AsyncRedis
from tornado.httpclient import AsyncHTTPClient
from tornado.ioloop import IOLoop

from composition import open_deps
from config import Config
from handlers.api.dispatch import Site
from server import make_app, make_server
from services.deps import Deps
from tests.client import Client
from tests.live import LiveServer
from tests.makers import Makers
from tests.migrations import EmptyDatabase
from tests.scene import Scene, a_scene
from tools import packages
from tools.dev_services import DevServices, ServiceProcess, _redis, create_database, dev_services, socket_path
from tools.migrate import migrate
from utils.mysql import connection_options

E2E = Path(__file__).parent / "e2e"
REFERENCE_DATA = {"areas", "facilities", "event_planner"}
_SERVERS = pytest.StashKey[tuple[str, str]]()
_STOP = pytest.StashKey[ExitStack]()


# -- one pair of servers a run


def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests also wait, for servers, browsers and time-outs."""
    return (os.cpu_count() or 1) + 1


def pytest_sessionstart(session: pytest.Session) -> None:
    config = session.config
    if hasattr(config, "workerinput"):
        config.stash[_SERVERS] = config.workerinput["servers"]
    elif not config.option.collectonly:
        # the servers and tools that tests start are compiled once, not each time
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        if _asks_for_a_browser(config.args):
            # once, before the tests' time-outs run
            packages.headless_chromium(print)
            packages.chromium(print)
        stack = config.stash[_STOP] = ExitStack()
        var = stack.enter_context(tempfile.TemporaryDirectory(prefix="ihome-test-", dir=_memory()))
        running = stack.enter_context(dev_services(Path(var)))
        config.stash[_SERVERS] = (running.database_url, running.redis_url)


def _memory() -> Path | None:
    """A place in memory for the stores' files: a disk that stalls for seconds fails tests. None without room."""
    memory = Path("/dev/shm")  # noqa: S108  a directory of our own is made in it
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > 4 * 1024**3 else None


def _asks_for_a_browser(arguments: list[str]) -> bool:
    paths = [Path(argument.partition("::")[0]).resolve() for argument in arguments]
    return any(path.is_relative_to(E2E) or E2E.is_relative_to(path) for path in paths)


def pytest_configure_node(node: pytest.Item) -> None:
    node.workerinput["servers"] = node.config.stash[_SERVERS]


def pytest_sessionfinish(session: pytest.Session) -> None:
    if _STOP in session.config.stash:
        session.config.stash[_STOP].close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.function):
            item.add_marker(pytest.mark.gen_test(timeout=900 if item.get_closest_marker("torture") else 110))


# -- one database a worker, empty for every test


@dataclass(frozen=True)
class Stores:
    """This worker's own database and Redis database."""

    database_url: str
    redis_url: str


@pytest.fixture(scope="session")
def worker_stores(request: pytest.FixtureRequest) -> Stores:
    database_url, redis_url = request.config.stash[_SERVERS]
    name = getattr(request.config, "workerinput", {}).get("workerid", "gw0")
    parts = urlsplit(database_url)
    database_url = urlunsplit(parts._replace(path=f"/ihome_test_{name}"))
    create_database(database_url)
    migrate(database_url)
    number = int(name.removeprefix("gw")) % 15 + 1
    return Stores(database_url, f"{redis_url.partition('?')[0]}?db={number}")


@pytest.fixture
def stores(worker_stores: Stores) -> Iterator[Stores]:
    yield worker_stores
    with pymysql.connect(**connection_options(worker_stores.database_url)) as connection, connection.cursor() as cursor:
        cursor.execute("SET foreign_key_checks = 0")
        cursor.execute("SHOW TABLES")
        for (table,) in cursor.fetchall():
            if "yoyo" not in table and table not in REFERENCE_DATA:
                cursor.execute(f"DELETE FROM `{table}`")  # noqa: S608
        connection.commit()
    with redis.Redis.from_url(worker_stores.redis_url) as client:
        client.flushdb()


@pytest.fixture
def database(worker_stores: Stores) -> Iterator[EmptyDatabase]:
    """An empty one, to migrate."""
    with _empty_database(worker_stores) as made:
        yield made


@pytest.fixture(scope="session")
def undisturbed(worker_stores: Stores) -> dict[str, object]:
    """How a database looks that was migrated in one run."""
    with _empty_database(worker_stores) as made:
        migrate(made.url)
        return made.look()


@contextmanager
def _empty_database(stores: Stores) -> Iterator[EmptyDatabase]:
    parts = urlsplit(stores.database_url)
    made = EmptyDatabase(urlunsplit(parts._replace(path=f"{parts.path}_migrations")))
    create_database(made.url)
    made.empty()
    yield made
    made.drop()


# -- servers that a test may harm


@pytest.fixture
def own_backing(tmp_path: Path) -> Iterator[DevServices]:
    """A private MariaDB and Redis; skips the test where IHOME_DATABASE_URL or IHOME_REDIS_URL names one."""
    with dev_services(tmp_path / "var") as running:
        if len(running.processes) < 2:
            pytest.skip("these servers are not ours to harm: unset IHOME_DATABASE_URL and IHOME_REDIS_URL")
        create_database(running.database_url)
        migrate(running.database_url)
        yield running


@pytest.fixture
def own_redis(tmp_path: Path) -> Iterator[ServiceProcess]:
    server = _redis(tmp_path, print)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def own_url(tmp_path: Path) -> str:
    """The URL of `own_redis`."""
    return f"unix://{socket_path(tmp_path, 'redis')}?db=0"


# -- one server a test


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    return tmp_path


@pytest.fixture
def config(stores: Stores, outbox: Path, request: pytest.FixtureRequest) -> Config:
    """Development settings; `@pytest.mark.settings(…)` changes some."""
    fields = {
        "env": "development",
        "database_url": stores.database_url,
        "redis_url": stores.redis_url,
        "outbox": outbox,
        "media": outbox / "media",
        "bcrypt_cost": 4,
        "pictures_ahead": 2,
        "connections_per_address": 2000,
        "redis_timeout": 1.0,  # several processes of tests share a core
        "stream_seconds": 0.05,  # most tests read answers to their end
        # the clock of a test goes months ahead
        "session_idle_seconds": 400 * 24 * 3600,
        "session_absolute_seconds": 400 * 24 * 3600,
    }
    for marker in reversed(list(request.node.iter_markers("settings"))):
        fields |= marker.kwargs
    assert fields.keys() <= Config.model_fields.keys(), fields.keys() - Config.model_fields.keys()
    return Config.model_validate(fields)


class Clock:
    """The time, and as much more as a test says."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def deps(config: Config, io_loop: IOLoop, clock: Clock) -> Iterator[Deps]:
    opened = open_deps(config, clock)
    yield io_loop.run_sync(opened.__aenter__)
    io_loop.run_sync(lambda: opened.__aexit__(None, None, None))


@pytest.fixture
def app(config: Config, deps: Deps) -> Site:
    return make_app(config, deps)


@pytest.fixture
def http_server(app: Site, config: Config, io_loop: IOLoop, _unused_port: tuple) -> Iterator[Any]:
    """As pytest-tornado's, but with our own limits and time-outs."""
    server = make_server(config, app)
    io_loop.run_sync(lambda: server.listen_on([_unused_port[0]]))
    yield server
    server.stop()
    io_loop.run_sync(server.close_all_connections)


@pytest.fixture
def base_url(http_port: int) -> str:
    return f"http://127.0.0.1:{http_port}"


@pytest.fixture
def new_client(http_client: AsyncHTTPClient, base_url: str) -> Callable[[], Client]:
    """Makes browsers, each with cookies of its own."""
    return lambda: Client(http_client, base_url)


@pytest.fixture
def client(new_client: Callable[[], Client]) -> Client:
    return new_client()


@pytest.fixture
def make(deps: Deps, outbox: Path) -> Makers:
    return Makers(deps, outbox)


@pytest.fixture
def scene(http_server: object, new_client: Callable[[], Client], make: Makers, deps: Deps, io_loop: IOLoop) -> Scene:
    """A host with a house, and a guest who may book it."""
    return io_loop.run_sync(lambda: a_scene(new_client, make, deps))


@pytest.fixture
def store(stores: Stores, io_loop: IOLoop) -> Iterator[AsyncRedis]:
    """Redis as an operator sees it."""
    client = AsyncRedis.from_url(stores.redis_url, decode_responses=True)
    yield client
    io_loop.run_sync(client.aclose)


@pytest.fixture
def start_server(config: Config, tmp_path: Path) -> Iterator[Callable[..., LiveServer]]:
    """Starts server.py on this worker's database, with `config` and what is given on top."""
    started: list[LiveServer] = []

    def start(processes: int = 1, **settings: Any) -> LiveServer:
        own = {"lame_duck_seconds": 0.3} | config.model_dump(include=config.model_fields_set) | settings
        started.append(LiveServer(own, tmp_path / f"server-{len(started)}.log", processes))
        return started[-1]

    yield start
    for server in started:
        server.stop()
