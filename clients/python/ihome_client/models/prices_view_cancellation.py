from typing import Literal

PricesViewCancellation = Literal["flexible", "moderate", "strict"]

PRICES_VIEW_CANCELLATION_VALUES: set[PricesViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_prices_view_cancellation(value: str) -> PricesViewCancellation:
    if value in PRICES_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICES_VIEW_CANCELLATION_VALUES!r}")
