"""Links that end mails of one kind without signing in (RFC 8058): signed, so that nobody can make one for others."""

import hashlib
import hmac
import re
from base64 import urlsafe_b64encode
from dataclasses import dataclass

_TOKEN = re.compile(r"([1-9][0-9]{0,18})\.([a-z_]{1,50})\.([A-Za-z0-9_-]{43})")


@dataclass(frozen=True)
class Unsubscription:
    """Whose mails of which kind a link ends."""

    user_id: int
    kind: str


class UnsubscribeLinks:
    """Makes and reads the tokens of such links. They hold for ever: an old mail can still be answered."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def token(self, user_id: int, kind: str) -> str:
        """The token of a user and a kind of mail."""
        return f"{user_id}.{kind}.{self._signature(user_id, kind)}"

    def read(self, token: str) -> Unsubscription | None:
        """What a token ends; None for a token that was not made here."""
        match = _TOKEN.fullmatch(token)
        if match is None:
            return None
        user_id, kind = int(match[1]), match[2]
        right = hmac.compare_digest(match[3], self._signature(user_id, kind))
        return Unsubscription(user_id, kind) if right else None

    def _signature(self, user_id: int, kind: str) -> str:
        digest = hmac.new(self._key, f"{user_id}.{kind}".encode(), hashlib.sha256).digest()
        return urlsafe_b64encode(digest).decode().rstrip("=")
