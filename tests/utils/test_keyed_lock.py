"""Taking locks."""

import asyncio

import pytest

from utils.keyed_lock import KeyedLock


async def test_one_at_a_time_for_a_key_and_in_order() -> None:
    locks, inside, done = KeyedLock(), 0, []

    async def one(number: int) -> None:
        nonlocal inside
        async with locks.hold("house"):
            inside += 1
            assert inside == 1
            await asyncio.sleep(0)
            inside -= 1
            done.append(number)

    await asyncio.gather(*(one(number) for number in range(100)))
    assert done == list(range(100))
    assert len(locks) == 0


async def test_another_key_waits_for_nobody() -> None:
    locks = KeyedLock()
    async with locks.hold(1), asyncio.timeout(1), locks.hold(2):
        assert len(locks) == 2


async def test_who_gives_up_or_fails_holds_up_nobody() -> None:
    locks = KeyedLock()
    async with locks.hold(1):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), locks.hold(1):
                pass
    with pytest.raises(LookupError):
        async with locks.hold(1):
            raise LookupError
    async with asyncio.timeout(1), locks.hold(1):
        pass
