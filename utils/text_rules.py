"""Allowed characters of texts and names, and names that look like other names (RFC 8265, RFC 8266, UTS #39)."""

import json
import unicodedata
from collections.abc import Collection
from importlib import resources

import precis_i18n
import regex

_HIDDEN = regex.compile(r"[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|\p{Mn}{5}")
"""Control, format and blank characters, and more than four combining marks on one character."""
_EMOJI_JOINERS = regex.compile(
    r"(?<=\p{Emoji})[\ufe0e\ufe0f]|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d(?=\p{Extended_Pictographic})"
)
_SHOWN = regex.compile(r"[\p{L}\p{N}\p{P}\p{S}]")
_DIGITS = str.maketrans({"0": "o", "1": "l", "|": "l"})
_NEVER = "(?!)"
_SPACE = regex.compile(r"\p{Zs}")
_MIXED = regex.compile(
    r"\p{Latin}\p{M}*[\p{Cyrillic}\p{Greek}\p{Cherokee}]|[\p{Cyrillic}\p{Greek}\p{Cherokee}]\p{M}*\p{Latin}"
)
"""Scripts that UTS #39 does not allow beside Latin letters within a word."""
_NICKNAME = precis_i18n.get_profile("Nickname")


class InvisibleText(ValueError):
    """The text contains invisible characters, or no visible character."""


def clean(text: str) -> str:
    """The text without surrounding white space, with plain spaces and line feeds in place of all other kinds.

    Emoji sequences are allowed. Raises InvisibleText. The time is linear in the length of the text.
    """
    text = _SPACE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    if _HIDDEN.search(_EMOJI_JOINERS.sub("", text).replace("\n", " ")) or not _SHOWN.search(text):
        raise InvisibleText
    return text


def nickname(text: str) -> str:
    """A name on one line, cleaned by `clean`. A middle dot may stand anywhere, as in transliterated names.

    Raises InvisibleText where the PRECIS profile Nickname or UTS #39's rule for mixed scripts does not allow the name.
    """
    text = clean(text)
    try:
        _NICKNAME.enforce(_EMOJI_JOINERS.sub("", text).replace("·", "-"))
    except UnicodeEncodeError:
        raise InvisibleText from None
    if "\n" in text or _MIXED.search(text) or unicodedata.category(text[0]).startswith("M"):
        raise InvisibleText
    return text


class LookAlikes:
    """Finds names that contain one of `words`, or something that looks like it, in any characters and separators.

    A word of Latin letters must not follow another letter.
    """

    def __init__(self, words: Collection[str]) -> None:
        folded = [regex.escape(_fold(word)) for word in words]
        latin = "|".join(word for word in folded if word.isascii()) or _NEVER
        other = "|".join(word for word in folded if not word.isascii()) or _NEVER
        self._within = regex.compile(rf"(?<![a-z])(?:{latin})|{other}")
        self._unspaced = regex.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{other}")

    def match(self, name: str) -> bool:
        """Whether a name contains one of the words."""
        forms = {_fold(name), _fold(name, digits=True)}
        return any(self._within.search(form) or self._unspaced.search(_unspaced(form)) for form in forms)


def _fold(text: str, *, digits: bool = False) -> str:
    """One text for all texts that look alike: UTS #39's skeleton without case and marks, and with l for i.

    `digits` also replaces digits by the letters that they look like.
    """
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    folded = plain.translate(_PROTOTYPES).casefold().translate(_PROTOTYPES).replace("i", "l").replace("rn", "m")
    return folded.translate(_DIGITS) if digits else folded


def _unspaced(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _prototypes() -> dict[int, str]:
    """The Latin letter that a character looks like, by the character's code point."""
    data = json.loads(resources.files("homoglyphs_fork").joinpath("confusables.json").read_text("utf-8"))
    letters = {chr(code): chr(code) for start in "aA" for code in range(ord(start), ord(start) + 26)} | {"rn": "m"}
    alike = {other.strip("\u200e"): letter for shape, letter in letters.items() for other in data.get(shape, ())}
    return {ord(char): letter for char, letter in alike.items() if len(char) == 1 and not char.isascii()}


_PROTOTYPES = _prototypes()
