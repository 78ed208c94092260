"""The kinds of requests whose costs are measured, in the order of a stay: later kinds use answers of earlier ones."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import orjson
from alipay import AliPay

from bench import data, works
from bench.wire import Answer

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
_BROWSER = (
    "Host: 127.0.0.1\r\n"
    "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"
    " Safari/537.36\r\n"
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8\r\n"
    "Accept-Encoding: gzip, deflate\r\n"
    "Accept-Language: zh-CN,zh;q=0.9,en;q=0.8\r\n"
    'Sec-Ch-Ua: "Chromium";v="130", "Not?A_Brand";v="99"\r\n'
    "Sec-Ch-Ua-Mobile: ?0\r\n"
    'Sec-Ch-Ua-Platform: "Windows"\r\n'
    "Sec-Fetch-Dest: empty\r\nSec-Fetch-Mode: cors\r\nSec-Fetch-Site: same-origin\r\n"
)
_POPULAR = 50
_PASSWORD = "correct horse battery"  # noqa: S105  of users that exist in benchmarks only


def request(verb: str, target: str, body: bytes = b"", user_id: int = 0, kind: str = "", more: str = "") -> bytes:
    """A request with the headers that a browser sends."""
    head = f"{verb} {target} HTTP/1.1\r\n{_BROWSER}{more}"
    if user_id:
        head += f"Cookie: session_id={data.token(user_id)}\r\n"
    if kind:
        head += f"Content-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}\r\n".encode() + body


@dataclass(frozen=True)
class Booked:
    order_id: int
    house_id: int
    guest_id: int


@dataclass
class Story:
    """The data that requests are about, and what earlier answers said. `keys` sign as the payment service does."""

    houses: int
    today: date
    outbox: Path
    keys: tuple[str, str]
    chance: random.Random = field(default_factory=lambda: random.Random(1949))  # noqa: S311  the same everywhere
    first_slot: int = 0
    first_mobile: int = 0
    asked: list[tuple[int, int]] = field(default_factory=list)
    orders: list[Booked] = field(default_factory=list)
    pay_urls: list[str] = field(default_factory=list)

    # -- browsing

    def index(self, count: int) -> list[bytes]:
        return [request("GET", "/")] * count

    def search(self, count: int) -> list[bytes]:
        return [request("GET", f"/search?aid={self._area()}&sk={self._sort()}") for _ in range(count)]

    def search_dates(self, count: int) -> list[bytes]:
        return [request("GET", f"/search?{self._dates()}") for _ in range(count)]

    def search_dates_api(self, count: int) -> list[bytes]:
        return [request("GET", f"/api/v1.0/houses?{self._dates()}") for _ in range(count)]

    def house_cached(self, count: int) -> list[bytes]:
        return [request("GET", f"/houses/{number % _POPULAR + 1}") for number in range(count)]

    def house_uncached(self, count: int) -> list[bytes]:
        return [request("GET", f"/houses/{self.houses - number}") for number in range(count)]

    def house_cached_api(self, count: int) -> list[bytes]:
        return [request("GET", f"/api/v1.0/houses/{number % _POPULAR + 1}") for number in range(count)]

    def _area(self) -> int:
        return self.chance.randrange(1, 17)

    def _sort(self) -> str:
        return self.chance.choice(("new", "booking", "price-inc", "price-des"))

    def _dates(self) -> str:
        """One search in five is for the holiday week; half want the first page."""
        ahead = data.HOLIDAY if self.chance.random() < 0.2 else self.chance.randrange(3, 90)
        start = self.today + timedelta(days=ahead)
        end = start + timedelta(days=self.chance.choice((1, 2, 2, 3, 5)))
        page = 1 if self.chance.random() < 0.5 else self.chance.randrange(2, 6)
        return f"aid={self._area()}&sd={start}&ed={end}&sk={self._sort()}&p={page}"

    # -- accounts

    def session(self, count: int) -> list[bytes]:
        return [
            request("GET", "/api/v1.0/session", user_id=self.chance.randrange(1, data.USERS + 1)) for _ in range(count)
        ]

    def sign_in(self, count: int) -> list[bytes]:
        forms = [{"mobile": data.mobile(number + 1), "password": data.PASSWORD} for number in range(count)]
        return [request("POST", "/api/v1.0/sessions", orjson.dumps(form), kind=JSON) for form in forms]

    def picture_code(self, count: int) -> list[bytes]:
        return [request("GET", f"/api/v1.0/imagecode/{mobile}") for mobile in self._new_mobiles(count)]

    def sms_code(self, count: int) -> list[bytes]:
        texts = self._outbox("captcha", "id", "text")
        forms = [
            {"mobile": mobile, "id": mobile, "text": texts[mobile], "purpose": "register"}
            for mobile in self._new_mobiles(count)
        ]
        return [request("POST", "/api/v1.0/smscode", orjson.dumps(form), kind=JSON) for form in forms]

    def register(self, count: int) -> list[bytes]:
        codes = self._outbox("sms", "mobile", "code")
        forms = [
            {"mobile": mobile, "sms_code": codes[mobile], "password": _PASSWORD} for mobile in self._new_mobiles(count)
        ]
        return [request("POST", "/api/v1.0/users", orjson.dumps(form), kind=JSON) for form in forms]

    def _new_mobiles(self, count: int) -> list[str]:
        return [f"138{number:08}" for number in range(self.first_mobile, self.first_mobile + count)]

    def _outbox(self, name: str, key: str, value: str) -> dict[str, str]:
        lines = (self.outbox / f"{name}-outbox.jsonl").read_bytes().splitlines()
        return {each[key]: each[value] for each in map(orjson.loads, lines)}

    # -- orders

    def book(self, count: int) -> list[bytes]:
        found = []
        for number in range(self.first_slot, self.first_slot + count):
            house_id, start = data.first_free(self.today, number, self.houses)
            guest_id = data.host_id(house_id) % data.USERS + 1
            self.asked.append((house_id, guest_id))
            form = {"house_id": house_id, "start_date": f"{start}", "end_date": f"{start + timedelta(days=2)}"}
            key = f"Idempotency-Key: {self.chance.getrandbits(128):032x}\r\n"
            found.append(
                request("POST", "/api/v1.0/orders", orjson.dumps(form | {"guests": 2}), guest_id, JSON, more=key)
            )
        self.first_slot += count
        return found

    def booked(self, answers: list[Answer]) -> None:
        ids = [orjson.loads(answer.body)["data"]["order_id"] for answer in answers]
        self.orders += [Booked(order_id, *asked) for order_id, asked in zip(ids, self.asked, strict=True)]
        self.asked.clear()

    def accept(self, count: int) -> list[bytes]:
        return [self._act(each, data.host_id(each.house_id), "accept") for each in self.orders[:count]]

    def pay(self, count: int) -> list[bytes]:
        return [self._act(each, each.guest_id, "pay") for each in self.orders[:count]]

    def began_to_pay(self, answers: list[Answer]) -> None:
        self.pay_urls += [orjson.loads(answer.body)["data"]["pay_url"] for answer in answers]

    def notice(self, count: int) -> list[bytes]:
        alipay = AliPay(
            appid="1", app_private_key_string=self.keys[0], alipay_public_key_string=self.keys[1], sign_type="RSA2"
        )
        return [self._notice(alipay, url) for url in self.pay_urls[:count]]

    def cancel(self, count: int) -> list[bytes]:
        return [self._act(each, each.guest_id, "cancel") for each in self.orders[-count:]]

    def orders_list(self, count: int) -> list[bytes]:
        guests = [each.guest_id for each in self.orders]
        return [request("GET", "/api/v1.0/user/orders", user_id=guests[n % len(guests)]) for n in range(count)]

    def _act(self, order: Booked, user_id: int, action: str) -> bytes:
        body = orjson.dumps({"action": action})
        return request("PUT", f"/api/v1.0/orders/{order.order_id}/status", body, user_id, JSON)

    def _notice(self, alipay: Any, url: str) -> bytes:
        trade = orjson.loads(parse_qs(urlsplit(url).query)["biz_content"][0])
        fields = {
            "app_id": "1",
            "seller_id": "1",
            "out_trade_no": trade["out_trade_no"],
            "trade_no": f"2026{trade['out_trade_no']}",
            "trade_status": "TRADE_SUCCESS",
            "total_amount": trade["total_amount"],
            "subject": trade["subject"],
        }
        signed = parse_qs(alipay.sign_data(dict(fields)))
        body = urlencode({name: values[0] for name, values in signed.items()} | {"sign_type": "RSA2"}).encode()
        return request("POST", "/api/v1.0/payments/notice", body, kind=FORM)

    # -- pictures

    def avatar(self, count: int) -> list[bytes]:
        body = _picture("avatar")
        return [self._upload("/api/v1.0/user/avatar", body, data.USERS + 1 + n % data.UPLOADERS) for n in range(count)]

    def house_picture(self, count: int) -> list[bytes]:
        body = _picture("house_image")
        houses = [self.houses // 2 + number for number in range(count)]
        return [self._upload(f"/api/v1.0/houses/{each}/images", body, data.host_id(each)) for each in houses]

    def _upload(self, target: str, body: bytes, user_id: int) -> bytes:
        return request("POST", target, body, user_id, "multipart/form-data; boundary=x")


def _picture(name: str) -> bytes:
    head = (
        f'--x\r\nContent-Disposition: form-data; name="{name}"; filename="me.jpg"\r\nContent-Type: image/jpeg\r\n\r\n'
    )
    return head.encode() + works.photo() + b"\r\n--x--\r\n"


Make = Callable[[Story, int], list[bytes]]
Learn = Callable[[Story, list[Answer]], None]


@dataclass(frozen=True)
class Kind:
    """`count` is how many are measured, `learn` what later kinds need of the answers."""

    title: str
    make: Make
    count: int
    learn: Learn = lambda _story, _answers: None
    connections: int = 8


KINDS: Mapping[str, Kind] = {
    "index": Kind("first page", Story.index, 1500),
    "search": Kind("search page, no dates", Story.search, 800),
    "search_dates": Kind("search page, with dates", Story.search_dates, 800),
    "search_dates_api": Kind("search with dates, JSON", Story.search_dates_api, 800),
    "house_cached": Kind("house page, cached", Story.house_cached, 1500),
    "house_uncached": Kind("house page, not cached", Story.house_uncached, 800),
    "house_cached_api": Kind("house as JSON, cached", Story.house_cached_api, 1500),
    "session": Kind("session check", Story.session, 3000),
    "sign_in": Kind("sign in, bcrypt cost 12", Story.sign_in, 12, connections=2),
    "picture_code": Kind("picture code", Story.picture_code, 120),
    "sms_code": Kind("SMS code", Story.sms_code, 120),
    "register": Kind("register, bcrypt cost 12", Story.register, 12, connections=2),
    "book": Kind("book", Story.book, 800, Story.booked),
    "accept": Kind("accept", Story.accept, 400),
    "pay": Kind("begin to pay", Story.pay, 400, Story.began_to_pay),
    "notice": Kind("payment notice", Story.notice, 400),
    "cancel": Kind("cancel", Story.cancel, 300),
    "orders": Kind("list of orders", Story.orders_list, 800),
    "avatar": Kind("upload an avatar", Story.avatar, 20, connections=2),
    "house_picture": Kind("upload a house's picture", Story.house_picture, 12, connections=2),
}
