"""Loads people, homes, pictures, stays and reviews into the database and the storage."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from models.houses import houses, images, listings, nights, prices
from models.types import HouseId
from services.deps import Deps
from services.houses import hosting
from services.local_time import midnight, today
from tools.demo import guest, people, pictures, stays
from tools.demo.homes import Home, homes
from tools.demo.people import PASSWORD, PEOPLE, People
from tools.demo.pictures import Picture
from tools.demo.reviews import Reviewers
from tools.demo.stays import Booked, Calendar
from utils.mysql import Queries

HOMES = 200
_SEED = 1949


def _silent(_: str) -> None:
    """Says nothing."""


async def load(deps: Deps, count: int = HOMES, say: Callable[[str], None] = _silent) -> list[str]:
    """Create what is missing; returns a line about each demo user, and one about the houses.

    `say` is told of the progress.
    """
    everybody = await people.load(deps)
    async with deps.db.connection() as queries:
        there = sum([len(await houses.of_user(queries, host)) for host in everybody.hosts])
    if not there:
        await _add_homes(deps, everybody, count, say)
    lines = [f"demo user {name}: mobile {mobile}, password {PASSWORD}" for mobile, name in PEOPLE]
    return [*lines, f"{there or count} demo houses"]


async def _add_homes(deps: Deps, everybody: People, count: int, say: Callable[[str], None]) -> None:
    loader = _Loader(deps, everybody)
    planned = list(homes(count, loader.chance))
    shown = [pictures.chosen(home, turn) for home, turn in zip(planned, _turns(planned), strict=True)]
    loaded = await pictures.load(deps, {name for names in shown for name in names})
    say(f"{len(loaded)} pictures are ready")
    added = []
    for home, names in zip(planned, shown, strict=True):
        added.append(await loader.add(home, [loaded[name] for name in names]))
        if len(added) % 50 == 0:
            say(f"{len(added)} of {count} homes")
    await guest.add_orders(deps, everybody, added)


def _turns(planned: list[Home]) -> list[int]:
    """How many homes of the same style come before each one: their covers differ."""
    seen: dict[str, int] = {}
    turns = []
    for home in planned:
        turns.append(seen.setdefault(home.kind.style, 0))
        seen[home.kind.style] += 1
    return turns


class _Loader:
    """Adds homes, one after the other, the same ones everywhere."""

    def __init__(self, deps: Deps, everybody: People) -> None:
        self.chance = random.Random(_SEED)  # noqa: S311
        self._deps = deps
        self._people = everybody
        self._reviewers = Reviewers(self.chance)
        self._today = today(deps)

    async def add(self, home: Home, shown: list[Picture]) -> HouseId:
        rows = await pictures.store(self._deps, shown)
        host = self._people.hosts[home.host - 1]

        async def create(queries: Queries) -> HouseId:
            words = hosting.search_words(home.draft)
            house_id = await houses.create(queries, host, home.draft, words, "approved")
            await prices.change_terms(queries, house_id, home.prices)
            for row in rows:
                await images.add(queries, house_id, row)
            await self._fill(queries, house_id, home)
            await listings.write(queries, house_id, self._today)
            return house_id

        return await self._deps.db.transact(create)

    async def _fill(self, queries: Queries, house_id: HouseId, home: Home) -> None:
        """Blocked nights, and past stays with reviews."""
        await nights.block(queries, house_id, self._blocked())
        reviews = self._reviewers.write(home)
        calendar = Calendar(self.chance, self._today, len(reviews))
        since = timedelta(days=400 if reviews else 12)
        created = "UPDATE houses SET created_at = %s WHERE id = %s"
        await queries.run(created, self._deps.now() - since, house_id)
        host = self._people.hosts[home.host - 1]
        for review, who in zip(reviews, self.chance.sample(self._people.guests, len(reviews)), strict=True):
            stay = calendar.next()
            at = midnight(stay.start) - timedelta(days=self.chance.randint(2, 30), hours=self.chance.randint(1, 12))
            await stays.add_reviewed(queries, Booked(house_id, host, who, stay, at), review)

    def _blocked(self) -> set[date]:
        """Up to four runs of nights that the host keeps for others, within ten weeks."""
        starts = [self._today + timedelta(days=self.chance.randrange(70)) for _ in range(self.chance.randrange(5))]
        return {start + timedelta(days=number) for start in starts for number in range(self.chance.randint(1, 4))}
