from typing import Literal

NotificationSettingsViewLanguage = Literal["en", "zh"]

NOTIFICATION_SETTINGS_VIEW_LANGUAGE_VALUES: set[NotificationSettingsViewLanguage] = {
    "en",
    "zh",
}


def check_notification_settings_view_language(value: str) -> NotificationSettingsViewLanguage:
    if value in NOTIFICATION_SETTINGS_VIEW_LANGUAGE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NOTIFICATION_SETTINGS_VIEW_LANGUAGE_VALUES!r}")
