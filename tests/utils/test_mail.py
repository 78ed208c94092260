"""aiosmtplib against aiosmtpd: what leaves, and whatever goes wrong on the way."""

import asyncio
import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from tornado.ioloop import IOLoop

from tests.certificates import server_and_client
from tests.mail_server import MailServer
from utils.dev_outbox import DevOutbox
from utils.mail import LocalMail, SmtpMail, SmtpServer, sender_address, smtp_server
from utils.mail_message import Mail
from utils.notification_channels import NotDelivered
from utils.outbound import OutboundLimits

MAIL = Mail(
    to="li@guest.example",
    subject="订单已被接受",
    body="故宫旁四合院\n12 月 1 日\n\n请在 24 小时内支付 <立即>。",
    link="https://ihome.example/orders/7?a=1&b=2",
    link_text="查看订单",
    footer="爱家租房",
    language="zh",
    id="order-7-mail",
    unsubscribe="https://ihome.example/mail/unsubscribe?token=abc",
    unsubscribe_text="不再接收",
)
LIMITS = OutboundLimits(connect=30, total=30, failures=3, pause=0.2)
HURRIED = OutboundLimits(connect=0.5, total=0.5, failures=3, pause=0.2)


@pytest.fixture
def start(io_loop: IOLoop) -> Iterator[Callable[..., MailServer]]:
    """Makes servers that end with the test."""
    started: list[MailServer] = []

    def make(**options: Any) -> MailServer:
        server = MailServer(**options)
        started.append(server)
        return server

    yield make
    for server in started:
        io_loop.run_sync(server.close)


@pytest.fixture
def server(start: Callable[..., MailServer], io_loop: IOLoop) -> MailServer:
    return io_loop.run_sync(start().start)


def sender(server: MailServer, tls: str = "none", *, limits: OutboundLimits = LIMITS, **more: Any) -> SmtpMail:
    context = more.pop("context", None)
    where = SmtpServer("localhost", server.port, tls, **more)
    return SmtpMail(where, sender=sender_address("爱家租房 <notice@ihome.example>"), limits=limits, context=context)


def changed(**fields: str) -> Mail:
    return Mail(**{**vars(MAIL), **fields})


async def test_a_mail_arrives_as_text_and_as_html(server: MailServer) -> None:
    await sender(server).send(MAIL)
    [mail] = server.mails
    assert server.receivers == ["li@guest.example"]
    assert (mail["Subject"], mail["From"]) == ("订单已被接受", "爱家租房 <notice@ihome.example>")
    assert mail["Message-ID"] == "<order-7-mail@ihome.example>"
    assert mail["Auto-Submitted"] == "auto-generated"
    text, html = mail.get_body(("plain",)).get_content(), mail.get_body(("html",)).get_content()
    assert "请在 24 小时内支付 <立即>。" in text
    assert "查看订单: https://ihome.example/orders/7?a=1&b=2" in text
    assert "<p>故宫旁四合院<br>12 月 1 日</p>" in html
    assert "&lt;立即&gt;" in html
    assert 'href="https://ihome.example/orders/7?a=1&amp;b=2"' in html


async def test_one_click_ends_mails_of_a_kind(server: MailServer) -> None:
    """RFC 8058: both headers, and the link also in the text. A mail that has to be sent has neither."""
    await sender(server).send(MAIL)
    await sender(server).send(changed(unsubscribe=""))
    [mail, plain] = server.mails
    assert mail["List-Unsubscribe"] == f"<{MAIL.unsubscribe}>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"不再接收: {MAIL.unsubscribe}" in mail.get_body(("plain",)).get_content()
    assert plain["List-Unsubscribe"] is None


async def test_every_try_has_the_same_message_id(server: MailServer) -> None:
    """A receiver may drop a second copy: a server that dropped the connection after DATA may have sent the mail."""
    mail = sender(server)
    server.mode = "drop"
    with pytest.raises(NotDelivered) as failed:
        await mail.send(MAIL)
    assert not failed.value.permanent
    server.mode = "ok"
    await mail.send(MAIL)
    assert len({each["Message-ID"] for each in server.mails}) == 1
    assert len(server.mails) == 2


@pytest.mark.parametrize(("mode", "permanent"), [("refuse", True), ("spam", True), ("later", False)])
async def test_a_refusal_is_an_answer_of_a_server_that_works(server: MailServer, mode: str, permanent: bool) -> None:
    """Somebody's wrong address must not stop the mails of others."""
    mail = sender(server)
    server.mode = mode
    for _ in range(2 * LIMITS.failures):
        with pytest.raises(NotDelivered) as failed:
            await mail.send(MAIL)
        assert failed.value.permanent is permanent
        assert "guest" not in str(failed.value)
    server.mode = "ok"
    await mail.send(MAIL)


async def test_a_server_that_stalls_is_left_in_time_and_then_alone(server: MailServer) -> None:
    mail = sender(server, limits=HURRIED)
    server.mode = "stall"
    async with asyncio.timeout(20):
        for _ in range(10):
            with pytest.raises(NotDelivered) as failed:
                await mail.send(MAIL)
            assert not failed.value.permanent
        assert server.asked < 10
        server.mode = "ok"
        while not server.mails:
            with suppress(NotDelivered):
                await mail.send(MAIL)
            await asyncio.sleep(0.05)


async def test_without_a_server_a_mail_may_be_sent_later(server: MailServer) -> None:
    await server.close()
    with pytest.raises(NotDelivered) as failed:
        await sender(server).send(MAIL)
    assert not failed.value.permanent


@pytest.mark.parametrize(
    "fields",
    [{"to": "li@guest.example\r\nBcc: all@guest.example"}, {"to": "a@b.example>, <c@d.example"}, {"to": "李"}],
)
async def test_an_address_that_cannot_be_one_is_refused_for_good(server: MailServer, fields: dict[str, str]) -> None:
    with pytest.raises(NotDelivered) as failed:
        await sender(server).send(changed(**fields))
    assert failed.value.permanent
    assert server.asked == 0


async def test_no_text_adds_a_header(server: MailServer) -> None:
    await sender(server).send(changed(subject="好\r\nBcc: all@guest.example\n\nhi", body="x\r\n.\r\nMAIL FROM:<a@b.c>"))
    [mail] = server.mails
    assert mail["Bcc"] is None
    assert mail["Subject"] == "好 Bcc: all@guest.example hi"
    assert server.receivers == ["li@guest.example"]


async def test_starttls_and_a_password(start: Callable[..., MailServer], tmp_path: Path) -> None:
    theirs, ours = server_and_client(tmp_path)
    server = await start(context=theirs, password="p@ss").start()
    await sender(server, "starttls", username="ihome", password="p@ss", context=ours).send(MAIL)
    assert len(server.mails) == 1
    with pytest.raises(NotDelivered):
        await sender(server, "starttls", username="ihome", password="wrong", context=ours).send(MAIL)


async def test_a_server_without_the_right_certificate_gets_nothing(
    start: Callable[..., MailServer], tmp_path: Path
) -> None:
    theirs, _ = server_and_client(tmp_path)
    server = await start(context=theirs, password="p@ss").start()
    for context in (None, ssl.create_default_context()):
        with pytest.raises(NotDelivered):
            await sender(server, "starttls", username="ihome", password="p@ss", context=context).send(MAIL)


async def test_a_server_without_starttls_gets_nothing(server: MailServer) -> None:
    """Somebody on the way may have removed it."""
    with pytest.raises(NotDelivered):
        await sender(server, "starttls", username="ihome", password="p@ss").send(MAIL)
    assert server.asked == 0


async def test_in_development_mails_go_to_a_file(tmp_path: Path) -> None:
    await LocalMail(DevOutbox(tmp_path / "mail-outbox.jsonl")).send(MAIL)
    [record] = [json.loads(line) for line in (tmp_path / "mail-outbox.jsonl").read_text().splitlines()]
    assert (record["to"], record["subject"], record["link"]) == (MAIL.to, MAIL.subject, MAIL.link)


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtps://u%40x:p%2Fw@mail.example", SmtpServer("mail.example", 465, "implicit", "u@x", "p/w")),
        ("smtp://mail.example:2525/", SmtpServer("mail.example", 2525, "starttls")),
        ("smtp+insecure://127.0.0.1", SmtpServer("127.0.0.1", 25, "none")),
    ],
)
def test_a_server_is_one_url(url: str, server: SmtpServer) -> None:
    assert smtp_server(url) == server


@pytest.mark.parametrize("url", ["mail.example", "http://mail.example", "smtp://", "smtp://x/path", "smtp://x:99999"])
def test_anything_else_names_no_server(url: str) -> None:
    with pytest.raises(ValueError, match=r"mail server|[Pp]ort"):
        smtp_server(url)


@pytest.mark.parametrize("text", ["", "爱家租房", "notice@", "爱家 <notice>", "a@b.example\nBcc: c@d.example"])
def test_a_sender_needs_an_address(text: str) -> None:
    with pytest.raises(ValueError, match="sender"):
        sender_address(text)
