"""What a party of an order may read of its reviews, and what hosts say of a guest."""

from dataclasses import dataclass
from datetime import datetime

from models.orders.orders import Order, Role
from models.reviews import reviews
from models.reviews.reviews import GuestRecord, Review
from services.orders.states import Actor
from services.reviews import windows
from utils.mysql import Queries

_SHOWN_TEXTS = 3
"""So many texts of hosts are shown with an order."""


@dataclass(frozen=True)
class ReviewsForParty:
    """The reviews of an order for one party: its own, and the other's once that is published."""

    mine: Review | None
    theirs: Review | None
    they_wrote: bool
    until: datetime
    """The end of the time for reviews, in UTC."""


async def for_party(queries: Queries, order: Order, role: Actor) -> ReviewsForParty:
    """The reviews of an order that its guest or its host may read."""
    written = await reviews.of_order(queries, order.id)
    if order.comment is not None and "custom" not in written:
        written["custom"] = _earlier(order, order.comment)
    own, other = _sides(role)
    theirs = written.get(other)
    shown = theirs if theirs is not None and theirs.published_at is not None else None
    return ReviewsForParty(written.get(own), shown, theirs is not None, windows.closes_at(order))


async def guest_record(queries: Queries, order: Order, role: Actor) -> GuestRecord | None:
    """What hosts say of the guest of an order, for its host; None for the guest."""
    return await reviews.of_guest(queries, order.guest_id, _SHOWN_TEXTS) if role is Actor.LANDLORD else None


def _sides(role: Actor) -> tuple[Role, Role]:
    return ("landlord", "custom") if role is Actor.LANDLORD else ("custom", "landlord")


def _earlier(order: Order, comment: str) -> Review:
    """A guest's review of an earlier release, which was published when it was written."""
    time = order.commented_at or order.created_at
    return Review(
        order_id=order.id,
        author="custom",
        house_id=order.house_id,
        guest_id=order.guest_id,
        rating=order.rating,
        content=comment,
        categories={},
        written_at=time,
        publish_at=time,
        published_at=time,
    )
