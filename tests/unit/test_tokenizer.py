"""Search words."""

import pytest

from utils.tokenizer import query, tokens


def found(needle: str, text: str) -> bool:
    """As the index would: every wanted token is there, or begins one that is."""
    have = tokens(text)
    wanted = [token.removeprefix("+") for token in query(needle).split()]
    return bool(wanted) and all(
        any(token.startswith(want[:-1]) for token in have) if want.endswith("*") else want in have for want in wanted
    )


@pytest.mark.parametrize(
    "needle", ["东城", "故宫", "宫", "北京", "Loft", "loft", "lo", "ＬＯＦＴ", "2室", "北京 loft", "四合院2"]
)
def test_what_is_there_is_found(needle: str) -> None:
    assert found(needle, "北京东城·故宫旁Loft四合院 2室1厅")


@pytest.mark.parametrize("needle", ["城东", "故北", "oft", "上海", "北京 上海", "", " ", "!!!", '+-*"()<>~@', "😀"])
def test_what_is_not_there_is_not_found(needle: str) -> None:
    assert not found(needle, "北京东城·故宫旁Loft四合院 2室1厅")


def test_tokens_are_plain_and_a_query_is_bounded() -> None:
    assert all(token.isascii() and token.isalnum() and len(token) >= 3 for token in tokens("a 北 the 京b 1"))
    assert len(query("".join(map(chr, range(0x4E00, 0x4E40)))).split()) == 20
    assert set(query('北京" +(x) -y @3')) <= set("+*0123456789abcdefwxy ")
