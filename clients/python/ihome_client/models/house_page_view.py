from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.house_view import HouseView
    from ..models.own_house_view import OwnHouseView


T = TypeVar("T", bound="HousePageView")


@_attrs_define
class HousePageView:
    """A house's page."""

    house: HouseView | OwnHouseView
    """ The house; its host also reads the door, the exact position, and the state of its review. """
    is_owner: bool
    """ Whether the house is the viewer's own. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.house_view import HouseView  # noqa: PLC0415

        house: dict[str, Any]
        if isinstance(self.house, HouseView):
            house = self.house.to_dict()
        else:
            house = self.house.to_dict()

        is_owner = self.is_owner

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "house": house,
                "is_owner": is_owner,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.house_view import HouseView  # noqa: PLC0415
        from ..models.own_house_view import OwnHouseView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_house(data: object) -> HouseView | OwnHouseView:
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                house_type_0 = HouseView.from_dict(data)

                return house_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            house_type_1 = OwnHouseView.from_dict(data)

            return house_type_1

        house = _parse_house(d.pop("house"))

        is_owner = d.pop("is_owner")

        house_page_view = cls(
            house=house,
            is_owner=is_owner,
        )

        house_page_view.additional_properties = d
        return house_page_view

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
