from typing import Literal

RefusalDataReason = Literal[
    "busy",
    "captcha_required",
    "changed_meanwhile",
    "cross_site",
    "insufficient_scope",
    "rate_limited",
    "sign_in_again",
    "wrong_verb",
]

REFUSAL_DATA_REASON_VALUES: set[RefusalDataReason] = {
    "busy",
    "captcha_required",
    "changed_meanwhile",
    "cross_site",
    "insufficient_scope",
    "rate_limited",
    "sign_in_again",
    "wrong_verb",
}


def check_refusal_data_reason(value: str) -> RefusalDataReason:
    if value in REFUSAL_DATA_REASON_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {REFUSAL_DATA_REASON_VALUES!r}")
