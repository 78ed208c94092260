"""Endpoints for drafts of houses."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import draft_views
from handlers.houses.draft_forms import (
    DraftChangeForm,
    DraftContentForm,
    DraftIdForm,
    DraftPublishForm,
    SimilarHousesForm,
)
from handlers.houses.draft_views import DraftsView, DraftVersionView, DraftView, PriceSuggestionView
from handlers.houses.views import HouseIdView
from services.errors import NoSuchUser, QuotaExceeded, RealNameRequired, TooOften
from services.houses import drafts, price_suggestions
from services.houses.drafts import NoSuchDraft, StaleDraft


async def list_drafts(api: ApiHandler) -> DraftsView:
    """List one's drafts of houses."""
    return draft_views.drafts(await drafts.list_drafts(api.deps, api.signed_in))


@refuses(NoSuchUser, QuotaExceeded, TooOften)
async def add(api: ApiHandler, form: DraftContentForm) -> DraftVersionView:
    """Store a draft of a house.

    It is private, and deleted 180 days after its last change.
    """
    return DraftVersionView(await drafts.add(api.deps, api.signed_in, form.content), 1)


@refuses(NoSuchDraft)
async def show(api: ApiHandler, form: DraftIdForm) -> DraftView:
    """Show a draft of a house."""
    return draft_views.draft(await drafts.show(api.deps, api.signed_in, form.draft_id))


@refuses(NoSuchDraft, StaleDraft, TooOften)
async def change(api: ApiHandler, form: DraftChangeForm) -> DraftVersionView:
    """Replace the content of a draft.

    Refused if the draft has changed since the client read it.
    """
    version = await drafts.change(api.deps, api.signed_in, form.draft_id, form.content, form.version)
    return DraftVersionView(form.draft_id, version)


@refuses(NoSuchDraft)
async def remove(api: ApiHandler, form: DraftIdForm) -> None:
    """Remove a draft."""
    await drafts.remove(api.deps, api.signed_in, form.draft_id)


@refuses(NoSuchDraft, RealNameRequired, NoSuchUser, TooOften)
async def publish(api: ApiHandler, form: DraftPublishForm) -> HouseIdView:
    """Publish a house in place of a draft.

    The house stays offline until its host puts it online, so that pictures can be added first.
    """
    return HouseIdView(await drafts.publish(api.deps, api.signed_in, form.draft_id, form.draft, form.terms))


@refuses(TooOften)
async def suggest_price(api: ApiHandler, form: SimilarHousesForm) -> PriceSuggestionView:
    """Show what similar homes of a district cost."""
    found = await price_suggestions.suggest(
        api.deps, api.signed_in, area_id=form.area_id, room_count=form.room_count, capacity=form.capacity
    )
    return draft_views.suggestion(found)
