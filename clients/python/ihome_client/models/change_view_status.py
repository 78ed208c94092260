from typing import Literal

ChangeViewStatus = Literal["ACCEPTED", "DECLINED", "ENDED", "EXPIRED", "OFFERED", "WAIT_PAYMENT", "WITHDRAWN"]

CHANGE_VIEW_STATUS_VALUES: set[ChangeViewStatus] = {
    "ACCEPTED",
    "DECLINED",
    "ENDED",
    "EXPIRED",
    "OFFERED",
    "WAIT_PAYMENT",
    "WITHDRAWN",
}


def check_change_view_status(value: str) -> ChangeViewStatus:
    if value in CHANGE_VIEW_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANGE_VIEW_STATUS_VALUES!r}")
