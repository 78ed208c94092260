"""No page in English shows Chinese, apart from what users write and what is marked as Chinese."""

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.client import Client
from tests.makers import WIDE, Makers
from tests.scene import Scene

pytestmark = pytest.mark.settings(**WIDE)
ENGLISH = {"Accept": "text/html", "Accept-Language": "en"}
CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
SHOWN = ("alt", "aria-label", "content", "placeholder", "title", "value", "data-wrong")
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LATIN = {"title": "Courtyard", "address": "Lane 15", "unit": "2 rooms", "beds": "1 double", "description": "Quiet"}


class Texts(HTMLParser):
    """What a page shows, or tells its scripts, with Chinese in it; elements that say that they are Chinese left out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        language = values.get("lang") or values.get("data-lang")
        chinese = language.startswith("zh") if language else self._is_chinese
        if not chinese:
            self._add(" ".join(f"{values[name]}" for name in SHOWN if values.get(name)))
        if tag not in VOID:
            self._open.append((tag, chinese))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._is_chinese:
            script = bool(self._open) and self._open[-1][0] == "script"
            self._add(" ".join(strings(json.loads(data))) if script and data.strip() else data)

    @property
    def _is_chinese(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _add(self, text: str) -> None:
        if CHINESE.search(text):
            self.found.append(re.sub(r"\s+", " ", text).strip())


def strings(value: Any) -> Iterator[str]:
    """The texts of a JSON value, without the names of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def chinese(page: str) -> list[str]:
    texts = Texts()
    texts.feed(page)
    return texts.found


def test_chinese_is_found() -> None:
    page = (
        '<p title="价">a</p><p lang="zh-CN">价<b>钱</b></p><br><i>（</i><script>{"价": ["晚"]}</script><u lang="en">住'
    )
    assert chinese(page) == ["价", "（", "晚", "住"]


async def in_latin(make: Makers) -> None:
    """Let the houses' hosts have written in English."""
    values = ", ".join(f"{name} = %s" for name in LATIN)
    await make.change(f"UPDATE houses SET {values}", *LATIN.values())  # noqa: S608


async def everything(scene: Scene, make: Makers) -> list[tuple[Client, str]]:
    """Every page with something on it, and who looks at it."""
    paid = await scene.paid(0, 2)
    await scene.book(4, 1)
    await make.change(
        "UPDATE orders SET comment = 'Fine', reply = 'Thanks', rating = 4, commented_at = NOW(6) WHERE id = %s", paid
    )
    await make.change("UPDATE users SET is_admin = TRUE, real_name = 'Zhang', name = 'Ming'")
    stay = scene.stay(7, 8)
    pages: list[tuple[Client, str]] = []
    for row in ROUTES:
        if row.surface is PAGE and row.verb == "GET":
            path = re.sub("<(house|host|user)_id>", str(scene.house_id), row.path).replace("<order_id>", str(paid))
            path += f"?sd={stay['start_date']}&ed={stay['end_date']}&guests=2" if path.endswith("/book") else ""
            whose = scene.host if path.startswith(("/host", "/admin")) else scene.guest
            pages += [(whose, path)] + ([(scene.new_client(), path)] if row.public else [])
    return [*pages, (scene.guest, "/nowhere"), (scene.guest, "/search?sd=x&ed=y&q=%00"), (scene.guest, "/search?aid=3")]


async def test_no_page_in_english_shows_chinese(scene: Scene, make: Makers) -> None:
    await in_latin(make)
    found = {}
    for client, path in await everything(scene, make):
        page = (await client.get(path, headers=ENGLISH)).body.decode()
        if texts := chinese(page):
            found[path] = texts
    assert found == {}
