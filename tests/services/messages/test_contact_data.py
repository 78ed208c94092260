"""Which texts are warned of before a payment, and which addresses become links after it."""

import pytest

from utils import contact_data, text_links


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("13800138000", {"mobile"}),
        ("138 0013-8000", {"mobile"}),
        ("+86 138.0013.8000", {"mobile"}),
        ("一三八零零一三八零零零", {"mobile"}),
        ("幺三八，零零幺三，八零零零", {"mobile"}),
        ("电话１３８００１３８０００", {"mobile"}),
        ("①③⑧00138000", {"mobile"}),
        ("1️⃣3️⃣8️⃣0️⃣0️⃣1️⃣3️⃣8️⃣0️⃣0️⃣0️⃣", {"mobile"}),
        ("one three eight zero zero one three eight zero zero zero", {"mobile"}),
        ("phone138 0013 8000", {"mobile"}),
        ("a.b@example.org", {"mail", "link"}),
        ("a (at) example.org", {"mail", "link"}),
        ("加我微信", {"wechat"}),
        ("微信号：abc_12345", {"wechat"}),
        ("vx: hello123", {"wechat"}),
        ("QQ 12345678", {"qq"}),
        ("扣扣：1 2 3 4 5 6", {"qq"}),
        ("https://x.example/y", {"link"}),
        ("WWW.X.CN", {"link"}),
        ("看 x．com", {"link"}),
        ("2026-12-24 到 2026-12-26，两个人", set()),
        ("价格 1580 3200 8800", set()),
        ("3 大 1 小，12 月 24 日 15:00 到，26 日 12:00 走", set()),
        ("WiFi 密码 12345678", set()),
        ("微信支付可以吗？", set()),
    ],
)
def test_contact_data_is_found_also_in_disguise(text: str, kinds: set[str]) -> None:
    assert contact_data.find(text) == kinds


def test_links_stand_as_they_are_written() -> None:
    found = text_links.find("见 https://a.example/x?y=1。HTTPS://B.example:8080/(x)! http://c.example.")
    assert [link.text for link in found] == ["https://a.example/x?y=1", "HTTPS://B.example:8080/", "http://c.example"]
    assert [link.host for link in found] == ["a.example", "b.example", "c.example"]


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http://bank.example@evil.example/",
        "http://bank.example:80@evil.example/",
        "http://аpple.com/",
        "http://localhost/",
        "http:///evil.example",
        "xhttps://evil.example",
        "//evil.example",
    ],
)
def test_an_address_that_could_mislead_stays_text(text: str) -> None:
    assert text_links.find(text) == []


def test_there_are_at_most_so_many_links() -> None:
    assert len(text_links.find("http://a.example " * 100)) == text_links.MAX_LINKS
