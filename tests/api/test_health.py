"""/livez and /readyz."""

from handlers.routing import Site
from tests.client import Client


async def test_a_live_and_ready_server_says_so(client: Client) -> None:
    assert (await client.get("/livez")).json == {"errno": 0, "errmsg": "OK", "data": {}}
    ready = await client.get("/readyz")
    assert (ready.status, ready.data) == (200, {"database": True, "redis": True, "draining": False})


async def test_a_draining_server_is_live_but_not_ready(client: Client, app: Site) -> None:
    app.draining = True
    assert (await client.get("/livez")).status == 200
    ready = await client.get("/readyz")
    assert (ready.status, ready.data["draining"]) == (503, True)
    assert ready.headers["Connection"] == "close"
