from typing import Literal

KindChoiceViewSection = Literal["account", "both", "guest", "host"]

KIND_CHOICE_VIEW_SECTION_VALUES: set[KindChoiceViewSection] = {
    "account",
    "both",
    "guest",
    "host",
}


def check_kind_choice_view_section(value: str) -> KindChoiceViewSection:
    if value in KIND_CHOICE_VIEW_SECTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {KIND_CHOICE_VIEW_SECTION_VALUES!r}")
