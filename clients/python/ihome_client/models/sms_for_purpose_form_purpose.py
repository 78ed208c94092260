from typing import Literal

SmsForPurposeFormPurpose = Literal["login", "register", "reset"]

SMS_FOR_PURPOSE_FORM_PURPOSE_VALUES: set[SmsForPurposeFormPurpose] = {
    "login",
    "register",
    "reset",
}


def check_sms_for_purpose_form_purpose(value: str) -> SmsForPurposeFormPurpose:
    if value in SMS_FOR_PURPOSE_FORM_PURPOSE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SMS_FOR_PURPOSE_FORM_PURPOSE_VALUES!r}")
