"""Which pieces `make cluster` has, and how each is started from the files of deploy/."""

import configparser
import getpass
import json
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from config import environment
from tools import command, local_oss, packages
from tools.cluster import layout
from tools.cluster.layout import Context, Endpoint, Machine, Secrets
from tools.cluster.network import Network
from tools.cluster.pieces import Piece
from tools.dev_services import private_directory

ROOT = Path(__file__).parents[2]
MACHINES = ("a", "b", "c")
WORKERS = NGINXES = MACHINES[:2]
"""The machines with a worker, and those with an nginx."""

OSS_PORT = 9000

_HTTP_PORT = 80 if os.geteuid() == 0 else 8080
_START_GALERA = """file=--defaults-file=$1 data=$2; shift 2
[ ! -e "$data/grastate.dat" ] || position=$(galera_recovery "$file")
exec "$0" "$file" $position "$@"
"""
"""Starts a node at the transaction that it last had: after a crash it gets what it missed, not all data."""

_PROGRAMS = {
    "mariadbd": "mariadb-server",
    "mariadb-install-db": "mariadb-server",
    "/usr/lib/galera/libgalera_smm.so": "galera-4",
    "galera_recovery": "mariadb-server",
    "mariadb-backup": "mariadb-backup",
    "socat": "socat",
    "redis-server": "redis-server",
    "redis-sentinel": "redis-sentinel",
    "haproxy": "haproxy",
    "nginx": "nginx-light",
    "ip": "iproute2",
    "nft": "nftables",
}
_UNITS = {
    "galera": "mariadb.service.d/ihome.conf",
    "redis": "redis-server.service.d/ihome.conf",
    "sentinel": "redis-sentinel.service.d/ihome.conf",
    "haproxy": "haproxy.service.d/ihome.conf",
    "nginx": "nginx.service.d/ihome.conf",
    "server": "ihome-server.service",
    "worker": "ihome-worker.service",
}
_FILES = {
    "galera": ("mariadb/galera.cnf", "mariadb/accounts.sql"),
    "redis": ("redis/redis.conf",),
    "sentinel": ("redis/sentinel.conf",),
    "haproxy": ("haproxy/haproxy.cfg",),
    "nginx": ("nginx/nginx.conf",),
    "edge": ("haproxy/edge.cfg",),
    "server": ("ihome.env",),
    "worker": ("ihome.env",),
}


def find_programs(say: Callable[[str], None]) -> dict[str, str]:
    """The path of every program that the cluster needs, installed where it is missing. Raises Problem."""
    wanted = sorted(set(_PROGRAMS.values()))
    found = {name: packages.find(say, [name], wanted) for name in _PROGRAMS}
    if missing := sorted({_PROGRAMS[name] for name, path in found.items() if path is None}):
        raise command.Problem(f"install {' '.join(missing)} first: apt install {' '.join(missing)}")
    return {name: path or "" for name, path in found.items()}


@dataclass
class Plan:
    """The pieces by name, in the order in which they start, with the directories that they use."""

    var: Path
    port: int
    network: Network
    programs: Mapping[str, str]
    pieces: dict[str, Piece] = field(default_factory=dict)
    contexts: dict[str, Context] = field(default_factory=dict)

    @property
    def secrets(self) -> Secrets:
        """Made at the first start of a cluster, and kept in its directory."""
        path = self.var / "secrets.json"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(json.dumps({name: secrets.token_hex(16) for name in Secrets.__dataclass_fields__}))
        return Secrets(**json.loads(path.read_text()))

    def run(self, name: str) -> Path:
        """The directory of a piece's sockets; a short path, since a socket's address holds 100 bytes only.

        Nobody else may enter it: on its socket, a database node asks root for no password.
        """
        return private_directory(str(self.port)) / name

    def file(self, name: str, template: str) -> Path:
        """The rendered file of a piece."""
        return self.var / name / Path(template).name

    def settings(self, machine: str) -> dict[str, str]:
        """The settings of a server: those of deploy/ihome.env, and what makes it a development server."""
        lines = self.file(f"server-{machine}", "ihome.env").read_text().splitlines()
        pairs = (line.split("=", 1) for line in lines if line.startswith("IHOME_"))
        production = {name.removeprefix("IHOME_").lower(): value.strip("\"'") for name, value in pairs}
        return production | self._development() | {"host": self.pieces[f"server-{machine}"].address}

    def _development(self) -> dict[str, str]:
        pictures = local_oss.settings(f"http://{self.pieces['oss'].address}:{OSS_PORT}", "/media")
        return pictures | {
            "env": "development",
            "outbox": str(self.var),
            "site_url": f"http://127.0.0.1:{self.port}",
            "sms": "local",
            "payments": "local",
            "house_review": "auto",
            "trusted_proxies": self.network.cidr,
        }


def make(var: Path, port: int, network: Network, programs: Mapping[str, str]) -> Plan:
    """Make the directories and files of every piece, and the pieces, which do not run yet."""
    plan = Plan(var, port, network, programs)
    kinds = ("redis", "sentinel", "galera", "haproxy", "server")
    names = [f"{kind}-{machine}" for kind in kinds for machine in MACHINES]
    names += [*(f"worker-{machine}" for machine in WORKERS), *(f"nginx-{machine}" for machine in NGINXES)]
    addresses = {name: network.add(name) for name in ["oss", *names]} | {"edge": network.host}
    machines = tuple(_machine(name, addresses) for name in MACHINES)
    shared = _shared(plan, machines, addresses)
    for name in addresses:
        _add(plan, name, addresses[name], shared)
    for name in addresses:
        if name.startswith(("server", "worker")):
            plan.pieces[name].env = environment(**plan.settings(plan.pieces[name].machine))
    return plan


def _machine(name: str, addresses: Mapping[str, str]) -> Machine:
    kinds = (each for each in Machine.__dataclass_fields__ if each != "name")
    return Machine(name=name, **{kind: addresses.get(f"{kind}-{name}", "") for kind in kinds})


def _shared(plan: Plan, machines: tuple[Machine, ...], addresses: Mapping[str, str]) -> Context:
    return Context(
        site="127.0.0.1",
        machines=machines,
        me=machines[0],
        network=plan.network.cidr,
        secrets=plan.secrets,
        edges=(plan.network.host,),
        tls=False,
        memory=128,
        http_port=_HTTP_PORT,
        oss=f"{addresses['oss']}:{OSS_PORT}",
        media_url="/media",
        edge=Endpoint("127.0.0.1", plan.port),
        nginxes=tuple(Endpoint(addresses[f"nginx-{name}"], _HTTP_PORT, name) for name in NGINXES),
        user=getpass.getuser(),
    )


def _add(plan: Plan, name: str, address: str, shared: Context) -> None:
    kind, _, machine = name.partition("-")
    data, run = plan.var / name / "data", plan.run(name)
    for directory in (data, run):
        directory.mkdir(parents=True, exist_ok=True)
    me = next((each for each in shared.machines if each.name == machine), shared.me)
    context = replace(shared, me=me, data=str(data), run=str(run), logs=str(plan.var / name))
    _write_files(plan, kind, name, context)
    plan.contexts[name] = context
    started, log = _command(plan, kind, name, address), plan.var / name / f"{kind}.log"
    plan.pieces[name] = Piece(name, address, started, log, _restart_seconds(kind), environment(), ROOT)


def _command(plan: Plan, kind: str, name: str, address: str) -> list[str]:
    data, programs = plan.var / name / "data", plan.programs
    haproxy, start_galera = [programs["haproxy"], "-W", "-db", "-f"], ["sh", "-c", _START_GALERA]
    commands = {
        "galera": [*start_galera, programs["mariadbd"], str(plan.file(name, "galera.cnf")), str(data)],
        "redis": [programs["redis-server"], str(data / f"redis-{address}.conf")],
        "sentinel": [programs["redis-sentinel"], str(data / f"sentinel-{address}.conf")],
        "haproxy": [*haproxy, str(plan.file(name, "haproxy.cfg"))],
        "edge": [*haproxy, str(plan.file(name, "edge.cfg"))],
        "nginx": [programs["nginx"], "-e", "stderr", "-c", str(plan.file(name, "nginx.conf"))],
        "server": [sys.executable, "server.py", "--processes", "2"],
        "worker": [sys.executable, "-m", "tools.worker"],
        "oss": [sys.executable, "-m", "tools.local_oss", f"--host={address}", f"--port={OSS_PORT}", f"--data={data}"],
    }
    return commands[kind] if kind == "edge" else plan.network.within(name, commands[kind])


def _write_files(plan: Plan, kind: str, name: str, context: Context) -> None:
    """Render the files of a piece. Redis and Sentinel rewrite theirs, and get a copy that is kept.

    A copy has the piece's address in its name: the copy of another network is not used again.
    """
    for template in _FILES.get(kind, ()):
        plan.file(name, template).write_text(layout.render(template, context))
    if kind in ("redis", "sentinel"):
        own = Path(context.data) / f"{kind}-{getattr(context.me, kind)}.conf"
        if not own.exists():
            shutil.copy(plan.file(name, f"{kind}.conf"), own)


def _restart_seconds(kind: str) -> float:
    """How long systemd leaves a unit of this kind dead: RestartSec of its unit in deploy/systemd."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    if kind in _UNITS:
        unit.read(layout.DEPLOY / "systemd" / _UNITS[kind])
    return unit.getfloat("Service", "RestartSec", fallback=1)
