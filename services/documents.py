"""The texts of the platform: terms, privacy, help and about, in each language. They are read once, at the start."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from utils import markdown
from utils.markdown import Heading

AgreedName = Literal["terms", "privacy"]
AGREED: tuple[AgreedName, ...] = ("terms", "privacy")
"""The documents that a user agrees to at registering."""

_FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
_PLACE = re.compile(r"{([a-z_]+)}")


class InvalidDocument(Exception):
    """A file of content/ lacks its front matter, or names an unknown value."""


@dataclass(frozen=True)
class Document:
    """A text in one language. `version` is the date from which it holds, YYYY-MM-DD."""

    name: str
    language: str
    version: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class Documents:
    """All texts, by name and language."""

    texts: Mapping[tuple[str, str], Document]

    def find(self, name: str, language: str) -> Document:
        """The text in a language such as `zh_CN` or `en`; any other language gets Chinese, which is binding."""
        return self.texts[name, "en" if language.startswith("en") else "zh"]

    @property
    def versions(self) -> dict[AgreedName, str]:
        """The current version of each document that users agree to."""
        return {name: self.texts[name, "zh"].version for name in AGREED}

    @property
    def version(self) -> str:
        """The version of what users agree to as a whole: the latest one among the documents."""
        return max(self.versions.values())


def load(folder: Path, values: Mapping[str, Mapping[str, str]]) -> Documents:
    """Read `<name>.<language>.md` from `folder`, and put the values of its language where a text has `{name}`.

    A line that names an empty value is left out. Raises InvalidDocument.
    """
    found = [_read(path, values) for path in sorted(folder.glob("*.md"))]
    return Documents({(document.name, document.language): document for document in found})


def _read(path: Path, values: Mapping[str, Mapping[str, str]]) -> Document:
    name, language, _ = path.name.split(".")
    parts = _FRONT_MATTER.fullmatch(path.read_text(encoding="utf-8"))
    if parts is None:
        raise InvalidDocument(f"{path.name} has no front matter")
    facts = dict(line.split(": ", 1) for line in parts[1].splitlines())
    try:
        text = "\n".join(_filled(parts[2].splitlines(), values[language]))
        rendered = markdown.render(text)
        return Document(
            name, language, facts["version"], facts["title"], facts["description"], rendered.html, rendered.headings
        )
    except KeyError as missing:
        raise InvalidDocument(f"{path.name}: there is no {missing}") from None


def _filled(lines: list[str], values: Mapping[str, str]) -> list[str]:
    """The lines with their values. Raises KeyError for an unknown one."""
    shown = [line for line in lines if all(values[name] for name in _PLACE.findall(line))]
    return [_PLACE.sub(lambda place: values[place[1]], line) for line in shown]
