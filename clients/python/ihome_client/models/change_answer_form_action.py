from typing import Literal

ChangeAnswerFormAction = Literal["accept", "decline", "pay", "withdraw"]

CHANGE_ANSWER_FORM_ACTION_VALUES: set[ChangeAnswerFormAction] = {
    "accept",
    "decline",
    "pay",
    "withdraw",
}


def check_change_answer_form_action(value: str) -> ChangeAnswerFormAction:
    if value in CHANGE_ANSWER_FORM_ACTION_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANGE_ANSWER_FORM_ACTION_VALUES!r}")
