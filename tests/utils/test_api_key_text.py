"""API keys as texts."""

from utils.api_key_text import digest, is_well_formed, new_key


def test_a_key_is_known_by_its_checksum() -> None:
    key = new_key()
    assert (len(key), key[:4]) == (53, "ihk_")
    assert is_well_formed(key)
    for place in range(len(key)):
        other = "1" if key[place] == "0" else "0"
        assert not is_well_formed(key[:place] + other + key[place + 1 :])
    for text in ("", "ihk_", key[:-1], key + "0", key.lower() + "\n", "ihk_" + "é" * 49):
        assert not is_well_formed(text)


def test_keys_differ() -> None:
    assert len({digest(new_key()) for _ in range(100)}) == 100
