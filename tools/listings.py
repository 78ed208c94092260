"""Compare what is stored for searches and cards with the houses behind it: `python -m tools.listings [--mend]`.

That is the table `listings`, the counts of reviews, the offset of the public position, and the words in the
full-text index.

Settings come from the environment, as the server's do. Exits with 1 if rows are wrong and were not mended.
"""

import argparse
import asyncio
import sys

from composition import open_deps
from config import Config, load
from services.houses import listings
from tools import command


async def check(config: Config, *, mend: bool) -> int:
    """The number of houses of which something is wrong, mended or not."""
    found, seen, after = 0, 0, 0
    async with open_deps(config) as deps:
        while True:
            batch = await listings.compare(deps, after)
            for house_id in batch.wrong if mend else ():
                await listings.mend(deps, house_id)
            found += len(batch.wrong)
            if batch.last is None:
                return found
            seen, after = seen + 1, batch.last
            if seen % 100 == 0:
                print(f"as far as house {after}: {found} wrong", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mend", action="store_true", help="write again what is wrong")
    arguments = parser.parse_args()
    found = asyncio.run(check(load(), mend=arguments.mend))
    print(f"{found} houses {'were wrong and are mended' if arguments.mend else 'are wrong'}")
    return 1 if found and not arguments.mend else 0


if __name__ == "__main__":
    sys.exit(command.run(main))
