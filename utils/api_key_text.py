"""The text of an API key: `ihk_`, 256 random bits, and a checksum, by which scanners of source code know a real key."""

import hashlib
import re
import secrets
import string
import zlib

PREFIX = "ihk_"
_DIGITS = string.digits + string.ascii_uppercase + string.ascii_lowercase
_SECRET_LENGTH, _CHECK_LENGTH = 43, 6
_KEY = re.compile(rf"{PREFIX}([0-9A-Za-z]{{{_SECRET_LENGTH}}})([0-9A-Za-z]{{{_CHECK_LENGTH}}})")


def new_key() -> str:
    """A new key: 53 letters and digits."""
    secret = _base62(secrets.randbits(256), _SECRET_LENGTH)
    return f"{PREFIX}{secret}{_checksum(secret)}"


def is_well_formed(text: str) -> bool:
    """Whether a text is a key with a right checksum."""
    parts = _KEY.fullmatch(text)
    return parts is not None and _checksum(parts[1]) == parts[2]


def digest(key: str) -> bytes:
    """What is stored of a key. It needs no salt and no slow hash: a key has 256 random bits."""
    return hashlib.sha256(key.encode()).digest()


def _checksum(secret: str) -> str:
    """CRC-32, in six digits of base 62."""
    return _base62(zlib.crc32(secret.encode()), _CHECK_LENGTH)


def _base62(number: int, length: int) -> str:
    digits = ""
    for _ in range(length):
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits
