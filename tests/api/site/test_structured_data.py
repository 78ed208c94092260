"""What search engines read of the site, judged by others: the vocabulary of schema.org as Google's schema-dts has it, a
validator of Google's rules for ratings, a parser of sitemaps, and the properties that Google's documents name."""

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.live import ROOT
from tests.scene import Scene

SITE = "https://ihome.example"
pytestmark = pytest.mark.settings(site_url=SITE)
JUDGE = Path(__file__).parent / "structured_data.mjs"
NODE_MODULES = ROOT / "node_modules"
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
REQUIRED = ("containsPlace", "containsPlace.occupancy.value", "identifier", "image", "latitude", "longitude", "name")
"""https://developers.google.com/search/docs/appearance/structured-data/vacation-rental, as are the others."""
RECOMMENDED = ("additionalType", "address.addressCountry", "address.addressLocality", "address.addressRegion")
RECOMMENDED += ("address.streetAddress", "aggregateRating.ratingValue", "aggregateRating.ratingCount")
RECOMMENDED += ("aggregateRating.reviewCount", "aggregateRating.bestRating", "checkinTime", "checkoutTime")
RECOMMENDED += ("containsPlace.additionalType", "containsPlace.amenityFeature.name", "containsPlace.bed.numberOfBeds")
RECOMMENDED += ("containsPlace.bed.typeOfBed", "containsPlace.floorSize.value", "containsPlace.floorSize.unitCode")
RECOMMENDED += ("containsPlace.numberOfBedrooms", "description", "knowsLanguage", "review.reviewRating.ratingValue")
RECOMMENDED += ("review.author.name", "review.datePublished")
MANY_PICTURES = 8
HOUSE = {"lat": 39.93, "lng": 116.4, "description": "安静的小院\n有猫", "room_count": 1, "check_in_from": "15:00"}
HOUSE |= {"bedrooms": [{"name": "主卧", "beds": [{"kind": "double", "count": 1}, {"kind": "crib", "count": 1}]}]}


def run(*command: str | Path, text: str = "", where: Path = ROOT) -> subprocess.CompletedProcess[str]:
    path = f"{ROOT / '.venv' / 'bin'}:{os.environ['PATH']}"  # npm's Node, where the machine has none
    environment = os.environ | {"PATH": path}
    return subprocess.run(
        command, input=text, capture_output=True, text=True, check=False, cwd=where, env=environment, timeout=100
    )


def judged(kind: str, text: str) -> Any:
    done = run("node", JUDGE, kind, text=text)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def compiles(tmp_path: Path) -> Any:
    """Compiles data as a VacationRental: an unknown property, type or kind of value is an error."""
    (tmp_path / "node_modules").symlink_to(NODE_MODULES)
    options = {"noEmit": True, "strict": True, "module": "esnext", "moduleResolution": "bundler", "types": []}
    (tmp_path / "tsconfig.json").write_text(json.dumps({"compilerOptions": options, "include": ["house.ts"]}))

    def judge(data: dict[str, Any]) -> str:
        """Returns the errors."""
        types = 'import type { VacationRental, WithContext } from "schema-dts";\n'
        house = f"export const house: WithContext<VacationRental> = {json.dumps(data)};\n"
        (tmp_path / "house.ts").write_text(types + house)
        return run(NODE_MODULES / ".bin" / "tsc", where=tmp_path).stdout

    return judge


async def a_reviewed_house(scene: Scene) -> int:
    house_id = await scene.make.house(scene.host, **HOUSE)
    await scene.make.pictures(house_id, MANY_PICTURES)
    scene.house_id = house_id
    order_id = await scene.paid(0, 1)
    await scene.make.change("UPDATE orders SET status = 'WAIT_COMMENT' WHERE id = %s", order_id)
    said = {"comment": "院子很好", "rating": 5}
    assert (await scene.guest.put(f"/api/v1.0/orders/{order_id}/comment", said)).errno == 0
    of_guest = {"review": "整洁有礼", "rating": 5}
    assert (await scene.host.put(f"/api/v1.0/orders/{order_id}/review", of_guest)).errno == 0
    return house_id


async def data_of(scene: Scene, house_id: int) -> dict[str, Any]:
    """The JSON-LD of a house's page."""
    page = (await scene.new_client().get(f"/houses/{house_id}")).body.decode()
    [found] = DATA.findall(page)
    data: dict[str, Any] = json.loads(found)
    return data


def has(data: Any, path: str) -> bool:
    """Whether there is something at this path; in every element of a list."""
    if isinstance(data, list):
        return bool(data) and all(has(each, path) for each in data)
    first, _, rest = path.partition(".")
    value = data.get(first) if isinstance(data, dict) else None
    return value not in (None, "", []) and (not rest or has(value, rest))


async def test_a_house_is_a_vacation_rental_to_every_judge(scene: Scene, compiles: Any) -> None:
    data = await data_of(scene, await a_reviewed_house(scene))
    assert data["@type"] == "VacationRental"
    assert [path for path in (*REQUIRED, *RECOMMENDED) if not has(data, path)] == []
    assert len(data["image"]) >= MANY_PICTURES
    assert all(str(data[name]).partition(".")[2] for name in ("latitude", "longitude"))
    assert judged("ratings", json.dumps(data)) == []
    assert compiles(data) == ""


async def test_a_new_house_claims_no_ratings(scene: Scene) -> None:
    data = await data_of(scene, scene.house_id)
    assert not {"aggregateRating", "review"} & set(data)
    assert judged("ratings", json.dumps(data)) == []


async def test_the_judges_notice_faults(scene: Scene, compiles: Any) -> None:
    data = await data_of(scene, await a_reviewed_house(scene))
    del data["aggregateRating"]["ratingValue"]
    assert any("ratingValue" in issue for issue in judged("ratings", json.dumps(data)))
    assert "petsWelcome" in compiles(data | {"petsWelcome": True})


async def test_a_parser_reads_every_file_of_the_sitemap(scene: Scene) -> None:
    client = scene.new_client()
    files = [address for [address] in judged("index", (await client.get("/sitemap.xml")).body.decode())]
    entries = []
    for address in files:
        entries += judged("sitemap", (await client.get(address.removeprefix(SITE))).body.decode())
    pages = {entry[0]: entry[1:] for entry in entries}
    house = f"{SITE}/houses/{scene.house_id}"
    assert len(pages) == len(entries)
    assert {f"{SITE}/", f"{SITE}/search", house} <= set(pages)
    assert {f"{house}?lang=en", f"{house}?lang=zh-CN"} <= set(pages[house])
