"""Pictures in the storage: rendered anew, stored, and removed when no row names them any more."""

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
"""An object younger than this many seconds may have no row yet: its request may be under way."""

AVATAR_SIDE = 256
HOUSE_WIDTHS = (1600, 800, 320)

JPEG, WEBP = "image/jpeg", "image/webp"
T = TypeVar("T")


async def render(field: str, rendering: Awaitable[T]) -> T:
    """The result of rendering an upload. Raises BadParameters, naming `field`, for a bad picture, and Overloaded."""
    try:
        return await rendering
    except InvalidImage:
        raise BadParameters(fields={field: "请上传 JPEG、PNG 或 WebP 图片"}) from None
    except TooManyPixels:
        raise BadParameters(fields={field: "图片应不超过 4000 万像素，边长不超过 12000"}) from None
    except SandboxBusy:
        raise Overloaded from None


def names(stem: str) -> list[str]:
    """The names of a picture's objects without their .webp or .jpg, the widest first."""
    return [f"{stem}-{width}" for width in HOUSE_WIDTHS]


async def store(deps: Deps, pictures: Mapping[str, tuple[bytes, str]]) -> None:
    """Store objects: content and media type by name.

    Raises FileError where the disk is full, and OutboundServiceError. The sweeper removes what was stored before.
    """

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
    """Remove an object that no row names any more; False where the storage failed. The sweeper then tries again."""
    try:
        await deps.storage.delete(name)
    except NotStored:
        return False
    await deps.db.transact(lambda queries: objects.remove(queries, name))
    return True


async def sweep(deps: Deps, limit: int = 1000) -> int:
    """Remove up to `limit` objects that no row names, and all half-written files; returns how many were removed."""
    async with deps.db.connection() as queries:
        names = await objects.unnamed(queries, SWEPT_AFTER, limit)
    return sum([await drop(deps, name) for name in names]) + await _tidy(deps)


async def _tidy(deps: Deps) -> int:
    try:
        return await deps.storage.tidy(SWEPT_AFTER)
    except NotStored:
        return 0
