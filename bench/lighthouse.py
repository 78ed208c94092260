"""Lighthouse's scores of index, search, search with its map open, and house on a phone: `make lighthouse`.

Starts a server of its own with demo data. Each page is judged RUNS times after one visit that fills the server's
caches, and the median counts: on two cores, Chromium shows about one first frame in four a whole second late, whatever
the page. Fails if a score is below LEAST.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from composition import open_deps
from config import Config
from tests.live import LiveServer
from tools import command, demo, packages
from tools.dev_services import create_database, dev_services
from tools.migrate import migrate

LIGHTHOUSE = "lighthouse@13.5.0"
PAGES = {"index": "/", "search": "/search?aid=3", "map": "/search?aid=3#map", "house": "/houses/3"}
KINDS = ("performance", "accessibility", "best-practices", "seo")
LEAST = 99
RUNS = 5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--verbose", action="store_true", help="name the audits that cost points")
    verbose: bool = parser.parse_args().verbose
    chromium = packages.chromium(print)
    if chromium is None:
        raise command.Problem("Chromium is needed: apt install chromium")
    with tempfile.TemporaryDirectory(prefix="ihome-lighthouse-") as directory:
        var = Path(directory)
        with dev_services(var) as running:
            settings = running.settings(var)
            create_database(running.database_url)
            migrate(running.database_url)
            asyncio.run(_load(Config.model_validate(settings)))
            server = LiveServer(settings, var / "server.log")
            try:
                return _report(
                    {name: _judge(server.base_url + path, chromium, verbose=verbose) for name, path in PAGES.items()}
                )
            finally:
                server.stop()


async def _load(config: Config) -> None:
    async with open_deps(config) as deps:
        await demo.load(deps)


def _judge(url: str, chromium: str, *, verbose: bool) -> dict[str, float]:
    _ask(url, chromium, verbose=False)
    found = [_ask(url, chromium, verbose=verbose) for _ in range(RUNS)]
    return {kind: median(scores[kind] for scores in found) for kind in KINDS}


def _ask(url: str, chromium: str, *, verbose: bool) -> dict[str, float]:
    command = ["npx", "--yes", LIGHTHOUSE, url, "--output=json", "--quiet", f"--only-categories={','.join(KINDS)}"]
    command += ["--chrome-flags=--headless=new --no-sandbox"]
    done = subprocess.run(
        command, env=os.environ | {"CHROME_PATH": chromium}, capture_output=True, text=True, check=True, timeout=180
    )
    found = json.loads(done.stdout)
    for audit in found["audits"].values():
        if verbose and audit.get("score") is not None and audit["score"] < 0.9:
            print(f"  {audit['id']}: {audit['score']} {audit.get('displayValue', '')}")
    return {kind: round(found["categories"][kind]["score"] * 100) for kind in KINDS}


def _report(scores: dict[str, dict[str, float]]) -> int:
    print(f"{'page':8}" + "".join(f"{kind:>16}" for kind in KINDS))
    for name, found in scores.items():
        print(f"{name:8}" + "".join(f"{found[kind]:16}" for kind in KINDS))
    return int(min(score for found in scores.values() for score in found.values()) < LEAST)


if __name__ == "__main__":
    sys.exit(command.run(main))
