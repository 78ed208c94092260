"""What the load was told: every acknowledged write, and every request with its outcome."""

import time
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field

from tests.cluster.connection import Reply


@dataclass(frozen=True)
class Request:
    """One request. Times are of `time.monotonic`. `outcome`: ok, refused (4xx), or 5xx status, `timeout`, `cut`."""

    kind: str
    began: float
    ended: float
    outcome: str
    target: str = ""
    """Verb and path, for those that failed."""

    @property
    def failed(self) -> bool:
        """The platform's fault: a 5xx, no answer in time, or a connection that was refused or cut."""
        return self.outcome not in ("ok", "refused")


@dataclass
class Order:
    """An acknowledged order. `done` are its acknowledged steps, `unknown` those that were not answered."""

    order_id: int
    guest_id: int
    house_id: int
    start: str
    end: str
    at: float
    done: list[str] = field(default_factory=lambda: ["book"])
    unknown: set[str] = field(default_factory=set)


@dataclass
class Session:
    """A session that was opened. It is dead for ever after `ended`, the time of the acknowledgement."""

    secret: str
    user_id: int
    opened: float
    ended: float | None = None
    unknown_end: bool = False


@dataclass(frozen=True)
class Code:
    """A one-time code that a request has spent."""

    mobile: str
    code: str
    at: float


@dataclass(frozen=True)
class Picture:
    """A stored picture and its path."""

    house_id: int
    path: str
    at: float


@dataclass
class Versions:
    """The titles of one house: when each version was acknowledged; `unknown` are the versions without an answer."""

    numbers: list[int] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    unknown: set[int] = field(default_factory=set)
    is_changing: bool = False

    def acknowledge(self, number: int) -> None:
        """Note that this version was acknowledged now."""
        self.numbers.append(number)
        self.times.append(time.monotonic())

    def oldest_right(self, at: float) -> int:
        """The version that a read beginning at this time must show, unless it shows a newer one."""
        place = bisect_right(self.times, at)
        return self.numbers[place - 1] if place else 0

    def is_stale(self, number: int, at: float) -> bool:
        """Whether a read that began at this time must not show this version.

        A version without an answer may come into force at any later time.
        """
        return number < self.oldest_right(at) and number not in self.unknown

    def replaced_at(self, number: int) -> float:
        """When the first newer version was acknowledged."""
        return next(at for version, at in zip(self.numbers, self.times, strict=True) if version > number)


@dataclass(frozen=True)
class Finding:
    """A broken promise. `kind` is a column of the table; `at` is of `time.monotonic`."""

    kind: str
    at: float
    text: str


@dataclass
class Ledger:
    """Everything that the load was told."""

    requests: list[Request] = field(default_factory=list)
    refusals: Counter[tuple[str, int, int]] = field(default_factory=Counter)
    orders: dict[int, Order] = field(default_factory=dict)
    sessions: dict[str, Session] = field(default_factory=dict)
    users: dict[str, int] = field(default_factory=dict)
    codes: list[Code] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    houses: dict[int, Versions] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    acknowledged: list[float] = field(default_factory=list)
    """When each write was acknowledged."""

    def note(self, kind: str, target: str, began: float, reply: Reply) -> None:
        """Note a request that has just ended."""
        outcome = "ok" if reply.ok else "refused"
        if reply.failed:
            outcome = str(reply.status or reply.reason)
        elif not reply.ok:
            self.refusals[kind, reply.status, reply.errno] += 1
        self.requests.append(Request(kind, began, time.monotonic(), outcome, target if reply.failed else ""))

    def wrote(self) -> float:
        """Note that a write was acknowledged; returns the time."""
        self.acknowledged.append(time.monotonic())
        return self.acknowledged[-1]

    def find(self, kind: str, text: str) -> None:
        """Note a broken promise that was seen just now."""
        self.findings.append(Finding(kind, time.monotonic(), text))
