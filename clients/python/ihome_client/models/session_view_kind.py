from typing import Literal

SessionViewKind = Literal["app", "browser"]

SESSION_VIEW_KIND_VALUES: set[SessionViewKind] = {
    "app",
    "browser",
}


def check_session_view_kind(value: str) -> SessionViewKind:
    if value in SESSION_VIEW_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SESSION_VIEW_KIND_VALUES!r}")
