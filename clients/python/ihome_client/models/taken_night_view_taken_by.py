from typing import Literal

TakenNightViewTakenBy = Literal["calendar", "host", "order"]

TAKEN_NIGHT_VIEW_TAKEN_BY_VALUES: set[TakenNightViewTakenBy] = {
    "calendar",
    "host",
    "order",
}


def check_taken_night_view_taken_by(value: str) -> TakenNightViewTakenBy:
    if value in TAKEN_NIGHT_VIEW_TAKEN_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {TAKEN_NIGHT_VIEW_TAKEN_BY_VALUES!r}")
