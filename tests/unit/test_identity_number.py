"""GB 11643: the standard's own examples, and what is none."""

from datetime import date

import pytest

from utils.identity_number import InvalidIdentityNumber, mask, parse

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("number", ["11010519491231002X", "440524188001010014", "11010519491231002x"])
def test_the_standards_examples_are_valid(number: str) -> None:
    assert parse(number, TODAY) == number.upper()


@pytest.mark.parametrize(
    "number", ["", "11010519491231002", "110105194912310021", "11010519491331002X", "440524188001010014 ", "X" * 18]
)
def test_what_is_none_is_refused(number: str) -> None:
    with pytest.raises(InvalidIdentityNumber):
        parse(number, TODAY)


def test_nobody_was_born_in_the_future() -> None:
    with pytest.raises(InvalidIdentityNumber):
        parse("11010519491231002X", date(1949, 12, 30))


def test_the_mask_shows_three_and_four() -> None:
    assert mask("11010519491231002X") == "110***********002X"
