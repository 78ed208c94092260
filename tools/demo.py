"""Demo users and houses for development: `python -m tools.demo`. `make run` loads them too.

Only a few pictures are painted and resized; each house gets copies of some of them under names of its own.
"""

import argparse
import asyncio
import io
import random
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from decimal import Decimal

from PIL import Image, ImageDraw
from stdnum.cn import ric

import config
from composition import open_deps
from models.accounts import users
from models.accounts.users import User
from models.houses import houses, images, listings, nights
from models.houses.houses import HouseDraft
from models.orders import orders
from models.orders.bill import BillItem
from models.orders.orders import NewOrder
from models.stay import Stay
from models.types import Fen, HouseId, UserId
from services.accounts import profile
from services.deps import Deps
from services.houses import house_images, pictures, search_index
from services.local_time import today
from services.orders.pricing import POLICIES
from services.orders.states import OrderStatus
from tools import command
from utils.images import ResizedImage
from utils.mysql import DuplicateKey, Queries
from utils.storage import new_stem

PASSWORD = "ihome-demo-2026"  # noqa: S105  development only
PEOPLE = (("13800000001", "房东小李"), ("13800000002", "房客小王"), ("13800000003", "房东老张"))
HOSTS = ("13800000001", "13800000003")
GUEST = "13800000002"
TRAVELLERS = (("13800000004", "旅行者小陈"), ("13800000005", "老周"), ("13800000006", "Lily"))
"""Past guests, who wrote reviews."""

HOMES = 200
_PICTURES = 10
_PLACES = (
    (1, "故宫", 39.916, 116.403), (1, "南锣鼓巷", 39.937, 116.403), (2, "西单", 39.907, 116.374),
    (2, "什刹海", 39.940, 116.385), (3, "三里屯", 39.935, 116.454), (3, "望京", 39.996, 116.480),
    (3, "国贸", 39.908, 116.459), (4, "五道口", 39.992, 116.338), (4, "颐和园", 39.999, 116.275),
    (5, "回龙观", 40.070, 116.336), (6, "丽泽", 39.867, 116.324), (8, "运河", 39.907, 116.657),
    (9, "机场", 40.079, 116.603), (10, "亦庄", 39.795, 116.506), (11, "雁栖湖", 40.400, 116.680),
    (13, "古北水镇", 40.652, 117.262), (14, "八达岭", 40.356, 116.020), (15, "首钢园", 39.907, 116.170),
)  # fmt: skip
_KINDS = ("四合院", "Loft", "一居室", "两居室", "花园小院", "湖景公寓", "民宿", "独栋别墅", "青年公寓", "亲子套房")
_REVIEWS = (
    (5, "房间干净，位置很方便，房东回复很快。", "谢谢您的好评，欢迎再来！"),
    (5, "比照片还好，孩子很喜欢院子。", None),
    (4, "交通便利，晚上稍微有一点吵。", "已经加装了隔音窗，期待您再来。"),
    (4, "设施齐全，性价比高。", None),
    (3, "位置不错，热水要等一会儿。", "热水器已经检修过了，抱歉。"),
)
_MOODS = ("阳光", "安静的", "温馨", "复古", "宽敞", "北欧风", "日式", "极简", "带露台的", "近地铁")


async def load(deps: Deps) -> list[str]:
    """Create what is missing; returns a line about each demo user, and one about the houses."""
    password_hash = await deps.password_hasher.hash(PASSWORD)
    for mobile, name in (*PEOPLE, *TRAVELLERS):
        await _add_person(deps, mobile, name, password_hash)
    for number, (mobile, name) in enumerate(PEOPLE):
        await _add_real_name(deps, mobile, name[-2:], number)
    count = await _add_homes(deps)
    lines = [f"demo user {name}: mobile {mobile}, password {PASSWORD}" for mobile, name in PEOPLE]
    return [*lines, f"{count} demo houses"]


async def _add_person(deps: Deps, mobile: str, name: str, password_hash: str) -> None:
    async def create(queries: Queries) -> None:
        user_id = await users.create(queries, mobile, password_hash)
        await users.set_name(queries, user_id, name)

    with suppress(DuplicateKey):
        await deps.db.transact(create)


async def _add_real_name(deps: Deps, mobile: str, real_name: str, number: int) -> None:
    """Pass the real-name check for a user, who can then publish and book at once."""
    user = await _person(deps, mobile)
    session = await deps.sessions.find(await deps.sessions.open(user.id, address="", device="demo"))
    if session is not None:
        digits = f"1101051990010100{number}"
        if user.id_card is None:
            await profile.set_real_name(deps, session, real_name, digits + ric.calc_check_digit(digits + "?"))
        await deps.sessions.end(user.id, session.id)


async def _person(deps: Deps, mobile: str) -> User:
    async with deps.db.connection() as queries:
        user = await users.by_mobile(queries, mobile)
    if user is None:
        raise LookupError(mobile)
    return user


async def _add_homes(deps: Deps) -> int:
    """Create the houses, unless the hosts have some already; returns how many they have."""
    hosts = [(await _person(deps, mobile)).id for mobile in HOSTS]
    guests = [(await _person(deps, mobile)).id for mobile, _ in TRAVELLERS]
    async with deps.db.connection() as queries:
        there = sum([len(await houses.of_user(queries, host)) for host in hosts])
    if there:
        return there
    chance = random.Random(1949)  # noqa: S311  the same homes everywhere
    rendered = [await deps.image_workers.sized(_painted(chance), pictures.HOUSE_WIDTHS) for _ in range(_PICTURES)]
    for _ in range(HOMES):
        await _add_home(deps, chance, chance.choice(hosts), guests, chance.sample(rendered, 3))
    return HOMES


async def _add_home(deps: Deps, chance: random.Random, host: int, guests: list[int], shown: list[ResizedImage]) -> None:
    draft = _home(chance)
    kept = [(new_stem("houses"), picture) for picture in shown]
    await asyncio.gather(*(pictures.store(deps, house_images.objects_of(stem, picture)) for stem, picture in kept))

    async def create(queries: Queries) -> None:
        facilities = tuple(sorted(chance.sample(range(1, 24), chance.randrange(4, 14))))
        complete = replace(draft, facilities=facilities)
        house_id = await houses.create(queries, UserId(host), complete, "approved")
        await search_index.write(queries, house_id)
        for stem, picture in kept:
            await images.add(queries, house_id, house_images.new_image(stem, picture))
        start = today(deps)
        blocked = {start + timedelta(days=chance.randrange(60)) for _ in range(chance.randrange(8))}
        await nights.block(queries, house_id, blocked)
        for number in range(chance.randrange(4)):
            stay = Stay(start - timedelta(days=10 * number + 5), start - timedelta(days=10 * number + 3))
            ids = house_id, UserId(host), UserId(chance.choice(guests))
            await _add_stay(queries, _past_order(draft, ids, stay), chance)
        await listings.write(queries, house_id, start)

    await deps.db.transact(create)


async def _add_stay(queries: Queries, order: NewOrder, chance: random.Random) -> None:
    """A past stay with the guest's review."""
    order_id, then = await orders.create(queries, order), order.created_at
    await nights.sell(queries, order.house_id, order.stay.nights, order_id)
    rating, comment, reply = chance.choice(_REVIEWS)
    await orders.set_comment(queries, order_id, comment, rating, then)
    if reply:
        await orders.set_reply(queries, order_id, reply, then)
    await houses.count_stay(queries, order.house_id)


def _past_order(house: HouseDraft, ids: tuple[HouseId, UserId, UserId], stay: Stay) -> NewOrder:
    """`ids` are those of the house, its host and the guest."""
    house_id, host_id, guest_id = ids
    return NewOrder(
        guest_id=guest_id,
        house_id=house_id,
        host_id=host_id,
        stay=stay,
        guests=2,
        items=(BillItem("nights", Fen(house.price * stay.days), house.price, stay.days),),
        deposit=house.deposit,
        cancellation="flexible",
        refund_tiers=POLICIES["flexible"],
        status=OrderStatus.COMPLETE,
        due_at=None,
        created_at=datetime.combine(stay.end, time(4)),
    )


def _home(chance: random.Random) -> HouseDraft:
    area, place, lat, lng = chance.choice(_PLACES)
    kind, rooms = chance.choice(_KINDS), chance.randrange(1, 5)
    title, address = f"{place}{chance.choice(_MOODS)}{kind}", f"{place}路 {chance.randrange(1, 200)} 号"
    return HouseDraft(
        title=title,
        price=Fen(chance.randrange(98, 1500) * 100),
        area_id=area,
        address=address,
        room_count=rooms,
        acreage=rooms * chance.randrange(22, 40),
        unit=f"{rooms} 室 1 厅 {1 + rooms // 3} 卫",
        capacity=rooms * 2,
        beds=f"双人床 1.8×2.0 米 {rooms} 张",
        deposit=Fen(chance.choice((0, 20000, 50000))),
        min_days=chance.choice((1, 1, 1, 2, 3)),
        max_days=chance.choice((0, 0, 30, 90)),
        description=f"{title}，步行可到{place}。\n入住时间 14:00 以后，退房 12:00 以前。",
        lat=Decimal(str(round(lat + chance.uniform(-0.01, 0.01), 6))),
        lng=Decimal(str(round(lng + chance.uniform(-0.01, 0.01), 6))),
    )


def _painted(chance: random.Random) -> bytes:
    """A room: wall, floor, window, bed."""

    def colour(low: int, high: int) -> tuple[int, int, int]:
        return chance.randrange(low, high), chance.randrange(low, high), chance.randrange(low, high)

    room = Image.new("RGB", (1600, 1067), colour(180, 245))
    draw = ImageDraw.Draw(room)
    draw.rectangle((0, 760, 1600, 1067), fill=colour(90, 160))
    left = chance.randrange(100, 900)
    draw.rectangle((left, 140, left + 420, 560), fill=(190, 220, 245), outline=(255, 255, 255), width=18)
    draw.line((left + 210, 140, left + 210, 560), fill=(255, 255, 255), width=12)
    bed = chance.randrange(150, 800)
    draw.rounded_rectangle((bed, 620, bed + 650, 900), 40, fill=colour(120, 230))
    draw.rounded_rectangle((bed + 30, 580, bed + 250, 680), 30, fill=(250, 250, 245))
    draw.ellipse((1250, 380, 1400, 530), fill=colour(200, 255))
    out = io.BytesIO()
    room.save(out, "JPEG", quality=85)
    return out.getvalue()


async def _load_into(settings: config.Config) -> None:
    async with open_deps(settings) as deps:
        for line in await load(deps):
            print(line)


def main() -> int:
    argparse.ArgumentParser(description=__doc__).parse_args()
    settings = config.load()
    if settings.production:
        raise config.Unsafe(["IHOME_ENV is production: demo users have a password that is known to everyone"])
    asyncio.run(_load_into(settings))
    return 0


if __name__ == "__main__":
    sys.exit(command.run(main))
