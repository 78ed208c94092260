"""Houses as what clients read. Money is in fen."""

from collections.abc import Iterable
from typing import Any

import orjson

from handlers.api.fields import UrlOf, local_time
from handlers.api.legacy import Payload
from models.houses.areas import NamedId
from models.houses.houses import House
from models.houses.images import Image
from models.orders.orders import GuestReview
from services.houses import pictures
from services.houses.cache import RenderCard
from services.houses.catalogue import HousePage, RenderPage
from services.houses.search import SearchPage

ANONYMOUS = "匿名用户"
DATUM = "gcj02"
"""The datum of `lat` and `lng`, which are answered as they were sent."""

_COVER, _WIDTHS = 1, ("1600", "800", "320")


def house_id(number: int) -> Payload:
    return Payload({"house_id": number}, flat={"house_id": number})


def areas(found: Iterable[NamedId]) -> Payload:
    return Payload({"areas": [{"area_id": area.id, "name": area.name} for area in found]})


def facilities(found: Iterable[NamedId]) -> Payload:
    return Payload({"facilities": [_facility(facility) for facility in found]})


def card(url: UrlOf) -> RenderCard:
    """What a list shows of a house, as JSON."""
    return lambda house: orjson.dumps(_summary(house, url)).decode()


def shown(url: UrlOf) -> RenderPage:
    """What a house's page shows, as JSON."""
    return lambda found: orjson.dumps(page(found, url).data).decode()


def houses(cards: Iterable[str]) -> Payload:
    return Payload({"houses": list(map(orjson.Fragment, cards))})


def favourites(found: Iterable[House], after: int | None, url: UrlOf) -> Payload:
    return Payload({"houses": [_summary(house, url) for house in found], "next": after})


def own_houses(found: Iterable[House], url: UrlOf) -> Payload:
    """With what only their host sees."""
    return Payload({"houses": [_summary(house, url) | state(house) for house in found]})


def search(found: SearchPage) -> Payload:
    data = {"houses": list(map(orjson.Fragment, found.cards)), "current_page": found.page}
    data |= {"total_page": found.pages, "next": "-".join(map(str, found.next)) if found.next else None}
    return Payload(data)


def page(page: HousePage, url: UrlOf) -> Payload:
    shown = details(page.house, page.images, page.facilities, url) | {
        "rating": page.rating,
        "review_count": page.review_count,
        "reviews": [_review(review) for review in page.reviews],
    }
    return Payload({"house": shown | (state(page.house) if page.is_owner else {}), "is_owner": page.is_owner})


def details(house: House, images: Iterable[Image], facilities: Iterable[NamedId], url: UrlOf) -> dict[str, Any]:
    """What a host says of a house."""
    return _summary(house, url) | {
        "user_id": house.user_id,
        "user_name": house.host_name or ANONYMOUS,
        "beds": house.beds,
        "unit": house.unit,
        "deposit": house.deposit,
        "min_days": house.min_days,
        "max_days": house.max_days,
        "description": house.description,
        "datum": DATUM,
        "images": [_image(image, url) for image in images],
        "facilities": [_facility(facility) for facility in facilities],
    }


def image(image: Image, url: UrlOf) -> Payload:
    return Payload(_image(image, url), flat={"url": image_url(image, url)})


def cover(stem: str | None, url: UrlOf) -> str | None:
    """Where the picture is that stands for a house."""
    return None if stem is None else url(f"{pictures.names(stem)[_COVER]}.jpg")


def cover_sizes(image_url: str | None) -> dict[str, Any]:
    """For each width the WebP and the JPEG of a house's picture, from the address that `cover` made; none of none."""
    if image_url is None:
        return {}
    return _sizes(image_url.removesuffix(f"{pictures.names('')[_COVER]}.jpg"), str)


def image_url(image: Image, url: UrlOf) -> str | None:
    return cover(image.stem, url)


def _summary(house: House, url: UrlOf) -> dict[str, Any]:
    return {
        "house_id": house.id,
        "title": house.title,
        "price": house.price,
        "area_id": house.area_id,
        "area_name": house.area_name,
        "address": house.address,
        "room_count": house.room_count,
        "acreage": house.acreage,
        "capacity": house.capacity,
        "lat": None if house.lat is None else float(house.lat),
        "lng": None if house.lng is None else float(house.lng),
        "order_count": house.order_count,
        "image_url": cover(house.cover, url),
        "user_avatar": url(house.host_avatar),
        "create_time": local_time(house.created_at),
    }


def state(house: House) -> dict[str, Any]:
    return {"review": house.review, "review_reason": house.review_reason, "online": bool(house.online)}


def _sizes(stem: str, url: UrlOf) -> dict[str, Any]:
    names = dict(zip(_WIDTHS, pictures.names(stem), strict=True))
    return {width: {"webp": url(f"{name}.webp"), "jpeg": url(f"{name}.jpg")} for width, name in names.items()}


def _image(image: Image, url: UrlOf) -> dict[str, Any]:
    return {
        "image_id": image.id,
        "url": image_url(image, url),
        "sizes": _sizes(image.stem, url),
        "width": image.width,
        "height": image.height,
        "blurhash": image.blurhash,
    }


def _review(review: GuestReview) -> dict[str, Any]:
    return {
        "user_name": review.user_name or ANONYMOUS,
        "rating": review.rating,
        "content": review.comment,
        "reply": review.reply,
        "time": local_time(review.commented_at),
    }


def _facility(facility: NamedId) -> dict[str, Any]:
    return {"facility_id": facility.id, "name": facility.name}
