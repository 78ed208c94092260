from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="HouseForm")


@_attrs_define
class HouseForm:
    """The content of a house."""

    title: str
    """ What the host calls it, at most 64 characters. """
    price: int
    """ One night, in fen, unless a weekend or dated price applies. """
    area_id: int
    """ The id of its district. """
    address: str
    """ Street and number, at most 128 characters. """
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
    """ GCJ-02 longitude in degrees. """
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

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
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

        house_form = cls(
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
        )

        house_form.additional_properties = d
        return house_form

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
