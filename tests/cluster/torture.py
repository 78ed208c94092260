"""`make cluster-torture`: commits every fault under load, and writes the table of what it did.

Ends with 1 if a bound does not hold, and says which.
"""

import argparse
import asyncio
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from tests.cluster import load, report
from tests.cluster.ledger import Finding, Ledger
from tests.cluster.outbox import Outbox
from tests.cluster.recheck import recheck, sms_beyond_limits
from tests.cluster.schedule import SETTLE_SECONDS, Fault, chosen
from tests.cluster.target import Target, own_cluster
from tests.cluster.timeline import Measured, attribute, measure
from tests.cluster.verdict import judge
from tools import command

LOOKS = 5
TABLE = Path(__file__).parents[2] / "docs" / "cluster-torture.md"


async def torture(target: Target, faults: list[Fault], *, users: int, pause: float) -> tuple[list[Measured], Ledger]:
    """Commit the faults one after the other under load; returns what each did, and what the load was told."""
    measured: list[Measured] = []
    outbox = Outbox(target.var)
    async with load.running(target.address, target.var, users=users, pause=pause) as ledger:
        say("everybody is registered; the load runs")
        for number, fault in enumerate(faults, 1):
            measured.append(await commit(target, fault, ledger))
            say(f"{number}/{len(faults)} {progress(measured[-1])}")
    await recheck(target.address, ledger, outbox)
    ledger.findings += await asyncio.to_thread(verdict, target, ledger)
    ledger.findings += sms_beyond_limits(outbox.sent())
    attribute(ledger.findings, measured)
    say(f"refusals: {dict(ledger.refusals)}")
    return measured, ledger


async def commit(target: Target, fault: Fault, ledger: Ledger) -> Measured:
    """Commit a fault, heal it, and wait until its time is over."""
    began = time.monotonic()
    pieces = [piece for each in fault.commands for piece in await asyncio.to_thread(target.commit, each)]
    await asyncio.sleep(began + fault.hold - time.monotonic())
    if fault.hold:
        await asyncio.to_thread(target.commit, "heal")
    await asyncio.sleep(max(SETTLE_SECONDS, began + fault.hold + fault.settle - time.monotonic()))
    return measure(fault.name, pieces, began, time.monotonic(), ledger)


def verdict(target: Target, ledger: Ledger) -> list[Finding]:
    """What the nodes say, each once."""
    findings: dict[str, Finding] = {}
    for each in target.nodes():
        with each as node:
            findings |= {finding.text: finding for finding in judge(ledger, node)}
    texts = [f"table {name} differs between nodes" for name in _differing(target)]
    if wrong := target.wrong_listings():
        texts.append(f"listings: {wrong}")
    return [*findings.values(), *(Finding("half", time.monotonic(), text) for text in texts)]


def _differing(target: Target) -> set[str]:
    """The tables whose rows differ between nodes, each time that one looks: workers may write meanwhile."""
    always: set[str] | None = None
    for _ in range(LOOKS):
        checksums = []
        for each in target.nodes():
            with each as node:
                checksums.append(node.checksums())
        differing = {name for found in checksums for name, value in found.items() if value != checksums[0].get(name)}
        always = differing if always is None else always & differing
    return always or set()


def progress(measured: Measured) -> str:
    """One line about a fault."""
    hit, errors = " ".join(measured.pieces), measured.errors or "no errors"
    numbers = f"{measured.requests} requests, {errors}, gap {measured.gap:.2f} s, {measured.acknowledged} writes"
    return f"{measured.fault} ({hit}): {numbers}"


def say(text: str) -> None:
    print(f"torture: {text}", flush=True)


def main() -> int:
    """Ends with 1 where a bound does not hold."""
    asked = _arguments()
    faults = chosen(asked.only, asked.rounds, asked.seconds)
    with ExitStack() as stack:
        if asked.var:
            target = Target(asked.var.resolve(), asked.port)
        else:
            target = stack.enter_context(own_cluster(asked.port, say))
        measured, _ = asyncio.run(torture(target, faults, users=asked.users, pause=asked.pause))
    broken = [line for pair in zip(faults, measured, strict=True) for line in report.broken_bounds(*pair)]
    report.write(asked.table, measured, asked.users, broken)
    print(report.table(measured), *broken, sep="\n")
    return 1 if broken else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help='faults, such as "kill writer,partition redis"')
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=20, help="how long a fault lasts that is in no schedule")
    parser.add_argument("--users", type=int, default=16)
    parser.add_argument("--pause", type=float, default=0.5, help="seconds between two steps of a user, on average")
    parser.add_argument("--var", type=Path, help="the directory of a running cluster; without it, one is started")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--table", type=Path, default=TABLE, help="where the table is written")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(command.run(main))
