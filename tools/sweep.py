"""Remove stored objects that no row names: `python -m tools.sweep`, for a timer (once an hour is plenty)."""

import asyncio
import sys

import config as configuration
from server import open_deps
from services import pictures


async def sweep(config: configuration.Config) -> int:
    async with open_deps(config) as deps:
        return await pictures.sweep(deps)


def main() -> int:
    try:
        config = configuration.load()
    except configuration.Unsafe as unsafe:
        print(unsafe, file=sys.stderr)
        return 2
    print(f"{asyncio.run(sweep(config))} objects removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
