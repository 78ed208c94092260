"""The data of the benchmarks: users, houses, pictures, stays and sessions. Only their dates depend on the day.

Rows are made inside MariaDB (its sequence engine), so that a hundred thousand houses take seconds.
"""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pymysql
import redis

from utils.mysql import connection_options
from utils.sessions import Session

USERS, UPLOADERS, HOUSES = 2000, 100, 100_000
"""The uploaders have the ids after the other users and host nothing: their new avatars change no other answer."""

PASSWORD = "ihome-bench-2026"  # noqa: S105  of users that exist in benchmarks only
BOOKED_FROM, BOOKED_TO = 130, 350
"""Between these days from today, the data leaves all nights free for the bookings that are measured."""

SLOTS = (BOOKED_TO - BOOKED_FROM) // 2
"""How many bookings of two nights fit into that time for each house."""

HOLIDAY = 100
"""How many days from today a week begins in which 97 of 100 houses are taken."""


def mobile(user_id: int) -> str:
    return f"139{user_id:08}"


def token(user_id: int) -> str:
    """The session cookie of a user."""
    return hashlib.sha256(f"bench {user_id}".encode()).hexdigest()[:43]


@contextmanager
def _cursor(database_url: str) -> Iterator[Any]:
    with pymysql.connect(**connection_options(database_url), autocommit=True) as connection, connection.cursor() as it:
        yield it


def host_id(house_id: int) -> int:
    return house_id * 13 % USERS + 1


def fill(database_url: str, houses: int, password_hash: str, today: date, say: Callable[[str], None]) -> None:
    """Fill a migrated, empty database with users, and with `houses` houses of five orders each."""
    with _cursor(database_url) as cursor:
        cursor.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 0")
        cursor.execute("SET foreign_key_checks = 0, unique_checks = 0")
        for what, sql in _STATEMENTS.items():
            started = time.perf_counter()
            cursor.execute(
                sql,
                {"users": USERS, "houses": houses, "hash": password_hash, "today": today, "holiday": HOLIDAY},
            )
            say(f"{what}: {cursor.rowcount:,} in {time.perf_counter() - started:.1f} s")
        cursor.execute("ANALYZE TABLE houses, listings, house_nights, house_images, orders")
        cursor.fetchall()
        cursor.execute("SET GLOBAL innodb_flush_log_at_trx_commit = 1")


def empty_nights(database_url: str, houses: int, today: date) -> None:
    """Delete the bookings of an earlier run."""
    with _cursor(database_url) as cursor:
        cursor.execute("SET foreign_key_checks = 0")
        cursor.execute("DELETE FROM house_nights WHERE order_id > %s", houses * 5)
        cursor.execute("TRUNCATE listings")  # DELETE would leave rows that slow scans down
        cursor.execute(_STATEMENTS["listings"], {"today": today})
        for table in ("notices", "order_events"):
            cursor.execute(f"TRUNCATE {table}")
        cursor.execute("DELETE FROM orders WHERE id > %s", houses * 5)


def sign_in_everybody(redis_url: str) -> None:
    """Store a session for each user, in ihome's format and in the peers'."""
    now = time.time()
    with redis.Redis.from_url(redis_url) as client, client.pipeline(transaction=False) as pipe:
        for user_id in range(1, USERS + UPLOADERS + 1):
            public = hashlib.sha256(token(user_id).encode()).hexdigest()
            session = Session(public, user_id, now, now, "127.0.0.1", "bench")
            pipe.set(f"session:{public}", json.dumps(asdict(session)), ex=86400)
            known = {"user_id": user_id, "name": f"用户{user_id}", "mobile": mobile(user_id), "avatar": None}
            pipe.set(f"peer:session:{token(user_id)}", json.dumps(known), ex=86400)
        pipe.execute()


def first_free(today: date, number: int, houses: int) -> tuple[int, date]:
    """The house and the first of two nights of the n-th booking. No two bookings overlap."""
    house, slot = number % houses + 1, number // houses % SLOTS
    return house, today + timedelta(days=BOOKED_FROM + 2 * slot)


_MOST = 10_000_000
_STAYS = f"""
    SELECT (house.seq - 1) * 5 + stay.seq AS id, house.seq AS house_id, stay.seq AS stay,
           (house.seq * 7 + stay.seq) %% %(users)s + 1 AS user_id, house.seq * 13 %% %(users)s + 1 AS host_id,
           ELT(stay.seq, 2, 3, 2, 3, 7) AS days,
           %(today)s - INTERVAL 60 DAY + INTERVAL ELT(
               stay.seq, house.seq %% 20, 30 + house.seq %% 17, 65 + house.seq * 7 %% 20, 90 + house.seq * 13 %% 40,
               60 + IF(house.seq %% 100 < 97, %(holiday)s, %(holiday)s + 10)) DAY AS start_date
    FROM seq_1_to_{_MOST} AS house, seq_1_to_5 AS stay WHERE house.seq <= %(houses)s
"""
_BASE = "(DATEDIFF(%(today)s, '1970-01-01') DIV 60)"
_TAKEN = [f"taken_{number}" for number in range(8)]
_BITS = [f"COALESCE(BIT_OR(IF(number DIV 60 MOD 8 = {n}, 1 << number MOD 60, 0)), 0)" for n in range(8)]
_STATEMENTS = {
    "users": f"""
        INSERT INTO users (id, mobile, name, password_hash, real_name, real_name_at, id_card, id_card_index)
        SELECT seq, CONCAT('139', LPAD(seq, 8, '0')), CONCAT('用户', seq), %(hash)s, '张三', NOW(6), 'sealed',
               UNHEX(SHA2(seq, 256)) FROM seq_1_to_1000000 WHERE seq <= %(users)s + {UPLOADERS}""",
    "houses": f"""
        INSERT INTO houses (id, user_id, title, price, area_id, address, room_count, acreage, unit, capacity, beds,
                            deposit, min_days, max_days, description, lat, lng, search_words, review, order_count,
                            created_at, offset_north, offset_east)
        SELECT seq, seq * 13 %% %(users)s + 1, CONCAT('朝阳的温馨小屋 ', seq), 9800 + seq * 7919 %% 140000,
               seq %% 16 + 1, CONCAT('建国路 ', seq %% 500 + 1, ' 号'), seq %% 4 + 1, 30 + seq %% 90,
               '两室一厅', 2 * (seq %% 4 + 1), '双人床 1.8×2.0 米 2 张', 20000, 1, 0,
               REPEAT('阳光充足，步行可到地铁站。', 10), 39.8 + seq %% 3000 / 10000, 116.2 + seq * 31 %% 4000 / 10000,
               '', 'approved', seq * 31 %% 97, %(today)s, 200, 0 FROM seq_1_to_{_MOST} WHERE seq <= %(houses)s""",
    "pictures": f"""
        INSERT INTO house_images (house_id, position, stem, width, height, bytes, blurhash)
        SELECT house.seq, picture.seq, CONCAT('houses/', MD5(CONCAT(house.seq, '-', picture.seq))), 1600, 1067, 400000,
               'LjKCCUtSR:oe_Nogs+j@D*aejYj]'
        FROM seq_1_to_{_MOST} AS house, seq_1_to_3 AS picture WHERE house.seq <= %(houses)s""",
    "facilities": f"""
        INSERT INTO house_facilities (house_id, facility_id)
        SELECT house.seq, 1 + (house.seq + 4 * kind.seq) %% 23
        FROM seq_1_to_{_MOST} AS house, seq_1_to_5 AS kind WHERE house.seq <= %(houses)s""",
    "orders": f"""
        INSERT INTO orders (id, user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit, items,
                            cancellation, status, status_at, due_at, comment, rating, commented_at, created_at)
        SELECT id, user_id, house_id, host_id, start_date, start_date + INTERVAL days DAY, days, 2, 40000 * days, 20000,
               '[]', 'flexible', IF(stay < 3, 'COMPLETE', 'PAID'), %(today)s, NULL,
               IF(stay < 3, '房间干净，位置很方便，房东回复很快。', NULL), IF(stay < 3, 3 + house_id %% 3, NULL),
               IF(stay < 3, start_date + INTERVAL days DAY, NULL), %(today)s FROM ({_STAYS}) AS stays""",
    "nights": f"""
        INSERT INTO house_nights (house_id, night, order_id)
        SELECT house_id, start_date + INTERVAL later.seq DAY, id FROM ({_STAYS}) AS stays, seq_0_to_6 AS later
        WHERE later.seq < days""",
    "listings": f"""
        INSERT INTO listings (house_id, listed, area_id, price, order_count, min_days, max_days, base,
                              {", ".join(_TAKEN)})
        SELECT houses.id, listed, area_id, price, order_count, min_days, max_days, {_BASE}, {", ".join(_BITS)}
        FROM houses LEFT JOIN (SELECT house_id, DATEDIFF(night, '1970-01-01') AS number FROM house_nights
                               WHERE DATEDIFF(night, '1970-01-01') DIV 60 >= {_BASE}) AS nights ON house_id = houses.id
        GROUP BY houses.id""",
    "indexes for the peers' searches": """
        ALTER TABLE houses ADD KEY (listed, id), ADD KEY (listed, area_id, id), ADD KEY (listed, order_count, id),
                           ADD KEY (listed, area_id, order_count, id), ADD KEY (listed, price, id),
                           ADD KEY (listed, area_id, price, id)""",
}
