"""The facilities of houses as pages and forms show them: by group, each with an icon."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from models.houses.areas import NamedId

GROUPS: Mapping[str, Mapping[str, str]] = {
    "常用": {
        "无线网络": "wifi",
        "有线网络": "ethernet-port",
        "空调": "air-vent",
        "暖气": "heater",
        "电视": "tv",
        "冰箱": "refrigerator",
        "洗衣机": "washing-machine",
        "饮水设备": "glass-water",
        "允许做饭": "cooking-pot",
    },
    "卫浴": {
        "热水淋浴": "shower-head",
        "浴缸": "bath",
        "毛巾": "sparkles",
        "沐浴露、洗发露": "soap-dispenser-droplet",
        "香皂": "droplets",
        "牙具": "brush",
        "手纸": "scroll",
        "拖鞋": "footprints",
    },
    "楼宇": {"停车位": "square-parking", "电梯": "arrow-up-down", "门禁系统": "key-round"},
    "允许": {"允许带宠物": "paw-print", "允许聚会": "party-popper", "允许吸烟": "cigarette"},
}
"""For each group the names of its facilities, the most asked for first, and their icons."""

_OTHERS, _OTHER_ICON = "其他", "check"


class Facility(NamedTuple):
    """A facility, under the name that the database has."""

    name: str
    icon: str


def grouped(names: Iterable[str]) -> dict[str, list[Facility]]:
    """The facilities with these names, by group; groups without one are left out."""
    left = set(names)
    groups = {
        group: [Facility(name, icon) for name, icon in icons.items() if name in left] for group, icons in GROUPS.items()
    }
    known = {facility.name for facilities in groups.values() for facility in facilities}
    groups[_OTHERS] = [Facility(name, _OTHER_ICON) for name in sorted(left - known)]
    return {group: facilities for group, facilities in groups.items() if facilities}


def ids_grouped(facilities: Iterable[NamedId]) -> dict[str, list[NamedId]]:
    """As `grouped`, with the ids, for forms."""
    by_name = {facility.name: facility for facility in facilities}
    return {group: [by_name[each.name] for each in found] for group, found in grouped(by_name).items()}
