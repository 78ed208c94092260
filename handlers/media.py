"""Files as they are: pictures of the local storage, and what the page of the API's document needs."""

import secrets
from typing import Any

import orjson
from tornado.web import StaticFileHandler

from handlers.surfaces import REST, Payload
from services.errors import NoSuchPath
from utils.storage import FOREVER


class AssetHandler(StaticFileHandler):
    """Files that came with a package."""

    def set_default_headers(self) -> None:
        self.clear_header("Server")
        self.set_header("X-Request-Id", secrets.token_hex(8))
        self.set_header("X-Content-Type-Options", "nosniff")

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        refusal = NoSuchPath()
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.finish(orjson.dumps(REST.envelope(refusal.errno, self.locale.translate(refusal.text), Payload())))


class MediaHandler(AssetHandler):
    """Whatever these files may hold, a browser is to show pictures only, and may keep them for ever."""

    def set_default_headers(self) -> None:
        super().set_default_headers()
        self.set_header("Content-Security-Policy", "default-src 'none'; sandbox")

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002
        self.set_header("Cache-Control", FOREVER)
