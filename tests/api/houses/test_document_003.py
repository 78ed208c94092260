"""Document 003 (docs/api-contract.md), section by section: the AJAX surface with flat answers."""

from tests.client import Client
from tests.makers import HOUSE, PASSWORD, Makers
from tests.pictures import form, picture

MOBILE = "18516951234"
IMAGE_CODE_ID = "f78a6c48-70fc-4b6a-b564-7e8043903e24"


async def test_1_the_picture_code(client: Client, make: Makers) -> None:
    for previous in ("pcodeid", "precodeid"):
        text = await make.picture("122")
        answer = await client.get(f"/api/imagecode?codeid=123&{previous}=122")
        assert answer.headers["Content-Type"] == "image/jpeg"
        spent = {"mobile": MOBILE, "image_code_id": "122", "image_code_text": text}
        assert (await client.post("/api/smscode", spent)).errmsg == "图片验证码已过期"


async def test_1_no_previous_picture(client: Client) -> None:
    assert (await client.get("/api/imagecode?codeid=123&pcodeid=")).status == 200
    assert (await client.get("/api/imagecode?codeid=123")).status == 200


async def test_2_send_an_sms_code(client: Client, make: Makers) -> None:
    await make.picture(IMAGE_CODE_ID, "fmrc")
    request = {"mobile": MOBILE, "image_code_id": IMAGE_CODE_ID, "image_code_text": "FmRc"}
    answer = await client.post("/api/smscode", request)
    assert (answer.errno, answer.errmsg) == (0, "发送成功")
    assert len(make.sent_sms()) == 1


async def test_3_register_with_phonecode_and_password2(client: Client, make: Makers) -> None:
    code = await make.sms_code(MOBILE)
    request = {"mobile": MOBILE, "phonecode": code, "password": PASSWORD, "password2": PASSWORD}
    answer = await client.post("/api/register", request)
    assert (answer.errno, answer.errmsg) == (0, "OK")
    assert (await client.get("/api/check_login")).json["mobile"] == MOBILE


async def test_3_two_passwords_that_differ_or_lack_spend_no_code(client: Client, make: Makers) -> None:
    code = await make.sms_code(MOBILE)
    request = {"mobile": MOBILE, "phonecode": code, "password": PASSWORD}
    assert (await client.post("/api/register", request)).fields == {"password2": "必填"}
    differ = await client.post("/api/register", request | {"password2": PASSWORD + "!"})
    assert (differ.status, differ.errno, differ.fields) == (200, 4103, {"password2": "两次输入的密码不一致"})
    assert (await client.post("/api/register", request | {"password2": PASSWORD})).errno == 0


async def test_4_login_and_5_check_login_and_6_logout(client: Client, make: Makers) -> None:
    user = await make.user(MOBILE)
    assert (await client.post("/api/login", {"mobile": MOBILE, "password": PASSWORD})).errno == 0
    shown = (await client.get("/api/check_login")).json
    assert (shown["user_id"], shown["name"], shown["mobile"], shown["avatar"]) == (user.id, MOBILE, MOBILE, None)
    assert (await client.get("/api/logout")).errmsg == "OK"
    assert (await client.get("/api/check_login")).errno == 4101


async def test_7_the_profile_stands_beside_errno(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    shown = (await client.get("/api/profile")).json
    assert (shown["errno"], shown["username"], shown["mobile"], shown["avatar"]) == (0, user.name, user.mobile, None)
    assert shown["data"] == {
        "username": user.name,
        "mobile": user.mobile,
        "avatar": None,
        "up_name": user.name,
        "up_mobile": user.mobile,
        "up_avatar": None,
    }


async def test_8_the_avatar_stands_beside_errno(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    body, headers = form(picture())
    answer = await client.post("/api/profile/avatar", body=body, headers=headers)
    assert answer.json["url"].endswith(".jpg")
    assert (await client.get("/api/profile")).json["avatar"] == answer.json["url"]


async def test_9_change_the_name(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    assert (await client.post("/api/profile/name", {"name": "小明"})).errno == 0
    assert (await client.get("/api/profile")).json["username"] == "小明"


async def test_11_publish_a_house(client: Client, make: Makers) -> None:
    await make.host(client)
    answer = await client.post("/api/house/newhouse", HOUSE | {"price": "100"})
    assert (answer.errno, answer.errmsg) == (0, "OK")
    assert isinstance(answer.json["house_id"], int)
