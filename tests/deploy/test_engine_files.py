"""The files of MariaDB, HAProxy, Redis, Sentinel and nginx: the programs themselves judge them."""

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from tests.deploy.engines import SECRETS, Engines, check, program, running
from tests.waiting import until


@pytest.fixture(params=["real machines", "make cluster"])
def engines(request: pytest.FixtureRequest, root: Path) -> Engines:
    return Engines.make(root, real=request.param == "real machines")


@pytest.mark.parametrize("machine", [0, 1, 2])
def test_haproxy(engines: Engines, machine: int) -> None:
    check([program("haproxy"), "-c", "-f", str(engines.file("haproxy/haproxy.cfg", machine))])


def test_the_load_balancer_before_the_machines(engines: Engines) -> None:
    check([program("haproxy"), "-c", "-f", str(engines.file("haproxy/edge.cfg"))])


def test_nginx(engines: Engines, tmp_path: Path) -> None:
    if engines.context.tls and os.geteuid() != 0:
        pytest.skip("only root may listen on ports 80 and 443")
    path = engines.file("nginx/nginx.conf", 1)
    name = [f"/CN={engines.context.site}", "-keyout", str(tmp_path / "privkey.pem"), "-out"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", *name, str(tmp_path / "fullchain.pem")]
    subprocess.run(made, check=True, capture_output=True)
    path.write_text(path.read_text().replace("/etc/ihome/tls", str(tmp_path)))
    check([program("nginx"), "-t", "-q", "-e", "stderr", "-c", str(path)])


def test_mariadb(engines: Engines) -> None:
    program("/usr/lib/galera/libgalera_smm.so")
    path = engines.file("mariadb/galera.cnf", 1)
    said = check([program("mariadbd"), f"--defaults-file={path}", "--help", "--verbose"])
    values = dict(re.findall(r"^([a-z-]+) +(\S+)$", said, re.MULTILINE))
    expected = {
        "binlog-format": "ROW",
        "character-set-server": "utf8mb4",
        "wsrep-on": "TRUE",
        "wsrep-sst-method": "mariabackup",
        "wsrep-node-name": "b",
    }
    assert {name: values.get(name) for name in expected} == expected


@pytest.fixture
def store(engines: Engines, tmp_path: Path) -> Iterator[redis.Redis]:
    """The Redis of the first machine, started from its file."""
    address = engines.context.machines[0].redis
    with running([program("redis-server"), str(engines.file("redis/redis.conf"))], tmp_path / "log"):
        yield redis.Redis(address, password=SECRETS.redis)


async def test_redis_takes_no_write_without_a_replica(store: redis.Redis) -> None:
    await until(lambda: answers(store))
    with pytest.raises(redis.ResponseError, match="NOREPLICAS"):
        store.set("name", "value", ex=60)
    values = store.config_get("appendonly", "maxmemory", "maxmemory-policy", "requirepass")
    assert values == {
        "appendonly": "yes",
        "maxmemory": str(128 * 2**20),
        "maxmemory-policy": "noeviction",
        "requirepass": SECRETS.redis,
    }


async def test_sentinel_watches_the_master(engines: Engines, tmp_path: Path) -> None:
    first, second = engines.context.machines[:2]
    with running([program("redis-sentinel"), str(engines.file("redis/sentinel.conf", 1))], tmp_path / "log"):
        sentinel = redis.Redis(second.sentinel, 26379, password=SECRETS.redis)
        await until(lambda: answers(sentinel))
        watched = sentinel.sentinel_master("ihome")
    assert (watched["ip"], watched["quorum"], watched["down-after-milliseconds"]) == (first.redis, 2, 1000)


def answers(store: redis.Redis) -> bool:
    """Whether a Redis that is starting accepts the password."""
    try:
        return bool(store.ping())
    except redis.ConnectionError:
        return False


def test_the_bytes_of_the_check_say_what_the_comment_says(engines: Engines) -> None:
    text = engines.file("haproxy/haproxy.cfg").read_text()
    login, query, _ = (bytes.fromhex(each) for each in re.findall(r"send-binary ([0-9a-f]+)", text))
    assert login[36:] == b"haproxy\0\0"
    (comment,) = re.findall(r"COM_QUERY \(3\), packet 0:\n((?:    #     .*\n)+)", text)
    assert query[5:].decode() == " ".join(comment.replace("#", "").split())
    assert [int.from_bytes(packet[:3], "little") for packet in (login, query)] == [len(login) - 4, len(query) - 4]
