"""The endpoint of the calendar over all houses of a host."""

from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Amount, LocalDate, Number, Text, Url, UrlOf
from handlers.api.form_types import field, whole_number
from handlers.api.forms import Form
from handlers.api.handler import ApiHandler
from handlers.houses import rendering
from handlers.houses.form_fields import Day, HouseIdField, PageSize
from handlers.houses.views import HouseStateView
from models.houses.nights import Night
from services.houses import host_calendar
from services.houses.host_calendar import MAX_NIGHTS, CalendarRow, HostCalendar


class HostCalendarForm(Form):
    """Which nights and houses to show."""

    start: Day | None = field("from", default=None)
    """The first night; today if it is left out."""
    nights: Annotated[int, whole_number(1, MAX_NIGHTS), Field(examples=[31])] = 31
    """How many nights to show."""
    after: HouseIdField | None = None
    """The `next` of the page before."""
    size: PageSize = 50
    """How many houses a page has."""


@view
class TakenNightView:
    """A night that cannot be booked."""

    date: LocalDate
    """The evening on which it begins."""
    taken_by: Literal["order", "host", "calendar"]
    """Whether it is sold here, blocked by the host, or taken on another platform."""
    order_id: Number | None
    """The order that it belongs to; null if it is not sold here."""


@view
class CalendarRowView(HouseStateView):
    """A house in the calendar."""

    house_id: Number
    """The house's id."""
    title: Text
    """What the host calls it."""
    image_url: Url | None
    """The cover, 800 pixels wide; null without pictures."""
    prices: list[Amount]
    """The price of each night in fen, in order."""
    taken: list[TakenNightView]
    """The nights that cannot be booked, in order."""


@view
class HostCalendarView:
    """Nights at all houses of a host."""

    start_date: LocalDate
    """The first night."""
    end_date: LocalDate
    """The day after the last night."""
    houses: list[CalendarRowView]
    """The newest first."""
    next: Number | None
    """The `after` of the next page; null on the last one."""


async def show(api: ApiHandler, form: HostCalendarForm) -> HostCalendarView:
    """Show prices and taken nights of all one's houses."""
    found = await host_calendar.show(api.deps, api.signed_in, form.start, form.nights, after=form.after, size=form.size)
    return as_view(found, api.url)


def as_view(found: HostCalendar, url: UrlOf) -> HostCalendarView:
    """The calendar as clients read it."""
    rows = [_row(row, url) for row in found.rows]
    return HostCalendarView(found.stay.start.isoformat(), found.stay.end.isoformat(), rows, found.next)


def _row(row: CalendarRow, url: UrlOf) -> CalendarRowView:
    return CalendarRowView(
        **vars(rendering.state(row.house)),
        house_id=row.house.id,
        title=row.house.title,
        image_url=rendering.cover_url(row.house.cover, url),
        prices=list(row.prices),
        taken=[_taken(night) for night in row.taken],
    )


def _taken(night: Night) -> TakenNightView:
    if night.order_id is not None:
        return TakenNightView(night.night.isoformat(), "order", night.order_id)
    return TakenNightView(night.night.isoformat(), "host" if night.feed_id is None else "calendar", None)
