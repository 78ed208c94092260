"""The local OSS as a process, through the official SDK and as browsers see it."""

import base64
import hmac
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import oss2
import pytest
import requests
from oss2.exceptions import NoSuchKey, OssError

from tests.live import ROOT, unused_port
from tools.oss_protocol import ACCESS_KEY, BUCKET, SECRET_KEY

KEYS = [
    *(f"houses/{number:03}.webp" for number in range(25)),
    "avatars/a b&<c>.jpg",
    "../../escape",
    "..hidden",
    "好.jpg",
]


class LocalOss:
    """The process; `bucket` is it through the SDK, opened with the right secret or another one."""

    def __init__(self, data: Path) -> None:
        self.endpoint = f"http://127.0.0.1:{unused_port()}"
        self._command = [sys.executable, "-m", "tools.local_oss", "--port", self.endpoint.rpartition(":")[2]]
        self._command += ["--data", str(data)]
        self.start()

    def start(self) -> None:
        self.process = subprocess.Popen(self._command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout
        assert self.process.stdout.readline() == f"local OSS: {self.endpoint}\n"

    def stop(self, end: Callable[[subprocess.Popen[str]], None] = subprocess.Popen.terminate) -> int:
        end(self.process)
        assert self.process.stdout
        self.process.stdout.close()
        return self.process.wait(20)

    def bucket(self, secret: str = SECRET_KEY, name: str = BUCKET) -> oss2.Bucket:
        return oss2.Bucket(oss2.Auth(ACCESS_KEY, secret), self.endpoint, name, connect_timeout=10)


@pytest.fixture(scope="module")
def oss(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalOss]:
    running = LocalOss(tmp_path_factory.mktemp("oss") / "data")
    yield running
    assert running.stop() == 0


@pytest.fixture
def bucket(oss: LocalOss) -> Iterator[oss2.Bucket]:
    opened = oss.bucket()
    yield opened
    for stored in oss2.ObjectIterator(opened):
        opened.delete_object(stored.key)


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(OssError) as error:
        call()
    return f"{error.value.status} {error.value.code}"


@pytest.mark.parametrize("key", KEYS[-5:])
def test_an_object_is_kept_under_every_name(bucket: oss2.Bucket, key: str) -> None:
    put = bucket.put_object(key, b"one\ntwo\n", headers={"Content-Type": "image/webp", "Cache-Control": "max-age=9"})
    head = bucket.head_object(key)
    assert (head.content_length, head.content_type, head.etag) == (8, "image/webp", put.etag)
    got = bucket.get_object(key)
    assert (got.read(), got.headers["Cache-Control"]) == (b"one\ntwo\n", "max-age=9")
    bucket.delete_object(key)
    bucket.delete_object(key)
    with pytest.raises(NoSuchKey):
        bucket.get_object(key)
    assert not bucket.object_exists(key)


@pytest.mark.parametrize("iterator", [oss2.ObjectIterator, oss2.ObjectIteratorV2])
def test_objects_are_listed_page_by_page_and_deleted_together(bucket: oss2.Bucket, iterator: type) -> None:
    for key in KEYS:
        bucket.put_object(key, key.encode())
    assert [each.key for each in iterator(bucket, max_keys=7)] == sorted(KEYS)
    some = list(iterator(bucket, prefix="houses/", max_keys=7))
    assert [each.key for each in some] == KEYS[:25]
    assert {each.size for each in some} == {15}
    assert sorted(bucket.batch_delete_objects(KEYS[:20]).deleted_keys) == KEYS[:20]
    assert [each.key for each in iterator(bucket)] == sorted(KEYS[20:])
    assert bucket.list_objects(marker="houses/023.webp").object_list[0].key == "houses/024.webp"


def test_what_is_not_signed_is_refused(oss: LocalOss, bucket: oss2.Bucket) -> None:
    bucket.put_object("a.jpg", b"x")
    stranger, elsewhere = oss.bucket(secret="wrong"), oss.bucket(name="media")
    assert refused(lambda: stranger.put_object("a.jpg", b"y")) == "403 SignatureDoesNotMatch"
    assert refused(lambda: stranger.delete_object("a.jpg")) == "403 SignatureDoesNotMatch"
    assert refused(lambda: stranger.batch_delete_objects(["a.jpg"])) == "403 SignatureDoesNotMatch"
    assert refused(stranger.list_objects) == "403 SignatureDoesNotMatch"
    assert refused(lambda: elsewhere.put_object("a.jpg", b"y")) == "404 NoSuchBucket"
    for verb, path in (("PUT", "/ihome/a.jpg"), ("DELETE", "/ihome/a.jpg"), ("GET", "/ihome/"), ("POST", "/ihome/")):
        assert requests.request(verb, oss.endpoint + path, timeout=10).status_code == 403
    assert requests.delete(f"{oss.endpoint}/media/a.jpg", timeout=10).status_code == 404
    old = "Mon, 01 Jan 2001 00:00:00 GMT"
    signature = hmac.digest(SECRET_KEY.encode(), f"DELETE\n\n\n{old}\n/ihome/a.jpg".encode(), "sha1")
    signed = {"Date": old, "Authorization": f"OSS {ACCESS_KEY}:{base64.b64encode(signature).decode()}"}
    assert "RequestTimeTooSkewed" in requests.delete(f"{oss.endpoint}/ihome/a.jpg", headers=signed, timeout=10).text
    assert bucket.get_object("a.jpg").read() == b"x"


def test_what_it_does_not_know_is_refused(bucket: oss2.Bucket) -> None:
    assert refused(lambda: bucket.list_objects(delimiter="/")) == "501 NotImplemented"
    assert refused(lambda: bucket.list_objects(max_keys=1001)) == "400 InvalidArgument"
    assert refused(lambda: bucket.put_object("a" * 241, b"x")) == "400 InvalidObjectName"
    assert refused(lambda: bucket.put_object("a", b"x", headers={"Content-MD5": "eA=="})) == "400 InvalidDigest"


def test_browsers_read_objects_under_both_addresses(oss: LocalOss, bucket: oss2.Bucket) -> None:
    headers = {"Content-Type": "image/jpeg", "Cache-Control": "public, max-age=31536000, immutable"}
    bucket.put_object("houses/a.jpg", b"\xff\xd8", headers=headers)
    for path in ("/ihome/houses/a.jpg", "/media/houses/a.jpg"):
        answer = requests.get(oss.endpoint + path, timeout=10)
        assert answer.content == b"\xff\xd8"
        assert {name: answer.headers[name] for name in headers} == headers
        known = {"If-None-Match": answer.headers["ETag"]}
        assert requests.get(oss.endpoint + path, headers=known, timeout=10).status_code == 304
        head = requests.head(oss.endpoint + path, timeout=10)
        assert (head.headers["Content-Length"], head.content) == ("2", b"")


def test_objects_outlive_the_process_and_halves_do_not(tmp_path: Path) -> None:
    oss = LocalOss(tmp_path)
    oss.bucket().put_object("a.jpg", b"x")
    (tmp_path / "b.jpg.0a0a0a0a.part").write_bytes(b"half")
    oss.stop(subprocess.Popen.kill)
    oss.start()
    assert oss.bucket().get_object("a.jpg").read() == b"x"
    assert [path.name for path in tmp_path.iterdir()] == ["a.jpg.object"]
    assert oss.stop() == 0
