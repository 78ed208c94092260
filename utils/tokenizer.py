"""Words of Chinese and English text for a full-text index that knows neither.

MariaDB's parser splits at spaces, wants three characters and drops English stop words. So every word is written as a
token of its own: English and digits behind `ww`, Chinese as overlapping pairs of code points in hexadecimal, and each
run's last character alone, so that a search for a single character finds it by prefix.
"""

import re
import unicodedata
from collections.abc import Iterator

_RUNS = re.compile(r"(?P<latin>[a-z0-9]+)|(?P<other>\w+?(?=[a-z0-9\W_]|$))")


def tokens(text: str) -> list[str]:
    """What is indexed of a text."""
    return list(dict.fromkeys(token for run in _runs(text) for token in _indexed(run)))


def query(text: str, most: int = 20) -> str:
    """A boolean full-text query for all of the words of `text`; empty where it has none."""
    wanted = dict.fromkeys(token for run in _runs(text) for token in _searched(run))
    return " ".join(f"+{token}" for token in list(wanted)[:most])


def _runs(text: str) -> Iterator[str]:
    """Unbroken runs of English letters and digits, or of other letters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return (match[0] for match in _RUNS.finditer(folded))


def _indexed(run: str) -> list[str]:
    return [f"ww{run}"] if run.isascii() else [*_pairs(run), _hex(run[-1])]


def _searched(run: str) -> list[str]:
    if run.isascii():
        return [f"ww{run}*"]
    return _pairs(run) or [f"{_hex(run)}*"]


def _pairs(run: str) -> list[str]:
    return [_hex(run[at : at + 2]) for at in range(len(run) - 1)]


def _hex(text: str) -> str:
    return "".join(f"{ord(character):05x}" for character in text)
