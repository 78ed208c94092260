"""Limits that pages show, from the forms that check them and from the settings."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from pydantic import BaseModel

from models.orders.bill import RefundTier
from services.orders.pricing import POLICIES
from utils.limits import Window
from utils.money import yuan

Limits = Mapping[str, Mapping[str, int]]
_KEYWORDS = {"minimum": "minimum", "maximum": "maximum", "minLength": "minimum", "maxLength": "maximum"}
_POLICY_NAMES = {"flexible": "灵活", "moderate": "适中", "strict": "严格"}


@cache
def of_form(form: type[BaseModel]) -> Limits:
    """For each field of a form its `minimum` and `maximum`: of a number, or of the length of a text."""
    return {name: _of_field(schema) for name, schema in form.model_json_schema(by_alias=False)["properties"].items()}


def _of_field(schema: Mapping[str, Any]) -> Mapping[str, int]:
    for kind in (schema, *schema.get("anyOf", ())):  # an optional field is a number or null
        if limits := {limit: kind[keyword] for keyword, limit in _KEYWORDS.items() if keyword in kind}:
            return limits
    return {}


def in_yuan(fen: Mapping[str, int]) -> Mapping[str, str]:
    return {limit: yuan(amount) for limit, amount in fen.items()}


def megabytes(size: int) -> str:
    return f"{size / 1024**2:g} MB"


def hours(time: timedelta) -> str:
    """A length of time in hours."""
    return f"{time / timedelta(hours=1):g}"


def wait_seconds(windows: tuple[Window, ...]) -> int:
    """How many seconds to wait between two uses: the longest window that allows only one."""
    return max((window.seconds for window in windows if window.count == 1), default=0)


def cancellation_policies(translate: Callable[[str], str]) -> Mapping[str, str]:
    """Each policy with the tiers of its refunds, in the reader's language."""
    return {
        policy: " · ".join([translate(_POLICY_NAMES[policy]), *(_tier(translate, tier) for tier in tiers)])
        for policy, tiers in POLICIES.items()
    }


def _tier(translate: Callable[[str], str], tier: RefundTier) -> str:
    text = translate("{days} 天前退 {percent}%") if tier.days_before else translate("当天退 {percent}%")
    return text.format(days=tier.days_before, percent=tier.percent)
