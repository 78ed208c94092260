"""Endpoints for the rules of a house, and the host's page for them."""

from collections.abc import Mapping
from typing import Any

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import stay_rule_views
from handlers.houses.forms import HouseIdForm
from handlers.houses.hosting_pages import own
from handlers.houses.stay_rule_forms import RulesForm, SeasonForm
from handlers.houses.stay_rule_views import RulesView
from handlers.houses.stay_rule_words import WEEKDAYS, stay_rule_words
from handlers.site import page_limits
from handlers.site.pages import render
from services.errors import TooOften, WrongRole
from services.houses import stay_rules
from services.houses.access import NoSuchHouse
from services.local_time import today


@refuses(NoSuchHouse)
async def show(api: ApiHandler, form: HouseIdForm) -> RulesView:
    """Show which stays a house accepts."""
    return stay_rule_views.rules(await stay_rules.show(api.deps, await api.viewer(), form.house_id))


@refuses(NoSuchHouse, WrongRole, TooOften)
async def change(api: ApiHandler, form: RulesForm) -> None:
    """Change which stays a house accepts.

    Fields that are left out stay as they are, and so do the orders that are booked.
    """
    await stay_rules.change(api.deps, api.signed_in, form.house_id, form.change)


async def page(api: ApiHandler, form: HouseIdForm) -> Page:
    """The page of a house's rules. Raises NoSuchHouse for the house of another host."""
    values = await own(api, form.house_id)
    rules = values["house"]["stay_rules"]
    limits = {**page_limits.of_form(RulesForm), **page_limits.of_form(SeasonForm)}
    known = {"weekdays": WEEKDAYS, "limits": limits, "in_yuan": page_limits.in_yuan, "closed_dates": _closed(rules)}
    sentences = stay_rule_words(api.locale)(rules, today(api.deps))
    return await render(api, "stay_rules.html", rules=rules, sentences=sentences, **known, **values)


def _closed(rules: Mapping[str, Any]) -> list[dict[str, str]]:
    """The single dates with what is closed on them: arrival, departure, or both."""
    arrival, departure = set(rules["no_arrival_dates"]), set(rules["no_departure_dates"])
    kinds = dict.fromkeys(arrival - departure, "arrival") | dict.fromkeys(departure - arrival, "departure")
    kinds |= dict.fromkeys(arrival & departure, "both")
    return [{"day": day, "kind": kind} for day, kind in sorted(kinds.items())]
