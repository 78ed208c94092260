"""Search words."""

import pytest

from utils.pinyin import Pinyin
from utils.tokenizer import runs, terms, tokens

READ_ALOUD = Pinyin({"朝阳": ("chao", "yang"), "什刹海": ("shi", "cha", "hai")}).syllables


def found(needle: str, text: str) -> bool:
    """As the index would: every term has a token that is there, or begins one that is."""
    have = tokens(text, READ_ALOUD)
    wanted = [term.strip("()").split() for run in runs(needle) for term in terms(run)]
    return bool(wanted) and all(
        any(
            token.startswith(want[:-1]) if want.endswith("*") else token == want
            for want in alternatives
            for token in have
        )
        for alternatives in wanted
    )


@pytest.mark.parametrize(
    "needle",
    ["东城", "故宫", "宫", "北京", "Loft", "loft", "lo", "ＬＯＦＴ", "2室", "北京 loft", "四合院2", "gugong",
     "siheyuan", "SHY", "sihey", "dongcheng", "yuan", "bjd"],
)  # fmt: skip
def test_what_is_there_is_found(needle: str) -> None:
    assert found(needle, "北京东城·故宫旁Loft四合院 2室1厅")


@pytest.mark.parametrize(
    "needle",
    ["城东", "故北", "oft", "上海", "北京 上海", "", " ", "!!!", '+-*"()<>~@', "😀", "shanghai", "ugong", "gg", "gu",
     "sh y"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(needle: str) -> None:
    assert not found(needle, "北京东城·故宫旁Loft四合院 2室1厅")


def test_names_are_read_as_they_are_spoken() -> None:
    assert READ_ALOUD("近朝阳与什刹海") == ["jin", "chao", "yang", "yu", "shi", "cha", "hai"]
    assert READ_ALOUD("女a😀か") == ["nv", "", "", ""]
    assert found("shichahai", "什刹海边")
    assert found("lvcheng", "绿城")


def test_tokens_are_plain_and_fit_into_the_index() -> None:
    longest = tokens("庄" * 64 + " a 北 the 京b 1 か女", READ_ALOUD)
    assert all(token.isascii() and token.isalnum() and 3 <= len(token) <= 84 for token in longest)
    assert len(" ".join(tokens("".join(map(chr, range(0x4E00, 0x4E00 + 192))), READ_ALOUD))) < 2**16
