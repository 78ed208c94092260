"""What the endpoints about houses ask for. Money is in fen, except where a document's form sends yuan."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from handlers.accounts.forms import EMPTY_IS_NONE, Checked, Form, Ruled, as_text, field, text, whole, wrong
from models.houses.listings import SearchFilter
from services.deps import Deps
from services.errors import Message
from services.houses import hosting
from utils import text_rules

MAX_STAY_NIGHTS = 90
_MAX_FEN = 100_000_000
_MAX_REFERENCE = 65_535
"""The highest id that an area or a facility can have."""
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?")


def _fen(value: object) -> int:
    """An amount in yuan, exactly."""
    written = as_text(value, int | float) or ""
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", written):
        raise wrong("应为 0 到 999999.99 元，最多两位小数")
    return int(Decimal(written) * 100)


def _price_in_yuan(value: object) -> int:
    with suppress(PydanticCustomError):
        if fen := _fen(value):
            return fen
    raise wrong("应为 0.01 到 999999.99 元，最多两位小数")


def _day(value: object) -> date:
    try:
        # within centuries that leave room for what is computed from a date
        if isinstance(value, str) and re.fullmatch(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise wrong("日期应为 YYYY-MM-DD")


def _numbers(value: object) -> list[int]:
    """A list of ids, or a text of them with commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or len(parts) > 100:
        raise wrong("应为编号列表")
    written = [sent.strip() for part in parts if (sent := as_text(part)) is not None]
    if len(written) < len(parts) or not all(re.fullmatch(r"[0-9]{1,18}", part) for part in written if part):
        raise wrong("应为编号列表")
    return [int(part) for part in written if part]


def _facilities(value: object) -> list[int]:
    numbers = _numbers(value)
    if not all(1 <= number <= _MAX_REFERENCE for number in numbers):
        raise wrong("没有这种设施")
    return numbers


def _degrees(most: int, said: str) -> Checked:
    def check(value: object) -> Decimal:
        written = as_text(value, int | float) or ""
        if not _DEGREES.fullmatch(written) or abs(Decimal(written)) > most:
            raise wrong(said)
        return round(Decimal(written), 6)

    return Checked(check, {"type": ["number", "string"], "minimum": -most, "maximum": most})


def _box(value: object) -> tuple[Decimal, ...]:
    parts = value.split(",") if isinstance(value, str) else []
    if len(parts) != 4 or not all(_DEGREES.fullmatch(part) for part in parts):
        raise wrong("地图范围应为：南,西,北,东")
    return tuple(Decimal(part) for part in parts)


def _place(value: object) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,18})-([0-9]{1,18})", value) if isinstance(value, str) else None
    if match is None:
        raise wrong("翻页标记格式错误")
    return int(match[1]), int(match[2])


MAX_STORY_CHARACTERS = 2000


def story(shortest: int, said: str) -> Checked:
    """Text of several lines, of `shortest` characters at least, without the white space around it."""

    def check(value: object) -> str:
        with suppress(text_rules.InvisibleText):
            written = text_rules.clean(value) if isinstance(value, str) and value.strip() else ""
            if isinstance(value, str) and shortest <= len(written) <= MAX_STORY_CHARACTERS:
                return written
        raise wrong(said)

    return Checked(check, {"type": "string", "minLength": shortest, "maxLength": MAX_STORY_CHARACTERS})


def _yes_or_no(value: object) -> bool:
    known = {True: True, False: False, "true": True, "false": False, "1": True, "0": False}
    if not isinstance(value, bool | str) or value not in known:
        raise wrong("应为 true 或 false")
    return known[value]


def check_stay(end: date, start: date | None) -> date:
    """The end of a stay that begins on `start`, if that is known. Stays are half-open."""
    if start and not 1 <= (end - start).days <= MAX_STAY_NIGHTS:
        raise wrong("离店日期应晚于入住日期，且不超过 90 晚")
    return end


Id = Annotated[int, whole(1, 10**18 - 1, "编号格式错误", "编号格式错误")]
_LIST = {"type": ["array", "string"], "items": {"type": "integer"}, "maxItems": 100}
Area = Annotated[int, whole(1, _MAX_REFERENCE, "请选择区域", "没有这个区域")]
Ids = Annotated[list[int], Checked(_numbers, _LIST)]
Facilities = Annotated[list[int], Checked(_facilities, _LIST)]
Day = Annotated[date, Checked(_day, {"type": "string", "format": "date"})]
Fen = Annotated[int, whole(0, _MAX_FEN, "应为以分计的整数", "应为 0 到 1000000 元")]
Price = Annotated[int, whole(1, _MAX_FEN, "应为以分计的整数", "应为 0.01 到 1000000 元")]
_YUAN = {"type": ["string", "number"], "pattern": r"^[0-9]{1,6}(\.[0-9]{1,2})?$"}
Yuan = Annotated[int, Checked(_fen, _YUAN)]
PriceInYuan = Annotated[int, Checked(_price_in_yuan, _YUAN)]
YesOrNo = Annotated[bool, Checked(_yes_or_no, {"type": "boolean"})]
Days = Annotated[int, whole(1, 365)]
Latitude = Annotated[Decimal, _degrees(90, "纬度应为 -90 到 90")]
Longitude = Annotated[Decimal, _degrees(180, "经度应为 -180 到 180")]


class HouseId(Form):
    house_id: Id


class House(Ruled):
    title: Annotated[str, text(64)]
    price: Price
    area_id: Area = field("area_id", "district")
    address: Annotated[str, text(128)]
    room_count: Annotated[int, whole(1, 50)]
    acreage: Annotated[int, whole(1, 10_000)]
    unit: Annotated[str, text(32)] = field("unit", "house_unit")
    capacity: Annotated[int, whole(1, 100)] = field("capacity", "house_capacity")
    beds: Annotated[str, text(64)]
    deposit: Fen
    min_days: Days
    max_days: Annotated[int, whole(0, 365)]
    facility: Facilities = field("facility", "facilities", default_factory=list)
    description: Annotated[str, story(0, "应为不超过 2000 字的文本")] = ""
    lat: Annotated[Latitude | None, EMPTY_IS_NONE] = None
    lng: Annotated[Longitude | None, EMPTY_IS_NONE] = None

    @field_validator("max_days")
    @classmethod
    def _not_below_the_least(cls, value: int, info: ValidationInfo) -> int:
        if 0 < value < info.data.get("min_days", 0):
            raise wrong("最多入住天数应为 0（不限），或不少于最少天数")
        return value

    @property
    def columns(self) -> dict[str, Any]:
        """What is written to the house itself."""
        return self.model_dump(exclude={"facility", "house_id"})

    @staticmethod
    async def rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        return await hosting.wrong_fields(deps, values)


class HouseInYuan(House):
    """As document 003 has it."""

    price: PriceInYuan
    deposit: Yuan


class HouseChange(HouseId, House):
    pass


class HouseStatus(HouseId):
    online: YesOrNo


class ImageOrder(HouseId):
    images: Ids


class ImageId(HouseId):
    image_id: Id


class HouseReview(HouseId):
    """`revision` is that of the content which the admin has seen."""

    approve: YesOrNo
    revision: Annotated[int, whole(1, 2**32 - 1)]
    reason: Annotated[str, text(255)] | None = None


class InReview(Form):
    status: Literal["pending", "approved", "rejected"] = "pending"


class Search(Form):
    aid: Area | None = None
    sd: Day | None = None
    ed: Day | None = None
    sk: Literal["new", "booking", "price-inc", "price-des"] = "new"
    p: Annotated[int, whole(1, 1000)] = 1
    size: Annotated[int, whole(1, 50)] = 10
    after: (
        Annotated[tuple[int, int], Checked(_place, {"type": "string", "pattern": "^[0-9]{1,18}-[0-9]{1,18}$"})] | None
    ) = None
    min_price: Fen | None = None
    max_price: Fen | None = None
    capacity: Annotated[int, whole(1, 100)] | None = None
    rooms: Annotated[int, whole(1, 50)] | None = None
    facilities: Facilities = field("facilities", "facility", default_factory=list)
    q: Annotated[str, text(64)] | None = None
    bounds: Annotated[tuple[Decimal, Decimal, Decimal, Decimal], Checked(_box, {"type": "string"})] | None = None

    @field_validator("*", mode="wrap")
    @classmethod
    def _empty_is_absent(cls, value: Any, handler: Any, info: ValidationInfo) -> Any:
        """Forms of old pages send every field."""
        if value == "" and info.field_name is not None:
            return cls.model_fields[info.field_name].get_default(call_default_factory=True)
        return handler(value)

    @field_validator("ed")
    @classmethod
    def _after_the_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        return value and check_stay(value, info.data.get("sd"))

    @property
    def wanted(self) -> SearchFilter:
        """Nights are half-open: the day of leaving is free for the next guest."""
        night = timedelta(days=1)
        first = self.sd or (self.ed - night if self.ed else None)
        last = self.ed - night if self.ed else self.sd
        return SearchFilter(
            area_id=self.aid,
            first_night=first,
            last_night=last,
            days=(self.ed - self.sd).days if self.sd and self.ed else None,
            min_price=self.min_price,
            max_price=self.max_price,
            capacity=self.capacity,
            rooms=self.rooms,
            facilities=tuple(self.facilities[:10]),
            box=self.bounds,
        )
