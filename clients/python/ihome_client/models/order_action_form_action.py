from typing import Literal

OrderActionFormAction = Literal["accept", "cancel", "check_in", "complete", "pay", "reject"]

ORDER_ACTION_FORM_ACTION_VALUES: set[OrderActionFormAction] = {
    "accept",
    "cancel",
    "check_in",
    "complete",
    "pay",
    "reject",
}


def check_order_action_form_action(value: str) -> OrderActionFormAction:
    if value in ORDER_ACTION_FORM_ACTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ORDER_ACTION_FORM_ACTION_VALUES!r}")
