"""A reader that is five seconds late: what may lag behind does, and nothing else."""

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from config import Config
from services.errors import Conflict
from tests.client import Client
from tests.conftest import Stores, _memory
from tests.makers import HOUSE, PASSWORD, WIDE, Makers, mobile
from tests.replication import Pair, replicated, wait_for_replica
from tests.scene import Scene

DELAY = 5
pytestmark = pytest.mark.settings(**WIDE)


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    with (
        TemporaryDirectory(prefix="ihome-replica-", dir=_memory()) as directory,
        replicated(Path(directory), DELAY) as made,
    ):
        yield made


@pytest.fixture
def config(config: Config, stores: Stores, pair: Pair) -> Config:
    """The writer and the late reader in the place of the test's own MariaDB; its Redis stays."""
    assert config.redis_url == stores.redis_url
    return config.model_copy(update={"database_url": pair.writer, "database_read_url": pair.replica})


async def shown(stranger: Client, house_id: int) -> list[int | None]:
    """The price of a house in fen: on its page, on its card in a search, on its card on the first page."""
    page = await stranger.get(f"/api/v1.0/houses/{house_id}")
    found = (await stranger.get("/api/v1.0/houses")).data["houses"]
    first_page = (await stranger.get("/")).body.decode()
    card = re.search(rf'href="/houses/{house_id}".*?data-f="price">(\d+)<', first_page, re.DOTALL)
    return [
        page.data["house"]["price"] if page.status == 200 else None,
        next((house["price"] for house in found if house["house_id"] == house_id), None),
        int(card[1]) * 100 if card else None,
    ]


async def search(stranger: Client, query: str) -> list[int]:
    return [house["house_id"] for house in (await stranger.get(f"/api/v1.0/houses?{query}")).data["houses"]]


async def test_strangers_see_a_change_at_once_and_only_the_search_may_lag(scene: Scene, pair: Pair) -> None:
    stranger, house_id = scene.new_client(), scene.house_id
    assert (await stranger.get(f"/api/v1.0/houses/{house_id}")).status == 200
    assert (await stranger.get(f"/api/v1.0/houses/{house_id}/calendar")).status == 200, "the reader does not know it"
    assert house_id not in await search(stranger, ""), "the reader answers searches"
    await asyncio.to_thread(wait_for_replica, pair)
    assert await shown(stranger, house_id) == [HOUSE["price"]] * 3
    changed = await scene.host.put(f"/api/v1.0/houses/{house_id}", HOUSE | {"price": 12300})
    assert changed.errno == 0
    assert await shown(stranger, house_id) == [12300] * 3
    assert house_id not in await search(stranger, "max_price=20000"), "by price it is found later"
    free = f"sd={scene.first}&ed={scene.stay()['end_date']}"
    await scene.book()
    assert house_id in await search(stranger, free)
    refused = await (await scene.another_guest()).post("/api/v1.0/orders", scene.stay())
    assert (refused.status, refused.errno) == (Conflict.status, Conflict.errno)
    hidden = await scene.host.put(f"/api/v1.0/houses/{house_id}/status", {"online": False})
    assert hidden.errno == 0
    assert await shown(stranger, house_id) == [None] * 3


async def test_nobody_waits_to_see_their_own(scene: Scene, make: Makers, new_client: Any) -> None:
    """Each step comes right behind the one before, long before the reader has it."""
    user, number = new_client(), mobile()
    body = {"mobile": number, "password": PASSWORD, "sms_code": await make.sms_code(number)}
    assert (await user.post("/api/v1.0/users", body)).errno == 0
    assert (await user.get("/api/v1.0/user")).data["mobile"] == number
    assert (await user.put("/api/v1.0/user/name", {"name": "小李"})).errno == 0
    assert (await user.get("/api/v1.0/user")).data["name"] == "小李"
    signed_in = await new_client().post("/api/v1.0/sessions", {"mobile": number, "password": PASSWORD})
    assert signed_in.errno == 0
    order_id = await scene.book()
    for who, role in ((scene.guest, "custom"), (scene.host, "landlord")):
        orders = (await who.get(f"/api/v1.0/user/orders?role={role}")).data["orders"]
        assert [order["order_id"] for order in orders] == [order_id]
    assert scene.nights(0, 2) == (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/calendar")).data["taken"]
    house_id = await make.house(scene.host)
    own = (await scene.host.get("/api/v1.0/user/houses")).data["houses"]
    assert [house["house_id"] for house in own] == [house_id, scene.house_id]


async def test_the_writer_answers_searches_while_the_reader_is_away(scene: Scene, pair: Pair) -> None:
    stranger = scene.new_client()
    assert scene.house_id not in await search(stranger, "")
    pair.process.stop()
    assert scene.house_id in await search(stranger, "")
