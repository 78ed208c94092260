"""Many requests at one moment: what the stores hold afterwards, not what the answers claim, decides."""

import asyncio
from collections import Counter
from collections.abc import Callable

import aiomysql
import pytest
from redis.asyncio import Redis

from config import Config
from services.accounts.sms import subject
from services.deps import Deps
from tests.client import Client, race, raw
from tests.makers import PASSWORD, PATIENT, WIDE, Makers, identity_number, mobile
from utils.mysql import connection_options

JOBS = 20
wide = pytest.mark.settings(**WIDE | PATIENT)


@wide
async def test_one_sms_code_registers_one_user(http_server: object, http_port: int, make: Makers) -> None:
    for _ in range(JOBS):
        number = mobile()
        body = {"mobile": number, "sms_code": await make.sms_code(number), "password": PASSWORD}
        answers = await race(http_port, [raw("POST", "/api/v1.0/users", json=body)] * 50)
        assert Counter(answer.errno for answer in answers) == {0: 1, 4002: 49}
        assert len(await make.rows("SELECT id FROM users WHERE mobile = %s", number)) == 1


@wide
async def test_one_sms_code_signs_in_once(http_server: object, http_port: int, make: Makers, deps: Deps) -> None:
    for _ in range(JOBS):
        user = await make.user()
        body = {"mobile": user.mobile, "sms_code": await make.sms_code(user.mobile, "login")}
        await race(http_port, [raw("POST", "/api/v1.0/sessions", json=body)] * 50)
        assert len(await deps.sessions.of_user(user.id)) == 1


@pytest.mark.settings(**WIDE | PATIENT | {"database_pool": 110})
async def test_a_hundred_codes_for_one_mobile_make_one_row(
    http_server: object, http_port: int, make: Makers, store: Redis, config: Config, deps: Deps
) -> None:
    number = mobile()
    # a registration that is not committed yet holds all the others at the unique key
    async with aiomysql.connect(**connection_options(config.database_url or "")) as first:
        await first.begin()
        async with first.cursor() as cursor:
            await cursor.execute("INSERT INTO users (mobile, name, password_hash) VALUES (%s, '', '')", (number,))
        registrations = []
        for attempt in range(100):
            code = await make.sms_code(number, code=f"{attempt:06}")
            body = {"mobile": number, "sms_code": code, "password": PASSWORD}
            registrations.append(asyncio.create_task(race(http_port, [raw("POST", "/api/v1.0/users", json=body)])))
            while await store.exists(f"sms:{subject(deps, number, 'register')}"):
                await asyncio.sleep(0.001)
        await first.rollback()
    answers = [answer for [answer] in await asyncio.gather(*registrations)]
    assert Counter((answer.status, answer.errno) for answer in answers) == {(200, 0): 1, (409, 4003): 99}
    assert len(await make.rows("SELECT id FROM users WHERE mobile = %s", number)) == 1


@wide
async def test_two_hundred_guesses_are_five(http_server: object, http_port: int, make: Makers, client: Client) -> None:
    number = mobile()
    await make.sms_code(number, code="111111")
    guess = {"mobile": number, "password": PASSWORD}
    answers = await race(
        http_port, [raw("POST", "/api/v1.0/users", json=guess | {"sms_code": f"9{i:05}"}) for i in range(200)]
    )
    assert Counter(answer.errmsg for answer in answers) == {"短信验证码错误": 5, "短信验证码已过期": 195}
    assert (await client.post("/api/v1.0/users", guess | {"sms_code": "111111"})).errno == 4002
    await make.sms_code(number, code="222222")
    assert (await client.post("/api/v1.0/users", guess | {"sms_code": "222222"})).errno == 0


@wide
async def test_a_hundred_requests_in_any_spelling_send_one_sms(
    http_server: object, http_port: int, make: Makers
) -> None:
    for _ in range(3):
        number = mobile()
        requests = []
        for i in range(25):
            forged = {"X-Forwarded-For": f"203.0.113.{i}", "X-Real-Ip": f"203.0.113.{i}"}
            ids = [f"p{i}-{j}" for j in range(4)]
            for picture_id in ids:
                text = await make.picture(picture_id)
            requests += [
                raw("POST", "/api/smscode", json={"mobile": number, "id": ids[0], "text": text}, headers=forged),
                raw("POST", "/api/v1.0/smscode", json={"mobile": int(number), "id": ids[1], "text": text}),
                raw("POST", "/api/smscode/", form={"mobile": number, "piccode_id": ids[2], "piccode": text.upper()}),
                raw("GET", f"/api/v1.0/smscode/%31{number[1:]}?text={text},id={ids[3]}", headers=forged),
            ]
        answers = await race(http_port, requests)
        assert Counter(answer.errno for answer in answers) == {0: 1, 4201: 99}
        assert [sms["mobile"] for sms in make.sent_sms()].count(number) == 1


@wide
async def test_one_picture_sends_one_sms(http_server: object, http_port: int, make: Makers) -> None:
    for sent in range(1, JOBS + 1):
        text = await make.picture("p")
        requests = [raw("POST", "/api/smscode", json={"mobile": mobile(), "id": "p", "text": text}) for _ in range(50)]
        await race(http_port, requests)
        assert len(make.sent_sms()) == sent


@wide
async def test_two_hundred_guesses_of_a_password_are_five(http_server: object, http_port: int, make: Makers) -> None:
    user = await make.user()
    wrong = raw("POST", "/api/v1.0/sessions", json={"mobile": user.mobile, "password": "wrong"})
    answers = await race(http_port, [wrong] * 200)
    assert Counter(answer.status for answer in answers) == {401: 5, 429: 195}


@wide
async def test_one_identity_number_becomes_one_account(
    http_server: object, http_port: int, make: Makers, new_client: Callable[[], Client]
) -> None:
    for number in range(JOBS):
        card, requests = identity_number(number), []
        for _ in range(10):
            person = new_client()
            await make.sign_in(person)
            body = {"real_name": "张三", "id_card": card}
            requests.append(raw("POST", "/api/v1.0/user/auth", json=body, session=person.session))
        answers = await race(http_port, requests)
        assert Counter(answer.status for answer in answers) == {200: 1, 409: 9}
    assert len(await make.rows("SELECT id FROM users WHERE id_card_index IS NOT NULL")) == JOBS


@wide
async def test_one_account_takes_one_identity_number(
    http_server: object, http_port: int, make: Makers, client: Client
) -> None:
    for start in range(0, 10 * JOBS, 10):
        await make.sign_in(client)
        cards = [identity_number(number) for number in range(start, start + 10)]
        body = {"real_name": "张三"}
        answers = await race(
            http_port,
            [
                raw("POST", "/api/v1.0/user/auth", json=body | {"id_card": card}, session=client.session)
                for card in cards
            ],
        )
        assert [answer.status for answer in answers].count(200) == 1
        kept = cards[[answer.status for answer in answers].index(200)]
        assert (await client.get("/api/v1.0/user/auth")).data["id_card"] == kept[:3] + "*" * 11 + kept[-4:]


@wide
async def test_no_session_of_the_old_password_outlives_its_change(
    http_server: object, http_port: int, make: Makers, client: Client, deps: Deps
) -> None:
    for _ in range(JOBS):
        user = await make.sign_in(client)
        change = {"old_password": PASSWORD, "password": "another long password"}
        login = raw("POST", "/api/v1.0/sessions", json={"mobile": user.mobile, "password": PASSWORD})
        changing = raw("PUT", "/api/v1.0/user/password", json=change, session=client.session)
        # the change may meet the failure limit of its own mobile: fewer logins than that
        answers = await race(http_port, [login, login, changing, login, login])
        assert answers[2].errno == 0
        assert [session.device for session in await deps.sessions.of_user(user.id)] == ["test"]
