"""A Redis that refuses: full, a replica, or still loading. A clear 503, never a 500, and browsing goes on."""

from pathlib import Path

import pytest
import redis as blocking
from tornado.httpclient import AsyncHTTPClient

from composition import open_deps
from config import Config
from tests.client import Client
from tests.makers import PASSWORD, Makers, mobile
from tests.served import served
from tests.waiting import until
from tools.dev_services import ServiceProcess
from utils.redis import RedisUnavailable


async def ask_everything(client: Client, number: str) -> dict[str, tuple[int, int]]:
    """Status and errno of what people do."""
    body = {"mobile": number, "password": PASSWORD}
    answers = {
        "page": await client.get("/"),
        "search": await client.get("/api/v1.0/houses"),
        "who": await client.get("/api/v1.0/session"),
        "login": await client.post("/api/v1.0/sessions", body),
        "picture": await client.get("/api/v1.0/imagecode/p1"),
        "register": await client.post("/api/v1.0/users", body | {"sms_code": "123456", "mobile": mobile()}),
        "logout": await client.send("DELETE", "/api/v1.0/session"),
    }
    return {
        name: (answer.status, 0 if name in ("page", "picture") else answer.errno) for name, answer in answers.items()
    }


@pytest.mark.parametrize("harm", ["full", "replica"])
async def test_a_redis_that_refuses_writes(
    config: Config, http_client: AsyncHTTPClient, own_redis: ServiceProcess, own_url: str, harm: str
) -> None:
    changed = config.model_copy(update={"redis_url": own_url, "session_touch_seconds": 0})
    async with open_deps(changed) as deps, served(changed, deps) as address:
        client, make = Client(http_client, address), Makers(deps, config.outbox or Path())
        user = await make.sign_in(client)
        with blocking.Redis.from_url(own_url) as operator:
            if harm == "full":
                operator.config_set("maxmemory", 1)
            else:
                operator.execute_command("REPLICAOF", "127.0.0.1", "1")
            found = await ask_everything(client, user.mobile)
            assert found["page"][0] == found["search"][0] == 200
            assert found["who"] == (200, 0)
            assert found["login"] == (503, 4001)
            assert found["picture"][0] == 503
            # a replica counts no attempt; a full Redis runs the count, which finds that no code was sent
            assert found["register"] == ((404, 4002) if harm == "full" else (503, 4001))
            assert found["logout"] == ((200, 0) if harm == "full" else (503, 4001))  # which only removes
            operator.config_set("maxmemory", 0)
            operator.execute_command("REPLICAOF", "NO", "ONE")
        assert (await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})).errno == 0


async def test_a_redis_that_is_loading(config: Config, own_redis: ServiceProcess, own_url: str) -> None:
    with blocking.Redis.from_url(own_url) as operator:
        operator.mset({f"k{number}": "x" for number in range(20_000)})
        operator.bgrewriteaof()
        await until(lambda: not operator.info("persistence")["aof_rewrite_in_progress"])
    own_redis.stop()
    own_redis.command += ["--key-load-delay", "200", "--loading-process-events-interval-bytes", "1024"]
    own_redis.answers = lambda: True
    own_redis.start()
    changed = config.model_copy(update={"redis_url": own_url})
    async with open_deps(changed) as deps:
        refused, tokens = 0, []

        async def opened() -> bool:
            nonlocal refused
            try:
                tokens.append(await deps.sessions.open(1, address="a", device="d"))
            except RedisUnavailable:
                refused += 1
            return bool(tokens)

        await until(opened)
        assert refused
        assert await deps.sessions.find(tokens[0])
