from typing import Literal

ListOrdersRole = Literal["custom", "landlord"]

LIST_ORDERS_ROLE_VALUES: set[ListOrdersRole] = {
    "custom",
    "landlord",
}


def check_list_orders_role(value: str) -> ListOrdersRole:
    if value in LIST_ORDERS_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ORDERS_ROLE_VALUES!r}")
