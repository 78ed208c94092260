"""Tokens of Chinese and English text for MariaDB's full-text index.

MariaDB's parser splits text at spaces, ignores words of fewer than three characters, and drops English stop words. So
words are indexed as tokens: English words and numbers with the prefix `ww`, Chinese as overlapping pairs of code points
in hexadecimal. The last character of a run is a token of its own, so a search for a single character finds it by its
prefix.
"""

import re
import unicodedata
from collections.abc import Iterator

_RUNS = re.compile(r"(?P<latin>[a-z0-9]+)|(?P<other>\w+?(?=[a-z0-9\W_]|$))")


def tokens(text: str) -> list[str]:
    """The tokens by which a text is indexed."""
    return list(dict.fromkeys(token for run in _runs(text) for token in _indexed(run)))


def query(text: str, limit: int = 20) -> str:
    """A boolean full-text query for all words of `text`, up to `limit` tokens; empty for a text without words."""
    wanted = dict.fromkeys(token for run in _runs(text) for token in _searched(run))
    return " ".join(f"+{token}" for token in list(wanted)[:limit])


def _runs(text: str) -> Iterator[str]:
    """Runs of English letters and digits, and runs of other letters, without case."""
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
