"""Taking turns."""

import asyncio

import pytest

from utils.keyed_lock import KeyedLock


async def test_one_at_a_time_for_a_key_and_in_order() -> None:
    turns, inside, done = KeyedLock(), 0, []

    async def one(number: int) -> None:
        nonlocal inside
        async with turns.of("house"):
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            inside -= 1
            done.append(number)

    await asyncio.gather(*(one(number) for number in range(100)))
    assert done == list(range(100))
    assert len(turns) == 0


async def test_another_key_waits_for_nobody() -> None:
    turns = KeyedLock()
    async with turns.of(1), asyncio.timeout(1), turns.of(2):
        assert len(turns) == 2


async def test_who_gives_up_or_fails_holds_up_nobody() -> None:
    turns = KeyedLock()
    async with turns.of(1):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), turns.of(1):
                pass
    with pytest.raises(LookupError):
        async with turns.of(1):
            raise LookupError
    async with asyncio.timeout(1), turns.of(1):
        pass
