"""HEAD, ETags and compression: what a browser, a proxy and a crawler make of an answer."""

import gzip
import re
from collections.abc import Callable
from itertools import product

import brotli
import pytest

from handlers.api.routing import PUBLIC, SHARED, Route
from handlers.routes import ROUTES
from tests.client import Answer, Client, exchange, raw, read_answer
from tests.makers import HOUSE, WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NOT_SHARED = {
    "/api/pitcode", "/api/imagecode", "/api/v1.0/imagecode/<id>", "/api/v1.0/smscode/<mobile>", "/ical/<token>.ics",
    "/pay/<number>", "/design", "/livez", "/readyz", "/.well-known/security.txt",
    "/mail/verify/<token>", "/mail/unsubscribe/<token>",
}  # fmt: skip
"""Public GETs that change something, that hold a secret, that are true for a moment only, or that settings turn on."""

HEADED = [row for row in ROUTES if row.verb == "GET" and not row.has_effect]
OPENAPI = "/api/v1.0/openapi.json"


def path(row: Route, scene: Scene) -> str:
    query = ""
    if row.path.endswith("/quote"):
        stay = scene.stay()
        query = f"?sd={stay['start_date']}&ed={stay['end_date']}&guests=1"
    elif row.path == "/api/house/info":
        query = f"?house_id={scene.house_id}"
    elif row.path == "/api/v1.0/suggestions":
        query = "?q=gugong"
    known = row.path.replace("<number>", "0").replace("<user_id>", str(scene.host_id))
    return re.sub(r"<\w+>", str(scene.house_id), known) + query


def name(row: Route) -> str:
    return f"{row.verb} {row.path}"


def decoded(answer: Answer) -> bytes:
    """Tornado's client takes gzip away by itself, and says so in a header of its own."""
    if answer.headers.get("Content-Encoding") == "br":
        return brotli.decompress(answer.body)
    return answer.body


@pytest.fixture
def plain(http_port: int) -> Callable[..., object]:
    """Asks as a client that decodes nothing."""

    async def get(path: str, verb: str = "GET", **headers: str) -> Answer:
        sent = {key.replace("_", "-"): value for key, value in headers.items()}
        return read_answer(await exchange(http_port, raw(verb, path, headers=sent)))

    return get


@pytest.mark.settings(**WIDE)
async def test_head_is_get_without_its_body(scene: Scene, plain: Callable) -> None:
    for row, session, accepted in product(HEADED, ("", f"session_id={scene.host.session}"), ("identity", "br")):
        got = await plain(path(row, scene), Cookie=session, Accept_Encoding=accepted)
        head = await plain(path(row, scene), "HEAD", Cookie=session, Accept_Encoding=accepted)
        assert (head.status, head.body) == (got.status, b""), name(row)
        differ = ("X-Request-Id", "Date", "Connection")
        headers = [{k: v for k, v in each.headers.get_all() if k not in differ} for each in (head, got)]
        assert headers[0] == headers[1], name(row)
        assert int(head.headers.get("Content-Length", "0")) == len(got.body), name(row)


@pytest.mark.parametrize(
    "where", ["/api/pitcode?codeid=1", "/api/imagecode?codeid=1", "/api/v1.0/imagecode/1", "/api/logout",
              "/api/v1.0/smscode/13900000000?text=r85c&id=1"],
)  # fmt: skip
async def test_head_changes_nothing(client: Client, make: Makers, where: str) -> None:
    await make.picture("1", "r85c")
    await make.sign_in(client)
    head = await client.send("HEAD", where)
    assert (head.status, head.body) == (200, b"")
    assert "Content-Length" not in head.headers
    assert (await client.get("/api/check_login")).errno == 0
    assert (await client.get("/api/v1.0/smscode/13900000000?text=r85c&id=1")).errno == 0, "the picture is as it was"


def test_every_public_get_is_shared_or_has_a_reason_not_to_be() -> None:
    public = {row.path for row in ROUTES if row.verb == "GET" and PUBLIC in row.rules}
    assert public == {row.path for row in ROUTES if SHARED in row.rules} | NOT_SHARED
    assert all(PUBLIC in row.rules and row.verb == "GET" for row in ROUTES if SHARED in row.rules)


@pytest.mark.parametrize("row", [row for row in ROUTES if SHARED in row.rules], ids=name)
async def test_a_stranger_asks_again_by_the_etag(scene: Scene, plain: Callable, row: Route) -> None:
    where = path(row, scene)
    first = await plain(where)
    tag = first.headers["Etag"]
    assert first.status == 200
    assert "no-store" not in first.headers["Cache-Control"]
    for sent in (tag, f'"x", {tag}', tag.removeprefix("W/"), "*"):
        again = await plain(where, If_None_Match=sent)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["Etag"] == tag
        assert again.headers["Vary"] == first.headers["Vary"]
        assert again.headers["Cache-Control"] == first.headers["Cache-Control"]
    for sent in ('"x"', "x", tag[:-2] + '"'):
        assert (await plain(where, If_None_Match=sent)).status == 200
    zipped = await plain(where, Accept_Encoding="br")
    assert zipped.headers["Etag"] == tag
    assert decoded(zipped) == first.body


@pytest.mark.parametrize("row", [row for row in ROUTES if row.public and row.verb == "GET"], ids=name)
async def test_what_a_viewer_gets_is_neither_kept_nor_compressed(scene: Scene, plain: Callable, row: Route) -> None:
    """An answer that looks at neither viewer nor language has no Cookie in Vary; two look at the language alone."""
    cookie = f"session_id={scene.host.session}"
    answer = await plain(path(row, scene), Cookie=cookie, Accept_Encoding="br, gzip")
    if "Cookie" in answer.headers.get("Vary", "") and not row.path.endswith(("/docs", "/suggestions")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Etag" not in answer.headers
        assert "Content-Encoding" not in answer.headers
    elif answer.status == 200:
        stranger = await plain(path(row, scene), Accept_Encoding="br, gzip")
        assert row.path in NOT_SHARED or decoded(stranger) == decoded(answer)


@pytest.mark.parametrize("where", ["/api/house/info?house_id=999999", "/api/v1.0/houses/999999", "/houses/999999"])
async def test_a_refusal_is_not_kept(scene: Scene, plain: Callable, where: str) -> None:
    answer = await plain(where, Accept_Encoding="br", Cookie="session_id=x")
    assert answer.headers["Cache-Control"] == "no-store"
    assert not {"Etag", "Content-Encoding"} & set(answer.headers)


async def test_a_page_changes_its_etag_with_what_it_says(scene: Scene, plain: Callable) -> None:
    pages = (f"/houses/{scene.house_id}", f"/api/v1.0/houses/{scene.house_id}", "/api/v1.0/houses", "/")
    for number, where in enumerate(pages):
        before = (await plain(where)).headers["Etag"]
        changed = HOUSE | {"title": f"四合院 {number}"}
        assert (await scene.host.put(f"/api/v1.0/houses/{scene.house_id}", changed)).errno == 0
        assert (await plain(where, If_None_Match=before)).status == 200
    chinese, english = await plain("/", Accept_Language="zh"), await plain("/", Accept_Language="en")
    assert chinese.headers["Etag"] != english.headers["Etag"]
    assert {"Accept-Language", "Cookie", "Accept-Encoding"} <= set(chinese.headers["Vary"].split(", "))


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", None), ("identity", None), ("gzip", "gzip"), ("br", "br"), ("gzip, deflate, br, zstd", "br"), ("*", "br"),
        ("br;q=0", None), ("br;q=0, gzip", "gzip"), ("br;q=0.1, gzip;q=0.9", "gzip"), ("GZIP; q=1.0", "gzip"),
        ("*;q=0", None), ("*;q=0, gzip", "gzip"), ("gzip;q=0, *", "br"), ("identity;q=0", None),
        ("identity;q=0, gzip", "gzip"), ("identity, gzip;q=0.5", None), ("zstd", None), ("gzip;q=x", None),
        ("gzip;q=nan", None), ("gzip;q=2", None), (";;;,,,=", None), ("x" * 9000 + ", br", None),
        ("br" + "," * 9000, "br"),
    ],
)  # fmt: skip
async def test_the_client_chooses_the_coding(http_server: object, plain: Callable, accepted: str, coding: str) -> None:
    bodies = []
    for where in (OPENAPI, "/login", "/static/base.css", "/docs/swagger-ui.css"):
        answer = await plain(where, Accept_Encoding=accepted)
        assert answer.headers.get("Content-Encoding") == coding, where
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert int(answer.headers["Content-Length"]) == len(answer.body)
        body = gzip.decompress(answer.body) if coding == "gzip" else decoded(answer)
        assert body == (await plain(where)).body
        bodies.append((len(answer.body), len(body)))
    if coding:
        assert all(sent < whole * 0.7 for sent, whole in bodies)


async def test_what_is_small_is_compressed_only_for_who_takes_nothing_else(
    http_server: object, plain: Callable
) -> None:
    areas = "/api/v1.0/houses/index"
    assert "Content-Encoding" not in (await plain(areas, Accept_Encoding="gzip, br")).headers
    asked = await plain(areas, Accept_Encoding="gzip, identity;q=0")
    assert asked.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(asked.body) == (await plain(areas)).body


async def test_a_file_has_an_etag_for_each_coding(http_server: object, plain: Callable) -> None:
    tags = {coding: (await plain("/static/base.css", Accept_Encoding=coding)).headers["Etag"] for coding in ("", "br")}
    assert len(set(tags.values())) == 2
    for coding, tag in tags.items():
        again = await plain("/static/base.css", Accept_Encoding=coding, If_None_Match=tag)
        assert (again.status, again.body, "Content-Encoding" in again.headers) == (304, b"", False)
    whole = await plain("/static/base.css", Accept_Encoding="br")
    part = await plain("/static/base.css", Accept_Encoding="br", Range="bytes=0-99")
    assert (part.status, part.body) == (206, whole.body[:100])
    head = await plain("/static/base.css", "HEAD", Accept_Encoding="br")
    assert (head.body, head.headers["Content-Length"]) == (b"", str(len(whole.body)))
    wrong = await plain("/static/base.css", "POST")
    assert (wrong.status, wrong.headers["Allow"], wrong.errno) == (405, "GET, HEAD", 4201)


@pytest.mark.settings(cors_origins=("https://m.ihome.example",))
async def test_where_other_origins_may_read_every_answer_depends_on_the_origin(
    http_server: object, plain: Callable
) -> None:
    for origin in ({}, {"Origin": "https://m.ihome.example"}):
        assert "Origin" in (await plain("/api/v1.0/areas", **origin)).headers["Vary"].split(", ")


@pytest.mark.settings(http="tornado")
async def test_tornados_own_reader_makes_no_difference(scene: Scene, plain: Callable) -> None:
    for where in ("/", OPENAPI, "/readyz", "/static/base.css"):
        got, head = await plain(where, Accept_Encoding="br"), await plain(where, "HEAD", Accept_Encoding="br")
        assert (head.status, head.body) == (got.status, b"")
        assert head.headers["Content-Length"] == str(len(got.body))
        if "Etag" in got.headers:
            again = await plain(where, Accept_Encoding="br", If_None_Match=got.headers["Etag"])
            assert (again.status, again.body) == (304, b"")
