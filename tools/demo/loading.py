"""Loads people, homes, pictures, stays, reviews and messages into the database and the storage."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial

from models.houses import houses, images, listings, nights, prices, review_counts
from models.houses.images import NewImage
from models.houses.stay_rules import StayRules
from models.types import HouseId, UserId
from services.deps import Deps
from services.houses import arrival, search_index
from services.local_time import midnight, today
from services.orders.states import OrderStatus
from tools.demo import guest, people, pictures, stays, talk
from tools.demo.homes import Home, homes
from tools.demo.people import HOSTS, PASSWORD, PEOPLE, People
from tools.demo.pictures import Albums, Picture
from tools.demo.reviews import Review, Reviewers
from tools.demo.stays import Booked, Calendar
from tools.demo.terms import arrival_guide
from utils.mysql import Queries

HOMES = 200
_SEED = 1949
_TOGETHER = 4
"""How many stays a transaction adds: each transaction has a deadline."""
_PAST = timedelta(days=400)
"""For how long a home with reviews has been here."""


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
    albums = Albums()
    shown = [albums.choose(home) for home in planned]
    loaded = await pictures.load(deps, {name for names in shown for name in names})
    say(f"{len(loaded)} pictures are ready")
    added = []
    for home, names in zip(planned, shown, strict=True):
        added.append(await loader.add(home, [loaded[name] for name in names]))
        if len(added) % 50 == 0:
            say(f"{len(added)} of {count} homes")
    await _add_dealings(deps, everybody, dict(zip(added, planned, strict=True)))


async def _add_dealings(deps: Deps, everybody: People, added: dict[HouseId, Home]) -> None:
    """What the README's guest has booked and written: the stay to come is with the first host."""
    own = [house_id for house_id, home in added.items() if home.host == 1]
    plain = [house_id for house_id in own if added[house_id].rules == StayRules()]
    booked = await guest.add_orders(deps, everybody, list(added), plain)
    about = dict.fromkeys([booked.get(OrderStatus.PAID, own[0]), *own]) if own else ()
    await talk.add_threads(deps, everybody.guest, everybody.hosts[0], list(about))


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
        reviews, blocked = self._reviewers.write(home), self._blocked()
        house_id = await self._deps.db.transact(lambda queries: self._create(queries, home, rows, blocked))
        stays_ = list(zip(reviews, self._stays(house_id, home, len(reviews)), strict=True))
        for first in range(0, len(stays_), _TOGETHER):
            batch = stays_[first : first + _TOGETHER]
            await self._deps.db.transact(partial(self._add_reviewed, house_id=house_id, stays_=batch))
        return house_id

    async def _create(self, queries: Queries, home: Home, rows: list[NewImage], blocked: set[date]) -> HouseId:
        house_id = await houses.create(queries, self._host(home), home.draft, "approved")
        await search_index.write(queries, house_id)
        await prices.change_terms(queries, house_id, home.prices)
        await prices.set_rules(queries, house_id, home.rules)
        if HOSTS[home.host - 1] in dict(PEOPLE):
            await arrival.write(self._deps, queries, house_id, arrival_guide(home.number, home.draft))
        for row in rows:
            await images.add(queries, house_id, row)
        await nights.block(queries, house_id, blocked)
        await listings.write(queries, house_id, self._today)
        return house_id

    async def _add_reviewed(self, queries: Queries, house_id: HouseId, stays_: list[tuple[Review, Booked]]) -> None:
        terms = await prices.terms(queries, house_id)
        for review, booked in stays_:
            await stays.add_reviewed(queries, booked, review, terms)
        await review_counts.write(queries, house_id)
        await houses.set_created_at(queries, house_id, self._deps.now() - _PAST)
        await listings.write(queries, house_id, self._today)

    def _stays(self, house_id: HouseId, home: Home, count: int) -> Iterator[Booked]:
        """So many past stays, the latest first, each of another guest."""
        calendar = Calendar(self.chance, self._today, count)
        for guest_id in self.chance.sample(self._people.guests, count):
            stay = calendar.next()
            at = midnight(stay.start) - timedelta(days=self.chance.randint(2, 30), hours=self.chance.randint(1, 12))
            yield Booked(house_id, self._host(home), guest_id, stay, at)

    def _host(self, home: Home) -> UserId:
        return self._people.hosts[home.host - 1]

    def _blocked(self) -> set[date]:
        """Up to four runs of nights that the host keeps for others, within ten weeks."""
        starts = [self._today + timedelta(days=self.chance.randrange(70)) for _ in range(self.chance.randrange(5))]
        return {start + timedelta(days=number) for start in starts for number in range(self.chance.randint(1, 4))}
