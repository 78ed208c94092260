"""What notifications say: the templates of content/notifications, one file a kind, filled from an event.

Values are dates, amounts, counts and the title of a house, never a name, a mobile, a code or a message's text. Titles
are users' texts: they are cut, and lose addresses and long numbers.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from models.events.events import Event
from models.notifications.settings import Language
from services.local_time import LOCAL
from services.notifications.kinds import Kind
from utils.money import yuan

FOLDER = Path(__file__).parents[2] / "content" / "notifications"
LANGUAGES: tuple[Language, ...] = ("zh", "en")
MAX_TITLE = 14
"""How many characters of a house's title are sent: an SMS has 70."""
MAX_TITLE_IN_APP = 40
_MAX_DEVICE = 20
"""What a variable of a registered SMS may have."""
_LINK = re.compile(r"(?i)(?:https?|ftp)\S*|www\.\S*|\S+\.(?:com|cn|net|org|io|me|cc|top|xyz|vip|club|site|shop)\b\S*")
_NUMBER = re.compile(r"\d(?:[\s\-_.·]*\d){6,}[xX]?")
_PLACE = re.compile(r"{(\w+)}")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Words:
    """What belongs to no kind."""

    home: str
    """Stands for a title that nothing is left of."""
    sample: str
    """A title for previews."""
    device: str
    """Stands for an unknown device."""
    day: str
    """A date, with places for month and day, or for the month's name."""
    months: str = ""
    """The names of the months."""


@dataclass(frozen=True)
class Template:
    """The texts of a kind in one language, with places for values such as {house}."""

    name: str
    """What settings call the kind."""
    title: str
    text: str
    """One sentence or two, in the app and as Web Push."""
    mail_subject: str
    mail: str
    sms: str = ""
    """In Chinese only, as carriers register it, without the signature; empty for a kind that is not sent so."""
    refund_note: str = ""
    """Stands for {refund_note} where the event has a refund."""


@cache
def template(kind: str, language: Language) -> Template:
    """The texts of a kind."""
    content = tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))
    return Template(**{name: text.strip() for name, text in content[language].items()})


@cache
def words(language: Language) -> Words:
    """The words of a language."""
    content = tomllib.loads((FOLDER.parent / "notification_words.toml").read_text(encoding="utf-8"))
    return Words(**{name: text.strip() for name, text in content[language].items()})


def clean_title(title: str | None, language: Language, limit: int = MAX_TITLE) -> str:
    """A house's title as a notification shows it: on one line, cut, without addresses and long numbers."""
    shown = _SPACE.sub(" ", _NUMBER.sub("…", _LINK.sub("…", title or ""))).strip()
    if not shown or shown == "…":
        return words(language).home
    return shown if len(shown) <= limit else f"{shown[: limit - 1].rstrip()}…"


def values(
    kind: Kind, event: Event, title: str | None, language: Language, *, count: int = 1, limit: int = MAX_TITLE
) -> Mapping[str, str]:
    """What stands in the places of the templates; of the house's title, at most `limit` characters."""
    facts = event.payload
    found = {
        "house": clean_title(title, language, limit),
        "count": str(count),
        "time": _time(event.created_at, language),
    }
    for name, field in (("start", "start_date"), ("end", "end_date")):
        if facts.get(field):
            found[name] = _day(date.fromisoformat(facts[field]), language)
    if facts.get("due_at"):
        found["due"] = _time(datetime.fromisoformat(facts["due_at"]).replace(tzinfo=None), language)
    found |= {name: yuan(abs(facts[name])) for name in ("amount", "difference") if facts.get(name) is not None}
    refund = facts.get("part") or facts.get("refund")
    found["refund"] = yuan(refund or 0)
    note = template(kind.name, language).refund_note if refund else ""
    return found | {"refund_note": note.format_map(found), "device": _device(facts.get("device"), language)}


def _device(name: str | None, language: Language) -> str:
    return clean_title(name, language, _MAX_DEVICE) if name else words(language).device


def variables(text: str, found: Mapping[str, str]) -> Mapping[str, str]:
    """The values that a text has places for."""
    return {name: found[name] for name in _PLACE.findall(text)}


def path(kind: Kind, event: Event) -> str:
    """The path of the page that a notification is about."""
    facts = event.payload
    match kind.name:
        case "message":
            return f"/messages/{event.subject_id}"
        case "feed_failed" | "feed_healed":
            return f"/host/houses/{facts['house_id']}/calendar"
        case "house_approved" | "house_rejected":
            return f"/host/houses/{facts['house_id']}"
        case "new_device" | "password_changed":
            return "/me/devices"
        case "webhook_disabled":
            return "/me/developers"
    return f"/orders/{event.subject_id}"


def _day(day: date, language: Language) -> str:
    said = words(language)
    name = said.months.split()[day.month - 1] if said.months else ""
    return said.day.format(month=day.month, day=day.day, name=name)


def _time(utc: datetime, language: Language) -> str:
    local = utc.replace(tzinfo=UTC).astimezone(LOCAL)
    return f"{_day(local.date(), language)} {local:%H:%M}"
