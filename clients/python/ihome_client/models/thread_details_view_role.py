from typing import Literal

ThreadDetailsViewRole = Literal["custom", "landlord"]

THREAD_DETAILS_VIEW_ROLE_VALUES: set[ThreadDetailsViewRole] = {
    "custom",
    "landlord",
}


def check_thread_details_view_role(value: str) -> ThreadDetailsViewRole:
    if value in THREAD_DETAILS_VIEW_ROLE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {THREAD_DETAILS_VIEW_ROLE_VALUES!r}")
