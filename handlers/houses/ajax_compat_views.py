"""Houses under the field names of the AJAX compatibility routes (docs/api-contract.md). Money is in fen."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import orjson

from handlers.api.fields import UrlOf, legacy_time
from handlers.api.legacy import Payload
from handlers.houses.views import cover
from models.houses.areas import NamedId
from models.houses.houses import House
from services.houses.search import SearchPage

_SAME: tuple[str, ...] = (
    "user_id",
    "user_name",
    "user_avatar",
    "title",
    "price",
    "address",
    "room_count",
    "acreage",
    "unit",
)
_SAME += ("capacity", "beds", "deposit", "min_days", "max_days")
_IN_LISTS = ("house_id", "title", "price", "room_count", "address", "order_count")


def areas(found: Iterable[NamedId]) -> Payload:
    return Payload(_areas(found))


def index(cards: Iterable[str], known: Iterable[NamedId]) -> Payload:
    found = [orjson.loads(card) for card in cards]
    shown = [{"house_id": each["house_id"], "title": each["title"], "img_url": each["image_url"]} for each in found]
    return Payload(flat={"houses": shown, "areas": _areas(known)})


def search(found: SearchPage) -> Payload:
    return Payload([_found(orjson.loads(card)) for card in found.cards], flat={"total_page": found.pages})


def page(shown: str, viewer_id: int) -> Payload:
    """Of a page as REST has it; `viewer_id` is -1 for a stranger."""
    house = orjson.loads(shown)["house"]
    data = {"hid": house["house_id"], **{name: house[name] for name in _SAME}}
    data["images"] = [image["url"] for image in house["images"]]
    data["facilities"] = [facility["facility_id"] for facility in house["facilities"]]
    data["comments"] = [_comment(review) for review in house["reviews"]]
    return Payload(data, flat={"user_id": viewer_id})


def own_houses(found: Iterable[House], url: UrlOf) -> Payload:
    return Payload(flat={"houses": [_own(house, url) for house in found]})


def _areas(found: Iterable[NamedId]) -> list[dict[str, Any]]:
    return [{"area_id": area.id, "name": area.name} for area in found]


def _found(card: dict[str, Any]) -> dict[str, Any]:
    return {**{name: card[name] for name in _IN_LISTS}, "avatar": card["user_avatar"], "image_url": card["image_url"]}


def _own(house: House, url: UrlOf) -> dict[str, Any]:
    return {
        "house_id": house.id,
        "title": house.title,
        "price": house.price,
        "ctime": legacy_time(house.created_at),
        "area_name": house.area_name,
        "img_url": cover(house.cover, url),
    }


def _comment(review: dict[str, Any]) -> dict[str, Any]:
    when = datetime.fromisoformat(review["time"])
    return {"user_name": review["user_name"], "content": review["content"], "ctime": f"{when:%Y-%m-%d %H:%M:%S}"}
