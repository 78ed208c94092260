"""Answers about houses with the field names of the AJAX routes (docs/api-contract.md). Money is in fen."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated

import orjson
from pydantic import Field

from handlers.api.answers import Ajax, Empty, view
from handlers.api.fields import Amount, Count, LegacyTime, Number, Text, Url
from handlers.houses.views import AreasView, AreaView, HouseIdView, ImageView, OwnHouseCardView, OwnHousesView
from services.houses.search import SearchPage

STRANGER = -1
"""The viewer's id if nobody is signed in."""


@view
class PopularHouse:
    """A house of the first page."""

    house_id: Number
    """The house's id."""
    title: Text
    """What the host calls it."""
    img_url: Url | None
    """The cover."""


@view
class IndexFields:
    """The first page, beside `errno`."""

    houses: list[PopularHouse]
    """The most booked first."""
    areas: list[AreaView]
    """Every district, by id."""


@view
class FoundHouse:
    """A house that a search finds."""

    house_id: Number
    """The house's id."""
    title: Text
    """What the host calls it."""
    price: Amount
    """One night, in fen."""
    room_count: Count
    """How many rooms it has."""
    address: Text
    """Street and number."""
    order_count: Count
    """How many stays have taken place."""
    avatar: Url | None
    """The host's picture; null without one."""
    image_url: Url | None
    """The cover; null without pictures."""


@view
class TotalPageField:
    """The length of a search, beside `errno`."""

    total_page: Count
    """How many pages there are."""


@view
class HouseComment:
    """What a guest wrote after a stay."""

    user_name: Text
    """The guest's name."""
    content: Text
    """The guest's text."""
    ctime: LegacyTime
    """When it was written."""


@view
class HouseFields:
    """A house's page."""

    hid: Number
    """The house's id."""
    user_id: Number
    """The host's id."""
    user_name: Text
    """The host's name."""
    user_avatar: Url | None
    """The host's picture; null without one."""
    title: Text
    """What the host calls it."""
    price: Amount
    """One night, in fen."""
    address: Text
    """Street and number."""
    room_count: Count
    """How many rooms it has."""
    acreage: Count
    """Its size in square metres."""
    unit: Text
    """How it is divided into rooms."""
    capacity: Count
    """How many guests it takes."""
    beds: Text
    """Which beds there are."""
    deposit: Amount
    """The deposit, in fen."""
    min_days: Count
    """The shortest stay, in nights."""
    max_days: Count
    """The longest stay, in nights; 0 is no limit."""
    images: list[Url | None]
    """The pictures, the cover first."""
    facilities: list[Number]
    """The ids of its facilities."""
    comments: list[HouseComment]
    """The newest 20."""


@view
class ViewerField:
    """The viewer of the page, beside `errno`."""

    user_id: Annotated[int, Field(examples=[7], ge=STRANGER)]
    """The viewer's id; -1 if nobody is signed in."""


@view
class OwnHouse:
    """A house in its host's list."""

    house_id: Number
    """The house's id."""
    title: Text
    """What the host calls it."""
    price: Amount
    """One night, in fen."""
    ctime: LegacyTime
    """When it was published."""
    area_name: Text
    """The name of its district."""
    img_url: Url | None
    """The cover; null without pictures."""


@view
class OwnHousesField:
    """A host's houses, beside `errno`."""

    houses: list[OwnHouse]
    """The newest first."""


@view
class UrlField:
    """The new picture, beside `errno`."""

    url: Url | None
    """Where it is."""


def areas(shown: AreasView) -> list[AreaView]:
    """Every district, as `data` itself."""
    return shown.areas


def index(cards: Iterable[str], areas: AreasView) -> Ajax[Empty, IndexFields]:
    """The first page, from cards as JSON."""
    return Ajax(Empty(), IndexFields([_popular(card) for card in cards], areas.areas))


def search(found: SearchPage) -> Ajax[list[FoundHouse], TotalPageField]:
    """One page of a search."""
    return Ajax([_found(card) for card in found.cards], TotalPageField(found.pages))


def house(page: str, viewer_id: int) -> Ajax[HouseFields, ViewerField]:
    """A house's page, from the page of the REST surface as JSON."""
    house = orjson.loads(page)["house"]
    fields = HouseFields(
        hid=house["house_id"],
        **{name: house[name] for name in _SAME_NAMES},
        images=[image["url"] for image in house["images"]],
        facilities=[facility["facility_id"] for facility in house["facilities"]],
        comments=[
            HouseComment(review["user_name"], review["content"], _legacy_time(review["time"]))
            for review in house["reviews"]
        ],
    )
    return Ajax(fields, ViewerField(viewer_id))


def own_houses(shown: OwnHousesView) -> Ajax[Empty, OwnHousesField]:
    """A host's houses."""
    return Ajax(Empty(), OwnHousesField([_own_house(card) for card in shown.houses]))


def published(house: HouseIdView) -> Ajax[HouseIdView, HouseIdView]:
    """The id of a new house, in `data` and beside it."""
    return Ajax(house, house)


def uploaded(image: ImageView) -> Ajax[ImageView, UrlField]:
    """A new picture, whose URL also stands beside `data`."""
    return Ajax(image, UrlField(image.url))


_SAME_NAMES: tuple[str, ...] = ("user_id", "user_name", "user_avatar", "title", "price", "address", "room_count")
_SAME_NAMES += ("acreage", "unit", "capacity", "beds", "deposit", "min_days", "max_days")


def _popular(card: str) -> PopularHouse:
    known = orjson.loads(card)
    return PopularHouse(known["house_id"], known["title"], known["image_url"])


def _found(card: str) -> FoundHouse:
    known = orjson.loads(card)
    return FoundHouse(
        house_id=known["house_id"],
        title=known["title"],
        price=known["price"],
        room_count=known["room_count"],
        address=known["address"],
        order_count=known["order_count"],
        avatar=known["user_avatar"],
        image_url=known["image_url"],
    )


def _own_house(card: OwnHouseCardView) -> OwnHouse:
    return OwnHouse(
        house_id=card.house_id,
        title=card.title,
        price=card.price,
        ctime=_legacy_time(card.create_time),
        area_name=card.area_name,
        img_url=card.image_url,
    )


def _legacy_time(time: str) -> str:
    """A time of the REST surface, which is local already, as the AJAX documents write it."""
    return f"{datetime.fromisoformat(time):%Y-%m-%d %H:%M:%S}"
