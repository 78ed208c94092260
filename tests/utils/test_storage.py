"""OSS and Qiniu through their official SDKs, over HTTP, against servers that check signatures and misbehave."""

import asyncio
import os
import resource
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tornado.ioloop import IOLoop

from services.deps import Storage
from tests.buckets import ACCESS_KEY, BUCKET, SECRET_KEY, BucketService, OssHandler, QiniuHandler
from tests.waiting import until
from utils.outbound import OutboundLimits
from utils.storage import DiskFailed, LocalStorage, NotStored, OssStorage, QiniuStorage, new_key

MAX_BYTES = 20_000
BASE = "https://media.example/"
HANDLERS = {"oss": OssHandler, "qiniu": QiniuHandler}


@pytest.fixture(params=HANDLERS)
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def service(io_loop: IOLoop, kind: str) -> Iterator[BucketService]:
    service = BucketService(HANDLERS[kind])
    yield service
    io_loop.run_sync(service.close)


def opened(
    kind: str, service: BucketService, secret: str = SECRET_KEY, failures: int = 3, seconds: float = 30
) -> Storage:
    limits = OutboundLimits(connect=seconds, total=seconds, failures=failures, pause=0.3, max_bytes=MAX_BYTES)
    if kind == "oss":
        return OssStorage(
            key_id=ACCESS_KEY,
            key_secret=secret,
            endpoint=service.endpoint,
            bucket=BUCKET,
            base_url=BASE,
            limits=limits,
        )
    return QiniuStorage(
        access_key=ACCESS_KEY,
        secret_key=secret,
        bucket=BUCKET,
        base_url=BASE,
        up_host=service.endpoint,
        rs_host=service.endpoint,
        limits=limits,
    )


async def test_an_object_is_put_found_and_deleted(kind: str, service: BucketService) -> None:
    storage = opened(kind, service)
    key = new_key("avatars", "jpg")
    await storage.put(key, b"\xff\xd8 picture", "image/jpeg")
    assert service.contents == {key: (b"\xff\xd8 picture", "image/jpeg")}
    assert storage.url(key) == f"https://media.example/{key}"
    await storage.delete(key)
    assert service.objects == {}
    await storage.delete(key)


async def test_a_wrong_secret_stores_nothing(kind: str, service: BucketService) -> None:
    with pytest.raises(NotStored):
        await opened(kind, service, secret="wrong").put("avatars/a.jpg", b"x", "image/jpeg")
    assert service.objects == {}


async def test_an_answer_may_have_so_many_bytes_and_no_more(kind: str, service: BucketService) -> None:
    storage = opened(kind, service)
    for length in (MAX_BYTES - 1, MAX_BYTES):
        service.length = length
        await storage.put("avatars/a.jpg", b"x", "image/jpeg")
    service.length = MAX_BYTES + 1
    with pytest.raises(NotStored):
        await storage.put("avatars/a.jpg", b"x", "image/jpeg")


async def test_a_trickle_keeps_no_thread(kind: str, service: BucketService) -> None:
    storage = opened(kind, service, failures=100, seconds=0.5)
    service.mode = "trickle"
    for _ in range(2):
        answers = [storage.put("avatars/a.jpg", b"x", "image/jpeg") for _ in range(4)]
        found = await asyncio.gather(*answers, return_exceptions=True)
        assert all(isinstance(each, NotStored) for each in found)
    service.mode = "ok"
    await until(lambda: stored(storage))


async def stored(storage: Storage) -> bool:
    try:
        await storage.put("avatars/a.jpg", b"x", "image/jpeg")
    except NotStored:
        return False
    return True


@pytest.mark.parametrize("mode", ["refuse", "hang", "reset", "lie"])
async def test_whatever_goes_wrong_is_one_error_in_time(kind: str, service: BucketService, mode: str) -> None:
    storage = opened(kind, service, seconds=0.5)
    service.mode = mode
    async with asyncio.timeout(10):
        with pytest.raises(NotStored):
            await storage.put("avatars/a.jpg", b"x", "image/jpeg")
        with pytest.raises(NotStored):
            await storage.delete("avatars/a.jpg")


async def test_after_repeated_failures_it_is_left_alone(kind: str, service: BucketService) -> None:
    storage = opened(kind, service)
    service.mode = "refuse"
    for _ in range(10):
        with pytest.raises(NotStored):
            await storage.put("avatars/a.jpg", b"x", "image/jpeg")
    assert service.asked < 10


async def test_local_objects_are_whole_or_absent(tmp_path: Path, io_loop: IOLoop) -> None:
    storage = LocalStorage(tmp_path, "/media/")
    await asyncio.gather(*(storage.put("avatars/a.jpg", bytes([n]) * 100_000, "image/jpeg") for n in range(20)))
    content = (tmp_path / "avatars" / "a.jpg").read_bytes()
    assert len(content) == 100_000
    assert len(set(content)) == 1
    assert [path.name for path in (tmp_path / "avatars").iterdir()] == ["a.jpg"]
    assert storage.url("avatars/a.jpg") == "/media/avatars/a.jpg"
    await storage.delete("avatars/a.jpg")
    await storage.delete("avatars/a.jpg")


@pytest.fixture
def full_disk() -> Iterator[None]:
    """Files of this process may be no longer than 64 KiB, as on a disk that becomes full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_a_full_disk_keeps_no_half_of_an_object(tmp_path: Path, full_disk: None) -> None:
    storage = LocalStorage(tmp_path, "/media/")
    for _ in range(3):
        with pytest.raises(DiskFailed):
            await storage.put("avatars/a.jpg", bytes(100_000), "image/jpeg")
    assert list((tmp_path / "avatars").iterdir()) == []
    await storage.put("avatars/a.jpg", bytes(50_000), "image/jpeg")
    assert [path.name for path in (tmp_path / "avatars").iterdir()] == ["a.jpg"]


async def test_what_a_killed_process_left_half_written_is_removed_later(tmp_path: Path) -> None:
    storage = LocalStorage(tmp_path, "/media/")
    await storage.put("avatars/a.jpg", b"x", "image/jpeg")
    (tmp_path / "houses").mkdir()
    old, new = tmp_path / "houses" / "b.0a0a0a0a.part", tmp_path / "avatars" / "c.0a0a0a0a.part"
    for half in (old, new):
        half.write_bytes(b"half")
    os.utime(old, (time.time() - 4000, time.time() - 4000))
    assert await storage.tidy(3600) == 1
    assert not old.exists()
    assert new.exists()
    assert (tmp_path / "avatars" / "a.jpg").exists()


async def test_nothing_of_a_bucket_is_half_written(kind: str, service: BucketService) -> None:
    storage = opened(kind, service)
    assert await storage.tidy(0) == 0
    storage.close()


def test_keys_cannot_be_guessed() -> None:
    keys = {new_key("houses", "webp") for _ in range(100)}
    assert len(keys) == 100
    assert all(len(key) == len("houses/") + 32 + len(".webp") for key in keys)
