"""Document 002 (docs/api-contract.md), section by section: the REST surface."""

import pytest

from tests.client import Client
from tests.makers import PASSWORD, Makers, identity_number

MOBILE = "18351922521"
IMAGE_CODE_ID = "f78a6c48-70fc-4b6a-b564-7e8043903e24"


async def test_1_the_picture_code_is_a_jpeg(client: Client) -> None:
    answer = await client.get(f"/api/v1.0/imagecode/{IMAGE_CODE_ID}")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.body.startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("separator", [",", "&"])
async def test_2_sms_by_get_in_the_printed_form_and_in_the_usual_one(
    client: Client, make: Makers, separator: str
) -> None:
    await client.get(f"/api/v1.0/imagecode/{IMAGE_CODE_ID}")
    text = make.drawn_pictures()[0]["text"]
    answer = await client.get(f"/api/v1.0/smscode/{MOBILE}?text={text}{separator}id={IMAGE_CODE_ID}")
    assert answer.status == 200
    assert answer.json == {"errno": 0, "errmsg": "发送成功", "data": {}}
    assert make.sent_sms()[0]["mobile"] == MOBILE


async def test_2_a_wrong_picture_code_is_a_400_and_an_expired_one_a_404(client: Client, make: Makers) -> None:
    await make.picture(IMAGE_CODE_ID, "wxyz")
    path = f"/api/v1.0/smscode/{MOBILE}?text=abcd&id={IMAGE_CODE_ID}"
    assert ((await client.get(path)).status, (await client.get(path)).status) == (400, 404)


async def test_3_register(client: Client, make: Makers) -> None:
    code = await make.sms_code(MOBILE)
    answer = await client.post("/api/v1.0/users", {"mobile": MOBILE, "sms_code": code, "password": PASSWORD})
    assert answer.status == 200
    assert (answer.errno, answer.errmsg) == (0, "OK")
    assert list(answer.data) == ["user_id", "name", "mobile", "avatar", "create_time"]
    assert answer.data["mobile"] == MOBILE
    assert (await client.get("/api/v1.0/session")).data["user_id"] == answer.data["user_id"]


async def test_4_login(client: Client, make: Makers) -> None:
    user = await make.user(MOBILE)
    answer = await client.post("/api/v1.0/sessions", {"mobile": MOBILE, "password": PASSWORD})
    assert (answer.status, answer.json) == (200, {"errno": 0, "errmsg": "OK", "data": {"user_id": user.id}})


async def test_4_a_wrong_password_is_a_401(client: Client, make: Makers) -> None:
    await make.user(MOBILE)
    answer = await client.post("/api/v1.0/sessions", {"mobile": MOBILE, "password": "wrong"})
    assert (answer.status, answer.json) == (401, {"errno": 4004, "errmsg": "用户名或密码错误", "data": {}})


async def test_5_the_user(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    answer = await client.get("/api/v1.0/user")
    assert answer.status == 200
    assert answer.data["user_id"] == user.id
    assert answer.data["mobile"] == user.mobile


async def test_7_the_name_is_changed_by_put(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await client.put("/api/v1.0/user/name", {"name": "小明", "user_id": 1})
    assert (answer.status, answer.json) == (200, {"errno": 0, "errmsg": "OK", "data": {"name": "小明"}})
    again = await client.put("/api/v1.0/user/name", {"name": "小明"})
    assert again.errno == 0


async def test_8_and_9_the_real_name(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    assert (await client.get("/api/v1.0/user/auth")).data == {"real_name": None, "id_card": None}
    number = identity_number()
    given = await client.post("/api/v1.0/user/auth", {"real_name": "张三", "id_card": number})
    assert (given.status, given.json) == (200, {"errno": 0, "errmsg": "OK", "data": {}})
    shown = await client.get("/api/v1.0/user/auth")
    assert shown.data == {"real_name": "张三", "id_card": number[:3] + "*" * 11 + number[-4:]}


async def test_10_logout(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answer = await client.delete("/api/v1.0/session")
    assert (answer.status, answer.json) == (200, {"errno": 0, "errmsg": "OK", "data": {}})
    assert client.session is None
    assert (await client.get("/api/v1.0/session")).status == 401
