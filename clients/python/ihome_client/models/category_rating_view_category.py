from typing import Literal

CategoryRatingViewCategory = Literal["accuracy", "check_in", "cleanliness", "communication", "location", "value"]

CATEGORY_RATING_VIEW_CATEGORY_VALUES: set[CategoryRatingViewCategory] = {
    "accuracy",
    "check_in",
    "cleanliness",
    "communication",
    "location",
    "value",
}


def check_category_rating_view_category(value: str) -> CategoryRatingViewCategory:
    if value in CATEGORY_RATING_VIEW_CATEGORY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CATEGORY_RATING_VIEW_CATEGORY_VALUES!r}")
