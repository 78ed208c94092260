"""Where pictures are kept: Aliyun OSS, Qiniu, or a local directory. Keys are made here, never by a client."""

import asyncio
import secrets
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

from utils.atomic_file import half_written, remove_halves
from utils.outbound import BlockingOutboundService, OutboundFailed, OutboundLimits

FOREVER = "public, max-age=31536000, immutable"
_TOKEN_SECONDS = 60
_NO_SUCH_OBJECT = 612
T = TypeVar("T")


class NotStored(Exception):
    """The storage refused, failed, or did not answer in time; the object may be there all the same."""


def new_stem(folder: str) -> str:
    """A beginning of keys that nobody can guess and nobody else has: `houses/3f…9c`."""
    return f"{folder}/{secrets.token_hex(16)}"


def new_key(folder: str, suffix: str) -> str:
    """The key of a single object: `avatars/3f…9c.jpg`."""
    return f"{new_stem(folder)}.{suffix}"


class DiskFailed(NotStored):
    """The local disk is full, or may not be written to."""


class LocalStorage:
    """Files under one directory, which the server itself serves."""

    def __init__(self, root: Path, base_url: str) -> None:
        self._root = root
        self._base_url = base_url.rstrip("/")

    async def put(self, key: str, content: bytes, content_type: str) -> None:  # noqa: ARG002  its suffix tells it
        """Raises DiskFailed."""
        await self._run(lambda: self._write(key, content))

    async def delete(self, key: str) -> None:
        """Raises DiskFailed; nothing happens where there is none."""
        await self._run(lambda: (self._root / key).unlink(missing_ok=True))

    def url(self, key: str) -> str:
        return f"{self._base_url}/{key}"

    def close(self) -> None:
        """Nothing is open."""

    async def tidy(self, seconds: float) -> int:
        """Remove what killed processes left half-written so long ago; returns how many. Raises DiskFailed."""
        return await self._run(lambda: remove_halves(self._root, seconds))

    async def _run(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.to_thread(work)
        except OSError as error:
            raise DiskFailed(type(error).__name__) from None

    def _write(self, key: str, content: bytes) -> None:
        path = self._root / key
        path.parent.mkdir(parents=True, exist_ok=True)
        with half_written(path) as half:
            half.write_bytes(content)
            half.replace(path)


class _Bucket:
    """What buckets of outbound services share."""

    def __init__(self, base_url: str, patience: OutboundLimits, name: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._service = BlockingOutboundService(patience, name)

    def url(self, key: str) -> str:
        return f"{self._base_url}/{key}"

    async def tidy(self, seconds: float) -> int:  # noqa: ARG002  a bucket keeps nothing half-written
        return 0

    def close(self) -> None:
        self._service.close()

    async def _run(self, work: Callable[[], object]) -> None:
        try:
            await self._service.run(work)
        except OutboundFailed as error:
            raise NotStored(str(error)) from None


class OssStorage(_Bucket):
    """A bucket of Aliyun OSS, through the official oss2."""

    def __init__(
        self, *, key_id: str, key_secret: str, endpoint: str, bucket: str, base_url: str, patience: OutboundLimits
    ) -> None:
        super().__init__(base_url, patience, "oss")
        import oss2  # noqa: PLC0415  a third of a second to import: only where it is used

        from utils.bounded_responses import BoundedAdapter  # noqa: PLC0415

        self._bucket = oss2.Bucket(
            oss2.Auth(key_id, key_secret),
            endpoint,
            bucket,
            connect_timeout=(patience.connect, patience.total),
            session=oss2.Session(adapter=BoundedAdapter(patience)),
        )

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Raises NotStored."""
        headers = {"Content-Type": content_type, "Cache-Control": FOREVER}
        await self._run(lambda: self._bucket.put_object(key, content, headers=headers))

    async def delete(self, key: str) -> None:
        """Raises NotStored; nothing happens where there is none."""
        await self._run(lambda: self._bucket.delete_object(key))


class QiniuStorage(_Bucket):
    """A bucket of Qiniu Kodo, through the official SDK.

    `up_host` and `rs_host` name the hosts for uploading and managing; where they are empty, Qiniu is asked for them.
    """

    def __init__(
        self,
        *,
        access_key: str,
        secret_key: str,
        bucket: str,
        base_url: str,
        up_host: str,
        rs_host: str,
        patience: OutboundLimits,
    ) -> None:
        super().__init__(base_url, patience, "qiniu")
        import qiniu  # noqa: PLC0415  only where it is used

        from utils.bounded_responses import BoundedAdapter  # noqa: PLC0415

        qiniu.config.set_default(
            connection_timeout=(patience.connect, patience.total),
            connection_retries=1,
            default_rs_host=rs_host or None,
            default_zone=qiniu.Zone(up_host=up_host, rs_host=rs_host or None) if up_host else None,
        )
        adapter = BoundedAdapter(patience)
        qiniu.http.qn_http_client.session.get_adapter = lambda url: adapter  # noqa: ARG005  it mounts its own before each request
        self._qiniu = qiniu
        self._auth = qiniu.Auth(access_key, secret_key)
        self._manager = qiniu.BucketManager(self._auth)
        self._bucket = bucket

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Raises NotStored."""

        def work() -> None:
            token = self._auth.upload_token(self._bucket, key, _TOKEN_SECONDS)
            _, info = self._qiniu.put_data(token, key, content, mime_type=content_type)
            if info.status_code != HTTPStatus.OK:
                raise NotStored(f"Qiniu answered {info.status_code}")

        await self._run(work)

    async def delete(self, key: str) -> None:
        """Raises NotStored; nothing happens where there is none."""

        def work() -> None:
            _, info = self._manager.delete(self._bucket, key)
            if info.status_code not in (HTTPStatus.OK, _NO_SUCH_OBJECT):
                raise NotStored(f"Qiniu answered {info.status_code}")

        await self._run(work)
