from typing import Literal

OrderDetailsViewCancellation = Literal["flexible", "moderate", "strict"]

ORDER_DETAILS_VIEW_CANCELLATION_VALUES: set[OrderDetailsViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_order_details_view_cancellation(value: str) -> OrderDetailsViewCancellation:
    if value in ORDER_DETAILS_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_DETAILS_VIEW_CANCELLATION_VALUES!r}")
