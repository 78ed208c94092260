"""Static files: pictures of the local storage, scripts and styles of pages, and Swagger UI for the API's document."""

import asyncio
import hashlib
import importlib.util
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tornado.web import StaticFileHandler, stream_request_body

from handlers.api import representation
from handlers.api.dispatch import StaticFiles
from handlers.api.settings import HttpSettings
from handlers.api.surfaces import REST
from services.errors import MethodNotAllowed, NoSuchPath
from utils.storage import FOREVER

_TEXT = (".js", ".css", ".svg", ".geojson")
_HASHED = re.compile(r"/static/[0-9a-f]{16}/")


@stream_request_body
class AssetHandler(StaticFileHandler):
    """Files of a package, or of ihome's pages. Under a URL with a hash they never change.

    Text is compressed once for each coding. The body of a request is discarded as it arrives: Tornado would keep and
    parse it.
    """

    _coding, _encoded = "", b""

    def data_received(self, chunk: bytes) -> None:
        """Discard it."""

    async def get(self, path: str, include_body: bool = True) -> None:
        if path.endswith(_TEXT):
            self.set_header("Vary", "Accept-Encoding")
            accepted = self.request.headers.get("Accept-Encoding", "")
            with suppress(OSError):  # a file that is missing is refused below
                encoding = asyncio.to_thread(representation.encode_file, Path(self.root, path), accepted)
                self._coding, self._encoded = await encoding
        await super().get(path, include_body)

    def get_content_type(self) -> str:
        outlines = self.absolute_path is not None and self.absolute_path.endswith(".geojson")
        return "application/geo+json" if outlines else super().get_content_type()

    def get_content_size(self) -> int:
        return len(self._encoded) if self._coding else super().get_content_size()

    def get_content(self, abspath: str, start: int | None = None, end: int | None = None) -> Any:  # type: ignore[override]
        """A part of the file in the chosen coding. Not a class method as in Tornado, which calls it on the handler."""
        return self._encoded[start:end] if self._coding else super().get_content(abspath, start, end)

    @classmethod
    def get_content_version(cls, abspath: str) -> str:
        return StaticFileHandler.get_content_version(abspath)  # of the file, not of a coding

    def compute_etag(self) -> str | None:
        tag = super().compute_etag()
        return f'{tag[:-1]}-{self._coding}"' if tag and self._coding else tag

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("X-Request-Id", secrets.token_hex(8))
        self.set_header("X-Content-Type-Options", "nosniff")
        http: HttpSettings = self.settings["http"]
        if http.strict_transport:
            self.set_header("Strict-Transport-Security", http.strict_transport)

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        if self._coding:
            self.set_header("Content-Encoding", self._coding)
        if _HASHED.match(self.request.path):
            self.set_header("Cache-Control", FOREVER)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", "GET, HEAD")
        refusal = MethodNotAllowed() if status_code == HTTPStatus.METHOD_NOT_ALLOWED else NoSuchPath()
        self.set_header("Content-Type", REST.content_type)
        self.finish(REST.envelope(refusal.errno, self.locale.translate(str(refusal)), {}))


class MediaHandler(AssetHandler):
    """Pictures. Browsers may keep them for ever, and run nothing that a file may contain."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        self.set_header("Cache-Control", FOREVER)


_ROOT = Path(__file__).parents[2]
PACKAGES = _ROOT / "node_modules"
_STATIC = {
    r"(leaflet\.(?:js|css))": PACKAGES / "leaflet" / "dist",
    r"(supercluster\.min\.js)": PACKAGES / "supercluster" / "dist",
    r"([a-z0-9-]+\.(?:js|css|svg|png|ico|geojson))": _ROOT / "static",
}
"""The directory of each static file, by its name; the first pattern that matches is used."""


def static_files(media: Path | None) -> list[StaticFiles]:
    """All static files; `media` is the directory of the local storage."""
    swagger = importlib.util.find_spec("flask_swagger_ui")  # its files only: Flask is never imported
    roots = swagger.submodule_search_locations if swagger else None
    found = [
        StaticFiles(re.compile(r"/docs/([a-z0-9-]+\.(?:js|css|png))"), AssetHandler, Path(root, "dist"))
        for root in roots or ()
    ]
    # under the hash of another release, a file of this one would be cached for ever: that is an unknown path
    for name, root in _STATIC.items():
        found.append(StaticFiles(re.compile(rf"/static/(?:{_static_version()}/)?{name}"), AssetHandler, root))
    # where browsers look without being told
    found.append(StaticFiles(re.compile(r"/(favicon\.ico|apple-touch-icon\.png)"), AssetHandler, _ROOT / "static"))
    if media is not None:
        # what utils.storage.new_key makes; anything else under /media/ is an unknown path
        pattern = re.compile(r"/media/([a-z]+/[0-9a-f]{32}(?:-[0-9]+)?\.(?:jpg|webp))")
        found.append(StaticFiles(pattern, MediaHandler, media))
    return found


def static_url_of() -> Callable[[str], str]:
    """A function that maps the name of a static file to its URL, which changes when any of the files changes."""
    version = _static_version()
    return lambda name: f"/static/{version}/{name}"


@cache
def _static_version() -> str:
    """16 hexadecimal digits (12 up to release 1.0.0, which serves its files under every such hash)."""
    digest = hashlib.sha256()
    for path in sorted([*(_ROOT / "static").iterdir(), _ROOT / "package-lock.json"]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
