"""Encryption at rest."""

import hmac

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from utils.crypto import Pseudonyms, Vault, derive, rsa_key_pair

OLD, NEW = b"o" * 32, b"n" * 32


def test_what_is_sealed_opens_and_shows_nothing() -> None:
    vault = Vault({"k1": OLD}, b"index")
    sealed = vault.seal("11010519491231002X", "user:1")
    assert sealed.startswith(b"k1.")
    assert b"110105" not in sealed
    assert vault.open(sealed, "user:1") == "11010519491231002X"
    assert vault.seal("11010519491231002X", "user:1") != sealed
    assert len(sealed) == len("k1.") + 12 + len("11010519491231002X") + 16  # key, nonce, text, tag


def test_a_rotated_key_still_opens_and_the_new_one_seals() -> None:
    before = Vault({"k1": OLD}, b"index").seal("x", "user:1")
    rotated = Vault({"k2": NEW, "k1": OLD}, b"index")
    assert rotated.open(before, "user:1") == "x"
    assert rotated.seal("x", "user:1").startswith(b"k2.")
    with pytest.raises(KeyError):
        Vault({"k2": NEW}, b"index").open(before, "user:1")


def test_another_row_or_a_changed_byte_opens_nothing() -> None:
    vault = Vault({"k1": OLD}, b"index")
    sealed = vault.seal("x", "user:1")
    with pytest.raises(InvalidTag):
        vault.open(sealed, "user:2")
    with pytest.raises(InvalidTag):
        vault.open(sealed[:-1] + bytes([sealed[-1] ^ 1]), "user:1")


def test_the_blind_index_is_stable_and_keyed() -> None:
    assert Vault({"k1": OLD}, b"i").index("x") == Vault({"k2": NEW}, b"i").index("x")
    assert Vault({"k1": OLD}, b"i").index("x") != Vault({"k1": OLD}, b"j").index("x")


def test_one_secret_gives_a_key_for_each_purpose() -> None:
    assert derive("s" * 32, "a") != derive("s" * 32, "b")
    assert len(derive("s" * 32, "a")) == 32


def test_a_pseudonym_is_a_keyed_hash_of_32_digits() -> None:
    assert Pseudonyms(b"key").of("13900000000") == hmac.new(b"key", b"13900000000", "sha256").hexdigest()[:32]


def test_the_blind_index_has_256_bits() -> None:
    assert Vault({"k1": OLD}, b"index").index("x") == hmac.new(b"index", b"x", "sha256").digest()


def test_an_rsa_key_has_2048_bits_and_the_usual_exponent() -> None:
    private, public = rsa_key_pair()
    key = load_pem_private_key(private.encode(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    assert (key.key_size, key.public_key().public_numbers().e) == (2048, 65537)
    assert private.startswith("-----BEGIN PRIVATE KEY-----")
    assert load_pem_public_key(public.encode()) == key.public_key()


def test_a_derived_key_is_that_of_rfc_5869() -> None:
    prk = hmac.new(bytes(32), b"s" * 32, "sha256").digest()
    assert derive("s" * 32, "a") == hmac.new(prk, b"a\x01", "sha256").digest()
