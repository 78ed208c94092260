from typing import Literal

PricesFormCancellationType0 = Literal["flexible", "moderate", "strict"]

PRICES_FORM_CANCELLATION_TYPE_0_VALUES: set[PricesFormCancellationType0] = {
    "flexible",
    "moderate",
    "strict",
}


def check_prices_form_cancellation_type_0(value: str) -> PricesFormCancellationType0:
    if value in PRICES_FORM_CANCELLATION_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {PRICES_FORM_CANCELLATION_TYPE_0_VALUES!r}")
