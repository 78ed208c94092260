"""Devices in words."""

import pytest

from utils.user_agents import DeviceName, device_name

KNOWN = {
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36": (
        "Chrome",
        "Linux",
    ),
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 "
    "Mobile/15E148 Safari/604.1": ("Safari", "iOS"),
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.1 "
    "Safari/605.1.15": ("Safari", "macOS"),
    "Mozilla/5.0 (Linux; Android 13; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile "
    "Safari/537.36 MicroMessenger/8.0.40": ("WeChat", "Android"),
    "curl/8.5.0": ("curl", ""),
    "": ("", ""),
    "\x00" * 200: ("", ""),
}


@pytest.mark.parametrize("user_agent", KNOWN)
def test_a_device_has_a_program_and_a_system(user_agent: str) -> None:
    assert device_name(user_agent) == DeviceName(*KNOWN[user_agent])
