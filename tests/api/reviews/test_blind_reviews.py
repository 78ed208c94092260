"""Reviews both ways, blind: what is hidden shows nowhere, and is published once."""

import asyncio
import json
from datetime import timedelta
from typing import Any

import pytest

from services import jobs
from services.local_time import today
from tests.client import Answer, Client, race, raw
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
STARS = {"cleanliness": 5, "accuracy": 4, "check_in": 3, "communication": 2, "location": 1, "value": 5}
SECRET_GUEST, SECRET_HOST = "院子里的柿子树真好看", "客人把厨房擦得很亮"


def by_guest(order_id: int) -> tuple[str, dict[str, Any]]:
    return f"/api/v1.0/orders/{order_id}/comment", {"comment": SECRET_GUEST, "rating": 2} | STARS


def by_host(order_id: int) -> tuple[str, dict[str, Any]]:
    return f"/api/v1.0/orders/{order_id}/review", {"review": SECRET_HOST, "rating": 3}


async def stayed(scene: Scene, clock: Clock) -> int:
    """An order whose stay has ended today."""
    order_id = await scene.paid(0, 2)
    clock.ahead += timedelta(days=(scene.first - today(scene.deps)).days + 2)
    await jobs.run_all(scene.deps)
    assert await scene.status(order_id) == "WAIT_COMMENT"
    return order_id


async def read_by(who: Client, scene: Scene, order_id: int, role: str) -> list[Answer]:
    """Everything that tells of reviews, as this user reads it."""
    paths = [
        f"/api/v1.0/orders/{order_id}",
        f"/api/v1.0/user/orders?role={role}",
        f"/api/order/my?role={role}",
        "/api/v1.0/user/notices",
        "/api/v1.0/events",
        f"/api/v1.0/houses/{scene.house_id}",
        f"/api/v1.0/houses/{scene.house_id}/reviews",
        f"/api/v1.0/hosts/{scene.host_id}",
        f"/api/house/info?house_id={scene.house_id}",
        "/api/v1.0/houses",
        f"/orders/{order_id}",
        f"/houses/{scene.house_id}",
        f"/houses/{scene.house_id}/reviews",
        f"/hosts/{scene.host_id}",
        "/notices",
    ]
    return [await who.get(path) for path in paths]


def without_times(answer: Answer) -> Any:
    """An answer of the API about a house, without what differs between two requests."""
    return {name: value for name, value in answer.json.items() if name != "request_id"}


@pytest.mark.parametrize("author", ["guest", "host"])
async def test_nobody_but_its_author_reads_a_hidden_review(scene: Scene, clock: Clock, author: str) -> None:
    order_id = await stayed(scene, clock)
    stranger = await scene.another_guest()
    house = f"/api/v1.0/houses/{scene.house_id}"
    before = [without_times(await stranger.get(path)) for path in (house, f"{house}/reviews")]
    write, secret, other, role = {
        "guest": (by_guest, SECRET_GUEST, scene.host, "landlord"),
        "host": (by_host, SECRET_HOST, scene.guest, "custom"),
    }[author]
    mine = scene.guest if author == "guest" else scene.host
    path, body = write(order_id)
    assert (await mine.put(path, body)).errno == 0
    for who, as_role in ((other, role), (stranger, "custom")):
        for answer in await read_by(who, scene, order_id, as_role):
            assert secret not in answer.body.decode()
            assert secret not in json.dumps(answer.body.decode())
    assert before == [without_times(await stranger.get(path)) for path in (house, f"{house}/reviews")]
    theirs = (await other.get(f"/api/v1.0/orders/{order_id}")).data["order"]
    assert (theirs["comment"], theirs["rating"], theirs["reviews"]["theirs"]) == (None, None, None)
    assert theirs["reviews"]["they_wrote"] is True
    own = (await mine.get(f"/api/v1.0/orders/{order_id}")).data["order"]["reviews"]["mine"]
    assert (own["content"], own["published"]) == (secret, False)


async def types_of(who: Client) -> list[tuple[str, Any]]:
    found = (await who.get("/api/v1.0/events?size=50")).data["events"]
    kinds = ("review.", "order.reviewed")
    return [(each["type"], each["data"].get("rating")) for each in found if each["type"].startswith(kinds)]


async def test_both_are_published_when_both_are_written(scene: Scene, clock: Clock) -> None:
    order_id = await stayed(scene, clock)
    path, body = by_host(order_id)
    assert (await scene.host.put(path, body)).errno == 0
    assert await types_of(scene.guest) == []
    assert await types_of(scene.host) == [("review.written", None)]
    assert (await scene.host.put(path, body)).errno == 4003
    path, body = by_guest(order_id)
    assert (await scene.guest.put(path, body)).errno == 0
    published = [("review.published", 2), ("review.published", 3)]
    assert await types_of(scene.guest) == [("order.reviewed", None), ("review.written", None), *published]
    assert await types_of(scene.host) == [("review.written", None), ("order.reviewed", None), *published]
    for who, secret in ((scene.guest, SECRET_HOST), (scene.host, SECRET_GUEST)):
        theirs = (await who.get(f"/api/v1.0/orders/{order_id}")).data["order"]["reviews"]["theirs"]
        assert (theirs["content"], theirs["published"]) == (secret, True)
    house = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}")).data["house"]
    assert (house["rating"], house["review_count"], house["reviews"][0]["content"]) == (2, 1, SECRET_GUEST)
    assert {each["category"]: each["rating"] for each in house["category_ratings"]} == STARS
    assert (await scene.host.put(f"/api/v1.0/orders/{order_id}/reply", {"reply": "谢谢"})).errno == 0
    assert (await types_of(scene.guest))[-1] == ("review.replied", 2)


async def test_one_review_is_published_after_fourteen_days(scene: Scene, clock: Clock) -> None:
    order_id = await stayed(scene, clock)
    path, body = by_guest(order_id)
    assert (await scene.guest.put(path, body)).errno == 0
    clock.ahead += timedelta(days=13)
    assert await jobs.publish_reviews(scene.deps) == 0
    clock.ahead += timedelta(days=1)
    host_path, host_body = by_host(order_id)
    late = await scene.host.put(host_path, host_body)
    assert (late.status, late.errno) == (409, 4004)
    assert (await scene.host.get(f"/api/v1.0/orders/{order_id}")).data["order"]["comment"] is None
    assert sum(await asyncio.gather(*(jobs.publish_reviews(scene.deps) for _ in range(4)))) == 1
    assert (await scene.host.get(f"/api/v1.0/orders/{order_id}")).data["order"]["comment"] == SECRET_GUEST
    assert [type_ for type_, _ in await types_of(scene.host)] == ["order.reviewed", "review.published"]
    assert (await scene.host.get(f"/api/v1.0/orders/{order_id}")).data["order"]["actions"] == ["reply"]


async def test_after_fourteen_days_nobody_writes_a_review(scene: Scene, clock: Clock) -> None:
    order_id = await stayed(scene, clock)
    clock.ahead += timedelta(days=14)
    for who, (path, body) in ((scene.guest, by_guest(order_id)), (scene.host, by_host(order_id))):
        assert (await who.get(f"/api/v1.0/orders/{order_id}")).data["order"]["actions"] == []
        assert (await who.put(path, body)).status == 409
    assert await scene.status(order_id) == "WAIT_COMMENT"


async def test_written_at_the_same_moment_both_are_published_once(
    scene: Scene, clock: Clock, http_port: int, make: Makers
) -> None:
    order_id = await stayed(scene, clock)
    said = [(by_guest(order_id), scene.guest), (by_host(order_id), scene.host)]
    asked = [raw("PUT", path, json=body, session=who.session) for (path, body), who in said for _ in range(3)]
    answers = await race(http_port, asked)
    assert sorted(answer.status for answer in answers) == [200, 200, 409, 409, 409, 409]
    rows = await make.rows(
        "SELECT type, COUNT(*) AS n FROM events WHERE type LIKE 'review.%%' GROUP BY type ORDER BY 1"
    )
    assert [(row["type"], row["n"]) for row in rows] == [("review.published", 2), ("review.written", 2)]
    [house] = await make.rows("SELECT review_count, rating_count, rating_total FROM houses")
    assert house == {"review_count": 1, "rating_count": 1, "rating_total": 2}


async def test_hosts_read_what_other_hosts_said_of_a_guest(scene: Scene, clock: Clock) -> None:
    order_id = await stayed(scene, clock)
    for who, (path, body) in ((scene.host, by_host(order_id)), (scene.guest, by_guest(order_id))):
        assert (await who.get(f"/api/v1.0/orders/{order_id}")).data["order"]["guest_record"] in (
            None if who is scene.guest else {"review_count": 0, "rating": None, "newest": []},
        )
        assert (await who.put(path, body)).errno == 0
    clock.ahead = timedelta()
    next_order = await scene.book(5, 1)
    record = (await scene.host.get(f"/api/v1.0/orders/{next_order}")).data["order"]["guest_record"]
    assert (record["review_count"], record["rating"], record["newest"][0]["content"]) == (1, 3, SECRET_HOST)


async def test_a_review_of_an_earlier_release_stays_published(scene: Scene, clock: Clock, make: Makers) -> None:
    order_id = await stayed(scene, clock)
    sql = "UPDATE orders SET status = 'COMPLETE', comment = %s, rating = 4, commented_at = NOW(6) WHERE id = %s"
    await make.change(sql, SECRET_GUEST, order_id)
    seen = (await scene.host.get(f"/api/v1.0/orders/{order_id}")).data["order"]
    assert (seen["comment"], seen["reviews"]["theirs"]["content"]) == (SECRET_GUEST, SECRET_GUEST)
    path, body = by_host(order_id)
    assert (await scene.host.put(path, body)).errno == 0
    mine = (await scene.guest.get(f"/api/v1.0/orders/{order_id}")).data["order"]["reviews"]["theirs"]
    assert mine["content"] == SECRET_HOST


@pytest.mark.parametrize("wrong", [{"cleanliness": 6}, {"value": 0}, {"location": "x"}, {"rating": 0}], ids=str)
async def test_stars_are_from_one_to_five(scene: Scene, clock: Clock, wrong: dict[str, Any]) -> None:
    order_id = await stayed(scene, clock)
    path, body = by_guest(order_id)
    assert list((await scene.guest.put(path, body | wrong)).fields) == list(wrong)
    assert await scene.status(order_id) == "WAIT_COMMENT"
