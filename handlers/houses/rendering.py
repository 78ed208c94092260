"""Houses as clients read them: as views, and as JSON for the cache."""

from collections.abc import Iterable, Mapping

import orjson

from handlers.api.fields import ANONYMOUS, UrlOf, local_time, position
from handlers.houses import stay_rule_views
from handlers.houses.views import (
    AreasView,
    AreaView,
    BedGroupView,
    BedroomView,
    CategoryRatingView,
    FacilitiesView,
    FacilityView,
    FavouritesPageView,
    GuestReviewView,
    HouseCardView,
    HouseDetailsView,
    HousePageView,
    HousePrivateView,
    HouseStateView,
    HouseView,
    ImageView,
    OwnHouseCardView,
    OwnHousesView,
    OwnHouseView,
    PictureUrlsView,
    PopularHousesView,
    RatingCountView,
    SearchPageView,
    Width,
)
from models.houses.areas import NamedId
from models.houses.bedrooms import Bedroom
from models.houses.houses import House
from models.houses.images import Image
from models.orders.reviews import GuestReview
from models.reviews.reviews import Category
from services.houses import pictures
from services.houses.cache import RenderCard
from services.houses.catalogue import HousePage, RenderPage
from services.houses.favourites import FavouritesPage
from services.houses.search import SearchPage

_WIDTHS: tuple[Width, ...] = ("1600", "800", "320")
_COVER_WIDTH: Width = "800"


def card_as_json(url: UrlOf) -> RenderCard:
    """A function that writes a house's card as JSON."""
    return lambda house: orjson.dumps(card(house, url)).decode()


def page_as_json(url: UrlOf) -> RenderPage:
    """A function that writes a house's page as JSON."""
    return lambda found: orjson.dumps(page(found, url)).decode()


def areas(found: Iterable[NamedId]) -> AreasView:
    """Every district."""
    return AreasView([AreaView(area.id, area.name) for area in found])


def facilities(found: Iterable[NamedId]) -> FacilitiesView:
    """Every facility."""
    return FacilitiesView([_facility(facility) for facility in found])


def popular(cards: Iterable[str]) -> PopularHousesView:
    """The most booked houses, from their cards as JSON."""
    return PopularHousesView([orjson.Fragment(each) for each in cards])


def search_page(found: SearchPage) -> SearchPageView:
    """One page of a search."""
    cards = [orjson.Fragment(each) for each in found.cards]
    after = f"{found.next.sort_key}-{found.next.house_id}" if found.next else None
    totals = None if found.totals is None else list[int](found.totals)
    understood_as = found.understood_as.name if found.understood_as else None
    return SearchPageView(cards, found.page, found.pages, after, found.house_count, totals, understood_as)


def favourites(found: FavouritesPage, url: UrlOf) -> FavouritesPageView:
    """One page of a user's favourites."""
    return FavouritesPageView([card(house, url) for house in found.houses], found.next)


def own_houses(found: Iterable[House], url: UrlOf) -> OwnHousesView:
    """A host's houses, with what only the host reads."""
    return OwnHousesView([_own_house(house, url) for house in found])


def _own_house(house: House, url: UrlOf) -> OwnHouseCardView:
    return OwnHouseCardView(**vars(card(house, url, exact=True)), **vars(private(house)))


def card(house: House, url: UrlOf, *, exact: bool = False) -> HouseCardView:
    """A house as lists show it, with its public position unless `exact`."""
    lat, lng = position(house.lat, house.lng) if exact else position(house.public_lat, house.public_lng)
    return HouseCardView(
        house_id=house.id,
        title=house.title,
        price=house.price,
        area_id=house.area_id,
        area_name=house.area_name,
        address=house.address,
        room_count=house.room_count,
        acreage=house.acreage,
        capacity=house.capacity,
        bed_count=house.bed_count,
        lat=lat,
        lng=lng,
        order_count=house.order_count,
        rating=house.rating,
        review_count=house.review_count,
        instant=bool(house.instant),
        image_url=cover_url(house.cover, url),
        user_avatar=url(house.host_avatar),
        create_time=local_time(house.created_at),
    )


def state(house: House) -> HouseStateView:
    """The state of a house's review, which only its host and admins read."""
    return HouseStateView(house.review, house.review_reason, bool(house.online))


def private(house: House) -> HousePrivateView:
    """What only the host and admins read of a house."""
    return HousePrivateView(**vars(state(house)), address_detail=house.address_detail)


def details(
    house: House, images: Iterable[Image], facilities: Iterable[NamedId], url: UrlOf, *, exact: bool = False
) -> HouseDetailsView:
    """A house with its full content, with its public position unless `exact`."""
    return HouseDetailsView(
        **vars(card(house, url, exact=exact)),
        user_id=house.user_id,
        user_name=house.host_name or ANONYMOUS,
        beds=house.beds,
        unit=house.unit,
        deposit=house.deposit,
        min_days=house.min_days,
        max_days=house.max_days,
        description=house.description,
        bedrooms=[bedroom(each) for each in house.bedrooms],
        rules=house.rules,
        stay_rules=stay_rule_views.rules(house.stays),
        check_in_from=house.check_in_from,
        check_out_until=house.check_out_until,
        weekend_price=house.weekend_price,
        cleaning_fee=house.cleaning_fee,
        cancellation=house.cancellation,
        datum="gcj02",
        images=[image(each, url) for each in images],
        facilities=[_facility(each) for each in facilities],
    )


def page(found: HousePage, url: UrlOf) -> HousePageView:
    """A house's page; only the owner reads what is private."""
    house = HouseView(
        **vars(details(found.house, found.images, found.facilities, url, exact=found.is_owner)),
        reviews=[review(each, url) for each in found.reviews],
        rating_breakdown=ratings(found.breakdown),
        category_ratings=category_ratings(found.categories),
    )
    shown = OwnHouseView(**vars(house), **vars(private(found.house))) if found.is_owner else house
    return HousePageView(shown, found.is_owner)


def bedroom(room: Bedroom) -> BedroomView:
    """A room where guests sleep."""
    return BedroomView(room.name, [BedGroupView(group.kind, group.count) for group in room.beds])


def image(image: Image, url: UrlOf) -> ImageView:
    """A picture with the URLs of all its files."""
    sizes = _sizes(image.stem, url)
    return ImageView(image.id, sizes[_COVER_WIDTH].jpeg, sizes, image.width, image.height, image.blurhash)


def cover_url(stem: str | None, url: UrlOf) -> str | None:
    """The URL of a house's cover; None without one."""
    return None if stem is None else url(f"{_name(stem, _COVER_WIDTH)}.jpg")


def cover_sizes(cover_url: str | None) -> dict[Width, PictureUrlsView]:
    """The files of each width of a house's cover, from the URL that `cover_url` made; empty for None."""
    return {} if cover_url is None else _sizes(cover_url.removesuffix(f"{_name('', _COVER_WIDTH)}.jpg"), str)


def _sizes(stem: str, url: UrlOf) -> dict[Width, PictureUrlsView]:
    names = zip(_WIDTHS, pictures.names(stem), strict=True)
    return {width: PictureUrlsView(url(f"{name}.webp"), url(f"{name}.jpg")) for width, name in names}


def _name(stem: str, width: Width) -> str:
    return pictures.names(stem)[_WIDTHS.index(width)]


def ratings(breakdown: Mapping[int, int]) -> list[RatingCountView]:
    """How many reviews gave so many stars."""
    return [RatingCountView(stars, count) for stars, count in breakdown.items()]


def category_ratings(averages: Mapping[Category, float]) -> list[CategoryRatingView]:
    """The averages of the categories that somebody has rated."""
    return [CategoryRatingView(category, rating) for category, rating in averages.items()]


def review(review: GuestReview, url: UrlOf) -> GuestReviewView:
    """What a guest wrote."""
    return GuestReviewView(
        user_name=review.user_name or ANONYMOUS,
        user_avatar=url(review.user_avatar),
        rating=review.rating,
        content=review.comment,
        reply=review.reply,
        time=local_time(review.commented_at),
    )


def _facility(facility: NamedId) -> FacilityView:
    return FacilityView(facility.id, facility.name)
