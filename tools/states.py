"""The states of an order, as docs/orders.md has them: `python -m tools.states > docs/orders.md`."""

import argparse

from services.orders.pricing import MONTH, POLICIES, WEEK
from services.orders.states import BOOK, NIGHTS_FREED, TRANSITIONS, Actor, Transition

_WHO = {
    Actor.CUSTOM: "guest",
    Actor.LANDLORD: "host",
    Actor.CLOCK: "worker",
    Actor.PAYMENTS: "payment service",
}
HEAD = """# Orders

Written by `python -m tools.states` from `services/orders/states.py` and `services/orders/pricing.py`; a test keeps it
true.

"""
NIGHTS = """
An order holds all of its nights, from booking on, unless it is {freed}: then they are free
again, in the transaction that moved it. A transition is `UPDATE … WHERE id = … AND status = … AND version = …`, and its
affected rows decide; every one is recorded in `order_events` with who, when and in which request. An order shows its
`version`, which every transition counts up. A request that names another version, or that was waiting while the order
moved, is refused (DATAERR, 409 on REST): of requests that race, one wins.

An order that nobody answers expires, and so does one that nobody pays, each after 24 hours where the stay begins in 7
days or later, 12 hours in 2 days or later, else 2 hours (`IHOME_ORDER_ACCEPT`, `IHOME_ORDER_PAY`), and at the latest
when the stay ends; `due` says when. A stay ends on the day of leaving at 0:00 in Beijing. `python -m tools.worker` sees
to that.
"""
MONEY = """
## What a stay costs

For each night its dated price, else the weekend price (the nights of Friday and Saturday), else the base price; the
cleaning fee once; off the nights the weekly discount from {week} nights on, or the monthly one from {month} nights on.
Integers in fen, rounded down, frozen into the order as line items. The deposit is shown, and settled between guest and
host at the house; it is not part of `amount`.

## What is given back

A host who cancels gives back everything. A guest gets, of what was paid, what the order's own `refunds` say, which are
frozen at booking. For orders from now on:

| policy | on this day or before | given back |
|---|---|---|
"""


def document() -> str:
    freed = ", ".join(NIGHTS_FREED[:-1]) + f" or {NIGHTS_FREED[-1]}"
    return (
        HEAD + _picture() + _table() + NIGHTS.format(freed=freed) + MONEY.format(week=WEEK, month=MONTH) + _policies()
    )


def _picture() -> str:
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {BOOK.target}: book (guest)"]
    arrows: dict[tuple[str, str], list[str]] = {}
    for step in TRANSITIONS:
        for source in step.sources:
            arrows.setdefault((source, step.target), []).append(f"{step.action} ({_who(step)})")
    lines += [f"    {source} --> {target}: {'<br>'.join(labels)}" for (source, target), labels in arrows.items()]
    ends = {step.target for step in TRANSITIONS} - {source for step in TRANSITIONS for source in step.sources}
    return "\n".join([*lines, *(f"    {end} --> [*]" for end in sorted(ends)), "```", ""])


def _table() -> str:
    rows = [
        f"| {step.action} | {_who(step)} | {', '.join(step.sources) or '–'} | {step.target} | "
        f"{'free again' if step.frees_nights else 'held'} | {', '.join(_WHO[a] for a in step.notifies) or '–'} |"
        for step in (BOOK, *TRANSITIONS)
    ]
    head = "\n| what | by | from | to | its nights | news to |\n|---|---|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n\nWho does something gets no notice of it.\n"


def _policies() -> str:
    rows = [
        f"| {name} | {_before(days)} | {percent} % |" for name, tiers in POLICIES.items() for days, percent in tiers
    ]
    return "\n".join(rows) + "\n"


def _before(days: int) -> str:
    return {0: "the first day of the stay", 1: "the day before"}.get(days, f"{days} days before the first")


def _who(step: Transition) -> str:
    return " or ".join(_WHO[actor] for actor in step.by)


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(document(), end="")
