"""MariaDB or Redis slow, frozen, cut or away: nothing that guards an account goes ahead, and everything comes back."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable

import pytest
from tornado.httpclient import AsyncHTTPClient

from composition import open_deps
from config import Config
from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from services.deps import Deps
from tests.api.site.test_access import name, path
from tests.client import Client
from tests.conftest import Stores
from tests.makers import PASSWORD, Makers, mobile
from tests.proxy import Proxy
from tests.served import served
from utils import store_wait
from utils.redis import RedisUnavailable

NOWHERE = "redis://127.0.0.1:1/0"
NO_DATABASE = "mysql://root@127.0.0.1:1/ihome"
GUARDED = ("handlers.accounts.captcha", "handlers.accounts.sms", "handlers.accounts.auth")
BROWSING = [row for row in ROUTES if row.public and row.endpoint.__module__ not in GUARDED]
"""What needs no account: looking around, and the payment service's notices."""


@pytest.mark.settings(redis_url=NOWHERE)
async def test_without_redis_nobody_is_signed_in_and_nothing_is_sent(client: Client, make: Makers) -> None:
    client.session = "A" * 43
    body = {"mobile": mobile(), "password": PASSWORD, "password2": PASSWORD, "sms_code": "111111"}
    body |= {"id": "p", "text": "abcd"}
    for row in (row for row in ROUTES if row not in BROWSING):
        query = "?codeid=p&text=abcd&id=p" if row.verb == "GET" else ""
        answer = await client.send(row.verb, path(row) + query, json=None if row.verb == "GET" else body)
        assert answer.status == 503, name(row)
        assert row.surface is PAGE or answer.errno == 4001, name(row)
        assert answer.headers["Retry-After"], name(row)
    assert make.sent_sms() == []


@pytest.mark.settings(redis_url=NOWHERE)
async def test_browsing_goes_on_without_redis(client: Client) -> None:
    client.session = "A" * 43
    for row in (row for row in BROWSING if row.path != "/readyz"):
        assert (await client.send(row.verb, path(row))).status < 500, name(row)


@pytest.mark.settings(redis_url=NOWHERE, database_url=NO_DATABASE)
async def test_a_server_without_either_is_live_and_says_what_is_away(client: Client) -> None:
    assert (await client.get("/livez")).status == 200
    ready = await client.get("/readyz")
    assert (ready.status, ready.data) == (
        503,
        {"database": False, "writable": False, "redis": False, "draining": False},
    )


@pytest.mark.settings(database_url=NO_DATABASE)
async def test_without_mariadb_there_is_an_answer_and_no_half_registration(client: Client, make: Makers) -> None:
    number = mobile()
    body = {"mobile": number, "password": PASSWORD}
    assert (await client.post("/api/v1.0/sessions", body)).errno == 4001
    code = await make.sms_code(number)
    answer = await client.post("/api/v1.0/users", body | {"sms_code": code})
    assert (answer.status, answer.errno) == (503, 4001)
    assert client.session is None


async def test_a_frozen_redis_is_given_up_in_time_and_comes_back(config: Config, stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        changed = config.model_copy(update={"redis_url": proxy.url})
        async with open_deps(changed) as deps:
            token = await deps.sessions.open(7, address="a", device="d")
            for harm in (proxy.freeze, proxy.cut):
                harm()
                started = time.monotonic()
                await asyncio.gather(*(deps.sessions.find(token) for _ in range(100)), return_exceptions=True)
                assert time.monotonic() - started < 3
                proxy.thaw()
                async with asyncio.timeout(5):
                    while not await deps.sessions.alive(timeout=1):
                        pass
                session = await deps.sessions.find(token)
                assert session
                assert session.user_id == 7


@pytest.mark.parametrize("page", ["/", "/search", "/api/v1.0/houses", "/api/v1.0/houses?sk=price-inc&aid=1"])
async def test_a_page_waits_for_a_frozen_redis_once(
    config: Config, stores: Stores, http_client: AsyncHTTPClient, page: str
) -> None:
    """Two waits would take longer than the request may."""
    async with Proxy(stores.redis_url) as proxy:
        own = {"redis_url": proxy.url, "redis_timeout": 1.5, "request_seconds": 2.9, "database_deadline": 10}
        changed = config.model_copy(update=own)
        async with open_deps(changed) as deps, served(changed, deps) as address:
            client = Client(http_client, address)
            client.session = "A" * 43
            assert (await client.get(page)).status == 200
            proxy.freeze()
            assert (await client.get(page)).status == 200


async def test_time_lost_with_redis_is_not_spent_on_mariadb_again(config: Config, stores: Stores) -> None:
    async with Proxy(stores.redis_url) as proxy:
        changed = config.model_copy(update={"redis_url": proxy.url})
        async with open_deps(changed) as deps:
            await deps.sessions.alive(timeout=1)
            proxy.freeze()
            began = asyncio.get_running_loop().time()
            with pytest.raises(RedisUnavailable):
                await deps.sessions.find("A" * 43)
            assert store_wait.deadline(2.5) == pytest.approx(
                began + 2.5, abs=0.7
            )  # the second that Redis took would be more


async def test_a_slow_redis_never_hands_out_another_users_session(config: Config, stores: Stores) -> None:
    chance = random.Random(3)
    seen: Counter[str] = Counter()

    async def look(deps: Deps, user_id: int, token: str) -> None:
        task = asyncio.create_task(deps.sessions.find(token))
        if chance.random() < 0.3:
            await asyncio.sleep(chance.random() * 0.02)
            task.cancel()
        await asyncio.wait([task])
        if task.cancelled():
            seen["cancelled"] += 1
        elif task.exception():
            seen["failed"] += 1
        else:
            session = task.result()
            assert session
            assert session.user_id == user_id
            seen["right"] += 1

    async with Proxy(stores.redis_url) as proxy:
        changed = config.model_copy(update={"redis_url": proxy.url})
        async with open_deps(changed) as deps:
            tokens = [await deps.sessions.open(user_id, address="a", device="d") for user_id in range(1_000)]
            proxy.delay = 0.02
            for number in range(5):
                looking = [look(deps, user_id, token) for user_id, token in enumerate(tokens)]
                chance.shuffle(looking)
                working = asyncio.gather(*looking)
                await asyncio.sleep(0.2)
                if number == 2:
                    proxy.cut()
                if number == 3:
                    proxy.freeze()
                    await asyncio.sleep(0.6)
                    proxy.thaw()
                await working
    assert seen["right"]
    assert seen["cancelled"] > 500
    assert sum(seen.values()) == 5_000


@pytest.mark.settings(request_seconds=0.02)
async def test_requests_that_run_out_of_time_are_answered_and_mix_up_nobody(
    new_client: Callable[[], Client], make: Makers, deps: Deps
) -> None:
    people = [(new_client(), await make.user()) for _ in range(30)]
    for client, user in people:
        await make.sign_in(client, user)

    async def hold_everything() -> None:
        async with deps.db.connection() as queries:
            await queries.one("SELECT SLEEP(0.1)")

    statuses: Counter[int] = Counter()
    for _ in range(10):
        holding = [asyncio.create_task(hold_everything()) for _ in range(9)]
        answers = await asyncio.gather(*(client.get("/api/v1.0/session") for client, _ in people))
        await asyncio.gather(*holding)
        for answer, (_, user) in zip(answers, people, strict=True):
            statuses[answer.status] += 1
            assert answer.status == 503 or answer.data["user_id"] == user.id
    assert set(statuses) <= {200, 503}
    assert deps.db.in_use == 0
