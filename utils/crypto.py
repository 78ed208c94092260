"""Key derivation, encryption at rest, and blind indexes."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

_NONCE = 12
_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of the curve P-256 (SEC 2, 2.4.2)."""
UNREADABLE = (KeyError, InvalidTag)
"""The errors of `Vault.open`."""


def derive(secret: str, purpose: str) -> bytes:
    """A 256-bit key for one purpose (HKDF, RFC 5869), so that no two uses share a key."""
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())


def rsa_key_pair() -> tuple[str, str]:
    """A new private key of 2,048 bits and its public key, in PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private.decode(), key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def p256_key(seed: bytes | None = None) -> bytes:
    """A private key on the curve P-256, 32 bytes: a new one, or the one that 32 random bytes lead to."""
    if seed is None:
        return ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value.to_bytes(32)
    return (int.from_bytes(seed) % (_P256_ORDER - 1) + 1).to_bytes(32)


def p256_point(private_key: bytes) -> bytes:
    """The public key of a private key, as an uncompressed point of 65 bytes. Raises ValueError for no private key."""
    if len(private_key) != 32:
        raise ValueError("a private key on P-256 has 32 bytes")
    public = ec.derive_private_key(int.from_bytes(private_key), ec.SECP256R1()).public_key()
    return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def is_p256_point(point: bytes) -> bool:
    """Whether these bytes are an uncompressed point on P-256. With other points, a secret could be found out."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
    except ValueError:
        return False
    return len(point) == 65


class Pseudonyms:
    """Replaces personal data in the names of Redis keys.

    Equal texts have equal pseudonyms. Without `key`, a pseudonym reveals nothing about its text.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key

    def of(self, text: str) -> str:
        """The pseudonym of a text: 32 hexadecimal digits."""
        return hmac.new(self._key, text.encode(), hashlib.sha256).hexdigest()[:32]


class Vault:
    """Encrypts short texts, and finds equal texts without decrypting them.

    A sealed text is `key id . nonce ciphertext` (AES-256-GCM, NIST SP 800-38D). The first of `keys` encrypts and all of
    them decrypt, so keys can be rotated. A text is bound to its `context`: in another row it cannot be decrypted.
    """

    def __init__(self, keys: Mapping[str, bytes], index_key: bytes) -> None:
        self._keys = dict(keys)
        self._current = next(iter(self._keys))
        self._index_key = index_key

    def seal(self, text: str, context: str) -> bytes:
        """Encrypt a text."""
        nonce = secrets.token_bytes(_NONCE)
        sealed = AESGCM(self._keys[self._current]).encrypt(nonce, text.encode(), context.encode())
        return self._current.encode() + b"." + nonce + sealed

    def open(self, sealed: bytes, context: str) -> str:
        """Decrypt a text. Raises KeyError for an unknown key id, cryptography's InvalidTag for a changed text."""
        key_id, _, rest = sealed.partition(b".")
        return AESGCM(self._keys[key_id.decode()]).decrypt(rest[:_NONCE], rest[_NONCE:], context.encode()).decode()

    def index(self, text: str) -> bytes:
        """A keyed hash of 32 bytes, the same for equal texts. Without the key it reveals nothing about the text."""
        return hmac.new(self._index_key, text.encode(), hashlib.sha256).digest()
