"""Houses as clients read them. rendering.py makes these views from entities."""

from typing import Annotated, Literal

import orjson
from pydantic import Field

from handlers.api.answers import SchemaOf, view
from handlers.api.fields import Amount, Count, LocalTime, Number, Text, Url
from handlers.houses.stay_rule_views import RulesView
from models.houses.bedrooms import BedKind
from models.houses.houses import ReviewStatus
from models.houses.prices import CancellationPolicy
from models.reviews.reviews import Category

Width = Literal["1600", "800", "320"]
"""The width of a picture, in pixels."""
Latitude = Annotated[float, Field(examples=[39.916527], ge=-90, le=90)]
Longitude = Annotated[float, Field(examples=[116.397128], ge=-180, le=180)]
TimeOfDay = Annotated[str, Field(examples=["15:00"])]
"""A full or half hour, local to the house."""


@view
class AreaView:
    """A district."""

    area_id: Number
    """The area's id."""
    name: Text
    """Its name."""


@view
class AreasView:
    """Every district."""

    areas: list[AreaView]
    """By id."""


@view
class FacilityView:
    """Something that a house may offer."""

    facility_id: Number
    """The facility's id."""
    name: Text
    """Its name."""


@view
class FacilitiesView:
    """Every facility."""

    facilities: list[FacilityView]
    """By id."""


@view
class HouseIdView:
    """Which house was published."""

    house_id: Number
    """The house's id."""


@view
class HouseCardView:
    """A house as lists show it."""

    house_id: Number
    """The house's id."""
    title: Text
    """What the host calls it."""
    price: Amount
    """One night, in fen, unless a weekend or dated price applies."""
    area_id: Number
    """The id of its district."""
    area_name: Text
    """The name of its district."""
    address: Text
    """Street or compound, without the door."""
    room_count: Count
    """How many rooms it has."""
    acreage: Count
    """Its size in square metres."""
    capacity: Count
    """How many guests it takes."""
    bed_count: Count
    """How many beds it has."""
    lat: Latitude | None
    """GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none."""
    lng: Longitude | None
    """GCJ-02 longitude in degrees, as `lat`; null if the host gave none."""
    order_count: Count
    """How many stays have taken place."""
    rating: Annotated[float, Field(examples=[4.8], ge=1, le=5)] | None
    """The average of all ratings, with one decimal; null without ratings."""
    review_count: Count
    """How many reviews there are."""
    instant: Annotated[bool, Field(examples=[True])]
    """Whether a booking needs no answer of the host: the guest pays at once."""
    image_url: Url | None
    """The cover, 800 pixels wide; null without pictures."""
    user_avatar: Url | None
    """The host's picture; null without one."""
    create_time: LocalTime
    """When it was published."""


@view
class BedGroupView:
    """So many beds of one kind."""

    kind: BedKind
    """What kind of bed it is; a bunk bed counts as one."""
    count: Count
    """How many there are."""


@view
class BedroomView:
    """A room where guests sleep."""

    name: Text
    """What the host calls it."""
    beds: list[BedGroupView]
    """Its beds, by kind."""


@view
class HouseStateView:
    """The state of a house's review, which only its host and admins read."""

    review: ReviewStatus
    """The public sees approved houses only."""
    review_reason: Text
    """Why an admin rejected it; empty otherwise."""
    online: bool
    """Whether the host shows it."""


@view
class HousePrivateView(HouseStateView):
    """What only the host and admins read of a house."""

    address_detail: Text
    """Building, floor and door; may be empty."""


@view
class OwnHouseCardView(HousePrivateView, HouseCardView):
    """A house in its host's list, with its exact position."""


@view
class PictureUrlsView:
    """One size of a picture in both formats."""

    webp: Url | None
    """The WebP file."""
    jpeg: Url | None
    """The JPEG file."""


@view
class ImageView:
    """A picture of a house."""

    image_id: Number
    """The picture's id."""
    url: Url | None
    """The JPEG file, 800 pixels wide."""
    sizes: dict[Width, PictureUrlsView]
    """The files of each width in pixels; none is wider than the picture that was sent."""
    width: Count
    """The width of the widest file, in pixels."""
    height: Count
    """The height of the widest file, in pixels."""
    blurhash: Annotated[str, Field(examples=["LKO2?U%2Tw=w]~RBVZRi};RPxuwH"])]
    """A blurred preview (https://blurha.sh)."""


@view
class HouseDetailsView(HouseCardView):
    """A house with its full content."""

    user_id: Number
    """The host's id."""
    user_name: Text
    """The host's name."""
    beds: Text
    """Which beds there are."""
    unit: Text
    """How it is divided into rooms."""
    deposit: Amount
    """The deposit, in fen."""
    min_days: Count
    """The shortest stay, in nights."""
    max_days: Count
    """The longest stay, in nights; 0 is no limit."""
    description: Text
    """What the host writes about it; may be empty."""
    bedrooms: list[BedroomView]
    """Where guests sleep; may be empty."""
    rules: Text
    """The rules of the house; may be empty."""
    stay_rules: RulesView
    """Which stays it accepts."""
    check_in_from: TimeOfDay
    """The earliest time of arrival."""
    check_out_until: TimeOfDay
    """The latest time of departure."""
    weekend_price: Amount | None
    """The price of Friday and Saturday nights, in fen; null if they cost `price`."""
    cleaning_fee: Amount
    """Added once to every stay, in fen."""
    cancellation: CancellationPolicy
    """The policy that says how much a guest who cancels gets back."""
    datum: Literal["gcj02"]
    """The datum of `lat` and `lng`."""
    images: list[ImageView]
    """In the host's order; the first is the cover."""
    facilities: list[FacilityView]
    """By id."""


@view
class GuestReviewView:
    """What a guest wrote after a stay."""

    user_name: Text
    """The guest's name."""
    user_avatar: Url | None
    """The guest's picture; null without one."""
    rating: Annotated[int, Field(examples=[5], ge=1, le=5)] | None
    """1 to 5, where 5 is best; null if the guest gave none."""
    content: Text
    """The guest's text."""
    reply: Text | None
    """The host's answer; null without one."""
    time: LocalTime
    """When it was written."""


@view
class RatingCountView:
    """How many reviews gave so many stars."""

    rating: Annotated[int, Field(examples=[5], ge=1, le=5)]
    """1 to 5, where 5 is best."""
    review_count: Count
    """How many of the reviews."""


@view
class CategoryRatingView:
    """What guests say of one side of their stays."""

    category: Category
    """What is rated."""
    rating: Annotated[float, Field(examples=[4.8], ge=1, le=5)]
    """The average, with one decimal."""


@view
class HouseView(HouseDetailsView):
    """A house with its reviews."""

    reviews: list[GuestReviewView]
    """The newest 20."""
    rating_breakdown: list[RatingCountView]
    """How many reviews gave 5, 4, 3, 2 stars and 1 star."""
    category_ratings: list[CategoryRatingView]
    """The averages of what guests have rated by itself; without those that nobody has rated."""


@view
class OwnHouseView(HousePrivateView, HouseView):
    """A house as its host sees it, with its exact position."""


@view
class HousePageView:
    """A house's page."""

    house: HouseView | OwnHouseView
    """The house; its host also reads the door, the exact position, and the state of its review."""
    is_owner: bool
    """Whether the house is the viewer's own."""


CardJson = Annotated[orjson.Fragment, SchemaOf(HouseCardView)]
"""A card from the cache."""
HousePageJson = Annotated[orjson.Fragment, SchemaOf(HousePageView)]
"""A house's page from the cache."""


@view
class PopularHousesView:
    """The houses of the first page."""

    houses: list[CardJson]
    """The most booked first."""


@view
class SimilarHousesView:
    """Houses like another one."""

    houses: list[CardJson]
    """Up to 8, the most similar first."""


@view
class SearchPageView:
    """One page of a search."""

    houses: list[CardJson]
    """In the requested order."""
    current_page: Count
    """The number of this page; 1 if `after` was sent."""
    total_page: Count
    """How many pages there are; at most 1000 houses are counted."""
    next: Annotated[str, Field(examples=["39900-7"])] | None
    """The `after` of the next page; null on the last one."""
    house_count: Count
    """How many houses the search finds; at most 1000 are counted."""
    stay_totals: list[Amount] | None
    """The total of the stay in each house, in fen, in the order of `houses`; null without both dates."""
    understood_as: Annotated[str, Field(examples=["王府井"])] | None
    """The place for which `q` was understood, because its own words find nothing; otherwise null."""


@view
class FavouritesPageView:
    """One page of a user's favourites."""

    houses: list[HouseCardView]
    """The last saved first; houses that are not listed are left out."""
    next: Number | None
    """The `after` of the next page; null on the last one."""


@view
class FavouriteView:
    """Whether a house is saved."""

    favourite: bool
    """Whether the user has saved it."""


@view
class FavouriteIdsView:
    """Which houses a user has saved."""

    house_ids: list[Number]
    """The last saved first, at most 500; houses that are not listed are left out."""


@view
class OwnHousesView:
    """Every house of a host."""

    houses: list[OwnHouseCardView]
    """The newest first."""
