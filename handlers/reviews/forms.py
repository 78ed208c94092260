"""Forms of the endpoints that write reviews."""

from typing import Annotated

from pydantic import Field

from handlers.api.form_types import EMPTY_IS_NONE
from handlers.orders.forms import CommentForm, RatedCommentForm, Rating, Story, VersionedOrderForm
from models.reviews.reviews import CATEGORIES, Category
from services.reviews.writing import Said

Stars = Annotated[Rating | None, EMPTY_IS_NONE]


class StayReviewForm(RatedCommentForm):
    """A guest's review of a stay: a comment, a rating, and ratings of single sides of it."""

    cleanliness: Stars = None
    """How clean the house was, 1 to 5, where 5 is best."""
    accuracy: Stars = None
    """Whether the house was as described."""
    check_in: Stars = None
    """How arriving went."""
    communication: Stars = None
    """How the host answered."""
    location: Stars = None
    """How well the house lies."""
    value: Stars = None
    """What the stay was worth for its price."""

    @property
    def said(self) -> Said:
        """The review, for the service."""
        rated: dict[Category, int | None] = {name: getattr(self, name) for name in CATEGORIES}
        given: dict[Category, int] = {name: stars for name, stars in rated.items() if stars is not None}
        return Said(self.comment, self.rating, given)


class GuestReviewForm(VersionedOrderForm):
    """A host's review of a guest."""

    review: Annotated[Story, Field(examples=["整洁有礼，欢迎再来。"])]
    """How the guest was."""
    rating: Rating
    """1 to 5, where 5 is best."""

    @property
    def said(self) -> Said:
        """The review, for the service."""
        return Said(self.review, self.rating)


def unrated(form: CommentForm) -> Said:
    """A comment of a client that sends no rating, for the service."""
    return Said(form.comment, None)
