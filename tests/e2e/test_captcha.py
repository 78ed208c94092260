"""A picture code, where an answer asks for one."""

from collections.abc import Awaitable, Callable

import pytest

from tests.e2e.conftest import Person
from tests.makers import PASSWORD, WIDE, Makers

NewPerson = Callable[..., Awaitable[Person]]
SOON = WIDE | {"limit_login_per_mobile_and_ip": "1/5m", "limit_login_per_device": "1/5m"}
pytestmark = pytest.mark.settings(**SOON)


async def picture_shown(someone: Person, form: str) -> str:
    """The address of the form's picture, once there is one."""
    await someone.page.locator(f"{form} [name=piccode]").wait_for()
    loaded = "(picture) => document.querySelector(picture).complete && document.querySelector(picture).naturalWidth > 0"
    await someone.until(loaded, f"{form} [data-refresh] img")
    return await someone.page.get_attribute(f"{form} [data-refresh] img", "src") or ""


async def focused(someone: Person) -> str:
    return str(await someone.page.evaluate("document.activeElement.name"))


@pytest.mark.parametrize("language", ["zh-CN", "en"])
async def test_signing_in_beyond_a_limit_takes_a_picture_code(
    person: NewPerson, make: Makers, http_server: object, language: str
) -> None:
    texts = {"zh-CN": ("请输入图片验证码", "图片验证码错误"), "en": ("picture code", "This picture code is wrong")}[
        language
    ]
    user = await make.user(name="小王")
    someone = await person(locale=language)
    page, button = someone.page, someone.page.locator("#login > button")
    await someone.go("/login")
    assert not await page.locator("#login [name=piccode]").is_visible()
    await page.fill("[name=mobile]", user.mobile)
    await page.fill("[name=password]", "wrong password")
    await button.click()
    await page.locator("#login .problem:visible").wait_for()
    assert not await page.locator("#login [name=piccode]").is_visible()

    await page.fill("[name=password]", PASSWORD)
    await button.click()
    first = await picture_shown(someone, "#login")
    assert texts[0] in await page.locator("#login [role=alert]:visible").inner_text()
    assert await focused(someone) == "piccode"
    assert await someone.faults() == []

    await page.fill("#login [name=piccode]", "0000")
    await button.click()
    await someone.sees(texts[1])
    second = await picture_shown(someone, "#login")
    assert second != first
    assert (await focused(someone), await page.input_value("#login [name=piccode]")) == ("piccode", "")
    await page.locator("#login [data-refresh]").click()
    assert await picture_shown(someone, "#login") not in (first, second)

    await page.fill("#login [name=piccode]", make.drawn_pictures()[-1]["text"])
    await button.click()
    await page.wait_for_url(lambda url: "/login" not in url)


async def test_changing_a_password_beyond_a_limit_takes_a_picture_code(
    person: NewPerson, make: Makers, http_server: object
) -> None:
    user = await make.user(name="小王")
    someone = await person()
    page, button = someone.page, someone.page.locator("#password > button")
    await someone.go("/login?next=/me/profile")
    await page.fill("[name=mobile]", user.mobile)
    await page.fill("[name=password]", PASSWORD)
    await someone.press("登录")
    await page.wait_for_url("**/me/profile")
    await page.fill("#password [name=old_password]", "wrong password")
    await page.fill("#password [name=password]", "another long password")
    await button.click()
    await someone.sees("密码错误")
    await page.fill("#password [name=old_password]", PASSWORD)
    await button.click()
    await picture_shown(someone, "#password")
    assert await focused(someone) == "piccode"
    await page.fill("#password [name=piccode]", make.drawn_pictures()[-1]["text"])
    await button.click()
    await page.locator("#password .done", has_text="已保存").wait_for()
    assert not await page.locator("#password [name=piccode]").is_visible()


async def test_signing_in_by_an_sms_code(person: NewPerson, make: Makers, http_server: object) -> None:
    user = await make.user(name="小王")
    someone = await person()
    page = someone.page
    await someone.go("/login?next=/me")
    assert make.drawn_pictures() == []
    await page.get_by_role("link", name="验证码登录").click()
    await picture_shown(someone, "#login-sms")
    assert await someone.faults() == []
    await page.fill("#login-sms [name=mobile]", user.mobile)
    await page.fill("#login-sms [name=piccode]", make.drawn_pictures()[-1]["text"])
    await someone.press("获取验证码")
    await someone.sees("秒后可重发")
    await page.fill("#login-sms [name=sms_code]", "000000")
    await someone.press("用验证码登录")
    await page.locator("#login-sms .problem", has_text="短信验证码错误").wait_for()
    await page.fill("#login-sms [name=sms_code]", make.sent_sms()[-1]["code"])
    await someone.press("用验证码登录")
    await page.wait_for_url("**/me")
