"""Writes docs/http-connection.md, the tables of the HTTP server's states.

python -m tools.http_states > docs/http-connection.md
"""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from utils.http.states import CONNECTION, EXCHANGE, ConnectionEvent, ConnectionState, ExchangeEvent, ExchangeState

S = TypeVar("S", bound=StrEnum)
E = TypeVar("E", bound=StrEnum)

_HEAD = """# States of an HTTP connection

Written by `python -m tools.http_states` from `utils/http/states.py`; a test compares them. An event that the row of a
state does not have is a defect and raises `NoTransition`.

"""


def document() -> str:
    return _HEAD + "\n".join(
        [
            *_section("A connection", ConnectionState, ConnectionEvent, CONNECTION),
            *_section("A request and its answer", ExchangeState, ExchangeEvent, EXCHANGE),
        ]
    )


def _section(title: str, states: type[S], events: type[E], table: Mapping[S, Mapping[E, S]]) -> list[str]:
    return [
        f"## {title}\n",
        _table(["state", "meaning"], ([state.name, state.value] for state in states)),
        _table(["event", "meaning"], ([event.name, event.value] for event in events)),
        _table(
            ["", *(event.name for event in events)],
            ([state.name, *(_name(after.get(event)) for event in events)] for state, after in table.items()),
        ),
    ]


def _name(state: StrEnum | None) -> str:
    return "" if state is None else state.name


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(document(), end="")
