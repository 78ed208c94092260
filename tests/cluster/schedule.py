"""Which faults the torture commits, in which order, and how long each lasts."""

from dataclasses import dataclass

ROLES = ("writer", "reader", "redis", "sentinel", "haproxy", "server", "worker", "nginx")
KILL_SECONDS, HOLD_SECONDS, SETTLE_SECONDS, LONG_SECONDS = 20.0, 20.0, 8.0, 45.0


@dataclass(frozen=True)
class Fault:
    """Commands for the cluster, seconds until it is healed, and seconds of steady state behind that, at least 8.

    `single` says that one piece or one machine is lost, for which the bounds hold.
    """

    name: str
    commands: tuple[str, ...]
    hold: float
    settle: float = SETTLE_SECONDS
    single: bool = True


NONE = Fault("none", (), 0, settle=15.0)
"""The steady state, in which the same bounds hold."""


def single_faults() -> list[Fault]:
    """Each piece killed, frozen, and cut off."""
    kills = [Fault(f"kill {role}", (f"kill {role}",), 0, KILL_SECONDS) for role in ROLES]
    freezes = [Fault(f"freeze {role}", (f"freeze {role}",), HOLD_SECONDS) for role in ROLES]
    partitions = [Fault(f"partition {role}", (f"partition {role}",), HOLD_SECONDS) for role in ROLES]
    return [fault for three in zip(kills, freezes, partitions, strict=True) for fault in three]


def other_faults() -> list[Fault]:
    """A node that joins by state transfer, an upgrade, a machine that only clients reach, and two losses at once."""
    return [
        Fault("rejoin galera-c", ("rejoin galera-c",), 0, LONG_SECONDS),
        Fault("upgrade", ("upgrade",), 0, LONG_SECONDS),
        Fault("isolate writer", ("isolate writer",), HOLD_SECONDS),
        Fault("isolate redis", ("isolate redis",), HOLD_SECONDS),
        Fault("kill writer + redis", ("kill writer", "kill redis"), 0, LONG_SECONDS, single=False),
        Fault("freeze writer + redis", ("freeze writer", "freeze redis"), HOLD_SECONDS, KILL_SECONDS, single=False),
    ]


def chosen(only: str | None, rounds: int, seconds: float) -> list[Fault]:
    """The faults of a run, behind a steady state.

    `only` names some of them, or others such as `kill redis-b`, separated by commas; these last so many `seconds`.
    """
    known = {fault.name: fault for fault in [*single_faults(), *other_faults()]}
    names = [name.strip() for name in only.split(",")] if only else list(known)
    faults = [known.get(name) or Fault(name, (name,), seconds) for name in names]
    return [NONE, *faults * rounds]
