from typing import Literal

SettingsFormLanguageType0 = Literal["en", "zh"]

SETTINGS_FORM_LANGUAGE_TYPE_0_VALUES: set[SettingsFormLanguageType0] = {
    "en",
    "zh",
}


def check_settings_form_language_type_0(value: str) -> SettingsFormLanguageType0:
    if value in SETTINGS_FORM_LANGUAGE_TYPE_0_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SETTINGS_FORM_LANGUAGE_TYPE_0_VALUES!r}")
