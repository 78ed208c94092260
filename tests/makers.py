"""What a test starts from: people, codes, pictures."""

import asyncio
import itertools
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from stdnum.cn import ric

from models.accounts import users
from models.accounts.users import User
from models.houses import listings
from models.houses.houses import HouseDraft
from services.accounts import sms
from services.deps import Deps
from services.local_time import LOCAL, today
from tests.client import Client
from utils.mysql import Queries

PASSWORD = "correct horse battery"
HOUSE = {
    "title": "北京东城故宫旁四合院 Loft",
    "price": 39900,
    "area_id": 1,
    "address": "南锣鼓巷 15 号",
    "room_count": 2,
    "acreage": 60,
    "unit": "两室一厅",
    "capacity": 4,
    "beds": "双人床：2×1.8×2.0×1张",
    "deposit": 50000,
    "min_days": 1,
    "max_days": 0,
    "facility": [1, 3, 16],
}


def draft(**changes: Any) -> HouseDraft:
    """HOUSE as its host's draft."""
    values = {name: value for name, value in HOUSE.items() if name != "facility"}
    return HouseDraft(**values | {"facilities": tuple(HOUSE["facility"])} | changes)


_WIDENED = ("picture_per_ip", "sms_per_ip", "sms_overall", "code_per_ip", "code_per_mobile", "login_per_ip")
_WIDENED += ("sms_per_mobile_new_devices", "sms_per_device", "login_per_mobile", "login_per_device")
_WIDENED += (
    "sms_overall_new_devices",
    "login_overall",
    "register_per_ip",
    "real_name_per_user",
    "profile_per_user",
    "house_per_user",
    "draft_per_user",
    "search_per_ip",
    "suggestions_per_ip",
    "order_per_user",
    "change_per_user",
    "favourite_per_user",
    "request_per_key",
    "webhook_per_user",
    "notification_per_user",
    "mail_link_per_ip",
    "mail_link_overall",
    "mail_check_per_ip",
    "push_per_user",
    "sms_notifications_per_guest",
    "sms_notifications_overall",
    "sms_warnings_overall",
    "message_per_user",
    "thread_per_user",
    "message_image_per_user",
    "message_search_per_user",
    "report_per_user",
)
WIDE = {f"limit_{name}": "1000000/1m" for name in _WIDENED} | {"bcrypt_queue": 1000}
"""Settings for what one address does in the name of many people; the limits of one mobile stay."""

PATIENT = {"booking_seconds": 30, "request_seconds": 60, "bcrypt_wait_seconds": 60, "database_acquire_timeout": 30}
PATIENT |= {"database_deadline": 30, "database_query_timeout": 30}
"""Settings for a crowd at one moment: on a slow machine, its last request is answered late, but not refused."""

_numbers, _crowds, _stems = itertools.count(), itertools.count(), itertools.count()


def day(after: int) -> date:
    """So many days from today, where the houses are."""
    return datetime.now(LOCAL).date() + timedelta(days=after)


def mobile() -> str:
    """One that no other test of this process has."""
    return f"139{next(_numbers):08}"


def identity_number(number: int = 0, county: str = "110105") -> str:
    """A valid one for each number below a million: birth dates run, then the last digits."""
    digits = f"{county}{1950 + number // 1000 % 50}0{number // 50000 % 9 + 1}15{number % 1000:03}"
    return digits + ric.calc_check_digit(digits + "?")


class Makers:
    def __init__(self, deps: Deps, outbox: Path) -> None:
        self._deps = deps
        self._outbox = outbox

    def sent_sms(self) -> list[dict[str, str]]:
        """Every SMS that has left, the latest last."""
        return self._read("sms-outbox.jsonl")

    def sent_mails(self) -> list[dict[str, str]]:
        """Every mail that has left, the latest last."""
        return self._read("mail-outbox.jsonl")

    def drawn_pictures(self) -> list[dict[str, str]]:
        return self._read("captcha-outbox.jsonl")

    async def picture(self, picture_id: str = "123", text: str = "r85c") -> str:
        """A picture code as if it had just been shown."""
        await self._deps.captcha_codes.put(picture_id, text)
        return text

    async def sms_code(self, mobile: str, purpose: sms.Purpose = "register", code: str = "314159") -> str:
        """An SMS code as if it had just been sent."""
        await self._deps.sms_codes.put(sms.subject(self._deps, mobile, purpose), code)
        return code

    async def user(self, number: str | None = None, password: str = PASSWORD, name: str | None = None) -> User:
        password_hash = await self._deps.password_hasher.hash(password)

        async def create(queries: Any) -> User:
            user_id = await users.create(queries, number or mobile(), password_hash)
            if name is not None:
                await users.set_name(queries, user_id, name)
            return await users.get(queries, user_id)

        return await self._deps.db.transact(create)

    async def sign_in(self, client: Client, user: User | None = None) -> User:
        """A user, signed in at that client."""
        user = user or await self.user()
        client.session = await self._deps.sessions.open(user.id, address="127.0.0.1", device="test")
        return user

    async def host(self, client: Client) -> User:
        """A user with a real name, signed in at that client."""
        user = await self.sign_in(client)
        body = {"real_name": "张三", "id_card": identity_number(next(_numbers))}
        assert (await client.post("/api/v1.0/user/auth", body)).errno == 0
        return user

    async def house(self, client: Client, **changes: Any) -> int:
        """A house of the host who is signed in at that client; with pictures where an admin has to approve it."""
        answer = await client.post("/api/v1.0/houses", HOUSE | changes)
        assert answer.errno == 0, answer.json
        house_id = int(answer.data["house_id"])
        if self._deps.house_review == "manual":
            await self.pictures(house_id)
        return house_id

    async def pictures(self, house_id: int, count: int = 3) -> None:
        """So many more pictures of that house, without their files."""
        stems = [f"houses/{house_id}x{next(_stems)}" for _ in range(count)]
        for stem in stems:
            await self.change(
                """INSERT INTO house_images (house_id, position, stem, width, height, bytes, blurhash)
                   SELECT %s, COUNT(*), %s, 1600, 1067, 0, 'LKO2?U%%2Tw=w]~RBVZRi};RPxuwH'
                   FROM house_images WHERE house_id = %s""",
                house_id,
                stem,
                house_id,
            )

    async def guest(self, client: Client) -> User:
        """A user who may book, signed in at that client."""
        return await self.host(client)

    async def crowd(self, count: int) -> list[str]:
        """So many users who may book, signed in; returns their sessions."""
        first = next(_crowds) * 10_000
        sql = """INSERT INTO users (mobile, name, password_hash, real_name, id_card, id_card_index)
                 SELECT 15000000000 + %s + seq, 15000000000 + %s + seq, '', '房客', 'x', UNHEX(SHA2(%s + seq, 256))
                 FROM seq_1_to_10000 WHERE seq <= %s"""
        await self.change(sql, first, first, first, count)
        sql = "SELECT id FROM users WHERE mobile > 15000000000 + %s AND mobile <= 15000000000 + %s ORDER BY id"
        ids = [row["id"] for row in await self.rows(sql, first, first + count)]
        return [await self._deps.sessions.open(user_id, address="127.0.0.1", device="test") for user_id in ids]

    async def sold(self, house_id: int, night: date) -> None:
        """A night of that house that somebody has booked and paid."""
        user, end = await self.user(), night + timedelta(days=1)
        sql = """INSERT INTO orders (user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit,
                                     items, cancellation, status, status_at, created_at)
                 SELECT %s, id, user_id, %s, %s, 1, 1, price, deposit, '[]', cancellation, 'PAID', NOW(6), NOW(6)
                 FROM houses WHERE id = %s"""
        await self.change(sql, user.id, night, end, house_id)
        sql = """INSERT INTO house_nights (house_id, night, order_id)
                 SELECT house_id, start_date, MAX(id) FROM orders WHERE house_id = %s AND user_id = %s"""
        await self.change(sql, house_id, user.id)
        await self._deps.db.transact(lambda queries: listings.write(queries, house_id, today(self._deps)))

    async def order(self, client: Client, house_id: int, start: date, days: int = 1, **more: Any) -> int:
        """An order of the guest who is signed in at that client."""
        stay = {"house_id": house_id, "start_date": f"{start}", "end_date": f"{start + timedelta(days=days)}"}
        answer = await client.post("/api/v1.0/orders", stay | more)
        assert answer.errno == 0, answer.json
        return int(answer.data["order_id"])

    async def change(self, sql: str, *args: object) -> None:
        """Something that only a test does to the database."""
        await self._deps.db.transact(lambda queries: queries.run(sql, *args))

    async def rows(self, sql: str, *args: object) -> list[dict[str, Any]]:
        """What the database holds."""
        async with self._deps.db.connection() as queries:
            return await queries.all(sql, *args)

    @asynccontextmanager
    async def locked(self, sql: str, *args: object) -> AsyncIterator[None]:
        """Hold what this statement locks for as long as the block runs."""
        held, release = asyncio.Event(), asyncio.Event()

        async def work(queries: Queries) -> None:
            await queries.all(sql, *args)
            held.set()
            await release.wait()

        holding = asyncio.create_task(self._deps.db.transact(work))
        await held.wait()
        try:
            yield
        finally:
            release.set()
            await holding

    async def waiting_for_locks(self, count: int) -> None:
        """Until so many transactions wait for a lock."""
        waiting = "SELECT COUNT(*) AS n FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'"
        while (await self.rows(waiting))[0]["n"] < count:
            await asyncio.sleep(0.15)  # MariaDB refreshes this table at most every 0.1 s

    def _read(self, name: str) -> list[dict[str, str]]:
        path = self._outbox / name
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
