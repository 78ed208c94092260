"""Apply the migrations that the database of IHOME_DATABASE_URL does not have yet.

python -m tools.migrate [apply] [--dry-run]    --dry-run only says what it would apply
python -m tools.migrate status                 exits with 1 while a migration is waiting

Each file in migrations/ is one statement that can run twice, so a run that was killed is completed by the next run.
There is no rollback: to undo a migration, write another one.
"""

import argparse
import hashlib
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pymysql
from pymysql.cursors import Cursor

from config import Unsafe, load_servers
from tools import command
from utils.mysql import connection_options

MIGRATIONS = Path(__file__).parent.parent / "migrations"
_CONNECT_SECONDS = 5
_LOCK_SECONDS = 30
"""The longest wait for another run, and for transactions that use the table of a statement."""

_DEPENDS = re.compile(r"^-- depends:(.*)$", re.MULTILINE)
_CREATE = re.compile(r"^CREATE TABLE IF NOT EXISTS (\w+) \(\n", re.MULTILINE)
_NOT_IN_TEMPORARY_TABLES = re.compile(r",\n  (?:CONSTRAINT|FULLTEXT KEY) [^\n]*?(?=,?\n)")

# The table of applied migrations has yoyo's name and columns: earlier releases used yoyo.
_CREATE_LEDGER = """
    CREATE TABLE IF NOT EXISTS _yoyo_migration (
      migration_hash VARCHAR(64) NOT NULL PRIMARY KEY,
      migration_id   VARCHAR(255) NULL,
      applied_at_utc TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
    )
"""
_LEDGER_EXISTS = "SHOW TABLES LIKE '\\_yoyo\\_migration'"
_RECORDED = "SELECT migration_id FROM _yoyo_migration"
_RECORD = """
    INSERT IGNORE INTO _yoyo_migration (migration_hash, migration_id, applied_at_utc)
    VALUES (%s, %s, UTC_TIMESTAMP())
"""
_TABLE_EXISTS = "SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = %s"


class MigrationFailed(command.Problem):
    """A migration was not applied; the message names it and says why."""


@dataclass(frozen=True)
class Migration:
    """One file: `id` is its name without the suffix, `depends` are the ids of migrations to apply before it."""

    id: str
    sql: str
    depends: tuple[str, ...]


@dataclass(frozen=True)
class MigrationStatus:
    """All migrations in the order in which they apply, and those of them that are not applied yet."""

    migrations: list[Migration]
    waiting: list[Migration]


def read(directory: Path = MIGRATIONS) -> list[Migration]:
    """The migrations, each after those that it depends on."""
    found = {path.stem: _parse(path) for path in sorted(directory.glob("*.sql"))}
    order = TopologicalSorter({name: migration.depends for name, migration in found.items()})
    return [found[name] for name in order.static_order()]


def _parse(path: Path) -> Migration:
    sql = path.read_text()
    depends = _DEPENDS.search(sql)
    return Migration(path.stem, sql, tuple(depends[1].split()) if depends else ())


def migrate(database_url: str, directory: Path = MIGRATIONS) -> list[str]:
    """Apply the waiting migrations; returns their ids.

    Concurrent runs on one server take turns. Those on several nodes of a cluster do not: between two migrations each
    sees what the others have recorded, and a statement that runs on two nodes runs twice, as it may.

    Raises MigrationFailed, and pymysql's errors if MariaDB is unavailable.
    """
    with _connected(database_url) as cursor, _locked(cursor):
        cursor.execute(_CREATE_LEDGER)
        migrations, applied = read(directory), []
        for migration in migrations:
            if migration in _waiting(migrations, _recorded(cursor)):
                _apply(cursor, migration)
                applied.append(migration.id)
        return applied


def status(database_url: str, directory: Path = MIGRATIONS) -> MigrationStatus:
    """All migrations and the waiting ones. Changes nothing. Raises pymysql's errors if MariaDB is unavailable."""
    with _connected(database_url) as cursor:
        migrations = read(directory)
        return MigrationStatus(migrations, _waiting(migrations, _recorded(cursor)))


@contextmanager
def _connected(database_url: str) -> Iterator[Cursor]:
    init = f"SET SESSION time_zone = '+00:00', sql_mode = 'TRADITIONAL', lock_wait_timeout = {_LOCK_SECONDS}"
    options = connection_options(database_url) | {"connect_timeout": _CONNECT_SECONDS, "init_command": init}
    with pymysql.connect(**options, charset="utf8mb4", autocommit=True) as connection, connection.cursor() as cursor:
        yield cursor


@contextmanager
def _locked(cursor: Cursor) -> Iterator[None]:
    """Hold the lock of this database's migrations until the connection ends. Raises MigrationFailed."""
    cursor.execute("SELECT GET_LOCK(CONCAT('migrate:', SHA1(DATABASE())), %s)", (_LOCK_SECONDS,))
    if cursor.fetchone() != (1,):
        raise MigrationFailed(
            f"another run has been migrating for {_LOCK_SECONDS} seconds; wait for its end and run this again"
        )
    yield


def _recorded(cursor: Cursor) -> set[str]:
    cursor.execute(_LEDGER_EXISTS)
    if not cursor.fetchone():
        return set()
    cursor.execute(_RECORDED)
    return {name for (name,) in cursor.fetchall()}


def _waiting(migrations: Sequence[Migration], recorded: set[str]) -> list[Migration]:
    """Migrations that are neither recorded nor a dependency of a recorded one.

    Earlier releases recorded several of today's files as one.
    """
    applied = set(recorded)
    for migration in reversed(migrations):
        if migration.id in applied:
            applied.update(migration.depends)
    return [migration for migration in migrations if migration.id not in applied]


def _apply(cursor: Cursor, migration: Migration) -> None:
    try:
        _refuse_a_strangers_table(cursor, migration)
        cursor.execute(migration.sql)
        cursor.execute(_RECORD, (hashlib.sha256(migration.id.encode()).hexdigest(), migration.id))
    except pymysql.MySQLError as error:
        raise MigrationFailed(
            f"{migration.id}: {command.describe(error)}; mend the cause and run this again"
        ) from error


def _refuse_a_strangers_table(cursor: Cursor, migration: Migration) -> None:
    """Raises MigrationFailed if a table of this name exists with other columns: IF NOT EXISTS would accept it."""
    create = _CREATE.search(migration.sql)
    if not create:
        return
    cursor.execute(_TABLE_EXISTS, (create[1],))
    if not cursor.fetchone():
        return
    expected = _NOT_IN_TEMPORARY_TABLES.sub("", migration.sql)
    cursor.execute(_CREATE.sub("CREATE OR REPLACE TEMPORARY TABLE _expected (\n", expected, count=1))
    if not _columns(cursor, "_expected") <= _columns(cursor, create[1]):
        raise MigrationFailed(
            f"{migration.id}: the table {create[1]} exists already and is not ihome's: its columns differ; "
            "rename it, or give ihome a database of its own"
        )


def _columns(cursor: Cursor, table: str) -> set[tuple[object, ...]]:
    """Name, type, null, default and extra of each column, without keys."""
    cursor.execute(f"SHOW COLUMNS FROM `{table}`")
    return {(name, kind, null, default, extra) for name, kind, null, _, default, extra in cursor.fetchall()}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", choices=("apply", "status"), default="apply")
    parser.add_argument("--dry-run", action="store_true", help="say what would be applied, and apply nothing")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    url = load_servers().database_url
    if not url:
        raise Unsafe(["IHOME_DATABASE_URL is missing: mysql://user:password@host/database"])
    if given.command == "status":
        return _print_status(status(url))
    if given.dry_run:
        print("\n".join(f"would apply {each.id}" for each in status(url).waiting) or "nothing to apply")
    else:
        print("\n".join(f"applied {name}" for name in migrate(url)) or "nothing to apply")
    return 0


def _print_status(found: MigrationStatus) -> int:
    for migration in found.migrations:
        print(f"{'waiting' if migration in found.waiting else 'applied'}\t{migration.id}")
    return 1 if found.waiting else 0


if __name__ == "__main__":
    sys.exit(command.run(main))
