"""Drafts of houses: kept, changed, published, and seen by nobody else."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from services import jobs
from services.deps import Deps
from tests.client import Client, race, raw
from tests.conftest import Clock
from tests.makers import HOUSE, WIDE, Makers

NewClient = Callable[[], Client]
PATH = "/api/v1.0/user/house-drafts"
CONTENT = {"title": "小院", "price": "三百九", "facility": "1,3"}


async def a_draft(client: Client, content: dict[str, str] | None = None) -> int:
    answer = await client.post(PATH, {"content": CONTENT if content is None else content})
    assert (answer.status, answer.errno) == (201, 0), answer.json
    return int(answer.data["draft_id"])


async def test_a_draft_is_kept_as_it_was_typed(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    ids = [await a_draft(client), await a_draft(client, {})]
    listed = (await client.get(PATH)).data["drafts"]
    assert [(each["draft_id"], each["content"], each["version"]) for each in listed] == [
        (ids[1], {}, 1),
        (ids[0], CONTENT, 1),
    ]
    assert (await client.get(f"{PATH}/{ids[0]}")).data == listed[1]
    form = await client.post(PATH, form={"content": '{"title": "一"}'})
    assert (await client.get(f"{PATH}/{form.data['draft_id']}")).data["content"] == {"title": "一"}


async def test_a_change_counts_the_version_and_none_is_lost(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    path = f"{PATH}/{await a_draft(client)}"
    first = await client.put(path, {"content": {"title": "一"}, "version": 1})
    assert (first.errno, first.data["version"]) == (0, 2)
    late = await client.put(path, {"content": {"title": "二"}, "version": 1})
    assert (late.status, late.errno, late.errmsg) == (409, 4004, "草稿已在别处修改，请重新打开")
    shown = (await client.get(path)).data
    assert (shown["content"], shown["version"]) == ({"title": "一"}, 2)


@pytest.mark.settings(**WIDE)
async def test_of_two_changes_at_once_one_wins(client: Client, make: Makers, http_port: int) -> None:
    await make.sign_in(client)
    path = f"{PATH}/{await a_draft(client)}"
    bodies = [{"content": {"title": f"{number}"}, "version": 1} for number in range(5)]
    answers = await race(http_port, [raw("PUT", path, json=body, session=client.session) for body in bodies])
    assert Counter(answer.status for answer in answers) == {200: 1, 409: 4}
    [winner] = [body for body, answer in zip(bodies, answers, strict=True) if answer.status == 200]
    assert (await client.get(path)).data["content"] == winner["content"]


async def test_nobody_else_knows_of_a_draft(new_client: NewClient, make: Makers) -> None:
    host, other = new_client(), new_client()
    await make.host(host)
    await make.host(other)
    path = f"{PATH}/{await a_draft(host)}"
    attempts = [
        await other.get(path),
        await other.put(path, {"content": {}, "version": 1}),
        await other.delete(path),
        await other.post(f"{path}/house", HOUSE),
    ]
    assert [(answer.status, answer.errmsg) for answer in attempts] == [(404, "草稿不存在，或已经发布")] * 4
    assert (await other.get(PATH)).data["drafts"] == []
    assert (await host.get(path)).data["content"] == CONTENT
    assert await make.rows("SELECT id FROM houses") == []


@pytest.mark.parametrize(
    "content",
    [None, [], "x", "[]", '{"a": "1", "a": "2"}', {"a": 1}, {"a": None}, {"a": ["x"]}, {"": "x"}, {"a" * 33: "x"},
     {f"a{number}": "x" for number in range(51)}, {"a": "字" * 5500}],
    ids=lambda content: str(content)[:20],
)  # fmt: skip
async def test_what_is_no_draft_or_too_long_is_refused(client: Client, make: Makers, content: object) -> None:
    await make.sign_in(client)
    answer = await client.post(PATH, {"content": content})
    assert (answer.status, answer.errno, list(answer.fields)) == (400, 4103, ["content"])
    path = f"{PATH}/{await a_draft(client)}"
    answer = await client.put(path, {"content": content, "version": 1})
    assert (answer.status, list(answer.fields)) == (400, ["content"])
    assert (await client.get(path)).data["content"] == CONTENT


async def test_texts_of_other_alphabets_and_markup_come_back(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    odd = {"title": "<svg onload=alert(1)> %s ' \" \\ 🏠\n\0\u202e", "规则": "x" * 16_000}
    assert (await client.get(f"{PATH}/{await a_draft(client, odd)}")).data["content"] == odd


@pytest.mark.settings(**WIDE)
async def test_a_host_has_ten_drafts_at_most_also_at_once(client: Client, make: Makers, http_port: int) -> None:
    await make.sign_in(client)
    for _ in range(7):
        await a_draft(client)
    request = raw("POST", PATH, json={"content": {}}, session=client.session)
    answers = await race(http_port, [request] * 8)
    assert Counter(answer.status for answer in answers) == {201: 3, 409: 5}
    refused = await client.post(PATH, {"content": {}})
    assert refused.errmsg == "最多保留 10 份草稿，请先发布或删除一份"
    newest = (await client.get(PATH)).data["drafts"][0]
    assert (await client.delete(f"{PATH}/{newest['draft_id']}")).errno == 0
    assert (await client.delete(f"{PATH}/{newest['draft_id']}")).status == 404
    await a_draft(client)


@pytest.mark.settings(limit_draft_per_user="2/1m")
async def test_saving_has_a_limit(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    path = f"{PATH}/{await a_draft(client)}"
    assert (await client.put(path, {"content": {}, "version": 1})).errno == 0
    assert (await client.put(path, {"content": {}, "version": 2})).status == 429


async def test_a_draft_becomes_a_house_that_waits_offline(new_client: NewClient, make: Makers) -> None:
    host, guest = new_client(), new_client()
    await make.host(host)
    draft_id = await a_draft(host)
    terms = {"weekend_price": 49900, "cleaning_fee": 8000, "cancellation": "strict"}
    answer = await host.post(f"{PATH}/{draft_id}/house", HOUSE | terms)
    assert (answer.status, answer.errno) == (201, 0)
    assert (await host.get(PATH)).data["drafts"] == []
    path = f"/api/v1.0/houses/{answer.data['house_id']}"
    house = (await host.get(path)).data["house"]
    assert (house["title"], house["online"]) == (HOUSE["title"], False)
    assert (await guest.get(path)).status == 404
    prices = (await host.get(f"{path}/prices")).data
    assert {name: prices[name] for name in terms} == terms
    assert (await host.put(f"{path}/status", {"online": True})).errno == 0
    assert (await guest.get(path)).status == 200


async def test_a_draft_keeps_whether_the_house_can_be_booked_instantly(client: Client, make: Makers) -> None:
    await make.host(client)
    for chosen in (True, False):
        draft_id = await a_draft(client, {"instant": "true"} if chosen else {})
        page = (await client.get(f"/host/new?draft={draft_id}")).body.decode()
        [box] = re.findall('<input type="checkbox" name="instant"[^>]*>', page)
        assert ("checked" in box) is chosen
        answer = await client.post(f"{PATH}/{draft_id}/house", HOUSE | ({"instant": "true"} if chosen else {}))
        house = (await client.get(f"/api/v1.0/houses/{answer.data['house_id']}")).data["house"]
        assert house["instant"] is chosen
    edited = (await client.get(f"/host/houses/{house['house_id']}")).body.decode()
    assert 'name="instant"' not in edited, "a house that is published has a switch of its own"


async def test_a_house_that_cannot_be_published_leaves_the_draft(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    path = f"{PATH}/{await a_draft(client)}"
    wrong = await client.post(f"{path}/house", HOUSE | {"price": 0, "area_id": 99, "weekend_price": "x"})
    assert sorted(wrong.fields) == ["area_id", "price", "weekend_price"]
    unnamed = await client.post(f"{path}/house", HOUSE)
    assert (unnamed.status, unnamed.errmsg) == (403, "请先完成实名认证")
    assert (await client.get(path)).data["content"] == CONTENT
    assert await make.rows("SELECT id FROM houses") == []


@pytest.mark.settings(**WIDE)
async def test_a_draft_is_published_once_also_by_two_clicks(client: Client, make: Makers, http_port: int) -> None:
    await make.host(client)
    path = f"{PATH}/{await a_draft(client)}/house"
    answers = await race(http_port, [raw("POST", path, json=HOUSE, session=client.session)] * 5)
    assert Counter(answer.status for answer in answers) == {201: 1, 404: 4}
    assert len(await make.rows("SELECT id FROM houses")) == 1
    assert len(await make.rows("SELECT house_id FROM listings")) == 1


async def test_a_worker_deletes_drafts_that_nobody_has_changed_for_long(
    client: Client, make: Makers, deps: Deps, clock: Clock
) -> None:
    await make.sign_in(client)
    old, changed = await a_draft(client), await a_draft(client)
    clock.ahead = timedelta(days=90)
    await client.put(f"{PATH}/{changed}", {"content": {}, "version": 1})
    assert await jobs.JOBS["drafts"](deps) == 0
    clock.ahead = timedelta(days=180, minutes=1)
    assert await jobs.JOBS["drafts"](deps) == 1
    assert [each["draft_id"] for each in (await client.get(PATH)).data["drafts"]] == [changed]
    assert (await client.get(f"{PATH}/{old}")).status == 404


# -- prices of similar homes


@pytest.mark.settings(**WIDE)
async def test_a_price_is_suggested_from_similar_homes(client: Client, make: Makers) -> None:
    await make.host(client)
    similar = {"area_id": 3, "room_count": 2, "capacity": 4}
    query = "/api/v1.0/user/price-suggestion?area_id=3&room_count=2&capacity=4"
    for price in (10000, 20000, 30000):
        await make.house(client, price=price, **similar)
    assert (await client.get(query)).data == {"house_count": 3, "low": None, "high": None}
    for other in ({"area_id": 1}, {"room_count": 3}, {"capacity": 7}, {"capacity": 1}):
        await make.house(client, price=99900, **similar | other)
    await make.house(client, price=40000, **similar | {"capacity": 6})
    await make.house(client, price=50000, **similar | {"capacity": 2})
    assert (await client.get(query)).data == {"house_count": 5, "low": 20000, "high": 40000}
    wrong = await client.get("/api/v1.0/user/price-suggestion?area_id=x")
    assert sorted(wrong.fields) == ["area_id", "capacity", "room_count"]
