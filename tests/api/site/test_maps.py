"""Maps: their files, the origins that a page may show tiles from, and the conversion of coordinates."""

import json
import re
import subprocess
from html import unescape
from pathlib import Path

import pytest

from handlers.api.settings import MapSettings
from tests.scene import Scene
from tools import outlines

ROOT = Path(__file__).parents[3]
TILES = "https://t0.tianditu.gov.cn/DataServer?T=vec_w&x={x}&y={y}&l={z}&tk=k https://tiles.example:8443/{z}/{x}/{y}"


@pytest.mark.parametrize("name", ["leaflet.js", "leaflet.css", "supercluster.min.js", "beijing.geojson", "map.js"])
async def test_a_maps_files_are_compressed_and_never_change(scene: Scene, name: str) -> None:
    client = scene.new_client()
    [base] = set(re.findall(r"/static/[0-9a-f]{16}/", (await client.get("/")).body.decode()))
    file = await client.get(base + name)
    assert (file.status, file.headers["X-Consumed-Content-Encoding"]) == (200, "gzip")
    assert file.headers["Cache-Control"].endswith("immutable")
    assert file.headers["Content-Type"] != "application/octet-stream"


async def test_a_page_may_show_no_tiles_unless_a_setting_names_their_server(scene: Scene) -> None:
    policy = (await scene.new_client().get("/search")).headers["Content-Security-Policy"]
    assert "img-src 'self' data: blob:;" in policy


@pytest.mark.settings(map_tiles=TILES)
async def test_a_page_may_show_tiles_of_the_settings_origins_only(scene: Scene) -> None:
    policy = (await scene.new_client().get("/search")).headers["Content-Security-Policy"]
    assert "img-src 'self' data: blob: https://t0.tianditu.gov.cn https://tiles.example:8443;" in policy


def test_two_layers_of_one_server_are_one_origin() -> None:
    assert MapSettings("https://a.example/{x}{y}{z} https://a.example/names/{x}{y}{z}").origins == "https://a.example"


async def test_every_district_has_an_outline(scene: Scene) -> None:
    areas = (await scene.new_client().get("/api/v1.0/areas")).data["areas"]
    drawn = json.loads((await scene.new_client().get("/static/beijing.geojson")).body)["features"]
    assert {area["name"] for area in areas} == {district["properties"]["name"] for district in drawn}


def test_the_outlines_are_those_of_the_package() -> None:
    assert outlines.TARGET.read_bytes() == outlines.outlines(), "python -m tools.outlines"


# pairs that https://github.com/googollee/eviltransform tests its implementations with: Shanghai, Shenzhen, Beijing
KNOWN = [
    ((31.1774276, 121.5272106), (31.17530398364597, 121.531541859215)),
    ((22.543847, 113.912316), (22.540796131694766, 113.9171764808363)),
    ((39.911954, 116.377817), (39.91334545536069, 116.38404722455657)),
    ((51.5007, -0.1246), (51.5007, -0.1246)),
]


def converted(name: str, points: list[tuple[float, float]]) -> list[list[float]]:
    module = (ROOT / "static" / "gcj02.js").as_uri()
    program = f'import * as m from "{module}"; console.log(JSON.stringify({json.dumps(points)}.map(m.{name})))'
    command = ["node", "--no-warnings", "--input-type=module", "--eval", program]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    answer: list[list[float]] = json.loads(found.stdout)
    return answer


def test_coordinates_are_converted_as_elsewhere() -> None:
    gps, shown = [pair[0] for pair in KNOWN], [pair[1] for pair in KNOWN]
    for name, given, expected in (("gcj02", gps, shown), ("wgs84", shown, gps)):
        for point, right in zip(converted(name, given), expected, strict=True):
            assert point == pytest.approx(right, abs=2e-7)


@pytest.mark.settings(map_tiles=TILES)
async def test_tiles_take_the_place_of_landmarks(scene: Scene) -> None:
    page = (await scene.new_client().get("/search")).body.decode()
    assert 'data-landmarks="[]"' in page


@pytest.mark.parametrize(("language", "name"), [("zh-CN", "天安门"), ("en", "Tiananmen")])
async def test_a_map_without_tiles_names_landmarks_in_the_readers_language(
    scene: Scene, language: str, name: str
) -> None:
    page = (await scene.new_client().get("/search", headers={"Accept-Language": language})).body.decode()
    [attribute] = re.findall(r'data-landmarks="([^"]*)"', page)
    assert [name, 39.9087, 116.3975] in json.loads(unescape(attribute))
