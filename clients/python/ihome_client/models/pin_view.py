from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PinView")


@_attrs_define
class PinView:
    """A house on a map."""

    house_id: int
    """ The house's id. """
    lat: float
    """ GCJ-02 latitude in degrees, of the public position. """
    lng: float
    """ GCJ-02 longitude in degrees, of the public position. """
    price: int
    """ One night, in fen, unless a weekend or dated price applies. """
    total: int | None
    """ The total of the stay, in fen; null without both dates. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        house_id = self.house_id

        lat = self.lat

        lng = self.lng

        price = self.price

        total: int | None
        total = self.total

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "house_id": house_id,
                "lat": lat,
                "lng": lng,
                "price": price,
                "total": total,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        house_id = d.pop("house_id")

        lat = d.pop("lat")

        lng = d.pop("lng")

        price = d.pop("price")

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))

        pin_view = cls(
            house_id=house_id,
            lat=lat,
            lng=lng,
            price=price,
            total=total,
        )

        pin_view.additional_properties = d
        return pin_view

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
