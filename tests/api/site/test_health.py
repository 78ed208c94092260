"""/livez and /readyz."""

import asyncio
from collections.abc import Callable

import pymysql

from handlers.api.dispatch import Site
from tests.client import Client, exchange, raw, read_answer
from tests.live import LiveServer
from tools.dev_services import DevServices
from utils.mysql import connection_options


async def test_a_live_and_ready_server_says_so(client: Client) -> None:
    assert (await client.get("/livez")).json == {"errno": 0, "errmsg": "OK", "data": {}}
    ready = await client.get("/readyz")
    assert (ready.status, ready.data) == (200, {"database": True, "writable": True, "redis": True, "draining": False})


async def test_a_draining_server_is_live_but_not_ready(client: Client, app: Site) -> None:
    app.draining = True
    assert (await client.get("/livez")).status == 200
    ready = await client.get("/readyz")
    assert (ready.status, ready.data["draining"]) == (503, True)
    assert ready.headers["Connection"] == "close"


async def test_a_server_whose_mariadb_refuses_writes_is_not_ready(
    start_server: Callable[..., LiveServer], own_backing: DevServices
) -> None:
    own = {"database_url": own_backing.database_url, "redis_url": own_backing.redis_url}
    server = await asyncio.to_thread(start_server, **own)
    try:
        for read_only, status in ((0, 200), (1, 503), (0, 200)):
            set_read_only(own_backing, read_only)
            ready = read_answer(await exchange(server.port, raw("GET", "/readyz")))
            assert ready.status == status
            assert (ready.data["database"], ready.data["writable"]) == (True, not read_only)
            page = read_answer(await exchange(server.port, raw("GET", "/api/v1.0/houses")))
            assert page.status == 200, "browsing goes on"
    finally:
        set_read_only(own_backing, 0)
    server.stop()


def set_read_only(running: DevServices, value: int) -> None:
    with pymysql.connect(**connection_options(running.database_url)) as connection:
        connection.cursor().execute(f"SET GLOBAL read_only = {value}")
