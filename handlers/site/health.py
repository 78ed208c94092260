"""For load balancers and supervisors: whether the process is alive, and whether it may be given requests."""

import asyncio
from http import HTTPStatus

from handlers.api.answers import view
from handlers.api.handler import ApiHandler


@view
class Readiness:
    """Whether the process can serve requests, condition by condition."""

    database: bool
    """Whether MariaDB answers."""
    writable: bool
    """Whether MariaDB takes writes."""
    redis: bool
    """Whether Redis answers."""
    draining: bool
    """Whether the process is about to stop."""


async def live(_: ApiHandler) -> None:
    """Say that the process is alive."""


async def ready(api: ApiHandler) -> Readiness:
    """Say whether the process may be given requests.

    503 while it drains, while MariaDB or Redis is away, and while MariaDB refuses writes; the answer says which.
    """
    writable, redis = await asyncio.gather(api.deps.db.writable(), api.deps.sessions.alive(timeout=0.8))
    state = Readiness(writable is not None, bool(writable), redis, api.application.draining)
    if not (state.writable and state.redis) or state.draining:
        api.set_status(HTTPStatus.SERVICE_UNAVAILABLE)
        api.set_header("Retry-After", "1")
        api.message = "尚未就绪"
    return state
