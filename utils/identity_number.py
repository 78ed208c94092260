"""Resident identity numbers of the People's Republic of China (GB 11643-1999)."""

import re
from datetime import date

from stdnum.cn import ric
from stdnum.exceptions import ValidationError


class InvalidIdentityNumber(ValueError):
    """The text is no 18-digit resident identity number."""


def parse(text: str, today: date) -> str:
    """The number with a capital X. Checks form, check digit and birth date; an unknown county is no error.

    Counties come and go faster than any list of them. Raises InvalidIdentityNumber.
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
    """What its owner is shown: the first three and the last four characters."""
    return number[:3] + "*" * (len(number) - 7) + number[-4:]
