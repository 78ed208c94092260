"""What the templates in deploy/ know about a cluster, on real machines and in `make cluster`.

A template is written for tornado.template. `render` gives it the values of Context, so one file serves both.
"""

from dataclasses import dataclass
from pathlib import Path

from tornado.template import Loader

DEPLOY = Path(__file__).parents[2] / "deploy"

GALERA, REDIS, SENTINEL, SERVER = 3306, 6379, 26379, 8000
WRITER, READERS, REDIS_MASTER, BALANCER, STATISTICS = 13306, 13307, 16379, 18080, 8404
"""The ports of a HAProxy: the database's writer and readers, the Redis master, HTTP, and its own statistics."""


@dataclass(frozen=True)
class Machine:
    """One machine: its name, and the address of each piece on it."""

    name: str
    galera: str
    redis: str
    sentinel: str
    haproxy: str
    server: str
    worker: str
    nginx: str

    @classmethod
    def real(cls, name: str, address: str) -> "Machine":
        """A machine of its own: every piece has the machine's address; its HAProxy serves this machine only."""
        pieces = dict.fromkeys(("galera", "redis", "sentinel", "server", "worker", "nginx"), address)
        return cls(name=name, haproxy="127.0.0.1", **pieces)


@dataclass(frozen=True)
class Secrets:
    """Passwords inside the cluster: MariaDB's users, and Redis."""

    database: str
    migrate: str
    backup: str
    redis: str


@dataclass(frozen=True)
class Endpoint:
    """An address and a port; `name` is the machine's."""

    host: str
    port: int
    name: str = ""


@dataclass(frozen=True)
class Context:
    """What a template knows. `data`, `run` and `logs` are the directories of the piece, `user` is its Unix user."""

    site: str
    machines: tuple[Machine, ...]
    me: Machine
    network: str
    secrets: Secrets
    edges: tuple[str, ...] = ()
    tls: bool = True
    processes: int = 2
    memory: int = 1024
    """MiB of MariaDB's buffer pool."""
    http_port: int = 80
    media_url: str = ""
    oss: str = ""
    """The address of the pictures' bucket, where nginx passes /media/ on to it; else empty."""
    edge: Endpoint = Endpoint("127.0.0.1", 8000)
    nginxes: tuple[Endpoint, ...] = ()
    monitor: str = "127.0.0.1"
    """The address of the machine where Prometheus runs."""
    user: str = "root"
    data: str = ""
    run: str = ""
    logs: str = ""

    @property
    def redis_master(self) -> str:
        """The address of the Redis that is the master at the first start."""
        return self.machines[0].redis


def render(name: str, context: Context) -> str:
    """The file `name` of deploy/, such as `redis/redis.conf`, for `context.me`.

    Raises NameError for a value that the context does not have.
    """
    values = vars(context) | {"redis_master": context.redis_master}
    template = Loader(str(DEPLOY), autoescape=None, whitespace="all").load(name)
    return str(template.generate(**values).decode())
