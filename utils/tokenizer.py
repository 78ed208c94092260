"""Tokens of Chinese and English text for MariaDB's full-text index.

MariaDB's parser splits text at spaces, ignores words of fewer than three characters, and drops English stop words. So
words are indexed as tokens: English words and numbers with the prefix `ww`, Chinese as overlapping pairs of code points
in hexadecimal. The last character of a run is a token of its own, so a search for a single character finds it by its
prefix. From each Chinese character on, the next few are also indexed by their pinyin, joined with the prefix `py`
(`pysanlitun`), and by its initials with the prefix `ii` (`iislt`).
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

ReadAloud = Callable[[str], Sequence[str]]
"""The pinyin of a text: a syllable for each character, empty where a character has none."""

_RUNS = re.compile(r"(?P<latin>[a-z0-9]+)|(?P<other>\w+?(?=[a-z0-9\W_]|$))")
_SYLLABLES = 8
"""So many characters are indexed by their pinyin together. Their token is shorter than MariaDB's limit of 84."""
_MIN_LETTERS = 3
"""Fewer letters of pinyin, or initials, would find too much."""


def tokens(text: str, read_aloud: ReadAloud) -> list[str]:
    """The tokens by which a text is indexed."""
    return list(dict.fromkeys(token for run in runs(text) for token in _indexed(run, read_aloud)))


def terms(run: str, *, sounds: bool = True) -> list[str]:
    """The terms of a boolean full-text query that a text with this run meets, all of them.

    Without `sounds`, letters are not looked up as pinyin: each such term reads a part of the index.
    """
    if not run.isascii():
        return _pairs(run) or [f"{_hex(run)}*"]
    if not sounds or len(run) < _MIN_LETTERS or not run.isalpha():
        return [f"ww{run}*"]
    return [f"(ww{run}* {sound_terms(run)})"]


def sound_terms(letters: str) -> str:
    """The alternatives of a boolean full-text query for letters that are pinyin or initials."""
    return f"py{letters}* ii{letters}*" if len(letters) <= _SYLLABLES else f"py{letters}*"


def runs(text: str) -> Iterator[str]:
    """Runs of English letters and digits, and runs of other letters, without case."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return (match[0] for match in _RUNS.finditer(folded))


def _indexed(run: str, read_aloud: ReadAloud) -> list[str]:
    return [f"ww{run}"] if run.isascii() else [*_pairs(run), _hex(run[-1]), *_sounds(read_aloud(run))]


def _sounds(syllables: Sequence[str]) -> Iterator[str]:
    for at, first in enumerate(syllables):
        if not first:
            continue
        spoken = list(syllables[at : at + _SYLLABLES])
        spoken = spoken[: spoken.index("")] if "" in spoken else spoken
        yield f"py{''.join(spoken)}"
        if len(spoken) >= _MIN_LETTERS:
            yield f"ii{''.join(syllable[0] for syllable in spoken)}"


def _pairs(run: str) -> list[str]:
    return [_hex(run[at : at + 2]) for at in range(len(run) - 1)]


def _hex(text: str) -> str:
    return "".join(f"{ord(character):05x}" for character in text)
