"""Markdown as HTML: CommonMark without raw HTML, whose headings can be linked to."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token


@dataclass(frozen=True)
class Heading:
    """A heading of the second level: its text, and the id under which a link finds it."""

    id: str
    text: str


@dataclass(frozen=True)
class Rendered:
    """A text as HTML, and its headings of the second level in order."""

    html: str
    headings: tuple[Heading, ...]


@lru_cache(maxsize=32)
def render(source: str) -> Rendered:
    """`source` as HTML. Markup in it is shown as text; links lead to https, mailto, tel and paths of this site."""
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=_Renderer).enable("table")
    tokens = parser.parse(source)
    headings: list[Heading] = []
    for token, content in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            headings.append(Heading(f"s{len(headings) + 1}", _text(content)))
            token.attrSet("id", headings[-1].id)
    html: str = parser.renderer.render(tokens, parser.options, {})
    return Rendered(html, tuple(headings))


class _Renderer(RendererHTML):
    """Tables scroll within a frame of their own, so that the page is never wider than the screen."""

    def table_open(self, *_: object) -> str:
        return '<div class="scroll" tabindex="0">\n<table>\n'

    def table_close(self, *_: object) -> str:
        return "</table>\n</div>\n"


def _text(inline: Token) -> str:
    return re.sub(r"\s+", " ", "".join(child.content for child in inline.children or ())).strip()
