"""Which scope an API key needs for which route. A route that is not listed here is closed to all keys.

No key reaches accounts, passwords, sessions, keys, real names, payments or admins (tests/api/programs/test_scopes.py).
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from handlers.api.routing import Route
from services.programs.api_keys import Scope

_API = "/api/v1.0"

SCOPED: Mapping[Scope, tuple[str, ...]] = {
    "houses:read": (
        "GET /user/houses",
        "GET /user/calendar",
        "GET /user/house-drafts",
        "GET /user/house-drafts/<draft_id>",
    ),
    "houses:write": (
        "POST /houses",
        "PUT /houses/<house_id>",
        "DELETE /houses/<house_id>",
        "PUT /houses/<house_id>/status",
        "POST /houses/<house_id>/images",
        "PUT /houses/<house_id>/images",
        "DELETE /houses/<house_id>/images/<image_id>",
        "PUT /houses/<house_id>/prices",
        "PUT /houses/<house_id>/rules",
        "PUT /houses/<house_id>/instant",
        "POST /user/house-drafts",
        "PUT /user/house-drafts/<draft_id>",
        "DELETE /user/house-drafts/<draft_id>",
        "POST /user/house-drafts/<draft_id>/house",
    ),
    "calendar:write": (
        "PUT /houses/<house_id>/calendar",
        "GET /houses/<house_id>/feeds",
        "POST /houses/<house_id>/feeds",
        "DELETE /houses/<house_id>/feeds/<feed_id>",
    ),
    "orders:read": (
        "GET /user/orders",
        "GET /orders/<order_id>",
    ),
    "orders:write": (
        "PUT /orders/<order_id>/status",
        "PUT /orders/<order_id>/reply",
    ),
    "messages:read": (
        "GET /user/threads",
        "GET /threads/<thread_id>",
        "GET /threads/<thread_id>/messages",
        "GET /user/quick-replies",
    ),
    "messages:write": (
        "POST /orders/<order_id>/threads",
        "POST /threads/<thread_id>/messages",
        "POST /threads/<thread_id>/images",
        "PUT /threads/<thread_id>/read",
        "PUT /user/quick-replies",
    ),
    "events:read": (
        "GET /events",
        "GET /events/stream",
    ),
    "webhooks:write": (
        "GET /user/webhooks",
        "POST /user/webhooks",
        "PUT /user/webhooks/<webhook_id>",
        "DELETE /user/webhooks/<webhook_id>",
        "POST /user/webhooks/<webhook_id>/secret",
        "POST /user/webhooks/<webhook_id>/test",
        "GET /user/webhooks/<webhook_id>/deliveries",
        "GET /user/webhooks/<webhook_id>/deliveries/<delivery_id>",
        "POST /user/webhooks/<webhook_id>/deliveries/<delivery_id>/redeliver",
    ),
}
"""The routes of each scope. `pay` of an order is closed all the same (handlers/orders/orders.py)."""

_SCOPE_OF: Mapping[str, Scope] = {name: scope for scope, names in SCOPED.items() for name in names}


def with_scopes(routes: Iterable[Route]) -> tuple[Route, ...]:
    """The routes, each with its scope."""
    return tuple(replace(route, scope=_SCOPE_OF.get(_name(route), "")) for route in routes)


def _name(route: Route) -> str:
    return f"{route.verb} {route.path.removeprefix(_API)}" if route.path.startswith(_API) else ""
