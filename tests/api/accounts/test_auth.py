"""Registering, signing in and out, passwords, devices."""

from collections.abc import Callable

import pytest
from redis.asyncio import Redis

from services.deps import Deps
from tests.client import COOKIE, DEVICE_COOKIE, Client
from tests.makers import PASSWORD, Makers, mobile
from utils.passwords import BCRYPT_CALLS

NEW = "another long password"


def bcrypt_calls() -> float:
    return BCRYPT_CALLS.collect()[0].samples[0].value


# -- registering


@pytest.mark.parametrize(
    ("password", "text"),
    [
        ("short77", "密码应为 8 到 128 个字符"),
        ("x" * 129, "密码应为 8 到 128 个字符"),
        ("password", "密码太常见，请换一个"),
        ("PassWord1", "密码太常见，请换一个"),
        ("12345678", "密码太常见，请换一个"),
        (None, "密码应为 8 到 128 个字符"),
        (12345678901, "密码应为 8 到 128 个字符"),
        (["x"] * 9, "密码应为 8 到 128 个字符"),
    ],
    ids=str,
)
async def test_a_refused_password_is_explained_and_spends_no_sms_code(
    client: Client, make: Makers, password: object, text: str
) -> None:
    number = mobile()
    body = {"mobile": number, "sms_code": await make.sms_code(number)}
    refused = await client.post("/api/v1.0/users", body | {"password": password})
    assert (refused.status, refused.fields) == (400, {"password": text})
    assert (await client.post("/api/v1.0/users", body | {"password": PASSWORD})).errno == 0


@pytest.mark.parametrize("password", ["密" * 128, "パスワード長い長い", "a b c d e", "\0" * 8, "x" * 128, "🔑" * 8])
async def test_any_unicode_is_a_password_and_every_character_counts(
    client: Client, make: Makers, password: str
) -> None:
    number = mobile()
    body = {"mobile": number, "sms_code": await make.sms_code(number), "password": password}
    assert (await client.post("/api/v1.0/users", body)).errno == 0
    assert (await client.post("/api/v1.0/sessions", {"mobile": number, "password": password})).errno == 0
    assert (await client.post("/api/v1.0/sessions", {"mobile": number, "password": password[:-1]})).errno == 4004


async def test_a_very_long_password_is_refused_before_it_is_hashed(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    marks = "\u0301\u0316" * 1_500
    before = bcrypt_calls()
    for verb, path in (
        ("POST", "/api/v1.0/sessions"),
        ("POST", "/api/v1.0/users"),
        ("POST", "/api/v1.0/password/reset"),
        ("PUT", "/api/v1.0/user/password"),
    ):
        body = {"mobile": mobile(), "sms_code": "111111", "password": marks, "old_password": marks}
        answer = await client.send(verb, path, json=body)
        assert answer.fields["password"] == "密码应为 8 到 128 个字符"
    assert bcrypt_calls() == before


async def test_composed_and_decomposed_letters_are_the_same_password(client: Client, make: Makers) -> None:
    user = await make.user(password="cafe\u0301 au lait")
    body = {"mobile": user.mobile, "password": "caf\u00e9 au lait"}
    assert (await client.post("/api/v1.0/sessions", body)).errno == 0


async def test_only_a_right_sms_code_reveals_that_a_mobile_is_registered(client: Client, make: Makers) -> None:
    user = await make.user()
    body = {"mobile": user.mobile, "password": PASSWORD}
    assert (await client.post("/api/v1.0/users", body | {"sms_code": "000000"})).errno == 4002
    await make.sms_code(user.mobile, code="111111")
    assert (await client.post("/api/v1.0/users", body | {"sms_code": "000000"})).errno == 4004
    answer = await client.post("/api/v1.0/users", body | {"sms_code": "111111"})
    assert (answer.status, answer.errno, answer.errmsg) == (409, 4003, "该手机号已注册")


@pytest.mark.settings(limit_register_per_ip="2/1m")
async def test_registrations_are_limited_by_address(client: Client, make: Makers) -> None:
    body = {"sms_code": "111111", "password": PASSWORD}
    answers = [await client.post("/api/v1.0/users", body | {"mobile": mobile()}) for _ in range(3)]
    assert [answer.errno for answer in answers] == [4002, 4002, 4201]
    assert answers[-1].data["reason"] == "captcha_required"


# -- signing in


async def test_unknown_mobile_and_wrong_password_cannot_be_told_apart(client: Client, make: Makers) -> None:
    user = await make.user()
    answers, calls = [], []
    for number in (user.mobile, mobile()):
        before = bcrypt_calls()
        answer = await client.post("/api/v1.0/sessions", {"mobile": number, "password": "wrong"})
        calls.append(bcrypt_calls() - before)
        headers = {name: value for name, value in answer.headers.get_all() if name not in ("X-Request-Id", "Date")}
        answers.append((answer.status, answer.body, headers))
    assert answers[0] == answers[1]
    assert calls == [1, 1]


async def test_after_five_failures_only_that_mobile_needs_a_picture_code(client: Client, make: Makers) -> None:
    user, other = await make.user(), await make.user()
    wrong = {"mobile": user.mobile, "password": "wrong"}
    assert [(await client.post("/api/v1.0/sessions", wrong)).status for _ in range(6)] == [401] * 5 + [429]
    right = {"mobile": user.mobile, "password": PASSWORD}
    asked = await client.post("/api/v1.0/sessions", right)
    assert (asked.errno, asked.errmsg) == (4201, "请输入图片验证码")
    assert asked.data == {"captcha": True, "reason": "captcha_required", "retry_after": asked.data["retry_after"]}
    assert 0 < int(asked.headers["Retry-After"]) <= 300
    assert (await client.post("/api/v1.0/sessions", {"mobile": other.mobile, "password": PASSWORD})).errno == 0
    assert (await client.post("/api/v1.0/sessions", right | {"id": "p", "text": await make.picture("p")})).errno == 0


async def test_a_right_password_resets_the_count_of_failures(client: Client, make: Makers) -> None:
    user = await make.user()
    body = {"mobile": user.mobile}
    for _ in range(2):
        for _ in range(4):
            await client.post("/api/v1.0/sessions", body | {"password": "wrong"})
        assert (await client.post("/api/v1.0/sessions", body | {"password": PASSWORD})).errno == 0


async def test_after_ten_failures_a_minute_an_address_needs_a_picture_code(client: Client) -> None:
    body = {"password": "wrong"}
    answers = [(await client.post("/api/v1.0/sessions", body | {"mobile": mobile()})).errno for _ in range(11)]
    assert answers == [4004] * 10 + [4201]


async def test_a_forged_forwarded_address_does_not_evade_the_limit(client: Client) -> None:
    errnos = []
    for number in range(11):
        headers = {"X-Forwarded-For": f"203.0.113.{number}", "X-Real-Ip": f"203.0.113.{number}"}
        body = {"mobile": mobile(), "password": "wrong"}
        errnos.append((await client.post("/api/v1.0/sessions", body, headers=headers)).errno)
    assert errnos[-1] == 4201


@pytest.mark.settings(trusted_proxies="127.0.0.0/8")
async def test_behind_a_trusted_proxy_the_session_has_the_address_of_the_client(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    user = await make.user()
    headers = {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}
    await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD}, headers=headers)
    [session] = (await client.get("/api/v1.0/user/sessions")).data["sessions"]
    assert session["address"] == "203.0.113.7"


async def test_signing_in_by_sms_code_needs_no_password(client: Client, make: Makers) -> None:
    user = await make.user()
    code = await make.sms_code(user.mobile, "login")
    answer = await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "sms_code": code})
    assert (answer.status, answer.data) == (200, {"user_id": user.id})
    assert (await client.get("/api/v1.0/session")).data["user_id"] == user.id


async def test_an_sms_code_does_not_sign_in_an_unknown_mobile(client: Client, make: Makers) -> None:
    number = mobile()
    code = await make.sms_code(number, "login")
    answer = await client.post("/api/v1.0/sessions", {"mobile": number, "sms_code": code})
    assert (answer.status, answer.errno) == (403, 4104)
    assert client.session is None


async def test_signing_in_without_password_and_code_is_a_parameter_error(client: Client) -> None:
    answer = await client.post("/api/v1.0/sessions", {"mobile": mobile()})
    assert (answer.status, answer.fields) == (400, {"password": "密码与短信验证码请填其一"})


# -- the session


async def test_cookies_are_http_only_and_lax_and_the_session_id_has_256_bits(client: Client, make: Makers) -> None:
    user = await make.user()
    answer = await client.post("/api/login", {"mobile": user.mobile, "password": PASSWORD})
    session, device = answer.headers.get_list("Set-Cookie")
    assert session.startswith(f"{COOKIE}=")
    assert device.startswith(f"{DEVICE_COOKIE}=")
    for cookie in (session, device):
        assert "HttpOnly" in cookie
        assert "SameSite=Lax" in cookie
        assert "Path=/" in cookie
        assert "Secure" not in cookie
    assert len(client.session or "") == 43


@pytest.mark.settings(env="production", storage="local", payments="local")
async def test_in_production_the_cookie_is_secure(client: Client, make: Makers) -> None:
    user = await make.user()
    answer = await client.post("/api/login", {"mobile": user.mobile, "password": PASSWORD})
    assert all("Secure" in cookie for cookie in answer.headers.get_list("Set-Cookie"))


async def test_signing_in_never_adopts_a_session_id_from_the_client(client: Client, make: Makers, store: Redis) -> None:
    user = await make.user()
    for planted in ("A" * 43, "x"):
        client.session = planted
        await client.post("/api/login", {"mobile": user.mobile, "password": PASSWORD})
        assert client.session != planted
        client.session = planted
        assert (await client.get("/api/check_login")).errno == 4101


async def test_signing_in_again_gives_a_new_id_and_ends_the_old_one(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    old = client.session
    await client.post("/api/login", {"mobile": user.mobile, "password": PASSWORD})
    assert client.session != old
    assert (await client.get("/api/check_login")).errno == 0
    client.session = old
    assert (await client.get("/api/check_login")).errno == 4101


async def test_redis_knows_only_the_hash_of_a_session_id(client: Client, make: Makers, store: Redis) -> None:
    user = await make.user()
    await client.post("/api/login", {"mobile": user.mobile, "password": PASSWORD})
    for key in await store.keys():
        assert (client.session or "?") not in key
        if await store.type(key) == "string":
            assert (client.session or "?") not in await store.get(key)
        assert await store.ttl(key) > 0


async def test_the_session_of_a_user_who_does_not_exist_is_refused(client: Client, deps: Deps) -> None:
    client.session = await deps.sessions.open(999_999, address="127.0.0.1", device="test")
    answer = await client.get("/api/v1.0/session")
    assert (answer.status, answer.errno) == (403, 4104)


# -- devices


async def test_devices_are_listed_and_ended(new_client: Callable[[], Client], make: Makers) -> None:
    phone, laptop = new_client(), new_client()
    user = await make.user()
    body = {"mobile": user.mobile, "password": PASSWORD}
    for device, name in ((phone, "phone"), (laptop, "laptop")):
        await device.post("/api/v1.0/sessions", body, headers={"User-Agent": name})
    listed = (await laptop.get("/api/v1.0/user/sessions")).data["sessions"]
    assert {(session["device"], session["current"]) for session in listed} == {("phone", False), ("laptop", True)}
    assert {session["address"] for session in listed} == {"127.0.0.1"}
    assert all(session["last_seen"].endswith("+08:00") for session in listed)
    [other] = [session["id"] for session in listed if not session["current"]]
    assert other != phone.session
    assert (await laptop.delete(f"/api/v1.0/user/sessions/{other}")).errno == 0
    assert (await phone.get("/api/v1.0/session")).status == 401
    assert (await laptop.delete(f"/api/v1.0/user/sessions/{other}")).status == 404


async def test_a_user_cannot_end_the_session_of_another_user(new_client: Callable[[], Client], make: Makers) -> None:
    victim, attacker = new_client(), new_client()
    await make.sign_in(victim)
    await make.sign_in(attacker)
    [session] = (await victim.get("/api/v1.0/user/sessions")).data["sessions"]
    answer = await attacker.delete(f"/api/v1.0/user/sessions/{session['id']}")
    assert (answer.status, answer.errno) == (404, 4002)
    assert (await victim.get("/api/v1.0/session")).status == 200


async def test_the_listed_id_of_a_session_is_no_valid_cookie(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    [session] = (await client.get("/api/v1.0/user/sessions")).data["sessions"]
    client.session = session["id"]
    assert (await client.get("/api/v1.0/session")).status == 401


# -- passwords


async def test_a_changed_password_ends_every_other_session(new_client: Callable[[], Client], make: Makers) -> None:
    phone, laptop = new_client(), new_client()
    user = await make.sign_in(phone)
    await make.sign_in(laptop, user)
    wrong = await laptop.put("/api/v1.0/user/password", {"old_password": "wrong", "password": NEW})
    assert (wrong.status, wrong.errno, wrong.errmsg) == (400, 4106, "密码错误")
    assert (await phone.get("/api/v1.0/session")).status == 200
    assert (await laptop.put("/api/v1.0/user/password", {"old_password": PASSWORD, "password": NEW})).errno == 0
    assert (await laptop.get("/api/v1.0/session")).status == 200
    assert (await phone.get("/api/v1.0/session")).status == 401
    assert (await phone.post("/api/login", {"mobile": user.mobile, "password": PASSWORD})).errno == 4004
    assert (await phone.post("/api/login", {"mobile": user.mobile, "password": NEW})).errno == 0


async def test_guessing_the_old_password_is_limited(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    guess = {"old_password": "wrong", "password": NEW}
    statuses = [(await client.put("/api/v1.0/user/password", guess)).status for _ in range(6)]
    assert statuses == [400] * 5 + [429]


async def test_a_reset_password_ends_every_session(new_client: Callable[[], Client], make: Makers) -> None:
    phone, stranger = new_client(), new_client()
    user = await make.sign_in(phone)
    for _ in range(5):
        await stranger.post("/api/login", {"mobile": user.mobile, "password": "wrong"})
    code = await make.sms_code(user.mobile, "reset")
    reset = {"mobile": user.mobile, "sms_code": code, "password": NEW}
    assert (await stranger.post("/api/v1.0/password/reset", reset)).json == {"errno": 0, "errmsg": "OK", "data": {}}
    assert stranger.session is None
    assert (await phone.get("/api/v1.0/session")).status == 401
    assert (await phone.post("/api/login", {"mobile": user.mobile, "password": NEW})).errno == 0
    assert (await stranger.post("/api/v1.0/password/reset", reset)).errno == 4002


async def test_only_a_right_sms_code_reveals_that_a_mobile_to_reset_is_unknown(client: Client, make: Makers) -> None:
    number = mobile()
    body = {"mobile": number, "password": NEW}
    assert (await client.post("/api/v1.0/password/reset", body | {"sms_code": "000000"})).errno == 4002
    code = await make.sms_code(number, "reset")
    assert (await client.post("/api/v1.0/password/reset", body | {"sms_code": code})).errno == 4104
