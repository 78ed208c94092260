"""Endpoints that write reviews: of a stay by its guest, of a guest by the host, and the host's reply."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.orders.forms import CommentForm, ReplyForm
from handlers.reviews.forms import GuestReviewForm, StayReviewForm, unrated
from services.errors import DataExists, WrongRole
from services.orders.transitions import NoSuchOrder, StaleOrder
from services.reviews import writing

_OF_PARTIES = (NoSuchOrder, WrongRole, StaleOrder, DataExists)


@refuses(*_OF_PARTIES)
async def comment(api: ApiHandler, form: StayReviewForm) -> None:
    """Review a stay as its guest.

    Once, within 14 days after the stay. Everybody reads it when the host has reviewed the guest too, or after these 14
    days; until then nobody else does.
    """
    await writing.review_stay(api.deps, api.context, form.order_id, form.said, version=form.version)


@refuses(*_OF_PARTIES)
async def comment_without_rating(api: ApiHandler, form: CommentForm) -> None:
    """Comment on a stay as its guest.

    Once, within 14 days after the stay. Everybody reads it when the host has reviewed the guest too, or after these 14
    days.
    """
    await writing.review_stay(api.deps, api.context, form.order_id, unrated(form), version=form.version)


@refuses(*_OF_PARTIES)
async def review_guest(api: ApiHandler, form: GuestReviewForm) -> None:
    """Review a guest as the host.

    Once, within 14 days after the stay. Hosts of the guest's orders read it when the guest has reviewed the stay too,
    or after these 14 days.
    """
    await writing.review_guest(api.deps, api.context, form.order_id, form.said, version=form.version)


@refuses(*_OF_PARTIES)
async def reply(api: ApiHandler, form: ReplyForm) -> None:
    """Reply to a published review as the host.

    Once. Everybody reads it.
    """
    await writing.reply(api.deps, api.context, form.order_id, form.reply, version=form.version)
