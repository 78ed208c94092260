"""Suggestions while a guest types: districts, landmarks and titles of houses."""

from dataclasses import dataclass
from functools import cache

from models.houses import houses
from models.houses.houses import HouseTitle
from services import limits
from services.deps import Deps, Visitor
from services.houses import gazetteer
from services.houses.gazetteer import Place
from utils.pinyin import is_chinese

MAX_SUGGESTIONS = 8
_MAX_TITLES, _MAX_READ = 3, 20
"""Of so many houses that are read, so many different titles are suggested."""


@dataclass(frozen=True)
class Suggestions:
    """What a guest may mean: places, the districts first, and houses whose title begins with the text."""

    places: list[Place]
    houses: list[HouseTitle]


async def suggestions(deps: Deps, text: str, visitor: Visitor) -> Suggestions:
    """Up to MAX_SUGGESTIONS places and houses that begin with `text`. Raises TooOftenFromAddress."""
    await limits.acquire_if_possible(deps, ("suggestions_per_ip", visitor.address))
    async with deps.read_db.connection() as queries:
        read = await houses.titles(queries, text, _MAX_READ)
    titles = list({house.title: house for house in read}.values())[:_MAX_TITLES]
    return Suggestions(places(text)[: MAX_SUGGESTIONS - len(titles)], titles)


def places(text: str) -> list[Place]:
    """The places of which a name, its pinyin, its initials, or a word of an English name begins with the text.

    Those whose name is the text come first, those of which only an inner word begins so come last.
    """
    begun = gazetteer.normalized(text)
    if not begun:
        return []
    ranked = [(rank, place) for place, forms, inner in _forms() if (rank := _rank(begun, forms, inner)) is not None]
    return [place for _, place in sorted(ranked, key=lambda each: each[0])]


def _rank(begun: str, forms: frozenset[str], inner: frozenset[str]) -> int | None:
    if begun in forms:
        return 0
    if any(form.startswith(begun) for form in forms):
        return 1
    return 2 if any(form.startswith(begun) for form in inner) else None


@cache
def _forms() -> list[tuple[Place, frozenset[str], frozenset[str]]]:
    """Each place with what a guest may begin to type for it, and the inner words of its English names."""
    return [
        (
            place,
            frozenset(form for name in place.names for form in _typed(name)),
            frozenset(form for name in place.names for form in _inner_words(name)),
        )
        for place in gazetteer.places()
    ]


def _typed(name: str) -> list[str]:
    if not is_chinese(name):
        return gazetteer.forms(name)
    initials = "".join(syllable[:1] for syllable in gazetteer.pinyin().syllables(gazetteer.normalized(name)))
    return [*gazetteer.forms(name), initials]


def _inner_words(name: str) -> list[str]:
    words = name.split()
    return [gazetteer.normalized("".join(words[at:])) for at in range(1, len(words))]


def prepare() -> None:
    """Read the gazetteer now, so that no search waits for it."""
    places("a")
