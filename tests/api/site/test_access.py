"""What holds for every route: a new row of ROUTES is tested for nothing, all rows by one server of a test."""

import re
from itertools import product
from urllib.parse import quote

import pytest

from handlers.api.routing import SHARED, Route
from handlers.api.surfaces import AJAX, PAGE
from handlers.routes import ROUTES
from tests.client import Client
from tests.makers import WIDE, Makers

VERBS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE")


def path(row: Route) -> str:
    """The row's path with something well-formed in the place of `<…>`."""
    return re.sub(r"<\w+>", "13900000000", row.path)


def name(row: Route) -> str:
    return f"{row.verb} {row.path}"


CLOSED = [row for row in ROUTES if not row.public]
CHANGING = [row for row in ROUTES if row.changes]


async def test_a_closed_route_answers_nobody_but_the_signed_in(client: Client) -> None:
    for row, session in product(CLOSED, (None, "A" * 43, "x")):
        client.session = session
        answer = await client.send(row.verb, path(row))
        if row.surface is PAGE:
            assert answer.status == 302, name(row)
            assert answer.headers["Location"] == f"/login?next={quote(path(row), safe='')}", name(row)
            continue
        assert answer.status == (200 if row.surface is AJAX else 401), name(row)
        assert (answer.errno, answer.errmsg, answer.data) == (4101, "用户未登录", {}), name(row)


OTHER_SITES = (
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
)


async def test_another_site_changes_nothing(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    for row, headers in product(CHANGING, OTHER_SITES):
        answer = await client.send(row.verb, path(row), headers=headers)
        assert answer.status == (200 if row.surface is AJAX else 403), (name(row), headers)
        assert "非法请求" in answer.body.decode(), (name(row), headers)
        if row.surface is not PAGE:
            assert (answer.errno, answer.data) == (4201, {"reason": "cross_site"}), (name(row), headers)
        assert (await client.get("/api/check_login")).errno == 0, (name(row), headers)


@pytest.mark.parametrize("where", ["/api/logout", "/api/v1.0/smscode/13900000000?text=r85c&id=123"])
async def test_another_sites_link_signs_nobody_out_and_sends_nothing(client: Client, make: Makers, where: str) -> None:
    await make.picture("123", "r85c")
    await make.sign_in(client)
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        assert (await client.get(where, headers=headers)).errno == 4201
    assert (await client.get("/api/check_login")).errno == 0
    assert make.sent_sms() == []
    assert (await client.get(where)).errno == 0


@pytest.mark.settings(**WIDE)
async def test_the_own_site_and_an_app_are_let_through(client: Client, make: Makers, base_url: str) -> None:
    own = ({"Sec-Fetch-Site": "same-origin"}, {"Sec-Fetch-Site": "none"}, {"Origin": base_url}, {})
    for row, headers in product(CHANGING, own):
        await make.sign_in(client)
        answer = await client.send(row.verb, path(row), headers=headers)
        let_through = answer.status == 303 if row.surface is PAGE else b"cross_site" not in answer.body
        assert let_through, (name(row), headers)


@pytest.mark.settings(**WIDE)
async def test_a_trailing_slash_makes_no_difference(client: Client, make: Makers) -> None:
    for row in ROUTES:
        await make.sign_in(client)
        plain = await client.send(row.verb, path(row))
        await make.sign_in(client)
        slashed = await client.send(row.verb, path(row) + "/")
        assert slashed.status == plain.status, name(row)
        if row.content_type == "application/json":
            assert slashed.errno == plain.errno, name(row)


async def test_an_unlisted_verb_is_a_405_that_names_the_listed_ones(client: Client) -> None:
    for row in {row.path: row for row in ROUTES}.values():
        verbs = {other.verb: other for other in ROUTES if other.path == row.path}
        listed = sorted([*verbs, *(["HEAD"] if "GET" in verbs else [])])
        for verb in set(VERBS) - set(listed):
            answer = await client.send(verb, path(row))
            assert (answer.status, answer.headers["Allow"]) == (405, ", ".join(listed)), (verb, row.path)
            if verb != "HEAD" and row.surface is not PAGE:
                assert (answer.errno, answer.data) == (4201, {"reason": "wrong_verb"}), (verb, row.path)


@pytest.mark.parametrize("unknown", ["/nowhere", "/api", "/api/", "/api/v1.0/nowhere", "/api/login/x", "///", "/%00"])
@pytest.mark.parametrize("verb", ["GET", "POST", "DELETE"])
async def test_an_unknown_path_answers_the_envelope(client: Client, verb: str, unknown: str) -> None:
    answer = await client.send(verb, unknown)
    assert answer.status == 404
    assert (answer.errno, answer.errmsg) == (4002, "没有这个地址")


@pytest.mark.settings(**WIDE)
async def test_every_answer_has_a_request_id_and_names_no_software(client: Client) -> None:
    ids: list[str] = []
    for row in ROUTES:
        answer = await client.send(row.verb, path(row))
        ids.append(answer.headers["X-Request-Id"])
        assert "Server" not in answer.headers, name(row)
        assert answer.headers["X-Content-Type-Options"] == "nosniff", name(row)
        if row.max_age and answer.status == 200:
            kept = f"public, max-age={row.max_age}"
        else:
            kept = "no-cache" if "Etag" in answer.headers else "no-store"
        assert answer.headers["Cache-Control"] == kept, name(row)
        assert "Etag" not in answer.headers or SHARED in row.rules, name(row)
    assert len(set(ids)) == len(ROUTES)


async def test_the_documents_envelopes_differ_by_surface(client: Client) -> None:
    ajax = await client.post("/api/login", {"mobile": "1"})
    rest = await client.post("/api/v1.0/sessions", {"mobile": "1", "password": "x"})
    fields = {"mobile": "手机号格式错误"}
    assert (ajax.status, rest.status) == (200, 400)
    assert ajax.json == {
        "errno": 4103,
        "errcode": 4103,
        "errmsg": "参数错误",
        "data": {"fields": fields | {"password": "必填"}},
    }
    assert rest.json == {"errno": 4103, "errmsg": "参数错误", "data": {"fields": fields}}


async def test_english_on_request(client: Client) -> None:
    answer = await client.post("/api/v1.0/users", {"mobile": "1"}, headers={"Accept-Language": "en-GB,en;q=0.9"})
    assert answer.errmsg == "Something in this request is not right"
    assert answer.fields == {
        "mobile": "Please enter a valid mobile number",
        "sms_code": "Required",
        "password": "Required",
    }


@pytest.mark.settings(limit_picture_per_ip="1/1m", limit_sms_per_mobile="1/60s")
async def test_a_limit_says_that_it_is_one(client: Client, make: Makers) -> None:
    for path in ("/api/imagecode?codeid=1", "/api/v1.0/imagecode/1"):
        await client.get(path)
        refused = await client.get(path)
        assert (refused.errno, refused.data["reason"]) == (4202, "rate_limited")
        assert str(refused.data["retry_after"]) == refused.headers["Retry-After"]
    for picture, errno in (("1", 0), ("2", 4201)):
        await make.picture(picture, "r85c")
        sent = await client.get(f"/api/v1.0/smscode/13900000000?text=r85c&id={picture}")
        assert sent.errno == errno
    assert sent.data["reason"] == "rate_limited"
