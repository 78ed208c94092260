"""Delete stored objects that no row of the database names: `python -m tools.sweep`, for a timer, about once an hour."""

import argparse
import asyncio
import sys

import config as configuration
from composition import open_deps
from services.houses import pictures
from tools import command


async def sweep(config: configuration.Config) -> int:
    async with open_deps(config) as deps:
        return await pictures.sweep(deps)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(f"{asyncio.run(sweep(configuration.load()))} objects removed")
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
