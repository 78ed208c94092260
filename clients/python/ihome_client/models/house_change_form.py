from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.bedroom_form import BedroomForm


T = TypeVar("T", bound="HouseChangeForm")


@_attrs_define
class HouseChangeForm:
    """Replaces the content of a house. Details that are left out stay as they are."""

    title: str
    """ What the host calls it, at most 64 characters. """
    price: int
    """ One night, in fen, unless a weekend or dated price applies. """
    area_id: int
    """ The id of its district. """
    address: str
    """ Street or compound, at most 128 characters. It is public: the door belongs into `address_detail`. """
    room_count: int
    """ How many rooms it has. """
    acreage: int
    """ Its size in square metres. """
    unit: str
    """ How it is divided into rooms, at most 32 characters. """
    capacity: int
    """ How many guests it takes. """
    beds: str
    """ Which beds there are, at most 64 characters. """
    deposit: int
    """ The deposit, in fen. """
    min_days: int
    """ The shortest stay, in nights. """
    max_days: int
    """ The longest stay, in nights; 0 is no limit. """
    facility: list[int] | Unset = UNSET
    """ The ids of its facilities. """
    description: str | Unset = ""
    """ What the host writes about it, at most 2000 characters. """
    lat: float | None | Unset = UNSET
    """ GCJ-02 latitude in degrees. """
    lng: float | None | Unset = UNSET
    """ GCJ-02 longitude in degrees. The exact position is not public. """
    address_detail: str | Unset = ""
    """ Building, floor and door, at most 64 characters; not public. """
    rules: str | Unset = ""
    """ The rules of the house, at most 1000 characters. """
    check_in_from: str | Unset = "15:00"
    """ The earliest time of arrival, a full or half hour. """
    check_out_until: str | Unset = "12:00"
    """ The latest time of departure, a full or half hour. """
    bedrooms: list[BedroomForm] | Unset = UNSET
    """ Where guests sleep; in a form as JSON. Without it, the house has as many beds as rooms. """
    instant: bool | Unset = False
    """ Whether a booking needs no answer of the host: the guest pays at once. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        price = self.price

        area_id = self.area_id

        address = self.address

        room_count = self.room_count

        acreage = self.acreage

        unit = self.unit

        capacity = self.capacity

        beds = self.beds

        deposit = self.deposit

        min_days = self.min_days

        max_days = self.max_days

        facility: list[int] | Unset = UNSET
        if not isinstance(self.facility, Unset):
            facility = self.facility

        description = self.description

        lat: float | None | Unset
        if isinstance(self.lat, Unset):
            lat = UNSET
        else:
            lat = self.lat

        lng: float | None | Unset
        if isinstance(self.lng, Unset):
            lng = UNSET
        else:
            lng = self.lng

        address_detail = self.address_detail

        rules = self.rules

        check_in_from = self.check_in_from

        check_out_until = self.check_out_until

        bedrooms: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.bedrooms, Unset):
            bedrooms = []
            for bedrooms_item_data in self.bedrooms:
                bedrooms_item = bedrooms_item_data.to_dict()
                bedrooms.append(bedrooms_item)

        instant = self.instant

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "title": title,
                "price": price,
                "area_id": area_id,
                "address": address,
                "room_count": room_count,
                "acreage": acreage,
                "unit": unit,
                "capacity": capacity,
                "beds": beds,
                "deposit": deposit,
                "min_days": min_days,
                "max_days": max_days,
            }
        )
        if facility is not UNSET:
            field_dict["facility"] = facility
        if description is not UNSET:
            field_dict["description"] = description
        if lat is not UNSET:
            field_dict["lat"] = lat
        if lng is not UNSET:
            field_dict["lng"] = lng
        if address_detail is not UNSET:
            field_dict["address_detail"] = address_detail
        if rules is not UNSET:
            field_dict["rules"] = rules
        if check_in_from is not UNSET:
            field_dict["check_in_from"] = check_in_from
        if check_out_until is not UNSET:
            field_dict["check_out_until"] = check_out_until
        if bedrooms is not UNSET:
            field_dict["bedrooms"] = bedrooms
        if instant is not UNSET:
            field_dict["instant"] = instant

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bedroom_form import BedroomForm  # noqa: PLC0415

        d = dict(src_dict)
        title = d.pop("title")

        price = d.pop("price")

        area_id = d.pop("area_id")

        address = d.pop("address")

        room_count = d.pop("room_count")

        acreage = d.pop("acreage")

        unit = d.pop("unit")

        capacity = d.pop("capacity")

        beds = d.pop("beds")

        deposit = d.pop("deposit")

        min_days = d.pop("min_days")

        max_days = d.pop("max_days")

        facility = cast(list[int], d.pop("facility", UNSET))

        description = d.pop("description", UNSET)

        def _parse_lat(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        lat = _parse_lat(d.pop("lat", UNSET))

        def _parse_lng(data: object) -> float | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | None | Unset, data)

        lng = _parse_lng(d.pop("lng", UNSET))

        address_detail = d.pop("address_detail", UNSET)

        rules = d.pop("rules", UNSET)

        check_in_from = d.pop("check_in_from", UNSET)

        check_out_until = d.pop("check_out_until", UNSET)

        _bedrooms = d.pop("bedrooms", UNSET)
        bedrooms: list[BedroomForm] | Unset = UNSET
        if _bedrooms is not UNSET:
            bedrooms = []
            for bedrooms_item_data in _bedrooms:
                bedrooms_item = BedroomForm.from_dict(bedrooms_item_data)

                bedrooms.append(bedrooms_item)

        instant = d.pop("instant", UNSET)

        house_change_form = cls(
            title=title,
            price=price,
            area_id=area_id,
            address=address,
            room_count=room_count,
            acreage=acreage,
            unit=unit,
            capacity=capacity,
            beds=beds,
            deposit=deposit,
            min_days=min_days,
            max_days=max_days,
            facility=facility,
            description=description,
            lat=lat,
            lng=lng,
            address_detail=address_detail,
            rules=rules,
            check_in_from=check_in_from,
            check_out_until=check_out_until,
            bedrooms=bedrooms,
            instant=instant,
        )

        house_change_form.additional_properties = d
        return house_change_form

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
