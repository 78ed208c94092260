"""People to try things with: `make run` loads them once."""

from contextlib import suppress

from models import users
from services.deps import Deps
from utils.mysql import Duplicate, Queries

PASSWORD = "ihome-demo-2026"  # noqa: S105  development only
PEOPLE = (("13800000001", "房东小李"), ("13800000002", "房客小王"))


async def load(deps: Deps) -> list[str]:
    """Create whoever is missing; returns a line about each person there is."""
    password_hash = await deps.passwords.hash(PASSWORD)
    for mobile, name in PEOPLE:
        await _add(deps, mobile, name, password_hash)
    return [f"demo user {name}: mobile {mobile}, password {PASSWORD}" for mobile, name in PEOPLE]


async def _add(deps: Deps, mobile: str, name: str, password_hash: str) -> None:
    async def create(queries: Queries) -> None:
        user_id = await users.create(queries, mobile, password_hash)
        await users.set_name(queries, user_id, name)

    with suppress(Duplicate):
        await deps.db.transact(create)
