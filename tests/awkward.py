"""Two generators of requests: `requests`, as large as the bounds allow and awkward to read; `odd`, with odd values."""

import asyncio
import json
import random
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import quote_from_bytes, urlencode

from handlers.api.routing import Route
from handlers.routes import ROUTES
from tests.client import raw
from tests.makers import PASSWORD, identity_number

HEADERS_SENT = 90
HEADER_BYTES, BODY_BYTES = 15_000, 64 * 1024
"""What a header, a path or a query holds beside the other headers; what a body holds."""

UNITS = (
    " ", ";", ",", '"', "'", "[", "]", "{", "(", "<", "=", "&", "%", "\\", "/", "-", "*", ".", ":", "|", "\t", "0", "9",
    "a", "A", "_", "; ", ", ", '",', '";', "=;", '=";', "a=", "a;", "--", "\r\n", "W/", "q=0,", "%ed%a0%80", "\\ud800",
    "e9", "-9", "é", "中", "\u0301\u0316", "\u0316\u0301\u0327", "ﷺ", "㌔", "İ", "\U0001f468\u200d", "\ufeff", "\x00",
    "\\u0000", "\\", "*0*=utf-8''", "a*1=",
)  # fmt: skip
STARTS = ("", '"', "a", "session_id=", "bytes=", "[", '{"a":')
ENDS = ("", "x", '"', ";", "]")
HEADERS = (
    "Accept-Language", "Accept-Encoding", "Accept", "Cookie", "X-Forwarded-For", "X-Forwarded-Proto", "If-None-Match",
    "If-Modified-Since", "Range", "Origin", "Sec-Fetch-Site", "Content-Type", "Idempotency-Key", "User-Agent",
    "Authorization", "Expect", "Host", "Referer",
)  # fmt: skip
FILES = ("/static/base.css", "/static/000000000000/site.js", "/docs/swagger-ui.css", "/media/house/x.jpg", "/nowhere")


def requests(seed: int) -> Iterator[tuple[str, bytes]]:
    """Endless requests with a name for each; every row meets every place in turn."""
    chance = random.Random(seed)
    yield from _known()
    while True:
        for row in ROUTES:
            for place in ("header", "headers", "path", "query", "form", "json", "multipart"):
                text = _run(chance, HEADER_BYTES if place in ("header", "path", "query") else BODY_BYTES)
                yield _request(chance, row, place, text)
        for path in FILES:
            yield _message(f"{path} header", "GET", path, _header(chance, _run(chance, HEADER_BYTES)))
            boundary = f"multipart/form-data; boundary=x{_run(chance, HEADER_BYTES)}"
            body = _run(chance, BODY_BYTES).encode()
            yield _message(f"{path} body", "GET", path, [_one_line(f"Content-Type: {boundary}")], body)


def _known() -> Iterator[tuple[str, bytes]]:
    """What once took seconds."""
    spaces = b"Cookie: session_id=" + b" " * HEADER_BYTES + b"x"
    yield _message("spaces in a cookie", "GET", "/api/check_login", [spaces])
    boundary = b"x" + b"-" * 14_000
    body = b"-" * BODY_BYTES
    content_type = b"Content-Type: multipart/form-data; boundary=" + boundary
    names = b",".join(b'"a%d":1' % number for number in range(6_000))
    content_json = b"Content-Type: application/json"
    yield _message("many fields", "POST", "/api/v1.0/payments/notice", [content_json], b"{" + names + b"}")
    yield _message("a long boundary", "POST", "/api/login", [content_type], body)
    yield _message("a long boundary for a file", "GET", "/static/base.css", [content_type], body)


def _run(chance: random.Random, length: int) -> str:
    """A run of one unit, between something that may open it and something that may not close it."""
    unit = chance.choice(UNITS)
    whole = unit * (length // len(unit.encode()))
    return chance.choice(STARTS) + whole + chance.choice(ENDS)


def _request(chance: random.Random, row: Route, place: str, text: str) -> tuple[str, bytes]:
    path = _path(row)
    name = f"{row.verb} {row.path} {place} {text[:24]!a}"
    content, headers = b"", []
    match place:
        case "header":
            headers = _header(chance, text)
        case "headers":
            headers = [
                _one_line(f"{chance.choice(('a', 'cookie', 'x-forwarded-for'))}: {text[:300]}")
                for _ in range(HEADERS_SENT)
            ]
        case "path":
            path = re.sub(r"<\w+>", lambda _: _quoted(chance, text), row.path) if "<" in row.path else path + text[:0]
        case "query":
            path += f"?{_field(chance, row)}={_quoted(chance, text)}"
        case "form":
            content = f"{_field(chance, row)}={_quoted(chance, text)}".encode()[:BODY_BYTES]
            headers = [b"Content-Type: application/x-www-form-urlencoded"]
        case "json":
            content, headers = _json(chance, _field(chance, row), text), [b"Content-Type: application/json"]
        case "multipart":
            content, headers = _multipart(chance, _field(chance, row), text)
    return _message(name, row.verb, path, headers, content)


def _path(row: Route) -> str:
    """With something well-formed in the place of `<…>`."""
    return re.sub(r"<\w+>", "13900000000", row.path)


def _message(name: str, verb: str, path: str, headers: list[bytes], content: bytes = b"") -> tuple[str, bytes]:
    own = [b"Content-Length: %d" % len(content)]
    if not any(header.lower().startswith(b"host:") for header in headers):
        own.append(b"Host: 127.0.0.1")
    return name, b"\r\n".join([f"{verb} {path} HTTP/1.1".encode(), *own, *headers, b"", content])


def _field(chance: random.Random, row: Route) -> str:
    names = ["x"]
    for name, field in row.form.model_fields.items() if row.form else ():
        choices = getattr(field.validation_alias, "choices", None)
        names += [str(each) for each in choices] if choices else [name]
    return chance.choice(names)


def _one_line(text: str) -> bytes:
    return re.sub(rb"[\x00\r\n]", b" ", text.encode())


def _quoted(chance: random.Random, text: str) -> str:
    """As it is where the parser takes it, or escaped."""
    if chance.random() < 0.5:
        return re.sub(r"[^!-~]|[?#]", "", text)
    return quote_from_bytes(text.encode()[: HEADER_BYTES // 3])


def _header(chance: random.Random, text: str) -> list[bytes]:
    return [_one_line(f"{chance.choice(HEADERS)}: {text}")]


def _json(chance: random.Random, name: str, text: str) -> bytes:
    escaped = text.replace('"', '\\"').replace("\t", "\\t").replace("\r\n", "\\r\\n").replace("\x00", "\\u0000")
    return chance.choice(
        (
            f'{{"{name}":"{escaped}"}}',
            f'{{"{name}":{text}}}',
            f'{{"{name}":[{",".join(["1"] * 30_000)}]}}',
            f'{{"{name}":[{",".join(["{}"] * 20_000)}]}}',
            f'{{"{name}":{"[" * 1000}{"]" * 1000}}}',
            f"{{{','.join(f'{chr(34)}a{number}{chr(34)}:1' for number in range(6_000))}}}",
            f'{{"{escaped[:20_000]}":"{escaped[:20_000]}","{name}":"{escaped[:20_000]}"}}',
        )
    ).encode()[:BODY_BYTES]


def _multipart(chance: random.Random, name: str, text: str) -> tuple[bytes, list[bytes]]:
    boundary = chance.choice(("x", "-" * 70, "x" + "-" * 69, "x" + "-" * 14_000, text[:14_000]))
    line, value = _one_line(boundary).strip(), text.encode()[: chance.choice((100, BODY_BYTES // 2))]
    disposition = chance.choice(
        (
            f'form-data; name="{name}"',
            f"form-data; name={text[:9_000]}",
            f"form-data; name=\"{name}\"; filename*=idna''{text[:3_000]}",
            f"form-data; name=\"{name}\"; filename*=punycode''{'a' * 3_000}",
            f"form-data; name*{'9' * 5_000}=x",
            f"form-data; {text[:9_000]}",
        )
    )
    part = b"--%b\r\nContent-Disposition: %b\r\n\r\n%b\r\n" % (line, _one_line(disposition), value)
    body = chance.choice((part, part * 2, b"-" * 40_000 + part, part + (b"--" + line)[:-1] * 500))
    content = body[:BODY_BYTES] + b"--%b--" % line + chance.choice((b"", b"\r\n", b"-" * 20_000))
    return content, [b"Content-Type: multipart/form-data; boundary=" + line]


JSON = {"Content-Type": "application/json"}
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
FIELDS = (
    "mobile",
    "password",
    "password2",
    "sms_code",
    "id",
    "text",
    "name",
    "real_name",
    "id_card",
    "old_password",
    "purpose",
)


def everywhere(value: str) -> bytes:
    """A JSON object with the same raw value in every field that any form knows."""
    return ("{" + ",".join(f'"{field}":{value}' for field in FIELDS) + "}").encode()


BAD_BODIES = {
    "deep array": (b"[" * 60_000, JSON),
    "deep object": (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, JSON),
    "deep value": (everywhere("[" * 5_000 + "]" * 5_000), JSON),
    "5,000 digits": (everywhere("1" * 5_000), JSON),
    "exponent": (everywhere("1e999"), JSON),
    "bad UTF-8": (b'{"mobile":"\xff\xfe"}', JSON),
    "NaN": (everywhere("NaN"), JSON),
    "lone surrogate": (everywhere('"\\ud800"'), JSON),
    "NUL": (everywhere('"\\u0000"'), JSON),
    "zero": (everywhere("0"), JSON),
    "negative": (everywhere("-1"), JSON),
    "true": (everywhere("true"), JSON),
    "null": (everywhere("null"), JSON),
    "array": (everywhere("[]"), JSON),
    "object": (everywhere("{}"), JSON),
    "operator": (everywhere('{"$ne":""}'), JSON),
    "empty": (b"", JSON),
    "white space": (b" \n", JSON),
    "no object": (b"[]", JSON),
    "text": (b'"x"', JSON),
    "comment": (b'{"mobile":1,/**/}', JSON),
    "half": (b'{"mobile":"1390', JSON),
    "duplicate key": (b'{"mobile":"1","mobile":"2"}', JSON),
    "byte order mark": (b"\xef\xbb\xbf{}", JSON),
    "UTF-16": ('{"mobile":"1"}'.encode("utf-16"), JSON),
    "NUL bytes": (b"\0" * 1000, JSON),
    "ten thousand fields": ("&".join(f"a{i}=1" for i in range(10_000)).encode()[:65_000], FORM),
    "ten thousand times one field": (b"&".join([b"mobile=1"] * 7_000), FORM),
    "bad escape": (b"mobile=%zz&password=%", FORM),
    "bad UTF-8 escape": (b"mobile=%ff&password=%fe", FORM),
    "bad UTF-8 form": (b"mobile=\xff", FORM),
    "NUL form": (b"mobile=%00&password=%00", FORM),
    "no form": (b"\0\1\2", FORM),
    "twice": (b"mobile=13900000000&mobile=13900000001&password=x", FORM),
    "no boundary": (b"x", {"Content-Type": "multipart/form-data"}),
    "no end": (b'--x\r\nContent-Disposition: form-data; name="mobile"\r\n\r\n1', MULTIPART),
    "no disposition": (b"--x\r\n\r\n1\r\n--x--", MULTIPART),
    "many parts": (
        b"".join(b'--x\r\nContent-Disposition: form-data; name="f"\r\n\r\n1\r\n' for _ in range(500)),
        MULTIPART,
    ),
    "bad UTF-8 part": (b'--x\r\nContent-Disposition: form-data; name="mobile"\r\n\r\n\xff\r\n--x--\r\n', MULTIPART),
    "empty multipart": (b"", MULTIPART),
}


STAYING = [
    row for row in ROUTES if "logout" not in row.path and (row.verb, row.path) != ("DELETE", "/api/v1.0/session")
]
SEGMENTS = ["%00", "..", "a" * 100, "13900000000", "%F0%9F%8F%A0", "1", "a" * 64]
QUERIES = [
    "?sd=2027-03-01&ed=2027-03-03&guests=x",
    "?facilities[]=1&facilities[]=3",
    "?q=%E3%85%A4",
    "",
    "?codeid=1",
    "?codeid=%ff",
    "?&&&&&",
    "?text=abcd,id=b",
    "?id=1&text=abcd",
]
OTHER_FIELDS = ("title", "price", "district", "facility", "facility[]", "facility[0]", "blocked", "ranges", "images")
OTHER_FIELDS += ("sd", "ed", "start_date", "end_date", "guests", "house_id", "order_id", "comment", "reply", "action")
OTHER_FIELDS += ("weekend_price", "lat", "lng", "q", "aid", "min_days", "max_days", "url", "online", "size", "after")
VALUES: dict[str, list[Any]] = {
    field: ["0", "[]", "{}", "null", "1e400", "x", "\0", "🏠", "\ud800", "9" * 400, 0, 1.5, None, [], {}]
    for field in FIELDS + OTHER_FIELDS
}
for field in OTHER_FIELDS:
    VALUES[field] += [
        "1",
        1,
        [1],
        "1,3",
        "[1,3]",
        "2027-03-01",
        "2027-03-04",
        "{}",
        '[{"price":1}]',
        "\u3164",
        "👨\u200d👩",
        [{}],
    ]
for field, good in {
    "mobile": "13900000000",
    "sms_code": "111111",
    "id": "p",
    "text": "abcd",
    "purpose": "login",
}.items():
    VALUES[field] += [good] * 15
for field in ("password", "password2", "old_password", "name", "real_name"):
    VALUES[field] += [PASSWORD] * 15
VALUES["id_card"] += [identity_number(number) for number in range(15)]


def odd(chance: random.Random, session: str | None) -> bytes:
    """A request that is fine as HTTP and odd in some other way; often it comes as far as the rules and the stores."""
    row = chance.choice(STAYING)
    verb = row.verb if chance.random() < 0.9 else chance.choice(["GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    where = _path(row).replace("13900000000", chance.choice(SEGMENTS)) + chance.choice(QUERIES)
    if chance.random() < 0.7:
        fields = FIELDS + tuple(chance.sample(OTHER_FIELDS, 12))
        body, headers = json.dumps({field: chance.choice(VALUES[field]) for field in fields}).encode(), JSON
    elif chance.random() < 0.5:
        pairs = [(field, str(chance.choice(VALUES[field]))) for field in chance.choices(OTHER_FIELDS, k=12)]
        body, headers = urlencode(pairs, errors="surrogatepass").encode(), FORM
    else:
        body, headers = chance.choice(list(BAD_BODIES.values()))
        body = body[:2_000]
    request = raw(verb, where, body=body, session=session, headers=headers)
    return request.replace(b"Connection: close\r\n", b"")


class Wire:
    """A connection that is opened anew when the server closes it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._writer: asyncio.StreamWriter | None = None

    async def exchange(self, request: bytes) -> int:
        """The status of the answer, which is read to its end."""
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        self._writer.write(request)
        head = await self._reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        if length and b" 304 " not in head[:15] and not request.startswith(b"HEAD"):
            await self._reader.readexactly(int(length[1]))
        if b"connection: close" in head.lower():
            await self.close()
        return int(head[9:12])

    async def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
            with suppress(ConnectionError):
                await self._writer.wait_closed()
            self._writer = None
