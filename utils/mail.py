"""Mail: an SMTP server, and a file in development."""

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr
from urllib.parse import unquote, urlsplit

import aiosmtplib
from aiosmtplib import SMTPDataError, SMTPRecipientsRefused

from utils.dev_outbox import DevOutbox
from utils.mail_message import Mail, NoAddress, address, message, text_of
from utils.notification_channels import NotDelivered
from utils.outbound import OutboundFailed, OutboundLimits, OutboundService

_QUIT_SECONDS = 0.5
"""How long a server may take to say goodbye: the mail is accepted by then."""
_SCHEMES = {"smtps": ("implicit", 465), "smtp": ("starttls", 587), "smtp+insecure": ("none", 25)}


@dataclass(frozen=True)
class SmtpServer:
    """Where mails are handed in. `tls` is implicit (from the first byte), starttls, or none."""

    host: str
    port: int
    tls: str
    username: str | None = None
    password: str | None = field(default=None, repr=False)


def smtp_server(url: str) -> SmtpServer:
    """Read smtps://user:password@host:465, smtp:// for STARTTLS, smtp+insecure:// for no TLS.

    Raises ValueError for anything else.
    """
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES or not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError("a mail server is smtps://user:password@host:465 or smtp://user:password@host:587")
    tls, port = _SCHEMES[parts.scheme]
    username, password = (unquote(part) if part else None for part in (parts.username, parts.password))
    return SmtpServer(parts.hostname, parts.port or port, tls, username, password)


def sender_address(text: str) -> Address:
    """Read `name <address>` or a bare address. Raises ValueError for anything else."""
    try:
        name, spec = parseaddr(text) if text.isprintable() else ("", "")
        return address(spec, name)
    except NoAddress:
        raise ValueError("a sender is `name <address>`, such as ihome <notice@ihome.example>") from None


class LocalMail:
    """Writes mails to a file for the developer."""

    def __init__(self, outbox: DevOutbox) -> None:
        self._outbox = outbox

    async def send(self, mail: Mail) -> None:
        """Write a mail."""
        record = {"to": mail.to, "subject": mail.subject, "text": text_of(mail), "link": mail.link, "id": mail.id}
        self._outbox.append({**record, "unsubscribe": mail.unsubscribe})


class SmtpMail:
    """Hands mails to an SMTP server, one connection a mail.

    Without a `context`, the server's certificate is checked against the system's.
    """

    def __init__(
        self, server: SmtpServer, *, sender: Address, limits: OutboundLimits, context: ssl.SSLContext | None = None
    ) -> None:
        self._sender = sender
        self._server = server
        self._limits = limits
        self._context = context
        self._service = OutboundService(limits)

    async def send(self, mail: Mail) -> None:
        """Hand in a mail. Raises NotDelivered: permanently where the server refuses this mail for good (5xx)."""
        try:
            built = message(mail, self._sender)
        except NoAddress:
            raise NotDelivered("no address", permanent=True) from None
        client = self._client()
        try:
            refused = await self._service.call(lambda: self._hand_in(client, built))
            if refused:
                raise NotDelivered(f"refused {refused}", permanent=refused >= 500)
            await _say_goodbye(client)
        except OutboundFailed as error:
            raise NotDelivered(str(error)) from None
        finally:
            client.close()

    def _client(self) -> aiosmtplib.SMTP:
        server = self._server
        return aiosmtplib.SMTP(
            hostname=server.host,
            port=server.port,
            username=server.username,
            password=server.password,
            use_tls=server.tls == "implicit",
            start_tls=server.tls == "starttls",
            tls_context=self._context,
            local_hostname=self._sender.domain,  # by default the client asks DNS, and blocks meanwhile
            timeout=self._limits.total,
        )

    async def _hand_in(self, client: aiosmtplib.SMTP, built: EmailMessage) -> int:
        """0, or the code with which the server refuses this mail: that is an answer, no failure of the server."""
        async with asyncio.timeout(self._limits.connect):
            await client.connect()
        try:
            await client.send_message(built)
        except SMTPRecipientsRefused as error:
            return error.recipients[0].code
        except SMTPDataError as error:
            return error.code
        return 0


async def _say_goodbye(client: aiosmtplib.SMTP) -> None:
    with suppress(aiosmtplib.SMTPException, OSError, TimeoutError):
        async with asyncio.timeout(_QUIT_SECONDS):
            await client.quit()
