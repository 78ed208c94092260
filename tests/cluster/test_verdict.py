"""The torture sees every kind of broken promise: a short load against one server, then each promise is broken."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from redis.asyncio import Redis

from tests.cluster import load, people
from tests.cluster.browser import Browser
from tests.cluster.house_steps import compare
from tests.cluster.ledger import Code, Finding, Ledger, Request, Versions
from tests.cluster.outbox import Outbox
from tests.cluster.recheck import recheck, sms_beyond_limits
from tests.cluster.report import broken_bounds
from tests.cluster.schedule import Fault
from tests.cluster.timeline import Measured, attribute, longest_gap
from tests.cluster.verdict import Node, judge
from tests.conftest import Stores
from tests.live import LiveServer
from tests.makers import WIDE
from tests.waiting import until

BREAK = {
    "lost order": ("lost", "UPDATE orders SET user_id = host_id WHERE status = 'PAID'"),
    "lost step": ("lost", "UPDATE order_events SET action = 'comment' WHERE action = 'accept'"),
    "step twice": ("twice", "UPDATE order_events SET action = 'accept' WHERE action = 'receive'"),
    "step too few": ("half", "UPDATE orders SET status = 'WAIT_PAYMENT' WHERE status = 'PAID'"),
    "night missing": ("half", "DELETE FROM house_nights"),
    "night too many": ("half", "INSERT INTO house_nights (house_id, night) SELECT id, '2031-01-01' FROM houses"),
    "night twice": (
        "twice",
        "UPDATE orders SET status = 'PAID', start_date = '2031-01-01', house_id = (SELECT MIN(id) FROM houses)",
    ),
    "no money": ("half", "UPDATE payments SET paid_at = NULL"),
    "no key": ("twice", "DELETE FROM idempotency_keys"),
    "old title": ("lost", "UPDATE houses SET title = '小院1号第0版'"),
    "no picture": ("lost", "UPDATE house_images SET stem = CONCAT('x', id)"),
    "no user": ("lost", "UPDATE users SET mobile = 20000000000 + id"),
    "too many waiting": (
        "twice",
        "UPDATE orders SET status = 'WAIT_ACCEPT', user_id = (SELECT MIN(user_id) FROM orders)",
    ),
}
"""What each kind of broken promise is called, and a statement that breaks it."""


async def _some_load(server: LiveServer, outbox: Path) -> Ledger:
    """What a short load was told."""
    async with load.running(("127.0.0.1", server.port), outbox, users=6, pause=0.001) as ledger:
        enough = {"order": 6, "picture": 1, "version": 1, "ended": 2, "code": 8}
        await until(lambda: all(_counts(ledger)[kind] >= count for kind, count in enough.items()))
    return ledger


def _counts(ledger: Ledger) -> dict[str, int]:
    return {
        "order": sum("receive" in order.done and "cancel" not in order.done for order in ledger.orders.values()),
        "picture": len(ledger.pictures),
        "version": min(len(versions.numbers) for versions in ledger.houses.values()),
        "ended": sum(session.ended is not None for session in ledger.sessions.values()),
        "code": len(ledger.codes),
    }


@pytest.mark.torture
async def test_every_broken_promise_is_seen(
    start_server: Callable[..., LiveServer], outbox: Path, stores: Stores, store: Redis
) -> None:
    server = start_server(**WIDE)
    ledger, address = await _some_load(server, outbox), ("127.0.0.1", server.port)
    await recheck(address, ledger, Outbox(outbox))
    assert ledger.findings == list(sms_beyond_limits(Outbox(outbox).sent())) == []
    with Node(stores.database_url) as node:
        assert judge(ledger, node) == []
        for name, (kind, sql) in BREAK.items():
            node.rows(sql)
            assert kind in {finding.kind for finding in judge(ledger, node)}, name
            node.rows("ROLLBACK")
        assert judge(ledger, node) == []

    alive = next(session for session in ledger.sessions.values() if session.ended is None)
    alive.ended = alive.opened
    assert await _seen(address, ledger, outbox) == {"wrong"}
    alive.ended = None
    await store.flushdb()
    assert await _seen(address, ledger, outbox) == {"lost"}


async def _seen(address: tuple[str, int], ledger: Ledger, outbox: Path) -> set[str]:
    """The kinds of what `recheck` finds now."""
    ledger.findings.clear()
    await recheck(address, ledger, Outbox(outbox))
    return {finding.kind for finding in ledger.findings}


async def test_an_unspent_code_is_seen(start_server: Callable[..., LiveServer], outbox: Path) -> None:
    server, ledger = start_server(**WIDE), Ledger()
    address = "127.0.0.1", server.port
    browser = Browser(address, ledger, Outbox(outbox))
    number = people.mobile()
    assert await people.send_sms(browser, number)
    ledger.codes.append(Code(number, browser.outbox.sms(number) or "", time.monotonic()))
    browser.close()
    assert await _seen(address, ledger, outbox) == {"wrong"}


def test_sms_beyond_the_limit_are_seen() -> None:
    times = ["2026-11-21T10:00:00.000+00:00", "2026-11-21T10:00:58.000+00:00", "2026-11-21T10:01:40.000+00:00"]
    found = list(sms_beyond_limits([{"mobile": "1", "at": at} for at in times]))
    assert [finding.text for finding in found] == ["1: 2 SMS in 42.0 s"]


def test_an_old_title_is_stale_unless_its_change_was_not_answered() -> None:
    ledger, versions = Ledger(), Versions()
    ledger.houses[7] = versions
    versions.acknowledge(1)
    began = time.monotonic()
    versions.unknown.add(2)
    versions.acknowledge(3)
    for text, at in (("小院7号第1版", began), ("小院7号第2版", time.monotonic()), ("小院7号第3版", time.monotonic())):
        compare(ledger, text, at, "/houses/7")
    assert ledger.findings == []
    compare(ledger, "小院7号第1版", time.monotonic(), "/houses/7")
    assert [finding.kind for finding in ledger.findings] == ["stale"]


def test_the_longest_gap_is_the_time_in_which_nothing_succeeded() -> None:
    def request(began: float, ended: float, outcome: str = "ok") -> Request:
        return Request("browse", began, ended, outcome)

    assert longest_gap([request(0, 1), request(5, 5.5)]) == 1
    assert longest_gap([request(0, 1), request(1, 9, "timeout"), request(4, 5), request(6, 6.5)]) == 4
    assert longest_gap([request(0, 1), request(2, 3, "503"), request(3, 4, "503"), request(6, 7)]) == 5


def test_a_finding_breaks_the_bounds_of_its_fault_and_of_the_steady_state_if_it_has_none() -> None:
    measured = [Measured("none", [], 0, 10), Measured("kill writer", [], 20, 40)]
    attribute([Finding("lost", 18, "order 1"), Finding("stale", 50, "house 1")], measured)
    broken = [list(broken_bounds(Fault(each.fault, (), 0), each)) for each in measured]
    assert broken == [["none: 1 stale: house 1"], ["kill writer: 1 lost: order 1"]]


def test_only_nights_are_promised_when_two_pieces_are_lost() -> None:
    measured = Measured("both", [], 0, 10, share=0.5, gap=9, findings={"lost": ["order 1"], "twice": ["night 1"]})
    assert list(broken_bounds(Fault("both", (), 0, single=False), measured)) == ["both: 1 twice: night 1"]
