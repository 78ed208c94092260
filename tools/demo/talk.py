"""What the README's guest and a demo host have written to each other."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from models.messages import messages, threads
from models.messages.messages import NewMessage
from models.messages.threads import Thread
from models.types import HouseId, UserId
from services.deps import Deps
from tools.demo.texts import Talk, talks
from utils.mysql import Queries

_PAUSE = timedelta(minutes=20)
"""So long everybody takes to answer."""


async def add_threads(deps: Deps, guest: UserId, host: UserId, house_ids: Sequence[HouseId]) -> None:
    """One thread for each of these houses of the host, as long as there are texts."""

    async def work(queries: Queries) -> None:
        for house_id, talk in zip(house_ids, talks(), strict=False):
            begun = deps.now() - timedelta(hours=talk.hours)
            thread = Thread(await threads.add(queries, house_id, guest, host, begun), house_id, guest, host)
            await _add(queries, thread, talk, begun)

    await deps.db.transact(work)


async def _add(queries: Queries, thread: Thread, talk: Talk, begun: datetime) -> None:
    """Who answers has read what came before."""
    message_id = None
    for number, text in enumerate(talk.lines):
        sender, at = thread.members[number % 2], begun + number * _PAUSE
        if message_id:
            await threads.set_read(queries, thread.id, sender, message_id, 0)
        new = NewMessage(thread.id, sender, text, str(uuid4()), visible_to=None, warned=False, created_at=at)
        message_id = await messages.add(queries, new)
        await threads.note_message(queries, thread, message_id, sender, thread.members)
