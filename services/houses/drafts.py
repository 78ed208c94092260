"""Drafts: houses that a host describes over several days and pages, before they are published."""

from collections.abc import Mapping
from datetime import timedelta

from models.houses import drafts, houses, prices
from models.houses.drafts import Draft
from models.houses.houses import HouseDraft
from models.houses.prices import PriceChange
from models.types import DraftId, HouseId, UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import BadParameters, Conflict, NoData, QuotaExceeded
from services.houses import hosting
from utils.mysql import Queries
from utils.sessions import Session

MAX_DRAFTS = 10
"""How many drafts a host may have."""
MAX_BYTES = 16 * 1024
"""How long the content of a draft may be, as UTF-8 JSON."""
LIFETIME = timedelta(days=180)
"""A draft is deleted so long after its last change."""
_BATCH_SIZE = 1000


class NoSuchDraft(NoData):
    """The user has no such draft, or it is published already."""

    text = "草稿不存在，或已经发布"


class StaleDraft(Conflict):
    """The draft was changed somewhere else since it was read."""

    text = "草稿已在别处修改，请重新打开"


async def list_drafts(deps: Deps, session: Session) -> list[Draft]:
    """The user's drafts, the newest first."""
    async with deps.db.connection() as queries:
        return await drafts.of_user(queries, UserId(session.user_id), MAX_DRAFTS)


async def show(deps: Deps, session: Session, draft_id: DraftId) -> Draft:
    """One of the user's drafts. Raises NoSuchDraft."""
    async with deps.db.connection() as queries:
        return await _require(queries, session, draft_id)


async def add(deps: Deps, session: Session, content: Mapping[str, str]) -> DraftId:
    """Store a draft; returns its id. Raises BadParameters beyond MAX_BYTES, QuotaExceeded, TooOften."""
    await _check(deps, session, content)
    user_id = UserId(session.user_id)

    async def work(queries: Queries) -> DraftId:
        await lock_user(queries, user_id)
        if await drafts.count(queries, user_id) >= MAX_DRAFTS:
            raise QuotaExceeded(("最多保留 {max} 份草稿，请先发布或删除一份", {"max": MAX_DRAFTS}))
        return await drafts.add(queries, user_id, content, deps.now())

    return await deps.db.transact(work)


async def change(deps: Deps, session: Session, draft_id: DraftId, content: Mapping[str, str], version: int) -> int:
    """Replace the content of a draft of that version; returns the new version.

    Raises NoSuchDraft, StaleDraft where the draft has another version, BadParameters beyond MAX_BYTES, and TooOften.
    """
    await _check(deps, session, content)

    async def work(queries: Queries) -> int:
        if not await drafts.change(queries, UserId(session.user_id), draft_id, content, version, deps.now()):
            await _require(queries, session, draft_id)
            raise StaleDraft
        return version + 1

    return await deps.db.transact(work)


async def remove(deps: Deps, session: Session, draft_id: DraftId) -> None:
    """Remove a draft. Raises NoSuchDraft."""

    async def work(queries: Queries) -> None:
        if not await drafts.remove(queries, UserId(session.user_id), draft_id):
            raise NoSuchDraft

    await deps.db.transact(work)


async def publish(deps: Deps, session: Session, draft_id: DraftId, house: HouseDraft, terms: PriceChange) -> HouseId:
    """Publish a house in place of a draft; returns its id. The house stays offline until its host puts it online.

    Raises NoSuchDraft, and what hosting.publish raises.
    """

    async def replace_draft(queries: Queries, house_id: HouseId) -> None:
        if not await drafts.remove(queries, UserId(session.user_id), draft_id):
            raise NoSuchDraft
        await prices.change_terms(queries, house_id, terms)
        await houses.set_online(queries, house_id, False)

    return await hosting.publish(deps, session, house, also=replace_draft)


async def delete_old(deps: Deps) -> int:
    """Delete drafts at the end of their LIFETIME. Returns how many."""
    before = deps.now() - LIFETIME
    return await deps.db.transact(lambda queries: drafts.delete_old(queries, before, _BATCH_SIZE))


async def _check(deps: Deps, session: Session, content: Mapping[str, str]) -> None:
    if len(drafts.as_json(content).encode()) > MAX_BYTES:
        raise BadParameters(fields={"content": ("草稿过长，最多 {size} KiB", {"size": MAX_BYTES // 1024})})
    await limits.acquire(deps, ("draft_per_user", str(session.user_id)))


async def _require(queries: Queries, session: Session, draft_id: DraftId) -> Draft:
    draft = await drafts.find(queries, UserId(session.user_id), draft_id)
    if draft is None:
        raise NoSuchDraft
    return draft
