"""Quick replies: texts that a user sends often, a press away beside the composer."""

from collections.abc import Sequence

from models.messages import quick_replies
from models.types import UserId
from services import limits
from services.deps import Deps
from utils.sessions import Session

MAX_REPLIES = 20


async def show(deps: Deps, session: Session) -> list[str]:
    """The user's texts, in their order."""
    async with deps.db.connection() as queries:
        return await quick_replies.of_user(queries, UserId(session.user_id))


async def replace(deps: Deps, session: Session, texts: Sequence[str]) -> None:
    """Store at most MAX_REPLIES texts in place of the earlier ones. Raises TooOften."""
    user_id = UserId(session.user_id)
    await limits.acquire(deps, ("profile_per_user", str(user_id)))
    await deps.db.transact(lambda queries: quick_replies.replace(queries, user_id, texts))
