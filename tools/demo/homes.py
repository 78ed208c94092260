"""The homes: each is of one kind, and stands at a place where such homes are."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import cycle

from models.houses.bedrooms import BedGroup, BedKind, Bedroom
from models.houses.houses import HouseDraft
from models.houses.prices import PriceChange
from models.houses.stay_rules import StayRules
from models.types import Fen
from tools.demo import terms
from tools.demo.texts import HomeKind, Layout, Place, home_kinds, places

_ALWAYS = (1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12)
"""Facilities that every home has: network, shower, air conditioning, heating, water, and what a bathroom needs."""
_SPREAD = 0.0018
"""How far from its place a home stands at most, in degrees: less than 200 m."""
_ROOMS = {1: "一", 2: "两", 3: "三", 4: "四"}
_BEDS: dict[BedKind, str] = {
    "single": "单人床", "double": "1.8 米双人床", "queen": "1.5 米双人床", "bunk": "上下铺", "sofa": "沙发床",
    "tatami": "榻榻米铺位", "crib": "婴儿床",
}  # fmt: skip


@dataclass(frozen=True)
class Home:
    """What is published: texts, prices, rules, who lets it (from 1), and what its pictures and reviews are made of."""

    draft: HouseDraft
    prices: PriceChange
    rules: StayRules
    host: int
    kind: HomeKind
    place: Place
    number: int


def homes(count: int, chance: random.Random) -> Iterator[Home]:
    """`count` homes, one kind after another; no two have the same title."""
    titles: set[str] = set()
    pairs = [(kind, _pairs(kind, chance)) for kind in home_kinds()]
    for number, (kind, combinations) in zip(range(count), cycle(pairs)):
        layout = chance.choice(kind.layouts)
        named = ((place, title.format(place=place.name, rooms=_ROOMS[layout.rooms])) for place, title in combinations)
        place, title = next(each for each in named if each[1] not in titles)
        titles.add(title)
        yield _home(number, kind, place, replace(_draft(kind, place, layout, chance), title=title), chance)


def _pairs(kind: HomeKind, chance: random.Random) -> Iterator[tuple[Place, str]]:
    """A place and a title again and again, first each with those that have been used least."""
    here = [place for place in places() if set(place.kinds) & set(kind.kinds)]
    chance.shuffle(here)
    for round_ in range(len(kind.titles)):
        for number, place in enumerate(here):
            yield place, kind.titles[(number + round_) % len(kind.titles)]


def _home(number: int, kind: HomeKind, place: Place, draft: HouseDraft, chance: random.Random) -> Home:
    prices, host = _prices(kind, draft.price // 100, chance), chance.choice(kind.hosts)
    draft = replace(draft, instant=terms.is_instant(number, draft))
    return Home(draft, prices, terms.rules(number, draft), host, kind, place, number)


def _draft(kind: HomeKind, place: Place, layout: Layout, chance: random.Random) -> HouseDraft:
    """All but the title."""
    price = chance.randrange(layout.price[0], layout.price[1] + 1, 10)
    return HouseDraft(
        title="",
        price=Fen(price * 100),
        area_id=place.area,
        address=f"{place.street} {chance.randrange(1, 96)} 号",
        address_detail=_door(kind, chance),
        room_count=layout.rooms,
        acreage=chance.randint(*layout.acreage),
        unit=layout.unit,
        capacity=layout.capacity,
        beds=_beds(layout),
        bedrooms=_bedrooms(layout),
        deposit=Fen(chance.choice((0, 200, 300, 500) if price < 800 else (500, 1000)) * 100),
        min_days=2 if price > 1500 else chance.choice((1, 1, 1, 1, 2)),
        max_days=chance.choice((0, 0, 30, 90)),
        description=_description(kind, place, layout, chance),
        rules="\n".join(chance.sample(kind.rules, min(len(kind.rules), 3))),
        check_in_from=chance.choice(("14:00", "15:00", "15:00", "16:00")),
        check_out_until=chance.choice(("11:00", "12:00", "12:00")),
        lat=_near(place.lat, chance),
        lng=_near(place.lng, chance),
        facilities=_facilities(kind, chance),
    )


def _near(degrees: float, chance: random.Random) -> Decimal:
    return Decimal(str(round(degrees + chance.uniform(-_SPREAD, _SPREAD), 6)))


def _door(kind: HomeKind, chance: random.Random) -> str:
    """Where the door is: a flat where there is a lift, else a yard."""
    if 15 in kind.facilities:
        floor = chance.randrange(3, 29)
        return f"{chance.randrange(1, 9)} 号楼 {chance.randrange(1, 4)} 单元 {floor}0{chance.randrange(1, 5)}"
    return chance.choice(("进门左手第一户", "红门，门环右边有门铃", "院门有密码锁", "影壁后面右转", "路口第二个门"))


def _facilities(kind: HomeKind, chance: random.Random) -> tuple[int, ...]:
    also = chance.sample(kind.sometimes, chance.randint(0, len(kind.sometimes)))
    return tuple(sorted({*_ALWAYS, *kind.facilities, *also}))


def _bedrooms(layout: Layout) -> tuple[Bedroom, ...]:
    return tuple(Bedroom(name, (BedGroup(bed, count),)) for name, bed, count in layout.bedrooms)


def _beds(layout: Layout) -> str:
    counts = Counter({bed: 0 for _, bed, _ in layout.bedrooms})
    for _, bed, count in layout.bedrooms:
        counts[bed] += count
    return "，".join(f"{_BEDS[bed]} {count} 张" for bed, count in counts.items())


def _description(kind: HomeKind, place: Place, layout: Layout, chance: random.Random) -> str:
    first = chance.choice(kind.first).format(rooms=_ROOMS[layout.rooms])
    arrival = chance.choice(_ARRIVALS).format(street=place.street)
    third = f"{place.near}{arrival}{chance.choice(_INVITATIONS)}"
    return "\n\n".join((first, chance.choice(kind.second), third))


_ARRIVALS = (
    "订好以后我们会发一份图文的到达指南。", "打车把目的地设在{street}口最准。", "第一次来的客人，我们可以到路口接。",
    "附近吃饭、买菜、骑车的地方，都写在屋里的小册子上。", "到得晚也没关系，门锁是密码的。",
)  # fmt: skip
_INVITATIONS = (
    "有任何需要，发消息就好。", "欢迎你来。", "住得开心，我们就开心。", "想多住几天，问我们要优惠。",
    "四季都好，看你喜欢哪一个。",
)  # fmt: skip


def _prices(kind: HomeKind, price: int, chance: random.Random) -> PriceChange:
    """Weekend price, cleaning fee and discounts, for some."""
    weekend = Fen(round(price * chance.choice((1.15, 1.2, 1.3)) / 10) * 1000) if chance.random() < 0.6 else None
    cleaning = chance.choice((0, 0, 40, 60, 80) if price < 800 else (80, 120, 160, 200))
    return PriceChange(
        weekend_price=weekend,
        cleaning_fee=Fen(cleaning * 100),
        weekly_discount=chance.choice((0, 0, 5, 8, 10)),
        monthly_discount=chance.choice((0, 0, 15, 20, 30)),
        cancellation=chance.choice(kind.cancellation),
    )
