"""Files as they are: pictures of the local storage, and what the page of the API's document needs."""

import re
import secrets
from typing import Any

from tornado.web import StaticFileHandler

from handlers.surfaces import REST, Payload
from services.errors import NoSuchPath
from utils.storage import FOREVER

HASHED = re.compile(r"/static/[0-9a-f]{12}/")


class AssetHandler(StaticFileHandler):
    """Files that came with a package, or with ihome's pages. Under an address with their hash they never change."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("X-Request-Id", secrets.token_hex(8))
        self.set_header("X-Content-Type-Options", "nosniff")

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        if HASHED.match(self.request.path):
            self.set_header("Cache-Control", FOREVER)

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        refusal = NoSuchPath()
        self.set_header("Content-Type", REST.content_type)
        self.finish(REST.body(self.render_string, refusal.errno, self.locale.translate(refusal.text), Payload()))


class MediaHandler(AssetHandler):
    """Whatever these files may hold, a browser is to show pictures only, and may keep them for ever."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        self.set_header("Cache-Control", FOREVER)
