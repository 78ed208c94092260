"""`make cluster`: three database nodes, three Redis with Sentinels, HAProxy, nginx, servers and workers on one machine.

Every piece runs from the files of deploy/, in a network namespace of its own. Ctrl-C stops all of them.
"""

import argparse
import asyncio
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path

from composition import open_deps
from config import Config
from tools import command, demo
from tools.cluster import galera, network, plan, table
from tools.cluster.faults import Faults
from tools.cluster.pieces import Piece
from tools.cluster.plan import Plan
from tools.cluster.status import Watcher
from tools.cluster.supervisor import Supervisor, stop_all
from tools.dev_services import only_user_of, private_directory
from tools.run import check_free, say, write_env


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--var", type=Path, default=Path("var"))
    arguments = parser.parse_args()
    var: Path = arguments.var.resolve()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    check_free(arguments.port)
    var.mkdir(parents=True, exist_ok=True, mode=0o700)
    with only_user_of(var):
        programs = plan.find_programs(say)
        made = network.make(arguments.port)
        try:
            with suppress(KeyboardInterrupt):
                asyncio.run(_serve(plan.make(var, arguments.port, made, programs)))
        finally:
            made.close()
            shutil.rmtree(private_directory(str(arguments.port)))
    return 0


async def _serve(cluster: Plan) -> None:
    watcher = Watcher(cluster)
    pieces = list(cluster.pieces.values())
    try:
        await _start(cluster, watcher)
        say(f"http://127.0.0.1:{cluster.port} - stop with Ctrl-C")
        faults = Faults(cluster, watcher)
        await asyncio.gather(Supervisor(cluster, faults, say).run(), table.show(cluster, watcher, say))
    finally:
        say("stopping")
        for kinds in (("edge", "nginx", "server", "worker"), ("haproxy", "sentinel", "redis", "galera", "oss")):
            await stop_all([piece for piece in pieces if piece.kind in kinds])


async def _start(cluster: Plan, watcher: Watcher) -> None:
    say("starting Redis, MariaDB and the local OSS")
    _start_kinds(cluster, "oss", "redis", "sentinel", "haproxy")
    first = await asyncio.to_thread(galera.start_first, cluster, watcher, say)
    joining = asyncio.to_thread(galera.join, cluster, watcher, first)
    await asyncio.gather(joining, _load_demo(cluster, watcher))
    say("starting servers, workers and nginx")
    _start_kinds(cluster, "server", "worker", "nginx", "edge")
    await asyncio.to_thread(watcher.await_ready, _of_kinds(cluster, "server", "nginx", "edge"))


async def _load_demo(cluster: Plan, watcher: Watcher) -> None:
    await asyncio.to_thread(watcher.await_ready, _of_kinds(cluster, "redis", "haproxy"))
    say("loading demo data, while the other database nodes join")
    settings = cluster.settings("a")
    async with open_deps(Config.model_validate(settings)) as deps:
        for line in await demo.load(deps, say=say):
            say(line)
    write_env(cluster.var / "env", settings)


def _start_kinds(cluster: Plan, *kinds: str) -> None:
    for piece in _of_kinds(cluster, *kinds):
        piece.start()


def _of_kinds(cluster: Plan, *kinds: str) -> list[Piece]:
    return [piece for piece in cluster.pieces.values() if piece.kind in kinds]


if __name__ == "__main__":
    sys.exit(command.run(main))
