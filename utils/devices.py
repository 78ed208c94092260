"""Device cookies: proof that a device has signed in as an account before (OWASP, "Slow Down Online Guessing Attacks").

Such a device has limits of its own for signing in. A stranger who uses up the limits of an account or of a network then
cannot shut the account's owner out. A device cookie signs nobody in.
"""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

_NONCE_BYTES = 16
_MAX_COOKIE = 128


class Devices:
    """Issues and checks device cookies, which are valid for `seconds`.

    The server stores none: a cookie is a random number, the day of its issue, and the HMAC of both under `key`.
    """

    def __init__(self, key: bytes, seconds: int) -> None:
        self._key = key
        self._life = timedelta(seconds=seconds)

    def issue(self, account: str, cookie: str, now: datetime) -> str:
        """The cookie for a device that has just signed in at `now`. A device with a valid cookie keeps its number."""
        nonce = self.recognise(account, cookie, now) or secrets.token_urlsafe(_NONCE_BYTES)
        stamped = f"{nonce}.{now.toordinal()}"
        return f"{stamped}.{self._mac(account, stamped)}"

    def recognise(self, account: str, cookie: str, now: datetime) -> str | None:
        """The device's number if it has signed in as `account` within the life of a cookie, else None."""
        stamped, _, mac = cookie.rpartition(".")
        if len(cookie) > _MAX_COOKIE or not hmac.compare_digest(mac.encode(), self._mac(account, stamped).encode()):
            return None
        nonce, _, day = stamped.partition(".")
        return nonce if (now - self._life).toordinal() <= int(day) else None

    def _mac(self, account: str, stamped: str) -> str:
        return hmac.new(self._key, f"{account}|{stamped}".encode(), hashlib.sha256).hexdigest()
