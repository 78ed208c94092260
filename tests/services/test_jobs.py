"""How a job runs its pieces of work."""

import asyncio

import pytest

from services.errors import DataExists
from services.jobs import _run_each
from utils.mysql import DatabaseUnavailable, StatementFailed
from utils.payments import PaymentServiceUnavailable


@pytest.mark.parametrize(
    "failure",
    [
        DatabaseUnavailable("gone"),
        StatementFailed("wrong"),
        PaymentServiceUnavailable("asleep"),
        DataExists(),
        KeyError(7),
    ],
    ids=lambda failure: type(failure).__name__,
)
async def test_a_piece_that_fails_stops_no_other_one(failure: Exception) -> None:
    done = []

    async def work(number: int) -> bool:
        if number == 1:
            raise failure
        done.append(number)
        return number != 2

    assert await _run_each([0, 1, 2, 3], work) == 2
    assert done == [0, 2, 3]


@pytest.mark.parametrize("parallel", [1, 3])
async def test_so_many_pieces_run_at_a_time(parallel: int) -> None:
    running, most = 0, 0

    async def work(number: int) -> bool:
        nonlocal running, most
        running += 1
        most = max(most, running)
        await asyncio.sleep(0)
        running -= 1
        return True

    assert await (_run_each(range(6), work) if parallel == 1 else _run_each(range(6), work, parallel)) == 6
    assert most == parallel
