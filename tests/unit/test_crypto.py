"""Encryption at rest."""

import pytest
from cryptography.exceptions import InvalidTag

from utils.crypto import Vault, derive

OLD, NEW = b"o" * 32, b"n" * 32


def test_what_is_sealed_opens_and_shows_nothing() -> None:
    vault = Vault({"k1": OLD}, b"index")
    sealed = vault.seal("11010519491231002X", "user:1")
    assert sealed.startswith(b"k1.")
    assert b"110105" not in sealed
    assert vault.open(sealed, "user:1") == "11010519491231002X"
    assert vault.seal("11010519491231002X", "user:1") != sealed
    assert len(sealed) <= 128


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
