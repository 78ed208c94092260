"""Terms, privacy, help and about; and the addresses of pages in each language."""

import re
from html import unescape
from pathlib import Path

import pytest

from services.documents import InvalidDocument, load
from tests.client import Client
from tests.live import ROOT
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
MARKDOWN = ".md"
NAMES = ("terms", "privacy", "help", "about")
OPERATOR = {
    "operator_name": "某某网络科技有限公司",
    "operator_contact": "help@ihome.example",
    "icp": "京ICP备00000000号",
}


async def page(client: Client, path: str, **headers: str) -> str:
    answer = await client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    assert answer.status == 200, path
    return unescape(answer.body.decode())


@pytest.mark.parametrize("name", NAMES)
async def test_a_text_is_there_in_both_languages_with_its_version(client: Client, name: str) -> None:
    chinese, english = [await page(client, f"/{name}", Accept_Language=code) for code in ("zh", "en")]
    version = re.compile(r'<time datetime="(\d{4}-\d\d-\d\d)">\1</time>')
    assert version.findall(chinese) == version.findall(english)
    for source, language in ((chinese, "zh-CN"), (english, "en")):
        assert f'<html lang="{language}">' in source
        assert not re.search(r"{[a-z_]+}", re.sub("<script.*?</script>", "", source, flags=re.DOTALL))


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_say_the_same(name: str) -> None:
    chinese, english = ((ROOT / "content" / f"{name}.{code}{MARKDOWN}").read_text() for code in ("zh", "en"))

    def shape(text: str) -> list[str]:
        return [re.match(r"#*|[-|>]|\d", line)[0] for line in text.splitlines() if line]  # type: ignore[index]

    assert shape(chinese) == shape(english)
    assert sorted(set(re.findall(r"{\w+}", chinese))) == sorted(set(re.findall(r"{\w+}", english)))


@pytest.mark.parametrize("name", ["terms", "privacy"])
async def test_what_a_lawyer_has_to_read_first_says_so(client: Client, name: str) -> None:
    assert re.search(r"<blockquote>\s*<p><strong>草案", await page(client, f"/{name}"))


async def test_each_section_is_linked_from_the_contents(client: Client) -> None:
    for name in ("terms", "privacy", "help"):
        source = await page(client, f"/{name}")
        links = re.findall(r'<li><a href="#(\w+)">', source)
        sections = re.findall(r'<h2 id="(s\d+)">', source)
        assert links == sections * 2  # beside the text, and folded above it
        assert len(sections) > 3


@pytest.mark.settings(order_accept="3d/36h 0d/1h", orders_pending=7, house_picture_bytes=3 * 1024**2)
async def test_deadlines_and_limits_are_those_in_force(client: Client) -> None:
    english = {"Accept_Language": "en"}
    assert "36 h if the stay begins in 3 days or later, otherwise 1 h." in await page(client, "/terms", **english)
    assert "最多 7 份" in await page(client, "/terms")
    assert "每张不超过 3 MB" in await page(client, "/help")
    assert "入住日前 5 天及更早取消，退 100%；入住前一天及更早取消，退 50%" in await page(client, "/help")
    assert "100% until the day before check-in; 50% on the check-in day" in await page(client, "/terms", **english)


async def test_without_an_operator_no_line_names_one(client: Client) -> None:
    for name in NAMES:
        source = await page(client, f"/{name}")
        assert not re.search("运营者名称：|联系方式：|备案号：|运营者：|运营者是", source), name


@pytest.mark.settings(**OPERATOR)
async def test_the_operator_is_named(client: Client) -> None:
    about = await page(client, "/about")
    assert all(value in about for value in OPERATOR.values())
    assert OPERATOR["operator_name"] in await page(client, "/terms")


@pytest.mark.settings(operator_name="<img src=x onerror=alert(1)> [x](javascript:alert(1))")
async def test_a_setting_is_shown_as_text(client: Client) -> None:
    source = (await client.get("/about")).body.decode()
    assert "<img src=x" not in source
    assert 'href="javascript:' not in source


FACTS = "---\nversion: 2026-01-01\ntitle: x\n"


@pytest.mark.parametrize("text", ["no front matter", f"{FACTS}---\ny", f"{FACTS}description: x\n---\n{{nothing}}\n"])
def test_a_faulty_text_is_found_at_the_start(tmp_path: Path, text: str) -> None:
    (tmp_path / f"terms.zh{MARKDOWN}").write_text(text)
    with pytest.raises(InvalidDocument):
        load(tmp_path, {"zh": {}})


@pytest.mark.settings(site_url="https://ihome.example")
async def test_a_page_has_an_address_in_each_language(scene: Scene) -> None:
    house, site = f"/houses/{scene.house_id}", "https://ihome.example"
    for path, own in (
        ("/", "/"),
        ("/terms/", "/terms"),
        (house + "?sd=2027-01-01", house),
        ("/search?aid=3&q=x", "/search?aid=3"),
    ):
        source = await page(scene.new_client(), path)
        mark = "&" if "?" in own else "?"
        assert re.findall(r'<link rel="canonical" href="([^"]+)"', source) == [site + own]
        assert dict(re.findall(r'<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"', source)) == {
            "zh-CN": f"{site}{own}{mark}lang=zh-CN",
            "en": f"{site}{own}{mark}lang=en",
            "x-default": site + own,
        }
    assert 'rel="canonical" href="https://ihome.example/terms?lang=en"' in await page(
        scene.new_client(), "/terms?lang=en"
    )


async def test_private_pages_are_left_out_by_search_engines(scene: Scene) -> None:
    for path in ("/me", "/orders", "/host", "/login", "/register", "/reset"):
        source = await page(scene.guest, path)
        assert '<meta name="robots" content="noindex">' in source, path
        assert 'rel="canonical"' not in source
    assert "noindex" in (await scene.guest.get("/nowhere", headers={"Accept": "text/html"})).body.decode()


@pytest.mark.parametrize(("chosen", "language"), [("en", "en"), ("zh-CN", "zh-CN"), ("fr", "zh-CN"), ("en&x=1", "en")])
async def test_the_address_chooses_the_language_before_cookie_and_browser(
    client: Client, chosen: str, language: str
) -> None:
    other = {"Cookie": "lang=zh_CN", "Accept-Language": "zh"} if language == "en" else {"Accept-Language": "zh"}
    answer = await client.get(f"/terms?lang={chosen}", headers=other)
    assert f'<html lang="{language}">' in answer.body.decode()
    assert ("Accept-Language" in answer.headers["Vary"]) == (chosen == "fr")
    assert (await client.get(f"/terms?lang={chosen}", headers={"If-None-Match": answer.headers["Etag"]})).status == 304


async def test_the_links_of_a_page_stay_in_the_language_of_its_address(scene: Scene) -> None:
    source = await page(scene.new_client(), "/?lang=en")
    links = [link for link in re.findall(r'<a\b[^<>]*\shref="(/[^"]*)"', source) if not link.startswith("/docs")]
    assert links
    assert [link for link in links if "lang=en" not in link] == []
    assert f"/houses/{scene.house_id}?lang=en" in links
    for form in re.findall(r'<form [^>]*action="/search".*?</form>', source, re.DOTALL):
        assert '<input type="hidden" name="lang" value="en">' in form
    assert "lang=en" not in re.sub(r"<link [^>]*>", "", await page(scene.new_client(), "/", Accept_Language="en"))


def test_every_text_is_there_in_both_languages() -> None:
    assert {path.name for path in (ROOT / "content").glob("*.*.*")} == {
        f"{name}.{code}{MARKDOWN}" for name in NAMES for code in ("zh", "en")
    }


async def test_refusals_count_in_english(scene: Scene, make: Makers) -> None:
    for count, text in ((1, "At most 1 guest"), (2, "At most 2 guests")):
        await make.change("UPDATE houses SET capacity = %s", count)
        refused = await scene.guest.post("/api/v1.0/orders", scene.stay(guests=9), headers={"Accept-Language": "en"})
        assert refused.fields["guests"] == text
