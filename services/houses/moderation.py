"""Moderation: an admin decides which houses the public sees.

New texts, another place and new pictures of an approved house send it back to review. Prices, numbers and facilities
are not reviewed.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from models.accounts import users
from models.houses import areas, houses, images, prices
from models.houses.areas import NamedId
from models.houses.houses import REVIEW_STATUSES, House, Moderation, ReviewedContent, ReviewStatus
from models.houses.images import Image
from models.houses.prices import Terms
from models.types import HouseId
from services.accounts.auth import current_user
from services.deps import Deps
from services.errors import BadParameters, Conflict, Message, NoSuchUser, WrongRole
from services.events.recording import record
from services.events.types import HouseReviewed
from services.houses.access import lock_house
from services.houses.changes import change_house
from utils.mysql import Queries
from utils.sessions import Session

MAX_CANDIDATES = 100
"""A list of candidates is at most this long."""


MIN_PICTURES = 3
"""A house with fewer pictures is not approved."""
_MAX_COUNTED = 1000


class TooFewPictures(Conflict):
    """The public sees no reviewed house with fewer than MIN_PICTURES pictures."""

    text: Message = ("至少需要 {count} 张照片", {"count": MIN_PICTURES})  # type: ignore[assignment]


class StaleRevision(Conflict):
    """The content has changed since the admin read it."""

    text = "房屋内容已变化，请重新查看"


@dataclass(frozen=True)
class Candidate:
    """A house as an admin reviews it: what a guest would see, and the state of its review."""

    house: House
    images: list[Image]
    facilities: list[NamedId]
    terms: Terms
    moderation: Moderation


@dataclass(frozen=True)
class ReviewQueue:
    """Candidates in one state of review, and how many houses are in each state; counting stops at 1,000."""

    candidates: list[Candidate]
    counts: Mapping[ReviewStatus, int]


async def in_review(deps: Deps, session: Session, review: ReviewStatus) -> ReviewQueue:
    """Up to MAX_CANDIDATES houses in that state of review, the oldest first. Raises WrongRole for all but admins.

    A pending house waits for an admin once it is online and has MIN_PICTURES pictures.
    """
    await require_admin(deps, session)
    async with deps.db.connection() as queries:
        counted = await queries.gather_all(_count(queries, state) for state in REVIEW_STATUSES)
        return ReviewQueue(
            await _candidates(queries, await _in_review(queries, review)),
            dict(zip(REVIEW_STATUSES, counted, strict=True)),
        )


async def _in_review(queries: Queries, review: ReviewStatus) -> list[House]:
    return await houses.in_review(queries, review, MAX_CANDIDATES, min_pictures=MIN_PICTURES)


async def _count(queries: Queries, review: ReviewStatus) -> int:
    return await houses.count_in_review(queries, review, _MAX_COUNTED, min_pictures=MIN_PICTURES)


async def _candidates(queries: Queries, waiting: Sequence[House]) -> list[Candidate]:
    ids = [house.id for house in waiting]
    pictures, facilities, terms, moderation = await queries.gather(
        images.of_houses(queries, ids),
        areas.facilities_of_houses(queries, ids),
        prices.terms_of_houses(queries, ids),
        houses.moderation_of(queries, ids),
    )
    return [
        Candidate(
            house, pictures.get(house.id, []), facilities.get(house.id, []), terms[house.id], moderation[house.id]
        )
        for house in waiting
        if house.id in terms and house.id in moderation
    ]


async def houses_in_review(deps: Deps, review: ReviewStatus) -> list[House]:
    """The houses of `in_review`, for an operator at the terminal."""
    async with deps.db.connection() as queries:
        return await _in_review(queries, review)


async def review(deps: Deps, session: Session, house_id: HouseId, approve: bool, reason: str, revision: int) -> None:
    """Approve or reject the content of that revision; the host reads `reason`.

    Raises WrongRole for all but admins, NoSuchHouse, StaleRevision where the content has changed since, TooFewPictures,
    and BadParameters for a rejection without a reason.
    """
    await require_admin(deps, session)
    await decide(deps, house_id, approve, reason, revision)


async def decide(deps: Deps, house_id: HouseId, approve: bool, reason: str, revision: int | None = None) -> None:
    """As `review`, for an operator at the terminal; without `revision`, decides about the content as it is now.

    Raises NoSuchHouse, StaleRevision, TooFewPictures, and BadParameters for a rejection without a reason.
    """
    if not approve and not reason:
        raise BadParameters(fields={"reason": "请填写拒绝原因"})

    async def work(queries: Queries) -> None:
        host_id = await lock_house(queries, house_id)
        now = (await houses.moderation_of(queries, [house_id]))[house_id]
        if revision not in (None, now.revision):
            raise StaleRevision
        if approve:
            if len(now.content.stems) < MIN_PICTURES:
                raise TooFewPictures
            await houses.set_review(queries, house_id, "approved", "", None)
        else:
            await houses.set_review(queries, house_id, "rejected", reason, _last_approved(now))
        decided = HouseReviewed(house_id, host_id, None if approve else reason)
        await record(deps, queries, f"house.{'approved' if approve else 'rejected'}", decided, [host_id], [host_id])

    await change_house(deps, house_id, work)


@asynccontextmanager
async def reviewing(deps: Deps, queries: Queries, house_id: HouseId) -> AsyncIterator[None]:
    """Wrap a host's change of a locked house: content that no admin has seen makes the house pending.

    A host's change never approves a house.
    """
    before = (await houses.moderation_of(queries, [house_id]))[house_id]
    yield
    after = (await houses.moderation_of(queries, [house_id]))[house_id].content
    unseen = deps.house_review == "manual" and after.adds_to(before.content)
    review: ReviewStatus = "pending" if unseen or before.review == "rejected" else before.review
    if after != before.content or review != before.review:
        approved = before.content if before.review == "approved" != review else None
        await houses.revise(queries, house_id, review, approved)


def _last_approved(now: Moderation) -> ReviewedContent | None:
    return now.content if now.review == "approved" else now.approved


async def require_admin(deps: Deps, session: Session) -> None:
    """Raises WrongRole for all but admins."""
    if not (await current_user(deps, session)).is_admin:
        raise WrongRole


async def appoint(deps: Deps, mobile: str, is_admin: bool) -> None:
    """Make a user an admin, or end that. `mobile` is theirs. Raises NoSuchUser."""

    async def work(queries: Queries) -> None:
        user = await users.by_mobile(queries, mobile)
        if user is None:
            raise NoSuchUser
        await users.set_admin(queries, user.id, is_admin)

    await deps.db.transact(work)
