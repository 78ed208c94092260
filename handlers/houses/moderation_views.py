"""Houses as admins review them."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, Number, UrlOf
from handlers.houses import price_views, rendering
from handlers.houses.price_views import RatesView
from handlers.houses.views import BedroomView, HouseDetailsView, HousePrivateView
from models.houses.houses import ReviewedTexts, ReviewStatus
from services.houses.moderation import Candidate, ReviewQueue

ReviewedTextsBefore = dict[str, str | float | list[BedroomView] | None]
"""Earlier texts, coordinates and bedrooms by the name of their field."""


@view
class ContentChangesView:
    """The differences from the content that was approved last."""

    before: Annotated[ReviewedTextsBefore, Field(examples=[{"title": "小院"}])]
    """The earlier values of the fields that have changed."""
    images_added: list[Number]
    """The ids of new pictures."""
    images_removed: Count
    """How many pictures were removed."""


@view
class CandidateView(HousePrivateView, HouseDetailsView):
    """A house as an admin reviews it, with its exact position."""

    prices: RatesView
    """What it costs."""
    revision: Count
    """The version of the content. A decision sends it back, and is refused if the content has changed since."""
    changes: ContentChangesView | None
    """The differences from the content that was approved last; null if none ever was."""


@view
class ReviewCountsView:
    """How many houses are in each state of review; counting stops at 1000."""

    pending: Count
    """Houses that wait for an admin: online, and with at least three pictures."""
    approved: Count
    """Houses that the public may see."""
    rejected: Count
    """Houses that an admin has rejected."""


@view
class CandidatesView:
    """Houses in one state of review."""

    houses: list[CandidateView]
    """The oldest first, up to 100. Pending houses are shown once they are online and have at least three pictures."""
    counts: ReviewCountsView
    """How many houses are in each state."""


def candidates(queue: ReviewQueue, url: UrlOf) -> CandidatesView:
    """The houses that an admin reviews."""
    return CandidatesView(
        [_candidate(candidate, url) for candidate in queue.candidates],
        _counts(queue.counts),
    )


def _counts(found: Mapping[ReviewStatus, int]) -> ReviewCountsView:
    return ReviewCountsView(found["pending"], found["approved"], found["rejected"])


def _candidate(candidate: Candidate, url: UrlOf) -> CandidateView:
    return CandidateView(
        **vars(rendering.details(candidate.house, candidate.images, candidate.facilities, url, exact=True)),
        **vars(rendering.private(candidate.house)),
        prices=price_views.rates(candidate.terms),
        revision=candidate.moderation.revision,
        changes=_changes(candidate),
    )


def _changes(candidate: Candidate) -> ContentChangesView | None:
    before, now = candidate.moderation.approved, candidate.moderation.content
    if before is None:
        return None
    return ContentChangesView(
        before=_differences(before.texts, now.texts),
        images_added=[image.id for image in candidate.images if image.stem not in before.stems],
        images_removed=len(set(before.stems) - set(now.stems)),
    )


def _differences(before: ReviewedTexts, now: ReviewedTexts) -> ReviewedTextsBefore:
    """The earlier values of the fields that have changed."""
    earlier: ReviewedTextsBefore = {**vars(before), "bedrooms": [rendering.bedroom(room) for room in before.bedrooms]}
    return {name: value for name, value in earlier.items() if getattr(before, name) != getattr(now, name)}
