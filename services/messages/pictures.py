"""Pictures of messages: uploaded one by one, then named by the message that has them."""

from datetime import timedelta

from models.houses.images import Image
from models.messages import images
from models.types import ThreadId, UserId
from services import limits
from services.deps import Deps
from services.houses import house_images, pictures
from services.messages.access import require_thread
from utils.mysql import Queries
from utils.sessions import Session
from utils.storage import new_stem

UNSENT_FOR = timedelta(days=1)
"""A picture that is not sent so long after its upload is forgotten."""
_BATCH_SIZE = 1000


async def add(deps: Deps, session: Session, thread_id: ThreadId, content: bytes) -> Image:
    """Store a picture for a message that is yet to be sent: encoded anew, under a name that nobody can guess.

    Raises NoSuchThread, TooOften, BadParameters for a file that is no picture, Overloaded, and OutboundServiceError or
    FileError where it cannot be stored.
    """
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        await require_thread(queries, thread_id, user_id)
    await limits.acquire(deps, ("message_image_per_user", str(user_id)))
    picture = await pictures.render("image", deps.image_workers.sized(content, pictures.HOUSE_WIDTHS))
    stem = new_stem("messages")
    await pictures.store(deps, house_images.objects_of(stem, picture))
    image = house_images.new_image(stem, picture)

    async def work(queries: Queries) -> Image:
        return await images.add(queries, thread_id, user_id, image, deps.now())

    return await deps.db.transact(work)


async def forget_unsent(deps: Deps) -> int:
    """Forget pictures that were never sent; the sweeper then removes their objects. Returns how many."""
    before = deps.now() - UNSENT_FOR
    return await deps.db.transact(lambda queries: images.delete_unsent(queries, before, _BATCH_SIZE))
