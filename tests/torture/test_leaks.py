"""A thousand sign-ups with identity numbers, then a search of all that was kept for secrets (promises 7 and 11)."""

import asyncio
import re
import secrets
from collections.abc import Callable

import pymysql
import pytest
from redis.asyncio import Redis
from tornado.httpclient import AsyncHTTPClient

from config import Config
from tests.aliyun import KEY_ID, KEY_SECRET, AliyunService
from tests.client import Client
from tests.live import LiveServer
from tests.makers import WIDE, Makers, identity_number, mobile
from utils.mysql import connection_options

pytestmark = pytest.mark.torture
PEOPLE = 1_000


@pytest.mark.settings(**WIDE)
async def test_nothing_that_is_kept_can_be_used(
    start_server: Callable[..., LiveServer], make: Makers, store: Redis, config: Config
) -> None:
    service = AliyunService()
    templates = {f"aliyun_sms_template_{purpose}": f"SMS_{purpose}" for purpose in ("register", "login", "reset")}
    server = start_server(
        sms="aliyun",
        aliyun_access_key_id=KEY_ID,
        aliyun_access_key_secret=KEY_SECRET,
        aliyun_sms_endpoint=service.endpoint,
        aliyun_sms_sign_name="爱家",
        log_level="debug",
        **templates,
    )
    found: dict[str, set[str]] = {
        "mobile": set(),
        "password": set(),
        "SMS code": set(),
        "session": set(),
        "card": set(),
    }

    async def sign_up(number: int) -> None:
        client, person = Client(AsyncHTTPClient(), server.base_url), mobile()
        password, card = secrets.token_urlsafe(12), identity_number(number)
        text = await make.picture(f"p{number}")
        request = {"mobile": person, "id": f"p{number}", "text": text}
        assert (await client.post("/api/smscode", request)).errno == 0
        code = service.code_for(person)
        wrong = {"mobile": person, "phonecode": f"{(int(code) + 1) % 10**6:06}", "password": password}
        assert (await client.post("/api/register", wrong | {"password2": password})).errno == 4004
        right = wrong | {"phonecode": code, "password2": password}
        assert (await client.post("/api/register", right)).errno == 0
        first = client.session or ""
        assert (await client.post("/api/profile/auth", {"real_name": "张三", "id_card": card})).errno == 0
        assert (await client.post("/api/profile/auth", {"real_name": "张三", "id_card": card})).errno == 4003
        assert (await client.post("/api/login", {"mobile": person, "password": password})).errno == 0
        await client.get(f"/api/v1.0/smscode/{person}?text=abcd&id=none")
        for answer in [await client.get(path) for path in ("/api/profile", "/api/profile/auth", "/api/v1.0/user")]:
            assert card.encode() not in answer.body
        for kind, value in zip(found, (person, password, code, first, card), strict=True):
            found[kind].add(value)
        found["session"].add(client.session or "")

    for start in range(0, PEOPLE, 20):
        await asyncio.gather(*(sign_up(number) for number in range(start, start + 20)))
    await service.close()
    server.stop()

    places = {
        "log": server.log.read_text(),
        "MariaDB": _dump(config.database_url or ""),
        "Redis": await _everything(store),
    }
    assert all(len(text) > 100_000 for text in places.values())
    words = {place: set(re.findall(r"[A-Za-z0-9_-]+", text)) for place, text in places.items()}
    for kind, values in found.items():
        assert len(values) >= PEOPLE * 0.99
        for place in places:
            if (kind, place) == ("mobile", "MariaDB"):
                continue
            assert not values & words[place], f"a {kind} in {place}"


def _dump(url: str) -> str:
    with pymysql.connect(**connection_options(url)) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW TABLES")
        text = ""
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT * FROM `{table}`")  # noqa: S608
            text += "\n".join("\t".join(_readable(column) for column in row) for row in cursor.fetchall())
    return text


def _readable(value: object) -> str:
    """As somebody would look for text in it; the fractions of seconds are no codes."""
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return str(value).partition(".")[0] if hasattr(value, "microsecond") else str(value)


async def _everything(store: Redis) -> str:
    """Every key and value, but the moments that limits count and the fractions of seconds."""
    parts = []
    for key in await store.keys():
        kind = await store.type(key)
        if kind == "string":
            parts.append(re.sub(r"\.\d+", "", f"{key}\t{await store.get(key)}"))
        elif kind == "hash":
            parts.append(f"{key}\t{await store.hgetall(key)}")
        else:
            parts.append(f"{key}\t{await store.zrange(key, 0, -1)}")
    return "\n".join(parts)
