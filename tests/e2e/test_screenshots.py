"""Every page with the demo data, for docs/screenshots: `make screenshots`."""

import io
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from models.accounts import users
from services.deps import Deps
from services.local_time import today
from tests.client import Client
from tests.e2e.conftest import Person
from tests.live import ROOT
from tests.makers import WIDE, Makers
from tools import demo

HOST, GUEST = demo.HOSTS[0], demo.GUEST
PUBLIC = {"index": "/", "search": "/search?aid=3", "house": "/houses/{house}", "login": "/login"}
PUBLIC |= {"register": "/register", "reset": "/reset", "not-found": "/nowhere", "nothing-found": "/search?q=nothing"}
PUBLIC |= {"map": "/search?aid=3#map", "reviews": "/houses/{house}/reviews", "host-profile": "/hosts/{host}"}
PUBLIC |= {"help": "/help", "terms": "/terms", "offline": "/offline"}
GUESTS = {"book": "/houses/{house}/book?sd={start}&ed={end}&guests=2", "me": "/me", "profile": "/me/profile"}
GUESTS |= {"identity": "/me/identity", "devices": "/me/devices", "favourites": "/favourites", "orders": "/orders"}
GUESTS |= {"order": "/orders/{order}", "notices": "/notices"}
HOSTS = {"host": "/host", "new-house": "/host/new", "edit-house": "/host/houses/{house}", "admin": "/admin"}
HOSTS |= {"photos": "/host/houses/{house}?step=photos", "preview": "/host/houses/{house}?step=preview"}
HOSTS |= {"all-calendars": "/host/calendar"}
HOSTS |= {"calendar": "/host/houses/{house}/calendar", "host-orders": "/host/orders", "host-order": "/orders/{order}"}


@pytest.mark.screenshots
@pytest.mark.settings(**WIDE)
@pytest.mark.parametrize("width", [390, 1280])
async def test_every_page(
    person: Callable[..., Awaitable[Person]], make: Makers, deps: Deps, new_client: Callable[[], Client], width: int
) -> None:
    await demo.load(deps)
    host, guest = new_client(), new_client()
    async with deps.db.connection() as queries:
        for client, mobile in ((host, HOST), (guest, GUEST)):
            await make.sign_in(client, await users.by_mobile(queries, mobile))
    house_id = (await host.get("/api/v1.0/user/houses")).data["houses"][3]["house_id"]
    await make.change("UPDATE houses SET min_days = 1, max_days = 0, instant = FALSE, stay_rules = ''")
    await make.change("UPDATE users SET is_admin = TRUE")
    await make.change("UPDATE houses SET review = 'pending' ORDER BY id LIMIT 2")
    first = today(deps) + timedelta(days=80)
    for start in (0, 4, 8):
        order_id = await make.order(guest, house_id, first + timedelta(days=start), 2)
        if start:
            await host.put(f"/api/v1.0/orders/{order_id}/status", {"action": "accept"})
        await guest.put(f"/api/v1.0/user/favourites/{house_id + start}")
    stay = {
        "house": house_id,
        "host": (await make.rows("SELECT user_id FROM houses WHERE id = %s", house_id))[0]["user_id"],
        "order": order_id,
        "start": first + timedelta(days=20),
        "end": first + timedelta(days=27),
    }
    for client, pages in ((None, PUBLIC), (guest, GUESTS), (host, HOSTS)):
        someone = await person(viewport={"width": width, "height": 844 if width < 600 else 800})
        if client:
            await someone.sign_in(client.session)
        for name, path in pages.items():
            await someone.go(path.format(**stay))
            if name in ("search", "map") and await someone.page.locator(".search-map").is_visible():
                await someone.page.locator(".map-pin").first.wait_for()
            keep(await someone.page.screenshot(), ROOT / "docs" / "screenshots" / f"{name}-{width}.png")


def keep(screenshot: bytes, path: Path) -> None:
    """In 128 colours, which is enough to look at."""
    path.parent.mkdir(exist_ok=True)
    Image.open(io.BytesIO(screenshot)).convert("RGB").quantize(128).save(path, optimize=True)
