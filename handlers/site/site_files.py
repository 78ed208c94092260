"""Files that browsers and crawlers look for: robots.txt, security.txt, the manifest, the service worker."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path

import orjson
import tornado.locale
from tornado.template import Template

from handlers.api import languages
from handlers.api.answers import Document
from handlers.api.handler import ApiHandler
from handlers.api.routing import Route, refuses
from handlers.api.surfaces import PAGE
from services.errors import NoData

PLAIN = "text/plain; charset=UTF-8"
MANIFEST = "application/manifest+json"
SCRIPT = "text/javascript; charset=UTF-8"
OFFLINE_FILES = ("offline.css", "icon.svg")
"""The files of the page that is shown without a connection; the service worker keeps them."""

_EXPIRES_DAYS = 180
_FIELD = re.compile(r"<\w+>")
_ROOT = Path(__file__).parents[2]
_ALWAYS_PRIVATE = ("/api/", "/ical/", "/pay/")
_THEME = "#b3361e"


async def robots(api: ApiHandler) -> Document:
    """What crawlers may read."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _private(api.application.routes))]
    return Document("\n".join([*lines, "", f"Sitemap: {api.http.site.url}/sitemap.xml", ""]).encode())


def _private(routes: Iterable[Route]) -> Iterator[str]:
    """Patterns (RFC 9309) of the paths that need a signed-in user, and of those that are no pages.

    `/me` alone would also forbid `/media/…`, so a first segment that is private as a whole is named with its ends.
    """
    pages = [route for route in routes if route.surface is PAGE]
    shared = {_first(route.path) for route in pages if route.public}
    yield from _ALWAYS_PRIVATE
    for first in sorted({_first(route.path) for route in pages if not route.public} - shared):
        yield from (f"/{first}$", f"/{first}/", f"/{first}?")
    for path in sorted({route.path for route in pages if not route.public and _first(route.path) in shared}):
        yield _FIELD.sub("*", path)


def _first(path: str) -> str:
    return path.split("/")[1]


@refuses(NoData)
async def security(api: ApiHandler) -> Document:
    """Where to report a vulnerability (RFC 9116)."""
    site = api.http.site
    if not site.contact:
        raise NoData
    expires = datetime.combine(api.deps.now().date() + timedelta(days=_EXPIRES_DAYS), time(), UTC)
    lines = (
        f"Contact: {_uri(site.contact)}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: zh, en",
        f"Canonical: {site.url}/.well-known/security.txt",
    )
    return Document("".join(f"{line}\n" for line in lines).encode())


def _uri(contact: str) -> str:
    if contact.startswith("https://"):
        return contact
    return f"mailto:{contact}" if "@" in contact else f"tel:{contact.replace(' ', '-')}"


async def manifest(api: ApiHandler) -> Document:
    """The web app manifest, in the language of `?lang=`."""
    language = languages.chosen(api.request.query) or "zh-CN"
    translate = tornado.locale.get(languages.LOCALES[language]).translate
    name, kind = translate("爱家租房"), translate("短租民宿")
    asset = api.http.asset_url
    icons = [
        {"src": asset(f"icon-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for size in (192, 512)
        for purpose in ("any", "maskable")
    ]
    return Document(
        orjson.dumps(
            {
                "id": "/",
                "name": f"{name} · {kind}",
                "short_name": name,
                "lang": language,
                "start_url": "/",
                "scope": "/",
                "display": "standalone",
                "background_color": "#ffffff",
                "theme_color": _THEME,
                "icons": [*icons, {"src": asset("icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
            }
        )
    )


async def service_worker(api: ApiHandler) -> Document:
    """The service worker: its code behind the names of this release's files."""
    files = [api.http.asset_url(name) for name in OFFLINE_FILES]
    icon = api.http.asset_url("apple-touch-icon.png")
    release = orjson.dumps(
        {"name": f"ihome-{files[0].split('/')[2]}", "page": "/offline", "files": files, "icon": icon}
    )
    return Document(b"self.release = " + release + b";\n" + _worker())


@cache
def _worker() -> bytes:
    return (_ROOT / "static" / "sw.js").read_bytes()


async def offline(api: ApiHandler) -> Document:
    """The page that is shown without a connection, in both languages: nothing on it depends on the viewer."""
    return Document(_offline_page().generate(asset=api.http.asset_url))


@cache
def _offline_page() -> Template:
    return Template((_ROOT / "templates" / "offline.html").read_bytes(), "offline.html", whitespace="single")
