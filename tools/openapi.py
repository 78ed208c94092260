"""Print the OpenAPI document of this tree; needs no running server: `python -m tools.openapi [--without-ajax]`."""

import argparse

import orjson

from handlers.api.session import COOKIE
from handlers.api.settings import ApiInfo
from handlers.api.surfaces import AJAX
from handlers.routes import ROUTES, TAGS
from handlers.site.openapi import document
from utils.version import VERSION

URL = "http://127.0.0.1:8000"
"""Where `make run` serves."""


def text(*, ajax: bool = True) -> bytes:
    """The document as JSON; with `ajax=False`, without the AJAX operations for older clients."""
    routes = [route for route in ROUTES if ajax or route.surface is not AJAX]
    used = {route.tag for route in routes}
    tags = tuple((name, description) for name, description in TAGS if name in used)
    return orjson.dumps(document(routes, ApiInfo(URL, VERSION, COOKIE, tags)), option=orjson.OPT_INDENT_2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-ajax", action="store_true", help="leave out the operations for older clients")
    print(text(ajax=not parser.parse_args().without_ajax).decode())
