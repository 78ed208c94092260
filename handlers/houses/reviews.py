"""Endpoints that anybody may use: what guests say, who a host is, and houses like another one."""

import orjson

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.houses import rendering, review_views
from handlers.houses.forms import HouseIdForm
from handlers.houses.review_forms import HostForm, ReviewsForm
from handlers.houses.review_views import HostView, ReviewsPageView
from handlers.houses.views import SimilarHousesView
from services.houses import hosts, reviews, similar
from services.houses.access import NoSuchHouse
from services.houses.hosts import NoSuchHost


@refuses(NoSuchHouse)
async def list_reviews(api: ApiHandler, form: ReviewsForm) -> ReviewsPageView:
    """List the reviews of a house.

    The counts are of all reviews, also where `rating` chooses some.
    """
    return review_views.reviews_page(await reviews.page(api.deps, await api.viewer(), form.request), api.url)


@refuses(NoSuchHouse)
async def list_similar(api: ApiHandler, form: HouseIdForm) -> SimilarHousesView:
    """List houses like another one, near it in place, price and size."""
    found = await similar.cards(api.deps, form.house_id, rendering.card_as_json(api.url))
    return SimilarHousesView([orjson.Fragment(card) for card in found])


@refuses(NoSuchHost)
async def show_host(api: ApiHandler, form: HostForm) -> HostView:
    """Show a host.

    A user without a listed house is no host.
    """
    return review_views.host(await hosts.page(api.deps, form.user_id, rendering.card_as_json(api.url)), api.url)
