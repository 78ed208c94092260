from typing import Literal

OrderViewCancellation = Literal["flexible", "moderate", "strict"]

ORDER_VIEW_CANCELLATION_VALUES: set[OrderViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_order_view_cancellation(value: str) -> OrderViewCancellation:
    if value in ORDER_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_VIEW_CANCELLATION_VALUES!r}")
