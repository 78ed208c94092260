from typing import Literal

OwnHouseViewReview = Literal["approved", "pending", "rejected"]

OWN_HOUSE_VIEW_REVIEW_VALUES: set[OwnHouseViewReview] = {
    "approved",
    "pending",
    "rejected",
}


def check_own_house_view_review(value: str) -> OwnHouseViewReview:
    if value in OWN_HOUSE_VIEW_REVIEW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_HOUSE_VIEW_REVIEW_VALUES!r}")
