"""What an admin decides: which houses are shown to the public.

New texts, another place and new pictures of an approved house send it back to review. Prices, numbers and facilities
are the host's alone.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from models.accounts import users
from models.houses import areas, houses, images, prices
from models.houses.areas import NamedId
from models.houses.houses import House, Moderation
from models.houses.images import Image
from models.houses.prices import Terms
from services.accounts.auth import current_user
from services.deps import Deps
from services.errors import BadParameters, Conflict, NoSuchUser, WrongRole
from services.houses.access import lock_house
from services.houses.changes import change_house
from utils.mysql import Queries
from utils.sessions import Session

SHOWN = 100


class StaleRevision(Conflict):
    text = "房屋内容已变化，请重新查看"


@dataclass(frozen=True)
class Candidate:
    """A house as an admin reviews it: what a guest would see, and the state of the review."""

    house: House
    images: list[Image]
    facilities: list[NamedId]
    terms: Terms
    review: Moderation


async def in_review(deps: Deps, session: Session, review: str) -> list[Candidate]:
    """Up to a hundred houses in that state, the oldest first. Raises WrongRole."""
    await require_admin(deps, session)
    async with deps.db.connection() as queries:
        found = await houses.in_review(queries, review, SHOWN)
        ids = [house.id for house in found]
        pictures, facilities, terms, reviews = await queries.gather(
            images.of_houses(queries, ids),
            areas.facilities_of_houses(queries, ids),
            prices.terms_of_houses(queries, ids),
            houses.reviews(queries, ids),
        )
    return [
        Candidate(house, pictures.get(n, []), facilities.get(n, []), terms[n], reviews[n])
        for n, house in zip(ids, found, strict=True)
        if n in terms and n in reviews
    ]


async def waiting(deps: Deps, review: str) -> list[House]:
    """The houses of `in_review`, for whoever is at the terminal."""
    async with deps.db.connection() as queries:
        return await houses.in_review(queries, review, SHOWN)


async def review(deps: Deps, session: Session, house_id: int, approve: bool, reason: str, revision: int) -> None:
    """Decide about the content of that revision.

    Raises WrongRole, NoSuchHouse, StaleRevision where the content is another one meanwhile, and BadParameters for a
    rejection without a reason.
    """
    await require_admin(deps, session)
    await decide(deps, house_id, approve, reason, revision)


async def decide(deps: Deps, house_id: int, approve: bool, reason: str, revision: int | None = None) -> None:
    """What `review` does, for whoever is at the terminal; without `revision` whatever the content is now."""
    if not approve and not reason:
        raise BadParameters(fields={"reason": "请填写拒绝原因"})

    async def work(queries: Queries) -> None:
        await lock_house(queries, house_id)
        now = (await houses.reviews(queries, [house_id]))[house_id]
        if revision not in (None, now.revision):
            raise StaleRevision
        if approve:
            await houses.set_review(queries, house_id, "approved", "", None)
        else:
            await houses.set_review(queries, house_id, "rejected", reason, _last_approved(now))

    await change_house(deps, house_id, work)


@asynccontextmanager
async def reviewing(deps: Deps, queries: Queries, house_id: int) -> AsyncIterator[None]:
    """Around a host's change of a locked house: what reviewers have not seen is pending. Hosts never approve."""
    before = (await houses.reviews(queries, [house_id]))[house_id]
    yield
    after = (await houses.reviews(queries, [house_id]))[house_id].content
    unseen = deps.house_review == "manual" and after.adds_to(before.content)
    review = "pending" if unseen or before.review == "rejected" else before.review
    if after != before.content or review != before.review:
        await houses.revise(
            queries, house_id, review, before.content if before.review == "approved" != review else None
        )


def _last_approved(now: Moderation) -> houses.ReviewedContent | None:
    return now.content if now.review == "approved" else now.approved


async def require_admin(deps: Deps, session: Session) -> None:
    """Raises WrongRole."""
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
