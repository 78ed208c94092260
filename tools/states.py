"""Writes docs/orders.md, the states, prices and refunds of orders: `python -m tools.states > docs/orders.md`."""

import argparse

from services.orders.pricing import MONTH, POLICIES, WEEK
from services.orders.states import BOOK, BOOK_INSTANTLY, NIGHTS_FREED, TRANSITIONS, Actor, Transition

_NAMES = {
    Actor.CUSTOM: "guest",
    Actor.LANDLORD: "host",
    Actor.CLOCK: "worker",
    Actor.PAYMENTS: "payment service",
}
HEAD = """# Orders

`python -m tools.states` writes this page from `services/orders/states.py` and `services/orders/pricing.py`; a test
checks that it is current.

"""
NIGHTS = """
From booking on, an order holds all of its nights. The transition to {freed} frees them in the
same transaction. A transition is `UPDATE … WHERE id = … AND status = … AND version = …`; the number of affected rows
decides whether it has happened. `order_events` records every transition with its actor, its time and its request. Every
transition increments the order's `version`. A request with another version is refused, and so is a request during whose
wait the order has changed (DATAERR, 409 on REST): of racing requests, one wins.

A house with `instant` needs no answer of its host: a booking leads to WAIT_PAYMENT. What counts is the house as the
booking finds it while it holds the house's lock: once the host's switch is answered, no booking follows the old rule.

An order expires when the host does not answer or the guest does not pay in time. The time depends on the stay: 24 hours
where it begins in 7 days or later, 12 hours from tomorrow on, else 2 hours to answer and 1 hour to pay
(`IHOME_ORDER_ACCEPT`, `IHOME_ORDER_PAY`), and never beyond the end of the stay; `due` shows the moment. 12 hours span a
night: nobody loses an order by sleeping. Until 4:00 it is still the evening before, for the same reason. Who books for
today is awake, and an unpaid order keeps the last chance of that night from others: hence the short times. A stay ends
on its check-out date at 0:00 in Beijing. `python -m tools.worker` makes these transitions.

Each of these states has one reminder, an event (`remind_at` of the order): of the answer and the payment when half of
the time is over (`order.answer_due`, `order.payment_due`), of the arrival at 10:00 of the day before, or on the payment
where that comes later (`order.arrival_near`), and those who have not written their review of it 11 days after the
check-out date (`order.review_due`). A worker records the event and clears `remind_at` in one transaction under the
house's lock, so each is made once, and none of an order that has moved on. What has no point any more, because no
worker ran for long, is dropped.

`actions` of an order names what would succeed now. Nothing changes an order that is due, and nobody checks in before
the first day. The guest reads the door, the exact position of the house and its arrival guide from PAID until the day
after the check-out date; the host always does. `tests/api/orders/test_leaks.py` says field by field who reads what.
"""
MONEY = """
## What a stay costs

A night costs its dated price if there is one, else the weekend price (the nights of Friday and Saturday), else the base
price. Guests beyond those whom the price includes pay more each night ([stay-rules.md](stay-rules.md)). The cleaning
fee is added once. The weekly discount applies to the prices of the nights from {week} nights on, the monthly discount
from {month} nights on. Amounts are integers in fen, rounded down; the order keeps them as line items. `amount` does not
include the deposit: guest and host settle it at the house.

## Refunds

If the host cancels, the guest gets back everything. If the guest cancels, the order's own `refunds` apply, which are
frozen at booking. `refund_today` is what the viewer's cancellation would give back now. A client that has shown it
sends it along as `refund`; where it has changed since, nothing is cancelled (DATAERR, 409). A change of the stay keeps
the tiers ([changes.md](changes.md)). New orders get these tiers:

| policy | on this day or before | refund |
|---|---|---|
"""


def document() -> str:
    """The whole page, in Markdown."""
    freed = ", ".join(NIGHTS_FREED[:-1]) + f" or {NIGHTS_FREED[-1]}"
    return (
        HEAD + _picture() + _table() + NIGHTS.format(freed=freed) + MONEY.format(week=WEEK, month=MONTH) + _policies()
    )


def _picture() -> str:
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {BOOK.target}: book (guest)"]
    lines += [f"    [*] --> {BOOK_INSTANTLY.target}: book (guest), instantly"]
    arrows: dict[tuple[str, str], list[str]] = {}
    for transition in TRANSITIONS:
        for source in transition.sources:
            arrows.setdefault((source, transition.target), []).append(f"{transition.action} ({_actors(transition)})")
    lines += [f"    {source} --> {target}: {'<br>'.join(labels)}" for (source, target), labels in arrows.items()]
    sources = {source for transition in TRANSITIONS for source in transition.sources}
    ends = {transition.target for transition in TRANSITIONS} - sources
    return "\n".join([*lines, *(f"    {end} --> [*]" for end in sorted(ends)), "```", ""])


def _table() -> str:
    rows = []
    for transition in (BOOK, BOOK_INSTANTLY, *TRANSITIONS):
        nights = "freed" if transition.frees_nights else "held"
        sources = ", ".join(transition.sources) or "–"
        notified = ", ".join(_NAMES[actor] for actor in transition.notifies) or "–"
        cells = (transition.action, _actors(transition), sources, transition.target, nights, notified)
        rows.append(f"| {' | '.join(cells)} |")
    head = "\n| action | by | from | to | its nights | notified |\n|---|---|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n\nActors are not notified of their own actions.\n"


def _policies() -> str:
    rows = [
        f"| {name} | {_day(tier.days_before)} | {tier.percent} % |"
        for name, tiers in POLICIES.items()
        for tier in tiers
    ]
    return "\n".join(rows) + "\n"


def _day(days_before: int) -> str:
    return {0: "the first day of the stay", 1: "the day before"}.get(
        days_before, f"{days_before} days before the first"
    )


def _actors(transition: Transition) -> str:
    return " or ".join(_NAMES[actor] for actor in transition.by)


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(document(), end="")
