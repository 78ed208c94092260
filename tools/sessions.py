"""Sessions, for an operator: `python -m tools.sessions end-all` ends all of them, and every one-time code.

Run it after Redis was restored from a back-up, before the servers start: sessions ended since the back-up would be
valid again. Everybody has to sign in again; the counts of rate limits stay.
"""

import argparse
import asyncio
import sys

import config as configuration
from composition import open_deps
from tools import command


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("end-all", help="end all sessions and one-time codes")
    return parser.parse_args()


async def end_all(config: configuration.Config) -> None:
    async with open_deps(config) as deps:
        await deps.epoch.begin()  # sessions and codes of an earlier epoch are no longer valid


def main() -> int:
    arguments()
    asyncio.run(end_all(configuration.load()))
    print("all sessions and one-time codes are ended")
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
