"""Migrations complete what was begun, change nothing that is not theirs, and say what is wrong (promise 23)."""

import re
from pathlib import Path

import pymysql
import pytest

from tests.migrations import EmptyDatabase, start
from tests.mysql_relay import Harm, Relay, before, disconnect, during
from tools.migrate import MIGRATIONS, Migration, MigrationFailed, migrate, read, status
from utils.mysql import connection_options


def told(database_url: str, *arguments: str) -> tuple[int, str, str]:
    process = start(database_url, *arguments)
    said, complained = process.communicate(timeout=60)
    return process.returncode, said, complained


@pytest.mark.parametrize("path", sorted(MIGRATIONS.glob("*")), ids=lambda path: path.name)
def test_a_migration_says_what_it_is_for_and_is_one_statement(path: Path) -> None:
    assert path.suffix == ".sql"
    assert not path.name.endswith(".rollback.sql")
    purpose, depends, *_ = path.read_text().splitlines()
    assert re.fullmatch(r"-- \S.*", purpose)
    assert re.fullmatch(r"-- depends:( \d{4}_\w+)*", depends)
    statement = "\n".join(line for line in path.read_text().splitlines() if not line.startswith("--"))
    assert statement.rstrip().endswith(";")
    assert statement.count(";") == 1


@pytest.mark.parametrize("migration", [each for each in read() if each.id > "0005_listings"], ids=lambda each: each.id)
def test_the_release_before_can_go_on_writing(migration: Migration) -> None:
    """It leaves new columns out, so they are null or have a default; what it needs is dropped one release later."""
    for column in re.findall(r"ADD COLUMN IF NOT EXISTS (.*?)(?=,\n|;)", migration.sql, re.DOTALL):
        assert "NOT NULL" not in column or re.search(r"DEFAULT|AUTO_INCREMENT|\bAS\b", column), column


def test_every_statement_can_run_twice(database: EmptyDatabase, undisturbed: dict[str, object]) -> None:
    for migration in read():
        database.run(migration.sql, migration.sql)
    assert database.look() == undisturbed


def test_a_second_run_has_nothing_to_do(database: EmptyDatabase) -> None:
    assert migrate(database.url) == [migration.id for migration in read()]
    assert migrate(database.url) == []


@pytest.mark.parametrize("files", [1, 3, 5])
def test_a_database_of_the_first_release_is_carried_on(
    database: EmptyDatabase, undisturbed: dict[str, object], files: int
) -> None:
    database.apply_old(files)
    applied = migrate(database.url)
    assert database.look() == undisturbed
    assert files < 5 or [name for name in applied if name <= "0005_listings"] == []


@pytest.mark.parametrize(("files", "statements"), [(2, 4), (3, 6), (4, 1)])
def test_what_the_first_release_left_half_done_is_completed(
    database: EmptyDatabase, undisturbed: dict[str, object], files: int, statements: int
) -> None:
    database.apply_old(files, statements)
    migrate(database.url)
    assert database.look() == undisturbed


def test_what_an_operator_removed_does_not_come_back(database: EmptyDatabase) -> None:
    database.apply_old(5)
    database.run("DELETE FROM areas WHERE id = 16")
    migrate(database.url)
    assert database.run("SELECT COUNT(*) FROM areas") == [(15,)]


def test_a_lock_that_a_killed_run_of_the_first_release_left_is_no_obstacle(database: EmptyDatabase) -> None:
    database.apply_old(1)
    database.run("INSERT INTO yoyo_lock VALUES (1, NOW(), 4711)")
    assert migrate(database.url)


def test_a_table_of_somebody_else_is_named_and_left_alone(
    database: EmptyDatabase, undisturbed: dict[str, object]
) -> None:
    database.run("CREATE TABLE areas (id INT, name VARCHAR(10))", "INSERT INTO areas VALUES (7, 'theirs')")
    code, said, complained = told(database.url)
    assert (code, said) == (1, "")
    assert complained.startswith("0003_02_areas: the table areas exists already and is not ihome's")
    assert len(complained.splitlines()) == 1
    assert database.run("SELECT * FROM areas") == [(7, "theirs")]
    database.run("RENAME TABLE areas TO theirs")
    migrate(database.url)
    database.run("DROP TABLE theirs")
    assert database.look() == undisturbed


def test_the_true_error_is_shown_and_what_came_before_it_stays(database: EmptyDatabase, tmp_path: Path) -> None:
    (tmp_path / "1_one.sql").write_text("-- One.\n-- depends:\nCREATE TABLE IF NOT EXISTS one (\n  id INT\n);\n")
    wrong = tmp_path / "2_two.sql"
    wrong.write_text("-- Two.\n-- depends: 1_one\nALTER TABLE one ADD COLUMN IF NOT EXISTS two NO_SUCH_TYPE;\n")
    with pytest.raises(MigrationFailed, match=r"2_two: (1064|4161) .*NO_SUCH_TYPE"):
        migrate(database.url, tmp_path)
    assert [migration.id for migration in status(database.url, tmp_path).waiting] == ["2_two"]
    wrong.write_text(wrong.read_text().replace("NO_SUCH_TYPE", "INT"))
    assert migrate(database.url, tmp_path) == ["2_two"]


def test_no_run_waits_for_ever_for_another_or_for_a_transaction(
    database: EmptyDatabase, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tools.migrate._LOCK_SECONDS", 1)
    database.run("CREATE TABLE one (id INT)", "INSERT INTO one VALUES (1)")
    (tmp_path / "1_two.sql").write_text("-- Two.\n-- depends:\nALTER TABLE one ADD COLUMN IF NOT EXISTS two INT;\n")
    with pymysql.connect(**connection_options(database.url)) as other, other.cursor() as cursor:
        cursor.execute("SELECT GET_LOCK(CONCAT('migrate:', SHA1(DATABASE())), 0)")
        with pytest.raises(MigrationFailed, match="another run has been migrating"):
            migrate(database.url, tmp_path)
        cursor.execute("DO RELEASE_ALL_LOCKS()")
        cursor.execute("SELECT * FROM one")  # begins a transaction
        with pytest.raises(MigrationFailed, match="1_two: 1205 Lock wait timeout exceeded"):
            migrate(database.url, tmp_path)
        assert [migration.id for migration in status(database.url, tmp_path).waiting] == ["1_two"]
        other.rollback()
        assert migrate(database.url, tmp_path) == ["1_two"]


def test_two_runs_at_once_take_turns(database: EmptyDatabase, undisturbed: dict[str, object]) -> None:
    runs = [start(database.url), start(database.url)]
    said = [run.communicate(timeout=60) for run in runs]
    assert [run.returncode for run in runs] == [0, 0]
    lines = sorted(line for out, _ in said for line in out.splitlines())
    assert lines == sorted([*(f"applied {migration.id}" for migration in read()), "nothing to apply"])
    assert database.look() == undisturbed


def test_status_and_dry_run_say_what_is_waiting_and_change_nothing(database: EmptyDatabase) -> None:
    code, said, _ = told(database.url, "status")
    assert code == 1
    assert {line.partition("\t")[0] for line in said.splitlines()} == {"waiting"}
    code, said, _ = told(database.url, "apply", "--dry-run")
    assert (code, said.splitlines()[0]) == (0, "would apply 0001_users")
    assert database.run("SHOW TABLES") == []
    migrate(database.url)
    code, said, _ = told(database.url, "status")
    assert code == 0
    assert {line.partition("\t")[0] for line in said.splitlines()} == {"applied"}
    assert told(database.url, "--dry-run")[:2] == (0, "nothing to apply\n")


@pytest.mark.parametrize(("harm", "place"), [(before, 2), (during, 15), (disconnect, 40)])
def test_a_run_that_is_killed_is_completed_by_the_next(
    database: EmptyDatabase, undisturbed: dict[str, object], harm: Harm, place: int
) -> None:
    code, complained = Relay(database.url, harm, place).run(start)
    assert code == (1 if harm is disconnect else -9)
    assert "Traceback" not in complained
    migrate(database.url)
    assert database.look() == undisturbed
