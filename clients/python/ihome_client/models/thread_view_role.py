from typing import Literal

ThreadViewRole = Literal["custom", "landlord"]

THREAD_VIEW_ROLE_VALUES: set[ThreadViewRole] = {
    "custom",
    "landlord",
}


def check_thread_view_role(value: str) -> ThreadViewRole:
    if value in THREAD_VIEW_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {THREAD_VIEW_ROLE_VALUES!r}")
