"""SMS codes: when one is sent, and what a code opens."""

from collections import Counter

import pytest
from redis.asyncio import Redis

from services.accounts.sms import subject
from services.deps import Deps
from tests.client import Client
from tests.makers import PASSWORD, Makers, mobile


async def ask(client: Client, make: Makers, number: object, **more: object) -> tuple[int, int]:
    """Status and errno of an SMS request with a right picture code."""
    text = await make.picture("p")
    answer = await client.post("/api/v1.0/smscode", {"mobile": number, "id": "p", "text": text, **more})
    return answer.status, answer.errno


@pytest.mark.parametrize(
    "bad",
    ["1390000000", "139000000000", "12900000000", "１３９００００００００", "+8613900000000", "8613900000000",
     "13900000000\n", " 13900000000", "139 0000 0000", "", None, True, 1.39e10, [], {},
     ["13900000000"], -13900000000, 10**50],
    ids=repr,
)  # fmt: skip
async def test_only_a_mobile_is_a_mobile(client: Client, make: Makers, bad: object) -> None:
    text = await make.picture("p")
    answer = await client.post("/api/smscode", {"mobile": bad, "id": "p", "text": text})
    assert (answer.errno, answer.fields) == (4103, {"mobile": "手机号格式错误"})
    assert make.sent_sms() == []


async def test_a_malformed_request_spends_no_picture(client: Client, make: Makers) -> None:
    text = await make.picture("p")
    assert (await client.post("/api/smscode", {"mobile": "1", "id": "p", "text": text})).errno == 4103
    assert (await client.post("/api/smscode", {"mobile": mobile(), "id": "p", "text": text})).errno == 0


async def test_one_sms_a_minute_for_one_mobile(client: Client, make: Makers) -> None:
    number = mobile()
    assert await ask(client, make, number) == (200, 0)
    assert await ask(client, make, int(number)) == (429, 4201)
    assert await ask(client, make, number, purpose="login") == (429, 4201)
    assert await ask(client, make, mobile()) == (200, 0)
    assert len(make.sent_sms()) == 2


async def test_ten_sms_in_ten_minutes_from_one_address(client: Client, make: Makers) -> None:
    answers = [await ask(client, make, mobile()) for _ in range(11)]
    assert answers == [(200, 0)] * 10 + [(429, 4202)]


@pytest.mark.settings(limit_sms_per_mobile="2/1h", limit_sms_overall="3/1m")
async def test_a_budget_for_everybody_together(client: Client, make: Makers) -> None:
    answers = [await ask(client, make, mobile()) for _ in range(4)]
    assert answers == [(200, 0)] * 3 + [(429, 4201)]


@pytest.mark.settings(limit_sms_per_mobile="10/1h", limit_sms_per_device="2/1h", limit_sms_per_ip="1/1h")
async def test_a_known_device_has_a_budget_of_its_own(client: Client, make: Makers) -> None:
    user = await make.user()
    await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})
    assert await ask(client, make, mobile()) == (200, 0)
    assert await ask(client, make, mobile()) == (429, 4202)
    answers = [await ask(client, make, user.mobile, purpose="login") for _ in range(3)]
    assert answers == [(200, 0), (200, 0), (429, 4201)]


async def test_a_refused_request_counts_nowhere(client: Client, make: Makers, store: Redis) -> None:
    number = mobile()
    await ask(client, make, number)
    counted = {key: await store.zcard(key) for key in await store.keys("limit:sms*")}
    await ask(client, make, number)
    assert {key: await store.zcard(key) for key in await store.keys("limit:sms*")} == counted


@pytest.mark.parametrize("purpose", ["", "admin", None, 1, []])
async def test_an_unknown_purpose_is_refused(client: Client, make: Makers, purpose: object) -> None:
    assert await ask(client, make, mobile(), purpose=purpose) == (400, 4103)


@pytest.mark.settings(limit_sms_per_mobile="10/1h")
async def test_whether_a_mobile_is_registered_is_not_told(client: Client, make: Makers) -> None:
    registered, unknown = (await make.user()).mobile, mobile()
    for purpose in ("register", "login", "reset"):
        for number in (registered, unknown):
            assert await ask(client, make, number, purpose=purpose) == (200, 0)
    assert Counter(sms["mobile"] for sms in make.sent_sms()) == {registered: 3, unknown: 3}


@pytest.mark.parametrize("given_for", ["register", "login", "reset"])
async def test_a_code_is_bound_to_its_purpose(client: Client, make: Makers, given_for: str) -> None:
    user = await make.user()
    code = await make.sms_code(user.mobile, given_for)
    uses = {
        "register": ("/api/v1.0/users", {"mobile": user.mobile, "sms_code": code, "password": PASSWORD}),
        "login": ("/api/v1.0/sessions", {"mobile": user.mobile, "sms_code": code}),
        "reset": ("/api/v1.0/password/reset", {"mobile": user.mobile, "sms_code": code, "password": PASSWORD}),
    }
    for purpose, (path, body) in uses.items():
        if purpose != given_for:
            answer = await client.post(path, body)
            assert (answer.status, answer.errmsg) == (404, "短信验证码已过期")


async def test_a_code_is_bound_to_its_mobile_and_there_is_no_universal_one(client: Client, make: Makers) -> None:
    code = await make.sms_code(mobile())
    for guess in (code, "000000", "123456", "666666", "888888", "314159"):
        body = {"mobile": mobile(), "sms_code": guess, "password": PASSWORD}
        assert (await client.post("/api/v1.0/users", body)).errno == 4002


async def test_a_new_code_replaces_the_old_one(client: Client, make: Makers) -> None:
    number = mobile()
    await make.sms_code(number, code="111111")
    await make.sms_code(number, code="222222")
    body = {"mobile": number, "password": PASSWORD}
    assert (await client.post("/api/v1.0/users", body | {"sms_code": "111111"})).errmsg == "短信验证码错误"
    assert (await client.post("/api/v1.0/users", body | {"sms_code": "222222"})).errno == 0


async def test_a_code_allows_five_tries_and_lives_five_minutes(
    client: Client, make: Makers, store: Redis, deps: Deps
) -> None:
    number = mobile()
    await make.sms_code(number, code="111111")
    assert 290 < await store.ttl(f"sms:{subject(deps, number, 'register')}") <= 300
    body = {"mobile": number, "password": PASSWORD}
    wrong = [(await client.post("/api/v1.0/users", body | {"sms_code": f"22222{i}"})).errno for i in range(5)]
    assert wrong == [4004] * 5
    assert (await client.post("/api/v1.0/users", body | {"sms_code": "111111"})).errno == 4002


async def test_redis_holds_no_code_that_can_be_read(client: Client, make: Makers, store: Redis) -> None:
    await ask(client, make, mobile())
    code = make.sent_sms()[0]["code"]
    held = [await store.hgetall(key) for key in await store.keys("sms:*")]
    assert held
    assert code not in str(held)
