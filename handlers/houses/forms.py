"""What the endpoints about houses ask for. Money is in fen, except where a document's form sends yuan."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import ValidationInfo, field_validator

from handlers.api.form_types import EMPTY_IS_NONE, field, text, whole, wrong
from handlers.api.forms import Form, Ruled
from handlers.houses.form_fields import (
    Amount,
    AmountInYuan,
    AreaId,
    Cursor,
    Day,
    Days,
    FacilityIds,
    HouseIdField,
    ImageIdField,
    ImageIds,
    Latitude,
    Longitude,
    MapBounds,
    Price,
    PriceInYuan,
    YesOrNo,
    check_stay,
    story,
)
from models.houses.houses import HouseDraft, ReviewStatus
from models.houses.listings import SearchCursor, SearchFilter, SearchSort
from models.types import HouseId
from services.deps import Deps
from services.errors import Message
from services.houses import hosting


class HouseIdForm(Form):
    """Names one house."""

    house_id: HouseIdField


class HouseForm(Ruled):
    """What a host writes about a house. Money is in fen, stays are in days, `max_days` 0 is no limit."""

    title: Annotated[str, text(64)]
    price: Price
    area_id: AreaId = field("area_id", "district")
    address: Annotated[str, text(128)]
    room_count: Annotated[int, whole(1, 50)]
    acreage: Annotated[int, whole(1, 10_000)]
    unit: Annotated[str, text(32)] = field("unit", "house_unit")
    capacity: Annotated[int, whole(1, 100)] = field("capacity", "house_capacity")
    beds: Annotated[str, text(64)]
    deposit: Amount
    min_days: Days
    max_days: Annotated[int, whole(0, 365)]
    facility: FacilityIds = field("facility", "facilities", default_factory=list)
    description: Annotated[str, story(0, "应为不超过 2000 字的文本")] = ""
    lat: Annotated[Latitude | None, EMPTY_IS_NONE] = None
    lng: Annotated[Longitude | None, EMPTY_IS_NONE] = None

    @field_validator("max_days")
    @classmethod
    def _not_below_the_minimum(cls, value: int, info: ValidationInfo) -> int:
        if 0 < value < info.data.get("min_days", 0):
            raise wrong("最多入住天数应为 0（不限），或不少于最少天数")
        return value

    @property
    def draft(self) -> HouseDraft:
        return HouseDraft(
            title=self.title,
            price=self.price,
            area_id=self.area_id,
            address=self.address,
            room_count=self.room_count,
            acreage=self.acreage,
            unit=self.unit,
            capacity=self.capacity,
            beds=self.beds,
            deposit=self.deposit,
            min_days=self.min_days,
            max_days=self.max_days,
            description=self.description,
            lat=self.lat,
            lng=self.lng,
            facilities=tuple(self.facility),
        )

    @staticmethod
    async def rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        return await hosting.wrong_fields(deps, values.get("area_id"), values.get("facility", ()))


class HouseInYuanForm(HouseForm):
    """As document 003 has it: money is in yuan."""

    price: PriceInYuan
    deposit: AmountInYuan


class HouseChangeForm(HouseIdForm, HouseForm):
    """Replaces everything that the host has written."""


class HouseStatusForm(HouseIdForm):
    """Shows a house to the public, or hides it."""

    online: YesOrNo


class ImageOrderForm(HouseIdForm):
    """Every picture of the house, the cover first."""

    images: ImageIds


class ImageIdForm(HouseIdForm):
    """Names one picture of a house."""

    image_id: ImageIdField


class HouseReviewForm(HouseIdForm):
    """An admin's decision. `revision` is that of the content which the admin has seen; the host reads `reason`."""

    approve: YesOrNo
    revision: Annotated[int, whole(1, 2**32 - 1)]
    reason: Annotated[str, text(255)] | None = None


class InReviewForm(Form):
    """Which houses an admin asks for."""

    status: ReviewStatus = "pending"


class SearchForm(Form):
    """A search: `aid` is an area, `sd` and `ed` are the check-in and check-out dates, `sk` the sort, `p` the page.

    `after` is the `next` of the page before. Prices are in fen, `bounds` is south,west,north,east.
    """

    aid: AreaId | None = None
    sd: Day | None = None
    ed: Day | None = None
    sk: SearchSort = "new"
    p: Annotated[int, whole(1, 1000)] = 1
    size: Annotated[int, whole(1, 50)] = 10
    after: Cursor | None = None
    min_price: Amount | None = None
    max_price: Amount | None = None
    capacity: Annotated[int, whole(1, 100)] | None = None
    rooms: Annotated[int, whole(1, 50)] | None = None
    facilities: FacilityIds = field("facilities", "facility", default_factory=list)
    q: Annotated[str, text(64)] | None = None
    bounds: MapBounds | None = None

    @field_validator("*", mode="wrap")
    @classmethod
    def _empty_is_absent(cls, value: Any, handler: Any, info: ValidationInfo) -> Any:
        """Forms of older pages send every field, empty where it says nothing."""
        if value == "" and info.field_name is not None:
            return cls.model_fields[info.field_name].get_default(call_default_factory=True)
        return handler(value)

    @field_validator("ed")
    @classmethod
    def _after_the_start(cls, value: date | None, info: ValidationInfo) -> date | None:
        return value and check_stay(value, info.data.get("sd"))

    @property
    def cursor(self) -> SearchCursor | None:
        return None if self.after is None else SearchCursor(self.after[0], HouseId(self.after[1]))

    @property
    def search_filter(self) -> SearchFilter:
        """The check-out date is free for the next guest."""
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
