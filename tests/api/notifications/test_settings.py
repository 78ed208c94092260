"""How a user wants to be notified."""

from asyncio import gather
from typing import Any

import pytest

from tests.api.notifications.conftest import Post
from tests.client import Client
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
PATH = "/api/v1.0/user/notification-settings"


async def shown(who: Client) -> dict[str, Any]:
    answer = await who.get(PATH)
    assert answer.errno == 0, answer.json
    return dict(answer.data)


def kind(settings: dict[str, Any], name: str) -> dict[str, Any]:
    [found] = [each for each in settings["kinds"] if each["kind"] == name]
    return dict(found)


async def test_what_is_changed_is_kept_and_the_rest_stays(scene: Scene) -> None:
    before = await shown(scene.guest)
    assert (before["language"], before["quiet_from"], before["quiet_until"]) == ("zh", "22:00", "08:00")
    assert {each["channel"]: each["ready"] for each in before["channels"]} == {
        "push": False,
        "mail": False,
        "sms": True,
    }
    choices = [{"kind": "accepted", "channel": "sms", "on": False}, {"kind": "reply", "channel": "mail", "on": False}]
    assert (await scene.guest.put(PATH, {"choices": choices})).errno == 0
    assert (await scene.guest.put(PATH, {"quiet_from": "23:30", "quiet_until": "06:15", "language": "en"})).errno == 0
    after = await shown(scene.guest)
    assert (after["language"], after["quiet_from"], after["quiet_until"]) == ("en", "23:30", "06:15")
    assert (kind(after, "accepted")["sms"], kind(after, "accepted")["push"]) == (False, True)
    assert (kind(after, "reply")["mail"], kind(after, "reply")["sms"]) == (False, None)
    assert (await scene.guest.put(PATH, {"quiet": False})).data["quiet_from"] is None
    assert not kind(await shown(scene.guest), "accepted")["sms"]
    assert (await shown(scene.host))["quiet_from"] == "22:00"


@pytest.mark.parametrize(
    "body",
    [
        {"quiet_from": "24:00", "quiet_until": "08:00"},
        {"quiet_from": "22:00"},
        {"quiet_from": "22:00", "quiet_until": "22:00"},
        {"language": "fr"},
        {"choices": [{"kind": "nothing", "channel": "sms", "on": True}]},
        {"choices": [{"kind": "message", "channel": "sms", "on": True}]},
        {"choices": [{"kind": "new_device", "channel": "sms", "on": False}]},
        {"choices": [{"kind": "booked", "channel": "fax", "on": True}]},
        {"choices": [{"kind": "booked", "channel": "sms", "on": "maybe"}]},
        {"choices": [{"kind": "booked", "channel": "sms", "on": True}] * 1000},
    ],
    ids=str,
)
async def test_what_cannot_be_chosen_is_refused(scene: Scene, body: dict[str, object]) -> None:
    assert (await scene.guest.put(PATH, body)).errno == 4103
    assert (await shown(scene.guest))["quiet_from"] == "22:00"


async def test_changes_at_the_same_time_lose_none(scene: Scene, make: Makers) -> None:
    names = ["booked", "accepted", "paid", "expired", "cancelled", "refunded"]

    await gather(
        *(scene.guest.put(PATH, {"choices": [{"kind": name, "channel": "push", "on": False}]}) for name in names)
    )
    settings = await shown(scene.guest)
    assert [kind(settings, name)["push"] for name in names] == [False] * len(names)


async def test_what_is_switched_off_is_not_planned(scene: Scene, post: Post) -> None:
    await scene.guest.put(PATH, {"choices": [{"kind": "accepted", "channel": "sms", "on": False}]})
    await scene.accepted()
    await post.send()
    assert post.providers["sms"].kinds == []
    assert await post.states("accepted") == []


async def test_what_is_switched_off_after_the_planning_is_dropped(scene: Scene, post: Post) -> None:
    await scene.accepted()
    await post.plan()
    await scene.guest.put(PATH, {"choices": [{"kind": "accepted", "channel": "sms", "on": False}]})
    await post.send()
    assert await post.states("accepted") == [("sms", "dropped", "switched_off")]
