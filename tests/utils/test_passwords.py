"""Password hashes."""

import asyncio
import hashlib
import hmac
import time
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress

import bcrypt
import pytest
from tornado.ioloop import IOLoop

from utils.passwords import BCRYPT_CALLS, HashingSlot, PasswordHasher, QueueFull, is_common

PEPPER = b"p" * 32


@pytest.fixture
def password_hasher() -> Iterator[PasswordHasher]:
    made = PasswordHasher(PEPPER, cost=4, threads=2, queue=3)
    yield made
    made.close()


async def test_what_is_hashed_is_the_peppered_password(password_hasher: PasswordHasher) -> None:
    hashed = await password_hasher.hash("correct horse")
    peppered = b64encode(hmac.new(PEPPER, b"correct horse", hashlib.sha384).digest())
    assert bcrypt.checkpw(peppered, hashed.encode())
    assert not bcrypt.checkpw(b"correct horse", hashed.encode())
    assert await password_hasher.hash("correct horse") != hashed


async def test_nothing_behind_the_72nd_byte_is_lost(password_hasher: PasswordHasher) -> None:
    hashed = await password_hasher.hash("密" * 127 + "a")
    with password_hasher.slot() as slot:
        assert await slot.verify("密" * 127 + "a", hashed)
        assert not await slot.verify("密" * 127 + "b", hashed)


async def test_nobody_has_a_right_password(password_hasher: PasswordHasher) -> None:
    with password_hasher.slot() as slot:
        assert not await slot.verify("", None)


async def test_beyond_the_queue_it_is_busy_and_recovers(password_hasher: PasswordHasher) -> None:
    answers = await asyncio.gather(*(password_hasher.hash("x") for _ in range(20)), return_exceptions=True)
    assert sum(isinstance(answer, QueueFull) for answer in answers) == 15
    assert await password_hasher.hash("x")


async def test_the_cancelled_leave_their_place_when_their_work_is_done_and_no_sooner(io_loop: IOLoop) -> None:
    password_hasher = PasswordHasher(PEPPER, cost=12, threads=2, queue=0)
    before = BCRYPT_CALLS._value.get()
    tasks = [asyncio.create_task(password_hasher.hash("x")) for _ in range(2)]
    while BCRYPT_CALLS._value.get() - before < 2:
        await asyncio.sleep(0.001)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    with pytest.raises(QueueFull):
        await password_hasher.hash("x")
    for _ in range(2):
        while True:
            with suppress(QueueFull):
                assert await password_hasher.hash("x")
                break
            await asyncio.sleep(0.01)
    password_hasher.close()


async def test_whoever_would_wait_too_long_is_told_at_once_and_served_at_the_time_told() -> None:
    password_hasher = PasswordHasher(
        PEPPER, cost=10, threads=1, queue=1000, max_wait=0.5, max_reserved_wait=1000, per_address=1000
    )

    async def sign_in() -> int:
        try:
            await password_hasher.hash("x")
        except QueueFull as busy:
            return busy.retry_after
        return 0

    told = [wait for wait in await asyncio.gather(*(sign_in() for _ in range(60))) if wait]
    assert len(told) > 20

    async def come_again(wait: int) -> int:
        await asyncio.sleep(wait)
        return await sign_in()

    assert set(await asyncio.gather(*(come_again(wait) for wait in told))) == {0}
    password_hasher.close()


async def test_those_who_never_come_again_keep_nobody_out() -> None:
    password_hasher = PasswordHasher(PEPPER, cost=10, threads=1, queue=20, max_wait=0.5)
    for _ in range(5):
        await asyncio.gather(*(password_hasher.hash("x") for _ in range(500)), return_exceptions=True)
    assert await password_hasher.hash("x")
    password_hasher.close()


def test_one_address_cannot_reserve_all_the_time_there_is() -> None:
    password_hasher = PasswordHasher(PEPPER, cost=10, threads=1, queue=0)

    def told(address: str) -> int:
        with pytest.raises(QueueFull) as busy:
            password_hasher.slot(address)
        return busy.value.retry_after

    with password_hasher.slot():
        for _ in range(1000):
            told("a stranger")
        assert told("somebody else") <= 40
    password_hasher.close()


def test_a_reservation_is_used_by_its_own_address_and_only_with_room() -> None:
    password_hasher = PasswordHasher(PEPPER, cost=4, threads=1, queue=1, max_wait=0.000_1)

    def come_again() -> HashingSlot:
        end = time.monotonic() + 30
        while True:
            try:
                return password_hasher.slot("told to come again")
            except QueueFull:
                assert time.monotonic() < end

    with password_hasher.slot():
        with come_again(), pytest.raises(QueueFull):
            password_hasher.slot("told to come again")
        with pytest.raises(QueueFull):
            password_hasher.slot("somebody else")
        with come_again():
            pass
    password_hasher.close()


async def test_a_turn_that_was_not_used_is_free_again(password_hasher: PasswordHasher) -> None:
    for _ in range(20):
        with suppress(LookupError), password_hasher.slot():
            raise LookupError
    assert password_hasher.waiting == 0


async def test_however_slow_a_hash_is_an_idle_thread_takes_it() -> None:
    password_hasher = PasswordHasher(PEPPER, cost=8, threads=1, queue=1, max_wait=0.000_1)
    assert await password_hasher.hash("x")
    password_hasher.close()


async def test_work_that_nobody_waits_for_is_not_begun() -> None:
    password_hasher = PasswordHasher(PEPPER, cost=12, threads=1, queue=50, max_wait=100)
    begun = BCRYPT_CALLS._value.get()
    first = asyncio.create_task(password_hasher.hash("x"))
    tasks = [asyncio.create_task(password_hasher.hash("x")) for _ in range(20)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    assert await first
    assert await password_hasher.hash("x")
    assert BCRYPT_CALLS._value.get() - begun <= 3
    assert password_hasher.waiting == 0
    password_hasher.close()


@pytest.mark.parametrize("password", ["password", "12345678", "QWERTYUIOP", "iloveyou1", "1q2w3e4r"])
def test_the_commonest_are_known(password: str) -> None:
    assert is_common(password)


def test_a_phrase_is_not_common() -> None:
    assert not is_common("correct horse battery staple")
