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

    Those whose name is the text come first.
    """
    begun = gazetteer.normalized(text)
    if not begun:
        return []
    exact, longer = [], []
    for place, forms in _forms():
        if begun in forms:
            exact.append(place)
        elif any(form.startswith(begun) for form in forms):
            longer.append(place)
    return exact + longer


@cache
def _forms() -> list[tuple[Place, frozenset[str]]]:
    """Each place with everything that a guest may begin to type for it."""
    return [(place, frozenset(form for name in place.names for form in _typed(name))) for place in gazetteer.places()]


def _typed(name: str) -> list[str]:
    if is_chinese(name):
        initials = "".join(syllable[:1] for syllable in gazetteer.pinyin().syllables(gazetteer.normalized(name)))
        return [*gazetteer.forms(name), initials]
    words = name.split()
    return [gazetteer.normalized("".join(words[at:])) for at in range(len(words))]
