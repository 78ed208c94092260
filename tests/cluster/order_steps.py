"""A stay from booking to payment and cancellation, with what was acknowledged of it."""

import random
import uuid
from typing import Any
from urllib.parse import urlsplit

from tests.cluster.browser import Browser
from tests.cluster.connection import Reply
from tests.cluster.house_steps import night
from tests.cluster.ledger import Order
from tests.cluster.people import Person, Visit

FIRST_DAY, LAST_DAY = 10, 350
PAID, CANCELED = 0.7, 0.7
"""Which share of the accepted orders is paid, and which share of all is cancelled in the end."""


async def order(visit: Visit) -> None:
    """Book a stay; the host accepts it; the guest may pay it, and may cancel it."""
    host = random.choice([each for each in visit.hosts if each is not visit.me] or visit.hosts)
    booked = await book(visit, random.choice(host.houses))
    if booked is None or not await act(visit.browser, booked, host, "accept"):
        return
    if random.random() < PAID:
        await pay(visit.browser, booked, visit.me)
    if random.random() < CANCELED:
        await act(visit.browser, booked, visit.me, "cancel")


async def book(visit: Visit, house_id: int) -> Order | None:
    """Book some nights with a key, again with the same key where that failed; None where nothing was booked."""
    start = random.randrange(FIRST_DAY, LAST_DAY)
    first, last = night(start), night(start + random.randrange(1, 4))
    asked: dict[str, Any] = {
        "json": {"house_id": house_id, "start_date": first, "end_date": last},
        "headers": {"Idempotency-Key": uuid.uuid4().hex},
        "session": visit.me.session,
    }
    reply = await visit.browser.insist("order", "POST", "/api/v1.0/orders", **asked)
    if not reply.ok:
        await _refused(visit, reply)
        return None
    order_id = int(reply.data["order_id"])
    booked = Order(order_id, visit.me.user_id, house_id, first, last, visit.ledger.wrote())
    visit.ledger.orders[order_id] = booked
    if random.random() < 0.1:
        _same(visit, booked, await visit.browser.ask("order", "POST", "/api/v1.0/orders", **asked))
    return booked


def _same(visit: Visit, booked: Order, repeated: Reply) -> None:
    """The same key again gets the same order."""
    if repeated.ok and repeated.data["order_id"] != booked.order_id:
        visit.ledger.find("twice", f"one key, orders {booked.order_id} and {repeated.data['order_id']}")


async def _refused(visit: Visit, reply: Reply) -> None:
    """Where too many orders wait for an answer: cancel the ones whose booking was not answered."""
    if reply.status != 409 or "待接单" not in reply.body.decode():
        return
    page = await visit.browser.ask("order", "GET", "/api/v1.0/user/orders?size=20", session=visit.me.session)
    for each in page.data.get("orders", []):
        if each["status"] == "WAIT_ACCEPT":
            known = visit.ledger.orders.get(int(each["order_id"]))
            unknown = Order(int(each["order_id"]), visit.me.user_id, 0, "", "", 0)
            await act(visit.browser, known or unknown, visit.me, "cancel")


async def act(browser: Browser, booked: Order, who: Person, action: str) -> bool:
    """Make a step of an order; whether it was acknowledged."""
    path = f"/api/v1.0/orders/{booked.order_id}/status"
    before = booked.unknown
    booked.unknown = before | {action}
    reply = await browser.ask("order", "PUT", path, json={"action": action}, session=who.session)
    if not reply.failed:
        booked.unknown = before
    if reply.status == 404:
        browser.ledger.find("stale", f"order {booked.order_id} is not there for {action}, though it was acknowledged")
    if reply.ok:
        browser.ledger.wrote()
        booked.done.append(action)
    return reply.ok


async def pay(browser: Browser, booked: Order, guest: Person) -> None:
    """Begin to pay, and press the button on the page of the local payment service."""
    path = f"/api/v1.0/orders/{booked.order_id}/status"
    reply = await browser.ask("order", "PUT", path, json={"action": "pay"}, session=guest.session)
    if not reply.ok:
        return
    booked.unknown.add("receive")
    reply = await browser.ask("order", "POST", urlsplit(reply.data["pay_url"]).path)
    if reply.ok:
        browser.ledger.wrote()
        booked.unknown.discard("receive")
        booked.done.append("receive")
