"""People to try things with: `make run` loads them once."""

from models import users
from services.deps import Deps
from utils.mysql import Duplicate

PASSWORD = "ihome-demo-2026"  # noqa: S105  development only
PEOPLE = (("13800000001", "房东小李"), ("13800000002", "房客小王"))


async def load(deps: Deps) -> list[str]:
    """Create whoever is missing; returns a line about each person there is."""
    password_hash = await deps.passwords.hash(PASSWORD)
    for mobile, name in PEOPLE:
        try:
            user_id = await deps.db.transact(lambda q, mobile=mobile: users.create(q, mobile, password_hash))  # type: ignore[misc]
            await deps.db.transact(lambda q, user_id=user_id, name=name: users.set_name(q, user_id, name))  # type: ignore[misc]
        except Duplicate:
            continue
    return [f"demo user {name}: mobile {mobile}, password {PASSWORD}" for mobile, name in PEOPLE]
