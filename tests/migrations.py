"""Databases to migrate, and how one looks."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pymysql
from pymysql.cursors import Cursor

from tests.live import ROOT
from tools.dev_services import create_database
from utils.mysql import connection_options

OLD = [path.read_text() for path in sorted((Path(__file__).parent / "data" / "migrations_0_1").glob("*.sql"))]
"""The migrations of the first release, several statements each."""

OLD_NAMES = [path.stem for path in sorted((Path(__file__).parent / "data" / "migrations_0_1").glob("*.sql"))]
YOYO = (
    "CREATE TABLE _yoyo_migration (migration_hash VARCHAR(64), migration_id VARCHAR(255), applied_at_utc TIMESTAMP, "
    "PRIMARY KEY (migration_hash))",
    "CREATE TABLE yoyo_lock (locked INT DEFAULT 1, ctime TIMESTAMP, pid INT NOT NULL, PRIMARY KEY (locked))",
)
"""What yoyo, which applied them, wrote its notes in."""


class EmptyDatabase:
    """An empty database that a test may migrate."""

    def __init__(self, url: str) -> None:
        self.url = url

    def run(self, *statements: str) -> list[tuple[object, ...]]:
        """The rows of the last one."""
        options = connection_options(self.url)
        with pymysql.connect(**options, autocommit=True) as connection, connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
            return list(cursor.fetchall())

    def empty(self) -> None:
        self.drop()
        create_database(self.url)

    def drop(self) -> None:
        self.run(f"DROP DATABASE `{connection_options(self.url)['db']}`")

    def apply_old(self, files: int, statements: int = 0) -> None:
        """So many files of the first release, recorded, and so many statements of the next one, not recorded."""
        done = [statement for text in OLD[:files] for statement in split(text)]
        begun = split(OLD[files])[:statements] if statements else []
        self.run(*YOYO, *done, *begun)
        for name in OLD_NAMES[:files]:
            digest = hashlib.sha256(name.encode()).hexdigest()
            self.run(f"INSERT INTO _yoyo_migration VALUES ('{digest}', '{name}', NOW())")  # noqa: S608

    def look(self) -> dict[str, object]:
        """Every table as it was created, and the rows that migrations write."""
        with pymysql.connect(**connection_options(self.url)) as connection, connection.cursor() as cursor:
            cursor.execute("SHOW TABLES")
            tables = [name for (name,) in cursor.fetchall() if "yoyo" not in name]
            shown: dict[str, object] = {name: _table(cursor, name) for name in tables}
            for name in {"areas", "facilities"} & shown.keys():
                cursor.execute(f"SELECT * FROM {name} ORDER BY id")  # noqa: S608
                shown[f"rows of {name}"] = cursor.fetchall()
            return shown


def _table(cursor: Cursor, name: str) -> Sequence[str]:
    """Its lines without their order: keys stand in the order in which they were added."""
    cursor.execute(f"SHOW CREATE TABLE `{name}`")
    [(_, text)] = cursor.fetchall()
    return sorted(line.rstrip(",") for line in text.splitlines())


def split(text: str) -> list[str]:
    """The statements of a file of the first release."""
    return [part for part in text.split(";\n") if part.strip()]


def start(database_url: str, *arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tools.migrate", *arguments],
        cwd=ROOT,
        env=os.environ | {"IHOME_DATABASE_URL": database_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
