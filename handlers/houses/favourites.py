"""Houses that a user has saved."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import rendering
from handlers.houses.forms import FavouritesForm, HouseIdForm
from handlers.houses.views import FavouriteIdsView, FavouritesPageView, FavouriteView
from services.errors import NoSuchUser, QuotaExceeded, TooOften
from services.houses import favourites
from services.houses.access import NoSuchHouse


async def list_favourites(api: ApiHandler, form: FavouritesForm) -> FavouritesPageView:
    """List the houses that one has saved."""
    page = await favourites.page(api.deps, api.signed_in, after=form.after, size=form.size)
    return rendering.favourites(page, api.url)


async def list_ids(api: ApiHandler) -> FavouriteIdsView:
    """List the ids of the houses that one has saved.

    With them a list of houses marks each of its own.
    """
    return FavouriteIdsView(list(await favourites.house_ids(api.deps, api.signed_in)))


async def show(api: ApiHandler, form: HouseIdForm) -> FavouriteView:
    """Show whether one has saved a house."""
    return FavouriteView(await favourites.includes(api.deps, api.signed_in, form.house_id))


@refuses(NoSuchHouse, NoSuchUser, QuotaExceeded, TooOften)
async def add(api: ApiHandler, form: HouseIdForm) -> None:
    """Save a house."""
    await favourites.add(api.deps, api.signed_in, form.house_id)


async def remove(api: ApiHandler, form: HouseIdForm) -> None:
    """Remove a house from the saved ones."""
    await favourites.remove(api.deps, api.signed_in, form.house_id)
