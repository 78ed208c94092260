"""The arrival guide of a house: directions, door code, Wi-Fi, manual. Its host writes it, guests who have paid read it.

It is sealed at rest, as identity numbers are: neither a dump of the database nor a back-up opens a door.
"""

from dataclasses import asdict, dataclass

import orjson
import structlog

from models.houses import arrivals
from models.types import HouseId
from services import limits
from services.deps import Deps
from services.houses.access import NoSuchHouse, lock_house, require_house
from utils.crypto import UNREADABLE
from utils.mysql import Queries
from utils.sessions import Session

log = structlog.get_logger()


@dataclass(frozen=True)
class ArrivalGuide:
    """What a guest needs at the door. A text is empty where the host has written none."""

    directions: str = ""
    door_code: str = ""
    wifi_name: str = ""
    wifi_password: str = ""
    manual: str = ""

    def __repr__(self) -> str:
        """Says nothing of its texts: objects are shown in logs and traces."""
        return "ArrivalGuide(…)"


async def show(deps: Deps, session: Session, house_id: HouseId) -> ArrivalGuide:
    """The guide of one's own house. Raises NoSuchHouse, also for somebody else's house."""
    async with deps.db.connection() as queries:
        house = await require_house(queries, house_id)
        if house.user_id != session.user_id:
            raise NoSuchHouse
        return await read(deps, queries, house_id)


async def replace(deps: Deps, session: Session, house_id: HouseId, guide: ArrivalGuide) -> None:
    """Write the guide of one's own house. Raises NoSuchHouse, also for somebody else's house, and TooOften."""

    async def work(queries: Queries) -> None:
        if await lock_house(queries, house_id) != session.user_id:
            raise NoSuchHouse
        await write(deps, queries, house_id, guide)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    await deps.db.transact(work)


async def write(deps: Deps, queries: Queries, house_id: HouseId, guide: ArrivalGuide) -> None:
    """Write the guide of a house that the caller has locked; an empty guide deletes it."""
    if guide == ArrivalGuide():
        await arrivals.delete(queries, house_id)
        return
    sealed = deps.vault.seal(orjson.dumps(asdict(guide)).decode(), _context(house_id))
    await arrivals.put(queries, house_id, sealed, deps.now())


async def read(deps: Deps, queries: Queries, house_id: HouseId) -> ArrivalGuide:
    """The guide of a house for a reader whom the caller has checked.

    A guide whose key is lost is logged and reads as empty: the rest of the order still helps a guest at the door.
    """
    sealed = await arrivals.find(queries, house_id)
    if sealed is None:
        return ArrivalGuide()
    try:
        return ArrivalGuide(**orjson.loads(deps.vault.open(sealed, _context(house_id))))
    except UNREADABLE:
        log.error("arrival_guide_unreadable", house_id=house_id)
        return ArrivalGuide()


def _context(house_id: HouseId) -> str:
    """Binds a sealed guide to its house (utils/crypto.py)."""
    return f"house:{house_id}"
