from typing import Literal

OrderViewRole = Literal["custom", "landlord"]

ORDER_VIEW_ROLE_VALUES: set[OrderViewRole] = {
    "custom",
    "landlord",
}


def check_order_view_role(value: str) -> OrderViewRole:
    if value in ORDER_VIEW_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_VIEW_ROLE_VALUES!r}")
