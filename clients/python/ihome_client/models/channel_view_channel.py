from typing import Literal

ChannelViewChannel = Literal["mail", "push", "sms"]

CHANNEL_VIEW_CHANNEL_VALUES: set[ChannelViewChannel] = {
    "mail",
    "push",
    "sms",
}


def check_channel_view_channel(value: str) -> ChannelViewChannel:
    if value in CHANNEL_VIEW_CHANNEL_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CHANNEL_VIEW_CHANNEL_VALUES!r}")
