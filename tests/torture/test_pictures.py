"""Pictures that are meant to do harm, storage that fails, and a server that dies in the middle (promises 12 and 16)."""

import asyncio
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from typing import Protocol

import pytest
from tornado.httpclient import AsyncHTTPClient

from tests.buckets import ACCESS_KEY, BUCKET, SECRET_KEY, BucketService, OssHandler
from tests.client import Client, exchange, race, raw, read_answer
from tests.live import LiveServer
from tests.makers import PASSWORD, WIDE, Makers
from tests.pictures import bomb, form, frames, inflating, picture
from tests.waiting import until

pytestmark = [pytest.mark.torture, pytest.mark.settings(**WIDE)]
Start = Callable[..., LiveServer]
GOOD = picture(800, 600)


def upload(content: bytes, session: str | None, path: str = "/api/v1.0/user/avatar", field: str = "avatar") -> bytes:
    body, headers = form(content, field)
    return raw("POST", path, body=body, headers=headers, session=session)


class Running(Protocol):
    @property
    def process(self) -> Popen[bytes]:
        """The parent of all that belongs to it."""


def memory(running: Running) -> int:
    """MiB that a server or worker and its sandboxes hold."""
    pids, total = [running.process.pid], 0
    for pid in pids:
        with suppress(OSError):  # a process that ends meanwhile
            listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
            pids += [int(child) for child in listed.split()]
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
            total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total // 1024


async def test_bombs_are_refused_and_nobody_notices(
    start_server: Start, make: Makers, client: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    bombs = {
        "13,000 squared": bomb(13_000, 13_000),
        "20,000 by 10,000": bomb(20_000, 10_000),
        "GIF of 1,000 frames": frames("GIF"),
        "zTXt": inflating(b"zTXt"),
        "iTXt": inflating(b"iTXt"),
        "iCCP": inflating(b"iCCP"),
        "polyglot": b"\xff\xd8\xff\xe0<script>alert(1)</script>" + b"GIF89a" * 100,
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "truncated": GOOD[: len(GOOD) // 3],
    }
    server = start_server()
    await make.sign_in(client)
    assert read_answer(await exchange(server.port, upload(GOOD, client.session))).errno == 0
    before, stop = memory(server), asyncio.Event()
    peak, slowest = before, 0.0

    async def browse() -> None:
        nonlocal peak, slowest
        while not stop.is_set():
            started = time.monotonic()
            assert read_answer(await exchange(server.port, raw("GET", "/api/v1.0/houses"))).status == 200
            slowest = max(slowest, time.monotonic() - started)
            peak = max(peak, memory(server))

    browsing = asyncio.create_task(browse())
    said = []
    for name, content in bombs.items():
        started = time.monotonic()
        answers = await race(server.port, [upload(content, client.session)] * 20)
        took = time.monotonic() - started
        said.append(f"{name}: {took:.2f} s")
        assert Counter((answer.status, answer.errno) for answer in answers) == {(400, 4103): 20}, name
        assert took < 2, name
    stop.set()
    await browsing
    with capsys.disabled():
        print(f"\n20 at once of each: {', '.join(said)}; browsing took {slowest * 1000:.0f} ms at most, ", end="")
        print(f"memory {before} MiB before and {peak} MiB at most")
    assert peak - before < 100
    assert slowest < 0.5
    animation = read_answer(await exchange(server.port, upload(frames("WEBP"), client.session)))
    assert animation.errno == 0


async def test_storage_that_hangs_or_fails_costs_its_own_users_only(
    start_server: Start, make: Makers, client: Client
) -> None:
    service = BucketService(OssHandler)
    server = start_server(
        storage="oss",
        media_url="https://media.example",
        oss_access_key_id=ACCESS_KEY,
        oss_access_key_secret=SECRET_KEY,
        oss_endpoint=service.endpoint,
        oss_bucket=BUCKET,
    )
    browser = Client(AsyncHTTPClient(), server.base_url)
    user = await make.sign_in(client)
    browser.session = client.session
    body, headers = form(GOOD)
    good = await browser.post("/api/v1.0/user/avatar", body=body, headers=headers)
    assert good.data["avatar_url"].startswith("https://media.example/avatars/")
    for mode in ("hang", "refuse", "reset"):
        service.mode = mode
        started, before = time.monotonic(), service.asked
        uploading = asyncio.create_task(race(server.port, [upload(GOOD, client.session)] * 8))
        await until(lambda: service.asked > before or uploading.done())  # noqa: B023  awaited here
        asked = time.monotonic()
        login = await browser.post("/api/v1.0/sessions", {"mobile": user.mobile, "password": PASSWORD})
        assert login.errno == 0
        assert time.monotonic() - asked < 1
        answers = await uploading
        assert time.monotonic() - started < 8
        assert Counter((answer.status, answer.errno) for answer in answers) == {(502, 4301): 8}
        assert (await browser.get("/api/v1.0/user")).data["avatar"] == good.data["avatar_url"]
        client.session = browser.session
    await service.close()


@pytest.mark.settings(house_pictures_bytes=40_000, picture_queue=100, picture_processes=8)
async def test_fifty_uploads_at_the_edge_of_the_quota_never_exceed_it(
    http_server: object, http_port: int, make: Makers, client: Client
) -> None:
    await make.host(client)
    houses = [await make.house(client) for _ in range(10)]
    paths = [f"/api/v1.0/houses/{house_id}/images" for house_id in houses] * 5
    requests = [upload(picture(64, 48), client.session, path, "house_image") for path in paths]
    for _ in range(20):
        answers = await race(http_port, requests)
        assert {answer.status for answer in answers} == {201, 409}
        [row] = await make.rows("SELECT SUM(bytes) AS n, COUNT(*) AS kept FROM house_images")
        assert 30_000 < row["n"] <= 40_000
        assert row["kept"] == [answer.status for answer in answers].count(201)
        await make.change("DELETE FROM house_images")


KILLS = 100
POINTS = (*range(15), *[None] * 5)
"""How many of the 14 files of four uploads are there when the server is killed; None is after all were answered."""


async def test_a_server_killed_in_the_middle_leaves_no_row_without_its_object(
    start_server: Start, make: Makers, client: Client, outbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chance, pictures_seen, avatars_seen = random.Random(7), 0, set[str]()
    await make.host(client)
    path = f"/api/v1.0/houses/{await make.house(client)}/images"
    for _ in range(KILLS):
        server = start_server(lame_duck_seconds=0)
        requests = [upload(GOOD, client.session), upload(GOOD, client.session, path, "house_image")] * 2
        progress = Progress(make, outbox / "media", noted=len(await make.rows("SELECT name FROM objects")))
        sending = asyncio.gather(*(exchange(server.port, request) for request in requests))
        point = chance.choice(POINTS)
        # an avatar that is replaced at once may never be seen, so the end of all uploads is a point too
        await until(lambda: sending.done() or (point is not None and progress.reached(point)))  # noqa: B023  see above
        server.signal(signal.SIGKILL)
        await sending
        await asyncio.to_thread(server.wait)
        kept = progress.files()
        avatars = [row["avatar"] for row in await make.rows("SELECT avatar FROM users WHERE avatar IS NOT NULL")]
        stems = [row["stem"] for row in await make.rows("SELECT stem FROM house_images")]
        noted = {row["name"] for row in await make.rows("SELECT name FROM objects")}
        assert set(avatars) <= kept
        assert {f"{stem}-{w}.{kind}" for stem in stems for w in (1600, 800, 320) for kind in ("webp", "jpg")} <= kept
        assert {name for name in kept if not name.endswith(".part")} <= noted
        pictures_seen, avatars_seen = pictures_seen + len(stems), avatars_seen | set(avatars)
        await make.change("DELETE FROM house_images")
    with capsys.disabled():
        print(
            f"\n{KILLS} kills: {len(avatars_seen)} avatars and {pictures_seen} pictures of houses, "
            "none without its objects"
        )
    assert pictures_seen > KILLS // 5


class Progress:
    """How far uploads have come: `noted` objects were known before, and the files that were there."""

    def __init__(self, make: Makers, media: Path, *, noted: int) -> None:
        self._make = make
        self._media = media
        self._noted = noted
        self._before = self.files()
        self._seen = set[str]()

    def files(self) -> set[str]:
        return {file.relative_to(self._media).as_posix() for file in self._media.rglob("*.*")}

    async def reached(self, count: int) -> bool:
        """Whether so many new files have been there; of no file, whether an object was noted."""
        if count == 0:
            return len(await self._make.rows("SELECT name FROM objects")) > self._noted
        self._seen |= {name for name in self.files() - self._before if not name.endswith(".part")}
        return len(self._seen) >= count
