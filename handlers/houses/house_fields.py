"""The fields of a house as forms on pages show them: every value is text, money is in yuan."""

from collections.abc import Mapping
from typing import Any

import orjson

from utils.money import yuan

NEW_HOUSE: Mapping[str, str] = {
    "capacity": "2",
    "room_count": "1",
    "deposit": "0",
    "cleaning_fee": "0",
    "min_days": "1",
    "max_days": "0",
    "check_in_from": "15:00",
    "check_out_until": "12:00",
    "cancellation": "moderate",
}
"""What a form begins with; other fields are empty."""

_TEXTS = (
    "title",
    "unit",
    "description",
    "address",
    "address_detail",
    "beds",
    "rules",
    "check_in_from",
    "check_out_until",
    "area_id",
    "capacity",
    "room_count",
    "acreage",
    "min_days",
    "max_days",
    "cancellation",
)


def typed(house: Mapping[str, Any]) -> dict[str, str]:
    """A house from the API as a host would have typed it."""
    fields = {name: str(house[name]) for name in _TEXTS}
    fields |= {name: "" if house[name] is None else str(house[name]) for name in ("lat", "lng")}
    money = ("price", "deposit", "cleaning_fee", "weekend_price")
    fields |= {name: "" if house[name] is None else yuan(house[name]).replace(",", "") for name in money}
    fields["facility"] = ",".join(str(each["facility_id"]) for each in house["facilities"])
    fields["bedrooms"] = orjson.dumps(house["bedrooms"]).decode()
    return fields
