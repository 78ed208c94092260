"""Threads and messages as a guest and a host use them."""

import pytest

from tests.api.messages.talk import begin, events, said, say, texts, threads
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)


async def test_guest_and_host_talk_before_a_booking(scene: Scene) -> None:
    thread = await begin(scene)
    assert await threads(scene.host) == []  # the host learns of it with the first message
    assert (await say(scene.guest, thread, "可以带猫吗？")).status == 201
    [listed] = await threads(scene.host)
    assert (listed["thread_id"], listed["role"], listed["unread"]) == (thread, "landlord", 1)
    assert (listed["last"]["text"], listed["last"]["mine"]) == ("可以带猫吗？", False)
    await say(scene.host, thread, "可以")
    assert await texts(scene.guest, thread) == await texts(scene.host, thread) == ["可以带猫吗？", "可以"]
    assert [message["mine"] for message in await said(scene.guest, thread)] == [True, False]
    assert [message["client_id"] is not None for message in await said(scene.guest, thread)] == [True, False]
    [listed] = await threads(scene.guest)
    assert (listed["unread"], listed["last"]["text"], listed["role"]) == (1, "可以", "custom")


async def test_a_house_and_a_guest_have_one_thread(scene: Scene, make: Makers) -> None:
    assert await begin(scene) == await begin(scene)
    other = await scene.another_guest()
    assert await begin(scene, other) != await begin(scene)
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    assert await begin(scene)  # whoever has talked about a house goes on
    third = await scene.another_guest()
    assert (await third.post(f"/api/v1.0/houses/{scene.house_id}/threads")).errno == 4002
    assert (await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/threads")).errno == 4002
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": True})
    assert (await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/threads")).errno == 4105
    assert len(await make.rows("SELECT id FROM threads")) == 2


async def test_the_parties_of_an_order_find_their_thread(scene: Scene) -> None:
    order = await scene.book()
    path = f"/api/v1.0/orders/{order}/threads"
    thread = (await scene.host.post(path)).data["thread_id"]
    assert (await scene.guest.post(path)).data["thread_id"] == thread == await begin(scene)
    stranger = await scene.another_guest()
    assert (await stranger.post(path)).errno == 4002
    shown = (await scene.guest.get(f"/api/v1.0/threads/{thread}")).data["thread"]
    assert (shown["order"]["order_id"], shown["order"]["status"]) == (order, "WAIT_ACCEPT")


async def test_a_repeated_message_is_one(scene: Scene) -> None:
    thread, key = await begin(scene), "0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11"
    first = await say(scene.guest, thread, "一次", key)
    again = await say(scene.guest, thread, "另一个内容", key)
    assert again.data == first.data
    assert await texts(scene.host, thread) == ["一次"]
    assert (await threads(scene.host))[0]["unread"] == 1
    await say(scene.host, thread, "host", key)  # an id is the sender's own
    assert await texts(scene.host, thread) == ["一次", "host"]
    assert len(await events(scene.guest, "message.sent")) == 2


async def test_pages_of_a_thread_have_no_gaps(scene: Scene) -> None:
    thread = await begin(scene)
    for number in range(7):
        await say(scene.guest, thread, f"{number}")
    path = f"/api/v1.0/threads/{thread}/messages?size=3"
    end = (await scene.host.get(path)).data
    assert ([m["text"] for m in end["messages"]], end["more"]) == (["4", "5", "6"], True)
    before = (await scene.host.get(f"{path}&before={end['messages'][0]['message_id']}")).data
    assert ([m["text"] for m in before["messages"]], before["more"]) == (["1", "2", "3"], True)
    first = (await scene.host.get(f"{path}&before={before['messages'][0]['message_id']}")).data
    assert ([m["text"] for m in first["messages"]], first["more"]) == (["0"], False)
    since = (await scene.host.get(f"{path}&after={first['messages'][0]['message_id']}")).data
    assert ([m["text"] for m in since["messages"]], since["more"]) == (["1", "2", "3"], True)
    assert await texts(scene.host, thread, after=end["messages"][1]["message_id"]) == ["6"]


async def test_a_read_mark_goes_forward_only(scene: Scene) -> None:
    thread = await begin(scene)
    ids = [(await say(scene.guest, thread, f"{n}")).data["message"]["message_id"] for n in range(3)]
    path = f"/api/v1.0/threads/{thread}/read"
    assert (await scene.host.put(path, {"message_id": ids[1]})).data == {"read_id": ids[1]}
    assert (await threads(scene.host))[0]["unread"] == 1
    assert (await scene.host.put(path, {"message_id": ids[0]})).data == {"read_id": ids[1]}
    assert (await scene.host.put(path, {"message_id": 10**17})).data == {"read_id": ids[2]}
    assert (await threads(scene.host))[0]["unread"] == 0
    assert (await scene.guest.put(path, {"message_id": ids[2]})).data == {"read_id": 0}  # one's own are not read
    shown = (await scene.guest.get(f"/api/v1.0/threads/{thread}")).data["thread"]
    assert shown["other_read_id"] == ids[2]
    assert [event["message_id"] for event in await events(scene.guest, "message.read")] == [ids[1], ids[2]]


async def test_a_search_finds_ones_own_texts_and_titles_only(scene: Scene, make: Makers) -> None:
    thread, other = await begin(scene), await scene.another_guest()
    other_thread = await begin(scene, other)
    await say(scene.guest, thread, "有停车位吗？100% Parking_lot")
    await say(other, other_thread, "停车要多少钱")
    assert {found["thread_id"] for found in await threads(scene.host, "停车")} == {thread, other_thread}
    for query in ("停车", "100%", "parking_", "四合院"):
        assert [found["thread_id"] for found in await threads(scene.guest, query)] == [thread], query
    for query in ("多少钱", "1__%", "%%%", "\\"):
        assert await threads(scene.guest, query) == [], query
    await make.change("UPDATE users SET name = mobile")
    mobile = (await make.rows("SELECT mobile FROM users WHERE id = %s", scene.host_id))[0]["mobile"]
    assert await threads(scene.guest, mobile) == []  # a name that is a mobile is none


async def test_threads_come_page_by_page_the_latest_first(scene: Scene) -> None:
    guests = [await scene.another_guest() for _ in range(3)]
    ids = [await begin(scene, guest) for guest in guests]
    for guest, thread in zip(guests, ids, strict=True):
        await say(guest, thread)
    await say(guests[0], ids[0], "noch etwas")
    page = (await scene.host.get("/api/v1.0/user/threads?size=2")).data
    assert ([each["thread_id"] for each in page["threads"]], page["unread"]) == ([ids[0], ids[2]], 4)
    rest = (await scene.host.get(f"/api/v1.0/user/threads?size=2&after={page['next']}")).data
    assert ([each["thread_id"] for each in rest["threads"]], rest["next"]) == ([ids[1]], None)


async def test_quick_replies_are_ones_own(scene: Scene) -> None:
    path = "/api/v1.0/user/quick-replies"
    assert (await scene.host.get(path)).data == {"replies": []}
    assert (await scene.host.put(path, {"replies": ["a" * 500, "入住 15:00 以后"]})).errno == 0
    assert (await scene.host.get(path)).data["replies"] == ["a" * 500, "入住 15:00 以后"]
    assert (await scene.guest.get(path)).data == {"replies": []}
    for wrong in (["x"] * 21, ["a" * 501], [""], [1], "x", [["x"]]):
        assert (await scene.host.put(path, {"replies": wrong})).fields.keys() == {"replies"}
    assert (await scene.host.put(path, {"replies": ["好" * 500] * 20})).errno == 0


async def test_a_message_is_news_to_the_other_one(scene: Scene, make: Makers) -> None:
    thread = await begin(scene)
    message = (await say(scene.guest, thread, "hi")).data["message"]
    rows = await make.rows(
        "SELECT user_id, notified FROM stream_events JOIN events ON events.id = event_id WHERE type = 'message.sent'"
    )
    assert {row["user_id"]: bool(row["notified"]) for row in rows}[scene.host_id] is True
    assert sum(row["notified"] for row in rows) == 1
    [event] = await events(scene.host, "message.sent")
    assert (event["message_id"], event["thread_id"]) == (message["message_id"], thread)
    assert "hi" not in str(event)
