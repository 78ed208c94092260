"""Every count that is limited stays limited with several database writers (promise 24): three nodes of Galera.

Row locks do not travel between nodes, so SELECT … FOR UPDATE guards nothing here. What guards a count is written in the
same transaction: of two that count at the same time the later one then fails at COMMIT, and is tried again.
"""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from composition import open_deps
from config import Config
from models.accounts import users
from models.houses import houses, listings
from models.houses.prices import PriceChange, PriceRange
from models.orders.idempotency import IdempotencyKey
from models.stay import Stay
from services.accounts import profile
from services.deps import Deps
from services.errors import Refusal
from services.houses import calendar_sync, favourites, hosting, house_images, moderation, prices
from services.local_time import today
from services.orders import actions, booking, payments
from services.orders.stay_rules import BookingRequest
from services.orders.transitions import RequestContext
from tests.conftest import Stores
from tests.makers import WIDE, draft, identity_number
from tests.pictures import picture
from tests.torture.galera import Missing, cluster
from utils.mysql import DatabaseUnavailable, Queries
from utils.payments import ReceivedPayment
from utils.sessions import Session

pytestmark = pytest.mark.torture
NODES, JOBS, CROWD = 3, 12, 30
_numbers = itertools.count(1)
Call = Callable[[Deps], Awaitable[Any]]


@pytest.fixture(scope="module")
def urls() -> Iterator[list[str]]:
    with ExitStack() as stack:
        try:
            found = stack.enter_context(cluster(NODES))
        except Missing as missing:
            pytest.skip(str(missing))
        yield found


class Platform:
    """A server on each node, all with one Redis."""

    def __init__(self, nodes: list[Deps]) -> None:
        self.nodes = nodes

    async def parallel(self, calls: Sequence[Call]) -> Counter[str]:
        """Run these side by side, in turn on all nodes; returns how often what came of them."""
        await self.rows("SELECT 1")
        answers = await asyncio.gather(
            *(self._one(call, node) for call, node in zip(calls, itertools.cycle(self.nodes)))
        )
        return Counter(answers)

    async def change(self, sql: str, *args: object) -> int:
        result = await self.nodes[0].db.transact(lambda queries: queries.run(sql, *args))
        return result.last_id

    async def rows(self, sql: str, *args: object) -> list[dict[str, Any]]:
        """What every node holds, once it has heard of everything."""
        found = []
        for node in self.nodes:
            async with node.db.connection() as queries:
                await queries.run("SET SESSION wsrep_sync_wait = 1")
                found.append(await queries.all(sql, *args))
                await queries.run("SET SESSION wsrep_sync_wait = 0")
        assert all(each == found[0] for each in found)
        return found[0]

    async def count(self, sql: str, *args: object) -> int:
        return int((await self.rows(f"SELECT COUNT(*) AS n FROM {sql}", *args))[0]["n"])  # noqa: S608

    async def user(self, *, known: bool = True) -> Session:
        """Somebody who may book and publish, unless their real name is not `known`."""
        number = next(_numbers)

        async def create(queries: Queries) -> int:
            user_id = await users.create(queries, f"{13700000000 + number}", "")
            if known:
                await users.set_real_name(
                    queries, user_id, "张三", b"x", number.to_bytes(32, "big"), self.nodes[0].now()
                )
            return user_id

        return Session("", await self.nodes[0].db.transact(create), 0, 0, "", "")

    async def house(self, host: Session) -> int:
        async def create(queries: Queries) -> int:
            house_id = await houses.create(queries, host.user_id, draft(), "approved")
            await listings.write(queries, house_id, today(self.nodes[0]))
            return house_id

        return await self.nodes[0].db.transact(create)

    async def pictures(self, house_id: int) -> None:
        """As many as an admin wants to see."""
        sql = """INSERT INTO house_images (house_id, position, stem, width, height, bytes, blurhash)
                 SELECT %s, seq, CONCAT('houses/', %s, 'x', seq), 1600, 1067, 0, '' FROM seq_1_to_3"""
        await self.change(sql, house_id, house_id)

    async def houses(self, host: Session, count: int) -> list[int]:
        return [await self.house(host) for _ in range(count)]

    def stay(self, start: int = 0, days: int = 1) -> Stay:
        first = today(self.nodes[0]) + timedelta(days=14 + start)
        return Stay(first, first + timedelta(days=days))

    async def _one(self, call: Call, node: Deps) -> str:
        try:
            await call(node)
        except (Refusal, DatabaseUnavailable) as refusal:
            return type(refusal).__name__
        return "done"


@asynccontextmanager
async def platform(urls: list[str], stores: Stores, directory: Path, **settings: Any) -> AsyncIterator[Platform]:
    fields = {"env": "development", "redis_url": stores.redis_url, "outbox": directory, "media": directory / "media"}
    fields |= {"feed_private": True}
    async with AsyncExitStack() as stack:
        nodes = []
        for url in urls:
            config = Config.model_validate(fields | WIDE | {"database_url": url} | settings)
            nodes.append(await stack.enter_async_context(open_deps(config)))
        yield Platform(nodes)


def call(function: Callable[..., Awaitable[Any]], *args: Any, **options: Any) -> Call:
    return lambda node: function(node, *args, **options)


def book(guest: Session, house_id: int, stay: Stay, once: IdempotencyKey | None = None) -> Call:
    return call(booking.book, RequestContext(guest.user_id, "r"), BookingRequest(house_id, stay, 1), once)


async def test_a_guest_has_five_orders_waiting(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        found = await ihome.houses(await ihome.user(), CROWD)
        waiting = []
        for number in range(JOBS):
            guest = await ihome.user()
            answers = await ihome.parallel([book(guest, house_id, ihome.stay(number)) for house_id in found])
            waiting.append(await ihome.count("orders WHERE user_id = %s", guest.user_id))
            assert answers["done"] == waiting[-1]
        assert waiting == [5] * JOBS


async def test_a_user_has_five_hundred_favourites(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        host = await ihome.user()
        found = await ihome.houses(host, CROWD)
        await ihome.change(
            """INSERT INTO houses (user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds,
                                   deposit, min_days, max_days, description, search_words, review)
               SELECT user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds, deposit,
                      min_days, max_days, description, search_words, review
               FROM houses JOIN seq_1_to_497 WHERE id = %s""",
            found[0],
        )
        for _ in range(JOBS):
            guest = await ihome.user()
            others = "SELECT %s, id FROM houses WHERE user_id = %s AND id NOT IN %s"
            await ihome.change(
                f"INSERT INTO favourites (user_id, house_id) {others}",
                guest.user_id,
                host.user_id,
                tuple(found),
            )
            await ihome.parallel([call(favourites.add, guest, house_id) for house_id in found])
            assert await ihome.count("favourites WHERE user_id = %s", guest.user_id) == 500


async def test_a_house_has_ten_calendars(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        host = await ihome.user()
        for _ in range(JOBS):
            house_id = await ihome.house(host)
            addresses = [f"https://127.0.0.1/{number}.ics" for number in range(CROWD)]
            await ihome.parallel([call(calendar_sync.connect, host, house_id, address) for address in addresses])
            assert await ihome.count("feeds WHERE house_id = %s", house_id) == 10


async def test_a_house_has_twenty_pictures(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    content = picture()
    async with platform(urls, stores, tmp_path) as ihome:
        host = await ihome.user()
        for _ in range(JOBS):
            house_id = await ihome.house(host)
            await ihome.change(
                """INSERT INTO house_images (house_id, position, stem, width, height, bytes, blurhash)
                   SELECT %s, seq, CONCAT('houses/', %s, '-', seq), 1, 1, 1, '' FROM seq_1_to_18""",
                house_id,
                house_id,
            )
            await ihome.parallel([call(house_images.add, host, house_id, content)] * 9)
            assert await ihome.count("house_images WHERE house_id = %s", house_id) == 20


async def test_a_hosts_pictures_have_a_size_together(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    content = picture()
    async with platform(urls, stores, tmp_path, house_pictures_bytes=40_000) as ihome:
        for _ in range(JOBS):
            host = await ihome.user()
            found = await ihome.houses(host, 6)
            await ihome.parallel([call(house_images.add, host, house_id, content) for house_id in found])
            [row] = await ihome.rows(
                """SELECT SUM(bytes) AS bytes, MAX(bytes) AS most FROM house_images JOIN houses ON houses.id = house_id
                   WHERE user_id = %s""",
                host.user_id,
            )
            assert 40_000 - row["most"] < row["bytes"] <= 40_000


async def test_dated_prices_are_those_of_one_request(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        host = await ihome.user()
        house_id, first = await ihome.house(host), ihome.stay().start

        def ranges(number: int) -> PriceChange:
            begins = [first + timedelta(days=number + 20 * each) for each in range(5)]
            ranges = [PriceRange(begin, begin + timedelta(days=15), 100 + number) for begin in begins]
            return PriceChange(ranges=tuple(ranges))

        for _ in range(JOBS):
            await ihome.parallel([call(prices.change, host, house_id, ranges(n)) for n in range(9)])
            found = await ihome.rows("SELECT price, COUNT(*) AS n FROM house_prices GROUP BY price")
            assert [row["n"] for row in found] == [5]


async def test_one_key_is_one_order(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        house_id = await ihome.house(await ihome.user())
        for number in range(JOBS):
            guest, once = await ihome.user(), IdempotencyKey(number.to_bytes(32, "big"), b"b" * 32)
            answers = await ihome.parallel([book(guest, house_id, ihome.stay(number), once)] * 9)
            assert answers == {"done": 9}
            assert await ihome.count("orders WHERE user_id = %s", guest.user_id) == 1


async def test_a_person_has_one_account_and_an_account_one_person(
    urls: list[str], stores: Stores, tmp_path: Path
) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        for number in range(JOBS):
            people = [await ihome.user(known=False) for _ in range(3)]
            cards = [identity_number(900_000 + 10 * number + each) for each in range(3)]
            calls = [call(profile.set_real_name, person, "张三", cards[0]) for person in people]
            calls += [call(profile.set_real_name, people[0], "张三", card) for card in cards]
            await ihome.parallel(calls)
            ids = tuple(person.user_id for person in people)
            given = await ihome.rows("SELECT id_card_index FROM users WHERE id_card IS NOT NULL AND id IN %s", ids)
            assert 0 < len(given) == len({row["id_card_index"] for row in given})


async def test_an_order_moves_once(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        host, guest = await ihome.user(), await ihome.user()
        house_id = await ihome.house(host)
        for number in range(JOBS):
            booked = await booking.book(
                ihome.nodes[0],
                RequestContext(guest.user_id, "r"),
                BookingRequest(house_id, ihome.stay(number), 1),
                None,
            )
            moves = [(host, "accept"), (guest, "cancel"), (host, "reject")] * 3
            asked = [(RequestContext(who.user_id, "r"), booked.order_id, action) for who, action in moves]
            await ihome.parallel([call(actions.act, *each, reason="x", version=1) for each in asked])
            [row] = await ihome.rows("SELECT version, status FROM orders WHERE id = %s", booked.order_id)
            assert row["version"] == 2
            assert await ihome.count("order_events WHERE order_id = %s", booked.order_id) == 2
            nights = await ihome.count("house_nights WHERE order_id = %s", booked.order_id)
            assert nights == (row["status"] == "WAIT_PAYMENT")
            await ihome.change("UPDATE orders SET status = 'CANCELED' WHERE id = %s", booked.order_id)


async def test_a_house_that_is_deleted_has_no_order_to_come(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        host = await ihome.user()
        for _ in range(JOBS):
            house_id = await ihome.house(host)
            guests = [await ihome.user() for _ in range(2)]
            calls = [book(guest, house_id, ihome.stay(3 * place)) for place, guest in enumerate(guests)]
            await ihome.parallel([*calls, call(hosting.delete, host, house_id)])
            [row] = await ihome.rows("SELECT deleted FROM houses WHERE id = %s", house_id)
            assert not (row["deleted"] and await ihome.count("orders WHERE house_id = %s", house_id))


async def test_a_night_is_sold_once(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path, orders_pending=1000) as ihome:
        host, guests = await ihome.user(), [await ihome.user() for _ in range(CROWD)]
        for number in range(JOBS):
            house_id, chance = await ihome.house(host), random.Random(number)
            stays = [ihome.stay(chance.randrange(8), chance.randint(1, 4)) for _ in guests]
            await ihome.parallel([book(guest, house_id, stay) for guest, stay in zip(guests, stays, strict=True)])
            orders = await ihome.rows("SELECT id, start_date, days FROM orders WHERE house_id = %s", house_id)
            sold = [order["start_date"] + timedelta(days=day) for order in orders for day in range(order["days"])]
            assert sold
            assert len(sold) == len(set(sold)) == await ihome.count("house_nights WHERE house_id = %s", house_id)


async def test_money_is_taken_and_given_back_once(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path) as ihome:
        host, guest = await ihome.user(), await ihome.user()
        house_id = await ihome.house(host)
        asked, answer = RequestContext(guest.user_id, "r"), RequestContext(host.user_id, "r")
        for number in range(JOBS):
            stay = BookingRequest(house_id, ihome.stay(number), 1)
            order_id = (await booking.book(ihome.nodes[0], asked, stay, None)).order_id
            await actions.act(ihome.nodes[0], answer, order_id, "accept")
            await ihome.parallel([call(actions.pay, asked, order_id, phone=False)] * 9)
            [payment] = await ihome.rows("SELECT out_trade_no, amount FROM payments WHERE order_id = %s", order_id)
            paid = ReceivedPayment(payment["out_trade_no"], "bank", payment["amount"])
            await ihome.parallel([call(payments.record_payment, paid, "r")] * 9)
            cancels = [call(actions.act, who, order_id, "cancel", version=3) for who in (asked, answer)]
            assert (await ihome.parallel(cancels * 4))["done"] == 1
            await ihome.parallel([reconcile] * 9)
            events = await ihome.rows("SELECT action FROM order_events WHERE order_id = %s ORDER BY id", order_id)
            assert Counter(row["action"] for row in events) == dict.fromkeys(MONEY, 1)


MONEY = ("book", "accept", "receive", "cancel", "refund")


async def reconcile(node: Deps) -> None:
    for payment in await payments.due(node, 10):
        await payments.reconcile(node, payment, "r")


async def test_an_admin_approves_what_the_admin_has_seen(urls: list[str], stores: Stores, tmp_path: Path) -> None:
    async with platform(urls, stores, tmp_path, house_review="manual") as ihome:
        host = await ihome.user()
        for number in range(JOBS):
            house_id = await ihome.house(host)
            await ihome.pictures(house_id)
            await hosting.change(ihome.nodes[0], host, house_id, draft(title=f"第 {number} 套"))
            [seen] = await ihome.rows("SELECT review, revision FROM houses WHERE id = %s", house_id)
            assert seen["review"] == "pending"
            change = call(hosting.change, host, house_id, draft(title="别的"))
            approve = call(moderation.decide, house_id, True, "", seen["revision"])
            await ihome.parallel([change, approve, approve])
            [row] = await ihome.rows("SELECT review FROM houses WHERE id = %s", house_id)
            assert row["review"] == "pending"
