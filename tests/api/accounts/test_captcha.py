"""Picture codes."""

from urllib.parse import quote

import pytest
from redis.asyncio import Redis

from tests.client import Client
from tests.makers import Makers, mobile

HOSTILE = [
    "",
    "../etc",
    "a b",
    "a\0",
    "a%0d%0aSet-Cookie:x",
    "x" * 65,
    "x" * 10_000,
    "图",
    "a:b",
    "session:1",
    "１２３",
]


async def test_the_same_id_again_replaces_the_picture(client: Client, make: Makers) -> None:
    await client.get("/api/imagecode?codeid=abc")
    await client.get("/api/imagecode?codeid=abc")
    first, second = (picture["text"] for picture in make.drawn_pictures())
    assert first != second
    sent = await client.post("/api/smscode", {"mobile": mobile(), "codeid": "abc", "text": second})
    assert sent.errno == 0


async def test_the_texts_have_no_look_alikes(client: Client, make: Makers) -> None:
    for number in range(30):
        await client.get(f"/api/imagecode?codeid={number}")
    texts = [picture["text"] for picture in make.drawn_pictures()]
    assert all(len(text) == 4 for text in texts)
    assert not set("il1o0") & set("".join(texts))
    assert len(set(texts)) > 25


@pytest.mark.parametrize("picture_id", HOSTILE, ids=range(len(HOSTILE)))
async def test_a_hostile_id_is_refused_and_touches_nothing(client: Client, store: Redis, picture_id: str) -> None:
    before = await store.keys()
    sent = quote(picture_id, safe="")
    for path in (f"/api/imagecode?codeid={sent}", f"/api/imagecode?codeid=1&precodeid={sent or '%20'}"):
        answer = await client.get(path)
        assert answer.errno == 4103
        assert list(answer.fields) == ["precodeid" if "precodeid" in path else "codeid"]
    answer = await client.get(f"/api/v1.0/imagecode/{sent}")
    assert answer.status in (400, 404)
    body = {"mobile": mobile(), "piccode_id": picture_id, "piccode": "abcd"}
    assert (await client.post("/api/smscode", body)).errno == 4103
    assert await store.keys() == [*before]


async def test_thirty_pictures_a_minute_from_one_address(client: Client) -> None:
    for number in range(30):
        assert (await client.get(f"/api/imagecode?codeid={number}")).body.startswith(b"\xff\xd8")
    refused = await client.get("/api/v1.0/imagecode/31")
    assert (refused.status, refused.errno) == (429, 4202)
    assert int(refused.headers["Retry-After"]) == refused.data["retry_after"] <= 60


async def test_pictures_and_limits_end_by_themselves(client: Client, store: Redis) -> None:
    await client.get("/api/imagecode?codeid=abc")
    assert 170 < await store.ttl("picture:abc") <= 180
    assert all([await store.ttl(key) > 0 for key in await store.keys()])
