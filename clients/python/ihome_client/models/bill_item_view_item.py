from typing import Literal

BillItemViewItem = Literal[
    "cleaning_fee", "dated_nights", "extra_guests", "monthly_discount", "nights", "weekend_nights", "weekly_discount"
]

BILL_ITEM_VIEW_ITEM_VALUES: set[BillItemViewItem] = {
    "cleaning_fee",
    "dated_nights",
    "extra_guests",
    "monthly_discount",
    "nights",
    "weekend_nights",
    "weekly_discount",
}


def check_bill_item_view_item(value: str) -> BillItemViewItem:
    if value in BILL_ITEM_VIEW_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BILL_ITEM_VIEW_ITEM_VALUES!r}")
