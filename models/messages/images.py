"""The table `message_images`: pictures of messages, and those that are not sent yet."""

from collections.abc import Sequence
from datetime import datetime

from models.houses.images import Image, NewImage
from models.types import ImageId, MessageId, ThreadId, UserId
from utils.mysql import Queries


async def add(queries: Queries, thread_id: ThreadId, sender_id: UserId, image: NewImage, now: datetime) -> Image:
    """Store a picture that is not sent yet."""
    sql = """INSERT INTO message_images (thread_id, sender_id, stem, width, height, bytes, blurhash, created_at)
             VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"""
    values = (image.stem, image.width, image.height, image.size, image.blurhash)
    result = await queries.run(sql, thread_id, sender_id, *values, now)
    return Image(ImageId(result.last_id), image.stem, image.width, image.height, image.blurhash)


async def attach(
    queries: Queries, thread_id: ThreadId, sender_id: UserId, image_ids: Sequence[ImageId], message_id: MessageId
) -> int:
    """Make unsent pictures of this sender and thread part of a message; returns how many there were."""
    sql = """UPDATE message_images SET message_id = %s
             WHERE id IN %s AND thread_id = %s AND sender_id = %s AND message_id IS NULL"""
    return (await queries.run(sql, message_id, tuple(image_ids), thread_id, sender_id)).affected


async def of_messages(queries: Queries, message_ids: Sequence[MessageId]) -> dict[MessageId, list[Image]]:
    """The pictures of messages in the order in which they were uploaded; a message without pictures is left out."""
    if not message_ids:
        return {}
    sql = """SELECT message_id, id, stem, width, height, blurhash FROM message_images WHERE message_id IN %s
             ORDER BY message_id, id"""
    found: dict[MessageId, list[Image]] = {}
    for row in await queries.all(sql, tuple(message_ids)):
        found.setdefault(row.pop("message_id"), []).append(Image(**row))
    return found


async def delete_unsent(queries: Queries, before: datetime, limit: int) -> int:
    """Forget pictures that were uploaded before `before` and never sent; returns how many."""
    sql = "DELETE FROM message_images WHERE message_id IS NULL AND created_at < %s LIMIT %s"
    return (await queries.run(sql, before, limit)).affected
