from typing import Literal

ChangeViewOfferedBy = Literal["custom", "landlord"]

CHANGE_VIEW_OFFERED_BY_VALUES: set[ChangeViewOfferedBy] = {
    "custom",
    "landlord",
}


def check_change_view_offered_by(value: str) -> ChangeViewOfferedBy:
    if value in CHANGE_VIEW_OFFERED_BY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANGE_VIEW_OFFERED_BY_VALUES!r}")
