"""Headers that tell browsers what to refuse: TLS only, cookies of this host only, forms to this site only."""

import pytest

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.client import Client
from tests.makers import PASSWORD, Makers, mobile

PRODUCTION = {"env": "production", "storage": "local", "payments": "local"}
SESSION, DEVICE, OLD = "__Host-session_id", "__Host-device", "session_id"
HTML = {"Accept": "text/html"}


def set_cookies(answer: object) -> dict[str, str]:
    """Name → the whole line."""
    return {line.partition("=")[0]: line for line in answer.headers.get_list("Set-Cookie")}


async def sign_in(client: Client, make: Makers, **headers: str) -> dict[str, str]:
    user = await make.user()
    answer = await client.post("/api/login", {"mobile": user.mobile, "password": PASSWORD}, headers=headers)
    assert answer.errno == 0
    return set_cookies(answer)


def value(line: str) -> str:
    return line.partition(";")[0].partition("=")[2]


@pytest.mark.settings(**PRODUCTION)
async def test_in_production_cookies_are_of_this_host_only(client: Client, make: Makers) -> None:
    cookies = await sign_in(client, make)
    assert set(cookies) == {SESSION, DEVICE}
    for line in cookies.values():
        parts = {part.strip() for part in line.split(";")}
        assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= parts
        assert "Domain" not in line
    cookie = {"Cookie": f"{SESSION}={value(cookies[SESSION])}"}
    assert (await client.get("/api/check_login", headers=cookie)).errno == 0
    cleared = set_cookies(await client.post("/api/logout", headers=cookie))
    assert set(cleared) == {SESSION}
    assert value(cleared[SESSION]) in ("", '""')
    assert (await client.get("/api/check_login", headers=cookie)).errno == 4101


@pytest.mark.settings(**PRODUCTION)
async def test_an_old_cookie_is_read_for_its_life_and_goes_with_the_new_one(client: Client, make: Makers) -> None:
    old = value((await sign_in(client, make))[SESSION])
    new = value((await sign_in(client, make))[SESSION])
    old_cookie = {"Cookie": f"{OLD}={old}"}
    assert (await client.get("/api/check_login", headers=old_cookie)).errno == 0
    assert set(await sign_in(client, make, **old_cookie)) == {SESSION, DEVICE, OLD}
    assert (await client.get("/api/check_login", headers=old_cookie)).errno == 4101, "signing in ends it"
    both = {"Cookie": f"{OLD}={old}; {SESSION}={new}"}
    assert (await client.get("/api/check_login", headers=both)).errno == 0, "the new one counts"
    assert set(set_cookies(await client.post("/api/logout", headers=both))) == {SESSION, OLD}


@pytest.mark.settings(**PRODUCTION, old_cookies=False)
async def test_a_planted_cookie_without_the_prefix_is_not_read(client: Client, make: Makers) -> None:
    own = value((await sign_in(client, make))[SESSION])
    assert (await client.get("/api/check_login", headers={"Cookie": f"{OLD}={own}"})).errno == 4101
    assert (await client.get("/api/check_login", headers={"Cookie": f"{SESSION}={own}"})).errno == 0


@pytest.mark.settings(**PRODUCTION)
async def test_in_production_every_answer_asks_for_tls(client: Client) -> None:
    for path in ("/", "/livez", "/nowhere", "/api/v1.0/houses/999999", "/static/base.css", "/static/none.js", "/me"):
        assert (await client.get(path)).headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" in (await client.post("/livez")).headers


async def test_development_asks_for_no_tls(client: Client) -> None:
    for path in ("/", "/static/base.css"):
        assert "Strict-Transport-Security" not in (await client.get(path)).headers


async def test_forms_of_every_page_go_to_this_site_only(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    pages = [row.path for row in ROUTES if row.surface is PAGE and "<" not in row.path]
    for path in [*pages, "/docs", "/nowhere", "/pay/x", "/houses/999999"]:
        answer = await client.get(path, headers=HTML)
        if answer.headers["Content-Type"].startswith("text/html"):
            assert "form-action 'self'" in answer.headers["Content-Security-Policy"], path


LOGIN = ("/api/v1.0/sessions", {"mobile": mobile(), "password": PASSWORD})


@pytest.mark.parametrize(
    "_", [pytest.param(0, marks=pytest.mark.settings(**PRODUCTION)),
          pytest.param(1, marks=pytest.mark.settings(site_url="https://ihome.example")),
          pytest.param(2, marks=pytest.mark.settings(trusted_proxies="127.0.0.0/8"))],
    ids=["production", "its address", "its proxy"],
)  # fmt: skip
async def test_an_origin_without_tls_changes_nothing_of_a_site_with_it(client: Client, base_url: str, _: int) -> None:
    """As a page of http://ihome.example, which anybody on the way may have written, beside https://ihome.example."""
    proxied = {"X-Forwarded-Proto": "https"}
    refused = await client.post(*LOGIN, headers={"Origin": base_url} | proxied)
    assert (refused.status, refused.data["reason"]) == (403, "cross_site")
    assert (await client.post(*LOGIN, headers={"Origin": base_url.replace("http:", "https:")} | proxied)).status != 403


async def test_a_stranger_does_not_say_that_there_is_tls(client: Client, base_url: str) -> None:
    for origin, status in ((base_url, 401), (base_url.upper(), 401), (base_url.replace("http:", "https:"), 403)):
        answer = await client.post(*LOGIN, headers={"Origin": origin, "X-Forwarded-Proto": "https"})
        assert answer.status == status
