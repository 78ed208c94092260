"""The fields of forms about houses: how a value is checked, and how the API's document describes it."""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field
from pydantic_core import PydanticCustomError

from handlers.api.form_types import Checked, as_text, text, whole_number, wrong
from models.stay import MAX_NIGHTS as MAX_STAY_NIGHTS
from models.types import DraftId, FeedId, Fen, HouseId, ImageId, OrderId, UserId
from utils import text_rules

MAX_STORY_CHARACTERS = 2000
_MAX_AMOUNT = Fen(100_000_000)
_MAX_REFERENCE = 65_535
"""The highest id that an area or a facility can have."""
_HALF_HOUR = re.compile("([01][0-9]|2[0-3]):(00|30)")
_DEGREES = re.compile(r"-?[0-9]{1,3}(\.[0-9]{1,20})?")


def _amount_in_yuan(value: object) -> Fen:
    """An amount that is sent in yuan."""
    written = as_text(value, int | float) or ""
    if not re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,2})?", written):
        raise wrong("请填写 0–999,999.99 元，最多两位小数")
    return Fen(int(Decimal(written) * 100))


def _price_in_yuan(value: object) -> Fen:
    with suppress(PydanticCustomError):
        if amount := _amount_in_yuan(value):
            return amount
    raise wrong("请填写 0.01–999,999.99 元，最多两位小数")


def _date(value: object) -> date:
    try:
        # far enough from the years 1 and 9999 for any computation with dates
        if isinstance(value, str) and re.fullmatch(r"2[0-9]{3}-[0-9]{2}-[0-9]{2}", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise wrong("日期应为 YYYY-MM-DD")


def _ids(value: object) -> list[int]:
    """A list of ids, or a text with ids between commas."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, list) or len(parts) > 100:
        raise wrong("应为编号列表")
    written = [sent.strip() for part in parts if (sent := as_text(part)) is not None]
    if len(written) < len(parts) or not all(re.fullmatch(r"[0-9]{1,18}", part) for part in written if part):
        raise wrong("应为编号列表")
    return [int(part) for part in written if part]


def _facilities(value: object) -> list[int]:
    numbers = _ids(value)
    if not all(1 <= number <= _MAX_REFERENCE for number in numbers):
        raise wrong("没有这种设施")
    return numbers


def _degrees(limit: int, said: str) -> Checked:
    def check(value: object) -> Decimal:
        written = as_text(value, int | float) or ""
        if not _DEGREES.fullmatch(written) or abs(Decimal(written)) > limit:
            raise wrong(said)
        return round(Decimal(written), 6)

    return Checked(check, {"type": "number", "minimum": -limit, "maximum": limit})


def _box(value: object) -> tuple[Decimal, ...]:
    """South, west, north, east."""
    parts = value.split(",") if isinstance(value, str) else []
    if len(parts) != 4 or not all(_DEGREES.fullmatch(part) for part in parts):
        raise wrong("地图范围应为：南,西,北,东")
    return tuple(Decimal(part) for part in parts)


def _cursor(value: object) -> tuple[int, int]:
    """The `next` of a page of a search: a sort key and a house's id."""
    match = re.fullmatch(r"([0-9]{1,18})-([0-9]{1,18})", value) if isinstance(value, str) else None
    if match is None:
        raise wrong("翻页标记格式错误")
    return int(match[1]), int(match[2])


def story(min_length: int, said: str, max_length: int = MAX_STORY_CHARACTERS) -> Checked:
    """Text of several lines, of at least `min_length` characters without the white space around it."""

    def check(value: object) -> str:
        with suppress(text_rules.InvisibleText):
            written = text_rules.clean(value) if isinstance(value, str) and value.strip() else ""
            if isinstance(value, str) and min_length <= len(written) <= max_length:
                return written
        raise wrong(said)

    return Checked(check, {"type": "string", "minLength": min_length, "maxLength": max_length})


def optional_line(max_length: int) -> Checked:
    """Text of one line, of at most `max_length` visible characters, or none."""
    line = text(max_length)

    def check(value: object) -> str:
        return "" if value == "" else line.check(value)

    return Checked(check, {"type": "string", "maxLength": max_length})


def _time_of_day(default: str) -> Checked:
    """A full or half hour; empty is `default`, for forms that send every field."""

    def check(value: object) -> str:
        if isinstance(value, str) and _HALF_HOUR.fullmatch(value or default):
            return value or default
        raise wrong("应为整点或半点，例如 15:00")

    return Checked(check, {"type": "string", "pattern": f"^{_HALF_HOUR.pattern}$"})


def _yes_or_no(value: object) -> bool:
    known = {True: True, False: False, "true": True, "false": False, "1": True, "0": False}
    if not isinstance(value, bool | str) or value not in known:
        raise wrong("应为 true 或 false")
    return known[value]


def check_stay(end: date, start: date | None) -> date:
    """The check-out date of a stay that begins on `start`, where that is known.

    Raises PydanticCustomError unless the stay has 1 to MAX_STAY_NIGHTS nights.
    """
    if start and not 1 <= (end - start).days <= MAX_STAY_NIGHTS:
        raise wrong("离店日期应晚于入住日期，且不超过 90 晚")
    return end


_ID = whole_number(1, 10**18 - 1, "编号格式错误", "编号格式错误")
_IDS = Checked(_ids, {"type": "array", "items": {"type": "integer"}, "maxItems": 100})
_FACILITIES = Checked(_facilities, {"type": "array", "items": {"type": "integer"}, "maxItems": 100})
_YUAN = {"type": "string", "pattern": r"^[0-9]{1,6}(\.[0-9]{1,2})?$"}
_CURSOR = {"type": "string", "pattern": "^[0-9]{1,18}-[0-9]{1,18}$"}

Id = Annotated[int, _ID, Field(examples=[7])]
HouseIdField = Annotated[HouseId, _ID, Field(examples=[7])]
ImageIdField = Annotated[ImageId, _ID, Field(examples=[7])]
DraftIdField = Annotated[DraftId, _ID, Field(examples=[7])]
UserIdField = Annotated[UserId, _ID, Field(examples=[7])]
FeedIdField = Annotated[FeedId, _ID, Field(examples=[7])]
OrderIdField = Annotated[OrderId, _ID, Field(examples=[7])]
ImageIds = Annotated[list[ImageId], _IDS, Field(examples=[[9, 7]])]
AreaId = Annotated[int, whole_number(1, _MAX_REFERENCE, "请选择区域", "没有这个区域"), Field(examples=[1])]
FacilityIds = Annotated[list[int], _FACILITIES, Field(examples=[[1, 3]])]
Day = Annotated[date, Checked(_date, {"type": "string", "format": "date"}), Field(examples=["2026-12-24"])]
EndDay = Annotated[Day, Field(examples=["2026-12-26"])]
Amount = Annotated[
    Fen, whole_number(0, _MAX_AMOUNT, "请填写 0–1,000,000 元", "请填写 0–1,000,000 元"), Field(examples=[20000])
]
Price = Annotated[
    Fen, whole_number(1, _MAX_AMOUNT, "请填写 0.01–1,000,000 元", "请填写 0.01–1,000,000 元"), Field(examples=[39900])
]
AmountInYuan = Annotated[Fen, Checked(_amount_in_yuan, _YUAN), Field(examples=["200"])]
PriceInYuan = Annotated[Fen, Checked(_price_in_yuan, _YUAN), Field(examples=["399.00"])]
YesOrNo = Annotated[bool, Checked(_yes_or_no, {"type": "boolean"}), Field(examples=[True])]
Days = Annotated[int, whole_number(1, 365), Field(examples=[1])]
MaxDays = Annotated[int, whole_number(0, 365), Field(examples=[0])]
Rooms = Annotated[int, whole_number(1, 50), Field(examples=[2])]
SquareMetres = Annotated[int, whole_number(1, 10_000), Field(examples=[60])]
GuestCount = Annotated[int, whole_number(1, 100), Field(examples=[4])]
PageNumber = Annotated[int, whole_number(1, 1000), Field(examples=[1])]
PageSize = Annotated[int, whole_number(1, 50), Field(examples=[10])]
Title = Annotated[str, text(64), Field(examples=["南锣鼓巷四合院"])]
Address = Annotated[str, text(128), Field(examples=["南锣鼓巷 15 号"])]
Unit = Annotated[str, text(32), Field(examples=["两室一厅"])]
Beds = Annotated[str, text(64), Field(examples=["双人床 1.8 米 2 张"])]
Description = Annotated[str, story(0, "应为不超过 2000 字的文本"), Field(examples=["步行五分钟到地铁。"])]
Reason = Annotated[str, text(255), Field(examples=["图片与房屋不符"])]
AddressDetail = Annotated[str, optional_line(64), Field(examples=["3 号楼 2 单元 501"])]
HouseRules = Annotated[str, story(0, "应为不超过 1000 字的文本", 1000), Field(examples=["请勿吸烟。"])]
CheckInFrom = Annotated[str, _time_of_day("15:00"), Field(examples=["15:00"])]
CheckOutUntil = Annotated[str, _time_of_day("12:00"), Field(examples=["12:00"])]
BedroomName = Annotated[str, text(32), Field(examples=["主卧"])]
BedMinimum = Annotated[int, whole_number(1, 100), Field(examples=[2])]
BedCount = Annotated[int, whole_number(1, 20), Field(examples=[1])]
SearchText = Annotated[str, text(64), Field(examples=["四合院"])]
Latitude = Annotated[Decimal, _degrees(90, "纬度应为 -90 到 90"), Field(examples=[39.936])]
Longitude = Annotated[Decimal, _degrees(180, "经度应为 -180 到 180"), Field(examples=[116.403])]
MapBounds = Annotated[
    tuple[Decimal, Decimal, Decimal, Decimal],
    Checked(_box, {"type": "string"}),
    Field(examples=["39.9,116.3,40.0,116.5"]),
]
Cursor = Annotated[tuple[int, int], Checked(_cursor, _CURSOR), Field(examples=["39900-7"])]
