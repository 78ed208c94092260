from typing import Literal

OrderStatus = Literal[
    "CANCELED", "COMPLETE", "EXPIRED", "IN_STAY", "PAID", "REJECTED", "WAIT_ACCEPT", "WAIT_COMMENT", "WAIT_PAYMENT"
]

ORDER_STATUS_VALUES: set[OrderStatus] = {
    "CANCELED",
    "COMPLETE",
    "EXPIRED",
    "IN_STAY",
    "PAID",
    "REJECTED",
    "WAIT_ACCEPT",
    "WAIT_COMMENT",
    "WAIT_PAYMENT",
}


def check_order_status(value: str) -> OrderStatus:
    if value in ORDER_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_STATUS_VALUES!r}")
