"""What visitors see of houses, and how hosts change them. Every page that is read is compared with the last title."""

import random
import re
import time
from datetime import UTC, datetime, timedelta

from tests.cluster import people
from tests.cluster.browser import Browser
from tests.cluster.ledger import Ledger, Picture, Versions
from tests.cluster.people import Visit
from tests.makers import HOUSE
from tests.pictures import form, picture

TITLE = re.compile(r"小院(\d+)号第(\d+)版")
FULL = 18
"""From this number of pictures on, a host publishes another house for the next ones; 20 are allowed."""
_PICTURE = form(picture(320, 240), "house_image")


def title(house_id: int, version: int) -> str:
    """The title of a house in this version."""
    return f"小院{house_id}号第{version}版"


def night(after: int) -> str:
    """So many days from today."""
    return f"{(datetime.now(UTC) + timedelta(days=after)).date()}"


async def browse(visit: Visit) -> None:
    """Read a public page or list, as a visitor who is not signed in."""
    house_id = random.choice(list(visit.ledger.houses))
    start = random.randrange(2, 200)
    dates = f"sd={night(start)}&ed={night(start + 2)}"
    paths = [
        "/",
        "/api/v1.0/houses/index",
        f"/search?{dates}",
        f"/api/v1.0/houses?{dates}&aid={random.randrange(1, 5)}",
    ]
    paths += ["/api/v1.0/houses?q=%E5%B0%8F%E9%99%A2&sk=new", f"/api/v1.0/houses/{house_id}/calendar"]
    paths += [f"/api/v1.0/houses/{house_id}", f"/houses/{house_id}"] * 3
    began = time.monotonic()
    path = random.choice(paths)
    reply = await visit.browser.ask("browse", "GET", path)
    if reply.ok:
        compare(visit.ledger, reply.body.decode(), began, path)
    elif reply.status == 404:
        visit.ledger.find("lost", f"{path} is not there")


def compare(ledger: Ledger, text: str, began: float, path: str) -> None:
    """Note every title that is older than the last one that was acknowledged before the page was asked for."""
    for house_id, version in {(int(one), int(two)) for one, two in TITLE.findall(text)}:
        versions = ledger.houses.get(house_id)
        if versions and versions.is_stale(version, began):
            since = began - versions.replaced_at(version)
            place = re.sub(r"\d+", "N", path.partition("?")[0])
            ledger.find("stale", f"{place}: house {house_id} version {version}, replaced {since:.2f} s before")


async def change(visit: Visit) -> None:
    """A host gives one of the houses its next title. One change of a house at a time."""
    host = random.choice(visit.hosts)
    house_id = random.choice(host.houses)
    versions = visit.ledger.houses[house_id]
    if versions.is_changing:
        return
    versions.is_changing = True
    try:
        await _change(visit.browser, versions, house_id, host.session)
    finally:
        versions.is_changing = False


async def _change(browser: Browser, versions: Versions, house_id: int, session: str) -> None:
    number = max([0, *versions.numbers, *versions.unknown]) + 1
    house = HOUSE | {"title": title(house_id, number)}
    reply = await browser.ask("host", "PUT", f"/api/v1.0/houses/{house_id}", json=house, session=session)
    if reply.ok:
        browser.ledger.wrote()
        versions.acknowledge(number)
    elif reply.failed:
        versions.unknown.add(number)


async def upload(visit: Visit) -> None:
    """A host uploads a picture, to a new house where all others are full."""
    host = random.choice(visit.hosts)
    full = {each for each in host.houses if sum(p.house_id == each for p in visit.ledger.pictures) >= FULL}
    free = [each for each in host.houses if each not in full]
    house_id = random.choice(free) if free else await people.publish(visit.browser, host)
    if house_id is None:
        return
    body, headers = _PICTURE
    path = f"/api/v1.0/houses/{house_id}/images"
    reply = await visit.browser.ask("upload", "POST", path, body=body, headers=headers, session=host.session)
    if reply.ok:
        at = visit.ledger.wrote()
        visit.ledger.pictures.append(Picture(house_id, str(reply.data["url"]), at))
