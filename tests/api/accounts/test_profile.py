"""Name and real name."""

from collections.abc import Callable

import pytest

from tests.client import Client
from tests.makers import Makers, identity_number


@pytest.mark.parametrize("name", ["小明", " 小明 ", "O'Brien", "<b>x</b>", "{{ 1+1 }}", "🏠" * 32, "x" * 32, "a\\b%s"])
async def test_a_name_is_kept_as_it_was_written(client: Client, make: Makers, name: str) -> None:
    await make.sign_in(client)
    assert (await client.put("/api/v1.0/user/name", {"name": name})).data == {"name": name.strip()}
    assert (await client.get("/api/v1.0/user")).data["name"] == name.strip()


@pytest.mark.parametrize("name", ["", "  ", "x" * 33, "a\nb", "a\0b", "a\u202eb", None, 1, [], {}, True], ids=repr)
async def test_a_bad_name_is_refused_and_the_old_one_stays(client: Client, make: Makers, name: object) -> None:
    user = await make.sign_in(client)
    answer = await client.put("/api/v1.0/user/name", {"name": name})
    assert (answer.status, answer.fields) == (400, {"name": "应为 1 到 32 个可见字符"})
    assert (await client.get("/api/v1.0/user")).data["name"] == user.name


async def test_a_user_id_that_is_sent_is_ignored(new_client: Callable[[], Client], make: Makers) -> None:
    mine, theirs = new_client(), new_client()
    await make.sign_in(mine)
    victim = await make.sign_in(theirs)
    body = {"name": "小明", "user_id": victim.id, "avatar_url": "http://evil.example/x.png"}
    await mine.put("/api/v1.0/user/name", body)
    shown = (await theirs.get(f"/api/v1.0/user?user_id={victim.id}")).data
    assert (shown["name"], shown["avatar"]) == (victim.name, None)
    assert (await mine.get(f"/api/v1.0/user?user_id={victim.id}")).data["name"] == "小明"


@pytest.mark.settings(limit_profile_per_user="2/1m")
async def test_renaming_is_limited(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answers = [await client.put("/api/v1.0/user/name", {"name": "小明"}) for _ in range(3)]
    assert [answer.status for answer in answers] == [200, 200, 429]


VALID = identity_number(7)


@pytest.mark.parametrize(
    "number",
    [VALID[:-1], VALID + "0", VALID[:-1] + ("0" if VALID[-1] != "0" else "1"), "11010520300101001X",
     "110105195002301239", "", None, 1, int(VALID[:17]), " " + VALID, VALID + "\n", "１" * 18, "11010519491231OO2X",
     [], {}],
    ids=repr,
)  # fmt: skip
async def test_what_is_no_identity_number_is_refused(client: Client, make: Makers, number: object) -> None:
    await make.sign_in(client)
    answer = await client.post("/api/v1.0/user/auth", {"real_name": "张三", "id_card": number})
    assert (answer.status, answer.fields) == (400, {"id_card": "身份证号应为 18 位有效号码"})
    assert (await client.get("/api/v1.0/user/auth")).data == {"real_name": None, "id_card": None}


async def test_an_unknown_county_and_a_small_x_are_no_error(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    number = identity_number(5, county="999999")
    assert (await client.post("/api/v1.0/user/auth", {"real_name": "张三", "id_card": number})).errno == 0
    await make.sign_in(client)
    assert (await client.post("/api/v1.0/user/auth", {"real_name": "李四", "id_card": "11010519491231002x"})).errno == 0


async def test_a_real_name_is_given_once(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    first = {"real_name": "张三", "id_card": identity_number(1)}
    assert (await client.post("/api/v1.0/user/auth", first)).errno == 0
    for again in (first, first | {"real_name": "李四"}, {"real_name": "李四", "id_card": identity_number(2)}):
        answer = await client.post("/api/v1.0/user/auth", again)
        assert (answer.status, answer.errno, answer.errmsg) == (409, 4003, "已实名认证，不能修改")
    assert (await client.get("/api/v1.0/user/auth")).data["real_name"] == "张三"


async def test_one_person_has_one_account(new_client: Callable[[], Client], make: Makers) -> None:
    first, second = new_client(), new_client()
    await make.sign_in(first)
    await make.sign_in(second)
    assert (await first.post("/api/v1.0/user/auth", {"real_name": "张三", "id_card": "11010519491231002X"})).errno == 0
    answer = await second.post("/api/v1.0/user/auth", {"real_name": "张三", "id_card": "11010519491231002x"})
    assert (answer.status, answer.errmsg) == (409, "该身份证号已被其他账号使用")
    assert (await second.get("/api/v1.0/user/auth")).data == {"real_name": None, "id_card": None}


async def test_five_tries_a_day(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    body = {"real_name": "张三", "id_card": identity_number(3)}
    statuses = [(await client.post("/api/v1.0/user/auth", body)).status for _ in range(6)]
    assert statuses == [200, 409, 409, 409, 409, 429]


async def test_the_table_holds_no_identity_number_that_can_be_read(client: Client, make: Makers) -> None:
    number = identity_number(4)
    await make.sign_in(client)
    await client.post("/api/v1.0/user/auth", {"real_name": "张三", "id_card": number})
    [row] = await make.rows("SELECT * FROM users WHERE real_name IS NOT NULL")
    assert number not in str(row)
    assert row["id_card"].startswith(b"dev.")
    assert len(row["id_card_index"]) == 32


@pytest.mark.parametrize("name", ["官方客服", "ihome客服", "Ⓐdmin", "ａｄｍｉｎ", "管理员", "客 服"])
async def test_nobody_is_named_as_the_platforms_staff(client: Client, make: Makers, name: str) -> None:
    user = await make.sign_in(client)
    for path, field in (("/api/v1.0/user/name", "name"), ("/api/profile/name", "up_name")):
        answer = await client.send("PUT" if "v1.0" in path else "POST", path, json={field: name})
        assert (answer.errno, answer.fields) == (4103, {field: "请换一个名字，它容易被误认为平台工作人员"})
    assert (await client.get("/api/v1.0/user")).data["name"] == user.name


@pytest.mark.parametrize(
    "name", ["\u3164", "\u2800", "\u115f", "小\u200b明", "\u2066小明", "小\u0301\u0301\u0301\u0301\u0301明"], ids=ascii
)
async def test_a_name_that_nobody_sees_is_refused(client: Client, make: Makers, name: str) -> None:
    await make.sign_in(client)
    assert (await client.put("/api/v1.0/user/name", {"name": name})).fields == {"name": "应为 1 到 32 个可见字符"}
    answer = await client.post("/api/v1.0/user/auth", {"real_name": name, "id_card": VALID})
    assert answer.fields == {"real_name": "应为 1 到 32 个可见字符"}


async def test_a_real_name_may_hold_a_middle_dot(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    assert (await client.post("/api/v1.0/user/auth", {"real_name": "约翰·史密斯", "id_card": VALID})).errno == 0
    assert (await client.get("/api/v1.0/user/auth")).data["real_name"] == "约翰·史密斯"
