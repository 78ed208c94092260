"""Nothing that anybody sends is answered by a 5xx, and it never means what it does not say."""

import asyncio
import json
import random
import re
from collections import Counter
from itertools import islice

import pytest

from handlers.api.routing import Route
from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.api.site.test_access import name, path
from tests.awkward import BAD_BODIES, JSON, Wire, odd, requests
from tests.client import Client, exchange, raw, read_answer
from tests.makers import WIDE, Makers

writing = pytest.mark.parametrize("row", [row for row in ROUTES if row.verb in ("POST", "PUT")], ids=name)


def asks_for_something(row: Route) -> bool:
    """Whether its body matters: some rows are told everything by their path, some take an empty form."""
    in_path = set(re.findall(r"<(\w+)>", row.path))
    fields = row.form.model_fields if row.form else {}
    return row.upload is not None or any(field.is_required() for name, field in fields.items() if name not in in_path)


@writing
async def test_a_malformed_body_is_a_4xx_in_the_envelope(client: Client, make: Makers, row: Route) -> None:
    await make.sign_in(client)
    for what, (body, headers) in BAD_BODIES.items():
        if row.path == "/api/logout":
            await make.sign_in(client)
        answer = await client.send(row.verb, path(row), body=body, headers=headers)
        assert 200 <= answer.status < 500, what
        if asks_for_something(row):
            assert answer.errno in (4103, 4201), what


def part(disposition: str, boundary: str = "x") -> tuple[bytes, dict[str, str]]:
    """A multipart form of one part, with a right mobile and whatever stands in that part's header."""
    mobile = f'--{boundary}\r\nContent-Disposition: form-data; name="mobile"\r\n\r\n13900000000\r\n'
    odd = f"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n\r\nx\r\n--{boundary}--\r\n"
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    return (mobile + odd).encode("utf-8", "surrogateescape"), headers


@pytest.mark.parametrize("path", ["/static/base.css", "/docs/swagger-ui.css"])
async def test_a_body_that_comes_with_a_file_s_request_is_not_read(client: Client, path: str) -> None:
    """Tornado would keep all of it and parse it, which takes seconds where it is meant to."""
    plain = await client.get(path)
    body = {"Content-Type": "multipart/form-data; boundary=" + "x" * 1000}
    answer = await client.send("GET", path, body=b"--no-form", headers=body)
    assert (answer.status, answer.body) == (200, plain.body)


@pytest.mark.parametrize(
    "disposition",
    [
        "name=a; filename*=idna''x",  # a codec that takes no other errors than strict
        "name=a; filename*=undefined''x",
        "name=a; filename*=utf-8''%ff",
        f"name=a; name*{'9' * 4400}=x",  # more digits than int() takes
        f"name=a; name*{'9' * 4000}=x",
        "name=\udcff",
        "name*0*=a''b; name*1=c; name*0=d",
        '"; name="',
    ],
)
async def test_an_odd_multipart_part_is_no_fault_of_ours(client: Client, disposition: str) -> None:
    body, headers = part(disposition)
    for where in ("/api/login", "/api/v1.0/payments/notice"):
        assert (await client.post(where, body=body, headers=headers)).errno == 4103


async def test_headers_of_a_part_and_boundaries_have_bounds(client: Client) -> None:
    most = 1024 - len("\r\nContent-Disposition: form-data; name=a; b=") + 2
    for disposition, read in (("name=a; b=" + "x" * (most - 1), True), ("name=a; b=" + "x" * most, True),
                              ("name=a; b=" + "x" * (most + 1), False)):  # fmt: skip
        body, headers = part(disposition)
        fields = (await client.post("/api/login", body=body, headers=headers)).fields
        assert fields == ({"password": "必填"} if read else {})
    for boundary, read in (("-" * 69, True), ("-" * 70, True), ("-" * 71, False), ("a;b", False), ("ä", False)):
        body, headers = part("name=a", boundary)
        fields = (await client.post("/api/login", body=body, headers=headers)).fields
        assert fields == ({"password": "必填"} if read else {}), boundary


@pytest.mark.parametrize("where", ["/api/login", "/api/v1.0/payments/notice"])
async def test_a_json_object_has_as_many_fields_as_a_form(client: Client, where: str) -> None:
    for count, refused in ((99, False), (100, False), (101, True), (5_000, True)):
        answer = await client.post(where, {f"a{number}": 1 for number in range(count)})
        assert (answer.errno, answer.errmsg == "JSON 字段过多") == (4103, refused)
        assert len(answer.fields) <= 100 + 2  # with those that are missing
    names = b",".join(b'"a%d":1,"a%d":1' % (number, number) for number in range(3_000))
    for body in (b"{" + names + b"}", b'{"sign":{' + names + b"}}"):
        answer = await client.post(where, body=body, headers=JSON)
        assert (answer.errno, len(answer.fields) <= 100) == (4103, True)


async def test_the_cookie_header_has_a_bound(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    own = f"session_id={client.session}"
    for size, errno in ((8191, 0), (8192, 0), (8193, 4103)):
        answer = await client.get("/api/check_login", headers={"Cookie": f"a={'b' * (size - len(own) - 4)}; {own}"})
        assert answer.errno == errno
        assert list(answer.fields) == ([] if errno == 0 else ["Cookie"])


@pytest.mark.parametrize(
    ("cookies", "errno"),
    [
        ("{own}", 0),
        ("a=b;{own}", 0),
        (" ; ;=;a;{own} ;", 0),
        ("session_id2=x; {own}", 0),
        ("{own}; session_id=x", 0),
        ("session_id=x; {own}", 4101),
        ("xsession_id=x", 4101),
        ("Session_id={token}", 4101),
        ("a=session_id={token}", 4101),
        ('session_id="{token}"', 4101),
    ],
)
async def test_the_first_cookie_of_the_name_counts(client: Client, make: Makers, cookies: str, errno: int) -> None:
    await make.sign_in(client)
    cookie = cookies.format(own=f"session_id={client.session}", token=client.session)
    assert (await client.get("/api/check_login", headers={"Cookie": cookie})).errno == errno


OTHER_TYPES = (
    "text/plain",
    "text/html",
    "application/xml",
    "application/octet-stream",
    "application/json; charset=gbk",
    "x",
    "image/png",
    "application/jsonp",
    "application/x-www-form-urlencoded; charset=utf-16",
)


@writing
async def test_another_content_type_is_a_415(client: Client, make: Makers, row: Route) -> None:
    await make.sign_in(client)
    for content_type in OTHER_TYPES:
        answer = await client.send(row.verb, path(row), body=b"mobile=1", headers={"Content-Type": content_type})
        if row.path != "/api/logout" and row.surface is not PAGE:
            assert (answer.status, answer.errno) == (415, 4103), content_type


@pytest.mark.parametrize("size", [65_537, 200_000, 2_000_000, 20_000_000])
@pytest.mark.parametrize("chunked", [False, True])
async def test_an_oversize_body_is_a_413_in_the_envelope(
    http_server: object, http_port: int, size: int, chunked: bool
) -> None:
    body = b'{"mobile":"' + b"1" * size + b'"}'
    if chunked:
        request = raw("POST", "/api/login", body=b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
        request += b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    else:
        request = raw("POST", "/api/login", body=body)
    answer = read_answer(await exchange(http_port, request))
    assert (answer.status, answer.errno, answer.errmsg) == (413, 4103, "请求内容过大")


async def test_who_is_refused_with_a_large_body_reads_why(http_server: object, http_port: int) -> None:
    body = b" " * 10_000_000
    refusals = {
        raw("PUT", "/api/v1.0/user/name", body=body): (401, 4101),
        raw("POST", "/api/v1.0/users", body=body, headers={"Origin": "https://evil.example"}): (403, 4201),
        raw("POST", "/nowhere", body=body): (413, 4103),
        raw("PUT", "/api/login", body=body): (413, 4103),
    }
    for request, expected in refusals.items():
        answer = read_answer(await exchange(http_port, request))
        assert (answer.status, answer.errno) == expected


async def test_a_refused_request_leaves_the_connection_open(http_server: object, http_port: int) -> None:
    refused = raw("PUT", "/api/v1.0/user/name", json={"name": "x"}).replace(b"Connection: close\r\n", b"")
    received = await exchange(http_port, refused * 3 + raw("GET", "/livez"))
    assert received.count(b"HTTP/1.1 401 ") == 3
    assert received.count(b"HTTP/1.1 200 ") == 1


async def test_a_body_as_large_as_allowed_is_read(client: Client) -> None:
    body = json.dumps({"mobile": "13900000000", "password": "x", "other": "x" * 65_000}).encode()
    assert (await client.send("POST", "/api/login", body=body.ljust(65_536), headers=JSON)).errno == 4004


@pytest.mark.parametrize("password", ["0", "[]", "{}", "null", "false", '""', "[[]]", '{"$gt":""}', "1e5"])
async def test_no_odd_value_is_ever_a_right_password(client: Client, make: Makers, password: str) -> None:
    user = await make.user(password="0" * 8)
    body = f'{{"mobile":"{user.mobile}","password":{password}}}'.encode()
    answer = await client.send("POST", "/api/v1.0/sessions", body=body, headers=JSON)
    assert answer.status in (400, 401)
    assert client.session is None


@pytest.mark.parametrize(
    "query",
    ["codeid=a&codeid=b", "codeid=%ff", "codeid", "&&&", "codeid=1&" + "&".join(f"x{i}=1" for i in range(500)), "%00=1",
     "codeid=1;x", "=1", "?codeid=1", "codeid[]=1"],
)  # fmt: skip
async def test_a_malformed_query_is_a_parameter_error(client: Client, query: str) -> None:
    answer = await client.get(f"/api/imagecode?{query}")
    assert (answer.status, answer.errno) == (200, 4103)


def http(start: str, *headers: str, body: bytes = b"") -> bytes:
    return "\r\n".join([f"{start} HTTP/1.1", "Host: x", *headers, "", ""]).encode("latin-1") + body


LOGIN, CHECK, CLOSE, CHUNKED = (
    "POST /api/login",
    "GET /api/check_login",
    "Connection: close",
    "Transfer-Encoding: chunked",
)
BROKEN_HTTP = {
    "two lengths": http(LOGIN, "Content-Length: 2", "Content-Length: 3", body=b"{}"),
    "length and chunks": http(LOGIN, "Content-Length: 2", CHUNKED, body=b"0\r\n\r\n"),
    "long length": http(LOGIN, "Content-Length: " + "9" * 5_000, body=b"{}"),
    "negative length": http(LOGIN, "Content-Length: -1", body=b"{}"),
    "length in letters": http(LOGIN, "Content-Length: two", body=b"{}"),
    "folded header": http(LOGIN, "X-A: 1", " 2", "Content-Length: 2", body=b"{}"),
    "bad chunk": http(LOGIN, CHUNKED, body=b"zz\r\n{}\r\n0\r\n\r\n"),
    "empty chunks": http(LOGIN, CLOSE, CHUNKED, body=b"0\r\n\r\n"),
    "odd origin": http(LOGIN, CLOSE, "Origin: http://[::1", "Content-Length: 2", body=b"{}"),
    "no version": b"GET /livez\r\n\r\n",
    "no host": b"GET /livez HTTP/1.1\r\n\r\n",
    "no colon": http("GET /livez", "nonsense"),
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
    "NUL": http("GET /livez\0"),
    "long header": http("GET /livez", "X-A: " + "a" * 70_000),
    "many cookies": http(CHECK, CLOSE, "Cookie: " + "a=b; " * 5_000),
    "odd cookies": http(CHECK, CLOSE, 'Cookie: session_id="\\777; ;=;,'),
    "odd language": http(CHECK, CLOSE, "Accept-Language: ;;q=x,,\xff,en;q=9"),
}


@pytest.mark.settings(idle_seconds=1, body_seconds=1)
@pytest.mark.parametrize("what", BROKEN_HTTP)
async def test_broken_http_is_refused_or_cut(http_server: object, http_port: int, what: str) -> None:
    async with asyncio.timeout(10):
        received = await exchange(http_port, BROKEN_HTTP[what])
    assert not received or read_answer(received).status < 500


@pytest.mark.settings(idle_seconds=0.3, body_seconds=0.3)
@pytest.mark.parametrize(
    "start",
    [b"", b"POST /api/login HT", raw("POST", "/api/login")[:-4], raw("POST", "/api/login", json={"mobile": "1"})[:-1]],
    ids=["nothing", "half a line", "half the headers", "half the body"],
)
async def test_who_sends_too_slowly_is_cut(http_server: object, http_port: int, start: bytes) -> None:
    async with asyncio.timeout(10):
        assert await exchange(http_port, start) == b""


@pytest.mark.settings(body_seconds=0.5)
async def test_a_body_that_drips_is_cut(http_server: object, http_port: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", http_port)
    writer.write(raw("POST", "/api/login", body=b"{" * 1000)[:-999])
    async with asyncio.timeout(10):
        cut = asyncio.create_task(reader.read())
        while not cut.done():
            writer.write(b"{")
            await asyncio.wait([cut], timeout=0.05)
        assert cut.exception() or cut.result() == b""
    writer.close()


@pytest.mark.settings(connections=5)
async def test_beyond_the_bound_connections_are_closed_and_the_others_served(
    http_server: object, http_port: int
) -> None:
    held = [await asyncio.open_connection("127.0.0.1", http_port) for _ in range(5)]
    held[0][1].write(raw("GET", "/livez"))
    assert b"200 OK" in await held[0][0].read()
    held[1][1].write(raw("GET", "/livez")[:-2])
    again = [await exchange(http_port, raw("GET", "/livez")) for _ in range(2)]
    assert b"200 OK" in again[0]
    for _, writer in held:
        writer.close()


@pytest.mark.torture
@pytest.mark.settings(**WIDE)
async def test_a_hundred_thousand_odd_requests_and_no_5xx(
    http_server: object, http_port: int, make: Makers, client: Client
) -> None:
    chance, seen = random.Random(20261121), Counter[int]()
    for _ in range(1_000):
        await make.sign_in(client)
        batch = b"".join(odd(chance, client.session) for _ in range(100))
        received = await exchange(http_port, batch + raw("GET", "/livez"))
        statuses = [int(part[:3]) for part in received.split(b"HTTP/1.1 ")[1:]]
        assert len(statuses) == 101
        assert max(statuses) < 500
        seen.update(statuses)
    assert seen[200] > 10_000


@pytest.mark.settings(**WIDE, trusted_proxies="127.0.0.0/8")
async def test_requests_as_large_as_they_may_be_are_no_fault_of_ours(http_server: object, http_port: int) -> None:
    wire = Wire(http_port)
    for what, request in islice(requests(seed=3), len(ROUTES)):
        assert await wire.exchange(request) < 500, what
    await wire.close()
