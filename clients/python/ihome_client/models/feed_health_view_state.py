from typing import Literal

FeedHealthViewState = Literal["failing", "recovered"]

FEED_HEALTH_VIEW_STATE_VALUES: set[FeedHealthViewState] = {
    "failing",
    "recovered",
}


def check_feed_health_view_state(value: str) -> FeedHealthViewState:
    if value in FEED_HEALTH_VIEW_STATE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {FEED_HEALTH_VIEW_STATE_VALUES!r}")
