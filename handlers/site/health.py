"""For load balancers and supervisors: is the process alive, may it be given requests."""

import asyncio

from handlers.api.handler import ApiHandler
from handlers.api.surfaces import Payload


async def live(api: ApiHandler) -> None:
    api.reply()


async def ready(api: ApiHandler) -> None:
    """503 while draining, while MariaDB or Redis is away, or while MariaDB refuses writes; says which."""
    writable, redis = await asyncio.gather(api.deps.db.writable(), api.deps.sessions.alive(timeout=1))
    state = {
        "database": writable is not None,
        "writable": bool(writable),
        "redis": redis,
        "draining": api.application.draining,
    }
    if not (writable and redis) or state["draining"]:
        api.set_status(503)
        api.set_header("Retry-After", "1")
    api.reply(Payload(state), text="OK" if api.get_status() == 200 else "尚未就绪")
