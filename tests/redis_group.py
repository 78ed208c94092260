"""Three machines with Redis, Sentinel and HAProxy each, in a network of their own that a test may cut.

All run on this machine, in one network namespace without a way out: machine `a` has the address 127.0.0.1 there, `b`
127.0.0.2 and `c` 127.0.0.3. A test reaches them through Unix sockets, which belong to no network. The namespace ends
with its processes.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from redis import Redis
from redis.exceptions import RedisError

from tools import child_processes
from tools.dev_services import ServiceProcess

_SECONDS = 60
_MEMORY = Path("/dev/shm")  # noqa: S108  a disk that other tests use would stop Redis for seconds
_ADDRESSES = {"127.0.0.1", "127.0.0.2", "127.0.0.3"}
_PROGRAMS = ("unshare", "nsenter", "nft", "redis-server", "redis-sentinel", "haproxy")

_REDIS = """
bind {address}
bind-source-addr {address}
port 6379
protected-mode no
unixsocket {directory}/redis.sock
dir {directory}
save ""
appendonly yes
appendfsync everysec
maxmemory-policy noeviction
min-replicas-to-write 1
min-replicas-max-lag 1
repl-diskless-sync-delay 0
repl-ping-replica-period 1
{follow}
"""

_SENTINEL = """
bind {address}
bind-source-addr {address}
port 26379
protected-mode no
dir {directory}
sentinel monitor ihome 127.0.0.1 6379 2
sentinel down-after-milliseconds ihome 1000
sentinel failover-timeout ihome 5000
sentinel parallel-syncs ihome 2
"""

_HAPROXY = """
defaults
    mode tcp
    source {address}
    timeout connect 1s
    timeout check 800ms
    timeout client 1h
    timeout server 1h
    default-server inter 300ms fastinter 100ms downinter 300ms fall 2 rise 1 on-marked-down shutdown-sessions
listen redis
    bind unix@{directory}/haproxy.sock
    option tcp-check
    tcp-check connect
    tcp-check send "INFO replication\\r\\n"
    tcp-check expect string role:master
    tcp-check expect rstring min_slaves_good_slaves:[1-9]
    tcp-check send "QUIT\\r\\n"
    tcp-check expect string +OK
    server a 127.0.0.1:6379 check
    server b 127.0.0.2:6379 check
    server c 127.0.0.3:6379 check
"""


class Missing(Exception):
    """This machine has no namespaces for us, or not all programs."""


class Machine:
    """One machine; `url` is its HAProxy, which leads to the master."""

    def __init__(self, network: "_Network", directory: Path, number: int, programs: Sequence[str]) -> None:
        self.address = f"127.0.0.{number}"
        self.directory = directory
        directory.mkdir()
        self.url = f"unix://{directory}/haproxy.sock?db=0"
        self.processes = {name: self._process(network, name) for name in programs}

    def _process(self, network: "_Network", name: str) -> ServiceProcess:
        text = {"redis-server": _REDIS, "redis-sentinel": _SENTINEL, "haproxy": _HAPROXY}[name]
        file = self.directory / f"{name}.conf"
        follow = "" if self.address == "127.0.0.1" else "replicaof 127.0.0.1 6379"
        file.write_text(text.format(address=self.address, directory=self.directory, follow=follow))
        command = network.command([name, *(["-f"] if name == "haproxy" else []), str(file)])
        return ServiceProcess(command, self.directory / f"{name}.log", lambda: self._answers(name))

    def _answers(self, name: str) -> bool:
        if name == "redis-server":
            return bool(self.info())
        return name == "redis-sentinel" or self._routes_to_master()

    def _routes_to_master(self) -> bool:
        """A HAProxy that has just started takes every Redis for the master until it has asked it."""
        with suppress(RedisError):
            for _ in range(6):
                with Redis.from_url(self.url) as client:
                    if client.role()[0] != b"master":
                        return False
            return True
        return False

    def info(self) -> dict[str, str]:
        """What its Redis says of its replication; empty without an answer."""
        with Redis(unix_socket_path=f"{self.directory}/redis.sock", socket_timeout=1) as client:
            try:
                return dict(client.info("replication"))
            except RedisError:
                return {}


class RedisGroup:
    """The machines by name. `a` begins as the master."""

    def __init__(self, network: "_Network", machines: dict[str, Machine]) -> None:
        self._network = network
        self.machines = machines

    def signal(self, names: str, number: signal.Signals, program: str = "redis-server") -> None:
        for name in names:
            self.machines[name].processes[program].signal(number)

    def cut_off(self, name: str) -> None:
        """Nothing passes between this machine and the others, in either direction."""
        self._network.cut(self.machines[name].address)

    def heal(self) -> None:
        """All machines reach each other again."""
        self._network.heal()

    def master(self, replicas: int = 1) -> str | None:
        """The machine whose Redis is a master that so many replicas follow."""
        for name, machine in self.machines.items():
            info = machine.info()
            if info.get("role") == "master" and int(info.get("min_slaves_good_slaves", 0)) >= replicas:
                return name
        return None

    def wait_for_replicas(self) -> str:
        """The master, as soon as two replicas follow it. Raises TimeoutError."""
        deadline = time.monotonic() + _SECONDS
        while (master := self.master(replicas=2)) is None:
            if time.monotonic() > deadline:
                raise TimeoutError
            time.sleep(0.05)
        return master


class _Network:
    """A network namespace; it lives as long as a process in it."""

    def __init__(self) -> None:
        command = child_processes.bound(
            ["unshare", "--net", "sh", "-c", "ip link set lo up && echo up && exec sleep inf"]
        )
        self._holder = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if not (self._holder.stdout and self._holder.stdout.readline()):
            self.close()
            raise Missing("no network namespace may be made here: run as root")
        self._pid = str(self._holder.pid)

    def command(self, command: Sequence[str]) -> list[str]:
        return ["nsenter", "--target", self._pid, "--net", *command]

    def cut(self, address: str) -> None:
        others = f"{{ {', '.join(sorted(_ADDRESSES - {address}))} }}"
        self._filter(
            "add table ip cut",
            "add chain ip cut packets { type filter hook input priority 0; }",
            f"add rule ip cut packets ip saddr {address} ip daddr {others} drop",
            f"add rule ip cut packets ip saddr {others} ip daddr {address} drop",
        )

    def heal(self) -> None:
        self._filter("add table ip cut", "delete table ip cut")

    def _filter(self, *rules: str) -> None:
        subprocess.run(self.command(["nft", "-f", "-"]), input="\n".join(rules).encode(), check=True)

    def close(self) -> None:
        self._holder.kill()
        self._holder.wait()
        if self._holder.stdout:
            self._holder.stdout.close()


@contextmanager
def redis_group(*programs: str) -> Iterator[RedisGroup]:
    """Three machines that run these programs, with a master and two replicas. Raises Missing."""
    if os.geteuid() or not all(shutil.which(name) for name in _PROGRAMS):
        raise Missing(f"run as root, with {', '.join(_PROGRAMS)}")
    with ExitStack() as stack:
        directory = Path(
            stack.enter_context(
                tempfile.TemporaryDirectory(prefix="ihome-redis-", dir=_MEMORY if _MEMORY.is_dir() else None)
            )
        )
        network = _Network()
        stack.callback(network.close)
        machines = {name: Machine(network, directory / name, n, programs) for n, name in enumerate("abc", 1)}
        for program in programs:
            for machine in machines.values():
                stack.callback(machine.processes[program].stop)
                machine.processes[program].start()
        group = RedisGroup(network, machines)
        group.wait_for_replicas()
        yield group
