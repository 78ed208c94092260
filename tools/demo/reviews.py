"""What guests wrote about the homes: no two reviews are alike."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from tools.demo.homes import Home
from tools.demo.texts import sentences

_RATINGS, _WEIGHTS = (5, 4, 3, 2, 1), (62, 25, 9, 3, 1)
_COUNTS = (0, 1, 2, 3, 4, 5, 6, 8, 10, 13)


@dataclass(frozen=True)
class Review:
    """A guest's review with the host's reply, or without."""

    rating: int
    text: str
    reply: str | None


class Reviewers:
    """Writes reviews; remembers every text, and which sentences a home has already."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._texts: set[str] = set()
        self._said: set[str] = set()

    def write(self, home: Home) -> list[Review]:
        """The reviews of a home, the newest first; some homes have none."""
        self._said.clear()
        return [self._review(home) for _ in range(self._chance.choice(_COUNTS))]

    def _review(self, home: Home) -> Review:
        rating = self._chance.choices(_RATINGS, _WEIGHTS)[0]
        english = rating > 3 and self._chance.random() < 0.14
        text = self._unlike_all(home, rating, english=english)
        return Review(rating, text, self._reply(rating, english=english))

    def _unlike_all(self, home: Home, rating: int, *, english: bool) -> str:
        while True:
            parts = self._english(home) if english else self._chinese(home, rating)
            text = (" " if english else "").join(parts).format(place=home.place.name)
            if text not in self._texts:
                self._texts.add(text)
                return text

    def _chinese(self, home: Home, rating: int) -> list[str]:
        if rating <= 2:
            return [self._one("open2"), *(self._one("awful") for _ in range(4 - rating)), self._one("bad")]
        if rating == 3:
            return [self._one("open3"), self._one("good"), self._of(home.kind.gripes), self._one("bad")]
        return [
            *self._maybe(0.6, f"open{rating}"),
            self._of(home.kind.praise),
            self._one("good"),
            *self._more(home, rating),
        ]

    def _more(self, home: Home, rating: int) -> list[str]:
        flaw = [self._of(home.kind.gripes)] if rating == 4 and self._chance.random() < 0.6 else []
        return [*flaw, *self._maybe(0.35, "good"), *self._maybe(0.4, "around"), *self._maybe(0.5, "close")]

    def _english(self, home: Home) -> list[str]:
        middle = [self._of(home.kind.english), self._one("english_good")]
        return [
            *self._maybe(0.7, "english_open"),
            *middle,
            *self._maybe(0.5, "english_good"),
            self._one("english_close"),
        ]

    def _reply(self, rating: int, *, english: bool) -> str | None:
        if self._chance.random() > (0.4 if rating > 3 else 0.85):
            return None
        return self._one("english_thanks" if english else "thanks" if rating > 3 else "sorry")

    def _maybe(self, share: float, name: str) -> list[str]:
        return [self._one(name)] if self._chance.random() < share else []

    def _one(self, name: str) -> str:
        return self._of(sentences()[name])

    def _of(self, choices: Sequence[str]) -> str:
        """One of these sentences, if possible one that the home has not had."""
        fresh = [each for each in choices if each not in self._said]
        said = self._chance.choice(fresh or choices)
        self._said.add(said)
        return said
