from typing import Literal

OrderDetailsViewRole = Literal["custom", "landlord"]

ORDER_DETAILS_VIEW_ROLE_VALUES: set[OrderDetailsViewRole] = {
    "custom",
    "landlord",
}


def check_order_details_view_role(value: str) -> OrderDetailsViewRole:
    if value in ORDER_DETAILS_VIEW_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_DETAILS_VIEW_ROLE_VALUES!r}")
