from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.house_card_view import HouseCardView


T = TypeVar("T", bound="SearchPageView")


@_attrs_define
class SearchPageView:
    """One page of a search."""

    houses: list[HouseCardView]
    """ In the requested order. """
    current_page: int
    """ The number of this page; 1 if `after` was sent. """
    total_page: int
    """ How many pages there are; at most 1000 houses are counted. """
    next_: None | str
    """ The `after` of the next page; null on the last one. """
    house_count: int
    """ How many houses the search finds; at most 1000 are counted. """
    stay_totals: list[int] | None
    """ The total of the stay in each house, in fen, in the order of `houses`; null without both dates. """
    understood_as: None | str
    """ The place for which `q` was understood, because its own words find nothing; otherwise null. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        houses = []
        for houses_item_data in self.houses:
            houses_item = houses_item_data.to_dict()
            houses.append(houses_item)

        current_page = self.current_page

        total_page = self.total_page

        next_: None | str
        next_ = self.next_

        house_count = self.house_count

        stay_totals: list[int] | None
        if isinstance(self.stay_totals, list):
            stay_totals = self.stay_totals

        else:
            stay_totals = self.stay_totals

        understood_as: None | str
        understood_as = self.understood_as

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "houses": houses,
                "current_page": current_page,
                "total_page": total_page,
                "next": next_,
                "house_count": house_count,
                "stay_totals": stay_totals,
                "understood_as": understood_as,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.house_card_view import HouseCardView  # noqa: PLC0415

        d = dict(src_dict)
        houses = []
        _houses = d.pop("houses")
        for houses_item_data in _houses:
            houses_item = HouseCardView.from_dict(houses_item_data)

            houses.append(houses_item)

        current_page = d.pop("current_page")

        total_page = d.pop("total_page")

        def _parse_next_(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        next_ = _parse_next_(d.pop("next"))

        house_count = d.pop("house_count")

        def _parse_stay_totals(data: object) -> list[int] | None:
            if data is None:
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                stay_totals_type_0 = cast(list[int], data)

                return stay_totals_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | None, data)

        stay_totals = _parse_stay_totals(d.pop("stay_totals"))

        def _parse_understood_as(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        understood_as = _parse_understood_as(d.pop("understood_as"))

        search_page_view = cls(
            houses=houses,
            current_page=current_page,
            total_page=total_page,
            next_=next_,
            house_count=house_count,
            stay_totals=stay_totals,
            understood_as=understood_as,
        )

        search_page_view.additional_properties = d
        return search_page_view

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
