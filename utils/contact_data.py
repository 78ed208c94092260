"""Finds contact data in texts, also in disguise: mobile numbers, mail addresses, WeChat and QQ names, links.

Nothing is decided by it alone: whoever wants to get past it can. The cost is linear in the length of the text: every
repetition is bounded or possessive, so no expression goes back over what it has read.
"""

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Literal

Kind = Literal["mobile", "mail", "wechat", "qq", "link"]

_KNOWN = tomllib.loads(Path(__file__).with_name("contact_words.toml").read_text("utf-8"))
_DIGITS = str.maketrans(_KNOWN["digits"], _KNOWN["values"])
_WECHAT, _QQ, _ADD, _ADDED = ("|".join(_KNOWN[name]) for name in ("wechat", "qq", "add", "added"))
_WORDS = re.compile(r"zero|one|two|three|four|five|six|seven|eight|nine")
_NUMBER_OF = {word: str(number) for number, word in enumerate(_WORDS.pattern.split("|"))}
_AT = re.compile(r"[\s]{0,3}+[(\[{<][\s]{0,3}+at[\s]{0,3}+[)\]}>][\s]{0,3}+")

_MOBILE = re.compile(r"(?<!\d)(?:0{0,2}+86[\W_]{0,3}+)?1[\W_]{0,3}+[3-9](?:[\W_]{0,3}+\d){9}(?!\d)")
_PATTERNS: dict[Kind, re.Pattern[str]] = {
    "mail": re.compile(r"[\w+-]@[\w-]{1,63}+\.[a-z]{2}"),
    "wechat": re.compile(
        rf"(?:{_WECHAT}|\b[vw]x\b|(?<![a-z])[vw]x(?=[:_ -]))[^a-z0-9]{{0,8}}+[a-z0-9][\w-]{{4}}|(?:{_ADD})(?:{_ADDED})"
    ),
    "qq": re.compile(rf"(?:{_QQ})[^0-9]{{0,8}}+[1-9](?:[ -]?[0-9]){{4}}"),
    "link": re.compile(
        r"https?:/|\bwww\.[\w-]|[a-z0-9-]\.(?:com|cn|net|org|top|vip|io|me|cc|xyz|info|shop|site|club)(?![a-z0-9])"
    ),
}


def find(text: str) -> frozenset[Kind]:
    """The kinds of contact data that the text seems to hold."""
    folded = _AT.sub("@", unicodedata.normalize("NFKC", text).casefold())
    found: set[Kind] = {kind for kind, pattern in _PATTERNS.items() if pattern.search(folded)}
    if any(_MOBILE.search(each) for each in _numbers(folded)):
        found.add("mobile")
    return frozenset(found)


def _numbers(folded: str) -> tuple[str, str]:
    """The text with Chinese digits as numbers, and also with English ones."""
    chinese = "".join(char for char in folded if not unicodedata.combining(char)).translate(_DIGITS)
    return chinese, _WORDS.sub(lambda word: _NUMBER_OF[word[0]], chinese)
