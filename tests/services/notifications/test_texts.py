"""What notifications say: each kind, channel and language, from real events."""

import re

import pytest

from models.notifications.settings import Language
from models.notifications.types import Channel, NotificationText
from models.types import Fen
from services.notifications import samples, texts
from services.notifications.kinds import BY_NAME, KINDS, Kind, kind_of

HOSTILE = "故宫旁四合院 加微信13912345678 身份证11010519491231002X http://evil.example/{house} www.x.cn"
SIGNATURE = len("【爱家租房】")
CASES = [(kind, channel, language) for kind in KINDS for channel in kind.channels for language in texts.LANGUAGES]


def rendered(kind: Kind, channel: Channel, language: Language, title: str = HOSTILE) -> NotificationText:
    told = samples.event(kind)
    hostile = {name: HOSTILE for name in ("reason", "device") if name in told.payload}
    assert kind_of(told) is kind
    return samples.message(kind, channel, language, samples.event(kind, **hostile), title)


@pytest.mark.parametrize(("kind", "channel", "language"), CASES, ids=lambda case: getattr(case, "name", case))
def test_a_notification_has_no_gap_and_nothing_private(kind: Kind, channel: Channel, language: Language) -> None:
    text = rendered(kind, channel, language)
    shown = f"{text.title} {text.body} {' '.join(text.variables.values())}"
    assert text.title
    assert text.body
    assert text.url.startswith("/")
    assert not re.search(r"[{}$]", shown), shown
    for private in ("13912345678", "11010519491231002X", "evil", "www.", "http"):
        assert private not in shown, shown
    assert not re.search(r"\d{7}", shown), shown
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,100}", text.id)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_english_reader_reads_no_chinese(kind: Kind) -> None:
    for channel in set(kind.channels) - {"sms"}:
        text = samples.message(kind, channel, "en", samples.event(kind))
        assert not re.search(r"[\u4e00-\u9fff]", text.title + text.body)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "sms" in kind.channels], ids=lambda kind: kind.name)
def test_an_sms_is_one_sms_and_its_variables_fit_into_a_template(kind: Kind) -> None:
    text = rendered(kind, "sms", "zh", "一二三四五六七八九十" * 6)
    assert len(text.body) + SIGNATURE <= 70, text.body
    for name, value in text.variables.items():
        assert len(value) <= 20, name


def test_a_title_is_cut_and_cleaned() -> None:
    assert texts.clean_title("  小\n院  ", "zh") == "小 院"
    assert texts.clean_title("1391-234-5678", "zh") == "房源"
    assert texts.clean_title(None, "en") == "a home"
    assert texts.clean_title("见 HTTPS://a.b/c 院", "zh") == "见 … 院"
    assert len(texts.clean_title("院" * 64, "zh")) == texts.MAX_TITLE


def test_a_title_costs_linear_time() -> None:
    for hostile in ("1" * 64 + " " * 64, "a." * 64, "w" * 128, "1 - " * 32):
        assert len(texts.clean_title(hostile, "zh")) <= texts.MAX_TITLE


def test_a_refund_is_told_only_where_there_is_one() -> None:
    for refund, said in ((Fen(5000), "50元原路退回"), (None, ""), (0, "")):
        told = samples.event(BY_NAME["cancelled"], refund=refund)
        found = texts.values(BY_NAME["cancelled"], told, "小院", "zh")
        assert (
            texts.template("cancelled", "zh").text.format_map(found)
            == f"「小院」11月28日至12月30日{said and '，' + said}。"
        )
