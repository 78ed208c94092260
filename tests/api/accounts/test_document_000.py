"""Document 000 (docs/api-contract.md), section by section: the AJAX surface with `errcode`."""

from tests.client import Client
from tests.makers import PASSWORD, Makers, identity_number


async def test_1_the_picture_code_is_a_picture_and_a_new_one_replaces_it(client: Client, make: Makers) -> None:
    first = await client.get("/api/pitcode/?codeid=123&precodeid=")
    assert first.status == 200
    assert first.headers["Content-Type"] == "image/jpeg"
    assert first.headers["Cache-Control"] == "no-store"
    assert first.body.startswith(b"\xff\xd8\xff")
    second = await client.get("/api/pitcode/?codeid=124&precodeid=123")
    assert second.body != first.body
    text = make.drawn_pictures()[0]["text"]
    answer = await client.post("/api/smscode", {"mobile": 18351922521, "piccode": text, "piccode_id": "123"})
    assert answer.json == {"errno": 4002, "errcode": 4002, "errmsg": "图片验证码已过期", "data": {}}


async def test_2_a_right_picture_code_sends_an_sms(client: Client, make: Makers) -> None:
    await client.get("/api/pitcode/?codeid=123&precodeid=")
    text = make.drawn_pictures()[0]["text"]
    answer = await client.post("/api/smscode", {"mobile": 18351922521, "piccode": text, "piccode_id": "123"})
    assert answer.status == 200
    assert answer.json == {"errno": 0, "errcode": 0, "errmsg": "发送成功", "data": {}}
    [sms] = make.sent_sms()
    assert sms["mobile"] == "18351922521"
    assert sms["purpose"] == "register"
    assert len(sms["code"]) == 6


async def test_2_a_number_serves_as_picture_id(client: Client, make: Makers) -> None:
    text = await make.picture("123")
    answer = await client.post("/api/smscode", {"mobile": "18351922521", "piccode": text, "piccode_id": 123})
    assert answer.errno == 0


async def test_2_a_wrong_picture_code_is_refused_and_the_picture_is_spent(client: Client, make: Makers) -> None:
    right = await make.picture("123", "wxyz")
    request = {"mobile": 18351922521, "piccode": "abcd", "piccode_id": "123"}
    wrong = await client.post("/api/smscode", request)
    assert wrong.status == 200
    assert wrong.json == {"errno": 4004, "errcode": 4004, "errmsg": "图片验证码错误", "data": {}}
    again = await client.post("/api/smscode", request | {"piccode": right})
    assert again.errno == 4002
    assert make.sent_sms() == []


async def test_3_login_and_4_check_login(client: Client, make: Makers) -> None:
    user = await make.user("18351922521")
    before = await client.get("/api/check_login")
    assert (before.status, before.json["errcode"], before.errmsg) == (200, 4101, "用户未登录")
    answer = await client.post("/api/login", {"mobile": "18351922521", "password": PASSWORD})
    assert answer.json == {"errno": 0, "errcode": 0, "errmsg": "OK", "data": {"user_id": user.id}}
    after = await client.get("/api/check_login")
    assert after.json["errcode"] == 0
    assert after.data == {"user_id": user.id, "name": "18351922521", "mobile": "18351922521", "avatar": None}
    assert after.json["username"] == "18351922521"


async def test_3_login_with_a_form_and_a_mobile_as_number(client: Client, make: Makers) -> None:
    await make.user("18351922521")
    assert (await client.post("/api/login", form={"mobile": "18351922521", "password": PASSWORD})).errno == 0
    assert (await client.post("/api/login/", {"mobile": 18351922521, "password": PASSWORD})).errno == 0


async def test_6_logout(client: Client, make: Makers) -> None:
    for verb in ("GET", "POST"):
        await make.sign_in(client)
        token = client.session
        answer = await client.send(verb, "/api/logout")
        assert answer.json == {"errno": 0, "errcode": 0, "errmsg": "OK", "data": {}}
        assert client.session is None
        client.session = token
        assert (await client.get("/api/check_login")).errno == 4101


async def test_7_the_name_is_read_and_changed(client: Client, make: Makers) -> None:
    user = await make.sign_in(client)
    before = await client.get("/api/profile/name")
    assert before.data == {"name": user.mobile, "up_name": user.mobile}
    changed = await client.post("/api/profile/name", {"up_name": "小明"})
    assert changed.json["errcode"] == 0
    assert changed.data == {"name": "小明", "up_name": "小明"}
    assert (await client.post("/api/profile/name", form={"name": "小红"})).errno == 0
    assert (await client.get("/api/profile/name")).data["up_name"] == "小红"


async def test_8_the_real_name_is_null_then_given_then_masked(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    number = identity_number()
    before = await client.get("/api/profile/auth")
    assert before.data == {"real_name": None, "id_card": None, "up_real_name": None, "up_id_card": None}
    given = await client.post("/api/profile/auth", {"real_name": "张三", "id_card": number})
    assert given.json == {"errno": 0, "errcode": 0, "errmsg": "OK", "data": {}}
    masked = number[:3] + "*" * 11 + number[-4:]
    after = await client.get("/api/profile/auth")
    assert after.data == {"real_name": "张三", "id_card": masked, "up_real_name": "张三", "up_id_card": masked}
