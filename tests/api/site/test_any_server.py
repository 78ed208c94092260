"""Two servers on two machines behind a load balancer: it makes no difference which of them gets a request."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from tornado.ioloop import IOLoop

from services.deps import Deps
from tests.client import Answer, Client, exchange, raw, read_answer
from tests.conftest import Stores
from tests.live import ROOT, LiveServer, unused_port
from tests.makers import HOUSE, PASSWORD, WIDE, Makers, mobile
from tests.pair import HOST, SITE, Pair, copied_tree
from tests.scene import Scene, a_scene


@pytest.fixture(scope="module")
def second_machine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied_tree(tmp_path_factory.mktemp("machines") / "ihome")


@pytest.fixture(scope="module")
def pair(worker_stores: Stores, second_machine: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    outbox = tmp_path_factory.mktemp("outbox")
    settings: dict[str, Any] = WIDE | {
        "env": "development",
        "database_url": worker_stores.database_url,
        "redis_url": worker_stores.redis_url,
        "outbox": outbox,
        "media": outbox / "media",
        "site_url": SITE,
        "bcrypt_cost": 4,
        "pictures_ahead": 2,
        "lame_duck_seconds": 0.1,
    }
    ports = unused_port(), unused_port()
    with ThreadPoolExecutor() as threads:
        starting = [
            threads.submit(LiveServer, settings | {"metrics_port": port}, outbox / f"{port}.log", root=root)
            for port, root in zip(ports, (ROOT, second_machine), strict=True)
        ]
    one, other = (start.result() for start in starting)
    yield Pair((one, other), ports, outbox)
    for server in (one, other):
        server.stop()
        assert "Traceback" not in server.log.read_text()


@pytest.fixture
def outbox(pair: Pair) -> Path:
    """That of the servers: `deps` knows their payments."""
    return pair.outbox


@pytest.fixture
def servers(pair: Pair, stores: Stores) -> Pair:
    """Both, on empty stores."""
    return pair


@pytest.fixture
def scene(servers: Pair, make: Makers, deps: Deps, io_loop: IOLoop) -> Scene:
    return io_loop.run_sync(lambda: a_scene(servers.browser, make, deps))


# -- accounts


async def test_a_user_registers_and_signs_out_through_both(servers: Pair) -> None:
    for turn in range(2):
        browser, number = servers.browser(), mobile()
        for _ in range(turn):  # the second user begins at the other server
            assert (await browser.get("/livez")).status == 200
        assert (await browser.get(f"/api/v1.0/imagecode/{number}")).status == 200
        text = servers.last("captcha-outbox.jsonl")["text"]
        asked = {"mobile": number, "piccode_id": number, "piccode": text}
        assert (await browser.post("/api/v1.0/smscode", asked)).errno == 0
        code = servers.last("sms-outbox.jsonl")["code"]
        body = {"mobile": number, "password": PASSWORD, "sms_code": code}
        assert (await browser.post("/api/v1.0/users", body)).errno == 0
        for _ in range(2):
            assert (await browser.get("/api/v1.0/session")).data["mobile"] == number
        session = browser.session
        assert (await browser.delete("/api/v1.0/session")).errno == 0
        browser.session = session
        assert [(await browser.get("/api/v1.0/session")).status for _ in range(2)] == [401, 401]


async def test_codes_are_spent_at_both(servers: Pair, make: Makers) -> None:
    one, other = servers.at(0), servers.at(1)
    await make.picture("p", "r85c")
    asked = {"mobile": mobile(), "piccode_id": "p", "piccode": "r85c"}
    assert (await one.post("/api/v1.0/smscode", asked)).errno == 0
    assert (await other.post("/api/v1.0/smscode", asked | {"mobile": mobile()})).errno != 0
    code = servers.last("sms-outbox.jsonl")["code"]
    body = {"mobile": asked["mobile"], "password": PASSWORD, "sms_code": code}
    assert (await other.post("/api/v1.0/users", body)).errno == 0
    reset = await one.post("/api/v1.0/users", body)
    assert reset.errno != 0


async def test_tokens_of_an_app(servers: Pair, make: Makers) -> None:
    user, (one, other) = await make.user(), (servers.at(0), servers.at(1))
    tokens = (await one.post("/api/v1.0/tokens", {"mobile": user.mobile, "password": PASSWORD})).data

    async def shown(client: Client, access_token: str) -> int:
        headers = {"Authorization": f"Bearer {access_token}"}
        return (await client.get("/api/v1.0/session", headers=headers)).status

    assert await shown(other, tokens["access_token"]) == 200
    spent = {"refresh_token": tokens["refresh_token"]}
    # the app sends its request again, because an answer was lost: the same pair, whoever answers
    pairs = [(await client.post("/api/v1.0/tokens/refresh", spent)).data for client in (other, one, other)]
    assert len({pair["access_token"] for pair in pairs}) == len({pair["refresh_token"] for pair in pairs}) == 1
    assert [await shown(client, pairs[0]["access_token"]) for client in (one, other)] == [200, 200]
    bearer = {"Authorization": f"Bearer {pairs[0]['access_token']}"}
    assert (await one.delete("/api/v1.0/session", headers=bearer)).errno == 0
    assert await shown(other, pairs[0]["access_token"]) == 401


async def test_requests_of_other_sites_are_refused_by_both(servers: Pair, make: Makers) -> None:
    browser = servers.browser()
    await make.sign_in(browser)
    for number in range(2):
        foreign = {"Origin": "http://evil.example"}
        assert (await browser.put("/api/v1.0/user/name", {"name": "evil"}, headers=foreign)).status == 403
        await browser.get("/livez")
        own = await browser.put("/api/v1.0/user/name", {"name": f"name{number}"}, headers={"Origin": SITE})
        assert own.errno == 0


# -- limits


async def test_limits_are_counted_together(servers: Pair, make: Makers) -> None:
    user, browser = await make.user(), servers.browser()
    wrong = {"mobile": user.mobile, "password": "not the password"}
    assert [(await browser.post("/api/v1.0/sessions", wrong)).errno for _ in range(6)] == [4004] * 5 + [4201]
    number, errors = mobile(), []
    for _ in range(2):  # one SMS a minute
        asked = {"mobile": number, "piccode_id": "p", "piccode": await make.picture("p")}
        errors.append((await browser.post("/api/v1.0/smscode", asked)).errno)
    assert errors == [0, 4201]


async def test_orders_that_wait_are_counted_together(servers: Pair, scene: Scene) -> None:
    stays = [scene.stay(2 * number) for number in range(8)]
    answers = await asyncio.gather(*(scene.guest.post("/api/v1.0/orders", stay) for stay in stays))
    assert Counter(answer.status for answer in answers) == {201: 5, 409: 3}


# -- orders


async def test_an_order_goes_its_way_through_both(servers: Pair, scene: Scene, make: Makers) -> None:
    order_id = await scene.paid()
    assert await scene.status(order_id) == "PAID"
    assert (await scene.do(scene.guest, order_id, "cancel")).errno == 0
    for number in range(2):
        calendar = await servers.at(number).get(f"/api/v1.0/houses/{scene.house_id}/calendar")
        assert calendar.data["taken"] == []


@pytest.mark.parametrize("receiver", [0, 1])
async def test_the_payment_service_may_notify_either(servers: Pair, scene: Scene, receiver: int) -> None:
    order_id = await scene.accepted()
    payer = servers.at(1 - receiver)
    payer.session = scene.guest.session
    begun = await payer.put(f"/api/v1.0/orders/{order_id}/status", {"action": "pay"})
    number, amount = begun.data["pay_url"].rpartition("/")[2], (await scene.order(order_id))["amount"]
    assert scene.deps.pay_page
    notice = scene.deps.pay_page.notice(number, "2026112122001400000000000001", amount)
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    for server in (receiver, 1 - receiver):  # it may come twice
        told = await servers.at(server).post("/api/v1.0/payments/notice", body=notice.encode(), headers=headers)
        assert told.body == b"success"
    assert await scene.status(order_id) == "PAID"


async def test_a_retry_at_the_other_server_is_the_same_order(servers: Pair, scene: Scene, make: Makers) -> None:
    for number in range(4):
        key, stay = {"Idempotency-Key": f"{number}"}, scene.stay(3 * number)
        both = servers.at(0), servers.at(1)
        for client in both:
            client.session = scene.guest.session
        if number % 2:
            answers = await asyncio.gather(*(client.post("/api/v1.0/orders", stay, headers=key) for client in both * 3))
        else:
            answers = [await client.post("/api/v1.0/orders", stay, headers=key) for client in both]
        assert {(answer.status, answer.body) for answer in answers} == {(201, answers[0].body)}
        other = await both[number % 2].post("/api/v1.0/orders", scene.stay(40), headers=key)
        assert other.status == 409
    assert len(await make.rows("SELECT id FROM orders")) == 4


# -- what browsers and proxies cache


async def fetched(server: LiveServer, path: str, **headers: str) -> Answer:
    """The answer as it was sent, compressed or not."""
    return read_answer(await exchange(server.port, raw("GET", path, headers=HOST | headers)))


CACHED = ("ETag", "Content-Type", "Content-Encoding", "Cache-Control", "Vary")


async def test_both_answer_byte_for_byte_the_same(servers: Pair, scene: Scene) -> None:
    await scene.paid()
    page = await fetched(servers.servers[0], f"/houses/{scene.house_id}")
    static = sorted(set(re.findall(r"/static/[0-9a-f]{16}/[a-z.-]+", page.body.decode())))
    assert len(static) > 2
    house = f"/api/v1.0/houses/{scene.house_id}"
    paths = ["/", "/search", f"/houses/{scene.house_id}", house, f"{house}/calendar"]
    paths += ["/api/v1.0/houses", "/api/v1.0/houses/index", "/api/v1.0/areas", "/api/v1.0/openapi.json"]
    for path in [*paths, *static]:
        for coding in ("br", "gzip", "identity"):
            one, other = [await fetched(server, path, **{"Accept-Encoding": coding}) for server in servers.servers]
            assert one.status == other.status == 200, path
            assert one.body == other.body, path
            assert [one.headers.get(name) for name in CACHED] == [other.headers.get(name) for name in CACHED], path
            known = {"If-None-Match": one.headers["ETag"], "Accept-Encoding": coding}
            assert (await fetched(servers.servers[1], path, **known)).status == 304, path


async def test_a_change_at_one_is_shown_by_the_other_at_once(servers: Pair, scene: Scene) -> None:
    path = f"/api/v1.0/houses/{scene.house_id}"
    for number in range(4):
        assert [(await scene.guest.get(path)).status for _ in range(3)] == [200] * 3
        assert (await scene.host.put(path, HOUSE | {"title": f"名字 {number}"})).errno == 0
        shown = [(await scene.guest.get(path)).data["house"]["title"] for _ in range(2)]
        assert shown == [f"名字 {number}"] * 2


async def test_pages_of_a_search_go_on_at_the_other_server(servers: Pair, scene: Scene) -> None:
    houses = {scene.house_id} | {await scene.make.house(scene.host, price=10000 + 100 * n) for n in range(6)}
    for order in ("price-inc", "price-des", "new"):
        found, after = [], ""
        while after is not None:
            answer = await scene.guest.get(f"/api/v1.0/houses?aid=1&sk={order}&size=2{after and '&after=' + after}")
            found += [house["house_id"] for house in answer.data["houses"]]
            after = answer.data["next"]
        assert len(found) == len(houses), order
        assert set(found) == houses, order


# -- operators


def requests_of(port: int) -> float:
    with urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith("ihome_request_seconds_count"))


async def test_each_counts_its_own_requests(servers: Pair) -> None:
    before = [await asyncio.to_thread(requests_of, port) for port in servers.metrics_ports]
    browser = servers.browser()
    for _ in range(10):
        assert (await browser.get("/api/v1.0/areas")).status == 200
    after = [await asyncio.to_thread(requests_of, port) for port in servers.metrics_ports]
    assert [count - was for count, was in zip(after, before, strict=True)] == [5, 5]
