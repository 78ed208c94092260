"""Whoever has to wait for a password hash is told so at once, and loses nothing by it."""

import pytest

from services.deps import Deps
from tests.client import Client
from tests.makers import PASSWORD, Makers, mobile

pytestmark = pytest.mark.settings(bcrypt_threads=1, bcrypt_queue=0)


async def test_a_busy_server_says_when_to_come_and_spends_no_code(client: Client, make: Makers, deps: Deps) -> None:
    number = mobile()
    body = {"mobile": number, "password": PASSWORD, "sms_code": await make.sms_code(number)}
    with deps.password_hasher.slot():
        busy = await client.post("/api/v1.0/users", body)
        assert (busy.status, busy.errno, busy.data["reason"]) == (503, 4500, "busy")
        assert busy.headers["Retry-After"] == str(busy.data["retry_after"])
    assert (await client.post("/api/v1.0/users", body)).errno == 0
    code = await make.sms_code(number, "reset")
    reset = {"mobile": number, "password": "another long phrase", "sms_code": code}
    with deps.password_hasher.slot():
        assert (await client.post("/api/v1.0/password/reset", reset)).status == 503
    assert (await client.post("/api/v1.0/password/reset", reset)).errno == 0


async def test_beyond_a_limit_nobody_takes_a_turn(client: Client, make: Makers, deps: Deps) -> None:
    """Or one address could fill the queue with passwords that are never compared."""
    user = await make.user()
    wrong = {"mobile": user.mobile, "password": "a wrong password"}
    for _ in range(5):
        assert (await client.post("/api/v1.0/sessions", wrong)).status == 401
    with deps.password_hasher.slot():
        assert (await client.post("/api/v1.0/sessions", wrong)).data["captcha"]


async def test_a_busy_server_spends_no_picture_code(client: Client, make: Makers, deps: Deps) -> None:
    user = await make.user()
    for _ in range(5):
        await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": "a wrong password"})
    right = {"mobile": user.mobile, "password": PASSWORD, "piccode_id": "p", "piccode": await make.picture("p")}
    with deps.password_hasher.slot():
        assert (await client.post("/api/v1.0/sessions", right)).status == 503
    assert (await client.post("/api/v1.0/sessions", right)).errno == 0


async def test_a_busy_server_counts_no_attempt_to_sign_in(client: Client, make: Makers, deps: Deps) -> None:
    user = await make.user()
    body = {"mobile": user.mobile, "password": PASSWORD}
    with deps.password_hasher.slot():
        for _ in range(10):
            assert (await client.post("/api/v1.0/sessions", body)).status == 503
    assert (await client.post("/api/v1.0/sessions", body)).errno == 0
