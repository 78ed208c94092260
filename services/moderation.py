"""What an admin decides: which houses are shown to the public."""

from models import houses, users
from models.houses import House
from services.auth import current_user
from services.deps import Deps
from services.errors import BadParameters, NoSuchUser, WrongRole
from services.houses import changing, lock
from utils.mysql import Queries
from utils.sessions import Session

SHOWN = 100


async def in_review(deps: Deps, session: Session, review: str) -> list[House]:
    """Up to a hundred houses in that state, the oldest first. Raises WrongRole."""
    await _check_admin(deps, session)
    return await waiting(deps, review)


async def waiting(deps: Deps, review: str) -> list[House]:
    """What `in_review` shows, for whoever is at the terminal."""
    async with deps.db.connection() as queries:
        return await houses.in_review(queries, review, SHOWN)


async def review(deps: Deps, session: Session, house_id: int, approve: bool, reason: str) -> None:
    """Raises WrongRole, NoSuchHouse, and BadParameters for a rejection without a reason."""
    await _check_admin(deps, session)
    await decide(deps, house_id, approve, reason)


async def decide(deps: Deps, house_id: int, approve: bool, reason: str) -> None:
    """What `review` does, for whoever is at the terminal."""
    if not approve and not reason:
        raise BadParameters(fields={"reason": "请填写拒绝原因"})

    async def work(queries: Queries) -> None:
        await lock(queries, house_id)
        await houses.set_review(queries, house_id, "approved" if approve else "rejected", "" if approve else reason)

    await changing(deps, house_id, work)


async def _check_admin(deps: Deps, session: Session) -> None:
    if not (await current_user(deps, session)).is_admin:
        raise WrongRole


async def appoint(deps: Deps, mobile: str, is_admin: bool) -> None:
    """Make somebody an admin, or no longer one. Raises NoSuchUser."""

    async def work(queries: Queries) -> None:
        user = await users.by_mobile(queries, mobile)
        if user is None:
            raise NoSuchUser
        await users.set_admin(queries, user.id, is_admin)

    await deps.db.transact(work)
