"""What the texts of content/ say about deadlines, limits and refunds: from the rules and settings that are in force."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from models.orders.bill import RefundTier
from models.stay import MAX_NIGHTS
from services.deps import AnswerTimes, OrderRules
from services.houses import drafts
from services.houses.favourites import MAX_FAVOURITES
from services.houses.house_images import MAX_PICTURES
from services.local_time import BOOKING_WINDOW_DAYS
from services.orders.pricing import MONTH, POLICIES, WEEK

Phrases = Mapping[str, str]
_MINUTE, _HOUR, _DAY = 60, 3600, 24 * 3600


@dataclass(frozen=True)
class Installation:
    """The settings that the texts name. Times are in seconds, sizes in bytes; an empty text is not shown."""

    site: str
    operator: str
    contact: str
    icp: str
    session: int
    session_idle: int
    app_session: int
    device: int
    sms_code: int
    picture: int


def load(folder: Path, rules: OrderRules, installation: Installation) -> Mapping[str, Mapping[str, str]]:
    """For each language of `folder`/phrases.toml, each place of the texts (`{accept_times}`) with its value."""
    languages = tomllib.loads((folder / "phrases.toml").read_text(encoding="utf-8"))
    return {language: _facts(phrases, rules, installation) for language, phrases in languages.items()}


def _facts(phrases: Phrases, rules: OrderRules, installation: Installation) -> Mapping[str, str]:
    here = installation
    return {
        "site": here.site,
        "operator": here.operator,
        "contact": here.contact,
        "icp": here.icp,
        "accept_times": _times(phrases, rules.accept),
        "pay_times": _times(phrases, rules.pay),
        "pending": str(rules.pending),
        "feed_minutes": _number(rules.feed / _MINUTE),
        "session_days": _number(here.session / _DAY),
        "session_idle_hours": _number(here.session_idle / _HOUR),
        "app_session_days": _number(here.app_session / _DAY),
        "device_days": _number(here.device / _DAY),
        "sms_minutes": _number(here.sms_code / _MINUTE),
        "picture_mb": _number(here.picture / 1024**2),
        "draft_days": str(drafts.LIFETIME.days),
        "pictures": str(MAX_PICTURES),
        "favourites": str(MAX_FAVOURITES),
        "max_nights": str(MAX_NIGHTS),
        "window_days": str(BOOKING_WINDOW_DAYS),
        "week": str(WEEK),
        "month": str(MONTH),
        **{policy: _tiers(phrases, tiers) for policy, tiers in POLICIES.items()},
    }


def _number(value: float) -> str:
    return f"{value:g}"


def _times(phrases: Phrases, times: AnswerTimes) -> str:
    """`24 hours if the stay begins in 7 days or later, …, otherwise 2 hours`."""
    return phrases["separator"].join(_time(phrases, days, seconds) for days, seconds in times)


def _time(phrases: Phrases, days: int, seconds: int) -> str:
    return phrases["hours_from" if days else "hours_otherwise"].format(days=days, hours=_number(seconds / _HOUR))


def _tiers(phrases: Phrases, tiers: tuple[RefundTier, ...]) -> str:
    """The refunds of a policy, the earliest day first."""
    return phrases["tiers"].join(_tier(phrases, tier) for tier in tiers)


def _tier(phrases: Phrases, tier: RefundTier) -> str:
    which = {0: "refund_on_the_day", 1: "refund_the_day_before"}.get(tier.days_before, "refund_before")
    return phrases[which].format(days=tier.days_before, percent=tier.percent)
