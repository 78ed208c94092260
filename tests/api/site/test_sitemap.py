"""sitemap.xml and its files, by the rules of https://www.sitemaps.org/protocol.html."""

import re
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from services.houses.sitemap import FILE_IDS
from tests.client import Answer, Client
from tests.makers import WIDE, Makers
from tests.scene import Scene

SITE = "https://ihome.example"
pytestmark = pytest.mark.settings(**WIDE, site_url=SITE)
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
MAX_BYTES, MAX_URLS = 50 * 1024**2, 50_000


async def read(client: Client, address: str) -> list[ET.Element]:
    """The entries of a sitemap or of an index, after checking the rules that hold for all."""
    answer = await client.get(address.removeprefix(SITE))
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/xml; charset=UTF-8")
    assert len(answer.body) <= MAX_BYTES
    assert answer.body.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    root = ET.fromstring(answer.body.decode())  # noqa: S314  our own
    kind = {"urlset": "url", "sitemapindex": "sitemap"}[root.tag.removeprefix(f"{{{NAMESPACES['s']}}}")]
    assert 0 < len(root) <= MAX_URLS
    assert {child.tag for child in root} == {f"{{{NAMESPACES['s']}}}{kind}"}
    for place in locations(list(root)):
        assert re.fullmatch(rf"{SITE}/\S*", place)
        assert 12 <= len(place) <= 2048
    return list(root)


def locations(entries: list[ET.Element]) -> list[str]:
    return [str(entry.findtext("s:loc", namespaces=NAMESPACES)) for entry in entries]


async def test_the_index_leads_to_every_page_that_may_be_listed(scene: Scene) -> None:
    files = locations(await read(scene.new_client(), "/sitemap.xml"))
    assert files[0] == f"{SITE}/sitemap-pages.xml"
    pages = [page for file in files for page in locations(await read(scene.new_client(), file))]
    assert len(pages) == len(set(pages))
    assert f"{SITE}/houses/{scene.house_id}" in pages
    assert {
        f"{SITE}{path}" for path in ("/", "/search", "/search?aid=16", "/terms", "/privacy", "/help", "/about")
    } <= {*pages}
    for page in pages:
        path = page.removeprefix(SITE)
        assert not re.match("/(me|orders|host|login|register|reset|admin|favourites|offline)", path)
        answer = await scene.new_client().get(path)
        assert answer.status == 200, path
        assert f'<link rel="canonical" href="{page}">' in answer.body.decode()


async def test_an_entry_names_its_page_in_each_language_and_its_last_change(scene: Scene) -> None:
    [entry] = await read(scene.new_client(), f"/sitemap-houses-{scene.house_id // FILE_IDS}.xml")
    page = f"{SITE}/houses/{scene.house_id}"
    links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", NAMESPACES)}
    assert links == {"zh-CN": f"{page}?lang=zh-CN", "en": f"{page}?lang=en", "x-default": page}
    assert datetime.fromisoformat(entry.findtext("s:lastmod", "", NAMESPACES)).tzinfo is not None


async def test_a_house_that_guests_cannot_find_is_in_no_file(scene: Scene, make: Makers) -> None:
    await make.house(scene.host, title="另一套")
    path = f"/sitemap-houses-{scene.house_id // FILE_IDS}.xml"
    assert len(await read(scene.new_client(), path)) == 2
    assert (await scene.host.put(f"/api/v1.0/houses/{scene.house_id}/status", {"online": False})).errno == 0
    assert f"{SITE}/houses/{scene.house_id}" not in locations(await read(scene.new_client(), path))


@pytest.mark.parametrize("number", ["7", "999999999", "1000000001", "-1", "x", "1e3", "9" * 300, "%00"])
async def test_a_file_without_houses_is_not_there(client: Client, number: str) -> None:
    assert (await client.get(f"/sitemap-houses-{number}.xml")).status in (400, 404)
    assert locations(await read(client, "/sitemap.xml")) == [f"{SITE}/sitemap-pages.xml"]


@pytest.mark.settings(site_url=SITE + "/a&b<c")
async def test_an_address_is_escaped(client: Client) -> None:
    answer = await client.get("/sitemap.xml")
    assert f"{SITE}/a&b<c/sitemap-pages.xml" in locations(list(ET.fromstring(answer.body.decode())))  # noqa: S314


async def copy(make: Makers, table: str, key: str, house_id: int, *, count: int, step: int) -> None:
    """So many copies of a row, `step` ids apart."""
    columns = await make.rows(
        "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() "
        "AND table_name = %s AND column_name <> %s AND generation_expression IS NULL",
        table,
        key,
    )
    same = ", ".join(f"{table}.{column['name']}" for column in columns)
    await make.change(
        f"INSERT INTO {table} ({key}, {same}) SELECT {key} + seq * %s, {same} "  # noqa: S608
        f"FROM {table} JOIN seq_1_to_{count} WHERE {key} = %s",
        step,
        house_id,
    )


async def many_houses(scene: Scene, make: Makers, *, count: int, step: int) -> None:
    """So many copies of the scene's house."""
    await copy(make, "houses", "id", scene.house_id, count=count, step=step)
    await copy(make, "listings", "house_id", scene.house_id, count=count, step=step)


@pytest.mark.settings(database_query_timeout=60, database_deadline=60, request_seconds=60)
async def test_120_000_houses_are_in_files_of_bounded_size(scene: Scene, make: Makers) -> None:
    await many_houses(scene, make, count=120_000, step=1)
    files = locations(await read(scene.new_client(), "/sitemap.xml"))[1:]
    assert len(files) in (120_001 // FILE_IDS + 1, 120_001 // FILE_IDS + 2)
    sizes = [len(await read(scene.new_client(), file)) for file in (files[1], files[-1])]
    assert sizes[0] == FILE_IDS
    first: Answer = await scene.new_client().get(files[1].removeprefix(SITE))
    assert len(first.body) < 1.5 * 1024**2


async def test_gaps_between_ids_make_no_empty_files(scene: Scene, make: Makers) -> None:
    """More blocks than one statement looks at."""
    await many_houses(scene, make, count=1000, step=3 * FILE_IDS)
    files = locations(await read(scene.new_client(), "/sitemap.xml"))[1:]
    assert len(files) == len(set(files)) == 1001
    assert len(await read(scene.new_client(), files[-1])) == 1


async def test_everybody_may_keep_it_for_an_hour(client: Client) -> None:
    answer: Any = await client.get("/sitemap.xml")
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert answer.headers["Vary"] == "Accept-Encoding"
