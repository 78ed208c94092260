"""Our numbers for payments, which only we can make.

A payment service may report money for a number that the database does not have. The mark at the number's end tells
whether we made it, or another system that uses the same account.
"""

import hashlib
import hmac
import secrets

_MARK = 16
"""The length of the mark in hexadecimal digits: 64 bits of an HMAC."""


class PaymentNumbers:
    """Makes and recognises numbers: `ORDER-RANDOM MARK` without the space, at most 44 characters."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def new(self, order_id: int) -> str:
        """Another number for the payment of an order."""
        name = f"{order_id}-{secrets.token_hex(4)}"
        return name + self._mark(name)

    def is_ours(self, number: str) -> bool:
        """Whether `new` made this number, under this key."""
        name, mark = number[:-_MARK], number[-_MARK:]
        return hmac.compare_digest(mark.encode(), self._mark(name).encode())

    @staticmethod
    def order_id(number: str) -> int:
        """The order of a number that `new` made."""
        return int(number.partition("-")[0])

    def _mark(self, name: str) -> str:
        return hmac.new(self._key, name.encode(), hashlib.sha256).hexdigest()[:_MARK]
