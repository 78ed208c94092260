"""Blocks that nobody notices, reports, and what strangers get."""

import json
from typing import Any

import pytest

from tests.api.messages.talk import begin, events, say, texts, threads
from tests.client import Client
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def guest_id(who: Client) -> int:
    return int((await who.get("/api/v1.0/user")).data["user_id"])


def shape(value: Any) -> Any:
    """An answer without its values."""
    if isinstance(value, dict):
        return {name: shape(part) for name, part in value.items()}
    return [shape(part) for part in value] if isinstance(value, list) else type(value).__name__


async def test_a_blocked_user_notices_nothing(scene: Scene, make: Makers) -> None:
    thread = await begin(scene)
    before = await say(scene.guest, thread, "一")
    blocked = f"/api/v1.0/users/{await guest_id(scene.guest)}/block"
    assert (await scene.host.put(blocked)).errno == 0
    after = await say(scene.guest, thread, "二")
    assert (after.status, shape(after.json)) == (before.status, shape(before.json))
    assert after.headers.keys() == before.headers.keys()
    assert await texts(scene.guest, thread) == ["一", "二"]
    assert (await threads(scene.guest))[0]["last"]["text"] == "二"
    assert [found["thread_id"] for found in await threads(scene.guest, "二")] == [thread]
    shown = (await scene.guest.get(f"/api/v1.0/threads/{thread}")).data["thread"]
    assert shown["blocked"] is False
    assert len(await events(scene.guest, "message.sent")) == 2
    # the host reads, counts, finds and hears of nothing
    assert await texts(scene.host, thread) == ["一"]
    [listed] = await threads(scene.host)
    assert (listed["unread"], listed["last"]["text"]) == (1, "一")
    assert await threads(scene.host, "二") == []
    assert len(await events(scene.host, "message.sent")) == 1
    hidden = after.data["message"]["message_id"]
    marked = await scene.host.put(f"/api/v1.0/threads/{thread}/read", {"message_id": hidden})
    assert marked.data["read_id"] == before.data["message"]["message_id"]
    report = f"/api/v1.0/messages/{hidden}/report"
    assert (await scene.host.post(report, {"reason": "x"})).errno == 4002
    # what was hidden stays hidden
    assert (await scene.host.delete(blocked)).errno == 0
    await say(scene.guest, thread, "三")
    assert await texts(scene.host, thread) == ["一", "三"]
    assert await texts(scene.guest, thread) == ["一", "二", "三"]
    assert len(await make.rows("SELECT id FROM messages")) == 3


async def test_who_blocks_is_told_so_when_writing(scene: Scene) -> None:
    thread = await begin(scene)
    await say(scene.guest, thread)
    blocked = f"/api/v1.0/users/{await guest_id(scene.guest)}/block"
    await scene.host.put(blocked)
    assert (await scene.host.get(f"/api/v1.0/threads/{thread}")).data["thread"]["blocked"] is True
    refused = await say(scene.host, thread)
    assert (refused.status, refused.errno) == (409, 4004)
    await scene.host.delete(blocked)
    assert (await say(scene.host, thread)).errno == 0


async def test_a_paid_stay_is_stronger_than_a_block(scene: Scene) -> None:
    thread = await begin(scene)
    await scene.host.put(f"/api/v1.0/users/{await guest_id(scene.guest)}/block")
    order = await scene.accepted()
    await say(scene.guest, thread, "unpaid")
    assert await texts(scene.host, thread) == []
    await scene.pay(order)
    await say(scene.guest, thread, "门打不开")
    assert (await say(scene.host, thread, "马上来")).errno == 0
    assert await texts(scene.host, thread) == ["门打不开", "马上来"]
    await scene.do(scene.guest, order, "cancel")
    await say(scene.guest, thread, "later")
    assert await texts(scene.host, thread) == ["门打不开", "马上来"]


async def test_only_those_who_have_met_can_be_blocked(scene: Scene) -> None:
    stranger = await scene.another_guest()
    thread = await begin(scene)
    await say(scene.guest, thread)
    for user_id in (await guest_id(stranger), scene.host_id, 10**9):
        assert (await scene.host.put(f"/api/v1.0/users/{user_id}/block")).errno == 4002
        assert (await scene.host.delete(f"/api/v1.0/users/{user_id}/block")).errno == 0


async def test_strangers_get_nothing(scene: Scene) -> None:
    thread = await begin(scene)
    message = (await say(scene.guest, thread, "SECRET")).data["message"]["message_id"]
    stranger = await scene.another_guest()
    path = f"/api/v1.0/threads/{thread}"
    body = {"client_id": "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11", "text": "x"}
    answers = [
        await stranger.get(path),
        await stranger.get(f"{path}/messages"),
        await stranger.get(f"{path}/messages?after=0"),
        await stranger.post(f"{path}/messages", body),
        await stranger.put(f"{path}/read", {"message_id": message}),
        await stranger.post(f"/api/v1.0/messages/{message}/report", {"reason": "x"}),
        await stranger.get("/api/v1.0/user/threads?q=SECRET"),
        await stranger.get("/api/v1.0/events"),
    ]
    assert [answer.errno for answer in answers] == [4002] * 6 + [0, 0]
    assert "SECRET" not in json.dumps([answer.json for answer in answers])
    missing = await stranger.get("/api/v1.0/threads/999999999")
    assert missing.json == answers[0].json  # another's thread and none are the same
    assert await texts(scene.host, thread) == ["SECRET"]


async def test_admins_read_what_was_reported_only(scene: Scene, make: Makers) -> None:
    thread = await begin(scene)
    ids = [(await say(scene.guest, thread, text)).data["message"]["message_id"] for text in ("schlimm", "gut")]
    path = f"/api/v1.0/messages/{ids[0]}/report"
    for reason in ("erst", "要求在平台外付款"):
        assert (await scene.host.post(path, {"reason": reason})).errno == 0
    assert (await scene.guest.post(path, {"reason": "own"})).errno == 4002
    reports = "/api/v1.0/admin/reports"
    assert (await scene.host.get(reports)).errno == 4105
    await make.change("UPDATE users SET is_admin = TRUE WHERE id = %s", scene.host_id)
    [report] = (await scene.host.get(reports)).data["reports"]
    assert (report["text"], report["reason"]) == ("schlimm", "要求在平台外付款")
    assert report["sender_id"] == await guest_id(scene.guest)
