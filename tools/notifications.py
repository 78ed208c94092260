"""Show which notifications were given up, and what became of the others: `python -m tools.notifications [--hours N]`.

Settings come from the environment, as the server's do. It shows no addresses and no texts.
"""

import argparse
import asyncio
import sys
from datetime import timedelta

from composition import open_deps
from config import Config, load
from services.notifications import delivering
from tools import command

_MAX_SHOWN = 100


async def report(config: Config, hours: int) -> list[str]:
    """A line for each state and channel of the last hours, and for each delivery that was given up."""
    async with open_deps(config) as deps:
        counted = await delivering.counts(deps, timedelta(hours=hours))
        failed = await delivering.failures(deps, _MAX_SHOWN)
    lines = [f"{state:8} {channel:5} {number}" for state, channel, number in counted]
    return [*lines, *(
        f"failed   {each.channel:5} {each.kind} of event {each.event_id} for user {each.user_id}: {each.reason},"
        f" {each.attempts} attempts, {each.ended_at:%Y-%m-%d %H:%M} UTC"
        for each in failed
    )]  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hours", type=int, default=24, help="count what ended in so many hours (24)")
    for line in asyncio.run(report(load(), parser.parse_args().hours)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
