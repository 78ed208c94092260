"""A device that has signed in before: its bucket of its own, and what its cookie is not."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from tests.client import Client
from tests.conftest import Clock
from tests.makers import PASSWORD, Makers


async def wear_out(client: Client, number: str) -> None:
    """Ask for that mobile's password until a picture code is wanted."""
    wrong = {"mobile": number, "password": "a wrong password"}
    answers = [await client.post("/api/v1.0/sessions", wrong) for _ in range(6)]
    assert answers[-1].data["captcha"]


async def test_a_known_device_signs_in_while_strangers_are_asked_for_a_picture_code(
    new_client: Callable[[], Client], make: Makers
) -> None:
    owner, stranger, user = new_client(), new_client(), await make.user()
    right = {"mobile": user.mobile, "password": PASSWORD}
    await owner.post("/api/v1.0/sessions", right)
    await owner.delete("/api/v1.0/session")
    await wear_out(stranger, user.mobile)
    assert (await stranger.post("/api/v1.0/sessions", right)).errno == 4201
    assert (await owner.post("/api/v1.0/sessions", right)).errno == 0


async def test_a_known_device_is_limited_too(client: Client, make: Makers) -> None:
    user = await make.user()
    await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})
    wrong = {"mobile": user.mobile, "password": "a wrong password"}
    statuses = [(await client.post("/api/v1.0/sessions", wrong)).status for _ in range(11)]
    assert statuses == [401] * 10 + [429]


async def test_a_device_is_known_for_its_own_mobile_only(new_client: Callable[[], Client], make: Makers) -> None:
    attacker, user, own = new_client(), await make.user(), await make.user()
    await attacker.post("/api/v1.0/sessions", {"mobile": own.mobile, "password": PASSWORD})
    await attacker.delete("/api/v1.0/session")
    await wear_out(attacker, user.mobile)
    for forged in (attacker.device, "", ".", "x" * 43 + "." + "0" * 64, "é.é", "x" * 5_000):
        attacker.device = forged
        answer = await attacker.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})
        assert answer.data.get("captcha"), forged


@pytest.mark.settings(trusted_proxies="127.0.0.0/8", limit_sms_per_mobile="5/1h")
async def test_a_stranger_who_asks_for_a_code_cannot_use_up_the_owners_tries(
    new_client: Callable[[], Client], make: Makers
) -> None:
    owner, stranger, user = new_client(), new_client(), await make.user()
    home, elsewhere = {"X-Forwarded-For": "203.0.113.1"}, {"X-Forwarded-For": "203.0.113.2"}
    await owner.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD}, headers=home)
    await owner.delete("/api/v1.0/session")
    asked = {"mobile": user.mobile, "purpose": "login", "id": "p", "text": await make.picture("p")}
    assert (await stranger.post("/api/v1.0/smscode", asked, headers=elsewhere)).errno == 0
    code = make.sent_sms()[-1]["code"]
    wrong = {"mobile": user.mobile, "sms_code": f"{(int(code) + 1) % 10**6:06}"}
    for headers in [elsewhere] * 6 + [{"X-Forwarded-For": "203.0.113.3"}] * 6:
        await stranger.post("/api/v1.0/sessions", wrong, headers=headers)
    right = {"mobile": user.mobile, "sms_code": code}
    assert (await stranger.post("/api/v1.0/sessions", right, headers=elsewhere)).errno == 4002
    assert (await owner.post("/api/v1.0/sessions", right, headers=home)).errno == 0


@pytest.mark.settings(device_seconds=30 * 24 * 3600)
async def test_a_device_that_signs_in_no_more_is_forgotten(
    new_client: Callable[[], Client], make: Makers, clock: Clock
) -> None:
    owner, stranger, user = new_client(), new_client(), await make.user()
    right = {"mobile": user.mobile, "password": PASSWORD}
    await owner.post("/api/v1.0/sessions", right)
    for days, errno in ((29, 0), (29, 0), (32, 4201)):
        clock.ahead += timedelta(days=days)
        await wear_out(stranger, user.mobile)
        assert (await owner.post("/api/v1.0/sessions", right)).errno == errno


async def test_a_device_cookie_signs_nobody_in(client: Client, make: Makers) -> None:
    user = await make.user()
    await client.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})
    await client.delete("/api/v1.0/session")
    assert client.session is None
    assert client.device
    assert (await client.get("/api/v1.0/session")).status == 401


async def test_a_wrong_picture_code_goes_no_further_and_a_right_one_works_once(client: Client, make: Makers) -> None:
    user = await make.user()
    await wear_out(client, user.mobile)
    right = {"mobile": user.mobile, "password": PASSWORD, "piccode_id": "p"}
    text = await make.picture("p")
    wrong = await client.post("/api/v1.0/sessions", right | {"piccode": "zzzz"})
    assert (wrong.status, wrong.errmsg, wrong.data) == (400, "图片验证码错误", {"captcha": True})
    gone = await client.post("/api/v1.0/sessions", right | {"piccode": text})
    assert (gone.status, gone.errmsg, gone.data) == (404, "图片验证码已过期", {"captcha": True})
    text = await make.picture("p")
    guess = right | {"piccode": text, "password": "a wrong password"}
    assert (await client.post("/api/v1.0/sessions", guess)).status == 401
    assert (await client.post("/api/v1.0/sessions", right | {"piccode": text})).errno == 4002
    assert (await client.post("/api/v1.0/sessions", right | {"piccode": await make.picture("p")})).errno == 0


async def test_the_ajax_surface_says_so_in_its_own_words(client: Client, make: Makers) -> None:
    user = await make.user()
    await wear_out(client, user.mobile)
    right = {"mobile": user.mobile, "password": PASSWORD}
    asked = await client.post("/api/login", right)
    assert (asked.status, asked.json["errcode"], asked.data["captcha"]) == (200, 4201, True)
    names = {"image_code_id": "p", "image_code_text": await make.picture("p")}
    assert (await client.post("/api/login", right | names)).errno == 0
