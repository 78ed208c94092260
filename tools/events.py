"""Writes docs/events.md, the types of events: `python -m tools.events > docs/events.md`."""

import argparse
import ast
import inspect

from services.events.types import TYPES, Payload

_HEAD = """# Events

`python -m tools.events` writes this page from `services/events/types.py`; a test checks that it is current.

Every change that matters is one row of the table `events`, written in the transaction of the change: there is never a
change without its event, nor an event without its change. Everything that tells people or programs of a change reads
these rows: notifications, the lines in message threads, live streams, webhooks and the feed.

- **A stream a user.** An event is appended to the stream of each user who may know of it. The numbers of a stream are
  1, 2, 3 … without gaps, in the order of the commits: the row of `event_streams` is locked until COMMIT. An
  event's `id` is its number in the reader's stream: the same in the feed, in live streams and in webhooks.
- **At least once, in order for one subject.** A reader that sees an id twice ignores the second one. A worker plans the
  deliveries of each event once, in one transaction for all readers (`services/events/planning.py`), in the order of the
  events; a worker that is killed has planned all of a batch or none.
- **Facts, not secrets.** A payload has ids, states, dates and amounts. It has no mobile, no name, no identity number,
  no code and no text of a message.
- **Versions.** A new optional field keeps the version of a type. Any other change is a new version. Ignore fields and
  types that you do not know.

`GET /api/v1.0/events?after=<id>&size=<n>` answers the events behind `after`, the oldest first: a program that stores
the last id it has read misses nothing. An order's events hold the whole order as it then is: the newest one is enough.

While an installation moves from a release before 0.3 to this one, changes that servers of the old release make have no
event. The order's next event has its whole state.

## Types

| type | version | about | fields | when |
|---|---|---|---|---|
"""


def document() -> str:
    """The whole page, in Markdown."""
    rows = [
        f"| `{name}` | {payload.version} | {payload.subject} | [{payload.__name__}](#{payload.__name__.lower()}) "
        f"| {meaning} |\n"
        for name, (payload, meaning) in TYPES.items()
    ]
    payloads = dict.fromkeys(payload for payload, _ in TYPES.values())
    return _HEAD + "".join(rows) + "".join(_section(payload) for payload in payloads)


def _section(payload: type[Payload]) -> str:
    """The fields of a payload, with the docstrings below them."""
    [definition] = ast.parse(inspect.getsource(payload)).body
    if not isinstance(definition, ast.ClassDef):
        raise TypeError(payload.__name__)
    rows = []
    for statement, behind in zip(definition.body, [*definition.body[1:], None], strict=True):
        if isinstance(statement, ast.AnnAssign):
            field, kind = ast.unparse(statement.target), _type_name(ast.unparse(statement.annotation))
            rows.append(f"| `{field}` | {kind} | {_note(behind)} |\n")
    head = f"\n### {payload.__name__}\n\n{payload.__doc__}\n\n| field | type | meaning |\n|---|---|---|\n"
    return head + "".join(rows)


def _type_name(annotation: str) -> str:
    """How JSON shows a value of the annotation."""
    return " or ".join(_JSON.get(part, part) for part in annotation.split(" | "))


def _note(statement: ast.stmt | None) -> str:
    """A docstring; nothing for another statement."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return " ".join(str(statement.value.value).split())
    return ""


_JSON = {
    **dict.fromkeys(("OrderId", "HouseId", "UserId", "ThreadId", "MessageId", "int"), "integer"),
    "Fen": "integer, fen",
    "str": "text",
    "bool": "true or false",
    "date": "date",
    "datetime": "time, UTC",
    "None": "null",
}

if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__).parse_args()
    print(document(), end="")
