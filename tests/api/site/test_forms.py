"""What a request says is wrong: every field at once, under the names that were sent; and how lists are sent."""

import json
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.client import Answer, Client
from tests.makers import HOUSE, Makers, day, mobile
from tests.scene import Scene

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MULTIPART = {"Content-Type": "multipart/form-data; boundary=x"}
IN_YUAN = HOUSE | {"price": "399", "deposit": "500"}


def multipart(*pairs: tuple[str, object]) -> bytes:
    parts = [f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n' for name, value in pairs]
    return ("".join(parts) + "--x--\r\n").encode()


# -- every wrong field at once


async def test_publishing_says_an_unknown_area_beside_an_unknown_facility(client: Client, make: Makers) -> None:
    await make.host(client)
    unknown = {"area_id": 999, "facility": [1, 999]}
    expected = {"area_id": "没有这个区域", "facility": "没有这种设施"}
    answer = await client.post("/api/v1.0/houses", HOUSE | unknown)
    assert (answer.status, answer.fields) == (400, expected)
    house_id = await make.house(client)
    answer = await client.put(f"/api/v1.0/houses/{house_id}", HOUSE | unknown)
    assert (answer.status, answer.fields) == (400, expected)
    assert len((await client.get("/api/v1.0/user/houses")).data["houses"]) == 1


async def test_publishing_says_what_is_unknown_beside_what_is_malformed(client: Client, make: Makers) -> None:
    await make.host(client)
    wrong = {"title": "", "min_days": 7, "max_days": 3, "district": 999, "facilities": "1,999"}
    body = {name: value for name, value in HOUSE.items() if name not in ("area_id", "facility")} | wrong
    answer = await client.post("/api/v1.0/houses", body)
    assert answer.status == 400
    assert set(answer.fields) == {"title", "max_days", "district", "facilities"}
    assert (answer.fields["district"], answer.fields["facilities"]) == ("没有这个区域", "没有这种设施")


async def test_a_field_is_named_as_it_was_sent(client: Client, make: Makers) -> None:
    await make.host(client)
    body = {name: value for name, value in IN_YUAN.items() if name not in ("area_id", "capacity", "unit")}
    for district in (999, 70_000, "x"):
        sent = body | {"district": district, "house_capacity": 0, "house_unit": ""}
        answer = await client.post("/api/house/newhouse", sent)
        assert set(answer.fields) == {"district", "house_capacity", "house_unit"}, district
    answer = await client.post("/api/house/newhouse", body | {"district": 999, "house_capacity": 2, "house_unit": "x"})
    assert (answer.errno, answer.fields) == (4103, {"district": "没有这个区域"})


@pytest.mark.parametrize(("start", "end"), [("sd", "ed"), ("start_date", "end_date")])
async def test_a_quote_says_every_wrong_field(client: Client, make: Makers, start: str, end: str) -> None:
    await make.host(client)
    house_id = await make.house(client, min_days=3, max_days=5)
    where = f"/api/v1.0/houses/{house_id}/quote"
    short = {start: day(-1), end: day(1), "guests": 5}
    answer = await client.get(f"{where}?{urlencode(short)}")
    assert (answer.status, answer.errno) == (400, 4103)
    assert answer.fields == {start: "入住日期不能早于今天", end: "至少入住 3 晚", "guests": "最多入住 4 人"}
    late = {start: day(360), end: day(366), "guests": 5}
    answer = await client.get(f"{where}?{urlencode(late)}")
    assert answer.fields == {end: "离店日期应在今天起一年之内", "guests": "最多入住 4 人"}
    reversed_ = {start: day(-1), end: day(-2), "guests": 5}
    answer = await client.get(f"{where}?{urlencode(reversed_)}")
    assert set(answer.fields) == {start, end, "guests"}
    assert answer.fields[end] == "离店日期应晚于入住日期，且不超过 90 晚"
    malformed = {start: day(-1), end: day(7), "guests": "many"}
    answer = await client.get(f"{where}?{urlencode(malformed)}")
    assert set(answer.fields) == {start, end, "guests"}
    unknown = await client.get(f"/api/v1.0/houses/1{house_id}/quote?{urlencode(malformed)}")
    assert set(unknown.fields) == {start, "guests"}


@pytest.mark.parametrize(("path", "status"), [("/api/v1.0/orders", 400), ("/api/order", 200)])
async def test_a_booking_says_every_wrong_field(scene: Scene, path: str, status: int) -> None:
    stay = {"house_id": scene.house_id, "sd": str(day(-1)), "ed": str(day(400)), "guests": 5}
    for sent, names in (
        (stay, {"sd", "ed", "guests"}),
        (stay | {"ed": str(day(3))}, {"sd", "guests"}),
        (stay | {"sd": str(day(1)), "ed": str(day(3))}, {"guests"}),
        (stay | {"sd": "tomorrow"}, {"sd", "ed", "guests"}),
        (stay | {"house_id": "x"}, {"house_id", "sd", "ed"}),
    ):
        answer = await scene.guest.post(path, sent)
        assert (answer.status, answer.errno, set(answer.fields)) == (status, 4103, names), sent


async def test_nothing_of_a_hidden_house_is_told(scene: Scene) -> None:
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})
    stay = {"sd": day(-1), "ed": day(2), "guests": 5}
    where = f"/api/v1.0/houses/{scene.house_id}/quote"
    assert (await scene.guest.get(f"{where}?{urlencode(stay)}")).errno == 4002
    assert set((await scene.guest.get(f"{where}?{urlencode(stay | {'guests': 0})}")).fields) == {"sd", "guests"}


async def test_prices_without_any_say_so(scene: Scene) -> None:
    for body in ({}, {"other": 1}):
        answer = await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", body)
        assert (answer.errno, answer.errmsg) == (4103, "请至少填写一项")
        assert set(answer.fields.values()) == {"请至少填写一项"}
        assert "weekend_price" in answer.fields
        assert "house_id" not in answer.fields


# -- lists


@pytest.fixture
async def published(client: Client, make: Makers) -> int:
    await make.host(client)
    return await make.house(client, facility=[])


def facilities_sent(kind: str) -> tuple[bytes, dict[str, str]]:
    values = [(name, value) for name, value in HOUSE.items() if name != "facility"]
    lists: dict[str, list[tuple[str, object]]] = {
        "commas": [("facility", "1,3")],
        "repeated": [("facility", 1), ("facility", 3)],
        "brackets": [("facility[]", 1), ("facility[]", 3)],
        "one bracket": [("facilities[]", "1"), ("facilities[]", 3)],
        "indexes": [("facility[0]", 1), ("facility[1]", 3)],
        "JSON text": [("facility", "[1,3]")],
    }
    return urlencode(values + lists[kind]).encode(), FORM


@pytest.mark.parametrize("kind", ["commas", "repeated", "brackets", "one bracket", "indexes", "JSON text"])
async def test_facilities_of_a_form(client: Client, make: Makers, kind: str) -> None:
    await make.host(client)
    body, headers = facilities_sent(kind)
    answer = await client.send("POST", "/api/v1.0/houses", body=body, headers=headers)
    assert answer.errno == 0, answer.json
    shown = (await client.get(f"/api/v1.0/houses/{answer.data['house_id']}")).data["house"]
    assert [each["facility_id"] for each in shown["facilities"]] == [1, 3]


@pytest.mark.parametrize(
    "names", [("facilities", "facilities"), ("facility[]", "facility[]"), ("facility", "facility")]
)
async def test_a_search_takes_repeated_facilities(client: Client, make: Makers, names: tuple[str, str]) -> None:
    await make.host(client)
    both, one = await make.house(client, facility=[1, 3]), await make.house(client, facility=[3])
    query = urlencode([(names[0], 1), (names[1], 3)])
    found = (await client.get(f"/api/v1.0/houses?{query}")).data["houses"]
    assert [house["house_id"] for house in found] == [both] != [one]


@pytest.mark.parametrize(
    "pairs",
    [
        [("title", "a"), ("title", "b")],
        [("title[]", "a")],
        [("facility[1]", "1")],
        [("facility[0]", "1"), ("facility[0]", "3")],
        [("facility[x]", "1")],
        [("facility[]", "1,3")],
        [("facility", "1"), ("facility", "x")],
        [("facility", "[1,")],
        [("facility", "[[1]]")],
        [("facility", '{"a":1}')],
        [("facility", "[" * 5_000)],
        [("facility", "1")] * 99,
    ],
    ids=lambda pairs: str(pairs)[:40],
)
async def test_what_is_no_list_is_refused(client: Client, make: Makers, pairs: list[tuple[str, str]]) -> None:
    await make.host(client)
    values = [(name, value) for name, value in HOUSE.items() if name not in ("facility", "title")]
    answer = await client.send("POST", "/api/v1.0/houses", body=urlencode(values + pairs).encode(), headers=FORM)
    assert answer.errno == 4103
    assert answer.fields or answer.errmsg == "表单无法解析，或字段过多"


def two_days() -> list[str]:
    return [f"{day(3)}", f"{day(5)}"]


def forms_of_days(first: str, second: str) -> dict[str, tuple[bytes, dict[str, str]]]:
    pairs = {
        "commas": [("blocked", f"{first},{second}")],
        "repeated": [("blocked", first), ("blocked", second)],
        "brackets": [("blocked[]", first), ("blocked[]", second)],
        "indexes": [("blocked[0]", first), ("blocked[1]", second)],
        "JSON text": [("blocked", json.dumps([first, second]))],
    }
    urlencoded = {kind: (urlencode(sent).encode(), FORM) for kind, sent in pairs.items()}
    return urlencoded | {f"multipart {kind}": (multipart(*sent), MULTIPART) for kind, sent in pairs.items()}


async def test_nights_are_blocked_by_every_kind_of_form(scene: Scene) -> None:
    where = f"/api/v1.0/houses/{scene.house_id}/calendar"
    for kind, (body, headers) in forms_of_days(*two_days()).items():
        await scene.host.put(where, {"blocked": []})
        answer = await scene.host.send("PUT", where, body=body, headers=headers)
        assert answer.errno == 0, (kind, answer.json)
        assert await scene.taken() == two_days(), kind
    answer = await scene.host.send("PUT", where, body=b"blocked=", headers=FORM)
    assert (answer.errno, await scene.taken()) == (0, [])


@pytest.mark.parametrize("sent", ["2026", "[", "[1]", "[null]", "{}", "x,y", "[" * 2_000, '["2026-01-01",]'])
async def test_odd_days_are_refused(scene: Scene, sent: str) -> None:
    where = f"/api/v1.0/houses/{scene.house_id}/calendar"
    answer = await scene.host.send("PUT", where, body=urlencode({"blocked": sent}).encode(), headers=FORM)
    assert (answer.errno, list(answer.fields)) == (4103, ["blocked"])


async def price_by_form(scene: Scene, *pairs: tuple[str, object]) -> Answer:
    where = f"/api/v1.0/houses/{scene.house_id}/prices"
    return await scene.host.send("PUT", where, body=urlencode(pairs).encode(), headers=FORM)


async def test_ranges_are_set_by_every_kind_of_form(scene: Scene) -> None:
    first = {"start_date": f"{day(3)}", "end_date": f"{day(5)}", "price": 50000}
    second = {"start_date": f"{day(7)}", "end_date": f"{day(9)}", "price": 60000}
    one, two = json.dumps(first), json.dumps(second)
    for pairs in (
        [("ranges", f"[{one},{two}]")],
        [("ranges", one), ("ranges", two)],
        [("ranges[]", one), ("ranges[]", two)],
        [("ranges[0]", one), ("ranges[1]", two)],
    ):
        assert (await price_by_form(scene, ("ranges", ""))).errno == 0
        answer = await price_by_form(scene, *pairs)
        assert answer.errno == 0, (pairs, answer.json)
        shown: list[Any] = (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}/prices")).data["ranges"]
        assert [each["price"] for each in shown] == [50000, 60000]
    twice = one.replace('"price"', '"price":1,"price"')
    for odd in ("x", "[", "[[]]", "1", "null", "[" * 3_000, f"[{twice}]"):
        answer = await price_by_form(scene, ("ranges", odd))
        assert (answer.errno, list(answer.fields)) == (4103, ["ranges"]), odd


async def test_a_form_takes_the_weekend_price_away(scene: Scene) -> None:
    assert (await price_by_form(scene, ("weekend_price", 50000))).errno == 0
    assert (await price_by_form(scene, ("weekend_price", ""))).errno == 0
    assert (await scene.host.get(f"/api/v1.0/houses/{scene.house_id}/prices")).data["weekend_price"] is None


async def test_a_form_has_at_most_a_hundred_fields(client: Client) -> None:
    for count, answered in ((99, 4004), (100, 4103)):
        fields = "&".join(["mobile=13900000000&password=wrong-password", *(f"x{n}=1" for n in range(1, count))])
        answer = await client.send("POST", "/api/login", body=fields.encode(), headers=FORM)
        assert answer.errno == answered, count


async def test_the_boundary_may_stand_behind_other_parameters(client: Client) -> None:
    body = multipart(("mobile", "13900000000"), ("password", "wrong-password"))
    headers = {"Content-Type": 'multipart/form-data; charset=utf-8; boundary="x"'}
    assert (await client.send("POST", "/api/login", body=body, headers=headers)).errno == 4004


# -- names that are given twice


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ('{"mobile":1,"mobile":2}', "mobile"),
        ('{"mobile":1,"\\u006dobile":2}', "mobile"),
        ('{"mobile":"13900000000","password":{"a":1,"a":1}}', "a"),
        ('{"mobile":[[{"b":{},"b":[]}]]}', "b"),
    ],
)
async def test_a_name_that_json_gives_twice_is_refused(client: Client, body: str, name: str) -> None:
    for path in ("/api/login", "/api/v1.0/sessions"):
        headers = {"Content-Type": "application/json"}
        answer = await client.send("POST", path, body=body.encode(), headers=headers)
        assert (answer.errno, answer.fields) == (4103, {name: "字段重复"})


async def test_two_values_under_two_names_of_one_field_are_refused(client: Client, make: Makers) -> None:
    """Else the one that this document's readers do not expect may be taken."""
    await make.host(client)
    answer = await client.post("/api/v1.0/houses", HOUSE | {"district": 2})
    assert (answer.errno, answer.fields) == (4103, {"area_id": "字段重复", "district": "字段重复"})
    assert (await client.post("/api/v1.0/houses", HOUSE | {"district": HOUSE["area_id"]})).errno == 0
    assert (await client.get("/api/imagecode?codeid=a&id=b")).fields == {"codeid": "字段重复", "id": "字段重复"}
    assert (await client.get("/api/imagecode?codeid=a&id=a")).status == 200


async def test_one_name_in_two_objects_is_no_repetition(scene: Scene) -> None:
    ranges = [{"start_date": f"{day(n)}", "end_date": f"{day(n + 1)}", "price": 50000} for n in (3, 5)]
    answer = await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/prices", {"ranges": ranges})
    assert answer.errno == 0


# -- picture codes


@pytest.mark.parametrize("text", ["abc", "abcde", "", "ab!d", "图片", "x" * 1000, " r85c", 12345, 1])
async def test_any_other_text_is_a_wrong_picture(client: Client, make: Makers, text: object) -> None:
    for path, status in (("/api/smscode", 200), ("/api/v1.0/smscode", 400)):
        right = await make.picture("p")
        answer = await client.post(path, {"mobile": mobile(), "id": "p", "text": text})
        assert (answer.status, answer.errno, answer.errmsg) == (status, 4004, "图片验证码错误")
        again = await client.post(path, {"mobile": mobile(), "id": "p", "text": right})
        assert (again.errno, again.errmsg) == (4002, "图片验证码已过期")
    assert make.sent_sms() == []


@pytest.mark.parametrize("text", [None, True, [], {}, 1.5])
async def test_what_is_no_text_is_malformed_and_spends_nothing(client: Client, make: Makers, text: object) -> None:
    right = await make.picture("p")
    answer = await client.post("/api/smscode", {"mobile": mobile(), "id": "p", "text": text})
    assert (answer.errno, list(answer.fields)) == (4103, ["text"])
    assert (await client.post("/api/smscode", {"mobile": mobile(), "id": "p"})).errno == 4103
    assert (await client.post("/api/smscode", {"mobile": mobile(), "id": "p", "text": right})).errno == 0


@pytest.mark.parametrize("name", ["codeid", "image_code_id", "piccode_id", "id"])
async def test_the_paths_picture_goes_before_the_querys(client: Client, make: Makers, name: str) -> None:
    assert (await client.get(f"/api/v1.0/imagecode/A?{name}=B")).status == 200
    assert [picture["id"] for picture in make.drawn_pictures()] == ["A"]


# -- plain words


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("area_id", "", "请选择区域"),
        ("area_id", "x", "请选择区域"),
        ("area_id", 0, "没有这个区域"),
        ("area_id", 70_000, "没有这个区域"),
        ("price", "1 元", "请填写 0.01–1,000,000 元"),
        ("price", 0, "请填写 0.01–1,000,000 元"),
        ("price", 10**9, "请填写 0.01–1,000,000 元"),
        ("deposit", 10**9, "请填写 0–1,000,000 元"),
        ("room_count", 51, "请填写 1–50 之间的整数"),
        ("facility", [0], "没有这种设施"),
        ("facility", [70_000], "没有这种设施"),
        ("lat", 91, "纬度应为 -90 到 90"),
        ("lng", "x", "经度应为 -180 到 180"),
    ],
)
async def test_a_refusal_says_what_is_right(client: Client, make: Makers, field: str, value: object, said: str) -> None:
    await make.host(client)
    answer = await client.post("/api/v1.0/houses", HOUSE | {field: value})
    assert (answer.status, answer.fields) == (400, {field: said})


@pytest.mark.parametrize("value", ["-1", "1000000", "1.234", "x", "", "1e3", None, True])
async def test_an_amount_in_yuan_has_a_bound_that_is_said(client: Client, make: Makers, value: object) -> None:
    await make.host(client)
    answer = await client.post("/api/house/newhouse", IN_YUAN | {"deposit": value, "price": value})
    assert answer.fields == {
        "deposit": "请填写 0–999,999.99 元，最多两位小数",
        "price": "请填写 0.01–999,999.99 元，最多两位小数",
    }


async def test_an_odd_number_of_a_house_is_said_plainly(client: Client) -> None:
    assert (await client.get("/api/v1.0/houses/x")).fields == {"house_id": "编号格式错误"}
    assert (await client.get("/api/v1.0/houses?aid=x")).fields == {"aid": "请选择区域"}


# -- texts


@pytest.mark.parametrize(
    "hidden", ["\u3164", "a\u2800", "a\u200bb", "a\u202eb", "a\u2028b", "a\x1cb", "👨\u200d"], ids=ascii
)
async def test_what_a_guest_cannot_see_is_refused_everywhere(scene: Scene, hidden: str) -> None:
    answer = await scene.host.post("/api/v1.0/houses", HOUSE | {"title": hidden, "description": hidden})
    assert set(answer.fields) == {"title", "description"}
    for who, what, more in ((scene.guest, "comment", {"rating": 5}), (scene.host, "reply", {})):
        assert list((await who.put(f"/api/v1.0/orders/1/{what}", {what: hidden} | more)).fields) == [what]


@pytest.mark.parametrize("blank", ["  ", "\x1c\x1d", "\u3000", "\n\n"], ids=ascii)
async def test_a_blank_text_is_none(scene: Scene, blank: str) -> None:
    for who, what, more in ((scene.guest, "comment", {"rating": 5}), (scene.host, "reply", {})):
        assert list((await who.put(f"/api/v1.0/orders/1/{what}", {what: blank} | more)).fields) == [what]
    house_id = await scene.make.house(scene.host, description=blank)
    assert (await scene.host.get(f"/api/v1.0/houses/{house_id}")).data["house"]["description"] == ""


async def test_emoji_stay_and_lines_end_plainly(client: Client, make: Makers) -> None:
    await make.host(client)
    family = "👨\u200d👩\u200d👧 ❤️"
    house_id = await make.house(client, title=family, description=f" {family}\r\n\u3000好\r")
    shown = (await client.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    assert (shown["title"], shown["description"]) == (family, f"{family}\n 好")
