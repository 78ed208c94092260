"""The table of endpoints, as docs/endpoints.md has it: `python -m tools.endpoints > docs/endpoints.md`."""

import argparse

from handlers.api.routing import Route
from handlers.routes import ROUTES

HEAD = """# Endpoints

Written by `python -m tools.endpoints` from `handlers/routes.py`; a test keeps it true. What each answers is in the
three API documents, which README.md names, and in their tests: `tests/api/accounts/test_document_000.py`,
`tests/api/accounts/test_document_002.py`, `tests/api/houses/test_document_003.py`.
HEAD is answered wherever GET is. Where GET has an effect, HEAD has none: {effects}.

| verb | path | surface | who | what it does |
|---|---|---|---|---|
"""


def table() -> str:
    effects = ", ".join(f"`{row.path}`" for row in ROUTES if row.verb == "GET" and row.has_effect)
    return HEAD.replace("{effects}", effects) + "".join(_line(row) for row in ROUTES)


def _line(row: Route) -> str:
    who = "everybody" if row.public else "signed in"
    module, name = row.endpoint.__module__.rpartition(".")[2], row.endpoint.__name__
    return f"| {row.verb} | `{row.path}` | {row.surface.name} | {who} | `{module}.{name}` |\n"


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(table(), end="")
