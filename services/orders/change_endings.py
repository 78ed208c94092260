"""The end of a change that is not carried out: the nights that it held are free again, and both parties hear of it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from models.houses import nights
from models.orders import stay_changes
from models.orders.orders import Order
from models.orders.stay_changes import Change, ChangeStatus
from models.types import UserId
from services.deps import Deps
from services.events import recording
from services.events.types import StayChange
from utils.mysql import Queries


async def end_open(deps: Deps, queries: Queries, order: Order, status: ChangeStatus) -> None:
    """End the open change of an order, if there is one; the order's house is locked."""
    change = await stay_changes.open_of(queries, order.id)
    if change is not None:
        await end(deps, queries, order, change, status, (order.guest_id, order.host_id))


async def end(
    deps: Deps, queries: Queries, order: Order, change: Change, status: ChangeStatus, notified: Collection[UserId]
) -> bool:
    """End a change with this status; False where it has changed since it was read."""
    if not await stay_changes.close(queries, change, status):
        return False
    if change.status == "WAIT_PAYMENT":
        await nights.free_some(queries, order.house_id, added_nights(order, change), order.id)
    type_ = "change.declined" if status == "DECLINED" else "change.ended"
    await record(deps, queries, type_, order, replace(change, due_at=None), notified)
    return True


def added_nights(order: Order, change: Change) -> set[date]:
    """The nights that the order does not have yet; an accepted change holds them until the difference is paid."""
    return set(change.stay.nights) - set(order.stay.nights)


async def record(
    deps: Deps, queries: Queries, type_: str, order: Order, change: Change, notified: Collection[UserId]
) -> None:
    """Record an event of a change in the streams of both parties, and tell these users."""
    told = StayChange(
        order_id=order.id,
        house_id=order.house_id,
        change_id=change.id,
        offered_by=change.offered_by,
        start_date=change.stay.start,
        end_date=change.stay.end,
        guests=change.guests,
        difference=change.difference,
        due_at=change.due_at,
    )
    await recording.record(deps, queries, type_, told, (order.guest_id, order.host_id), notified)
