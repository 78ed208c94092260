"""The accounts of docs/operating.md can do all that they have to, and no more."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit, urlunsplit
from urllib.request import urlopen

import pymysql
import pytest

from composition import open_deps
from config import Config
from tests.conftest import Stores
from tests.live import ROOT, LiveServer
from tests.migrations import EmptyDatabase
from tools import demo, listings, sweep, worker
from tools.migrate import MigrationFailed, migrate
from utils.mysql import connection_options

SECTION = (ROOT / "docs" / "operating.md").read_text().partition("## MariaDB and Redis")[2].partition("\n## ")[0]
SERVER, MIGRATE = re.findall(r"```sql\n(.*?)```", SECTION, re.DOTALL)


def an_account(root: EmptyDatabase, statements: str) -> Iterator[EmptyDatabase]:
    """These statements create an account; yields the database as that account sees it."""
    name = connection_options(root.url)["db"]
    [(host,)] = root.run("SELECT SUBSTRING_INDEX(USER(), '@', -1)")  # this machine, as MariaDB sees it
    account = f"{name}@'{host}'"
    user, number = re.subn(r"\bihome(?:_migrate)?@localhost", account, statements)
    assert number == 2
    root.run(f"DROP USER IF EXISTS {account}")  # of a run that was killed
    root.run(*user.replace(" ihome.*", f" {name}.*").strip().rstrip(";").split(";\n"))
    parts = urlsplit(root.url)
    server = parts.netloc.rpartition("@")[2]
    yield EmptyDatabase(urlunsplit(parts._replace(netloc=f"{name}:choose-a-password@{server}")))
    root.run(f"DROP USER {account}")


@pytest.fixture
def migrating(database: EmptyDatabase) -> Iterator[EmptyDatabase]:
    yield from an_account(database, MIGRATE)


@pytest.fixture
def serving(stores: Stores) -> Iterator[EmptyDatabase]:
    yield from an_account(EmptyDatabase(stores.database_url), SERVER)


def test_the_account_for_migrations_can_migrate(migrating: EmptyDatabase, undisturbed: dict[str, object]) -> None:
    migrating.run("CREATE TABLE areas (id INT)")
    with pytest.raises(MigrationFailed, match="areas exists already and is not ihome's"):
        migrate(migrating.url)
    migrating.run("DROP TABLE areas")
    migrate(migrating.url)
    assert migrating.look() == undisturbed


async def test_the_servers_account_can_serve_and_change_no_table(
    serving: EmptyDatabase,
    config: Config,
    start_server: Callable[..., LiveServer],
) -> None:
    own = config.model_copy(update={"database_url": serving.url})
    async with open_deps(own) as deps:
        assert (await demo.load(deps, 3))[-1] == "3 demo houses"
    await worker.work(own, once=True)
    assert await sweep.sweep(own) == 0
    assert await listings.check(own, mend=True) == 0
    server = start_server(database_url=serving.url)
    for path in ("/readyz", "/api/v1.0/houses"):
        urlopen(server.base_url + path, timeout=10).close()  # noqa: ASYNC210, S310  an address of our own
    for forbidden in ("DROP TABLE favourites", "ALTER TABLE users ADD COLUMN x INT", "CREATE TABLE x (id INT)"):
        with pytest.raises(pymysql.OperationalError, match="1142"):
            serving.run(forbidden)
