"""robots.txt, security.txt, manifest, icons, service worker and the page without a connection."""

import io
import json
import re
from datetime import datetime, timedelta

import pytest
from PIL import Image

from handlers.api.surfaces import PAGE
from handlers.routes import ROUTES
from tests.client import Client
from tests.conftest import Clock
from tests.makers import Makers

SITE = "https://ihome.example"


def disallowed(robots: str, path: str) -> bool:
    """Whether a crawler leaves the path out (RFC 9309, with its * and $)."""
    for pattern in re.findall("^Disallow: (.+)$", robots, re.MULTILINE):
        expression = re.escape(pattern).replace(r"\*", ".*")
        expression = expression.removesuffix(r"\$") + "$" if pattern.endswith("$") else expression
        if re.match(expression, path):
            return True
    return False


@pytest.mark.settings(site_url=SITE)
async def test_crawlers_read_public_pages_and_nothing_else(client: Client) -> None:
    answer = await client.get("/robots.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=UTF-8"
    robots = answer.body.decode()
    assert f"Sitemap: {SITE}/sitemap.xml" in robots
    for row in ROUTES:
        if row.surface is PAGE and row.verb == "GET":
            path = re.sub(r"<\w+>", "17", row.path)
            assert disallowed(robots, path) == (not row.public), path
            assert disallowed(robots, path + "?a=b") == (not row.public), path
    for path in ("/media/houses/0.webp", "/static/0/base.css", "/hosts/17", "/sitemap.xml", "/houses/17?sd=2027-01-01"):
        assert not disallowed(robots, path), path
    for path in ("/api/v1.0/houses", "/ical/x.ics", "/pay/1", "/me/devices", "/houses/17/book?sd=2027-01-01"):
        assert disallowed(robots, path), path


@pytest.mark.parametrize(
    ("contact", "uri"),
    [
        pytest.param(contact, uri, marks=pytest.mark.settings(operator_contact=contact, site_url=SITE), id=contact)
        for contact, uri in (
            ("security@ihome.example", "mailto:security@ihome.example"),
            ("https://ihome.example/report", "https://ihome.example/report"),
            ("+86 10 0000 0000", "tel:+86-10-0000-0000"),
        )
    ],
)
async def test_security_txt_names_a_contact_and_never_expires(
    client: Client, clock: Clock, contact: str, uri: str
) -> None:
    for ahead in (timedelta(), timedelta(days=400)):
        clock.ahead = ahead
        answer = await client.get("/.well-known/security.txt")
        fields = dict(line.split(": ", 1) for line in answer.body.decode().splitlines())
        assert fields["Contact"] == uri, contact
        assert fields["Canonical"] == f"{SITE}/.well-known/security.txt"
        left = datetime.fromisoformat(fields["Expires"]) - clock()
        assert timedelta(days=100) < left < timedelta(days=365)


async def test_without_a_contact_there_is_no_security_txt(client: Client) -> None:
    assert (await client.get("/.well-known/security.txt")).status == 404


@pytest.mark.parametrize(("query", "name"), [("", "爱家租房"), ("?lang=en", "ihome"), ("?lang=x", "爱家租房")])
async def test_the_manifest_names_icons_that_are_there(client: Client, query: str, name: str) -> None:
    answer = await client.get(f"/manifest.webmanifest{query}")
    assert answer.headers["Content-Type"] == "application/manifest+json"
    manifest = json.loads(answer.body)
    assert (manifest["short_name"], manifest["start_url"]) == (name, "/")
    assert {icon.get("purpose") for icon in manifest["icons"]} >= {"any", "maskable"}
    for icon in manifest["icons"]:
        file = await client.get(icon["src"])
        assert file.status == 200
        if icon["type"] == "image/png":
            assert icon["sizes"] == "{}x{}".format(*Image.open(io.BytesIO(file.body)).size)


async def test_icons_are_where_browsers_look_for_them(client: Client) -> None:
    favicon, touch = [await client.get(path) for path in ("/favicon.ico", "/apple-touch-icon.png")]
    assert Image.open(io.BytesIO(favicon.body)).info["sizes"] == {(16, 16), (32, 32), (48, 48)}
    assert Image.open(io.BytesIO(touch.body)).size == (180, 180)
    assert touch.headers["Content-Type"] == "image/png"


async def test_the_service_worker_keeps_only_hashed_files_and_a_page_that_knows_nobody(
    client: Client, make: Makers
) -> None:
    worker = await client.get("/sw.js")
    assert worker.headers["Content-Type"] == "text/javascript; charset=UTF-8"
    assert worker.headers["Cache-Control"] == "no-cache"
    release = json.loads(re.findall(r"^self\.release = (.*);$", worker.body.decode(), re.MULTILINE)[0])
    assert release["page"] == "/offline"
    for file in release["files"]:
        assert re.match(r"/static/[0-9a-f]{16}/", file)
        assert file.split("/")[2] in release["name"]
        assert (await client.get(file)).status == 200
    stranger = await client.get("/offline")
    await make.sign_in(client)
    viewer = await client.get("/offline", headers={"Accept-Language": "en"})
    assert viewer.body == stranger.body
    assert all(f'"{file}"' in stranger.body.decode() for file in release["files"])
    assert "default-src 'self'" in stranger.headers["Content-Security-Policy"]
