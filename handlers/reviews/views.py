"""Reviews as the parties of an order read them."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Count, LocalTime, Text, local_time
from models.reviews.reviews import Category, GuestRecord, Review
from services.reviews.reading import ReviewsForParty

Stars = Annotated[int, Field(examples=[5], ge=1, le=5)]
Average = Annotated[float, Field(examples=[4.8], ge=1, le=5)]


@view
class CategoryStarsView:
    """The stars for one side of a stay."""

    category: Category
    """What is rated."""
    rating: Stars
    """1 to 5, where 5 is best."""


@view
class WrittenReviewView:
    """A review of a stay or of its guest."""

    rating: Stars | None
    """1 to 5; null if the author gave none."""
    content: Text
    """The text."""
    categories: list[CategoryStarsView]
    """What a guest has rated by itself; empty for a host's review."""
    time: LocalTime
    """When it was written."""
    published: bool
    """Whether everybody may read it."""


@view
class OrderReviewsView:
    """The reviews of an order, as far as the viewer may read them."""

    mine: WrittenReviewView | None
    """The viewer's own; null before it is written."""
    theirs: WrittenReviewView | None
    """The other party's; null before it is published."""
    they_wrote: bool
    """Whether the other party has written one, which may be hidden."""
    until: LocalTime
    """Until when reviews are written. Then those that still wait for the other one are published."""


@view
class GuestTextView:
    """What a host wrote about a guest."""

    rating: Stars | None
    """1 to 5, where 5 is best."""
    content: Text
    """The text."""
    time: LocalTime
    """When it was published."""


@view
class GuestRecordView:
    """What hosts say of a guest."""

    review_count: Count
    """How many of their reviews are published."""
    rating: Average | None
    """The average of their ratings, with one decimal; null without ratings."""
    newest: list[GuestTextView]
    """The newest three."""


def reviews(found: ReviewsForParty) -> OrderReviewsView:
    """The reviews of an order as one of its parties reads them."""
    return OrderReviewsView(
        mine=_written(found.mine) if found.mine else None,
        theirs=_written(found.theirs) if found.theirs else None,
        they_wrote=found.they_wrote,
        until=local_time(found.until),
    )


def record(found: GuestRecord) -> GuestRecordView:
    """What hosts say of a guest."""
    texts = [GuestTextView(rating, content, local_time(time)) for rating, content, time in found.newest]
    return GuestRecordView(found.review_count, found.rating, texts)


def _written(review: Review) -> WrittenReviewView:
    return WrittenReviewView(
        rating=review.rating,
        content=review.content,
        categories=[CategoryStarsView(name, stars) for name, stars in review.categories.items()],
        time=local_time(review.written_at),
        published=review.published_at is not None,
    )
