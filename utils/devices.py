"""Device cookies: proof that a device has signed in as an account before (OWASP, "Slow Down Online Guessing Attacks").

Such a device keeps a bucket of its own in the limits of signing in, so that a stranger who uses up the limits of an
account or of a network cannot shut its owner out. A device cookie signs nobody in.
"""

import hashlib
import hmac
import secrets

_NONCE_BYTES = 16
_LONGEST = 128


class Devices:
    """Makes and checks device cookies with `key`. Nothing is stored: a cookie is a random number and its HMAC."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def issue(self, account: str, cookie: str) -> str:
        """The cookie of a device that has just signed in; one that is valid already keeps its number."""
        nonce = self.recognise(account, cookie) or secrets.token_urlsafe(_NONCE_BYTES)
        return f"{nonce}.{self._mac(account, nonce)}"

    def recognise(self, account: str, cookie: str) -> str | None:
        """The device's number if it has signed in as `account` before, else None."""
        nonce, _, mac = cookie.partition(".")
        if len(cookie) > _LONGEST or not hmac.compare_digest(mac.encode(), self._mac(account, nonce).encode()):
            return None
        return nonce

    def _mac(self, account: str, nonce: str) -> str:
        return hmac.new(self._key, f"{account}|{nonce}".encode(), hashlib.sha256).hexdigest()
