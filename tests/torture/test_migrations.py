"""A migration that is killed at any statement is completed by the next run (promise 23)."""

import itertools

import pytest

from tests.migrations import OLD, EmptyDatabase, split, start
from tests.mysql_relay import Harm, Relay, before, disconnect, during
from tools.migrate import migrate

pytestmark = pytest.mark.torture


@pytest.mark.parametrize("harm", [before, during, disconnect])
def test_a_run_that_is_killed_at_any_statement_is_completed(
    database: EmptyDatabase, undisturbed: dict[str, object], harm: Harm
) -> None:
    for place in itertools.count(1):
        relay = Relay(database.url, harm, place)
        code, complained = relay.run(start)
        if relay.seen < place:
            break
        # a connection that is killed behind its last statement has done its work
        assert code in ((0, 1) if harm is disconnect else (-9,)), (place, complained)
        assert "Traceback" not in complained
        migrate(database.url)
        assert database.look() == undisturbed, place
        database.empty()
    assert code == 0
    assert place > 2 * 27


@pytest.mark.parametrize("files", range(len(OLD)))
def test_whatever_the_first_release_left_half_done_is_completed(
    database: EmptyDatabase, undisturbed: dict[str, object], files: int
) -> None:
    for statements in range(len(split(OLD[files])) + 1):
        database.apply_old(files, statements)
        migrate(database.url)
        assert database.look() == undisturbed, statements
        database.empty()
