"""A mail server (aiosmtpd) that keeps what it accepts, and misbehaves on demand."""

import asyncio
import ssl
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class MailServer:
    """`mode` is ok, refuse (the receiver), later (greylisting), spam (after DATA), stall, drop (after DATA)."""

    def __init__(self, *, context: ssl.SSLContext | None = None, password: str = "") -> None:
        self.mode = "ok"
        self.mails: list[EmailMessage] = []
        self.receivers: list[str] = []
        self.asked = 0
        self.port = 0
        self._context = context
        self._password = password
        self._server: asyncio.Server | None = None
        self.released = asyncio.Event()

    async def start(self) -> "MailServer":
        self._server = await asyncio.get_running_loop().create_server(self._protocol, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def close(self) -> None:
        self.released.set()
        if self._server:
            self._server.close()

    def _protocol(self) -> SMTP:
        options: dict[str, Any] = {"hostname": "mail.test", "loop": asyncio.get_running_loop()}
        if self._context:
            options |= {"tls_context": self._context, "require_starttls": True}
        if self._password:
            options |= {"authenticator": self._authenticate, "auth_required": True}
        return SMTP(self, **options)

    def _authenticate(self, *arguments: Any) -> AuthResult:
        right = isinstance(arguments[-1], LoginPassword) and arguments[-1].password.decode() == self._password
        return AuthResult(success=right, handled=right)

    async def handle_RCPT(self, *arguments: Any) -> str:  # noqa: N802  aiosmtpd's name
        _, _, envelope, address, _ = arguments
        self.asked += 1
        match self.mode:
            case "refuse":
                return "550 No such user"
            case "later":
                return "450 Greylisted, come again"
            case "stall":
                await self.released.wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, _session: object, envelope: Any) -> str:  # noqa: N802
        if self.mode == "spam":
            return "554 No, thank you"
        self.receivers += envelope.rcpt_tos
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        if self.mode == "drop":
            server.transport.abort()
        return "250 Accepted"
