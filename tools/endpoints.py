"""Writes docs/endpoints.md, the table of endpoints: `python -m tools.endpoints > docs/endpoints.md`."""

import argparse

from handlers.api.routing import Route
from handlers.routes import ROUTES
from handlers.site.openapi import summary_and_description

HEAD = """# Endpoints

Written by `python -m tools.endpoints` from `handlers/routes.py`; a test keeps it true. What each answers is in the
three API documents, which README.md names, and in their tests: `tests/api/accounts/test_document_000.py`,
`tests/api/accounts/test_document_002.py`, `tests/api/houses/test_document_003.py`.
HEAD is answered wherever GET is. Where GET has an effect, HEAD has none: {effects}.

| verb | path | surface | who | what it does |
|---|---|---|---|---|
"""


def table() -> str:
    effects = ", ".join(f"`{route.path}`" for route in ROUTES if route.verb == "GET" and route.has_effect)
    return HEAD.replace("{effects}", effects) + "".join(_line(route) for route in ROUTES)


def _line(route: Route) -> str:
    who = "everybody" if route.public else "signed in"
    return f"| {route.verb} | `{route.path}` | {route.surface.name} | {who} | {summary_and_description(route)[0]} |\n"


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(table(), end="")
