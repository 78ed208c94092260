from typing import Literal

RatesViewCancellation = Literal["flexible", "moderate", "strict"]

RATES_VIEW_CANCELLATION_VALUES: set[RatesViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_rates_view_cancellation(value: str) -> RatesViewCancellation:
    if value in RATES_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {RATES_VIEW_CANCELLATION_VALUES!r}")
