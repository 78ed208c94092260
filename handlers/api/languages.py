"""`?lang=en`: a language for one request, so that a page has an address in each language.

Without it, the reader's cookie and Accept-Language choose (handlers/api/answering.py).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from tornado.locale import Locale

LOCALES: Mapping[str, str] = {"zh-CN": "zh_CN", "en": "en"}
"""Each language, as HTML and addresses name it, with its locale."""

_CHOSEN = re.compile(r"(?:^|&)lang=(zh-CN|en)(?:&|$)")
_LINK = re.compile(r'(<a\b[^<>]*?\shref=")(/(?!/|static/|media/|api/|docs\b|ical/)[^"]*)"')
_FORM = re.compile(r'<form\b[^<>]*?\saction="/[^"]*"[^<>]*>')


def chosen(query: str) -> str | None:
    """The language that the query asks for; None for none, and for one that ihome does not have."""
    match = _CHOSEN.search(query) if "lang=" in query else None
    return match[1] if match else None


def keep(html: str, language: str) -> str:
    """A page whose links and search forms stay in this language."""
    linked = _LINK.sub(lambda link: f'{link[1]}{_with_language(link[2], language)}"', html)
    return _FORM.sub(lambda form: f'{form[0]}<input type="hidden" name="lang" value="{language}">', linked)


def _with_language(href: str, language: str) -> str:
    """An address of this site, escaped as in an attribute."""
    address, mark, fragment = href.partition("#")
    if "lang=" in address:
        return href
    return f"{address}{'&amp;' if '?' in address else '?'}lang={language}{mark}{fragment}"


def translated(locale: Locale, template: str, values: Sequence[object]) -> str:
    """A text with places for values in the reader's language; where it has one number, in the form for that number."""
    if len(values) == 1 and isinstance(values[0], int):
        numbered = locale.translate(template, template, values[0])
        if numbered != template:
            return numbered
    return locale.translate(template)


@dataclass(frozen=True)
class Addresses:
    """Where search engines find a page: its own address, and those in each language (`x-default`: the reader's)."""

    canonical: str
    alternates: Mapping[str, str]


def addresses(site_url: str, path: str, query: str, fields: tuple[str, ...]) -> Addresses:
    """The addresses of a page. Of the query, only `fields` make another page."""
    named = [(name, value) for name, value in parse_qsl(query) if name in fields]
    by_language = {code: _address(site_url, path, [*named, ("lang", code)]) for code in LOCALES}
    plain, language = _address(site_url, path, named), chosen(query)
    return Addresses(by_language.get(language or "", plain), {**by_language, "x-default": plain})


def _address(site_url: str, path: str, fields: list[tuple[str, str]]) -> str:
    return f"{site_url}{path}{'?' if fields else ''}{urlencode(fields)}"
