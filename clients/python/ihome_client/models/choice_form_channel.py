from typing import Literal

ChoiceFormChannel = Literal["mail", "push", "sms"]

CHOICE_FORM_CHANNEL_VALUES: set[ChoiceFormChannel] = {
    "mail",
    "push",
    "sms",
}


def check_choice_form_channel(value: str) -> ChoiceFormChannel:
    if value in CHOICE_FORM_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHOICE_FORM_CHANNEL_VALUES!r}")
