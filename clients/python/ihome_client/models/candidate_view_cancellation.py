from typing import Literal

CandidateViewCancellation = Literal["flexible", "moderate", "strict"]

CANDIDATE_VIEW_CANCELLATION_VALUES: set[CandidateViewCancellation] = {
    "flexible",
    "moderate",
    "strict",
}


def check_candidate_view_cancellation(value: str) -> CandidateViewCancellation:
    if value in CANDIDATE_VIEW_CANCELLATION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CANDIDATE_VIEW_CANCELLATION_VALUES!r}")
