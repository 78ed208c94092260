"""The works that are measured: how to write their requests, and how to compare the answers of different servers."""

import hashlib
import io
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

import orjson
from PIL import Image

from bench import data

Normal = Callable[[bytes], bytes]


@dataclass
class Platform:
    """The data that requests are about. `booked` counts the bookings written so far."""

    houses: int
    today: date
    booked: int = 0
    chance: random.Random = field(default_factory=lambda: random.Random(1949))  # noqa: S311  the same everywhere

    def house_id(self) -> int:
        """By Zipf's law, as web pages are viewed: of 100,000 houses, a thousand have 60 % of the views."""
        return int(self.houses ** self.chance.random())

    def user_id(self) -> int:
        return self.chance.randrange(1, data.USERS + 1)

    def guest_id(self, house_id: int) -> int:
        """A random user other than the host."""
        return (data.host_id(house_id) - 1 + self.chance.randrange(1, data.USERS)) % data.USERS + 1


Make = Callable[[Platform], bytes]


@dataclass(frozen=True)
class Work:
    """`make` writes one request. `normal` removes from an answer what differs each time, such as ids.

    A work whose requests must not be repeated has a `rate`: more requests than any server answers in a second.
    """

    title: str
    make: Make
    connections: int = 64
    rate: int = 0
    normal: Normal = bytes


def _request(verb: str, target: str, body: bytes = b"", user_id: int = 0, content_type: str = "") -> bytes:
    lines = [f"{verb} {target} HTTP/1.1", "Host: 127.0.0.1"]
    if user_id:
        lines.append(f"Cookie: session_id={data.token(user_id)}")
    if content_type:
        lines += [f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


def bare(_: Platform) -> bytes:
    return _request("GET", "/livez")


def check_login(platform: Platform) -> bytes:
    return _request("GET", "/api/check_login", user_id=platform.user_id())


def picture_code(platform: Platform) -> bytes:
    return _request("GET", f"/api/imagecode?codeid={platform.chance.getrandbits(64):x}&pcodeid=")


def login(platform: Platform) -> bytes:
    form = {"mobile": data.mobile(platform.user_id()), "password": data.PASSWORD}
    return _request("POST", "/api/login", orjson.dumps(form), content_type="application/json")


def house(platform: Platform) -> bytes:
    house_id = platform.house_id()
    return _request("GET", f"/api/v1.0/houses/{house_id}", user_id=platform.guest_id(house_id))


def search(platform: Platform) -> bytes:
    """A search: half of them for the first page, the others for later ones; one in five for the holiday week."""
    chance = platform.chance
    ahead = data.HOLIDAY if chance.random() < 0.2 else chance.randrange(3, 90)
    start = platform.today + timedelta(days=ahead)
    end = start + timedelta(days=chance.choice((1, 2, 2, 3, 5)))
    page = 1 if chance.random() < 0.5 else chance.randrange(2, 6)
    sort = chance.choice(("new", "booking", "price-inc", "price-des"))
    return _request("GET", f"/api/v1.0/houses?aid={chance.randrange(1, 17)}&sd={start}&ed={end}&sk={sort}&p={page}")


def booking(platform: Platform) -> bytes:
    house_id, start = data.first_free(platform.today, platform.booked, platform.houses)
    platform.booked += 1
    form = {"house_id": house_id, "start_date": f"{start}", "end_date": f"{start + timedelta(days=2)}", "guests": 2}
    return _request("POST", "/api/v1.0/orders", orjson.dumps(form), platform.guest_id(house_id), "application/json")


def mixed(platform: Platform) -> bytes:
    """90 % browsing, of which one in four a search; 8 % session checks; 2 % bookings."""
    kinds = (house, search, check_login, booking)
    return platform.chance.choices(kinds, (67.5, 22.5, 8, 2))[0](platform)


def upload(platform: Platform) -> bytes:
    head = (
        b'--x\r\nContent-Disposition: form-data; name="avatar"; filename="me.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    )
    body = head + photo() + b"\r\n--x--\r\n"
    user_id = data.USERS + platform.chance.randrange(1, data.UPLOADERS + 1)
    return _request("POST", "/api/profile/avatar", body, user_id, "multipart/form-data; boundary=x")


@cache
def photo() -> bytes:
    """A JPEG of 1600 by 1067 pixels with about as many bytes as a photograph."""
    grain = Image.effect_noise((400, 267), 60).resize((1600, 1067))
    out = io.BytesIO()
    Image.merge("RGB", (grain, grain.rotate(180), grain)).save(out, "JPEG", quality=85)
    return out.getvalue()


def _jpeg_size(answer: bytes) -> bytes:
    return repr(Image.open(io.BytesIO(answer), formats=["JPEG"]).size).encode()


def _without_order_id(answer: bytes) -> bytes:
    return re.sub(rb'"order_id":[0-9]+', b'"order_id":0', answer)


def _without_names(answer: bytes) -> bytes:
    return re.sub(rb"[0-9a-f]{32}", b"x", answer)


WORKS = {
    "bare": Work("bare JSON endpoint", bare),
    "check_login": Work("check_login", check_login),
    "picture_code": Work("picture code", picture_code, normal=_jpeg_size),
    "login": Work("login, bcrypt cost 12", login, connections=4),
    "house": Work("house page", house),
    "search": Work("search with dates", search, connections=16),
    "booking": Work("booking", booking, rate=6_000, normal=_without_order_id),
    "mixed": Work("mixed session, 64 connections", mixed, rate=30_000, normal=_without_order_id),
    "mixed_512": Work("mixed session, 512 connections", mixed, connections=512, rate=30_000, normal=_without_order_id),
    "upload": Work("picture upload", upload, connections=8, normal=_without_names),
}
_REPEATED = 20_000


def requests(work: Work, platform: Platform, seconds: float) -> list[bytes]:
    """Enough requests for `seconds`. Every server gets the same, except for the nights of bookings."""
    platform.chance.seed(hashlib.sha256(work.title.encode()).digest())
    few = work.make in (login, upload)
    count = int(work.rate * seconds) if work.rate else 50 if few else _REPEATED
    return [work.make(platform) for _ in range(count)]
