"""What a message may hold, and how much of it; races of both members."""

import asyncio
import json
from collections import Counter
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from services.deps import Deps
from services.events import planning
from services.houses import pictures as stored
from services.messages import pictures, system_lines
from tests.api.messages.talk import begin, events, said, say, texts, threads
from tests.client import Client, race, raw
from tests.makers import WIDE, Makers
from tests.pictures import form, opened, with_gps
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def picture_id(who: Client, thread: int) -> int:
    body, headers = form(with_gps(), "image")
    answer = await who.post(f"/api/v1.0/threads/{thread}/images", body=body, headers=headers)
    assert answer.status == 201, answer.json
    return int(answer.data["image_id"])


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "😀" * 2000,
        "a" * 2000,
        "{{ 7*7 }} %s %(x)s \\ ' \" ; --",
        "一\n\n二",
        "👨‍👩‍👧‍👦 مرحبا",
    ],
)
async def test_every_visible_text_arrives_as_it_was(scene: Scene, text: str) -> None:
    thread = await begin(scene)
    assert (await say(scene.guest, thread, text)).errno == 0
    assert await texts(scene.host, thread) == [text]
    assert (await threads(scene.host))[0]["last"]["text"] == text


@pytest.mark.parametrize(
    "body",
    [
        {"text": "a" * 2001},
        {"text": "\u202eevil"},
        {"text": "\u200b"},
        {"text": "e" + "\u0301" * 5},
        {"text": "   "},
        {"text": 1},
        {"text": ["x"]},
        {"text": "x", "client_id": "1"},
        {"text": "x", "client_id": "0B7F6D0E-6F0C-4D3A-9D43-6F4F3A1F0C11"},
        {"text": "x", "images": [1, 1]},
        {"text": "x", "images": list(range(1, 12))},
        {"text": "x", "images": [999_999]},
        {"text": "x", "images": {"a": 1}},
    ],
)
async def test_what_cannot_be_a_message_is_refused(scene: Scene, body: dict[str, Any]) -> None:
    thread = await begin(scene)
    sent = {"client_id": str(uuid4())} | body
    answer = await scene.guest.post(f"/api/v1.0/threads/{thread}/messages", sent)
    assert (answer.status, answer.errno) == (400, 4103), answer.json
    assert await texts(scene.guest, thread) == []
    assert await events(scene.host, "message.sent") == []


async def test_contact_data_is_warned_of_until_a_stay_is_paid(scene: Scene) -> None:
    thread = await begin(scene)
    first = (await say(scene.guest, thread, "加我微信 abc_12345，https://a.example/")).data["message"]
    assert (first["warning"], first["links"]) == (True, [])
    assert [message["warning"] for message in await said(scene.host, thread)] == [True]
    assert (await say(scene.host, thread, "好的")).data["message"]["warning"] is False
    order = await scene.paid()
    second = (await say(scene.guest, thread, "13800138000 https://a.example/")).data["message"]
    assert (second["warning"], second["links"]) == (False, [{"text": "https://a.example/", "host": "a.example"}])
    assert [bool(message["links"]) for message in await said(scene.host, thread)] == [True, False, True]
    await scene.do(scene.guest, order, "cancel")
    assert [bool(message["links"]) for message in await said(scene.host, thread)] == [False, False, False]


async def test_pictures_lose_what_they_tell_and_belong_to_one_message(scene: Scene, deps: Deps, make: Makers) -> None:
    thread = await begin(scene)
    ids = [await picture_id(scene.guest, thread) for _ in range(2)]
    assert (await say(scene.host, thread, "mine?", images=ids)).errno == 4103  # another's
    sent = (await say(scene.guest, thread, "", images=ids)).data["message"]
    assert [image["image_id"] for image in sent["images"]] == ids
    assert (await say(scene.guest, thread, "again", images=ids[:1])).errno == 4103
    [message] = await said(scene.host, thread)
    url = message["images"][0]["sizes"]["1600"]["jpeg"]
    content = (await scene.new_client().get(url)).body
    assert b"SECRET" not in content
    assert not opened(content).getexif()
    assert await texts(scene.guest, thread) == [""]
    other = await scene.another_guest()
    body, headers = form(with_gps(), "image")
    assert (await other.post(f"/api/v1.0/threads/{thread}/images", body=body, headers=headers)).errno == 4002
    for wrong in (b"GIF89a", b""):
        body, headers = form(wrong, "image")
        assert (await scene.guest.post(f"/api/v1.0/threads/{thread}/images", body=body, headers=headers)).errno == 4103
    await picture_id(scene.guest, thread)  # never sent
    await make.change(
        "UPDATE message_images SET created_at = %s", deps.now() - pictures.UNSENT_FOR - timedelta(hours=1)
    )
    await make.change("UPDATE objects SET created_at = NOW(6) - INTERVAL 2 HOUR")
    assert await pictures.forget_unsent(deps) == 1
    assert await stored.sweep(deps) == 6
    assert (await scene.new_client().get(url)).status == 200


async def test_the_platform_writes_what_happened_once(scene: Scene, deps: Deps, make: Makers) -> None:
    order = await scene.paid()
    assert await threads(scene.host) == []
    await planning.plan(deps)
    await make.change("UPDATE events SET planned_at = NULL")  # a planner that was killed, and begins anew
    found = await deps.db.transact(lambda queries: _replan(deps, queries))
    assert found
    [listed] = await threads(scene.guest)
    assert (listed["unread"], listed["last"]["event"]) == (0, "order.paid")
    answer = await scene.host.get(f"/api/v1.0/threads/{listed['thread_id']}/messages")
    lines = answer.data["messages"]
    assert [line["event"] for line in lines] == ["order.booked", "order.accepted", "order.paid"]
    assert {(line["kind"], line["mine"], line["order_id"]) for line in lines} == {("system", False, order)}
    assert f"{scene.first.month}月{scene.first.day}日 入住" in lines[0]["text"]
    english = await scene.host.get(
        f"/api/v1.0/threads/{listed['thread_id']}/messages", headers={"Accept-Language": "en"}
    )
    assert english.data["messages"][2]["text"] == "Paid: the stay is booked"
    assert (await scene.host.post(f"/api/v1.0/messages/{lines[0]['message_id']}/report", {"reason": "x"})).errno == 4002
    thread = await begin(scene)
    assert thread == listed["thread_id"]


async def _replan(deps: Deps, queries: Any) -> int:
    from models.events import events as recorded  # noqa: PLC0415

    found = await recorded.unplanned(queries, 100)
    await system_lines.plan(deps, queries, found)
    return len(found)


@pytest.mark.parametrize("count", [10, pytest.param(100, marks=pytest.mark.torture)])
async def test_both_write_at_once_and_nothing_is_lost_or_doubled(scene: Scene, base_url: str, count: int) -> None:
    thread = await begin(scene)
    port = int(base_url.rpartition(":")[2])
    path = f"/api/v1.0/threads/{thread}/messages"
    bodies = [{"client_id": str(uuid4()), "text": f"{number}"} for number in range(count)]
    waiting = [(who, body) for body in bodies for who in (scene.guest, scene.host)]
    for _ in range(20):
        # each message twice, as clients that heard no answer do
        requests = [raw("POST", path, json=body, session=who.session) for who, body in waiting for _ in range(2)]
        answers = await race(port, requests)
        assert {answer.status for answer in answers} <= {201, 503}
        heard = {index // 2 for index, answer in enumerate(answers) if answer.status == 201}
        waiting = [each for index, each in enumerate(waiting) if index not in heard]
        if not waiting:
            break
    read = await _all(scene.host, thread)
    assert Counter(message["text"] for message in read) == {body["text"]: 2 for body in bodies}
    ids = [message["message_id"] for message in read]
    assert ids == sorted(set(ids))
    assert (await threads(scene.host))[0]["unread"] == (await threads(scene.guest))[0]["unread"] == count
    marks = [scene.host.put(f"/api/v1.0/threads/{thread}/read", {"message_id": id_}) for id_ in reversed(ids[:-5:3])]
    await asyncio.gather(*marks)
    shown = (await scene.guest.get(f"/api/v1.0/threads/{thread}")).data["thread"]
    last = max(
        message["message_id"] for message in read if not message["mine"] and message["message_id"] <= max(ids[:-5:3])
    )
    assert shown["other_read_id"] == last
    left = [message for message in read if message["message_id"] > last and not message["mine"]]
    assert (await threads(scene.host))[0]["unread"] == len(left)


async def test_a_message_waits_for_its_thread(scene: Scene, make: Makers) -> None:
    thread = await begin(scene)
    # others may read the thread, as foreign keys do, but nobody may take its turn
    async with make.locked("SELECT id FROM threads WHERE id = %s LOCK IN SHARE MODE", thread):
        sending = asyncio.create_task(say(scene.guest, thread))
        await make.waiting_for_locks(1)
        assert await make.rows("SELECT id FROM messages") == []
    await sending


async def _all(who: Client, thread: int) -> list[dict[str, Any]]:
    """The whole thread, as a client that asks for what is new."""
    found: list[dict[str, Any]] = []
    while new := await said(who, thread, after=found[-1]["message_id"] if found else 0):
        found += new
    return found


async def test_a_message_is_never_in_a_log_or_an_event(scene: Scene, capsys: pytest.CaptureFixture[str]) -> None:
    thread = await begin(scene)
    await say(scene.guest, thread, "TOPSECRET 13800138000")
    await say(scene.guest, thread, "TOPSECRET" * 300)
    assert "TOPSECRET" not in capsys.readouterr().out
    assert "TOPSECRET" not in json.dumps((await scene.host.get("/api/v1.0/events")).json)


@pytest.mark.settings(limit_message_per_user="2/1m", limit_thread_per_user="1/24h")
async def test_limits_are_the_senders_own(scene: Scene, make: Makers) -> None:
    thread, key = await begin(scene), str(uuid4())
    for _ in range(3):  # a repetition counts once
        assert (await say(scene.guest, thread, "1", key)).errno == 0
    assert (await say(scene.guest, thread, "2")).errno == 0
    assert (await say(scene.guest, thread, "3")).errno == 4201
    assert (await say(scene.host, thread, "host")).errno == 0
    second = await make.house(scene.host)
    assert (await scene.guest.post(f"/api/v1.0/houses/{second}/threads")).errno == 4201
    assert await begin(scene) == thread
