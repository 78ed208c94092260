"""A device in words, from what it calls itself (User-Agent), by the expressions of ua-parser."""

from dataclasses import dataclass
from functools import lru_cache

from ua_parser import Domain, parser

_SYSTEMS = {"Mac OS X": "macOS", "Chrome OS": "ChromeOS", "Ubuntu": "Linux", "Fedora": "Linux", "Debian": "Linux"}
_REMEMBERED = 4096


@dataclass(frozen=True)
class DeviceName:
    """The program and the system of a device; empty where they are unknown."""

    program: str
    system: str


@lru_cache(_REMEMBERED)
def device_name(user_agent: str) -> DeviceName:
    """The device that sends this header. Takes about a millisecond the first time; `user_agent` must be short."""
    found = parser(user_agent, Domain.USER_AGENT | Domain.OS)
    program = found.user_agent.family if found.user_agent else ""
    system = found.os.family if found.os else ""
    for kind in ("Mobile", "WebView", "Browser"):  # Mobile Safari, Chrome Mobile WebView, WeChat Browser
        program = program.replace(kind, "").strip() or program
    return DeviceName(program, _SYSTEMS.get(system, system))
