"""Guest and host review each other, blind: neither reads the other's review before both are written.

A hidden review is in the table `reviews` only. Publishing copies the guest's to `orders`, from where everybody reads
it, and counts it; so lists, averages and caches cannot tell what is hidden.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from models.houses import review_counts
from models.orders import orders
from models.orders.orders import Order, Role
from models.reviews import reviews
from models.reviews.reviews import Category, Review
from models.types import OrderId, UserId
from services.deps import Deps
from services.errors import DataExists, WrongRole
from services.events import recording
from services.events.types import ReviewState
from services.orders import states, transitions
from services.orders.orders import role_of
from services.orders.states import Actor
from services.orders.transitions import RequestContext, StaleOrder, TransitionBy
from services.reviews import windows
from utils.mysql import DuplicateKey, Queries

_ROLES: Mapping[Actor, Role] = {Actor.CUSTOM: "custom", Actor.LANDLORD: "landlord"}


@dataclass(frozen=True)
class Said:
    """What somebody writes. `rating` and each of `categories` are 1 to 5; AJAX clients send no rating."""

    content: str
    rating: int | None
    categories: Mapping[Category, int] = field(default_factory=dict)


async def review_stay(
    deps: Deps, context: RequestContext, order_id: OrderId, said: Said, *, version: int | None = None
) -> None:
    """Write the guest's review of a stay, once.

    Raises NoSuchOrder, WrongRole for the host, and StaleOrder before the stay has ended, after the time for reviews,
    where there is a review, or where the order has another version.
    """

    async def work(queries: Queries, order: Order) -> None:
        transition = states.find_transition("comment", Actor.CUSTOM, order.status)
        if transition is None:
            raise StaleOrder
        by = TransitionBy(Actor.CUSTOM, context.user_id, context.request_id)
        await transitions.apply(deps, queries, order, transition, by)
        await _write(deps, queries, order, Actor.CUSTOM, said)

    await _change(deps, context, order_id, Actor.CUSTOM, version, work)


async def review_guest(
    deps: Deps, context: RequestContext, order_id: OrderId, said: Said, *, version: int | None = None
) -> None:
    """Write the host's review of the guest, once.

    Raises NoSuchOrder, WrongRole for the guest, DataExists where there is a review, and StaleOrder before the stay has
    ended, after the time for reviews, or where the order has another version.
    """

    async def work(queries: Queries, order: Order) -> None:
        if order.host_reviewed:
            raise DataExists("已经评价过")
        await _write(deps, queries, order, Actor.LANDLORD, said)

    await _change(deps, context, order_id, Actor.LANDLORD, version, work)


async def reply(
    deps: Deps, context: RequestContext, order_id: OrderId, text: str, *, version: int | None = None
) -> None:
    """Write the host's reply to the guest's published review, once.

    Raises NoSuchOrder, WrongRole for the guest, DataExists where there is a reply, and StaleOrder before there is a
    published review or where the order has another version.
    """

    async def work(queries: Queries, order: Order) -> None:
        if order.commented_at is None:
            raise StaleOrder("还没有公布的评价")
        if not await orders.set_reply(queries, order_id, text, deps.now()):
            raise DataExists("已经回复过")
        state = ReviewState(order.id, order.house_id, Actor.LANDLORD, published=True, rating=order.rating)
        await recording.record(deps, queries, "review.replied", state, _parties(order), [order.guest_id])

    await _change(deps, context, order_id, Actor.LANDLORD, version, work)


async def publish_due(deps: Deps, order_id: OrderId) -> bool:
    """Publish the reviews of a stay once the time for writing them is over; False where another worker has done so."""

    async def work(queries: Queries, order: Order) -> bool:
        if deps.now() < windows.closes_at(order):
            return False
        return await _publish(deps, queries, order, await reviews.of_order(queries, order.id))

    return await transitions.change_order(deps, await transitions.load_order(deps, order_id), work)


async def _change(
    deps: Deps,
    context: RequestContext,
    order_id: OrderId,
    role: Actor,
    version: int | None,
    work: Callable[[Queries, Order], Awaitable[None]],
) -> None:
    """Run `work` on the order, which holds the lock of its house. Raises NoSuchOrder, WrongRole, StaleOrder."""
    before = await transitions.load_order(deps, order_id)
    if role_of(before, context.user_id) is not role:
        raise WrongRole("您不能进行此操作")

    async def checked(queries: Queries, order: Order) -> None:
        if version is not None and version != order.version:
            raise StaleOrder
        await work(queries, order)

    await transitions.change_order(deps, before, checked)


async def _write(deps: Deps, queries: Queries, order: Order, author: Actor, said: Said) -> None:
    """Store a review, hidden, and publish both where the other one is written. Raises StaleOrder and DataExists."""
    if not windows.is_open(deps, order):
        raise StaleOrder("现在不能评价：住宿结束后 14 天内可以评价")
    new = Review(
        order_id=order.id,
        author=_ROLES[author],
        house_id=order.house_id,
        guest_id=order.guest_id,
        rating=said.rating,
        content=said.content,
        categories=said.categories,
        written_at=deps.now(),
        publish_at=windows.closes_at(order),
    )
    try:
        await reviews.create(queries, new)
    except DuplicateKey:
        raise DataExists("已经评价过") from None
    state = ReviewState(order.id, order.house_id, author, published=False, rating=None)
    # the other party's stream tells nothing: not even when it was written
    mine = order.guest_id if author is Actor.CUSTOM else order.host_id
    await recording.record(deps, queries, "review.written", state, [mine], [])
    written = await reviews.of_order(queries, order.id)
    # reviews of earlier releases were published when they were written
    if len(written) == 2 or (author is Actor.LANDLORD and order.commented_at is not None):
        await _publish(deps, queries, order, written)


async def _publish(deps: Deps, queries: Queries, order: Order, written: Mapping[Role, Review]) -> bool:
    """Publish what is hidden of these reviews of one order, each once. Returns whether something was.

    Each party is told of the other's review; of its own only where that is the only one.
    """
    now, published = deps.now(), False
    for author, review in sorted(written.items()):
        if not await reviews.publish(queries, review, now):
            continue
        published = True
        if author == "custom":
            await orders.set_comment(queries, order.id, review.content, review.rating, now)
            await review_counts.add(queries, order.house_id, review.rating)
        state = ReviewState(order.id, order.house_id, author, published=True, rating=review.rating)
        told = _parties(order) if len(written) == 1 else [_other(order, author)]
        await recording.record(deps, queries, "review.published", state, _parties(order), told)
    return published


def _parties(order: Order) -> tuple[UserId, UserId]:
    return order.guest_id, order.host_id


def _other(order: Order, author: Role) -> UserId:
    """The party that has not written this review."""
    return order.host_id if author == "custom" else order.guest_id
