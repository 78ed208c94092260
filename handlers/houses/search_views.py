"""Facts about a search as clients read them: counts for its filters, and pins for its map."""

from collections.abc import Iterable
from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import Field
from typing_extensions import TypedDict

from handlers.api.answers import view
from handlers.api.fields import Amount, Count, Number
from handlers.houses.views import Latitude, Longitude
from services.houses import gazetteer
from services.houses.gazetteer import Place
from services.houses.search_facets import Facets, FilterName
from services.houses.search_pins import Pin
from services.houses.suggestions import Suggestions

PriceBarView = TypedDict(
    "PriceBarView",
    {
        "from": Annotated[int, Field(description="The lowest price, in fen.", examples=[10000])],
        "to": Annotated[int | None, Field(description="Prices are below it, in fen; null for the last bar.")],
        "house_count": Annotated[int, Field(description="How many houses have such a price.", examples=[3])],
    },
)
"""A bar of a histogram."""


@view
class DroppedFilterView:
    """How many houses a search finds without one of its filters."""

    filter: FilterName
    """The filter: `dates` are `sd` and `ed`, `price` is `min_price` and `max_price`."""
    house_count: Count
    """How many houses it then finds; at most 1000 are counted."""


@view
class FacetsView:
    """Facts about a search, for its filters."""

    house_count: Count
    """How many houses the search finds; at most 1000 are counted."""
    price_histogram: list[PriceBarView]
    """How many of the newest 10,000 houses the search finds at each price, without its own limits of the price."""
    drop: list[DroppedFilterView]
    """If the search finds nothing: the filters to drop, the most houses first."""


@view
class PinView:
    """A house on a map."""

    house_id: Number
    """The house's id."""
    lat: Latitude
    """GCJ-02 latitude in degrees, of the public position."""
    lng: Longitude
    """GCJ-02 longitude in degrees, of the public position."""
    price: Amount
    """One night, in fen, unless a weekend or dated price applies."""
    total: Amount | None
    """The total of the stay, in fen; null without both dates."""


@view
class PinsView:
    """The houses of a search on a map."""

    pins: list[PinView]
    """The first 200, in the requested order."""


@view
class SuggestionView:
    """Something that a guest may mean."""

    kind: Literal["area", "landmark", "house"]
    """A district; a landmark, street or business area; or the title of a house."""
    text: Annotated[str, Field(examples=["三里屯"])]
    """Its name, in the reader's language where it has one."""
    detail: Annotated[str, Field(examples=["朝阳区"])]
    """Its district; empty for a district."""
    query: Annotated[str, Field(examples=["q=%E4%B8%89%E9%87%8C%E5%B1%AF"])]
    """The query string of a search for it."""


@view
class SuggestionsView:
    """What a guest may mean."""

    suggestions: list[SuggestionView]
    """Up to 8: districts and landmarks, then titles."""


def suggestions(found: Suggestions, *, in_english: bool) -> SuggestionsView:
    """What a guest may mean, in Chinese or in English."""
    places = [_place(place, in_english=in_english) for place in found.places]
    titles = [
        SuggestionView("house", house.title, _area(house.area_id, in_english=in_english), urlencode({"q": house.title}))
        for house in found.houses
    ]
    return SuggestionsView([*places, *titles])


def _place(place: Place, *, in_english: bool) -> SuggestionView:
    name = place.english if in_english else place.name
    if place.centre is None:
        return SuggestionView("area", name, "", urlencode({"aid": place.area_id}))
    return SuggestionView("landmark", name, _area(place.area_id, in_english=in_english), urlencode({"q": place.name}))


def _area(area_id: int, *, in_english: bool) -> str:
    """The name of a district; empty for one that an operator has added."""
    area = gazetteer.districts().get(area_id)
    return "" if area is None else area.english if in_english else area.name


def facets(found: Facets) -> FacetsView:
    """Facts about a search."""
    bars: list[PriceBarView] = [
        {"from": bar.start, "to": bar.end, "house_count": bar.house_count} for bar in found.prices
    ]
    drop = [DroppedFilterView(each.filter, each.house_count) for each in found.drop]
    return FacetsView(found.house_count, bars, drop)


def pins(found: Iterable[Pin]) -> PinsView:
    """The houses of a search on a map."""
    return PinsView([PinView(pin.house_id, float(pin.lat), float(pin.lng), pin.price, pin.total) for pin in found])
