"""Processes that sign in and out, spend codes and ask for SMS through Redis, and remember what was acknowledged."""

import asyncio
import secrets
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from tests.waiting import until
from utils import redis
from utils.limits import Limiter, LimitReached, windows
from utils.one_time_codes import OneTimeCodes, Verdict
from utils.sessions import Lifetime, SessionStore, public_id

T = TypeVar("T")
_LIFE = Lifetime(3600, 3600)
_SMS = 5
_MOBILES = 1000
_PAUSE = 0.004
_TOGETHER = 50


class Process:
    """A server's view of Redis; `replicas` is IHOME_REDIS_REPLICAS."""

    def __init__(self, url: str, replicas: int) -> None:
        self.client = redis.connect(url, timeout=0.5, replicas=replicas)
        self.confirmed = redis.connect_confirmed(url, timeout=0.5, replicas=replicas) if replicas else self.client
        self.sessions = SessionStore(
            self.client, browser=_LIFE, app=_LIFE, touch=60, clock=time.time, confirmed=self.confirmed
        )
        self.codes = OneTimeCodes(self.confirmed, "sms", b"key", ttl=3600, tries=5)
        self.limiter = Limiter(self.client, {"sms": windows(f"{_SMS}/1h")}, confirmed=self.confirmed)

    async def answers(self) -> bool:
        return await redis.alive(self.client, 2) and await redis.alive(self.confirmed, 2)

    async def close(self) -> None:
        await self.client.aclose()
        await self.confirmed.aclose()


@dataclass
class Ledger:
    """What was acknowledged, and what must not have happened."""

    open: dict[str, int] = field(default_factory=dict)
    """Secrets of sessions that nobody has asked to end, and their users."""

    ended: list[str] = field(default_factory=list)
    spent: list[str] = field(default_factory=list)
    sms: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    answered: list[float] = field(default_factory=list)
    """When something was acknowledged, by the monotonic clock."""

    wrong: list[str] = field(default_factory=list)

    @property
    def longest_gap(self) -> float:
        """Seconds without any acknowledgement."""
        return max((b - a for a, b in zip(self.answered, self.answered[1:], strict=False)), default=0)


class Load:
    """Clients of several processes."""

    def __init__(self, processes: list[Process]) -> None:
        self.ledger = Ledger()
        self._processes = processes
        self._stopping = False
        self._sent: list[str] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self, stock: int = 300) -> None:
        """Sign so many users in, send so many codes, and go on with more of both."""
        for process in self._processes:
            await until(process.answers)
        self._sent = [f"stock-{number}" for number in range(stock)]
        for number in range(stock):
            secret = await self._processes[0].sessions.open(number, address="", device="")
            self.ledger.open[secret] = number
            await self._processes[0].codes.put(self._sent[number], "123456")
        kinds = (self._sign_in_and_out, self._spend, self._ask_for_sms, self._look)
        for number in range(len(self._processes)):
            self._tasks += [asyncio.create_task(self._repeat(kind, number)) for kind in kinds for _ in range(2)]

    async def stop(self) -> None:
        self._stopping = True
        await asyncio.gather(*self._tasks)

    async def _repeat(self, step: Callable[[Process, Process], Awaitable[None]], number: int) -> None:
        here, there = self._processes[number], self._processes[number - 1]
        while not self._stopping:
            try:
                await step(here, there)
                self.ledger.answered.append(time.monotonic())
            except redis.RedisUnavailable:
                self.ledger.refused += 1
            await asyncio.sleep(_PAUSE)

    async def _sign_in_and_out(self, here: Process, there: Process) -> None:
        """Sign somebody in, and somebody else out, who may have signed in long before."""
        user = secrets.randbelow(10**9)
        secret = await here.sessions.open(user, address="", device="")
        self.ledger.open[secret] = user
        secret = secrets.choice(list(self.ledger.open))
        user = self.ledger.open.pop(secret)
        await there.sessions.end(user, public_id(secret))
        self.ledger.ended.append(secret)

    async def _spend(self, here: Process, there: Process) -> None:
        """Send a code, and spend one that may have been sent long before."""
        subject = secrets.token_hex(8)
        await here.codes.put(subject, "123456")
        self._sent.append(subject)
        subject = self._sent.pop(secrets.randbelow(len(self._sent)))
        if await there.codes.spend(subject, "123456") is Verdict.RIGHT:
            self.ledger.spent.append(subject)

    async def _ask_for_sms(self, here: Process, _: Process) -> None:
        mobile = str(secrets.randbelow(_MOBILES))
        with suppress(LimitReached):
            await here.limiter.acquire(("sms", mobile))
            self.ledger.sms[mobile] += 1

    async def _look(self, here: Process, _: Process) -> None:
        """Look for the sessions that ended last, and for codes that were spent last."""
        for secret in self.ledger.ended[-3:]:
            if await here.sessions.find(secret):
                self.ledger.wrong.append("an ended session was valid")
        for subject in self.ledger.spent[-1:]:
            if await here.codes.spend(subject, "123456") is Verdict.RIGHT:
                self.ledger.wrong.append("a code was spent twice")

    async def verify(self, process: Process) -> list[str]:
        """What is wrong in the end."""
        ledger = self.ledger
        found = list(ledger.wrong)
        ended = await _insist(process, process.sessions.find, ledger.ended)
        found += ["an ended session lives" for session in ended if session is not None]
        still_open = await _insist(process, process.sessions.find, ledger.open)
        found += ["an open session was lost" for session in still_open if session is None]
        verdicts = await _insist(process, lambda subject: process.codes.spend(subject, "123456"), ledger.spent)
        found += ["a spent code was right" for verdict in verdicts if verdict is Verdict.RIGHT]
        sent = await _insist(process, self._use_up, list(ledger.sms))
        found += ["an SMS beyond the limit" for count in sent if count > _SMS]
        return found

    async def _use_up(self, mobile: str) -> int:
        """Ask for SMS until the limit is reached; how many there were in all."""
        with suppress(LimitReached):
            while self.ledger.sms[mobile] <= _SMS:
                await self._processes[-1].limiter.acquire(("sms", mobile))
                self.ledger.sms[mobile] += 1
        return self.ledger.sms[mobile]


async def _insist(process: Process, ask: Callable[[str], Awaitable[T]], names: Iterable[str]) -> list[T]:
    """The answers, some at a time, asked for again where Redis was away."""
    left, found = list(names), list[T]()
    while left:
        try:
            found += await asyncio.gather(*map(ask, left[:_TOGETHER]))
            del left[:_TOGETHER]
        except redis.RedisUnavailable:
            await until(process.answers)
    return found
