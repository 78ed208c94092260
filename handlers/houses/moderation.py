"""Endpoints for admins, who review houses."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import moderation_views
from handlers.houses.forms import HouseReviewForm, InReviewForm
from handlers.houses.moderation_views import CandidatesView
from services.errors import NoSuchUser, WrongRole
from services.houses import moderation
from services.houses.access import NoSuchHouse
from services.houses.moderation import StaleRevision, TooFewPictures


@refuses(WrongRole, NoSuchUser)
async def list_houses(api: ApiHandler, form: InReviewForm) -> CandidatesView:
    """List houses by the state of their review."""
    found = await moderation.in_review(api.deps, api.signed_in, form.status)
    return moderation_views.candidates(found, api.url)


@refuses(WrongRole, NoSuchUser, NoSuchHouse, StaleRevision, TooFewPictures)
async def review(api: ApiHandler, form: HouseReviewForm) -> None:
    """Approve or reject a house.

    A rejection needs a reason, which the host reads. A house needs three pictures to be approved.
    """
    await moderation.review(api.deps, api.signed_in, form.house_id, form.approve, form.reason or "", form.revision)
