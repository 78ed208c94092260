"""How many bytes an order, a user and a house take, with their indexes: python -m bench.storage [--houses N].

Fills a private MariaDB with five orders for each house, each with the events, notices, payment and Idempotency-Key of a
completed stay, and divides the sizes of the tables by the number of rows. Redis is asked for the memory of its keys.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pymysql
import redis

from bench import data, report, tables
from bench.__main__ import fill, say
from bench.costs import platform, settings
from bench.kinds import KINDS
from bench.meters import directory_bytes
from bench.servers import PORT, pin_this_process
from bench.wire import send
from tools.dev_services import DevServices, create_database, dev_services
from tools.migrate import migrate
from utils.mysql import connection_options

_PAGE = 16_384
_EVENTS = (
    ("book", "guest", None, "WAIT_ACCEPT"),
    ("accept", "host", "WAIT_ACCEPT", "WAIT_PAYMENT"),
    ("receive", "payments", "WAIT_PAYMENT", "PAID"),
    ("complete", "clock", "PAID", "WAIT_COMMENT"),
    ("comment", "guest", "WAIT_COMMENT", "COMPLETE"),
)
_OF_ORDERS = ("orders", "order_events", "notices", "payments", "house_nights")
_OF_HOUSES = ("houses", "house_images", "house_facilities", "listings")
_TABLES = (*_OF_ORDERS, *_OF_HOUSES, "users", "idempotency_keys")
_COMPLETED = {
    "items": "UPDATE orders SET items = %(items)s, comment = COALESCE(comment, '房间干净，位置很方便，房东回复很快。')",
    "events": """
        INSERT INTO order_events (order_id, action, actor, user_id, source, target, request_id, created_at)
        SELECT id, %(action)s, %(actor)s, user_id, %(source)s, %(target)s, MD5(id), NOW(6) FROM orders""",
    "notices": """
        INSERT IGNORE INTO notices (user_id, event_id)
        SELECT orders.host_id, order_events.id FROM order_events JOIN orders ON orders.id = order_id""",
    "payments": """
        INSERT IGNORE INTO payments (order_id, out_trade_no, amount, trade_no, paid_at, created_at)
        SELECT id, CONCAT(id, '-', LEFT(MD5(id), 16)), amount, CONCAT('2026', MD5(id)), NOW(6), NOW(6) FROM orders""",
    "idempotency_keys": """
        INSERT IGNORE INTO idempotency_keys (user_id, key_hash, body_hash, order_id, created_at)
        SELECT user_id, UNHEX(SHA2(id, 256)), UNHEX(SHA2(user_id, 256)), id, NOW(6) FROM orders""",
}
_SIZES = """
    SELECT SUBSTRING_INDEX(t.name, '/', -1) AS name, s.clustered_index_size AS data,
           s.sum_of_other_index_sizes AS indexes
    FROM information_schema.innodb_sys_tables AS t JOIN mysql.innodb_table_stats AS s
      ON t.name = CONCAT(s.database_name, '/', s.table_name)
    WHERE s.database_name = 'ihome'"""


def complete_orders(database_url: str, items: str) -> None:
    """Give each order what a completed stay has. `items` are the line items of one order, as JSON."""
    with pymysql.connect(**connection_options(database_url), autocommit=True) as connection:
        cursor = connection.cursor()
        cursor.execute("SET foreign_key_checks = 0")
        cursor.execute(_COMPLETED["items"], {"items": items})
        for event in _EVENTS:
            names = ("action", "actor", "source", "target")
            cursor.execute(_COMPLETED["events"], dict(zip(names, event, strict=True)))
        for name in ("notices", "payments", "idempotency_keys"):
            cursor.execute(_COMPLETED[name])
            say(f"{name}: {cursor.rowcount:,}")


def table_sizes(database_url: str) -> dict[str, dict[str, float]]:
    """Rows and bytes of each table, bytes of its indexes besides the primary key."""
    with pymysql.connect(**connection_options(database_url), autocommit=True) as connection:
        cursor = connection.cursor(pymysql.cursors.DictCursor)
        cursor.execute(f"ANALYZE TABLE {', '.join(_TABLES)}")
        cursor.fetchall()
        cursor.execute(_SIZES)
        pages = {each["name"]: each for each in cursor.fetchall()}
        found = {}
        for name in _TABLES:
            cursor.execute(f"SELECT COUNT(*) AS n FROM {name}")  # noqa: S608  names of ours
            sizes = {kind: pages[name][kind] * _PAGE for kind in ("data", "indexes")}
            found[name] = {"rows": cursor.fetchone()["n"]} | sizes
    return found


def items_of_an_order(database_url: str) -> str:
    """The line items of an order that was booked over HTTP."""
    with pymysql.connect(**connection_options(database_url)) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT items FROM orders ORDER BY id DESC LIMIT 1")
        return str(cursor.fetchone()[0])


def redis_bytes(redis_url: str) -> dict[str, float]:
    """The memory of one key of each sort that lives longer than a request."""
    client: Any = redis.Redis.from_url(redis_url)
    sorts = {"session": "session:*", "house_page": "*house:[0-9]*", "card": "*card:[0-9]*"}
    found = {name: next(client.scan_iter(match=pattern, count=1000), None) for name, pattern in sorts.items()}
    return {name: float(client.memory_usage(key)) for name, key in found.items() if key}


def each_bytes(sizes: Mapping[str, Mapping[str, float]], orders: int) -> dict[str, float]:
    """Bytes of one order, user and house over all tables that keep them. Idempotency-Keys are deleted after a day."""

    def total(*names: str) -> float:
        return sum(sizes[name]["data"] + sizes[name]["indexes"] for name in names)

    houses = sizes["houses"]["rows"]
    return {
        "order": total(*_OF_ORDERS) / orders,
        "user": total("users") / sizes["users"]["rows"],
        "house": total(*_OF_HOUSES) / houses,
    }


def measure(running: DevServices, var: Path, houses: int) -> dict[str, Any]:
    with platform(running, var, houses) as bench:
        send(PORT, KINDS["book"].make(bench.story, 10), 1)
        send(PORT, KINDS["house_cached"].make(bench.story, 50), 1)
        before = directory_bytes(var / "media")
        pictures = KINDS["house_picture"].make(bench.story, 10)
        send(PORT, pictures, 2)
        picture = (directory_bytes(var / "media") - before) / len(pictures)
        kept = redis_bytes(running.redis_url)
    complete_orders(running.database_url, items_of_an_order(running.database_url))
    sizes = table_sizes(running.database_url)
    found = each_bytes(sizes, houses * 5) | {"house_picture": picture}
    return {"bytes": {name: round(value) for name, value in found.items()}, "redis": kept, "tables": sizes}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--houses", type=int, default=data.HOUSES)
    houses: int = parser.parse_args().houses
    pin_this_process()
    with tempfile.TemporaryDirectory(prefix="ihome-storage-") as directory:
        var = Path(directory)
        with dev_services(var, say=say, megabytes=1024) as running:
            create_database(running.database_url)
            migrate(running.database_url)
            asyncio.run(fill(running.database_url, running.redis_url, houses, settings(running, var)))
            found = measure(running, var, houses)
    print("\n".join(tables.of_sizes(found["tables"])))
    print(found["bytes"], found["redis"])
    path = report.RESULTS / "storage.json"
    path.write_text(json.dumps({"houses": houses} | found, indent=1) + "\n")
    say(f"saved to {path}")


if __name__ == "__main__":
    main()
