"""Drafts of houses as their hosts read them."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Amount, Count, LocalTime, Number, local_time
from models.houses.drafts import Draft
from services.houses.price_suggestions import PriceSuggestion

Version = Annotated[int, Field(examples=[1], ge=1)]
Content = Annotated[dict[str, str], Field(examples=[{"title": "南锣鼓巷四合院"}])]


@view
class DraftVersionView:
    """Which version of a draft is stored."""

    draft_id: Number
    """The draft's id."""
    version: Version
    """Counts the changes; the next change sends it back, and is refused if the draft has changed since."""


@view
class DraftView(DraftVersionView):
    """A house that its host has not published yet."""

    content: Content
    """Texts by the name of their field, as the host typed them."""
    update_time: LocalTime
    """When it was last changed."""


@view
class DraftsView:
    """Every draft of a host."""

    drafts: list[DraftView]
    """The newest first."""


@view
class PriceSuggestionView:
    """What similar homes cost."""

    house_count: Count
    """How many homes were compared."""
    low: Amount | None
    """A quarter of them cost less a night, in fen; null if there are too few."""
    high: Amount | None
    """A quarter of them cost more a night, in fen; null if there are too few."""


def draft(found: Draft) -> DraftView:
    """A draft."""
    return DraftView(
        draft_id=found.id, version=found.version, content=dict(found.content), update_time=local_time(found.updated_at)
    )


def drafts(found: Iterable[Draft]) -> DraftsView:
    """A host's drafts."""
    return DraftsView([draft(each) for each in found])


def suggestion(found: PriceSuggestion) -> PriceSuggestionView:
    """What similar homes cost."""
    return PriceSuggestionView(found.house_count, found.low, found.high)
