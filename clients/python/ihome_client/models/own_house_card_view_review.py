from typing import Literal

OwnHouseCardViewReview = Literal["approved", "pending", "rejected"]

OWN_HOUSE_CARD_VIEW_REVIEW_VALUES: set[OwnHouseCardViewReview] = {
    "approved",
    "pending",
    "rejected",
}


def check_own_house_card_view_review(value: str) -> OwnHouseCardViewReview:
    if value in OWN_HOUSE_CARD_VIEW_REVIEW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {OWN_HOUSE_CARD_VIEW_REVIEW_VALUES!r}")
