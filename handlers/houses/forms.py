"""Forms of the endpoints about houses. Money is in fen, except in forms of document 003, which sends yuan."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator

from handlers.api.form_types import EMPTY_IS_NONE, field, whole_number, wrong
from handlers.api.forms import Form, Ruled
from handlers.houses.form_fields import (
    Address,
    AddressDetail,
    Amount,
    AmountInYuan,
    AreaId,
    BedCount,
    BedMinimum,
    BedroomName,
    Beds,
    CheckInFrom,
    CheckOutUntil,
    Cursor,
    Day,
    Days,
    Description,
    EndDay,
    FacilityIds,
    GuestCount,
    HouseIdField,
    HouseRules,
    Id,
    ImageIdField,
    ImageIds,
    Latitude,
    Longitude,
    MapBounds,
    MaxDays,
    PageNumber,
    PageSize,
    Price,
    PriceInYuan,
    Reason,
    Rooms,
    SearchText,
    SquareMetres,
    Title,
    Unit,
    YesOrNo,
    check_stay,
)
from models.houses.bedrooms import BedGroup, BedKind, Bedroom
from models.houses.houses import HouseDraft, ReviewStatus
from models.houses.listings import SearchCursor, SearchFilter, SearchSort
from models.types import HouseId
from services.deps import Deps
from services.errors import Message
from services.houses import hosting
from services.houses.search import SearchRequest

_MAX_FACILITIES = 10
"""A search ignores further facilities."""
_MAX_BEDROOMS, _MAX_BED_GROUPS = 20, 7
_PART = ConfigDict(strict=True, frozen=True, extra="ignore", use_attribute_docstrings=True)
"""Of a form that is a part of another form."""


class HouseIdForm(Form):
    """Names one house."""

    house_id: HouseIdField
    """The house's id."""


class BedGroupForm(BaseModel):
    """So many beds of one kind."""

    model_config = _PART
    kind: BedKind
    """What kind of bed it is; a bunk bed counts as one."""
    count: BedCount
    """How many there are."""


class BedroomForm(BaseModel):
    """A room where guests sleep."""

    model_config = _PART
    name: BedroomName
    """What the host calls it, at most 32 characters."""
    beds: Annotated[list[BedGroupForm], Field(max_length=_MAX_BED_GROUPS, fail_fast=True)]
    """Its beds, by kind."""

    @property
    def bedroom(self) -> Bedroom:
        """The room, for the service."""
        return Bedroom(self.name, tuple(BedGroup(group.kind, group.count) for group in self.beds))


DETAILS = frozenset({"address_detail", "rules", "check_in_from", "check_out_until", "bedrooms", "instant"})
"""The fields of a house that came after release 1.0.0."""


class HouseForm(Ruled):
    """The content of a house."""

    title: Title
    """What the host calls it, at most 64 characters."""
    price: Price
    """One night, in fen, unless a weekend or dated price applies."""
    area_id: AreaId = field("area_id", "district")
    """The id of its district."""
    address: Address
    """Street or compound, at most 128 characters. It is public: the door belongs into `address_detail`."""
    room_count: Rooms
    """How many rooms it has."""
    acreage: SquareMetres
    """Its size in square metres."""
    unit: Unit = field("unit", "house_unit")
    """How it is divided into rooms, at most 32 characters."""
    capacity: GuestCount = field("capacity", "house_capacity")
    """How many guests it takes."""
    beds: Beds
    """Which beds there are, at most 64 characters."""
    deposit: Amount
    """The deposit, in fen."""
    min_days: Days
    """The shortest stay, in nights."""
    max_days: MaxDays
    """The longest stay, in nights; 0 is no limit."""
    facility: FacilityIds = field("facility", "facilities", default_factory=list)
    """The ids of its facilities."""
    description: Description = ""
    """What the host writes about it, at most 2000 characters."""
    lat: Annotated[Latitude | None, EMPTY_IS_NONE] = None
    """GCJ-02 latitude in degrees."""
    lng: Annotated[Longitude | None, EMPTY_IS_NONE] = None
    """GCJ-02 longitude in degrees. The exact position is not public."""
    address_detail: AddressDetail = ""
    """Building, floor and door, at most 64 characters; not public."""
    rules: HouseRules = ""
    """The rules of the house, at most 1000 characters."""
    check_in_from: CheckInFrom = "15:00"
    """The earliest time of arrival, a full or half hour."""
    check_out_until: CheckOutUntil = "12:00"
    """The latest time of departure, a full or half hour."""
    bedrooms: Annotated[list[BedroomForm], Field(max_length=_MAX_BEDROOMS, fail_fast=True)] = Field(
        default_factory=list
    )
    """Where guests sleep; in a form as JSON. Without it, the house has as many beds as rooms."""
    instant: YesOrNo = False
    """Whether a booking needs no answer of the host: the guest pays at once."""

    @field_validator("max_days")
    @classmethod
    def _not_below_the_minimum(cls, value: int, info: ValidationInfo) -> int:
        if 0 < value < info.data.get("min_days", 0):
            raise wrong("最多入住天数应为 0（不限），或不少于最少天数")
        return value

    @property
    def draft(self) -> HouseDraft:
        """The content, for the service."""
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
            address_detail=self.address_detail,
            rules=self.rules,
            check_in_from=self.check_in_from,
            check_out_until=self.check_out_until,
            bedrooms=tuple(room.bedroom for room in self.bedrooms),
            facilities=tuple(self.facility),
            instant=self.instant,
        )

    @staticmethod
    async def broken_rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        return await hosting.wrong_fields(deps, values.get("area_id"), values.get("facility", ()))


class HouseInYuanForm(HouseForm):
    """Document 003 has money in yuan (docs/api-contract.md)."""

    price: PriceInYuan
    """One night, in yuan with at most two decimals."""
    deposit: AmountInYuan
    """The deposit, in yuan with at most two decimals."""


class HouseChangeForm(HouseIdForm, HouseForm):
    """Replaces the content of a house. Details that are left out stay as they are."""

    @property
    def unsent_details(self) -> frozenset[str]:
        """The details of the house that this request does not mention; clients of release 1.0.0 know none."""
        return DETAILS - self.model_fields_set


class HouseStatusForm(HouseIdForm):
    """Shows a house to the public, or hides it."""

    online: YesOrNo
    """Whether the public may see the house, once it is approved."""


class InstantBookingForm(HouseIdForm):
    """Says whether a house can be booked instantly."""

    instant: YesOrNo
    """Whether a booking needs no answer of the host: the guest pays at once."""


class ImageOrderForm(HouseIdForm):
    """Every picture of the house, the cover first."""

    images: ImageIds
    """The ids of all its pictures, each once."""


class ImageIdForm(HouseIdForm):
    """Names one picture of a house."""

    image_id: ImageIdField
    """The picture's id."""


class FavouritesForm(Form):
    """One page of a user's favourites."""

    after: Id | None = None
    """The `next` of the page before."""
    size: PageSize = 20
    """How many houses a page has."""


class HouseReviewForm(HouseIdForm):
    """An admin's decision."""

    approve: YesOrNo
    """Whether the public may see the house."""
    revision: Annotated[int, whole_number(1, 2**32 - 1), Field(examples=[1])]
    """The revision of the content that the admin has seen."""
    reason: Reason | None = None
    """Why it is rejected; the host reads it."""


class InReviewForm(Form):
    """Selects houses by the state of their review."""

    status: ReviewStatus = "pending"
    """The state of their review."""


class SuggestionsForm(Form):
    """What a guest has typed so far."""

    q: SearchText
    """The text."""


class SearchForm(Form):
    """A search; a filter that is left out or empty does not apply."""

    aid: AreaId | None = None
    """The id of a district."""
    sd: Day | None = None
    """The check-in date."""
    ed: EndDay | None = None
    """The check-out date, at most 90 nights later."""
    sk: SearchSort = "new"
    """The newest first, the most booked, the cheapest, or the dearest."""
    p: PageNumber = 1
    """The number of the page."""
    size: PageSize = 10
    """How many houses a page has."""
    after: Cursor | None = None
    """The `next` of the page before; replaces `p`."""
    min_price: Amount | None = None
    """The lowest base price, in fen."""
    max_price: Amount | None = None
    """The highest base price, in fen."""
    capacity: GuestCount | None = None
    """How many guests there are."""
    rooms: Rooms | None = None
    """How many rooms it has at least."""
    beds: BedMinimum | None = None
    """How many beds it has at least."""
    instant: YesOrNo | None = None
    """Only houses that need no answer of their host (`true`), or only the others (`false`)."""
    facilities: FacilityIds = field("facilities", "facility", default_factory=list)
    """The ids of facilities that it has; the first ten count."""
    q: SearchText | None = None
    """Words of its title or address."""
    bounds: MapBounds | None = None
    """A box of GCJ-02 degrees: south,west,north,east. Houses have their public position."""

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
    def request(self) -> SearchRequest:
        """The search, for the service."""
        after = None if self.after is None else SearchCursor(self.after[0], HouseId(self.after[1]))
        return SearchRequest(self._filter, self.q or "", self.sk, self.p, self.size, after)

    @property
    def _filter(self) -> SearchFilter:
        """Every night has to be free; the check-out date is free for the next guest."""
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
            beds=self.beds,
            instant=self.instant,
            facilities=tuple(self.facilities[:_MAX_FACILITIES]),
            box=self.bounds,
        )
