from typing import Literal

ListHousesInReviewStatus = Literal["approved", "pending", "rejected"]

LIST_HOUSES_IN_REVIEW_STATUS_VALUES: set[ListHousesInReviewStatus] = {
    "approved",
    "pending",
    "rejected",
}


def check_list_houses_in_review_status(value: str) -> ListHousesInReviewStatus:
    if value in LIST_HOUSES_IN_REVIEW_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_HOUSES_IN_REVIEW_STATUS_VALUES!r}")
