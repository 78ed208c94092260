"""The events that other subjects record for notifications: devices, passwords, reviews of houses, calendars."""

from collections.abc import Iterator

import pytest
from tornado.ioloop import IOLoop

from models.types import HouseId
from services import jobs
from services.houses import moderation
from tests.api.notifications.conftest import Post
from tests.client import Client
from tests.makers import PASSWORD, WIDE, Makers
from tests.platform import Platform
from tests.scene import NewClient, Scene

pytestmark = pytest.mark.settings(**WIDE)
CHROME = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"
}


@pytest.fixture
def platform(io_loop: IOLoop) -> Iterator[Platform]:
    platform = Platform()
    yield platform
    io_loop.run_sync(platform.close)


async def told(who: Client) -> list[tuple[str, str]]:
    """What a user is told of, the oldest first, by kind and text."""
    found = (await who.get("/api/v1.0/user/notifications")).data["notifications"]
    return [(each["kind"], each["text"]) for each in reversed(found)]


async def test_only_a_device_that_the_account_does_not_know_is_told_of(
    http_server: object, client: Client, new_client: NewClient, make: Makers
) -> None:
    user = await make.user()
    login = {"mobile": user.mobile, "password": PASSWORD}
    for _ in range(2):  # the second time, with the cookie of the first
        assert (await client.post("/api/v1.0/sessions", login, headers=CHROME)).errno == 0
    [(kind, text)] = await told(client)
    assert (kind, text.startswith("Chrome on Linux 在")) == ("new_device", True)
    assert (await new_client().post("/api/v1.0/tokens", login)).errno == 0
    assert [kind for kind, _ in await told(client)] == ["new_device"] * 2


async def test_a_wrong_password_tells_nothing(http_server: object, client: Client, make: Makers) -> None:
    user = await make.user()
    assert (await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": "wrong horse"})).status == 401
    assert await make.rows("SELECT * FROM events") == []


async def test_a_changed_password_is_told_by_every_channel_and_at_night(scene: Scene, post: Post) -> None:
    post.at(23)
    change = {"old_password": PASSWORD, "password": "battery horse correct"}
    assert (await scene.guest.put("/api/v1.0/user/password", change)).errno == 0
    await post.send()
    assert post.providers["sms"].kinds == ["password_changed"]
    assert [kind for kind, _ in await told(scene.guest)] == ["password_changed"]


@pytest.mark.settings(house_review="manual")
async def test_a_host_hears_what_an_admin_decides(scene: Scene) -> None:
    house_id = HouseId(scene.house_id)
    await moderation.decide(scene.deps, house_id, False, "图片不清")
    await moderation.decide(scene.deps, house_id, True, "")
    assert [kind for kind, _ in await told(scene.host)] == ["house_rejected", "house_approved"]


async def failing(scene: Scene, make: Makers, times: int) -> None:
    """The worker fetches the house's calendar so many times."""
    for _ in range(times):
        await make.change("UPDATE feeds SET next_at = NOW(6) - INTERVAL 1 DAY")
        assert await jobs.fetch_feeds(scene.deps) == 1


async def test_a_calendar_that_keeps_failing_is_told_once(scene: Scene, make: Makers) -> None:
    await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/feeds", {"url": "https://other.invalid/calendar.ics"})
    await failing(scene, make, 4)
    assert await told(scene.host) == []
    await failing(scene, make, 3)
    assert [kind for kind, _ in await told(scene.host)] == ["feed_failed"]


async def test_attempts_that_killed_their_worker_are_failures_too(scene: Scene, make: Makers) -> None:
    await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/feeds", {"url": "https://other.invalid/calendar.ics"})
    await make.change("UPDATE feeds SET failures = 9, failed_since = NOW(6)")
    await failing(scene, make, 1)
    assert [kind for kind, _ in await told(scene.host)] == ["feed_failed"]


@pytest.mark.settings(feed_private=True)
async def test_a_calendar_that_works_again_is_told_once(scene: Scene, make: Makers, platform: Platform) -> None:
    await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/feeds", {"url": platform.url})
    await make.change("UPDATE feeds SET failures = 6, failed_since = NOW(6), reported_at = NOW(6)")
    await failing(scene, make, 2)
    assert [kind for kind, _ in await told(scene.host)] == ["feed_healed"]
