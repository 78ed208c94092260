"""Compares the ledger with what the database of one node holds. Times of findings are those of the acknowledgements."""

import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Self

import pymysql
from pymysql.cursors import DictCursor

from tests.cluster.ledger import Finding, Ledger, Order
from utils.mysql import connection_options

FREED = ("CANCELED", "REJECTED", "EXPIRED")
PENDING = 5
"""How many orders of a guest may wait for an answer (IHOME_ORDERS_PENDING)."""
_TARGETS = {"book": "WAIT_ACCEPT", "accept": "WAIT_PAYMENT", "receive": "PAID", "cancel": "CANCELED"}
Row = dict[str, Any]


class Node:
    """One node of the database, read in one transaction: `with Node(url) as node`."""

    def __init__(self, url: str) -> None:
        self.host = str(connection_options(url).get("host"))
        self._options = connection_options(url) | {"connect_timeout": 5, "read_timeout": 30}

    def __enter__(self) -> Self:
        self._connection = pymysql.connect(**self._options, cursorclass=DictCursor)
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def rows(self, sql: str) -> list[Row]:
        """What a statement finds. Raises pymysql's errors."""
        with self._connection.cursor() as cursor:
            cursor.execute(sql)
            return list(cursor.fetchall())

    def checksums(self) -> dict[str, int]:
        """A checksum of each table's rows."""
        tables = [str(next(iter(row.values()))) for row in self.rows("SHOW TABLES")]
        return {name: self.rows(f"CHECKSUM TABLE `{name}`")[0]["Checksum"] for name in tables}


def judge(ledger: Ledger, node: Node) -> list[Finding]:
    """Every broken promise that the database shows."""
    looks = (_users, _orders, _nights, _money, _keys, _houses, _waiting)
    return [finding for look in looks for finding in look(ledger, node)]


def _users(ledger: Ledger, node: Node) -> Iterator[Finding]:
    found = {row["mobile"]: row["id"] for row in node.rows("SELECT id, mobile FROM users")}
    opened = {session.user_id: session.opened for session in reversed(ledger.sessions.values())}
    for mobile, user_id in ledger.users.items():
        if found.get(mobile) != user_id:
            yield Finding("lost", opened[user_id], f"user {user_id}, {mobile}: {found.get(mobile)}")


def _orders(ledger: Ledger, node: Node) -> Iterator[Finding]:
    """Each acknowledged step happened, and happened once."""
    rows = {row["id"]: row for row in node.rows("SELECT id, status, user_id, house_id FROM orders")}
    events: dict[int, Counter[str]] = {}
    for row in node.rows("SELECT order_id, action FROM order_events"):
        events.setdefault(row["order_id"], Counter())[row["action"]] += 1
    for order in ledger.orders.values():
        found, happened = rows.get(order.order_id), events.get(order.order_id, Counter())
        if found is None or (found["user_id"], found["house_id"]) != (order.guest_id, order.house_id):
            yield Finding("lost", order.at, f"order {order.order_id}: {found}")
            continue
        yield from _steps(order, found["status"], happened)


def _steps(order: Order, status: str, steps: Counter[str]) -> Iterator[Finding]:
    for action in order.done:
        if steps[action] == 0:
            yield Finding("lost", order.at, f"order {order.order_id}: its step {action}")
    for action, count in steps.items():
        if count > 1:
            yield Finding("twice", order.at, f"order {order.order_id}: {count} × {action}")
        if action in _TARGETS and action not in order.done and action not in order.unknown | {"receive"}:
            yield Finding("half", order.at, f"order {order.order_id}: {action}, which nobody asked for")
    last = max((action for action in steps if action in _TARGETS), key=list(_TARGETS).index, default="book")
    if status not in (_TARGETS[last], "EXPIRED"):
        yield Finding("half", order.at, f"order {order.order_id} is {status}, its last step is {last}")


def _nights(ledger: Ledger, node: Node) -> Iterator[Finding]:
    """The nights of the load's houses are those of their live orders, each night once."""
    orders = node.rows("SELECT id, house_id, start_date, days, status FROM orders")
    live = [row for row in orders if row["house_id"] in ledger.houses and row["status"] not in FREED]
    sold = Counter((row["house_id"], night) for row in live for night in _stay(row))
    owners = {(row["house_id"], night): row["id"] for row in live for night in _stay(row)}
    nights = node.rows("SELECT house_id, night, order_id FROM house_nights")
    there = {(row["house_id"], row["night"]): row["order_id"] for row in nights if row["house_id"] in ledger.houses}
    at = {order.order_id: order.at for order in ledger.orders.values()}
    for night, count in sold.items():
        if count > 1:
            yield Finding("twice", at.get(owners[night], time.monotonic()), f"night {night} is sold {count} times")
    for night in owners.keys() | there.keys():
        owner, found = owners.get(night, "nobody"), there.get(night, "nobody")
        if owner != found:
            text = f"night {night} of order {owner} is that of {found}"
            yield Finding("half", at.get(owner if owner in at else found, time.monotonic()), text)


def _stay(row: Row) -> list[date]:
    return [row["start_date"] + timedelta(days=number) for number in range(row["days"])]


def _money(ledger: Ledger, node: Node) -> Iterator[Finding]:
    """An order is paid if and only if its payment came."""
    sql = "SELECT o.id, o.status, p.paid_at FROM orders o LEFT JOIN payments p ON p.order_id = o.id"
    for row in node.rows(sql):
        if order := ledger.orders.get(row["id"]):
            if row["status"] == "PAID" and row["paid_at"] is None:
                yield Finding("half", order.at, f"order {order.order_id} is paid without money")
            if row["status"] == "WAIT_PAYMENT" and row["paid_at"] is not None:
                yield Finding("half", order.at, f"order {order.order_id} has money and is not paid")


def _keys(ledger: Ledger, node: Node) -> Iterator[Finding]:
    """Each order of the load's guests belongs to one key: without one, a retry has made a second order."""
    guests = set(ledger.users.values())
    sql = """SELECT o.id, o.user_id, COUNT(k.order_id) AS n FROM orders o
             LEFT JOIN idempotency_keys k ON k.order_id = o.id GROUP BY o.id, o.user_id"""
    for row in node.rows(sql):
        if row["user_id"] in guests and row["n"] != 1:
            order = ledger.orders.get(row["id"])
            yield Finding("twice", order.at if order else time.monotonic(), f"order {row['id']} has {row['n']} keys")


def _houses(ledger: Ledger, node: Node) -> Iterator[Finding]:
    """Houses have their last acknowledged title, or a later one; their pictures have rows."""
    titles = {row["id"]: row["title"] for row in node.rows("SELECT id, title FROM houses WHERE NOT deleted")}
    for house_id, versions in ledger.houses.items():
        shown = titles.get(house_id)
        if shown is None:
            yield Finding("lost", time.monotonic(), f"house {house_id}")
        elif versions.is_stale(number := _version(shown), time.monotonic()):
            text = f"house {house_id}: version {versions.numbers[-1]} of its title, it has {number}"
            yield Finding("lost", versions.replaced_at(number), text)
    stems = [row["stem"] for row in node.rows("SELECT stem FROM house_images")]
    for picture in ledger.pictures:
        if not any(stem in picture.path for stem in stems):
            yield Finding("lost", picture.at, f"picture {picture.path}")


def _version(title: str) -> int:
    digits = title.partition("第")[2].removesuffix("版")
    return int(digits) if digits.isdigit() else 0


def _waiting(ledger: Ledger, node: Node) -> Iterator[Finding]:
    guests = set(ledger.users.values())
    sql = "SELECT user_id, COUNT(*) AS n FROM orders WHERE status = 'WAIT_ACCEPT' GROUP BY user_id"
    for row in node.rows(sql):
        if row["user_id"] in guests and row["n"] > PENDING:
            yield Finding("twice", time.monotonic(), f"user {row['user_id']} has {row['n']} orders waiting")
