"""Hosting: what a host does with their houses. Publishing needs a real name on file."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from models.houses import areas, arrivals, houses, listings, nights
from models.houses.houses import House, HouseDraft, ReviewStatus
from models.orders import orders
from models.types import HouseId, UserId
from services import limits
from services.accounts.auth import current_user
from services.deps import Deps
from services.errors import BadParameters, Conflict, Message, RealNameRequired
from services.houses import moderation, search_index
from services.houses.access import lock_owned_house
from services.houses.changes import ChangedMeanwhile, change_house, invalidating
from services.local_time import BOOKING_WINDOW_DAYS, today
from services.orders.states import ACTIVE
from utils.mysql import DuplicateKey, Queries
from utils.sessions import Session

Also = Callable[[Queries, HouseId], Awaitable[None]]


async def own_houses(deps: Deps, session: Session) -> list[House]:
    """Every house of the user that is not deleted, the newest first."""
    async with deps.db.connection() as queries:
        return await houses.of_user(queries, session.user_id)


async def publish(deps: Deps, session: Session, draft: HouseDraft, also: Also | None = None) -> HouseId:
    """Publish a house; returns its id. An admin reviews it first where `deps.house_review` is manual.

    `also` runs in the same transaction, on the new house. Raises RealNameRequired, BadParameters for an unknown area or
    facility, and TooOften.
    """
    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    user = await current_user(deps, session)
    if user.id_card is None:
        raise RealNameRequired

    async def create(queries: Queries) -> HouseId:
        await _check_references(queries, draft)
        review: ReviewStatus = "approved" if deps.house_review == "auto" else "pending"
        house_id = await houses.create(queries, UserId(user.id), draft, review)
        await search_index.write(queries, house_id)
        if also is not None:
            await also(queries, house_id)
        await listings.write(queries, house_id, today(deps))
        return house_id

    async with invalidating(deps, []):
        return await deps.db.transact(create)


async def change(
    deps: Deps, session: Session, house_id: HouseId, draft: HouseDraft, kept: Collection[str] = ()
) -> None:
    """Replace what the host has written about a house, but for the fields named in `kept`.

    Raises NoSuchHouse, WrongRole for somebody else's house, BadParameters for an unknown area or facility, TooOften.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        await _check_references(queries, draft)
        changed = draft
        if kept:
            now = (await houses.by_ids(queries, [house_id]))[house_id]
            changed = replace(draft, **{name: getattr(now, name) for name in kept})
        async with moderation.reviewing(deps, queries, house_id):
            await houses.change(queries, house_id, changed)
        await search_index.write(queries, house_id)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    await change_house(deps, house_id, work)


async def set_online(deps: Deps, session: Session, house_id: HouseId, online: bool) -> None:
    """Show a house to the public, or hide it. Raises NoSuchHouse, and WrongRole for somebody else's house."""

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        await houses.set_online(queries, house_id, online)

    await change_house(deps, house_id, work)


async def set_instant(deps: Deps, session: Session, house_id: HouseId, instant: bool) -> None:
    """Say whether a booking needs no answer of the host. Orders that exist stay as they are.

    Raises NoSuchHouse, WrongRole for somebody else's house, and TooOften.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        await houses.set_instant(queries, house_id, instant)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    await change_house(deps, house_id, work)


async def delete(deps: Deps, session: Session, house_id: HouseId) -> None:
    """Delete a house.

    Raises NoSuchHouse, WrongRole for somebody else's house, and Conflict while one of its orders is active.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if await orders.house_has_any(queries, house_id, ACTIVE):
            raise Conflict("该房屋还有未结束的订单")
        await houses.delete(queries, house_id)
        await arrivals.delete(queries, house_id)

    await change_house(deps, house_id, work)


async def block_nights(
    deps: Deps, session: Session, house_id: HouseId, blocked: Sequence[date], expected: Sequence[date] | None = None
) -> None:
    """Block these nights, and free every other night that the host had blocked.

    Raises BadParameters for a night outside the booking window, NoSuchHouse, WrongRole for somebody else's house,
    Conflict for a night that is sold or taken on another platform, and ChangedMeanwhile where the nights that were
    blocked are not the `expected` ones.
    """
    first = today(deps)
    if any(not first <= night <= first + timedelta(days=BOOKING_WINDOW_DAYS) for night in blocked):
        raise BadParameters(fields={"blocked": "日期应在今天起一年之内"})

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        if expected is not None:
            await _require_blocked(queries, house_id, first, expected)
        await nights.unblock(queries, house_id, first)
        await nights.block(queries, house_id, set(blocked))

    try:
        await change_house(deps, house_id, work)
    except DuplicateKey:
        raise Conflict("所选日期中有已预订的夜晚") from None


async def _require_blocked(queries: Queries, house_id: HouseId, first: date, expected: Sequence[date]) -> None:
    """Raises ChangedMeanwhile where the host has blocked other nights from `first` on."""
    found = await nights.between(queries, house_id, first, first + timedelta(days=BOOKING_WINDOW_DAYS))
    blocked = {each.night for each in found if each.is_blocked_by_host}
    if blocked != {night for night in expected if night >= first}:
        raise ChangedMeanwhile


async def wrong_fields(deps: Deps, area_id: int | None, facilities: Sequence[int]) -> dict[str, Message]:
    """What is wrong with an area and facilities, by the field's name; an `area_id` of None is not judged."""
    async with deps.db.connection() as queries:
        return await _unknown_references(queries, area_id, facilities)


async def _check_references(queries: Queries, draft: HouseDraft) -> None:
    """Raises BadParameters for an unknown area or facility."""
    if unknown := await _unknown_references(queries, draft.area_id, draft.facilities):
        raise BadParameters(fields=unknown)


async def _unknown_references(queries: Queries, area_id: int | None, facilities: Sequence[int]) -> dict[str, Message]:
    known_areas, known_facilities = await queries.gather(areas.areas(queries), areas.facilities(queries))
    unknown: dict[str, Message] = {}
    if area_id is not None and area_id not in {area.id for area in known_areas}:
        unknown["area_id"] = "没有这个区域"
    if not set(facilities) <= {facility.id for facility in known_facilities}:
        unknown["facility"] = "没有这种设施"
    return unknown
