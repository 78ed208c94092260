"""Endpoints for the prices of a house."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import price_views
from handlers.houses.forms import HouseIdForm
from handlers.houses.price_forms import PricesForm
from handlers.houses.price_views import PricesView
from services.errors import TooOften, WrongRole
from services.houses import prices
from services.houses.access import NoSuchHouse
from services.houses.changes import ChangedMeanwhile


@refuses(NoSuchHouse)
async def show(api: ApiHandler, form: HouseIdForm) -> PricesView:
    """Show the prices of a house."""
    return price_views.prices(await prices.show(api.deps, await api.viewer(), form.house_id))


@refuses(NoSuchHouse, WrongRole, TooOften, ChangedMeanwhile)
async def change(api: ApiHandler, form: PricesForm) -> None:
    """Change the prices of a house.

    Fields that are left out stay as they are, and orders keep the prices at which they were booked.
    """
    await prices.change(api.deps, api.signed_in, form.house_id, form.change)
