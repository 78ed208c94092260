"""Endpoints for the rules of a house."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import stay_rule_views
from handlers.houses.forms import HouseIdForm
from handlers.houses.stay_rule_forms import RulesForm
from handlers.houses.stay_rule_views import RulesView
from services.errors import TooOften, WrongRole
from services.houses import stay_rules
from services.houses.access import NoSuchHouse


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
