"""What people do with ihome, in the browsers of two of them."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
from redis.asyncio import Redis

from services import jobs
from services.local_time import today
from tests.e2e.conftest import Person
from tests.e2e.test_captcha import picture_shown
from tests.makers import HOUSE, WIDE, Makers, identity_number, mobile
from tests.pictures import form, picture
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
NewPerson = Callable[..., Awaitable[Person]]
PASSWORD = "correct horse battery"


async def sign_up(someone: Person, make: Makers, number: str) -> None:
    page = someone.page
    await someone.go("/register")
    await page.fill("[name=mobile]", number)
    await page.fill("[name=piccode]", "0000")
    first = await page.get_attribute("[data-refresh] img", "src")
    await someone.press("获取验证码")
    await someone.sees("图片验证码错误")
    assert await page.get_attribute("[data-refresh] img", "src") != first
    await picture_shown(someone, "#register")
    await page.fill("[name=piccode]", make.drawn_pictures()[-1]["text"])
    await page.locator("[data-send]").click()
    await someone.sees("秒后可重发")
    await page.fill("[name=sms_code]", make.sent_sms()[-1]["code"])
    await page.fill("[name=password]", PASSWORD)
    await page.fill("[name=password2]", "something else")
    await someone.press("注册")
    await someone.sees("请先阅读并同意服务条款和隐私政策")
    await page.check("[name=terms_version]")
    await someone.press("注册")
    await someone.sees("两次输入的密码不一致")
    await page.fill("[name=password2]", PASSWORD)
    await someone.press("注册")
    await page.wait_for_url("**/welcome")
    await page.get_by_role("link", name="以后再说").click()
    await page.wait_for_url("**/")


async def identify(someone: Person, number: int) -> None:
    await someone.go("/me/identity")
    await someone.page.fill("[name=real_name]", "张三")
    await someone.page.fill("[name=id_card]", "110105199001010011")
    await someone.press("提交")
    await someone.sees("身份证号应为 18 位有效号码")
    await someone.page.fill("[name=id_card]", identity_number(number))
    await someone.press("提交")
    await someone.sees("已完成实名认证")


async def publish(host: Person, state: str = "展示中") -> None:
    """In seven steps; then the list of the host's houses shows the state."""
    page = host.page
    await host.go("/host/new")
    await host.press("四合院")
    await page.fill("#house [name=title]", "鼓楼边的小院")
    await page.fill("#house [name=description]", "安静\n有猫")
    await host.press("下一步")
    await page.fill("#house [name=address]", "鼓楼东大街 1 号")
    await host.press("下一步")
    await host.sees("请选择区域")
    await page.select_option("[name=area_id]", label="东城区")
    await host.press("下一步")
    for name, value in {"capacity": "4", "acreage": "60", "beds": "双人床 2 张"}.items():
        await page.fill(f"#house [name={name}]", value)
    await host.press("下一步")
    await page.get_by_label("无线网络").check()
    await host.press("下一步")
    await page.fill("#house [name=price]", "0.5")
    await page.fill("#house [name=deposit]", "500")
    await host.press("下一步：照片")
    await host.sees("请填写 1–1,000,000 元")
    await page.fill("#house [name=price]", "399.5")
    await host.press("下一步：照片")
    await page.wait_for_url("**/host/houses/*?step=photos")
    files = [{"name": f"{n}.jpg", "mimeType": "image/jpeg", "buffer": picture()} for n in range(2)]
    await page.set_input_files("[name=house_image]", files)
    await page.locator(".photos li").nth(1).wait_for()
    await host.sees("还差 1 张照片")
    await page.set_input_files("[name=house_image]", {"name": "x.jpg", "mimeType": "image/jpeg", "buffer": b"no"})
    await host.sees("请上传 JPEG、PNG 或 WebP 图片")
    await page.set_input_files("[name=house_image]", files[:1])
    await host.sees("照片够了")
    await page.get_by_role("link", name="下一步").click()
    await page.wait_for_url("**?step=preview")
    await host.press("提交")
    await page.wait_for_url("**/host")
    await host.sees(state)


async def order_is(someone: Person, status: str) -> None:
    await someone.page.locator("#status", has_text=status).wait_for()


async def test_from_signing_up_to_a_review(person: NewPerson, make: Makers, scene: Scene) -> None:
    host, guest = await person(), await person(viewport={"width": 1280, "height": 900})
    await sign_up(host, make, mobile())
    await identify(host, 777)
    await publish(host)
    await sign_up(guest, make, mobile())
    await identify(guest, 778)

    await guest.go("/")
    await guest.page.fill("[name=q]", "鼓楼")
    await guest.press("搜索")
    await guest.page.get_by_role("link", name="鼓楼边的小院").click()
    await guest.sees("安静")
    first = today(scene.deps)
    await guest.choose(f"{first}", f"{first.fromordinal(first.toordinal() + 2)}")
    await guest.sees("¥799")
    await guest.press("预订")
    await guest.sees("取消政策")
    await guest.press("提交订单")
    await guest.page.wait_for_url("**/orders/*")
    await order_is(guest, "待接单")

    await host.go("/host/orders")
    await host.page.get_by_role("link", name="鼓楼边的小院").click()
    await host.press("接单")
    await order_is(host, "待支付")

    await guest.page.reload()
    await guest.press("去支付")
    await guest.press("确认支付")
    await guest.sees("支付成功")
    await guest.page.get_by_role("link", name="返回订单").click()
    await order_is(guest, "已支付")
    await guest.sees("联系电话")

    await host.page.reload()
    await host.press("办理入住")
    await order_is(host, "入住中")
    await guest.page.reload()
    await guest.press("退房")
    await order_is(guest, "待评价")
    await review_each_other(guest, host)
    await guest.page.get_by_role("link", name="查看房源").click()
    await guest.page.get_by_role("img", name="4 星", exact=True).wait_for()
    await guest.sees("欢迎再来")


async def review_each_other(guest: Person, host: Person) -> None:
    """The host reads the guest's review once there is one of the guest."""
    await guest.page.locator("#comment [name=rating][value='4']").check(force=True)
    await guest.page.fill("[name=comment]", "院子很好\n还会再来")
    await guest.press("发表评价")
    await order_is(guest, "已完成")
    await host.page.reload()
    await host.sees("客人已经写了评价，您写完后就能看到。")
    assert await host.page.get_by_text("院子很好").count() == 0
    await host.page.fill("#review-guest [name=review]", "整洁有礼")
    await host.press("发表评价")
    await host.page.get_by_text("院子很好").wait_for()
    await host.page.fill("[name=reply]", "欢迎再来")
    await host.press("发表回复")
    await host.sees("房东回复")


async def test_a_host_rejects_with_a_reason_that_the_guest_reads(person: NewPerson, scene: Scene) -> None:
    order_id = await scene.book()
    host, guest = await person(), await person()
    await host.sign_in(scene.host.session)
    await guest.sign_in(scene.guest.session)
    await host.go(f"/orders/{order_id}")
    await host.press("拒单")
    await host.press("确认拒单")
    await host.sees("应为 1 到 255 个可见字符")
    await host.page.fill("[name=reason]", "正在装修")
    await host.press("确认拒单")
    await order_is(host, "拒接单")
    await guest.go("/notices")
    await guest.page.get_by_role("link", name="房东没有接受订单").click()
    await guest.sees("正在装修")
    assert await scene.taken() == []


async def visit(someone: Person, scene: Scene, start: int = 0, days: int = 2) -> None:
    stay = scene.stay(start, days)
    await someone.go(f"/houses/{scene.house_id}/book?sd={stay['start_date']}&ed={stay['end_date']}&guests=1")


async def test_two_browsers_want_one_night(person: NewPerson, scene: Scene) -> None:
    people = [await person(), await person()]
    sessions = [scene.guest.session, (await scene.another_guest()).session]
    for someone, session in zip(people, sessions, strict=True):
        await someone.sign_in(session)
        await visit(someone, scene)
    await asyncio.gather(*(someone.press("提交订单") for someone in people))
    outcomes = [await outcome(someone) for someone in people]
    assert sorted(outcomes) == ["待接单", "所选日期已被预订"]
    assert await scene.taken() == scene.nights(0, 2)


async def outcome(someone: Person) -> str:
    found = someone.page.locator(".problem:visible, #order #status").first
    await found.wait_for()
    return (await found.inner_text()).strip()


async def test_taken_nights_show_in_the_calendar_and_in_the_quote(person: NewPerson, scene: Scene) -> None:
    await scene.book(0, 2)
    someone = await person(viewport={"width": 1440, "height": 900})  # two months: the stay may begin with one
    await someone.go(f"/houses/{scene.house_id}?sd={scene.nights(1, 1)[0]}&ed={scene.nights(3, 1)[0]}")
    await someone.sees("所选日期已被预订")
    await someone.choose(scene.nights(2, 1)[0], scene.nights(4, 1)[0], "#booking")
    await someone.sees("合计")
    taken = someone.page.locator(f"[data-day='{scene.nights(1, 1)[0]}']")
    assert "已被预订" in await taken.inner_text()


async def test_a_lost_network_is_said_and_nothing_is_booked_twice(
    person: NewPerson, scene: Scene, make: Makers
) -> None:
    someone = await person()
    await someone.sign_in(scene.guest.session)
    await visit(someone, scene)
    await someone.context.set_offline(True)
    await someone.press("提交订单")
    await someone.sees("网络连接失败，请检查网络后重试")
    await someone.context.set_offline(False)
    await someone.press("提交订单")
    await someone.page.wait_for_url("**/orders/*")
    assert len(await make.rows("SELECT id FROM orders")) == 1


async def test_an_expired_session_leads_to_signing_in_and_back(
    person: NewPerson, scene: Scene, store: Redis, make: Makers
) -> None:
    user = await make.user(name="小王")
    await make.sign_in(scene.guest, user)
    someone = await person()
    await someone.sign_in(scene.guest.session)
    await someone.go(f"/houses/{scene.house_id}")
    await store.flushdb()
    await someone.page.locator("#favourite").click()
    await someone.page.wait_for_url("**/login?next=*")
    await someone.page.fill("[name=mobile]", user.mobile)
    await someone.page.fill("[name=password]", "wrong password")
    await someone.press("登录")
    await someone.sees("用户名或密码错误")
    await someone.page.fill("[name=password]", PASSWORD)
    await someone.press("登录")
    await someone.page.wait_for_url(f"**/houses/{scene.house_id}")
    await someone.page.locator("#favourite").click()
    await someone.sees("已收藏")
    await someone.go("/favourites")
    await someone.page.get_by_role("link", name="北京东城故宫旁四合院").wait_for()


ELSEWHERE = (
    "https://evil.test/",
    "//evil.test/",
    "///evil.test/",
    "/\\evil.test",
    "\\\\evil.test",
    "/..//evil.test/x",
    "/.//evil.test/x",
    "/a/../..//evil.test",
    "/%2e%2e//evil.test",
    "/..\\\\evil.test",
    "\t//evil.test",
    "/\n/evil.test",
    "..//evil.test",
    "http:evil.test//evil.test",
    "http:////evil.test",
    "https:evil.test",
    "http://[",
    "//",
    "javascript:alert(1)",
    "data:text/html,x",
    "{own}//evil.test/x",
    "{own}@evil.test/",
    "{own}.evil.test/",
)


async def sign_in_by_form(someone: Person, number: str) -> None:
    await someone.page.fill("[name=mobile]", number)
    await someone.page.fill("[name=password]", PASSWORD)
    await someone.press("登录")
    await someone.page.wait_for_url(lambda url: "/login" not in url)


async def test_signing_in_leads_to_no_other_site(person: NewPerson, make: Makers, http_server: Any) -> None:
    user = await make.user(name="小王")
    someone = await person()
    visited: list[str] = []
    someone.page.on("request", lambda request: visited.append(request.url))
    # where it leads is what counts, not what is there
    leads = re.compile(r"^(?!.*/(login|api|static)\b)")
    await someone.page.route(leads, lambda route: route.fulfill(body="<title>", content_type="text/html"))
    for where in ELSEWHERE:
        await someone.go(f"/login?next={quote(where.format(own=someone.base_url), safe='')}")
        await sign_in_by_form(someone, user.mobile)
        assert urlsplit(someone.page.url).netloc == urlsplit(someone.base_url).netloc, where
    assert {urlsplit(url).netloc for url in visited} == {urlsplit(someone.base_url).netloc}


@pytest.mark.parametrize("where", ["/search?aid=1&sd=", "{own}/search?aid=1&sd=", "/a/../search?aid=1&sd="])
async def test_signing_in_leads_back(person: NewPerson, make: Makers, http_server: Any, where: str) -> None:
    user = await make.user(name="小王")
    someone = await person()
    await someone.go(f"/login?next={quote(where.format(own=someone.base_url), safe='')}")
    await sign_in_by_form(someone, user.mobile)
    assert someone.page.url == f"{someone.base_url}/search?aid=1&sd="


async def test_before_scripts_run_no_password_goes_into_an_address(person: NewPerson, http_server: Any) -> None:
    someone = await person(java_script_enabled=False)
    asked: list[str] = []
    someone.page.on("request", lambda request: asked.append(request.url))
    for path, field in (("/login?next=%2Fme", "password"), ("/register", "password2"), ("/reset", "password")):
        await someone.go(path)
        assert not await someone.page.locator("#unsent").is_visible()
        await someone.page.fill("[name=mobile]", "13900000000")
        await someone.page.fill(f"[name={field}]", PASSWORD)
        await someone.page.keyboard.press("Enter")
        await someone.page.wait_for_url(f"**{path}#unsent")
        assert await someone.page.locator("#unsent").is_visible()
    assert not [url for url in asked if "horse" in url or "13900000000" in url]


async def test_endless_scrolling_survives_the_back_button(person: NewPerson, scene: Scene, make: Makers) -> None:
    for number in range(24):
        await make.house(scene.host, title=f"第 {number} 套")
    someone = await person()
    await someone.go("/search")
    cards = someone.page.locator("#results article")
    while await cards.count() < 25:
        await someone.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        await someone.page.wait_for_timeout(50)
    await someone.page.get_by_role("link", name="第 0 套").click()
    await someone.page.wait_for_url("**/houses/*")
    await someone.page.go_back()
    await someone.page.get_by_role("link", name="第 0 套").wait_for()
    assert await cards.count() == 25


async def test_a_host_manages_calendar_prices_and_calendars(person: NewPerson, scene: Scene) -> None:
    host = await person()
    await host.sign_in(scene.host.session)
    await host.go(f"/host/houses/{scene.house_id}/calendar")
    await host.page.locator("#manage .month small").first.wait_for()
    night = host.page.locator(f"[data-day='{scene.nights(3, 1)[0]}']")
    while not await night.count():
        await host.page.get_by_role("button", name="下个月").click()
    await night.click()
    await host.press("设为不出租")
    await host.sees("已设为不出租")
    assert await scene.taken() == scene.nights(3, 1)
    await host.page.fill("[name=weekend_price]", "1 元")
    await host.page.locator("#prices button:not([type=button])").click()
    await host.sees("请填写 0.01–1,000,000 元")
    await host.page.fill("[name=weekend_price]", "500")
    await host.page.fill("[name=cleaning_fee]", "80.5")
    await host.page.locator("#prices button:not([type=button])").click()
    await host.page.locator("#prices .done", has_text="已保存").wait_for()
    prices = (await scene.guest.get(f"/api/v1.0/houses/{scene.house_id}/prices")).data
    assert (prices["weekend_price"], prices["cleaning_fee"]) == (50000, 8050)
    await host.page.fill("#feed [name=url]", "https://other.example/calendar.ics")
    await host.press("导入")
    await host.sees("https://other.example/calendar.ics")


async def test_a_host_sees_that_a_calendar_fails(person: NewPerson, scene: Scene, make: Makers) -> None:
    await scene.host.post(f"/api/v1.0/houses/{scene.house_id}/feeds", {"url": "https://other.example/calendar.ics"})
    await make.change("UPDATE feeds SET failures = 4, failed_since = '2026-11-01', error = '无法读取该日历'")
    assert await jobs.fetch_feeds(scene.deps) == 1
    host = await person()
    await host.sign_in(scene.host.session)
    await host.go("/notices")
    await host.page.get_by_role("link", name="其他平台的日历多次无法读取").click()
    await host.sees("无法读取该日历")
    await host.sees("连续失败 5 次")


async def test_editing_a_house_loses_nothing(person: NewPerson, scene: Scene, make: Makers) -> None:
    everything = {
        "lat": 39.9163,
        "lng": 116.3972,
        "description": "一\n二",
        "min_days": 2,
        "max_days": 9,
        "facility": [2, 5],
    }
    house_id = await make.house(scene.host, **everything)
    before = (await scene.host.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    host = await person()
    await host.sign_in(scene.host.session)
    await host.go(f"/host/houses/{house_id}")
    await host.page.fill("#house [name=title]", "新的标题")
    await host.page.locator("#house button:not([type=button])").click()
    await host.page.locator("#house .done", has_text="已保存").wait_for()
    after = (await scene.host.get(f"/api/v1.0/houses/{house_id}")).data["house"]
    assert after == before | {"title": "新的标题"}


async def test_profile_avatar_and_devices(person: NewPerson, scene: Scene) -> None:
    someone = await person()
    await someone.sign_in(scene.guest.session)
    await someone.go("/me/profile")
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    await someone.page.set_input_files("[name=avatar]", file)
    assert (await someone.page.get_attribute("#preview", "src") or "").startswith("blob:")
    await someone.press("上传头像")
    await someone.page.locator("#avatar .done", has_text="已保存").wait_for()
    assert "/media/avatars/" in (await someone.page.get_attribute("#preview", "src") or "")
    await someone.page.fill("[name=name]", "小王")
    await someone.page.locator("#name button").click()
    await someone.page.locator("#name .done", has_text="已保存").wait_for()
    await someone.go("/me/devices")
    await someone.sees("此设备")
    await someone.go("/me")
    await someone.sees("小王")
    await someone.press("退出登录")
    await someone.page.wait_for_url("**/")
    await someone.go("/me")
    assert "/login?next=%2Fme" in someone.page.url


@pytest.mark.settings(house_review="manual")
async def test_an_admin_reviews_a_house(person: NewPerson, scene: Scene, make: Makers) -> None:
    await make.change("UPDATE users SET is_admin = TRUE")
    admin = await person()
    await admin.sign_in(scene.guest.session)
    await admin.go("/admin")
    await admin.press("拒绝")
    await admin.sees("请填写拒绝原因")
    await admin.press("通过")
    await admin.sees("没有等待审核的房源。")
    assert (await scene.new_client().get(f"/api/v1.0/houses/{scene.house_id}")).status == 200


@pytest.mark.settings(house_review="manual")
async def test_an_admin_sees_what_a_guest_would_see_and_what_changed(
    person: NewPerson, scene: Scene, make: Makers
) -> None:
    await make.change("UPDATE users SET is_admin = TRUE")
    admin = await person(viewport={"width": 1280, "height": 900})
    await admin.sign_in(scene.guest.session)
    await add_picture(scene)
    await admin.go("/admin")
    for text in (
        "首次审核",
        "东城区",
        "南锣鼓巷 15 号",
        "两室一厅",
        "双人床：2×1.8×2.0×1张",
        "¥399",
        "无线网络",
    ):
        await admin.sees(text)
    await admin.press("通过")
    await admin.sees("没有等待审核的房源。")

    changed = HOUSE | {"title": "新的标题", "area_id": 2, "description": "一\n二"}
    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}", changed)
    await add_picture(scene)
    await admin.go("/admin")
    removed = admin.page.locator(".before:visible del")
    await removed.first.wait_for()
    before = await removed.all_inner_texts()
    assert before == ["北京东城故宫旁四合院 Loft", "东城区", "—"]
    marks = await admin.page.locator(".review-pictures mark").all()
    assert [await mark.is_visible() for mark in marks] == [False, False, False, False, True]
    assert await admin.faults() == []

    await scene.host.put(f"/api/v1.0/houses/{scene.house_id}", changed | {"title": "更新的标题"})
    await admin.press("通过")
    await admin.sees("房屋内容已变化，请重新查看")
    await admin.page.get_by_role("heading", name="更新的标题").wait_for()
    assert (await scene.new_client().get(f"/api/v1.0/houses/{scene.house_id}")).status == 404
    await admin.press("通过")
    await admin.sees("没有等待审核的房源。")
    assert (await scene.new_client().get(f"/api/v1.0/houses/{scene.house_id}")).data["house"]["title"] == "更新的标题"


async def add_picture(scene: Scene) -> None:
    body, headers = form(picture(), "house_image", house_id=str(scene.house_id))
    assert (await scene.host.post("/api/house/image", body=body, headers=headers)).errno == 0
