from typing import Literal

CalendarRowViewReview = Literal["approved", "pending", "rejected"]

CALENDAR_ROW_VIEW_REVIEW_VALUES: set[CalendarRowViewReview] = {
    "approved",
    "pending",
    "rejected",
}


def check_calendar_row_view_review(value: str) -> CalendarRowViewReview:
    if value in CALENDAR_ROW_VIEW_REVIEW_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALENDAR_ROW_VIEW_REVIEW_VALUES!r}")
