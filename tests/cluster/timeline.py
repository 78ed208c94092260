"""Numbers of one fault, from the requests of the load."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from tests.cluster.ledger import Finding, Ledger, Request

BEFORE = 3.0
"""What was acknowledged so many seconds before a fault can be lost by it."""
GROUPS = {"browse": {"browse"}, "account": {"account", "register"}, "change": {"order", "host", "upload"}}
"""The kinds of requests whose gaps are measured together: a gap of a rare kind would only tell how rare it is."""


@dataclass
class Measured:
    """What a fault did. `began` and `ended` are of `time.monotonic`; gaps are in seconds."""

    fault: str
    pieces: list[str]
    began: float
    ended: float
    requests: int = 0
    errors: dict[str, int] = field(default_factory=dict)
    share: float = 0.0
    gap: float = 0.0
    gaps: dict[str, float] = field(default_factory=dict)
    acknowledged: int = 0
    failures: list[str] = field(default_factory=list)
    """When each request that failed was sent, in seconds from the fault, for how long it lasted, and what it was."""
    findings: dict[str, list[str]] = field(default_factory=dict)


def measure(fault: str, pieces: list[str], began: float, ended: float, ledger: Ledger) -> Measured:
    """The numbers of what happened between these times."""
    inside = [each for each in ledger.requests if began <= each.began < ended]
    minute = sum(ended - 60 <= each.began < ended or began <= each.began < ended for each in ledger.requests)
    errors = Counter(each.outcome for each in inside if each.failed)
    return Measured(
        fault,
        pieces,
        began,
        ended,
        requests=len(inside),
        errors=dict(errors),
        share=errors.total() / max(1, minute),
        gap=longest_gap(inside),
        gaps={name: longest_gap(each for each in inside if each.kind in kinds) for name, kinds in GROUPS.items()},
        failures=[
            f"{each.began - began:.1f} + {each.ended - each.began:.1f} s: {each.outcome} {each.target}"
            for each in inside
            if each.failed
        ],
        acknowledged=sum(began <= at < ended for at in ledger.acknowledged),
    )


def longest_gap(requests: Iterable[Request]) -> float:
    """The longest time in which requests were under way and none succeeded, in seconds."""
    by_end = sorted(requests, key=lambda request: request.ended)
    begun = list(accumulate((each.began for each in reversed(by_end)), min))[::-1]
    longest, last_success, waiting_since = 0.0, float("-inf"), begun[0] if begun else 0.0
    for number, each in enumerate(by_end):
        longest = max(longest, each.ended - max(waiting_since, last_success))
        if not each.failed and number + 1 < len(by_end):
            last_success, waiting_since = each.ended, begun[number + 1]
    return longest


def attribute(findings: Iterable[Finding], measured: list[Measured]) -> None:
    """Note each finding at the fault in whose time it lies; the first one gets those that lie in none."""
    for finding in findings:
        owner = next((each for each in measured if each.began - BEFORE <= finding.at < each.ended), measured[0])
        owner.findings.setdefault(finding.kind, []).append(finding.text)
