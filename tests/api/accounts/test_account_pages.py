"""The pages of one's account as they arrive."""

import re
from datetime import timedelta
from html import unescape

import pytest

from services.deps import Deps
from tests.client import Client
from tests.conftest import Clock
from tests.makers import WIDE, Makers

pytestmark = pytest.mark.settings(**WIDE)
CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36"
HTML = {"Accept": "text/html"}


async def page(client: Client, path: str, **headers: str) -> str:
    answer = await client.get(path, headers=HTML | headers)
    assert answer.status == 200
    return re.sub(r"\s+", " ", unescape(answer.body.decode()))


async def test_devices_have_names_and_times_in_words(client: Client, make: Makers, deps: Deps, clock: Clock) -> None:
    user = await make.sign_in(client)
    await deps.sessions.open(user.id, address="10.0.0.7", device=CHROME)
    app = await deps.tokens.issue(user.id, address="10.0.0.8", device="ihome/3.1 (iPhone; iOS 17.1)")
    clock.ahead = timedelta(hours=2)
    sessions = (await client.get("/api/v1.0/user/sessions")).data["sessions"]
    names = {each["device"]: (each["name"], each["kind"]) for each in sessions}
    assert names[CHROME] == ("Chrome · Linux", "browser")
    assert names["test"] == ("未知设备", "browser")
    assert names[app.session.device] == ("爱家租房 App · iOS", "app")
    shown = await page(client, "/me/devices")
    assert "2 小时前" in shown
    assert CHROME in shown
    assert "2 hours ago" in await page(client, "/me/devices", **{"Accept-Language": "en"})


async def test_somebody_without_a_name_is_not_called_by_their_mobile(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    for path in ("/me", "/welcome"):
        assert user.mobile not in await page(client, path)
    assert "还没有名字" in await page(client, "/me")
    assert 'name="name" type="text" value=""' in await page(client, "/me/profile")
    await client.put("/api/v1.0/user/name", {"name": "小满"})
    assert "小满" in await page(client, "/me")


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", "login"), ("?by=sms", "login-sms"), ("?by=x&by=sms", "login"), ("?next=%22%3E%3Cb%3E", "login")],
)
async def test_the_way_to_sign_in_is_an_address(client: Client, http_server: object, query: str, shown: str) -> None:
    text = await page(client, f"/login{query}")
    hidden = dict(re.findall(r'<form id="(login[-sm]*)"[^>]*?( hidden)?>', text))
    assert [form for form, state in hidden.items() if not state] == [shown]
    assert "<b>" not in text
