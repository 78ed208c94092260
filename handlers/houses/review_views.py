"""Reviews and hosts as clients read them."""

from datetime import UTC
from typing import Annotated

import orjson
from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import ANONYMOUS, Count, Number, Text, Url, UrlOf
from handlers.houses import rendering
from handlers.houses.views import CardJson, GuestReviewView, RatingCountView
from models.orders.reviews import GuestReview, ReviewCursor
from services.houses.hosts import HostPage, HostProfile
from services.houses.reviews import ReviewsPage
from services.local_time import LOCAL

Average = Annotated[float, Field(examples=[4.8], ge=1, le=5)]


@view
class ReviewsPageView:
    """One page of the reviews of a house."""

    reviews: list[GuestReviewView]
    """The newest first."""
    next: Annotated[str, Field(examples=["1795305600000000-7"])] | None
    """The `after` of the next page; null on the last one."""
    rating: Average | None
    """The average of all ratings of the house, with one decimal; null without ratings."""
    review_count: Count
    """How many reviews the house has, whatever their stars."""
    rating_breakdown: list[RatingCountView]
    """How many reviews gave 5, 4, 3, 2 stars and 1 star."""


@view
class HostProfileView:
    """A host."""

    user_id: Number
    """The host's id."""
    name: Text
    """The name that others see."""
    avatar: Url | None
    """The host's picture; null without one."""
    since: Annotated[str, Field(examples=["2026-11"], pattern=r"^[0-9]{4}-[0-9]{2}$")]
    """The month in which the account was created."""
    verified: bool
    """Whether the platform has checked the real name."""
    answers_within_seconds: Annotated[int, Field(examples=[3600], ge=0)] | None
    """In how many seconds half of the requests of the last 90 days were answered; null for fewer than three answers."""


@view
class HostView(HostProfileView):
    """A host with their houses."""

    review_count: Count
    """How many reviews these houses have."""
    rating: Average | None
    """The average of all their ratings, with one decimal; null without ratings."""
    houses: list[CardJson]
    """The newest first, up to 60."""


@view
class HostReviewView(GuestReviewView):
    """What a guest wrote about a house of a host."""

    house_id: Number
    """The house's id."""
    title: Text
    """What the host calls the house."""


def reviews_page(found: ReviewsPage, url: UrlOf) -> ReviewsPageView:
    """One page of reviews."""
    return ReviewsPageView(
        reviews=[rendering.review(each, url) for each in found.reviews],
        next=_cursor(found.next) if found.next else None,
        rating=found.house.rating,
        review_count=found.house.review_count,
        rating_breakdown=rendering.ratings(found.breakdown),
    )


def host_profile(profile: HostProfile, url: UrlOf) -> HostProfileView:
    """A host without their houses."""
    return HostProfileView(
        user_id=profile.user_id,
        name=profile.name or ANONYMOUS,
        avatar=url(profile.avatar),
        since=profile.since.replace(tzinfo=UTC).astimezone(LOCAL).strftime("%Y-%m"),
        verified=profile.verified,
        answers_within_seconds=profile.answers_within,
    )


def host(found: HostPage, url: UrlOf) -> HostView:
    """A host with their houses."""
    return HostView(
        **vars(host_profile(found.profile, url)),
        review_count=found.review_count,
        rating=found.rating,
        houses=[orjson.Fragment(card) for card in found.cards],
    )


def host_review(said: GuestReview, url: UrlOf) -> HostReviewView:
    """What a guest wrote, with the house."""
    return HostReviewView(**vars(rendering.review(said, url)), house_id=said.house_id, title=said.title)


def _cursor(place: ReviewCursor) -> str:
    return f"{place.microseconds}-{place.order_id}"
