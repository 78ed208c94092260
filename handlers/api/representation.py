"""ETags and compression of answers that everybody may cache."""

import gzip
import hashlib
import threading
from functools import lru_cache
from pathlib import Path

import brotli

MAX_HEADER_CHARACTERS = 200
"""How many characters of Accept-Encoding, and of Accept-Language, are read."""

_SMALLEST = 1024
"""Compressing a smaller body saves no packet."""

_CODINGS = ("br", "gzip")
"""The better one first."""

_file_lock = threading.Lock()


def etag(body: bytes) -> str:
    """A weak ETag: one tag stands for the body in every coding (RFC 9110, section 8.8.3.3)."""
    return f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'


def encode(body: bytes, accepted: str) -> tuple[str, bytes]:
    """The best coding that Accept-Encoding allows, and the body in it; "" with the plain body if none pays off."""
    coding = _best(accepted[:MAX_HEADER_CHARACTERS])
    if not coding or (len(body) < _SMALLEST and _allows_identity(accepted)):
        return "", body
    return coding, _compressed(body, coding)


def encode_file(path: Path, accepted: str) -> tuple[str, bytes]:
    """The best coding for a file, and its content in it; "" and b"" if none is allowed. Raises OSError.

    Reads and compresses each file once, which takes time: call it in a thread.
    """
    coding = _best(accepted[:MAX_HEADER_CHARACTERS])
    with _file_lock:
        return coding, _compressed_file(path, path.stat().st_mtime_ns, coding) if coding else b""


@lru_cache(64)
def _compressed(body: bytes, coding: str) -> bytes:
    return brotli.compress(body, quality=5) if coding == "br" else gzip.compress(body, 6, mtime=0)


@lru_cache(128)
def _compressed_file(path: Path, modified: int, coding: str) -> bytes:  # noqa: ARG001  part of the key
    content = path.read_bytes()
    return brotli.compress(content, quality=9) if coding == "br" else gzip.compress(content, 9, mtime=0)


@lru_cache(256)
def _best(accepted: str) -> str:
    """The coding that the client prefers; "" for identity (RFC 9110, section 12.5.3)."""
    weights = _weights(accepted)
    others = weights.get("*", 0.0)
    best = max(_CODINGS, key=lambda coding: weights.get(coding, others))
    weight = weights.get(best, others)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else ""


def _allows_identity(accepted: str) -> bool:
    weights = _weights(accepted[:MAX_HEADER_CHARACTERS])
    return weights.get("identity", weights.get("*", 1.0)) > 0


def _weights(accepted: str) -> dict[str, float]:
    """The weight of each coding, from 0 (not acceptable) to 1 (preferred)."""
    weights: dict[str, float] = {}
    for part in accepted.lower().split(","):
        coding, _, parameter = part.partition(";")
        name, _, value = parameter.partition("=")
        try:
            weight = float(value) if name.strip() == "q" else 1.0
        except ValueError:
            weight = 0.0
        weights.setdefault(coding.strip(), weight if 0 <= weight <= 1 else 0.0)
    return weights
