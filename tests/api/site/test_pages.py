"""Pages as they arrive; what they do in a browser is in tests/e2e."""

import re
from html import unescape
from urllib.parse import parse_qsl, quote

import pytest

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.makers import HOUSE, PASSWORD, WIDE, Makers
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
HTML = {"Accept": "text/html,application/xhtml+xml"}
PUBLIC = ("/", "/search", "/login", "/register", "/reset")
HOSTILE = ("<svg onload=alert(1)>", "{{ 7*7 }}{% raw x %}", "\"'><script>alert(1)</script>")


async def test_index_search_and_house_arrive_with_their_content(scene: Scene) -> None:
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    await scene.host.post("/api/house/image", body=body, headers=headers)
    for path in ("/", "/search?aid=1&q=%E5%9B%9B%E5%90%88%E9%99%A2", f"/houses/{scene.house_id}"):
        page = await scene.new_client().get(path)
        assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=UTF-8")
        assert HOUSE["title"] in unescape(page.body.decode())
        assert "-320.webp" in page.body.decode()
    assert HOUSE["title"] not in (await scene.new_client().get("/search?aid=2")).body.decode()


@pytest.mark.parametrize("path", PUBLIC)
async def test_a_page_runs_nothing_but_its_own_files(scene: Scene, path: str) -> None:
    page = await scene.new_client().get(path)
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    text = re.sub(r'<link rel="(?:canonical|alternate)"[^>]*>', "", page.body.decode())  # these are not loaded
    assert not re.search(r"\son\w+=|\sstyle=|<style", text)
    assert not re.search(r"<script(?![^>]*(?:src=|application/json))", text)
    assert not re.search(r"""(?:src|href)="(?:https?:)?//""", text)


async def test_addresses_of_files_hold_their_hash_and_never_change(scene: Scene) -> None:
    client = scene.new_client()
    text = (await client.get("/")).body.decode()
    files = re.findall(r"/static/[0-9a-f]{16}/[\w.-]+", text)
    assert len(set(files)) >= 3
    for path in files:
        file = await client.get(path)
        assert file.status == 200
        assert file.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    for path in ("/static/000000000000/../../config.py", "/static/nothing.js", "/static/000000000000/secret.txt"):
        assert (await client.get(path)).status == 404


@pytest.mark.parametrize("text", HOSTILE)
async def test_what_people_write_is_shown_as_text(scene: Scene, make: Makers, text: str) -> None:
    await scene.host.put("/api/v1.0/user/name", {"name": text[:32]})
    fields = dict.fromkeys(("title", "address", "unit", "beds", "description"), text[:32])
    house_id = await make.house(scene.host, **fields)
    stay = scene.stay() | {"house_id": house_id}
    order_id = (await scene.guest.post("/api/v1.0/orders", stay)).data["order_id"]
    await make.change("UPDATE orders SET status = 'COMPLETE', comment = %s, reply = %s, rating = 5, "
                      "commented_at = NOW(6) WHERE id = %s", text, text, order_id)  # fmt: skip
    for who, paths in (
        (scene.guest, ("/", "/search", f"/houses/{house_id}", f"/search?q={quote(text[:3])}")),
        (scene.host, ("/me", "/me/profile", "/host", f"/host/houses/{house_id}", f"/host/houses/{house_id}/calendar")),
    ):
        for path in paths:
            page = await who.get(path, headers=HTML)
            assert page.status == 200, path
            source = page.body.decode()
            assert "<" not in text or text[:32] not in source
            assert "49" not in re.findall(r"<strong[^>]*>([^<]*)</strong>", source)
            if "search?q" not in path and path != "/me/profile":
                assert text[:32] in unescape(source), path


@pytest.mark.parametrize("path", ["/nowhere", "/houses/999999", "/static/nothing", "/orders/x/y"])
async def test_a_browser_gets_a_page_for_what_is_not_there_and_an_app_an_envelope(scene: Scene, path: str) -> None:
    page = await scene.new_client().get(path, headers=HTML)
    assert page.status == 404
    if path != "/houses/999999":
        assert (await scene.new_client().get(path)).json["errno"] == 4002
    assert "<h1>" in page.body.decode()
    assert (await scene.new_client().get("/api/nowhere", headers=HTML)).json["errno"] == 4002


async def test_without_scripts_a_link_leads_to_the_next_page(scene: Scene, make: Makers) -> None:
    for number in range(12):
        await make.house(scene.host, title=f"第 {number} 套")
    first = (await scene.new_client().get("/search?aid=1&size=10")).body.decode()
    link = unescape(re.findall(r'<a id="more"\s+href="([^"]+)"', first)[0])
    assert "aid=1" in link
    second = (await scene.new_client().get(link)).body.decode()
    titles = [set(re.findall(r'data-f="title">([^<]+)<', page)) for page in (first, second)]
    assert (len(titles[0]), len(titles[1])) == (10, 3)
    assert not titles[0] & titles[1]


async def test_a_wrong_query_is_explained(scene: Scene) -> None:
    page = await scene.new_client().get("/search?sd=tomorrow")
    assert page.status == 400
    assert "日期应为 YYYY-MM-DD" in page.body.decode()


@pytest.mark.parametrize(
    ("query", "field", "text"),
    [
        ("sd=2026-12-10&ed=2026-12-01", "ed", "离店日期应晚于入住日期"),
        ("sd=tomorrow", "sd", "日期应为 YYYY-MM-DD"),
        ("q=" + "%E9%95%BF" * 65, "q", "应为 1 到 64 个可见字符"),
    ],
)
async def test_a_wrong_filter_is_corrected_beside_its_field_and_all_are_kept(
    scene: Scene, query: str, field: str, text: str
) -> None:
    path = "/search?aid=2&capacity=4&max_price=50000&rooms=2&facilities=3&facilities=5&sk=booking"
    page = await scene.new_client().get(f"{path}&{query}")
    source = unescape(page.body.decode())
    assert page.status == 400
    assert re.search(rf'<input [^>]*name="{field}"[^>]*aria-invalid="true"', source)
    assert re.search(rf'<small class="wrong" id="wrong-{field}">{text}', source)
    assert re.findall(r'<option value="([^"]*)" selected', source) == ["2"]
    assert re.findall(r'name="(\w+)"\s+value="(\w+)"\s+checked', source) == [
        ("rooms", "2"),
        ("facilities", "3"),
        ("facilities", "5"),
    ]
    for name, value in [*parse_qsl(query), ("capacity", "4"), ("max_yuan", "500"), ("sk", "booking")]:
        assert re.search(rf'<input [^>]*name="{name}"[^>]*value="{value}"', source), name
    assert "没有符合条件的房源" not in source


@pytest.mark.parametrize("query", ["aid=65536", "p=0", "bounds=x", "sk=best", "max_yuan=x", "min_price=x"])
async def test_any_other_wrong_filter_is_named_above_the_results(scene: Scene, query: str) -> None:
    page = await scene.new_client().get(f"/search?sd=&{query}")
    assert page.status == 400
    assert 'id="filters"' in page.body.decode()
    assert re.search(r'<p class="problem" role="alert">[^<]+</p>', page.body.decode())


@pytest.mark.parametrize(("query", "shown"), [("min_price=12345678", "123456.78"), ("min_yuan=900000", "900000")])
async def test_a_high_price_keeps_all_its_digits(scene: Scene, query: str, shown: str) -> None:
    page = (await scene.new_client().get(f"/search?{query}")).body.decode()
    assert f'name="min_yuan" type="text" value="{shown}"' in page


async def test_the_reader_chooses_the_language(scene: Scene) -> None:
    client = scene.new_client()
    for headers, lang, word in (
        ({}, "zh-CN", "找房"),
        ({"Accept-Language": "en"}, "en", "Search"),
        ({"Accept-Language": "zh", "Cookie": "lang=en"}, "en", "Search"),
        ({"Accept-Language": "en", "Cookie": "lang=zh_CN"}, "zh-CN", "找房"),
        ({"Cookie": "lang=../../etc"}, "zh-CN", "找房"),
    ):
        text = (await client.get("/", headers=headers)).body.decode()
        assert f'<html lang="{lang}">' in text
        assert word in text
        if lang == "en":
            assert not re.search(r">[^<]*(?:登录|搜索|入住)[^<]*<", text)


async def test_a_page_of_somebody_elses_house_is_not_there(scene: Scene) -> None:
    for path in (f"/host/houses/{scene.house_id}", f"/host/houses/{scene.house_id}/calendar"):
        assert (await scene.host.get(path)).status == 200
        assert (await scene.guest.get(path)).status == 404


async def test_the_page_before_booking_shows_the_bill_or_why_not(scene: Scene) -> None:
    stay = scene.stay(0, 2)
    path = f"/houses/{scene.house_id}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=2"
    assert "¥798" in (await scene.guest.get(path)).body.decode()
    await scene.book(1, 1)
    assert "所选日期已被预订" in (await scene.guest.get(path)).body.decode()


FORMS = [row.path for row in ROUTES if row.surface is PAGE and row.verb == "POST"]


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_that_is_sent_before_its_script_runs_comes_back_with_a_note(
    scene: Scene, make: Makers, path: str
) -> None:
    stay = scene.stay(7, 2)
    order_id = await (scene.paid if path.endswith("/change") else scene.book)()
    webhook = await scene.host.post("/api/v1.0/user/webhooks", {"url": "https://example.com/"})
    path = path.replace("<house_id>", str(scene.house_id)).replace("<order_id>", str(order_id))
    path = path.replace("<webhook_id>", str(webhook.data["id"]))
    if "<thread_id>" in path:
        thread = await scene.guest.post(f"/api/v1.0/houses/{scene.house_id}/threads", {})
        path = path.replace("<thread_id>", str(thread.data["thread_id"]))
    path += f"?sd={stay['start_date']}&ed={stay['end_date']}&guests=2" if path.endswith("/book") else "?next=%2Fme"
    client = scene.guest if path.startswith(("/orders", "/houses")) else scene.host
    await make.change("UPDATE users SET is_admin = TRUE")
    if path.startswith("/me/identity"):
        await make.sign_in(client)
    shown = await client.get(path, headers=HTML)
    forms = [form for form in re.findall(r"<form[^>]*>", shown.body.decode()) if 'role="search"' not in form]
    assert forms or path.startswith("/messages?")
    assert all('method="post"' in form and "action" not in form for form in forms)
    sent = await client.post(path, form={"mobile": "13900000000", "password": PASSWORD})
    assert (sent.status, sent.headers["Location"]) == (303, f"{path}#unsent")
    assert 'id="unsent"' in shown.body.decode()


@pytest.mark.parametrize("path", ["/", "/search"])
async def test_other_forms_ask_for_a_page_of_this_site(scene: Scene, path: str) -> None:
    forms = re.findall(r"<form[^>]*>", (await scene.guest.get(path)).body.decode())
    assert ['action="/search"' in form for form in forms] == [True]


async def test_who_is_not_signed_in_is_sent_to_sign_in_also_by_a_form(scene: Scene) -> None:
    sent = await scene.new_client().post("/me/profile?x=//evil.test", form={"password": PASSWORD})
    assert (sent.status, sent.headers["Location"]) == (302, "/login?next=%2Fme%2Fprofile%3Fx%3D%2F%2Fevil.test")


async def test_an_order_is_no_page_but_for_its_guest_and_its_host(scene: Scene) -> None:
    order_id = await scene.book()
    stranger = await scene.another_guest()
    assert [(await who.get(f"/orders/{order_id}")).status for who in (scene.guest, scene.host)] == [200, 200]
    for path in (f"/orders/{order_id}", "/orders/999999"):
        page = await stranger.get(path, headers=HTML)
        assert page.status == 404
        assert "订单不存在" in page.body.decode()


async def test_the_page_for_admins_is_no_page_for_others(scene: Scene, make: Makers) -> None:
    assert (await scene.guest.get("/admin", headers=HTML)).status == 403
    await make.change("UPDATE users SET is_admin = TRUE")
    assert (await scene.guest.get("/admin", headers=HTML)).status == 200


@pytest.mark.settings(
    **WIDE | {"limit_sms_per_mobile": "1/90s 1000000/1s"},
    order_accept="7d/36h 0d/1h",
    order_pay="0d/90m",
    house_picture_bytes=3 * 1024**2,
    avatar_bytes=1536 * 1024,
)
async def test_a_page_tells_the_limits_that_are_in_force(scene: Scene) -> None:
    stay = scene.stay()
    book = f"/houses/{scene.house_id}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=2"
    calendar = f"/host/houses/{scene.house_id}/calendar"
    for who, path, texts in (
        (scene.guest, book, ("在 36 小时内答复", "有 1.5 小时支付")),
        (scene.guest, "/me/profile", ("不超过 1.5 MB", "8 到 128 个字符", 'maxlength="32"')),
        (
            scene.guest,
            "/register",
            ('data-seconds="90"', "8 到 128 个字符", 'minlength="8"', 'maxlength="128"'),
        ),
        (
            scene.host,
            f"/host/houses/{scene.house_id}",
            ("至少 3 张，最多 20 张，每张不超过 3 MB", "请填写 1–1,000,000 元", 'data-most="365"'),
        ),
        (
            scene.host,
            calendar,
            ("28 晚起", "0–90", 'data-most="100000000"', "灵活 · 1 天前退 100% · 当天退 50%"),
        ),
    ):
        page = unescape((await who.get(path)).body.decode())
        assert [text for text in texts if text not in page] == [], path


async def test_pictures_in_lists_come_in_the_sizes_that_are_stored(scene: Scene) -> None:
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    sizes = (await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/images", body=body, headers=headers)).data
    small, middle = sizes["sizes"]["320"], sizes["sizes"]["800"]
    card = f'srcset="{small["webp"]} 320w, {middle["webp"]} 800w"'
    for path in ("/", "/search"):
        page = re.sub(r"\s+", " ", unescape((await scene.new_client().get(path)).body.decode()))
        assert card in page
        assert f'<img src="{small["jpeg"]}"' in page
    assert f'<img src="{small["jpeg"]}"' in (await scene.host.get("/host")).body.decode()
