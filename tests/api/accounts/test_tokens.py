"""Bearer tokens: an app that signs in, uses its tokens, exchanges them and signs out."""

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient

from models.accounts.users import User
from services.deps import Deps
from tests.client import Answer, Client, race, raw, read_answer
from tests.conftest import Clock
from tests.live import LiveServer
from tests.makers import PASSWORD, PATIENT, Makers, mobile

FOREIGN = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}


class App:
    """A mobile app: it sends its access token, and ignores cookies."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self.tokens: dict[str, Any] = {}

    async def sign_in(self, user: User) -> Answer:
        answer = await self._client.post("/api/v1.0/tokens", {"mobile": user.mobile, "password": PASSWORD})
        assert answer.status == 201, answer.json
        self.tokens = answer.data
        return answer

    async def refresh(self, refresh_token: str | None = None) -> Answer:
        body = {"refresh_token": refresh_token or self.tokens["refresh_token"]}
        answer = await self._client.post("/api/v1.0/tokens/refresh", body)
        if answer.errno == 0:
            self.tokens = answer.data
        return answer

    async def send(self, verb: str, path: str, access_token: str | None = None, **options: Any) -> Answer:
        headers = {"Authorization": f"Bearer {access_token or self.tokens['access_token']}"} | options.pop(
            "headers", {}
        )
        answer = await self._client.send(verb, path, headers=headers, **options)
        assert "Set-Cookie" not in answer.headers
        return answer

    async def user_id(self) -> int | None:
        """The user that the access token stands for."""
        answer = await self.send("GET", "/api/v1.0/session")
        return None if answer.errno else int(answer.data["user_id"])


@pytest.fixture
def new_app(new_client: Callable[[], Client]) -> Callable[[], App]:
    return lambda: App(new_client())


@pytest.fixture
def app_of(new_app: Callable[[], App]) -> App:
    return new_app()


# -- signing in


async def test_an_app_signs_in_with_a_password(app_of: App, make: Makers) -> None:
    user = await make.user()
    answer = await app_of.sign_in(user)
    assert set(answer.data) == {
        "token_type",
        "access_token",
        "expires_in",
        "refresh_token",
        "refresh_expires_in",
        "user_id",
    }
    assert (answer.data["token_type"], answer.data["user_id"]) == ("Bearer", user.id)
    assert 895 <= answer.data["expires_in"] <= 900
    assert 30 * 86400 - 5 <= answer.data["refresh_expires_in"] <= 30 * 86400
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    assert await app_of.user_id() == user.id


async def test_an_app_signs_in_with_an_sms_code(client: Client, make: Makers) -> None:
    user = await make.user()
    body = {"mobile": user.mobile, "sms_code": await make.sms_code(user.mobile, "login")}
    answer = await client.post("/api/v1.0/tokens", body)
    assert (answer.status, answer.data["user_id"]) == (201, user.id)
    again = await client.post("/api/v1.0/tokens", body)
    assert (again.status, again.errno) == (404, 4002)


@pytest.mark.parametrize("path", ["/api/v1.0/sessions", "/api/v1.0/tokens"])
async def test_apps_and_browsers_meet_the_same_refusals_and_limits(client: Client, make: Makers, path: str) -> None:
    user = await make.user()
    stranger = {"mobile": mobile(), "sms_code": await make.sms_code(number := mobile(), "login")} | {"mobile": number}
    refused = [
        await client.post(path, {"mobile": user.mobile}),
        await client.post(path, stranger),
        await client.post(path, {"mobile": user.mobile, "sms_code": "000000"}),
        *[await client.post(path, {"mobile": user.mobile, "password": "a wrong password"}) for _ in range(6)],
        await client.post(path, {"mobile": user.mobile, "password": PASSWORD}, headers=FOREIGN),
    ]
    assert [(answer.status, answer.errno) for answer in refused] == [
        (400, 4103),
        (403, 4104),
        (404, 4002),
        *[(401, 4004)] * 5,
        (429, 4201),
        (403, 4201),
    ]
    assert refused[-2].data["captcha"]
    right = {"mobile": user.mobile, "password": PASSWORD, "piccode_id": "p", "piccode": await make.picture("p")}
    assert (await client.post(path, right)).errno == 0


@pytest.mark.parametrize("path", ["/api/v1.0/sessions", "/api/v1.0/tokens"])
async def test_a_sign_in_during_a_password_change_is_undone(
    client: Client, make: Makers, deps: Deps, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = await make.user()
    issue, open_ = deps.tokens.issue, deps.sessions.open

    async def change_password() -> None:
        await make.change("UPDATE users SET password_hash = 'changed meanwhile' WHERE id = %s", user.id)

    async def issue_after_change(*args: Any, **options: Any) -> Any:
        await change_password()
        return await issue(*args, **options)

    async def open_after_change(*args: Any, **options: Any) -> Any:
        await change_password()
        return await open_(*args, **options)

    monkeypatch.setattr(deps.tokens, "issue", issue_after_change)
    monkeypatch.setattr(deps.sessions, "open", open_after_change)
    answer = await client.post(path, {"mobile": user.mobile, "password": PASSWORD})
    assert (answer.status, answer.errno) == (401, 4004)
    assert await deps.sessions.of_user(user.id) == []


# -- the access token


async def test_an_access_token_expires_and_a_refresh_replaces_it(app_of: App, make: Makers, clock: Clock) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    clock.ahead += timedelta(minutes=14)
    assert await app_of.user_id() == user.id
    clock.ahead += timedelta(minutes=1)
    answer = await app_of.send("GET", "/api/v1.0/user")
    assert (answer.status, answer.errno) == (401, 4101)
    assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'
    assert (await app_of.refresh()).status == 200
    assert await app_of.user_id() == user.id


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer",
        "Bearer ",
        "bearer x",
        "Bearer " + "A" * 9000,
        "Bearer ihome_at_" + "A" * 22 + "." + "A" * 43,
        "Bearer ihome_rt_" + "A" * 22 + "." + "A" * 43,
        "Bearer {access},Bearer {access}",
        "Bearer {access} {access}",
        "Bearer {refresh}",
        "Bearer {access}x",
    ],
)
async def test_an_invalid_token_is_refused_whatever_the_cookie_says(
    client: Client, app_of: App, make: Makers, authorization: str
) -> None:
    user = await make.user()
    await make.sign_in(client, user)
    await app_of.sign_in(user)
    tokens = {name: app_of.tokens[f"{name}_token"] for name in ("access", "refresh")}
    headers = {"Authorization": authorization.format(**tokens)}
    answer = await client.get("/api/v1.0/user", headers=headers)
    assert (answer.status, answer.errno) == (401, 4101)
    assert answer.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'
    assert (await client.get("/api/v1.0/user", headers=headers | {"Accept-Language": "en"})).errmsg.startswith(
        "The token"
    )
    assert (await client.get("/api/v1.0/areas", headers=headers)).status == 200
    assert await app_of.user_id() == user.id


@pytest.mark.parametrize("authorization", ["", "Basic dXNlcjpwYXNz", "Token x", "Bearer{access}", "Digest Bearer"])
async def test_another_scheme_is_ignored(client: Client, app_of: App, make: Makers, authorization: str) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    headers = {"Authorization": authorization.format(access=app_of.tokens["access_token"])}
    refused = await client.get("/api/v1.0/session", headers=headers)
    assert (refused.status, "WWW-Authenticate" in refused.headers) == (401, False)
    await make.sign_in(client, user)
    assert (await client.get("/api/v1.0/session", headers=headers)).data["user_id"] == user.id


async def test_a_header_that_is_too_large_is_refused_before_it_is_read(http_port: int, http_server: object) -> None:
    request = raw("GET", "/api/v1.0/user", headers={"Authorization": "Bearer " + "A" * 40_000})
    reader, writer = await asyncio.open_connection("127.0.0.1", http_port)
    writer.write(request)
    assert read_answer(await reader.read()).status == 431
    writer.close()


async def test_the_token_decides_and_not_the_cookie(client: Client, app_of: App, make: Makers) -> None:
    browsing, app_user = await make.sign_in(client), await make.user()
    await app_of.sign_in(app_user)
    headers = {"Authorization": f"bEaReR   {app_of.tokens['access_token']}"}
    assert (await client.get("/api/v1.0/session", headers=headers)).data["user_id"] == app_user.id
    assert (await client.get("/api/v1.0/session")).data["user_id"] == browsing.id


async def test_a_valid_token_needs_no_origin_check(client: Client, app_of: App, make: Makers) -> None:
    user = await make.user()
    await make.sign_in(client, user)
    await app_of.sign_in(user)
    named = await app_of.send("PUT", "/api/v1.0/user/name", json={"name": "小王"}, headers=FOREIGN)
    assert named.errno == 0
    spoiled = {"Authorization": f"Bearer {app_of.tokens['access_token'][:-1]}", **FOREIGN}
    for headers in (FOREIGN, spoiled, FOREIGN | {"Authorization": "Basic x"}):
        answer = await client.put("/api/v1.0/user/name", {"name": "小李"}, headers=headers)
        assert (answer.status, answer.errno, answer.data["reason"]) == (403, 4201, "cross_site")
    assert (await client.get("/api/v1.0/session")).data["name"] == "小王"


@pytest.mark.settings(cors_origins=("https://m.ihome.example",))
async def test_a_script_of_a_named_origin_may_send_a_token(client: Client, app_of: App, make: Makers) -> None:
    asked = {"Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "authorization"}
    for origin, allowed in (("https://m.ihome.example", True), ("https://evil.example", False)):
        answer = await client.send("OPTIONS", "/api/v1.0/user/name", headers={"Origin": origin} | asked)
        assert ("Authorization" in answer.headers.get("Access-Control-Allow-Headers", "")) == allowed
    await app_of.sign_in(await make.user())
    origin = {"Origin": "https://m.ihome.example", "Sec-Fetch-Site": "same-site"}
    assert (await app_of.send("PUT", "/api/v1.0/user/name", json={"name": "小王"}, headers=origin)).errno == 0


async def test_an_answer_depends_on_the_token_and_the_cookie(app_of: App, make: Makers) -> None:
    await app_of.sign_in(await make.user())
    answer = await app_of.send("GET", "/api/v1.0/session")
    assert {"Authorization", "Cookie"} <= set(answer.headers["Vary"].split(", "))


async def test_an_app_books_what_a_browser_may_book(app_of: App, scene: Any, make: Makers) -> None:
    user_id = (await scene.guest.get("/api/v1.0/session")).data["user_id"]
    [row] = await make.rows("SELECT mobile FROM users WHERE id = %s", user_id)
    guest = App(scene.new_client())
    answer = await guest._client.post("/api/v1.0/tokens", {"mobile": row["mobile"], "password": PASSWORD})
    guest.tokens = answer.data
    booked = await guest.send("POST", "/api/v1.0/orders", json=scene.stay(), headers={"Idempotency-Key": "k"})
    assert booked.status == 201
    again = await guest.send("POST", "/api/v1.0/orders", json=scene.stay(), headers={"Idempotency-Key": "k"})
    assert again.data == booked.data


# -- the refresh token


async def test_a_refresh_answers_a_new_pair(app_of: App, make: Makers) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    before = app_of.tokens
    answer = await app_of.refresh()
    assert (answer.status, set(answer.data), answer.data["user_id"]) == (200, set(before), user.id)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers
    for name in ("access_token", "refresh_token"):
        assert answer.data[name] != before[name]
    for token in (before["access_token"], answer.data["access_token"]):
        assert (await app_of.send("GET", "/api/v1.0/session", access_token=token)).errno == 0


async def test_a_refresh_may_carry_the_expired_access_token(app_of: App, make: Makers, clock: Clock) -> None:
    await app_of.sign_in(await make.user())
    clock.ahead += timedelta(hours=1)
    body = {"refresh_token": app_of.tokens["refresh_token"]}
    assert (await app_of.send("POST", "/api/v1.0/tokens/refresh", json=body)).errno == 0


async def test_an_app_that_missed_the_answer_gets_it_again(app_of: App, make: Makers, clock: Clock) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    spent = app_of.tokens["refresh_token"]
    missed = await app_of.refresh()
    clock.ahead += timedelta(seconds=29)
    repeated = await app_of.refresh(spent)
    for name in ("access_token", "refresh_token"):
        assert repeated.data[name] == missed.data[name]
    assert await app_of.user_id() == user.id


@pytest.mark.settings(**PATIENT)
async def test_fifty_simultaneous_refreshes_give_one_pair(app_of: App, make: Makers, http_port: int) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    body = {"refresh_token": app_of.tokens["refresh_token"]}
    answers = await race(http_port, [raw("POST", "/api/v1.0/tokens/refresh", json=body)] * 50)
    assert Counter(answer.status for answer in answers) == {200: 50}
    assert len({(answer.data["access_token"], answer.data["refresh_token"]) for answer in answers}) == 1
    app_of.tokens = answers[0].data
    assert await app_of.user_id() == user.id
    assert (await app_of.refresh()).errno == 0


async def test_a_stolen_refresh_token_ends_the_family_when_both_have_used_it(
    new_app: Callable[[], App], client: Client, make: Makers, clock: Clock, deps: Deps
) -> None:
    owner, thief, user = new_app(), new_app(), await make.user()
    await make.sign_in(client, user)
    await owner.sign_in(user)
    stolen = owner.tokens["refresh_token"]
    assert (await thief.refresh(stolen)).errno == 0
    clock.ahead += timedelta(minutes=10)
    answer = await owner.refresh(stolen)
    assert (answer.status, answer.errno) == (401, 4101)
    assert await thief.user_id() is None
    assert (await thief.refresh()).status == 401
    assert [session.kind for session in await deps.sessions.of_user(user.id)] == ["browser"]
    assert (await client.get("/api/v1.0/session")).errno == 0


@pytest.mark.parametrize("token", ["", "x", "ihome_rt_" + "A" * 22 + "." + "A" * 43, "图" * 20, "A" * 60_000])
async def test_a_refresh_token_that_was_never_issued_is_refused(client: Client, token: str) -> None:
    answer = await client.post("/api/v1.0/tokens/refresh", {"refresh_token": token})
    assert (answer.status, answer.errno) == (401, 4101)


@pytest.mark.parametrize("body", [{}, {"refresh_token": None}, {"refresh_token": 7}, {"refresh_token": ["x"]}])
async def test_a_refresh_without_a_token_names_the_field(client: Client, body: dict[str, Any]) -> None:
    answer = await client.post("/api/v1.0/tokens/refresh", body)
    assert (answer.status, answer.errno, list(answer.fields)) == (400, 4103, ["refresh_token"])


async def test_a_refresh_from_another_site_is_refused(app_of: App, client: Client, make: Makers) -> None:
    await app_of.sign_in(await make.user())
    body = {"refresh_token": app_of.tokens["refresh_token"]}
    assert (await client.post("/api/v1.0/tokens/refresh", body, headers=FOREIGN)).status == 403
    assert (await app_of.refresh()).errno == 0


# -- devices, and the end


async def test_an_app_is_listed_with_the_devices_and_ended_like_them(
    new_app: Callable[[], App], client: Client, make: Makers
) -> None:
    user, phone, tablet = await make.user(), new_app(), new_app()
    await make.sign_in(client, user)
    for app in (phone, tablet):
        await app.sign_in(user)
    listed = (await client.get("/api/v1.0/user/sessions")).data["sessions"]
    assert sorted((each["kind"], each["current"]) for each in listed) == [("app", False)] * 2 + [("browser", True)]
    seen_by_phone = (await phone.send("GET", "/api/v1.0/user/sessions")).data["sessions"]
    [own] = [each["id"] for each in seen_by_phone if each["current"]]
    assert (await client.delete(f"/api/v1.0/user/sessions/{own}")).errno == 0
    assert await phone.user_id() is None
    assert (await phone.refresh()).status == 401
    assert await tablet.user_id() == user.id
    [browser] = [each["id"] for each in listed if each["current"]]
    assert (await tablet.send("DELETE", f"/api/v1.0/user/sessions/{browser}")).errno == 0
    assert (await client.get("/api/v1.0/session")).status == 401


async def test_signing_out_ends_both_tokens_and_no_cookie(client: Client, app_of: App, make: Makers) -> None:
    user = await make.sign_in(client)
    await app_of.sign_in(user)
    headers = {"Authorization": f"Bearer {app_of.tokens['access_token']}"}
    answer = await client.delete("/api/v1.0/session", headers=headers)
    assert (answer.errno, "Set-Cookie" in answer.headers) == (0, False)
    assert await app_of.user_id() is None
    assert (await app_of.refresh()).status == 401
    assert (await client.get("/api/v1.0/session")).data["user_id"] == user.id


async def test_a_browser_s_sign_in_with_a_token_beside_it_ends_no_app(
    client: Client, app_of: App, make: Makers
) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    headers = {"Authorization": f"Bearer {app_of.tokens['access_token']}"}
    body = {"mobile": user.mobile, "password": PASSWORD}
    assert (await client.post("/api/v1.0/sessions", body, headers=headers)).errno == 0
    assert await app_of.user_id() == user.id


@pytest.mark.parametrize("changed_by", ["app", "browser"])
async def test_a_password_change_ends_every_other_session(
    new_app: Callable[[], App], client: Client, make: Makers, changed_by: str
) -> None:
    user, app, other = await make.user(), new_app(), new_app()
    await make.sign_in(client, user)
    for each in (app, other):
        await each.sign_in(user)
    change = {"old_password": PASSWORD, "password": "another long password"}
    if changed_by == "app":
        assert (await app.send("PUT", "/api/v1.0/user/password", json=change)).errno == 0
    else:
        assert (await client.put("/api/v1.0/user/password", change)).errno == 0
    assert (await app.user_id() is not None) == (changed_by == "app")
    assert ((await client.get("/api/v1.0/session")).status == 200) == (changed_by == "browser")
    assert await other.user_id() is None
    assert (await other.refresh()).status == 401


async def test_a_reset_password_and_a_new_epoch_end_every_app(
    app_of: App, client: Client, make: Makers, deps: Deps
) -> None:
    user = await make.user()
    await app_of.sign_in(user)
    reset = {"mobile": user.mobile, "password": PASSWORD, "sms_code": await make.sms_code(user.mobile, "reset")}
    assert (await client.post("/api/v1.0/password/reset", reset)).errno == 0
    assert await app_of.user_id() is None
    await app_of.sign_in(user)
    await deps.epoch.begin()
    assert await app_of.user_id() is None
    assert (await app_of.refresh()).status == 401


# -- secrecy


async def test_no_token_reaches_the_log_or_an_error(
    start_server: Callable[..., LiveServer], make: Makers, io_loop: object
) -> None:
    server = start_server(refresh_retry_seconds=0)
    app = App(Client(AsyncHTTPClient(), server.base_url))
    await app.sign_in(await make.user())
    first = app.tokens
    answers = [
        await app.send("GET", "/api/v1.0/session"),
        await app.refresh(),
        await app.refresh(first["access_token"]),
        await app._client.post("/api/v1.0/tokens/refresh", {"refresh_token": [first["refresh_token"]]}),
        await app._client.get("/api/v1.0/user", headers={"Authorization": f"Bearer {first['refresh_token']}"}),
        await app._client.get("/nowhere", headers={"Authorization": f"Bearer {first['access_token']}"}),
    ]
    second = app.tokens
    await asyncio.sleep(0.01)
    answers.append(await app.refresh(first["refresh_token"]))
    assert [answer.status for answer in answers] == [200, 200, 401, 400, 401, 404, 401]
    server.stop()
    log = server.log.read_text()
    assert "refresh_token_reused" in log
    errors = json.dumps([answer.json for answer in answers if answer.errno])
    for pair in (first, second):
        for token in (pair["access_token"], pair["refresh_token"]):
            for part in token.removeprefix("ihome_").split("_", 1)[1].split("."):
                assert part not in log
                assert part not in errors


async def test_two_headers_authorization_are_refused(
    app_of: App, make: Makers, http_port: int, http_server: object
) -> None:
    await app_of.sign_in(await make.user())
    two = f"Authorization: Basic zz\r\nAuthorization: Bearer {app_of.tokens['access_token']}\r\nConnection:".encode()
    [answer] = await race(http_port, [raw("GET", "/api/v1.0/user").replace(b"Connection:", two)])
    assert (answer.status, list(answer.fields)) == (400, ["Authorization"])
