"""Endpoints for importing calendars of other platforms, and for exporting a house's own."""

from handlers.api.answers import Document
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import calendar_views
from handlers.houses.calendar_forms import FeedIdForm, FeedTokenForm, FeedUrlForm
from handlers.houses.calendar_views import ExportUrlView, FeedIdView, HouseCalendarsView
from handlers.houses.forms import HouseIdForm
from services.errors import QuotaExceeded, TooOften, WrongRole
from services.houses import calendar_sync
from services.houses.access import NoSuchHouse
from services.houses.calendar_sync import NoSuchCalendar

_NOT_OWN = (NoSuchHouse, WrongRole)
"""The refusals of a house that does not exist, or belongs to another host."""


@refuses(*_NOT_OWN)
async def show(api: ApiHandler, form: HouseIdForm) -> HouseCalendarsView:
    """Show the calendars of a house."""
    calendars = await calendar_sync.of_house(api.deps, api.signed_in, form.house_id)
    return calendar_views.house_calendars(calendars, api.locale.translate)


@refuses(*_NOT_OWN, QuotaExceeded, TooOften)
async def connect(api: ApiHandler, form: FeedUrlForm) -> FeedIdView:
    """Import another platform's calendar.

    It is fetched within seconds, and then every 15 minutes. Its nights cannot be booked here.
    """
    return FeedIdView(await calendar_sync.connect(api.deps, api.signed_in, form.house_id, form.url))


@refuses(*_NOT_OWN, NoSuchCalendar)
async def disconnect(api: ApiHandler, form: FeedIdForm) -> None:
    """End the import of a calendar.

    Its nights become free.
    """
    await calendar_sync.disconnect(api.deps, api.signed_in, form.house_id, form.feed_id)


@refuses(*_NOT_OWN)
async def renew(api: ApiHandler, form: HouseIdForm) -> ExportUrlView:
    """Give the house's own calendar a new address.

    The old address no longer works.
    """
    return ExportUrlView(await calendar_sync.renew(api.deps, api.signed_in, form.house_id))


@refuses(NoSuchCalendar)
async def export(api: ApiHandler, form: FeedTokenForm) -> Document:
    """Read the calendar of a house.

    An iCalendar file (RFC 5545) with the nights that are sold or blocked here, and without any guest's name.
    """
    return Document(await calendar_sync.export(api.deps, form.token))
