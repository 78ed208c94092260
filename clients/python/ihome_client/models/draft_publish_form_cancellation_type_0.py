from typing import Literal

DraftPublishFormCancellationType0 = Literal["flexible", "moderate", "strict"]

DRAFT_PUBLISH_FORM_CANCELLATION_TYPE_0_VALUES: set[DraftPublishFormCancellationType0] = {
    "flexible",
    "moderate",
    "strict",
}


def check_draft_publish_form_cancellation_type_0(value: str) -> DraftPublishFormCancellationType0:
    if value in DRAFT_PUBLISH_FORM_CANCELLATION_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {DRAFT_PUBLISH_FORM_CANCELLATION_TYPE_0_VALUES!r}")
