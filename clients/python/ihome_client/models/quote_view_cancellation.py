from typing import Literal

QuoteViewCancellation = Literal["flexible", "moderate", "strict"]

QUOTE_VIEW_CANCELLATION_VALUES: set[QuoteViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_quote_view_cancellation(value: str) -> QuoteViewCancellation:
    if value in QUOTE_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {QUOTE_VIEW_CANCELLATION_VALUES!r}")
