"""The limits that pages tell, from forms and settings."""

from datetime import timedelta

import pytest

from handlers.accounts import forms as account_forms
from handlers.houses import forms as house_forms
from handlers.houses import price_forms
from handlers.site import page_limits
from utils.limits import windows


def test_limits_are_those_of_the_form() -> None:
    house = page_limits.of_form(house_forms.HouseForm)
    assert house["title"] == {"minimum": 1, "maximum": 64}
    assert house["max_days"] == {"minimum": 0, "maximum": 365}
    assert page_limits.of_form(price_forms.PricesForm)["weekend_price"] == {"minimum": 1, "maximum": 100_000_000}
    assert page_limits.of_form(account_forms.PasswordChangeForm)["password"] == {"minimum": 8, "maximum": 128}


def test_amounts_are_told_in_yuan() -> None:
    assert page_limits.in_yuan({"minimum": 1, "maximum": 100_000_000}) == {"minimum": "0.01", "maximum": "1,000,000"}


@pytest.mark.parametrize(("size", "text"), [(2 * 1024**2, "2 MB"), (1536 * 1024, "1.5 MB")])
def test_sizes_are_told_in_megabytes(size: int, text: str) -> None:
    assert page_limits.megabytes(size) == text


def test_the_longest_time_to_answer_is_told_in_hours() -> None:
    assert page_limits.hours(timedelta(days=1)) == "24"
    assert page_limits.hours(timedelta(minutes=90)) == "1.5"


@pytest.mark.parametrize(("limit", "seconds"), [("1/60s 5/1h", 60), ("1/1m 1/1h", 3600), ("2/60s", 0)])
def test_after_one_use_the_next_one_waits_for_the_longest_window_of_one(limit: str, seconds: int) -> None:
    assert page_limits.wait_seconds(windows(limit)) == seconds


def test_a_policy_is_told_with_its_tiers() -> None:
    assert page_limits.cancellation_policies(str) == {
        "flexible": "灵活 · 1 天前退 100% · 当天退 50%",
        "moderate": "适中 · 5 天前退 100% · 1 天前退 50%",
        "strict": "严格 · 14 天前退 100% · 7 天前退 50%",
    }
