"""How the text of a search is understood: docs/search.md has the rule.

1. A house must have every word of the text in its title or address: as it is, by pinyin, or by initials.
2. A part of the text that names a place is also met by every house that lies there.
3. Only if no house is found: the place whose name sounds or is written most alike.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz, process

from services.houses import gazetteer
from services.houses.gazetteer import Place
from utils import tokenizer
from utils.pinyin import is_chinese, readings

_MAX_TERMS = 20
"""A search ignores further words."""
_MAX_SOUNDS = 3
"""Only the first few words are also looked up as pinyin."""
_MAX_NAME_RUNS = 5
"""No name of a place has more words."""
_MIN_LETTERS, _MAX_LETTERS, _MIN_LIKENESS = 5, 40, 83
"""Shorter and longer texts are not corrected; likeness is rapidfuzz's ratio, in per cent."""


def query(text: str) -> str:
    """The boolean full-text query of a text, up to _MAX_TERMS terms; empty for a text without words."""
    runs = list(tokenizer.runs(text))
    words = _words(runs)
    letters = "".join(runs)
    if len(runs) > 1 and letters.isascii() and letters.isalpha() and len(letters) <= _MAX_LETTERS:
        return f"+(({words}) {tokenizer.sound_terms(letters)})"  # pinyin with spaces
    return words


def prepare() -> None:
    """Read everything that `query` and `nearest` need now, so that no search waits for it."""
    query("a")
    _fillers(), _spellings(), _by_length()
    readings(chr(0x4E00))


def _words(runs: Sequence[str]) -> str:
    left = list(runs)
    parts: list[str] = []
    budget = _MAX_TERMS
    while left and budget > 0:
        if parts and _fillers().fullmatch(left[0]):
            del left[0]
            continue
        length, places = _leading_place(left)
        sounds = budget > _MAX_TERMS - _MAX_SOUNDS
        words = [term for run in left[:length] for term in tokenizer.terms(run, sounds=sounds)][:budget]
        parts.append(_part(left[:length], places, words))
        budget -= len(words)
        del left[:length]
    return " ".join(parts)


def nearest(text: str) -> Place | None:
    """The place that the text names with a typing error; None where it names one rightly, or is like none."""
    written = gazetteer.normalized(text)
    if not written or len(written) > _MAX_LETTERS or written in gazetteer.by_name():
        return None
    if is_chinese(written):
        return _nearest_by_sound(written)
    if len(written) < _MIN_LETTERS or not written.isalpha():
        return None
    alike = process.extractOne(written, _spellings().get(written[0], ()), scorer=fuzz.ratio, score_cutoff=_MIN_LIKENESS)
    return gazetteer.by_name()[alike[0]][0] if alike else None


def _leading_place(runs: Sequence[str]) -> tuple[int, tuple[Place, ...]]:
    """How many of the first runs together name places, and these; 1 and none where they name nothing."""
    for length in range(min(len(runs), _MAX_NAME_RUNS), 0, -1):
        if places := gazetteer.by_name().get("".join(runs[:length]), ()):
            return length, places
    return 1, ()


def _part(runs: Sequence[str], places: Iterable[Place], words: Sequence[str]) -> str:
    """The condition of some runs: their words, or a house in one of the places that they name."""
    required = _all(words)
    if places:
        return f"+({_tokens(places)} ({required}))"
    places, rest = _beginning(runs[0])
    if not places:
        return required
    others = [f"+({_tokens(places)})", *([_all(tokenizer.terms(rest)[:_MAX_TERMS])] if rest else [])]
    return f"+(({required}) ({' '.join(others)}))"


def _beginning(run: str) -> tuple[tuple[Place, ...], str]:
    """The places whose Chinese name begins a run, and the rest of it without words that say nothing."""
    for length in range(len(run) - 1, 1, -1):
        places = gazetteer.by_name().get(run[:length], ())
        if places and is_chinese(run):
            rest = run[length:]
            return places, "" if _fillers().fullmatch(rest) else rest
    return (), run


def _all(terms: Iterable[str]) -> str:
    return " ".join(f"+{term}" for term in terms)


def _tokens(places: Iterable[Place]) -> str:
    return " ".join(place.token for place in places)


@cache
def _fillers() -> re.Pattern[str]:
    """Words of filler_words.txt: behind another word they say nothing more."""
    words = Path(__file__).with_name("filler_words.txt").read_text(encoding="utf-8").split()
    return re.compile(f"({'|'.join(words)})+")


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """What may be written for the places in letters, by the first letter, which is hardly ever wrong."""
    found: dict[str, list[str]] = {}
    for form in gazetteer.by_name():
        if form.isascii() and form.isalpha() and len(form) >= _MIN_LETTERS - 1:
            found.setdefault(form[0], []).append(form)
    return {letter: tuple(forms) for letter, forms in found.items()}


def _nearest_by_sound(written: str) -> Place | None:
    """The place whose Chinese name has the same sounds as the text in one of its readings."""
    heard = [{_sound(reading) for reading in readings(character)} for character in written]
    for place, sounds in _by_length().get(len(written), ()):
        if all(sound in possible for sound, possible in zip(sounds, heard, strict=True)):
            return place
    return None


@cache
def _by_length() -> dict[int, list[tuple[Place, list[str]]]]:
    """The places with the sounds of their Chinese names, by the number of characters."""
    found: dict[int, list[tuple[Place, list[str]]]] = {}
    for place in gazetteer.places():
        for name in filter(is_chinese, map(gazetteer.normalized, place.names)):
            sounds = [_sound(syllable) for syllable in gazetteer.pinyin().syllables(name)]
            found.setdefault(len(name), []).append((place, sounds))
    return found


def _sound(syllable: str) -> str:
    """A syllable as many speakers say it: without the difference of z and zh, of n and ng."""
    return re.sub("^([zcs])h", r"\1", syllable).removesuffix("g")
