"""docs/abuse.md, row by row: two hundred addresses use up a limit, and the victim loses a picture code at most
(promise 20)."""

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from tests.client import Answer, Client
from tests.makers import PASSWORD, Makers, mobile

ADDRESSES = 200
NEW_PASSWORD = "another long password"
_OVERALL = {"limit_login_overall": "1000/5m", "bcrypt_queue": 1000}
pytestmark = [pytest.mark.torture, pytest.mark.settings(trusted_proxies="127.0.0.0/8", **_OVERALL)]
NewClient = Callable[[], Client]
_pictures = itertools.count()


def at(number: int) -> dict[str, str]:
    """Headers of a request from the address of that number."""
    return {"X-Forwarded-For": f"100.64.{number // 250}.{number % 250 + 1}"}


HOME, ELSEWHERE = at(10_000), at(10_001)


async def swarm(new_client: NewClient, attack: Callable[[Client, int], Any]) -> Counter[tuple[int, int]]:
    """Run `attack` from every address; the outcomes by status and errno."""
    outcomes: Counter[tuple[int, int]] = Counter()
    for start in range(0, ADDRESSES, 20):
        answers = await asyncio.gather(*(attack(new_client(), number) for number in range(start, start + 20)))
        outcomes.update((answer.status, answer.errno) for each in answers for answer in each)
    return outcomes


async def known_device(client: Client, make: Makers) -> str:
    """A mobile whose owner has signed in with this client before, and has left."""
    user = await make.user()
    assert (await client.post("/api/v1.0/sessions", _password(user.mobile), headers=HOME)).errno == 0
    assert (await client.delete("/api/v1.0/session")).errno == 0
    return user.mobile


async def with_a_picture(client: Client, make: Makers, path: str, body: dict[str, Any]) -> Answer:
    """What somebody at a new device meets: a picture code at most."""
    answer = await client.post(path, body, headers=ELSEWHERE)
    if answer.errno == 4201 and answer.data.get("captcha"):
        answer = await client.post(path, body | await _picture(make), headers=ELSEWHERE)
    return answer


async def _picture(make: Makers) -> dict[str, str]:
    picture_id = f"p{next(_pictures)}"
    return {"piccode_id": picture_id, "piccode": await make.picture(picture_id)}


def _password(number: str, password: str = PASSWORD) -> dict[str, str]:
    return {"mobile": number, "password": password}


async def test_wrong_passwords_for_one_mobile(new_client: NewClient, make: Makers) -> None:
    owner, laptop = new_client(), new_client()
    victim = await known_device(owner, make)

    async def attack(client: Client, number: int) -> list[Answer]:
        wrong = _password(victim, "a wrong password")
        return [await client.post("/api/v1.0/sessions", wrong, headers=at(number)) for _ in range(6)]

    outcomes = await swarm(new_client, attack)
    assert set(outcomes) == {(401, 4004), (429, 4201)}
    assert outcomes[401, 4004] <= 20
    assert (await owner.post("/api/v1.0/sessions", _password(victim), headers=HOME)).errno == 0
    assert (await with_a_picture(laptop, make, "/api/v1.0/sessions", _password(victim))).errno == 0


async def test_wrong_passwords_for_a_thousand_mobiles(new_client: NewClient, make: Makers) -> None:
    owner, laptop, neighbour = new_client(), new_client(), await make.user()
    victim = await known_device(owner, make)

    async def attack(client: Client, number: int) -> list[Answer]:
        return [await client.post("/api/login", _password(mobile()), headers=at(number)) for _ in range(6)]

    outcomes = await swarm(new_client, attack)
    assert outcomes == {(200, 4004): 1000, (200, 4201): 200}
    assert (await owner.post("/api/v1.0/sessions", _password(victim), headers=HOME)).errno == 0
    assert (await with_a_picture(laptop, make, "/api/v1.0/sessions", _password(neighbour.mobile))).errno == 0


async def test_wrong_passwords_do_not_reach_a_session(new_client: NewClient, make: Makers) -> None:
    owner = new_client()
    user = await make.sign_in(owner)

    async def attack(client: Client, number: int) -> list[Answer]:
        wrong = _password(user.mobile, "a wrong password")
        return [await client.post("/api/v1.0/sessions", wrong, headers=at(number))]

    await swarm(new_client, attack)
    change = {"old_password": PASSWORD, "password": NEW_PASSWORD}
    assert (await owner.put("/api/v1.0/user/password", change, headers=HOME)).errno == 0


@pytest.mark.settings(limit_sms_per_mobile="5/1h 10/24h")
async def test_sms_for_one_mobile(new_client: NewClient, make: Makers) -> None:
    owner = new_client()
    victim = await known_device(owner, make)

    async def attack(client: Client, number: int) -> list[Answer]:
        body = {"mobile": victim, "purpose": "reset"} | await _picture(make)
        return [await client.post("/api/v1.0/smscode", body, headers=at(number))]

    assert await swarm(new_client, attack) == {(200, 0): 4, (429, 4201): ADDRESSES - 4}
    body = {"mobile": victim, "purpose": "reset"} | await _picture(make)
    assert (await owner.post("/api/v1.0/smscode", body, headers=HOME)).errno == 0


@pytest.mark.settings(limit_sms_overall="30/24h", limit_sms_overall_new_devices="27/24h")
async def test_sms_for_everybody(new_client: NewClient, make: Makers) -> None:
    owner = new_client()
    victim = await known_device(owner, make)

    async def attack(client: Client, number: int) -> list[Answer]:
        body = {"mobile": mobile()} | await _picture(make)
        return [await client.post("/api/v1.0/smscode", body, headers=at(number))]

    assert await swarm(new_client, attack) == {(200, 0): 27, (429, 4201): ADDRESSES - 27}
    body = {"mobile": victim, "purpose": "login"} | await _picture(make)
    assert (await owner.post("/api/v1.0/smscode", body, headers=HOME)).errno == 0


async def test_sms_from_the_address_of_the_victim(new_client: NewClient, make: Makers) -> None:
    owner, attacker = new_client(), new_client()
    victim = await known_device(owner, make)
    asked = []
    for _ in range(ADDRESSES):
        body = {"mobile": mobile()} | await _picture(make)
        asked.append((await attacker.post("/api/v1.0/smscode", body, headers=HOME)).errno)
    assert Counter(asked) == {0: 10, 4202: ADDRESSES - 10}
    body = {"mobile": victim, "purpose": "login"} | await _picture(make)
    assert (await owner.post("/api/v1.0/smscode", body, headers=HOME)).errno == 0


async def test_guesses_at_a_code_that_is_out(new_client: NewClient, make: Makers) -> None:
    owner, number = new_client(), mobile()
    sent = await owner.post("/api/v1.0/smscode", {"mobile": number} | await _picture(make), headers=HOME)
    assert sent.errno == 0
    code = make.sent_sms()[-1]["code"]

    async def attack(client: Client, address: int) -> list[Answer]:
        guess = {"mobile": number, "sms_code": f"{(int(code) + 1 + address) % 10**6:06}", "password": PASSWORD}
        return [await client.post("/api/v1.0/users", guess, headers=at(address))]

    outcomes = await swarm(new_client, attack)
    assert outcomes == {(400, 4004): 5, (404, 4002): 45, (429, 4201): 150}
    right = {"mobile": number, "sms_code": code, "password": PASSWORD}
    asked = await owner.post("/api/v1.0/users", right, headers=HOME)
    assert asked.data["reason"] == "captcha_required"
    assert (await owner.post("/api/v1.0/users", right | await _picture(make), headers=HOME)).errno == 0


async def test_guesses_where_no_code_is_out_count_nowhere_else(new_client: NewClient, make: Makers) -> None:
    number = mobile()

    async def attack(client: Client, address: int) -> list[Answer]:
        guess = {"mobile": number, "sms_code": "222222", "password": PASSWORD}
        return [await client.post("/api/v1.0/users", guess, headers=at(address))]

    assert await swarm(new_client, attack) == {(404, 4002): ADDRESSES}
    right = {"mobile": number, "sms_code": await make.sms_code(number), "password": PASSWORD}
    assert (await new_client().post("/api/v1.0/users", right, headers=HOME)).errno == 0


async def test_an_address_that_is_shared(new_client: NewClient, make: Makers) -> None:
    """A neighbour behind the same address uses up all that is counted for it."""
    neighbour, laptop, user, newcomer = new_client(), new_client(), await make.user(), mobile()
    for _ in range(ADDRESSES):
        await neighbour.post("/api/v1.0/sessions", _password(mobile()), headers=ELSEWHERE)
        guess = {"mobile": mobile(), "sms_code": "222222", "password": PASSWORD}
        await neighbour.post("/api/v1.0/users", guess, headers=ELSEWHERE)
    assert (await with_a_picture(laptop, make, "/api/v1.0/sessions", _password(user.mobile))).errno == 0
    right = {"mobile": newcomer, "sms_code": await make.sms_code(newcomer), "password": PASSWORD}
    assert (await with_a_picture(laptop, make, "/api/v1.0/users", right)).errno == 0
