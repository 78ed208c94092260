"""Visible characters, and names that look like others."""

import pytest

from utils.text_rules import InvisibleText, LookAlikes, clean, nickname

STAFF = LookAlikes(("官方", "客服", "管理员", "ihome", "admin"))


@pytest.mark.parametrize(
    "text",
    ["", "  ", "\u3164", "a\u3164b", "\u2800", "a\u2800b", "\u115f", "\uffa0", "a\u200bb", "a\u202eb", "a\ufeffb",
     "\u00ad", "a\x1cb", "a\x85b", "a\u2028b", "a\tb", "a\0b", "a\ufe0fb", "a\u200db", "\u0301", "e" + "\u0301" * 5,
     "🏠\u200d", "\u200d🏠", "🏠\u200d\u200d🏠", "\U000e0061", "\ue000", "a\u034fb", "\u2066a"],
    ids=ascii,
)  # fmt: skip
def test_what_is_not_seen_is_refused(text: str) -> None:
    for read in (clean, nickname):
        with pytest.raises(InvisibleText):
            read(text)


@pytest.mark.parametrize(
    "text",
    ["👨\u200d👩\u200d👧", "❤️", "1️⃣", "👍🏽", "🧑🏽\u200d🚀", "🏳️\u200d🌈", "王·李", "é", "e\u0301", "𠮷野家", "한국어",
     "ไทย", "：（）！～", "第一行\n\n第二行", "\U0001fae8"],
    ids=ascii,
)  # fmt: skip
def test_what_is_seen_stays(text: str) -> None:
    assert clean(f" {text}\n") == text


def test_spaces_and_line_ends_are_plain() -> None:
    assert clean("\u3000a\u00a0b\r\nc\rd\u2003") == "a b\nc\nd"


@pytest.mark.parametrize("text", ["张三", "约翰·史密斯", "O'Brien", "小李❤️", "🏠", "Иван", "小李 Lily", "Lily(ω)"])
def test_a_name_may_be_written_in_any_script(text: str) -> None:
    assert nickname(text) == text


@pytest.mark.parametrize("text", ["a\nb", "\u0301a", "Lilу", "Αdam", "a\u0335ω", "\u1100\ud7b0"], ids=ascii)
def test_a_name_is_one_line_in_scripts_that_go_together(text: str) -> None:
    with pytest.raises(InvisibleText):
        nickname(text)


@pytest.mark.parametrize(
    "name",
    ["官方客服", "ihome客服", "admin", "ADMIN", "管理员小王", "аdmin", "ａｄｍｉｎ", "adm1n", "admIn", "adm|n",
     "a d m i n", "a.d.m.i.n", "官 方", "官-方", "客😀服", "IH0ME", "1home", "ⓐdmin", "àdmin", "𝐚dmin", "adrnin",
     "αdmin", "my admin", "admin1", "Administrator", "客\u0301服", "⽅官⽅"],
)  # fmt: skip
def test_a_name_that_looks_like_staff_is_told(name: str) -> None:
    assert STAFF.match(name)


def test_without_words_every_name_may_be_taken() -> None:
    assert not LookAlikes(()).match("admin")


@pytest.mark.parametrize(
    "name", ["小李", "badminton", "Ad Minor", "Admiral", "Michael Holmes", "官小方", "客栈服务", "王·李"]
)
def test_a_name_that_only_resembles_is_nobody_elses(name: str) -> None:
    assert not STAFF.match(name)
