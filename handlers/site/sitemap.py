"""sitemap.xml: an index of files (https://www.sitemaps.org/protocol.html), each of bounded size."""

from collections.abc import Iterable, Iterator
from typing import Annotated
from xml.sax.saxutils import escape

from pydantic import Field

from handlers.api.answers import Document
from handlers.api.fields import local_time
from handlers.api.form_types import whole_number
from handlers.api.forms import Form
from handlers.api.handler import ApiHandler
from handlers.api.languages import Addresses, addresses
from handlers.api.routing import refuses
from handlers.api.surfaces import PAGE
from services.errors import NoData
from services.houses import catalogue, sitemap

XML = "application/xml; charset=UTF-8"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_INDEX = '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_URLS = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
_MAX_NUMBER = 10**9


class FileForm(Form):
    number: Annotated[int, whole_number(0, _MAX_NUMBER), Field(examples=[0])]
    """The number of the file, as the index names it."""


async def index(api: ApiHandler) -> Document:
    """The index of all files."""
    site = api.http.site.url
    names = ["pages", *(f"houses-{number}" for number in await sitemap.files(api.deps))]
    entries = (f"<sitemap><loc>{escape(site)}/sitemap-{name}.xml</loc></sitemap>\n" for name in names)
    return _document(_INDEX, entries, "</sitemapindex>\n")


async def pages(api: ApiHandler) -> Document:
    """The pages that are no house's: index, search by district, texts."""
    site = api.http.site.url
    districts = [f"aid={area.id}" for area in await catalogue.all_areas(api.deps)]
    plain = [route.path for route in api.application.routes if route.indexed and route.surface is PAGE]
    found = [addresses(site, path, "", ()) for path in plain if "<" not in path]
    found += [addresses(site, "/search", query, ("aid",)) for query in districts]
    return _document(_URLS, (_entry(each) for each in found), "</urlset>\n")


@refuses(NoData)
async def houses(api: ApiHandler, form: FileForm) -> Document:
    """The houses of one file."""
    site = api.http.site.url
    entries = (
        _entry(addresses(site, f"/houses/{house.id}", "", ()), f"<lastmod>{local_time(house.updated_at)}</lastmod>")
        for house in await sitemap.houses(api.deps, form.number)
    )
    return _document(_URLS, entries, "</urlset>\n")


def _entry(page: Addresses, more: str = "") -> str:
    """A page with the same page in each language."""
    return f"<url><loc>{escape(page.canonical)}</loc>{more}{''.join(_alternates(page))}</url>\n"


def _alternates(page: Addresses) -> Iterator[str]:
    for code, address in page.alternates.items():
        yield f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'


def _document(opening: str, entries: Iterable[str], closing: str) -> Document:
    return Document(f"{_HEAD}{opening}{''.join(entries)}{closing}".encode())
