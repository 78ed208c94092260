from typing import Literal

SubjectViewKind = Literal["calendar", "house", "order", "thread", "user"]

SUBJECT_VIEW_KIND_VALUES: set[SubjectViewKind] = {
    "calendar",
    "house",
    "order",
    "thread",
    "user",
}


def check_subject_view_kind(value: str) -> SubjectViewKind:
    if value in SUBJECT_VIEW_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUBJECT_VIEW_KIND_VALUES!r}")
