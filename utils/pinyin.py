"""Pinyin of Chinese text, without tones.

A character has its commonest reading, unless it is a part of a name whose reading is given. pypinyin also knows 47,000
phrases, which would cost each process 40 MB; so only its table of characters is loaded, without the package.
"""

import importlib.util
import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

_HAN = re.compile(r"[\u3007\u3400-\u4dbf\u4e00-\u9fff]")


class Pinyin:
    """Reads Chinese text. `names` has the syllables of names that are read otherwise than character by character."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        self._names = {name: tuple(syllables) for name, syllables in names.items()}
        longest_first = sorted(map(re.escape, self._names), key=len, reverse=True)
        self._known = re.compile("|".join(longest_first) or "(?!)")

    def syllables(self, text: str) -> list[str]:
        """A syllable for each character; empty for a character without a reading."""
        found = [next(iter(readings(character)), "") for character in text]
        for match in self._known.finditer(text):
            found[match.start() : match.end()] = self._names[match[0]]
        return found


def is_chinese(text: str) -> bool:
    """Whether the text has a Chinese character."""
    return _HAN.search(text) is not None


@lru_cache(maxsize=10_000)
def readings(character: str) -> tuple[str, ...]:
    """Every reading of a character, the commonest first; empty for a character without one."""
    spoken = _table().get(ord(character), "") if _HAN.match(character) else ""
    return tuple(dict.fromkeys(_without_tone(reading) for reading in spoken.split(",") if reading))


def _without_tone(reading: str) -> str:
    """ü is v, as on a keyboard."""
    letters = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())


@cache
def _table() -> Mapping[int, str]:
    """The readings of each character with tones, the commonest first."""
    package = importlib.util.find_spec("pypinyin")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pypinyin")
    spec = importlib.util.spec_from_file_location("pinyin_dict", Path(package.origin).with_name("pinyin_dict.py"))
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError("pypinyin.pinyin_dict")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    table: Mapping[int, str] = module.pinyin_dict
    return table
