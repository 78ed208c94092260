"""Files as they are: pictures of the local storage, what pages need, and what the page of the API's document needs."""

import asyncio
import hashlib
import importlib.util
import re
import secrets
from collections.abc import Callable
from contextlib import suppress
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

_TEXT = (".js", ".css", ".svg")
HASHED = re.compile(r"/static/[0-9a-f]{12}/")


@stream_request_body
class AssetHandler(StaticFileHandler):
    """Files that came with a package, or with ihome's pages. Under an address with their hash they never change. Text
    is compressed once for each coding. A body is thrown away as it arrives: Tornado would keep and parse it."""

    _coding, _encoded = "", b""

    def data_received(self, chunk: bytes) -> None:
        """Nothing is done with it."""

    async def get(self, path: str, include_body: bool = True) -> None:
        if path.endswith(_TEXT):
            self.set_header("Vary", "Accept-Encoding")
            accepted = self.request.headers.get("Accept-Encoding", "")
            with suppress(OSError):  # a file that is missing is refused below
                encoding = asyncio.to_thread(representation.encode_file, Path(self.root, path), accepted)
                self._coding, self._encoded = await encoding
        await super().get(path, include_body)

    def get_content_size(self) -> int:
        return len(self._encoded) if self._coding else super().get_content_size()

    def get_content(self, abspath: str, start: int | None = None, end: int | None = None) -> Any:  # type: ignore[override]
        """A part of the file, as it is sent. Tornado asks its handler, so this may know which coding was chosen."""
        return self._encoded[start:end] if self._coding else super().get_content(abspath, start, end)

    @classmethod
    def get_content_version(cls, abspath: str) -> str:
        return StaticFileHandler.get_content_version(abspath)  # of the file itself

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
        if HASHED.match(self.request.path):
            self.set_header("Cache-Control", FOREVER)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        if status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            self.set_header("Allow", "GET, HEAD")
        refusal = MethodNotAllowed() if status_code == HTTPStatus.METHOD_NOT_ALLOWED else NoSuchPath()
        self.set_header("Content-Type", REST.content_type)
        self.finish(REST.envelope(refusal.errno, self.locale.translate(str(refusal)), {}))


class MediaHandler(AssetHandler):
    """Whatever these files may hold, a browser is to show pictures only, and may keep them for ever."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        self.set_header("Cache-Control", FOREVER)


_HERE = Path(__file__).parents[2]
PACKAGES = _HERE / "node_modules"
_STATIC = {
    r"(cally\.js)": PACKAGES / "cally" / "dist",
    r"(pico\.min\.css)": PACKAGES / "@picocss" / "pico" / "css",
    r"([a-z0-9-]+\.(?:js|css|svg))": _HERE / "static",
}
"""Where the files of pages are; the first that fits is taken."""


def all_of_them(media: Path | None) -> list[StaticFiles]:
    """What is served as it is; `media` is the directory of the local storage."""
    swagger = importlib.util.find_spec("flask_swagger_ui")  # its files only: Flask is never imported
    roots = swagger.submodule_search_locations if swagger else None
    found = [
        StaticFiles(re.compile(r"/docs/([a-z0-9-]+\.(?:js|css|png))"), AssetHandler, Path(root, "dist"))
        for root in roots or ()
    ]
    for name, root in _STATIC.items():
        found.append(StaticFiles(re.compile(rf"/static/(?:[0-9a-f]{{12}}/)?{name}"), AssetHandler, root))
    if media is not None:
        # what utils.storage.new_key makes; anything else under /media/ is an unknown path
        pattern = re.compile(r"/media/([a-z]+/[0-9a-f]{32}(?:-[0-9]+)?\.(?:jpg|webp))")
        found.append(StaticFiles(pattern, MediaHandler, media))
    return found


def addresses() -> Callable[[str], str]:
    """Makes the address of a page's file, which holds a hash of all of them: it changes when one of them does."""
    digest = hashlib.sha256()
    for path in sorted([*(_HERE / "static").iterdir(), _HERE / "package-lock.json"]):
        digest.update(path.name.encode() + path.read_bytes())
    version = digest.hexdigest()[:12]
    return lambda name: f"/static/{version}/{name}"
