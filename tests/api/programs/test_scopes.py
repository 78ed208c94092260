"""The table of scopes."""

import re

from handlers.api.surfaces import REST
from handlers.programs.scopes import SCOPED
from handlers.routes import ROUTES

CLOSED = re.compile(
    r"/(password|sessions?|tokens|smscode|imagecode|users|admin|payments|pay)\b|/user/(auth|api-keys|name|avatar|consents)"
)


def test_every_row_names_a_closed_rest_route_once() -> None:
    listed = sorted(name for names in SCOPED.values() for name in names)
    scoped = [route for route in ROUTES if route.scope]
    assert listed == sorted(f"{route.verb} {route.path.removeprefix('/api/v1.0')}" for route in scoped)
    assert all(route.surface is REST and not route.public for route in scoped)


def test_no_key_reaches_accounts_payments_or_admins() -> None:
    assert [route.path for route in ROUTES if route.scope and CLOSED.search(route.path)] == []


def test_only_a_scope_that_writes_changes_something() -> None:
    assert [route.path for route in ROUTES if route.verb != "GET" and route.scope.endswith(":read")] == []
