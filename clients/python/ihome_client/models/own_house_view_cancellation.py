from typing import Literal

OwnHouseViewCancellation = Literal["flexible", "moderate", "strict"]

OWN_HOUSE_VIEW_CANCELLATION_VALUES: set[OwnHouseViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_own_house_view_cancellation(value: str) -> OwnHouseViewCancellation:
    if value in OWN_HOUSE_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_HOUSE_VIEW_CANCELLATION_VALUES!r}")
