"""The fields of a house as forms on pages show them: every value is text, money is in yuan."""

from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from handlers.api.fields import yuan
from models.houses.areas import NamedId

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
_GROUPS = {
    "常用": ("无线网络", "有线网络", "电视", "空调", "暖气", "洗衣机"),
    "厨房": ("允许做饭", "冰箱", "饮水设备"),
    "卫浴": ("热水淋浴", "浴缸", "牙具", "香皂", "拖鞋", "手纸", "毛巾", "沐浴露、洗发露"),
    "楼内": ("电梯", "门禁系统", "停车位"),
    "允许": ("允许吸烟", "允许带宠物", "允许聚会"),
}
_OTHERS = "其他"


def typed(house: Mapping[str, Any]) -> dict[str, str]:
    """A house from the API as a host would have typed it."""
    fields = {name: str(house[name]) for name in _TEXTS}
    fields |= {name: "" if house[name] is None else str(house[name]) for name in ("lat", "lng")}
    money = ("price", "deposit", "cleaning_fee", "weekend_price")
    fields |= {name: "" if house[name] is None else yuan(house[name]).replace(",", "") for name in money}
    fields["facility"] = ",".join(str(each["facility_id"]) for each in house["facilities"])
    fields["bedrooms"] = orjson.dumps(house["bedrooms"]).decode()
    return fields


def facility_groups(facilities: Iterable[NamedId]) -> dict[str, list[NamedId]]:
    """Facilities by the name of their group; those of an operator's own come last."""
    group_of = {name: group for group, names in _GROUPS.items() for name in names}
    grouped: dict[str, list[NamedId]] = {group: [] for group in (*_GROUPS, _OTHERS)}
    for facility in facilities:
        grouped[group_of.get(facility.name, _OTHERS)].append(facility)
    return {group: found for group, found in grouped.items() if found}
