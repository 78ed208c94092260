"""The web addresses in a text that a page may make clickable."""

import re
from dataclasses import dataclass

_LINK = re.compile(
    r"\bhttps?://(?P<host>[a-z0-9](?:[a-z0-9-]|\.(?=[a-z0-9])){0,252}+)(?::[0-9]{1,5}+)?(?![\w:@])"
    r"(?:[/?#][a-z0-9\-._~:/?#@!$&*+,;=%]{0,1000}+)?",
    re.IGNORECASE | re.ASCII,
)
_AFTER = ".,;:!?"
"""Punctuation that ends a sentence, not an address."""
MAX_LINKS = 20


@dataclass(frozen=True)
class Link:
    """An http or https address as it stands in the text, and its host."""

    text: str
    host: str


def find(text: str) -> list[Link]:
    """The first MAX_LINKS addresses of a text, in order. The time is linear in the length of the text.

    Only hosts in plain ASCII with a dot: an address with a user name, or whose host may look like another one, stays
    text.
    """
    found: list[Link] = []
    for match in _LINK.finditer(text):
        host = match["host"].lower()
        if "." in host and len(found) < MAX_LINKS:
            found.append(Link(match[0].rstrip(_AFTER), host))
    return found
