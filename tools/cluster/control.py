"""Talks to a running `make cluster`: `ask(var, "kill writer")`.

make cluster-fault VAR=var FAULT="kill writer"

kill, freeze, partition, isolate, stop, start, rejoin PIECE   heal [PIECE]   upgrade   status
"""

import argparse
import json
import socket
import sys
from pathlib import Path
from typing import Any

from tools import command
from tools.dev_services import socket_path

_SECONDS = 180
"""The longest command: a node that joins by state transfer."""


def ask(var: Path, text: str) -> dict[str, Any]:
    """Run a command in the cluster of `var` and return its answer: `pieces` that it hit, and what it `said`.

    Raises Problem where no cluster runs there, and where the command is wrong.
    """
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(_SECONDS)
        try:
            client.connect(str(socket_path(var.resolve(), "cluster")))
        except OSError:
            raise command.Problem(f"no cluster runs on {var}: start one with `make cluster VAR={var}`") from None
        client.sendall(f"{text}\n".encode())
        with client.makefile() as lines:
            answer: dict[str, Any] = json.loads(lines.readline() or '{"problem": "the cluster has stopped"}')
    if "problem" in answer:
        raise command.Problem(answer["problem"])
    return answer


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--var", type=Path, default=Path("var"))
    parser.add_argument("fault", nargs="+", help="such as: kill writer")
    arguments = parser.parse_args()
    answer = ask(arguments.var, " ".join(arguments.fault))
    if "said" in answer:
        print(f"ihome: {answer['said']}")
    else:
        for piece in answer["pieces"]:
            print(
                f"{piece['name']:12} {piece['state']:14} {piece['role']:9} {piece['address']:15} {piece['error'][:80]}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
