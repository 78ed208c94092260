"""One-time codes as they lie in Redis."""

import hashlib
import hmac
import json
from pathlib import Path

import pytest
from redis.asyncio import Redis

from tests.lifetimes import lives, moment
from utils import epoch
from utils.dev_outbox import DevOutbox
from utils.one_time_codes import DevCodes, OneTimeCodes, Verdict

ALL_TRIES = [Verdict.WRONG] * 3 + [Verdict.GONE]


@pytest.fixture
def codes(store: Redis) -> OneTimeCodes:
    return OneTimeCodes(store, "test", b"key", ttl=60, tries=3)


async def test_a_code_ends_by_itself(codes: OneTimeCodes, store: Redis) -> None:
    began = await moment(store)
    await codes.put("a", "1")
    assert await lives(store, "test:a", 60, began)


async def test_a_new_code_may_be_tried_as_often_as_the_first(codes: OneTimeCodes) -> None:
    for code in ("1", "2"):
        await codes.put("a", code)
        assert [await codes.spend("a", "wrong") for _ in range(2)] == [Verdict.WRONG] * 2
    assert await codes.spend("a", "1") is Verdict.WRONG
    assert await codes.spend("a", "2") is Verdict.GONE


async def test_tries_from_there_from_known_devices_and_from_elsewhere_are_counted_apart(codes: OneTimeCodes) -> None:
    await codes.put("a", "1", origin="home")
    for origin, known in (("elsewhere", False), ("elsewhere", True)):
        assert [await codes.spend("a", "2", origin=origin, known=known) for _ in range(4)] == ALL_TRIES
    assert await codes.spend("a", "2", origin="another place") is Verdict.GONE
    assert [await codes.spend("a", "2", origin="home") for _ in range(2)] == [Verdict.WRONG] * 2
    assert await codes.spend("a", "1", origin="home") is Verdict.RIGHT


async def test_a_known_device_where_the_code_was_asked_for_has_no_more_tries(codes: OneTimeCodes) -> None:
    await codes.put("a", "1", origin="home")
    assert [await codes.spend("a", "2", origin="home", known=known) for known in (True, False, True)] == ALL_TRIES[:3]
    assert await codes.spend("a", "1", origin="home") is Verdict.GONE
    assert await codes.spend("a", "1", origin="elsewhere") is Verdict.RIGHT


async def test_a_code_is_out_until_it_is_spent(codes: OneTimeCodes) -> None:
    assert await codes.exists("a") is False
    await codes.put("a", "1")
    assert (await codes.exists("a"), await codes.exists("b")) == (True, False)
    assert [await codes.spend("a", "1") for _ in range(2)] == [Verdict.RIGHT, Verdict.GONE]
    assert await codes.exists("a") is False


async def test_a_new_epoch_ends_every_code(codes: OneTimeCodes, store: Redis) -> None:
    await codes.put("a", "1")
    await store.set(epoch.KEY, "2")
    assert await codes.spend("a", "1") is Verdict.GONE
    await codes.put("a", "1")
    assert await codes.spend("a", "1") is Verdict.RIGHT


async def test_what_is_stored_is_an_hmac_of_the_code_for_its_kind_and_subject(
    codes: OneTimeCodes, store: Redis
) -> None:
    await codes.put("a", "1")
    assert await store.hget("test:a", "digest") == hmac.new(b"key", b"test|a|1", hashlib.sha256).hexdigest()


async def test_development_writes_codes_to_a_file_as_well(store: Redis, tmp_path: Path) -> None:
    file = tmp_path / "codes.jsonl"
    codes = DevCodes(store, "test", b"key", ttl=60, tries=3, outbox=DevOutbox(file))
    began = await moment(store)
    await codes.put("a", "1")
    await codes.put("b", "2", origin="home", forget="a")
    written = [json.loads(line) for line in file.read_text().splitlines()]
    assert [(line["id"], line["text"]) for line in written] == [("a", "1"), ("b", "2")]
    assert await codes.spend("a", "1") is Verdict.GONE
    for known in (False, True):
        await codes.spend("b", "x", origin="elsewhere", known=known)
    tries = await store.hmget("test:b", "tries", "tries_known", "tries_elsewhere")
    assert tries == [None, "1", "1"]
    assert await lives(store, "test:b", 60, began)
    assert [await codes.spend("b", "x", origin="home") for _ in range(4)] == ALL_TRIES
    assert await store.hget("test:b", "digest") == hmac.new(b"key", b"test|b|2", hashlib.sha256).hexdigest()


async def test_only_the_code_that_is_named_is_forgotten(codes: OneTimeCodes) -> None:
    for subject in ("a", "b", "c"):
        await codes.put(subject, "1")
    await codes.put("d", "1", forget="a")
    verdicts = [await codes.spend(subject, "1") for subject in ("a", "b", "c", "d")]
    assert verdicts == [Verdict.GONE, *[Verdict.RIGHT] * 3]


async def test_a_code_is_stored_with_its_version(codes: OneTimeCodes, store: Redis) -> None:
    await codes.put("a", "1")
    assert await store.hget("test:a", "v") == "1"


async def test_a_code_of_release_0_1_is_accepted(codes: OneTimeCodes, store: Redis) -> None:
    await codes.put("a", "1")
    await store.hdel("test:a", "v")
    assert await codes.spend("a", "1") is Verdict.RIGHT


@pytest.mark.parametrize("version", ["2", "x", ""])
async def test_a_code_of_an_unknown_version_is_gone_until_it_is_replaced(
    codes: OneTimeCodes, store: Redis, version: str
) -> None:
    await codes.put("a", "1")
    await store.hset("test:a", "v", version)
    assert await codes.spend("a", "1") is Verdict.GONE
    await codes.put("a", "2")
    assert await codes.spend("a", "2") is Verdict.RIGHT
