from typing import Literal

SuggestionViewKind = Literal["area", "house", "landmark"]

SUGGESTION_VIEW_KIND_VALUES: set[SuggestionViewKind] = {
    "area",
    "house",
    "landmark",
}


def check_suggestion_view_kind(value: str) -> SuggestionViewKind:
    if value in SUGGESTION_VIEW_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SUGGESTION_VIEW_KIND_VALUES!r}")
