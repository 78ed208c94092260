"""Giving a mail address, verifying it by its link, and what strangers can do with both."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from models.notifications.types import Address, NotificationText
from models.types import UserId
from services.deps import Deps
from services.notifications import addresses
from services.notifications.mail_addresses import mailbox
from tests.client import Client, race, raw
from tests.conftest import Clock
from tests.makers import WIDE, Makers

MAIL, VERIFY = "/api/v1.0/user/mail", "/api/v1.0/mail/verifications"
LI = "li@guest.example"
pytestmark = pytest.mark.settings(**WIDE | {"limit_mail_link_per_user": "100/1h"})


def link(make: Makers) -> str:
    """The path of the link that was sent last."""
    return urlsplit(make.sent_mails()[-1]["link"]).path


async def mails_of(deps: Deps, user_id: int) -> list[str]:
    async with deps.db.connection() as queries:
        found = await addresses.of_user(queries, UserId(user_id))
    return [each.value for each in found["mail"]]


async def test_an_address_counts_once_its_link_is_confirmed(client: Client, make: Makers, deps: Deps) -> None:
    user = await make.sign_in(client)
    assert (await client.put(MAIL, {"address": " Li@Guest.Example "})).data == {
        "address": None,
        "pending": "Li@guest.example",
    }
    [mail] = make.sent_mails()
    assert (mail["to"], mail["unsubscribe"]) == ("Li@guest.example", "")
    page = await client.get(link(make))
    assert '<form method="post">' in page.body.decode()
    assert await mails_of(deps, user.id) == [], "a mail server that opens the link confirms nothing"
    client.session = None  # the mail is read elsewhere
    assert "邮箱已验证" in (await client.post(link(make))).body.decode()
    assert await mails_of(deps, user.id) == ["Li@guest.example"]
    assert "链接已失效" in (await client.get(link(make))).body.decode()
    assert "链接已失效" in (await client.post(link(make))).body.decode()


async def test_the_earlier_address_stays_until_the_new_one_is_confirmed(
    client: Client, make: Makers, deps: Deps
) -> None:
    user = await make.sign_in(client)
    await client.put(MAIL, {"address": LI})
    await client.post(link(make))
    assert (await client.put(MAIL, {"address": "new@guest.example"})).data["address"] == LI
    assert await mails_of(deps, user.id) == [LI]
    await client.post(link(make))
    assert await mails_of(deps, user.id) == ["new@guest.example"]
    assert (await client.put(MAIL, {"address": "new@guest.example"})).data["pending"] is None
    assert len(make.sent_mails()) == 2, "nothing is sent for the verified address"
    assert (await client.delete(MAIL)).errno == 0
    assert await mails_of(deps, user.id) == []


async def test_a_link_ends_after_a_day_with_the_next_one_and_with_the_address(
    client: Client, make: Makers, deps: Deps, clock: Clock
) -> None:
    user = await make.sign_in(client)
    await client.put(MAIL, {"address": LI})
    first = link(make)
    await client.put(MAIL, {"address": "other@guest.example"})
    assert "链接已失效" in (await client.post(first)).body.decode()
    clock.ahead = timedelta(hours=24)
    assert "链接已失效" in (await client.post(link(make))).body.decode()
    assert (await client.get(MAIL)).data == {"address": None, "pending": None}
    await client.put(MAIL, {"address": LI})
    await client.delete(MAIL)
    assert "链接已失效" in (await client.post(link(make))).body.decode()
    assert await mails_of(deps, user.id) == []


@pytest.mark.parametrize("ending", ["logout", "password"])
async def test_a_link_ends_with_the_session_that_asked_for_it(
    client: Client, make: Makers, deps: Deps, ending: str
) -> None:
    """A thief who gave an address of theirs is shut out by a new password: the link is worth nothing then."""
    user = await make.sign_in(client)
    await client.put(MAIL, {"address": "thief@guest.example"})
    await (client.delete("/api/v1.0/session") if ending == "logout" else deps.sessions.end_all(user.id))
    assert "链接已失效" in (await client.get(link(make))).body.decode()
    assert "链接已失效" in (await client.post(link(make))).body.decode()
    assert await mails_of(deps, user.id) == []


async def test_of_many_who_open_a_link_at_one_moment_one_confirms(client: Client, make: Makers, http_port: int) -> None:
    await make.sign_in(client)
    await client.put(MAIL, {"address": LI})
    token = link(make).rpartition("/")[2]
    answers = await race(http_port, [raw("POST", VERIFY, json={"token": token})] * 10)
    assert sorted(answer.errno for answer in answers) == [0] + [4002] * 9


async def test_several_accounts_may_have_one_address_and_learn_nothing(
    client: Client, make: Makers, deps: Deps
) -> None:
    users = []
    for _ in range(2):
        users.append(await make.sign_in(client))
        assert (await client.put(MAIL, {"address": LI})).data == {"address": None, "pending": LI}
        await client.post(link(make))
    assert [await mails_of(deps, user.id) for user in users] == [[LI], [LI]]


@pytest.mark.settings(limit_mail_link_per_address="3/1h 5/24h", limit_mail_link_per_user="100/1h")
async def test_nobody_floods_a_mailbox(client: Client, make: Makers) -> None:
    """Whatever accounts and spellings are used."""
    spellings = ["victim@guest.example", "victim+1@guest.example", "v.i.c.tim@guest.example", "VICTIM+x@GUEST.example"]
    answers = []
    for number in range(8):
        await make.sign_in(client)
        answers.append(await client.put(MAIL, {"address": spellings[number % 4]}))
    assert [answer.errno for answer in answers] == [0, 0, 0] + [4201] * 5
    assert len(make.sent_mails()) == 3
    assert int(answers[-1].headers["Retry-After"]) > 0


@pytest.mark.settings(limit_mail_link_per_user="2/1h")
async def test_one_user_does_not_write_to_many(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    answers = [await client.put(MAIL, {"address": f"user{number}@guest.example"}) for number in range(4)]
    assert [answer.errno for answer in answers] == [0, 0, 4201, 4201]


def test_spellings_of_one_mailbox() -> None:
    assert {mailbox(each) for each in ("a.b+c@X.example", "ab@x.example", "A.B@x.Example")} == {"ab@x.example"}


@pytest.mark.parametrize(
    "address",
    [
        "", "li", "li@", "@guest.example", "li@guest", "li@@guest.example", "li @guest.example", "李@guest.example",
        "li@guest.example\r\nBcc: all@guest.example", "li@guest.example, b@guest.example", "<li@guest.example>",
        '"li"@guest.example', "li@[127.0.0.1]", "li@127.0.0.1", "li@-guest.example", ".li@guest.example",
        "l..i@guest.example", "a" * 65 + "@guest.example", "li@" + "a." * 130 + "example", "li@guest.example" * 10**4,
        None, 7, ["li@guest.example"], {"a": 1},
    ],
    ids=str,
)  # fmt: skip
async def test_what_is_no_address_is_refused(client: Client, make: Makers, address: object) -> None:
    await make.sign_in(client)
    answer = await client.put(MAIL, {"address": address})
    assert answer.errno == 4103
    assert make.sent_mails() == []


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "A" * 44, "ü" * 43, None, ["A" * 43]], ids=str)
async def test_a_guessed_link_verifies_nothing(client: Client, make: Makers, token: object) -> None:
    await make.sign_in(client)
    await client.put(MAIL, {"address": LI})
    assert (await client.post(VERIFY, {"token": token})).errno in {4002, 4103}
    assert (await client.get(MAIL)).data["address"] is None


@pytest.mark.settings(limit_mail_check_per_ip="3/5m")
async def test_guessing_links_ends_soon(client: Client) -> None:
    answers = [await client.post(VERIFY, {"token": f"{number:043}"}) for number in range(5)]
    assert [answer.errno for answer in answers] == [4002] * 3 + [4202] * 2


TEXT = NotificationText("accepted", "zh", "房东已接单", "请支付 13800001234", "/orders/7", {}, "ihome-7-1-mail-0")


async def sent_to(deps: Deps, user_id: int, kind: str = "accepted") -> None:
    text = NotificationText(**{**vars(TEXT), "kind": kind})
    await deps.channels["mail"].send(Address(UserId(user_id), LI), text)


async def test_one_click_ends_mails_of_a_kind(client: Client, make: Makers, deps: Deps) -> None:
    """As a mail service does it (RFC 8058): a POST without cookies to the link, with this body."""
    user = await make.user()
    await sent_to(deps, user.id)
    path = urlsplit(make.sent_mails()[-1]["unsubscribe"]).path
    assert "房东接单" in (await client.get(path)).body.decode()
    assert await make.rows("SELECT * FROM notification_settings") == []
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = await client.send("POST", path, body=b"List-Unsubscribe=One-Click", headers=kind)
    assert answer.status == 200
    assert "您不会再收到" in answer.body.decode()
    [row] = await make.rows("SELECT choices FROM notification_settings WHERE user_id = %s", user.id)
    assert '"accepted"' in row["choices"]


async def test_nobody_ends_the_mails_of_others(client: Client, make: Makers, deps: Deps) -> None:
    user, victim = await make.user(), await make.user()
    await sent_to(deps, user.id)
    path = urlsplit(make.sent_mails()[-1]["unsubscribe"]).path
    for forged in (
        path.replace(f"/{user.id}.", f"/{victim.id}."),
        path.replace("accepted", "message"),
        path[:-1] + ("A" if path[-1] != "A" else "B"),
        "/mail/unsubscribe/x",
        f"/mail/unsubscribe/{victim.id}.accepted.",
    ):
        assert (await client.post(forged)).errno in {4002, 4103}
        assert (await client.get(forged)).errno in {4002, 4103}
    assert await make.rows("SELECT * FROM notification_settings") == []


async def test_mails_about_intruders_cannot_be_ended(make: Makers, deps: Deps) -> None:
    user = await make.user()
    await sent_to(deps, user.id, "password_changed")
    assert make.sent_mails()[-1]["unsubscribe"] == ""


async def test_a_mail_shows_no_mobile_in_full(make: Makers, deps: Deps) -> None:
    await sent_to(deps, (await make.user()).id)
    assert "138****1234" in make.sent_mails()[-1]["text"]


@pytest.mark.settings(env="development", smtp_url="smtp+insecure://127.0.0.1:1", smtp_from="a@b.example")
async def test_without_a_mail_server_a_user_is_told_so(client: Client, make: Makers) -> None:
    await make.sign_in(client)
    assert (await client.put(MAIL, {"address": LI})).errno == 4301
