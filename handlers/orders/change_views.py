"""Changes of a stay as clients read them. Money is in fen."""

from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Amount, Count, LocalDate, LocalTime, Number, local_time
from handlers.orders.rendering import bill_items
from handlers.orders.views import BillItemView
from models.orders.orders import Role
from models.orders.stay_changes import ChangeStatus
from services.orders.stay_changes import ChangeForParty, ChangeQuote

ChangeAction = Literal["accept", "decline", "withdraw", "pay"]
Difference = Annotated[int, Field(examples=[39900])]


@view
class ChangeQuoteView:
    """What another stay would cost at today's prices."""

    days: Count
    """The number of nights."""
    items: list[BillItemView]
    """The lines of the bill of the whole stay."""
    total: Amount
    """What the whole stay would cost, in fen."""
    difference: Difference
    """What the guest would pay more, in fen; below 0, what the guest would get back."""


@view
class ChangeView:
    """A change of a stay that one party has offered."""

    change_id: Number
    """The change's id."""
    offered_by: Role
    """The guest (`custom`) or the host (`landlord`)."""
    status: ChangeStatus
    """OFFERED awaits the other party, WAIT_PAYMENT the guest's payment of the difference. ENDED: the order went on
    without it."""
    actions: list[ChangeAction]
    """What the viewer may do now."""
    start_date: LocalDate
    """The check-in date with the change."""
    end_date: LocalDate
    """The check-out date with the change."""
    days: Count
    """The number of nights with the change."""
    guests: Count
    """The number of guests with the change."""
    items: list[BillItemView]
    """The lines of the bill with the change."""
    amount: Amount
    """What the whole stay costs with the change, in fen."""
    difference: Difference
    """What the guest pays more, in fen; below 0, what the guest gets back."""
    due: LocalTime | None
    """Until when it is answered or paid; null where it is not open."""
    create_time: LocalTime
    """When it was offered."""


@view
class ChangesView:
    """The changes of an order."""

    changes: list[ChangeView]
    """The newest first, at most 20."""


@view
class ChangedStayView:
    """A change after a request."""

    change: ChangeView
    """The change as it is now."""


def quote(found: ChangeQuote) -> ChangeQuoteView:
    """The quote of a change."""
    return ChangeQuoteView(found.stay.days, bill_items(found.bill.items), found.bill.amount, found.difference)


def change(seen: ChangeForParty) -> ChangeView:
    """A change as one of the parties sees it."""
    found = seen.change
    return ChangeView(
        change_id=found.id,
        offered_by=found.offered_by,
        status=found.status,
        actions=seen.actions,
        start_date=found.stay.start.isoformat(),
        end_date=found.stay.end.isoformat(),
        days=found.stay.days,
        guests=found.guests,
        items=bill_items(found.items),
        amount=found.amount,
        difference=found.difference,
        due=local_time(found.due_at) if found.due_at else None,
        create_time=local_time(found.created_at),
    )
