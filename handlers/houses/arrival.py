"""The host's endpoints and page for the arrival guide of a house and for instant booking."""

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import arrival_views
from handlers.houses.arrival_views import ArrivalForm, ArrivalGuideView
from handlers.houses.forms import HouseIdForm
from handlers.houses.hosting_pages import own
from handlers.site import page_limits
from handlers.site.pages import render
from services.errors import TooOften
from services.houses import arrival
from services.houses.access import NoSuchHouse


@refuses(NoSuchHouse)
async def show(api: ApiHandler, form: HouseIdForm) -> ArrivalGuideView:
    """Show the arrival guide of one's own house.

    Guests read it with their order, from the payment until the day after the check-out date.
    """
    return arrival_views.guide(await arrival.show(api.deps, api.signed_in, form.house_id))


@refuses(NoSuchHouse, TooOften)
async def replace(api: ApiHandler, form: ArrivalForm) -> None:
    """Replace the arrival guide of one's own house.

    Guests whose order is paid read the new one at once.
    """
    await arrival.replace(api.deps, api.signed_in, form.house_id, form.guide)


async def page(api: ApiHandler, form: HouseIdForm) -> Page:
    """The page of a house's arrival guide. Raises NoSuchHouse for the house of another host."""
    values = await own(api, form.house_id)
    guide = arrival_views.guide(await arrival.show(api.deps, api.signed_in, form.house_id))
    return await render(api, "arrival.html", guide=guide, limits=page_limits.of_form(ArrivalForm), **values)
