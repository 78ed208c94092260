"""From users a day to requests, processor time, bytes and machines. docs/capacity.md explains the steps.

Costs are those that `python -m bench.costs` measured. What was not measured is an Assumption, with its source.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Costs = Mapping[str, Mapping[str, float]]
"""Counters of one request, by kind; times in µs (bench/kinds.py, bench/meters.py)."""

DAY, YEAR = 86_400, 365
OURS = "ours"
"""The source of a number that we chose: replace it by what your logs say."""


@dataclass(frozen=True)
class Assumption:
    """A number that was not measured; every one is an option of `python -m tools.capacity`."""

    name: str
    value: float
    meaning: str
    source: str = OURS


PROFILE = (
    Assumption("index", 1.0, "first pages for each user and day"),
    Assumption("search", 1.0, "searches without dates for each user and day"),
    Assumption("search_dates", 4.0, "searches with dates for each user and day"),
    Assumption("house", 6.0, "house pages for each user and day"),
    Assumption("session", 6.0, "session checks for each user and day: scripts of signed-in users"),
    Assumption("sign_in", 0.1, "sign-ins for each user and day; a session ends after 24 h without use, or 7 days"),
    Assumption("register", 0.01, "registrations for each user and day"),
    Assumption("book", 0.02, "bookings for each user and day"),
    Assumption("orders", 0.2, "lists of orders for each user and day"),
    Assumption("avatar", 0.005, "avatars for each user and day"),
    Assumption("house_picture", 0.01, "pictures of houses for each user and day"),
)
SHARES = (
    Assumption("accepted", 0.9, "share of bookings that the host accepts"),
    Assumption("paid", 0.85, "share of bookings that are paid"),
    Assumption("later", 2, "steps of a paid order after its payment (its end, a review), each as dear as accepting"),
    Assumption("canceled", 0.2, "share of bookings that are canceled"),
    Assumption(
        "cached",
        0.7,
        "share of house pages that are in Redis",
        "views by Zipf's law, 100,000 houses, pages kept for 60 s, at the peak of a million users",
    ),
)
PEAK = (
    Assumption("busiest_hour", 0.1, "share of a day's requests in its busiest hour; evenly spread it is 0.042"),
    Assumption("burst", 1.5, "the busiest second against the mean of its hour"),
    Assumption("season", 2.0, "the busiest day against the mean day: Golden Week, Spring Festival"),
)
MACHINES = (
    Assumption("cores", 8, "cores of a machine"),
    Assumption("data_cores", 16, "cores of a machine that runs MariaDB and Redis only"),
    Assumption("busy", 0.5, "how busy a part may be at the peak; the rest is for a lost machine and for waiting times"),
    Assumption("core_speed", 1.0, "a core against a core of the measurement"),
    Assumption("proxy_us", 150, "µs of nginx with TLS and HAProxy for a request"),
    Assumption("applying", 0.5, "cost of applying a replicated write, against making it"),
    Assumption("overhead", 1.1, "bytes on the wire against HTTP's: TLS, TCP, IP"),
    Assumption("pictures", 10, "pictures that a house or search page loads from the bucket or its CDN"),
    Assumption("picture_kb", 60, "kB of such a picture"),
)
ASSUMPTIONS = (*PROFILE, *SHARES, *PEAK, *MACHINES)
Assumed = Mapping[str, float]

READERS = ("search", "search_dates")
"""The kinds whose statements go to IHOME_DATABASE_READ_URL where that is set; all others go to the writer."""

_WRITES = ("register", "book", "accept", "pay", "notice", "cancel", "avatar", "house_picture")
_PAGES = ("search", "search_dates", "house_cached", "house_uncached")


def per_user(assumed: Assumed) -> dict[str, float]:
    """Requests of each kind that a user makes in a day."""
    plain = {each.name: assumed[each.name] for each in PROFILE if each.name != "house"}
    book, house = assumed["book"], assumed["house"]
    return plain | {
        "house_cached": house * assumed["cached"],
        "house_uncached": house * (1 - assumed["cached"]),
        "picture_code": assumed["register"],
        "sms_code": assumed["register"],
        "accept": book * (assumed["accepted"] + assumed["later"] * assumed["paid"]),
        "pay": book * assumed["paid"],
        "notice": book * assumed["paid"],
        "cancel": book * assumed["canceled"],
    }


def peak_factor(assumed: Assumed) -> float:
    """The busiest second of a year against the mean second."""
    return assumed["busiest_hour"] * 24 * assumed["burst"] * assumed["season"]


def writer_us(costs: Costs, kind: str) -> float:
    """MariaDB's processor time for a request of that kind; for one that writes, as measured on a Galera node."""
    found = costs.get(kind, {})
    return found.get("galera_cpu_us" if kind in _WRITES else "mariadb_cpu_us", found.get("mariadb_cpu_us", 0))


@dataclass(frozen=True)
class Load:
    """What the parts do in the busiest second: requests, cores of processor time, commands, Mbit, bytes."""

    requests: float
    bookings: float
    servers: float
    proxies: float
    writer: float
    readers: float
    applying: float
    redis: float
    redis_commands: float
    writing_transactions: float
    replicated_mbit: float
    out_mbit: float
    in_mbit: float
    pictures_mbit: float


def load(rates: Mapping[str, float], costs: Costs, assumed: Assumed) -> Load:
    """`rates` are requests a second, by kind."""

    def total(counter: str, kinds: tuple[str, ...] = ()) -> float:
        return sum(rate * costs[kind].get(counter, 0) for kind, rate in rates.items() if not kinds or kind in kinds)

    second, megabit = 1e6 * assumed["core_speed"], 1e6 / 8
    requests = sum(rates.values())
    return Load(
        requests=requests,
        bookings=rates.get("book", 0),
        servers=total("server_cpu_us") / second,
        proxies=requests * assumed["proxy_us"] / second,
        writer=sum(rate * writer_us(costs, kind) for kind, rate in rates.items() if kind not in READERS) / second,
        readers=total("mariadb_cpu_us", READERS) / second,
        applying=sum(rates.get(kind, 0) * writer_us(costs, kind) for kind in _WRITES) * assumed["applying"] / second,
        redis=total("redis_cpu_us") / second,
        redis_commands=total("redis_commands"),
        writing_transactions=sum(rate for kind, rate in rates.items() if kind in _WRITES),
        replicated_mbit=total("galera_bytes") / megabit,
        out_mbit=total("bytes_out") * assumed["overhead"] / megabit,
        in_mbit=total("bytes_in") * assumed["overhead"] / megabit,
        pictures_mbit=sum(rates.get(kind, 0) for kind in _PAGES)
        * assumed["pictures"]
        * assumed["picture_kb"]
        * 1e3
        / megabit,
    )


@dataclass(frozen=True)
class Machines:
    """How many machines: `shared` of them run everything, `fronts` servers and proxies, `data` MariaDB and Redis.

    `cells` is how many writers are needed, each with a database of its own; `redises` how many masters of Redis.
    """

    shared: int
    fronts: int
    data: int
    cells: int
    redises: int


def machines(needed: Load, assumed: Assumed) -> Machines:
    """The fewest machines with one more than needed, so that one may be lost."""
    busy, cores = assumed["busy"], assumed["cores"]
    front, writer = needed.servers + needed.proxies, needed.writer + min(needed.redis, busy)
    redises = max(1, math.ceil(needed.redis / busy))
    if front / 2 + writer + needed.readers / 2 <= cores * busy and redises == 1:
        return Machines(3, 0, 0, 1, 1)
    room = assumed["data_cores"] * busy
    cells = max(1, math.ceil(writer / room))
    reader = room - needed.applying / cells
    readers = max(2, math.ceil(needed.readers / cells / reader) + 1) if reader > 0 else 2
    return Machines(0, max(2, math.ceil(front / (cores * busy)) + 1), cells * (1 + readers), cells, redises)


@dataclass(frozen=True)
class Growth:
    """What a year adds: orders, GB of tables with their indexes, GB of pictures."""

    orders: float
    tables_gb: float
    pictures_gb: float


def growth(users: float, sizes: Mapping[str, float], assumed: Assumed) -> Growth:
    """`sizes` are bytes, as `python -m bench.storage` measured them; `users` are users a day."""
    yearly = {kind: rate * users * YEAR for kind, rate in per_user(assumed).items()}
    tables = yearly["book"] * sizes["order"] + yearly["register"] * sizes["user"]
    pictures = yearly["house_picture"] * sizes["house_picture"]
    return Growth(yearly["book"], tables / 1e9, pictures / 1e9)


@dataclass(frozen=True)
class Cell:
    """What one cluster carries: users a day until its writer, or its Redis, is as busy as it may be; orders alone."""

    users_by_writer: float
    users_by_redis: float
    order_us: float
    """MariaDB's processor time for one order, from booking to its end."""
    orders: float
    """Orders a second that fill the writer if it does nothing else."""


def cell(costs: Costs, assumed: Assumed) -> Cell:
    rates = {kind: rate * peak_factor(assumed) / DAY for kind, rate in per_user(assumed).items()}
    needed, room = load(rates, costs, assumed), assumed["data_cores"] * assumed["busy"]
    steps = {kind: rates[kind] / rates["book"] for kind in ("book", "accept", "pay", "notice", "cancel")}
    order_us = sum(share * writer_us(costs, kind) for kind, share in steps.items()) / assumed["core_speed"]
    return Cell(room / needed.writer, assumed["busy"] / needed.redis, order_us, room * 1e6 / order_us)


def predicted(mix: Mapping[str, float], costs: Costs, allowed: Mapping[str, float]) -> tuple[float, str]:
    """The throughput of a mix of kinds, and the part that is full first. `allowed` are cores, by part."""
    counters = {"servers": "server_cpu_us", "mariadb": "mariadb_cpu_us", "redis": "redis_cpu_us"}
    weights = sum(mix.values())
    limits = {}
    for part, cores in allowed.items():
        cost = sum(weight * costs[kind][counters[part]] for kind, weight in mix.items()) / weights
        limits[part] = cores * 1e6 / cost if cost else math.inf
    part = min(limits, key=lambda each: limits[each])
    return limits[part], part
