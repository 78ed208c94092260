from typing import Literal

ListOrdersTab = Literal["current", "past", "pending", "upcoming"]

LIST_ORDERS_TAB_VALUES: set[ListOrdersTab] = {
    "current",
    "past",
    "pending",
    "upcoming",
}


def check_list_orders_tab(value: str) -> ListOrdersTab:
    if value in LIST_ORDERS_TAB_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_ORDERS_TAB_VALUES!r}")
