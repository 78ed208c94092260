"""ihome against its peers: python -m bench [--quick] [--only WORK …] [--against PEER …]; see bench/README.md."""

import argparse
import asyncio
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import chart, data, load, report
from bench.load import Measured
from bench.servers import CONTESTANTS, IHOME, TEMPLATE, another_tree, pin_this_process, production, served
from bench.works import WORKS, Platform, requests
from services.local_time import LOCAL
from tools.dev_services import create_database, dev_services
from tools.migrate import migrate
from utils import crypto
from utils.passwords import PasswordHasher

COMPARED = 10
QUICK = [TEMPLATE, "lean"]
TITLES = {name: work.title for name, work in WORKS.items()} | {report.BROWSING: "browsing during 50 logins, 20 uploads"}


def say(text: str) -> None:
    print(f"bench: {text}", flush=True)


def answers(name: str, work: str) -> bool:
    return not CONTESTANTS[name].answers or work in CONTESTANTS[name].answers


class Bench:
    def __init__(self, arguments: argparse.Namespace, settings: dict[str, Any], var: Path) -> None:
        self.rounds: int = arguments.rounds
        self.seconds: float = arguments.seconds
        self.warm: int = arguments.warm
        self.peers = [IHOME, *arguments.against, *map(another_tree, arguments.tree)]
        self.works: list[str] = arguments.only
        self.settings = settings
        self.log = var / "servers.log"
        self.platform = Platform(arguments.houses, datetime.now(LOCAL).date())
        self.results: report.Rounds = {work: {} for work in self.works}

    def compare(self) -> None:
        """Send the same requests to every server. Exits if a peer answers otherwise than ihome: it did other work."""
        wanted = [work for work in self.works if work in WORKS]
        said: dict[str, list[bytes]] = {}
        for place, name in enumerate(self.peers, start=1):
            self.platform.booked = self.platform.houses * (data.SLOTS - place)  # the same houses, other nights
            with served(name, self.settings, self.log):
                for work in wanted:
                    if answers(name, work):
                        asked = requests(WORKS[work], self.platform, 0.1)[:COMPARED]
                        # Flask ends JSON with a line end
                        got = [WORKS[work].normal(load.ask(request)).rstrip(b"\n") for request in asked]
                        if name == IHOME:
                            said[work] = got
                        elif CONTESTANTS[name].answers == () and got != said[work]:
                            pair = next(pair for pair in zip(said[work], got, strict=True) if pair[0] != pair[1])
                            raise SystemExit(f"{name} does other work at {work}:\n{pair[0]!r}\n{pair[1]!r}")
        self.platform.booked = 0
        say(f"the answers of {len(self.peers)} servers are the same, byte for byte")

    def measure(self) -> None:
        for number in range(1, self.rounds + 1):
            for name in self.peers:
                started = time.perf_counter()
                with served(name, self.settings, self.log) as server:
                    for work in self.works:
                        if answers(name, work):
                            self.results[work].setdefault(name, []).append(self.one(work, server))
                say(
                    f"round {number} of {self.rounds}: {CONTESTANTS[name].title}, {time.perf_counter() - started:.0f} s"
                )

    def one(self, work: str, server: Any) -> Measured:
        if work == report.BROWSING:
            return asyncio.run(load.browse_while_busy(self.platform, server))
        load.settle(server)
        kind = WORKS[work]
        load.run(kind, server, requests(kind, self.platform, self.warm), self.warm)
        return load.run(kind, server, requests(kind, self.platform, self.seconds), self.seconds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one short round against two peers")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seconds", type=float, help="for each work, beside two to warm up")
    parser.add_argument("--houses", type=int, default=data.HOUSES)
    parser.add_argument("--only", nargs="+", choices=TITLES, default=list(TITLES), metavar="WORK")
    parser.add_argument("--against", nargs="*", choices=CONTESTANTS, metavar="PEER")
    parser.add_argument("--tree", nargs="*", type=Path, default=[], help="ihome as in these working trees, as well")
    parser.add_argument("--var", type=Path, help="keep the data here for the next time")
    arguments = parser.parse_args()
    if arguments.against is None:
        arguments.against = QUICK if arguments.quick else [name for name in CONTESTANTS if name != IHOME]
    arguments.warm = 1 if arguments.quick else 2
    arguments.rounds = arguments.rounds or (1 if arguments.quick else 3)
    arguments.seconds = arguments.seconds or (1 if arguments.quick else 3)
    load.find_wrk()
    pin_this_process()
    with tempfile.TemporaryDirectory(prefix="ihome-bench-") as temporary:
        var = arguments.var or Path(temporary)
        with dev_services(var, say=say, megabytes=1024) as running:
            settings = production(running, var)
            create_database(running.database_url)
            if not migrate(running.database_url):
                data.empty_nights(running.database_url, arguments.houses, datetime.now(LOCAL).date())
            else:
                asyncio.run(fill(running.database_url, running.redis_url, arguments.houses, settings))
            bench = Bench(arguments, settings, var)
            bench.compare()
            bench.measure()
    for line in report.lines(bench.results, TITLES):
        print(line)
    print()
    for line in report.markdown(bench.results, TITLES):
        print(line)
    if not arguments.quick and not arguments.tree:
        chart.draw(bench.results, TITLES, Path("docs/performance.svg"))
    how = {"houses": arguments.houses, "rounds": arguments.rounds, "seconds": arguments.seconds}
    say(f"saved to {report.save(bench.results, how, 'quick' if arguments.quick else 'full')}")


async def fill(database_url: str, redis_url: str, houses: int, settings: dict[str, Any]) -> None:
    """Fill a migrated, empty database with users, houses and orders, and sign all users in."""
    password_hasher = PasswordHasher(
        crypto.derive(settings["password_pepper"], "password"), cost=12, threads=1, queue=1
    )
    password_hash = await password_hasher.hash(data.PASSWORD)
    password_hasher.close()
    data.fill(database_url, houses, password_hash, datetime.now(LOCAL).date(), say)
    data.sign_in_everybody(redis_url)


if __name__ == "__main__":
    main()
