"""The torture's table in Markdown, its JSON, and the bounds."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from tests.cluster.schedule import Fault
from tests.cluster.timeline import Measured

MAX_SHARE, MAX_GAP = 0.01, 5.0
"""The bounds for the loss of any one piece: errors in the minute of the fault, and the longest gap in seconds."""
NEVER = ("lost", "twice", "half", "wrong", "sms", "stale")
"""The kinds of findings, as columns."""
_INTRODUCTION = """# The torture's table

`make cluster-torture` writes this page. It starts a cluster of its own, puts {users} users to work, and commits one
fault after the other while a ledger notes every acknowledged write. {when}, {cores} cores, load average {load:.0f}:
{faults} faults, {requests:,} requests, {writes:,} acknowledged writes. `{path}.json` has each failed
request.

- *errors*: requests without an answer within 8 s, uploads within 20 s (`timeout`, `cut`), and answers of 500 and above;
  *of the minute*: their share of all requests in the minute that ends with the fault's time.
- *longest gap*: the longest time in which requests were under way and none succeeded; *worst kind*: the longest of
  those for pages and searches (browse), for sessions and codes (account), and for orders, houses and pictures (change).
- *lost*: an acknowledged order, payment, cancellation, title, picture, user or session that is not there. *twice*: a
  night sold twice, two orders for one key, more waiting orders than allowed. *half*: an order without its nights,
  nights without their order, a payment without its order, nodes that differ. *wrong*: an ended session or a spent code
  that works, a session that shows another user. *sms*: SMS beyond the limit of a mobile. *stale*: a page that shows an
  older title than the one acknowledged before the page was asked for.
"""
_BOUNDS = """For the loss of one piece or machine, a node that joins and an upgrade: nothing lost, twice, half, wrong,
beyond a limit or stale, errors under 1 % of the minute, no gap of 5 s. For two pieces at once: no night sold twice.
"""
_HEAD = "| fault | hit | requests | errors | of the minute | longest gap, s | worst kind, s | writes | " + " | ".join(
    NEVER
)


def broken_bounds(fault: Fault, measured: Measured) -> Iterator[str]:
    """What was promised for this fault and does not hold. Nights are never sold twice, whatever happens."""
    for kind in NEVER:
        if measured.findings.get(kind) and (fault.single or kind == "twice"):
            yield f"{fault.name}: {len(measured.findings[kind])} {kind}: {measured.findings[kind][0]}"
    if not fault.single:
        return
    if measured.share >= MAX_SHARE:
        yield f"{fault.name}: errors {measured.share:.1%} of the minute: {measured.errors}"
    for kind, gap in {"any request": measured.gap, **measured.gaps}.items():
        if gap >= MAX_GAP:
            yield f"{fault.name}: a gap of {gap:.1f} s for {kind}"


def row(measured: Measured) -> str:
    """A row of the table."""
    errors = ", ".join(f"{count} × {kind}" for kind, count in sorted(measured.errors.items())) or "0"
    kind, gap = max(measured.gaps.items(), key=lambda each: each[1])
    cells = [measured.fault, " ".join(measured.pieces), measured.requests, errors, f"{measured.share:.2%}"]
    cells += [f"{measured.gap:.2f}", f"{gap:.2f} {kind}", measured.acknowledged]
    return "| " + " | ".join(map(str, [*cells, *(len(measured.findings.get(each, [])) for each in NEVER)])) + " |"


def table(measured: list[Measured]) -> str:
    """All rows under their head."""
    rule = "|---|---|" + "---:|" * (_HEAD.count("|") - 2)
    return "\n".join([f"{_HEAD} |", rule, *map(row, measured)])


def write(path: Path, measured: list[Measured], users: int, broken: list[str]) -> None:
    """Write the Markdown file, and the JSON beside it."""
    introduction = _INTRODUCTION.format(
        users=users,
        when=f"{datetime.now(UTC):%Y-%m-%d}",
        cores=os.cpu_count(),
        load=os.getloadavg()[2],
        path=path.stem,
        faults=len(measured) - 1,
        requests=sum(each.requests for each in measured),
        writes=sum(each.acknowledged for each in measured),
    )
    verdict = "\n".join(f"- {line}" for line in broken) or "Every bound held."
    path.write_text(f"{introduction}\n{table(measured)}\n\n## Bounds\n\n{_BOUNDS}\n{verdict}\n", encoding="utf-8")
    content = {"broken": broken, "faults": [asdict(each) for each in measured]}
    path.with_suffix(".json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
