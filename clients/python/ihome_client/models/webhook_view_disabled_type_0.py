from typing import Literal

WebhookViewDisabledType0 = Literal["failing", "gone", "owner"]

WEBHOOK_VIEW_DISABLED_TYPE_0_VALUES: set[WebhookViewDisabledType0] = {
    "failing",
    "gone",
    "owner",
}


def check_webhook_view_disabled_type_0(value: str) -> WebhookViewDisabledType0:
    if value in WEBHOOK_VIEW_DISABLED_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_VIEW_DISABLED_TYPE_0_VALUES!r}")
