"""API keys: what a program may do with one, and what a thief of one may not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from handlers.routes import ROUTES
from tests.client import Answer, Client
from tests.conftest import Clock
from tests.makers import PASSWORD, Makers
from tests.scene import Scene

KEYS = "/api/v1.0/user/api-keys"
WEBHOOKS = "/api/v1.0/user/webhooks"


async def new_key(owner: Client, *scopes: str, **more: Any) -> str:
    made = await owner.post(KEYS, {"name": "房态管家", "scopes": scopes} | more)
    assert made.status == 201, made.json
    return str(made.data["key"])


def with_key(key: str) -> dict[str, Any]:
    return {"headers": {"Authorization": f"Bearer {key}"}}


@pytest.fixture
def program(new_client: Callable[[], Client]) -> Client:
    """A program without cookies."""
    return new_client()


async def test_a_program_reads_orders_with_a_key(scene: Scene, program: Client) -> None:
    order_id = await scene.book()
    key = await new_key(scene.host, "orders:read")
    listed = await program.get("/api/v1.0/user/orders?role=landlord", **with_key(key))
    assert [order["order_id"] for order in listed.data["orders"]] == [order_id]
    assert (await program.get(f"/api/v1.0/orders/{order_id}", **with_key(key))).status == 200


async def test_a_key_acts_only_within_its_scopes(scene: Scene, program: Client) -> None:
    order_id = await scene.book()
    status = f"/api/v1.0/orders/{order_id}/status"
    reading, writing = await new_key(scene.host, "orders:read"), await new_key(scene.host, "orders:write")
    refused = await program.put(status, {"action": "accept"}, **with_key(reading))
    assert (refused.status, refused.errno, refused.data) == (403, 4105, {"reason": "insufficient_scope"})
    assert refused.headers["WWW-Authenticate"] == 'Bearer error="insufficient_scope", scope="orders:write"'
    accepted = await program.put(status, {"action": "accept"}, **with_key(writing))
    assert accepted.data["order"]["status"] == "WAIT_PAYMENT"


async def test_a_key_pays_nothing(scene: Scene, program: Client) -> None:
    order_id = await scene.book()
    await scene.host.put(f"/api/v1.0/orders/{order_id}/status", {"action": "accept"})
    key = await new_key(scene.guest, "orders:write")
    refused = await program.put(f"/api/v1.0/orders/{order_id}/status", {"action": "pay"}, **with_key(key))
    assert (refused.status, refused.data["reason"]) == (403, "insufficient_scope")


async def test_a_key_is_its_owners_only(scene: Scene, program: Client, new_client: Any, make: Makers) -> None:
    order_id = await scene.book()
    other = new_client()
    await make.host(other)
    key = await new_key(other, "orders:read", "orders:write")
    assert (await program.get(f"/api/v1.0/orders/{order_id}", **with_key(key))).errno == 4002
    theirs = (await other.get(KEYS)).data["keys"][0]["id"]
    assert (await scene.host.delete(f"{KEYS}/{theirs}")).errno == 4002
    assert (await program.get("/api/v1.0/user/orders", **with_key(key))).status == 200


async def test_every_route_without_a_scope_is_closed_to_keys(client: Client, program: Client, make: Makers) -> None:
    """Also to one with every scope: no password, session, key, real name, page or payment."""
    await make.host(client)
    every_scope = sorted({route.scope for route in ROUTES} - {""})
    key = await new_key(client, *every_scope)
    for route in ROUTES:
        if not route.public and not route.scope:
            answer = await program.send(route.verb, route.path.replace("<", "").replace(">", ""), **with_key(key))
            assert answer.status in (302, 403) or answer.errno == 4105, route
    assert (await client.get("/api/v1.0/session")).errno == 0


async def test_a_public_answer_is_the_same_with_a_key(scene: Scene, program: Client) -> None:
    """It shows a key nothing that is for its owner, and is not taken for its owner's."""
    key = await new_key(scene.host, "houses:read")
    path = f"/api/v1.0/houses/{scene.house_id}"
    assert (await program.get(path, **with_key(key))).body == (await program.get(path)).body


async def test_a_removed_key_ends_at_once(client: Client, program: Client, make: Makers) -> None:
    await make.host(client)
    key = await new_key(client, "houses:read")
    assert (await program.get("/api/v1.0/user/houses", **with_key(key))).status == 200
    [listed] = (await client.get(KEYS)).data["keys"]
    assert (listed["ending"], "key" in listed) == (key[-4:], False)
    assert (await client.delete(f"{KEYS}/{listed['id']}")).errno == 0
    check_refused(await program.get("/api/v1.0/user/houses", **with_key(key)))
    assert (await client.delete(f"{KEYS}/{listed['id']}")).errno == 4002


def check_refused(answer: Answer) -> None:
    assert (answer.status, answer.errno) == (401, 4101)
    assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'


async def test_a_key_expires(client: Client, program: Client, make: Makers, clock: Clock) -> None:
    await make.host(client)
    key = await new_key(client, "houses:read", days=30)
    clock.ahead = timedelta(days=29)
    assert (await program.get("/api/v1.0/user/houses", **with_key(key))).status == 200
    clock.ahead = timedelta(days=30)
    check_refused(await program.get("/api/v1.0/user/houses", **with_key(key)))


async def test_its_last_use_is_shown_to_the_minute(client: Client, program: Client, make: Makers, clock: Clock) -> None:
    await make.host(client)
    key = await new_key(client, "houses:read")

    async def used() -> str | None:
        return (await client.get(KEYS)).data["keys"][0]["used"]

    assert await used() is None
    await program.get("/api/v1.0/user/houses", **with_key(key))
    first = await used()
    assert first
    clock.ahead = timedelta(seconds=30)
    await program.get("/api/v1.0/user/houses", **with_key(key))
    assert await used() == first
    clock.ahead = timedelta(seconds=90)
    await program.get("/api/v1.0/user/houses", **with_key(key))
    assert str(await used()) > first


async def test_an_old_session_makes_no_key(client: Client, make: Makers, clock: Clock) -> None:
    await make.host(client)
    clock.ahead = timedelta(minutes=16)
    refused = await client.post(KEYS, {"name": "x", "scopes": ["orders:read"]})
    assert (refused.status, refused.data) == (403, {"reason": "sign_in_again"})


async def test_an_old_session_sends_events_nowhere_else(client: Client, make: Makers, clock: Clock) -> None:
    await make.host(client)
    webhook = (await client.post(WEBHOOKS, {"url": "https://example.com/a"})).data["id"]
    clock.ahead = timedelta(minutes=16)
    for refused in (
        await client.post(WEBHOOKS, {"url": "https://example.com/b"}),
        await client.put(f"{WEBHOOKS}/{webhook}", {"url": "https://example.com/b", "enabled": True}),
    ):
        assert (refused.status, refused.data) == (403, {"reason": "sign_in_again"})
    same = {"url": "https://example.com/a", "enabled": False}
    assert (await client.put(f"{WEBHOOKS}/{webhook}", same)).errno == 0


async def test_what_a_scope_changes_it_may_read(scene: Scene, program: Client) -> None:
    order_id = await scene.book()
    key = await new_key(scene.host, "orders:write")
    assert (await program.get(f"/api/v1.0/orders/{order_id}", **with_key(key))).status == 200
    assert (await scene.host.get(KEYS)).data["keys"][0]["scopes"] == ["orders:read", "orders:write"]


async def test_a_reset_password_ends_keys_and_webhooks(client: Client, program: Client, make: Makers) -> None:
    user = await make.host(client)
    key = await new_key(client, "houses:read")
    assert (await client.post(WEBHOOKS, {"url": "https://example.com/a"})).status == 201
    code = await make.sms_code(user.mobile, "reset")
    reset = {"mobile": user.mobile, "sms_code": code, "password": PASSWORD + "!"}
    assert (await client.post("/api/v1.0/password/reset", reset)).errno == 0
    check_refused(await program.get("/api/v1.0/user/houses", **with_key(key)))
    assert [row["disabled"] for row in await make.rows("SELECT disabled FROM webhook_endpoints")] == ["owner"]


async def test_twenty_keys_at_most(client: Client, make: Makers) -> None:
    await make.host(client)
    await make.change(
        """INSERT INTO api_keys (user_id, name, scopes, digest, ending, created_at)
           SELECT (SELECT MAX(id) FROM users), 'x', 'orders:read', UNHEX(SHA2(seq, 256)), 'xxxx', NOW(6)
           FROM seq_1_to_20"""
    )
    assert (await client.post(KEYS, {"name": "x", "scopes": ["orders:read"]})).errno == 4004


@pytest.mark.parametrize(
    "body",
    [
        {"scopes": ["orders:read"]},
        {"name": "x" * 41, "scopes": ["orders:read"]},
        {"name": "x", "scopes": []},
        {"name": "x", "scopes": ["admin"]},
        {"name": "x", "scopes": ["orders:read"] * 10},
        {"name": "x", "scopes": ["orders:read"], "days": 0},
        {"name": "x", "scopes": ["orders:read"], "days": 731},
    ],
    ids=str,
)
async def test_a_malformed_key_is_refused(client: Client, make: Makers, body: dict[str, Any]) -> None:
    await make.host(client)
    assert (await client.post(KEYS, body)).errno == 4103


@pytest.mark.settings(limit_request_per_key="2/1m")
async def test_each_key_has_a_limit_of_its_own(client: Client, program: Client, make: Makers) -> None:
    await make.host(client)
    first, second = await new_key(client, "houses:read"), await new_key(client, "houses:read")
    for _ in range(2):
        assert (await program.get("/api/v1.0/user/houses", **with_key(first))).status == 200
    refused = await program.get("/api/v1.0/user/houses", **with_key(first))
    assert (refused.status, refused.data["reason"]) == (429, "rate_limited")
    assert (await program.get("/api/v1.0/user/houses", **with_key(second))).status == 200
