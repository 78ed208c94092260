"""`python -m tools.demo`."""

import argparse
import asyncio
import sys

import config
from composition import open_deps
from tools import command, demo


async def _load_into(settings: config.Config) -> None:
    async with open_deps(settings) as deps:
        for line in await demo.load(deps, say=print):
            print(line)


def main() -> int:
    argparse.ArgumentParser(prog="python -m tools.demo", description=demo.__doc__).parse_args()
    settings = config.load()
    if settings.production:
        raise config.Unsafe(["IHOME_ENV is production: demo users have a password that is known to everyone"])
    asyncio.run(_load_into(settings))
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
