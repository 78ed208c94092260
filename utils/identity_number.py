"""Resident identity numbers of the People's Republic of China (GB 11643-1999)."""

import re
from datetime import date

from stdnum.cn import ric
from stdnum.exceptions import ValidationError


class InvalidIdentityNumber(ValueError):
    """The text is not a valid resident identity number of 18 characters."""


def parse(text: str, today: date) -> str:
    """The number, with a capital X. Raises InvalidIdentityNumber for a wrong form, check digit or birth date.

    County codes are not checked: they change faster than published lists of them.
    """
    number = text.upper()
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number) or ric.calc_check_digit(number) != number[-1]:
        raise InvalidIdentityNumber
    try:
        born = ric.get_birth_date(number)
    except ValidationError:
        raise InvalidIdentityNumber from None
    if not date(1880, 1, 1) <= born <= today:
        raise InvalidIdentityNumber
    return number


def mask(number: str) -> str:
    """The number as its owner sees it: its first three and last four characters, and asterisks between them."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]
