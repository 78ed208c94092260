"""Pictures: made harmless, kept in the storage, removed when nothing names them any more."""

from collections.abc import Awaitable, Mapping
from typing import TypeVar

from models import objects
from services.deps import Deps
from services.errors import BadParameters, FileError, OutboundServiceError, Overloaded
from utils.images import InvalidImage, TooManyPixels
from utils.mysql import Queries
from utils.sandbox import SandboxBusy
from utils.storage import DiskFailed, NotStored

SWEPT_AFTER = 3600
"""Seconds for which an object may be named by no row: its request may still be under way."""

AVATAR_SIDE = 256
HOUSE_WIDTHS = (1600, 800, 320)

JPEG, WEBP = "image/jpeg", "image/webp"
T = TypeVar("T")


async def rendered(field: str, rendering: Awaitable[T]) -> T:
    """What the workshop makes of a picture. Raises BadParameters, naming `field`, and Overloaded."""
    try:
        return await rendering
    except InvalidImage:
        raise BadParameters(fields={field: "请上传 JPEG、PNG 或 WebP 图片"}) from None
    except TooManyPixels:
        raise BadParameters(fields={field: "图片应不超过 4000 万像素，边长不超过 12000"}) from None
    except SandboxBusy:
        raise Overloaded from None


def names(stem: str) -> list[str]:
    """How the objects of a house's picture are named, the widest first, each with .webp and .jpg behind it."""
    return [f"{stem}-{width}" for width in HOUSE_WIDTHS]


async def keep(deps: Deps, pictures: Mapping[str, tuple[bytes, str]]) -> None:
    """Put objects, name → content and its type. Raises OutboundServiceError and FileError; the sweeper tidies up."""

    async def note(queries: Queries) -> None:
        for name in pictures:
            await objects.add(queries, name)

    await deps.db.transact(note)
    try:
        for name, (content, content_type) in pictures.items():
            await deps.storage.put(name, content, content_type)
    except DiskFailed:
        raise FileError from None
    except NotStored:
        raise OutboundServiceError("图片上传失败") from None


async def drop(deps: Deps, name: str) -> bool:
    """Remove an object that no row names any more; False where the storage failed, and the sweeper tries again."""
    try:
        await deps.storage.delete(name)
    except NotStored:
        return False
    await deps.db.transact(lambda queries: objects.remove(queries, name))
    return True


async def sweep(deps: Deps, limit: int = 1000) -> int:
    """Remove objects that no row names, and files that were left half-written; returns how many."""
    async with deps.db.connection() as queries:
        names = await objects.unnamed(queries, SWEPT_AFTER, limit)
    return sum([await drop(deps, name) for name in names]) + await _tidy(deps)


async def _tidy(deps: Deps) -> int:
    try:
        return await deps.storage.tidy(SWEPT_AFTER)
    except NotStored:
        return 0
