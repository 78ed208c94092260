"""A form whose password has to wait for its turn waits and tries again; any other 503 is said at once."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Request

from services.deps import Deps
from tests.e2e.conftest import Person
from tests.makers import PASSWORD, WIDE, Makers, mobile

pytestmark = pytest.mark.settings(**WIDE | {"bcrypt_threads": 1, "bcrypt_queue": 0})
NO_DATABASE = "mysql://root@127.0.0.1:1/ihome"
NEW_PASSWORD = "another long password"
NewPerson = Callable[..., Awaitable[Person]]


def sent_to(someone: Person, path: str) -> list[Request]:
    """The requests to that path of the API, as they are sent from now on."""
    sent: list[Request] = []
    someone.page.on("request", lambda request: sent.append(request) if request.url.endswith(path) else None)
    return sent


async def registering(someone: Person, make: Makers) -> None:
    number = mobile()
    code = await make.sms_code(number)
    await someone.go("/register")
    await fill(someone, "#register", mobile=number, sms_code=code, password=PASSWORD, password2=PASSWORD)
    await someone.page.check("[name=terms_version]")


async def signing_in(someone: Person, make: Makers) -> None:
    user = await make.user(name="小王")
    await someone.go("/login")
    await fill(someone, "#login", mobile=user.mobile, password=PASSWORD)


async def resetting(someone: Person, make: Makers) -> None:
    user = await make.user(name="小王")
    code = await make.sms_code(user.mobile, "reset")
    await someone.go("/reset")
    await fill(someone, "#reset", mobile=user.mobile, sms_code=code, password=NEW_PASSWORD)


async def fill(someone: Person, form: str, **values: str) -> None:
    for name, value in values.items():
        await someone.page.fill(f"{form} [name={name}]", value)


async def send(someone: Person, form: str) -> None:
    await someone.page.locator(f"{form} > button:not([type=button])").click()


WAYS = {
    "#register": (registering, "/users", "**/welcome"),
    "#login": (signing_in, "/sessions", "**/"),
    "#reset": (resetting, "/password/reset", "**/login"),
}


@pytest.mark.parametrize("form", WAYS)
async def test_a_form_waits_for_its_turn(
    person: NewPerson, make: Makers, deps: Deps, http_server: object, form: str
) -> None:
    begin, path, end = WAYS[form]
    someone = await person()
    await begin(someone, make)
    sent = sent_to(someone, path)
    with deps.password_hasher.slot():
        await send(someone, form)
        await someone.sees("秒后自动重试")
    await someone.page.wait_for_url(end)
    assert len(sent) > 1


async def test_a_change_of_password_waits_for_its_turn(
    person: NewPerson, make: Makers, deps: Deps, http_server: object
) -> None:
    user = await make.user(name="小王")
    someone = await person()
    await someone.sign_in(await deps.sessions.open(user.id, address="127.0.0.1", device="test"))
    await someone.go("/me/profile")
    await fill(someone, "#password", old_password=PASSWORD, password=NEW_PASSWORD)
    label = await someone.page.locator("#password > button").inner_text()
    with deps.password_hasher.slot():
        await send(someone, "#password")
        await someone.sees("秒后自动重试")
    await someone.page.locator("#password .done", has_text="已保存").wait_for()
    assert await someone.page.locator("#password > button").inner_text() == label


async def test_a_form_gives_up_after_five_requests(
    person: NewPerson, make: Makers, deps: Deps, http_server: object
) -> None:
    someone = await person()
    await signing_in(someone, make)
    sent = sent_to(someone, "/sessions")
    with deps.password_hasher.slot():
        await send(someone, "#login")
        await someone.page.locator("#login .problem", has_text="系统繁忙").wait_for()
    assert len(sent) == 5


@pytest.mark.settings(database_url=NO_DATABASE)
async def test_a_failure_of_the_database_is_said_at_once(person: NewPerson, make: Makers, http_server: object) -> None:
    someone = await person()
    await registering(someone, make)
    sent = sent_to(someone, "/users")
    await send(someone, "#register")
    problem = someone.page.locator("#register .problem:visible, #register .wrong")
    await problem.first.wait_for()
    assert await problem.all_inner_texts() == ["数据库查询错误"]
    assert len(sent) == 1
