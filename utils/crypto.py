"""Keys and what is done with them: derivation, encryption at rest, blind indexes."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

_NONCE = 12
UNREADABLE = (KeyError, InvalidTag)
"""What `Vault.open` raises."""


def derive(secret: str, purpose: str) -> bytes:
    """A 256-bit key for one purpose (HKDF, RFC 5869), so that no two uses share a key."""
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())


def rsa_key_pair() -> tuple[str, str]:
    """A new private key of 2,048 bits and its public key, in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private.decode(), key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


class Pseudonyms:
    """Stands in for personal data in names of keys: the same for the same text, and telling nothing without `key`."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, text: str) -> str:
        """32 hexadecimal digits."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()[:32]


class Vault:
    """Keeps short texts secret at rest, and lets equal ones be found without being read.

    What `seal` returns is `key id . nonce ciphertext` (AES-256-GCM, NIST SP 800-38D). The first of `keys` seals, all
    of them open, so that keys can be rotated. `context` is bound in: a sealed text moved to another row opens no more.
    """

    def __init__(self, keys: Mapping[str, bytes], index_key: bytes) -> None:
        self._keys = dict(keys)
        self._current = next(iter(self._keys))
        self._index_key = index_key

    def seal(self, text: str, context: str) -> bytes:
        nonce = secrets.token_bytes(_NONCE)
        sealed = AESGCM(self._keys[self._current]).encrypt(nonce, text.encode(), context.encode())
        return self._current.encode() + b"." + nonce + sealed

    def open(self, sealed: bytes, context: str) -> str:
        """Raises KeyError for a key that is not held, cryptography's InvalidTag for a changed text."""
        key_id, _, rest = sealed.partition(b".")
        return AESGCM(self._keys[key_id.decode()]).decrypt(rest[:_NONCE], rest[_NONCE:], context.encode()).decode()

    def index(self, text: str) -> bytes:
        """A keyed hash of 32 bytes: the same for the same text, and telling nothing without the key."""
        return hmac.new(self._index_key, text.encode(), hashlib.sha256).digest()
