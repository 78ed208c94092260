"""Houses under the names that the customary AJAX routes have for things (FACTS.md). Money is in fen."""

from collections.abc import Iterable
from typing import Any

from handlers.house_payloads import ANONYMOUS, cover, image_url
from handlers.payloads import Url, old_moment
from handlers.surfaces import Payload
from models.areas import Named
from models.houses import House
from models.orders import Review
from services.houses import Found, HousePage


def areas(found: Iterable[Named]) -> Payload:
    return Payload(_areas(found))


def index(found: Iterable[House], known: Iterable[Named], url: Url) -> Payload:
    shown = [{"house_id": h.id, "title": h.title, "img_url": cover(h.cover, url)} for h in found]
    return Payload(flat={"houses": shown, "areas": _areas(known)})


def search(found: Found, url: Url) -> Payload:
    return Payload([_found(house, url) for house in found.houses], flat={"total_page": found.pages})


def page(page: HousePage, viewer_id: int, url: Url) -> Payload:
    """`viewer_id` is -1 for a stranger."""
    house = page.house
    shown = {
        "hid": house.id,
        "user_id": house.user_id,
        "user_name": house.host_name or ANONYMOUS,
        "user_avatar": url(house.host_avatar),
        "title": house.title,
        "price": house.price,
        "address": house.address,
        "room_count": house.room_count,
        "acreage": house.acreage,
        "unit": house.unit,
        "capacity": house.capacity,
        "beds": house.beds,
        "deposit": house.deposit,
        "min_days": house.min_days,
        "max_days": house.max_days,
        "images": [image_url(image, url) for image in page.images],
        "facilities": [facility.id for facility in page.facilities],
        "comments": [_comment(review) for review in page.reviews],
    }
    return Payload(shown, flat={"user_id": viewer_id})


def own_houses(found: Iterable[House], url: Url) -> Payload:
    return Payload(flat={"houses": [_own(house, url) for house in found]})


def _areas(found: Iterable[Named]) -> list[dict[str, Any]]:
    return [{"area_id": area.id, "name": area.name} for area in found]


def _found(house: House, url: Url) -> dict[str, Any]:
    return {
        "house_id": house.id,
        "title": house.title,
        "price": house.price,
        "room_count": house.room_count,
        "address": house.address,
        "order_count": house.order_count,
        "avatar": url(house.host_avatar),
        "image_url": cover(house.cover, url),
    }


def _own(house: House, url: Url) -> dict[str, Any]:
    return {
        "house_id": house.id,
        "title": house.title,
        "price": house.price,
        "ctime": old_moment(house.created_at),
        "area_name": house.area_name,
        "img_url": cover(house.cover, url),
    }


def _comment(review: Review) -> dict[str, Any]:
    return {
        "user_name": review.user_name or ANONYMOUS,
        "content": review.comment,
        "ctime": old_moment(review.commented_at),
    }
