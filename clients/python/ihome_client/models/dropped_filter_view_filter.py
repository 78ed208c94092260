from typing import Literal

DroppedFilterViewFilter = Literal[
    "aid", "beds", "bounds", "capacity", "dates", "facilities", "instant", "price", "q", "rooms"
]

DROPPED_FILTER_VIEW_FILTER_VALUES: set[DroppedFilterViewFilter] = {
    "aid",
    "beds",
    "bounds",
    "capacity",
    "dates",
    "facilities",
    "instant",
    "price",
    "q",
    "rooms",
}


def check_dropped_filter_view_filter(value: str) -> DroppedFilterViewFilter:
    if value in DROPPED_FILTER_VIEW_FILTER_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DROPPED_FILTER_VIEW_FILTER_VALUES!r}")
