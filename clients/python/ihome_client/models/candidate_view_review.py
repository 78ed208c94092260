from typing import Literal

CandidateViewReview = Literal["approved", "pending", "rejected"]

CANDIDATE_VIEW_REVIEW_VALUES: set[CandidateViewReview] = {
    "approved",
    "pending",
    "rejected",
}


def check_candidate_view_review(value: str) -> CandidateViewReview:
    if value in CANDIDATE_VIEW_REVIEW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CANDIDATE_VIEW_REVIEW_VALUES!r}")
