from typing import Literal

CategoryStarsViewCategory = Literal["accuracy", "check_in", "cleanliness", "communication", "location", "value"]

CATEGORY_STARS_VIEW_CATEGORY_VALUES: set[CategoryStarsViewCategory] = {
    "accuracy",
    "check_in",
    "cleanliness",
    "communication",
    "location",
    "value",
}


def check_category_stars_view_category(value: str) -> CategoryStarsViewCategory:
    if value in CATEGORY_STARS_VIEW_CATEGORY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CATEGORY_STARS_VIEW_CATEGORY_VALUES!r}")
