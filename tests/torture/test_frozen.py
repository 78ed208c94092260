"""Pages and answers while MariaDB, Redis or both stand still (promise 14)."""

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handlers.routes import ROUTES
from tests.api.site.test_access import path
from tests.client import exchange, raw, read_answer
from tests.live import LiveServer
from tests.makers import PASSWORD, WIDE, mobile
from tests.torture.conftest import freeze
from tools.dev_services import DevServices

pytestmark = pytest.mark.torture
PAGES = ["/", "/search", "/api/v1.0/houses", "/api/v1.0/houses?sd=2027-01-01&ed=2027-01-03&sk=price-inc", "/houses/1"]
PAGES += sorted({path(row) for row in ROUTES if row.verb == "GET" and "events" not in row.path})
SESSION = "A" * 43


@pytest.fixture
def server(own_backing: DevServices, tmp_path: Path) -> Iterator[LiveServer]:
    live = LiveServer(own_backing.settings(tmp_path) | {"bcrypt_cost": 4} | WIDE, tmp_path / "server.log")
    yield live
    live.stop()


async def ask(server: LiveServer, verb: str, target: str, body: object = None) -> tuple[float, int, str]:
    """How long it took, and the status."""
    started = time.monotonic()
    async with asyncio.timeout(15):
        received = await exchange(server.port, raw(verb, target, json=body, session=SESSION))
    return time.monotonic() - started, read_answer(received).status, target


@pytest.mark.parametrize("names", [["redis"], ["mariadb"], ["mariadb", "redis"]], ids="+".join)
async def test_every_page_is_answered_in_time_while_stores_stand_still(
    server: LiveServer, own_backing: DevServices, names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for page in PAGES:  # warm: connections are open, whatever is kept is made
        await ask(server, "GET", page)
    await asyncio.sleep(1.1)
    heal: list[Callable[[], None]] = [freeze(name, own_backing) for name in names]
    alone = await ask(server, "GET", "/")  # which finds an open connection to MariaDB
    first = await asyncio.gather(*(ask(server, "GET", page) for page in PAGES))
    later = [await ask(server, "GET", page) for page in ("/", "/search", "/api/v1.0/houses", "/api/v1.0/session")]
    sign_in = {"mobile": mobile(), "password": PASSWORD}
    later.append(await ask(server, "POST", "/api/v1.0/sessions", sign_in))
    for undo in heal:
        undo()
    healed = time.monotonic()
    while (await ask(server, "GET", "/readyz"))[1] != 200:
        await asyncio.sleep(0.02)
    back = time.monotonic() - healed
    longest, after = max(alone, *first), max(later)
    with capsys.disabled():
        print(f"\n{'+'.join(names)} frozen: longest {longest}, then {after}, back after {back:.2f} s")
    assert longest[0] < 3
    assert after[0] < 3
    assert back < 5
    if names == ["redis"]:
        assert after[0] < 1
        assert {status for _, status, page in first if page in PAGES[:4]} == {200}
