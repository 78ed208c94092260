from typing import Literal

HouseViewCancellation = Literal["flexible", "moderate", "strict"]

HOUSE_VIEW_CANCELLATION_VALUES: set[HouseViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_house_view_cancellation(value: str) -> HouseViewCancellation:
    if value in HOUSE_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {HOUSE_VIEW_CANCELLATION_VALUES!r}")
