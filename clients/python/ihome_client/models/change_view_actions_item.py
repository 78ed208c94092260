from typing import Literal

ChangeViewActionsItem = Literal["accept", "decline", "pay", "withdraw"]

CHANGE_VIEW_ACTIONS_ITEM_VALUES: set[ChangeViewActionsItem] = {
    "accept",
    "decline",
    "pay",
    "withdraw",
}


def check_change_view_actions_item(value: str) -> ChangeViewActionsItem:
    if value in CHANGE_VIEW_ACTIONS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANGE_VIEW_ACTIONS_ITEM_VALUES!r}")
