"""Reviews of houses and appointments of admins, for an operator.

python -m tools.admin list [pending|approved|rejected]
python -m tools.admin approve HOUSE
python -m tools.admin reject HOUSE "the reason"
python -m tools.admin appoint MOBILE      make somebody an admin
python -m tools.admin dismiss MOBILE      make an admin an ordinary user again
"""

import argparse
import asyncio
import sys

import config as configuration
from composition import open_deps
from services.deps import Deps
from services.houses import moderation
from tools import command

STATES = ("pending", "approved", "rejected")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("list").add_argument("state", nargs="?", choices=STATES, default="pending")
    commands.add_parser("approve").add_argument("house", type=int)
    reject = commands.add_parser("reject")
    reject.add_argument("house", type=int)
    reject.add_argument("reason")
    commands.add_parser("appoint").add_argument("mobile")
    commands.add_parser("dismiss").add_argument("mobile")
    return parser.parse_args()


async def run(config: configuration.Config, asked: argparse.Namespace) -> None:
    async with open_deps(config) as deps:
        await _do(deps, asked)


async def _do(deps: Deps, asked: argparse.Namespace) -> None:
    match asked.command:
        case "list":
            found = await moderation.houses_in_review(deps, asked.state)
            for house in found:
                print(f"{house.id}\t{house.area_name}\t{house.title}\t{house.host_name or '-'}\t{house.review_reason}")
            first = "the first " if len(found) == moderation.MAX_CANDIDATES else ""
            print(f"{first}{len(found)} {asked.state}")
        case "approve" | "reject":
            await moderation.decide(deps, asked.house, asked.command == "approve", getattr(asked, "reason", ""))
            print(f"house {asked.house}: {asked.command}")
        case _:
            await moderation.appoint(deps, asked.mobile, asked.command == "appoint")
            print(f"{asked.mobile}: {asked.command}")


def main() -> int:
    asked = arguments()
    asyncio.run(run(configuration.load(), asked))
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
