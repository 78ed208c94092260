"""What the peers share: settings, the SQL of those without an ORM, and the answers.

The answers are ihome's, byte for byte; the bench compares them before it measures anything.
"""

import base64
import hashlib
import hmac
import io
import json
import os
import secrets
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit
from zoneinfo import ZoneInfo

import bcrypt
from captcha.image import ImageCaptcha
from PIL import Image, ImageOps

PORT = int(os.environ.get("IHOME_PORT", "8000"))
DATABASE = urlsplit(os.environ["IHOME_DATABASE_URL"])
SOCKET = dict(parse_qsl(DATABASE.query)).get("unix_socket")
REDIS_URL = os.environ["IHOME_REDIS_URL"]
MEDIA = Path(os.environ["IHOME_MEDIA"])
POOL = 10
CONNECTION = {"host": DATABASE.hostname, "user": DATABASE.username, "password": DATABASE.password or ""}
CONNECTION |= {"db": DATABASE.path.strip("/"), "unix_socket": SOCKET}

_CHINA = ZoneInfo("Asia/Shanghai")
_PEPPER = base64.b64decode(os.environ["BENCH_PEPPER"])
_CAPTCHA = ImageCaptcha(width=160, height=60)

HOUSE = """
    SELECT houses.*, areas.name AS area_name, users.name AS user_name, users.mobile AS user_mobile,
           users.avatar AS user_avatar,
           (SELECT stem FROM house_images WHERE house_id = houses.id ORDER BY position, id LIMIT 1) AS cover
    FROM houses JOIN areas ON areas.id = houses.area_id JOIN users ON users.id = houses.user_id
"""
IMAGES = "SELECT id, stem, width, height, blurhash FROM house_images WHERE house_id = %s ORDER BY position, id"
FACILITIES = """SELECT facilities.id, facilities.name FROM facilities
                JOIN house_facilities ON house_facilities.facility_id = facilities.id
                WHERE house_facilities.house_id = %s ORDER BY facilities.id"""
REVIEWS = """SELECT users.name, users.mobile, comment, rating, commented_at, reply FROM orders
             JOIN users ON users.id = orders.user_id WHERE house_id = %s AND commented_at IS NOT NULL
             ORDER BY commented_at DESC LIMIT 20"""
RATING = "SELECT AVG(rating) AS average, COUNT(commented_at) AS n FROM orders WHERE house_id = %s"
FREE = """NOT EXISTS (SELECT 1 FROM house_nights WHERE house_nights.house_id = houses.id
                      AND night BETWEEN %s AND %s)"""
SORTS = {
    "new": "houses.id DESC",
    "booking": "order_count DESC, houses.id DESC",
    "price-inc": "price ASC, houses.id ASC",
    "price-des": "price DESC, houses.id DESC",
}
ORDER = """INSERT INTO orders (user_id, house_id, host_id, start_date, end_date, days, guests, amount, deposit, items,
                               cancellation, status, status_at, due_at, created_at)
           VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, 'WAIT_ACCEPT', %s, %s, %s)"""
NIGHT = "INSERT INTO house_nights (house_id, night, order_id) VALUES (%s, %s, %s)"
COUNTED = 1000


def picture() -> tuple[str, bytes]:
    """A picture code: its text, and the picture."""
    text = "".join(secrets.choice("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(4))
    return text, _CAPTCHA.generate(text, format="jpeg").getvalue()


def is_right(password: str, password_hash: str) -> bool:
    """Whether a password is right. The hash is ihome's, so that the same users can sign in."""
    peppered = base64.b64encode(hmac.new(_PEPPER, password.encode(), hashlib.sha384).digest())
    return bcrypt.checkpw(peppered, password_hash.encode())


def keep_avatar(content: bytes) -> str:
    """Crop a picture to a square and store it; returns its name."""
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
    name = f"avatars/{secrets.token_hex(16)}.jpg"
    path = MEDIA / name
    path.parent.mkdir(parents=True, exist_ok=True)
    ImageOps.fit(upright, (256, 256), Image.Resampling.LANCZOS).save(path, "JPEG", quality=82)
    return name


def moment(utc: datetime) -> str:
    return utc.replace(tzinfo=UTC).astimezone(_CHINA).isoformat(timespec="seconds")


def url(name: str | None) -> str | None:
    return name and f"/media/{name}"


def ajax(data: dict, **beside: object) -> dict:
    return {"errno": 0, "errcode": 0, "errmsg": "OK", "data": data, **beside}


def rest(data: dict) -> dict:
    return {"errno": 0, "errmsg": "OK", "data": data}


def refused(errno: int, errmsg: str) -> dict:
    return {"errno": errno, "errmsg": errmsg, "data": {}}


def compact(answer: dict) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def known(session: dict) -> dict:
    """The answer to check_login, from the stored session."""
    return ajax(session, **session, username=session["name"])


def summary(house: dict) -> dict:
    names = ("title", "price", "area_id", "area_name", "address", "room_count", "acreage", "capacity")
    return {
        "house_id": house["id"],
        **{name: house[name] for name in names},
        "lat": float(house["lat"]),
        "lng": float(house["lng"]),
        "order_count": house["order_count"],
        "image_url": url(house["cover"] and f"{house['cover']}-800.jpg"),
        "user_avatar": url(house["user_avatar"]),
        "create_time": moment(house["created_at"]),
    }


def details(house: dict, images: list, facilities: list, reviews: list, rating: dict) -> dict:
    average = rating["average"]
    shown = summary(house) | {
        "user_id": house["user_id"],
        "user_name": house["user_name"],
        **{name: house[name] for name in ("beds", "unit", "deposit", "min_days", "max_days", "description")},
        "images": [_image(image) for image in images],
        "facilities": [{"facility_id": each["id"], "name": each["name"]} for each in facilities],
        "rating": None if average is None else round(float(average), 1),
        "review_count": rating["n"],
        "reviews": [_review(review) for review in reviews],
    }
    return {"house": shown, "is_owner": False}


def _image(image: dict) -> dict:
    stem = image["stem"]
    sizes = {size: {"webp": url(f"{stem}-{size}.webp"), "jpeg": url(f"{stem}-{size}.jpg")} for size in (1600, 800, 320)}
    return {
        "image_id": image["id"],
        "url": url(f"{stem}-800.jpg"),
        "sizes": {str(size): addresses for size, addresses in sizes.items()},
        "width": image["width"],
        "height": image["height"],
        "blurhash": image["blurhash"],
    }


def _review(review: dict) -> dict:
    return {
        "user_name": review["name"],
        "rating": review["rating"],
        "content": review["comment"],
        "reply": review["reply"],
        "time": moment(review["commented_at"]),
    }


def found(houses: list[dict], page: int, total: int, sort: str) -> dict:
    """A page of search results; an eleventh house means that there is another page."""
    shown = houses[:10]
    after = None
    if len(houses) > 10:
        last = shown[-1]
        after = f"{ {'new': last['id'], 'booking': last['order_count']}.get(sort, last['price']) }-{last['id']}"
    return {
        "houses": [summary(house) for house in shown],
        "current_page": page,
        "total_page": -(-total // 10),
        "next": after,
    }


def stay(booking: dict) -> tuple[date, date, list[date]]:
    """Check-in date, check-out date and nights of a booking."""
    start, end = date.fromisoformat(booking["start_date"]), date.fromisoformat(booking["end_date"])
    return start, end, [start + timedelta(days=number) for number in range((end - start).days)]


def bill(house: dict, days: int) -> dict:
    amount = house["price"] * days
    items = [{"item": "nights", "amount": amount, "price": house["price"], "count": days}]
    return {"days": days, "amount": amount, "deposit": house["deposit"], "items": items}


def order_values(user_id: int, house: dict, start: date, end: date, guests: int) -> tuple:
    """The values for ORDER."""
    costs, now = bill(house, (end - start).days), datetime.now(UTC).replace(tzinfo=None)
    who = (user_id, house["id"], house["user_id"], start, end, costs["days"], guests)
    how = (costs["amount"], costs["deposit"], json.dumps(costs["items"]), house["cancellation"])
    return (*who, *how, now, now + timedelta(days=1), now)
