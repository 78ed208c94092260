"""Pages for hosts and admins: their houses, publishing, editing, calendars, reviews."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, Literal

from tornado.locale import Locale

from handlers.api.answers import Page, Redirect
from handlers.api.forms import Form
from handlers.api.handler import ApiHandler
from handlers.houses import draft_views, forms, host_calendar, price_forms, rendering
from handlers.houses.draft_forms import DraftPublishForm
from handlers.houses.facility_groups import ids_grouped
from handlers.houses.form_fields import Day, DraftIdField, HouseIdField
from handlers.houses.house_fields import NEW_HOUSE, typed
from handlers.houses.stay_rule_words import WEEKDAYS
from handlers.orders import rendering as order_rendering
from handlers.site import page_limits
from handlers.site.pages import as_json, render
from models.stay import Stay
from models.types import HouseId
from services.accounts import profile as profiles
from services.houses import catalogue, drafts, host_overview, house_images, moderation
from services.houses import host_calendar as calendars
from services.houses.access import NoSuchHouse
from services.houses.moderation import MIN_PICTURES
from services.local_time import today
from services.orders import pricing

_FEW_DAYS = timedelta(days=5)
_MIN_SHOWN = 21
_CALENDAR_HOUSES = 20
"""The calendar over all houses has so many on a page: each has a cell for every day."""


class NewHouseForm(Form):
    """Which draft to continue."""

    draft: DraftIdField | None = None
    """The draft's id; a new house without one."""


class EditHouseForm(forms.HouseIdForm):
    """Which part of a house to edit."""

    step: Literal["photos", "preview"] | None = None
    """A step of publishing; all parts without one."""


class MonthForm(Form):
    """Which part of the calendar to show."""

    month: Day | None = None
    """Any day of the month; this month without one."""
    after: HouseIdField | None = None
    """The `next` of the page before."""


async def own_houses(api: ApiHandler) -> Page:
    """A host's houses, and what to do."""
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    found = await host_overview.overview(api.deps, api.signed_in)
    shown = {
        "houses": as_json(rendering.own_houses(found.houses, api.url))["houses"],
        "missing": found.missing_pictures,
        "drafts": as_json(draft_views.drafts(found.drafts))["drafts"],
        "requests": as_json([order_rendering.order(each, api.url) for each in found.requests]),
        "arrivals": as_json([order_rendering.order(each, api.url) for each in found.arrivals]),
        "failing_feeds": found.failing_feeds,
        "reviewed": api.deps.house_review == "manual",
    }
    return await render(api, "hosting.html", real_name=real_name, **shown)


async def new_house(api: ApiHandler, form: NewHouseForm) -> Page | Redirect:
    """The page for publishing a house, step by step; a draft that has become a house leads to the host's houses."""
    real_name, _ = await profiles.real_name(api.deps, api.signed_in)
    try:
        draft = None if form.draft is None else await drafts.show(api.deps, api.signed_in, form.draft)
    except drafts.NoSuchDraft:
        return Redirect("/host")
    shown = {**NEW_HOUSE, **(draft.content if draft else {})}
    return await render(
        api, "publish.html", real_name=real_name, draft=draft, house=None, shown=shown, **await _known(api)
    )


async def edit_house(api: ApiHandler, form: EditHouseForm) -> Page:
    """The page for changing a house, or one of the last steps of publishing it."""
    values = await own(api, form.house_id)
    missing = await host_overview.missing_pictures(api.deps, [form.house_id])
    values |= {
        "missing": missing.get(form.house_id, 0),
        "shown": typed(values["house"]),
        "reviewed": api.deps.house_review == "manual",
    }
    template = f"publish_{form.step}.html" if form.step else "edit.html"
    return await render(api, template, **values, **await _known(api))


async def house_calendar(api: ApiHandler, form: forms.HouseIdForm) -> Page:
    """The page of a house's calendar and prices."""
    known = {
        "limits": page_limits.of_form(price_forms.PricesForm),
        "range_price": page_limits.of_form(price_forms.PriceRangeForm)["price"],
        "in_yuan": page_limits.in_yuan,
        "policies": page_limits.cancellation_policies(api.locale.translate),
        "week": pricing.WEEK,
        "month": pricing.MONTH,
    }
    return await render(api, "calendar.html", **known, **await own(api, form.house_id))


async def all_calendars(api: ApiHandler, form: MonthForm) -> Page:
    """One month of all houses of a host."""
    stay = _calendar_nights(form.month or today(api.deps), today(api.deps))
    found = await calendars.show(
        api.deps, api.signed_in, stay.start, stay.days, after=form.after, size=_CALENDAR_HOUSES
    )
    shown = as_json(host_calendar.as_view(found, api.url))
    months = {
        "first": stay.start.replace(day=1),
        "final": stay.last_night.replace(day=1),
        "following": stay.end,
        "before": (stay.start.replace(day=1) - _FEW_DAYS).replace(day=1),
    }
    price = page_limits.of_form(price_forms.PriceRangeForm)["price"]
    known = {"range_price": price, "in_yuan": page_limits.in_yuan, "after": form.after}
    names = {"month_name": _month_name(api.locale), "weekday_name": _weekday_name(api.locale)}
    return await render(api, "calendars.html", calendar=shown, nights=found.stay.nights, **months, **known, **names)


def _calendar_nights(day: date, first: date) -> Stay:
    """The nights of a month, from `first` on if it is in that month; with the next month if few nights are left."""
    start = max(day.replace(day=1), first) if (day.year, day.month) == (first.year, first.month) else day.replace(day=1)
    end = _next_month(start)
    return Stay(start, end if (end - start).days >= _MIN_SHOWN else _next_month(end))


def _next_month(day: date) -> date:
    return (day.replace(day=28) + _FEW_DAYS).replace(day=1)


def _month_name(locale: Locale) -> Callable[[date], str]:
    """Writes a month with its year in the reader's language."""
    pattern = locale.translate("{year}年{month}月")
    return lambda day: pattern.format(year=day.year, month=day.month, name=f"{day:%B}")


def _weekday_name(locale: Locale) -> Callable[[date], str]:
    """Writes the short name of a day of the week in the reader's language."""
    return lambda day: locale.translate(WEEKDAYS[day.weekday()])


async def admin(api: ApiHandler, form: forms.InReviewForm) -> Page:
    """The page for reviewing houses. Raises WrongRole unless the user is an admin."""
    await moderation.require_admin(api.deps, api.signed_in)
    known = {
        "status": form.status,
        "areas": await catalogue.all_areas(api.deps),
        "limits": page_limits.of_form(forms.HouseReviewForm),
        "policies": page_limits.cancellation_policies(api.locale.translate),
    }
    return await render(api, "admin.html", **known)


async def own(api: ApiHandler, house_id: HouseId) -> dict[str, Any]:
    """A house of the user who is signed in. Raises NoSuchHouse for the house of another host."""
    found = await catalogue.page(api.deps, house_id, api.signed_in)
    if not found.is_owner:
        raise NoSuchHouse
    shown: dict[str, Any] = as_json(rendering.page(found, api.url))
    return shown


async def _known(api: ApiHandler) -> dict[str, Any]:
    """What the fields of a house offer, and their limits."""
    return {
        "areas": await catalogue.all_areas(api.deps),
        "groups": ids_grouped(await catalogue.all_facilities(api.deps)),
        "limits": page_limits.of_form(DraftPublishForm),
        "in_yuan": page_limits.in_yuan,
        "policies": page_limits.cancellation_policies(api.locale.translate),
        "max_pictures": house_images.MAX_PICTURES,
        "min_pictures": MIN_PICTURES,
        "max_size": page_limits.megabytes(api.http.house_image_bytes),
    }
