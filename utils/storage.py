"""Object storage for pictures: Aliyun OSS, Qiniu, or a local directory. The server chooses all keys."""

import asyncio
import errno
import secrets
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import TypeVar

from utils.atomic_file import remove_leftovers, temporary_path
from utils.outbound import BlockingOutboundService, OutboundFailed, OutboundLimits

FOREVER = "public, max-age=31536000, immutable"
_TOKEN_SECONDS = 60
_NO_SUCH_OBJECT = 612
T = TypeVar("T")


class NotStored(Exception):
    """The storage refused, failed, or did not answer in time; the object may be stored nevertheless."""


def new_stem(folder: str) -> str:
    """A unique prefix of keys that nobody can guess: `houses/3f…9c`."""
    return f"{folder}/{secrets.token_hex(16)}"


def new_key(folder: str, suffix: str) -> str:
    """The key of a single object: `avatars/3f…9c.jpg`."""
    return f"{new_stem(folder)}.{suffix}"


class DiskFailed(NotStored):
    """The local disk is full or not writable."""


class LocalStorage:
    """Files in a directory, which the server itself serves under `base_url`."""

    def __init__(self, root: Path, base_url: str) -> None:
        self._root = root
        self._base_url = base_url.rstrip("/")

    async def put(self, key: str, content: bytes, content_type: str) -> None:  # noqa: ARG002  its suffix tells it
        """Store an object. Raises DiskFailed."""
        await self._run(lambda: self._write(key, content))

    async def link(self, sources: Mapping[str, Path]) -> None:
        """Store files as objects, by key: as hard links, or copied from another disk. Nobody may change them.

        Raises DiskFailed.
        """
        await self._run(lambda: self._link(sources))

    async def delete(self, key: str) -> None:
        """Delete an object, if it exists. Raises DiskFailed."""
        await self._run(lambda: (self._root / key).unlink(missing_ok=True))

    def url(self, key: str) -> str:
        """The URL of an object."""
        return f"{self._base_url}/{key}"

    def close(self) -> None:
        """Does nothing: there is nothing to close."""

    async def tidy(self, seconds: float) -> int:
        """Remove the unfinished files of killed processes that are older than `seconds`; returns how many.

        Raises DiskFailed.
        """
        return await self._run(lambda: remove_leftovers(self._root, seconds))

    async def _run(self, work: Callable[[], T]) -> T:
        try:
            return await asyncio.to_thread(work)
        except OSError as error:
            raise DiskFailed(type(error).__name__) from None

    def _write(self, key: str, content: bytes) -> None:
        path = self._root / key
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary_path(path) as temporary:
            temporary.write_bytes(content)
            temporary.replace(path)

    def _link(self, sources: Mapping[str, Path]) -> None:
        for key, source in sources.items():
            path = self._root / key
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                path.hardlink_to(source)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                self._write(key, source.read_bytes())


class _Bucket:
    """The common part of both buckets."""

    def __init__(self, base_url: str, limits: OutboundLimits, name: str) -> None:
        self._base_url = base_url.rstrip("/")
        self._service = BlockingOutboundService(limits, name)

    def url(self, key: str) -> str:
        """The URL of an object."""
        return f"{self._base_url}/{key}"

    async def tidy(self, seconds: float) -> int:  # noqa: ARG002  a bucket has no unfinished objects
        return 0

    def close(self) -> None:
        self._service.close()

    async def _run(self, work: Callable[[], object]) -> None:
        try:
            await self._service.run(work)
        except OutboundFailed as error:
            raise NotStored(str(error)) from None


class OssStorage(_Bucket):
    """A bucket of Aliyun OSS, through the official SDK."""

    def __init__(
        self, *, key_id: str, key_secret: str, endpoint: str, bucket: str, base_url: str, limits: OutboundLimits
    ) -> None:
        super().__init__(base_url, limits, "oss")
        import oss2  # noqa: PLC0415  a third of a second to import: only where it is used

        from utils.bounded_responses import BoundedAdapter  # noqa: PLC0415

        self._bucket = oss2.Bucket(
            oss2.Auth(key_id, key_secret),
            endpoint,
            bucket,
            connect_timeout=(limits.connect, limits.total),
            session=oss2.Session(adapter=BoundedAdapter(limits)),
        )

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Store an object. Raises NotStored."""
        headers = {"Content-Type": content_type, "Cache-Control": FOREVER}
        await self._run(lambda: self._bucket.put_object(key, content, headers=headers))

    async def delete(self, key: str) -> None:
        """Delete an object, if it exists. Raises NotStored."""
        await self._run(lambda: self._bucket.delete_object(key))


class QiniuStorage(_Bucket):
    """A bucket of Qiniu Kodo, through the official SDK.

    `up_host` and `rs_host` are the hosts for uploading and managing objects; the SDK asks Qiniu for
    empty ones.
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
        limits: OutboundLimits,
    ) -> None:
        super().__init__(base_url, limits, "qiniu")
        import qiniu  # noqa: PLC0415  only where it is used

        from utils.bounded_responses import BoundedAdapter  # noqa: PLC0415

        qiniu.config.set_default(
            connection_timeout=(limits.connect, limits.total),
            connection_retries=1,
            default_rs_host=rs_host or None,
            default_zone=qiniu.Zone(up_host=up_host, rs_host=rs_host or None) if up_host else None,
        )
        adapter = BoundedAdapter(limits)
        qiniu.http.qn_http_client.session.get_adapter = lambda url: adapter  # noqa: ARG005  the SDK mounts its own before each request
        self._qiniu = qiniu
        self._auth = qiniu.Auth(access_key, secret_key)
        self._manager = qiniu.BucketManager(self._auth)
        self._bucket = bucket

    async def put(self, key: str, content: bytes, content_type: str) -> None:
        """Store an object. Raises NotStored."""

        def work() -> None:
            token = self._auth.upload_token(self._bucket, key, _TOKEN_SECONDS)
            _, info = self._qiniu.put_data(token, key, content, mime_type=content_type)
            if info.status_code != HTTPStatus.OK:
                raise NotStored(f"Qiniu answered {info.status_code}")

        await self._run(work)

    async def delete(self, key: str) -> None:
        """Delete an object, if it exists. Raises NotStored."""

        def work() -> None:
            _, info = self._manager.delete(self._bucket, key)
            if info.status_code not in (HTTPStatus.OK, _NO_SUCH_OBJECT):
                raise NotStored(f"Qiniu answered {info.status_code}")

        await self._run(work)
