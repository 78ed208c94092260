from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.dropped_filter_view import DroppedFilterView
    from ..models.price_bar_view import PriceBarView


T = TypeVar("T", bound="FacetsView")


@_attrs_define
class FacetsView:
    """Facts about a search, for its filters."""

    house_count: int
    """ How many houses the search finds; at most 1000 are counted. """
    price_histogram: list[PriceBarView]
    """ How many of the newest 10,000 houses the search finds at each price, without its own limits of the price.
    """
    drop: list[DroppedFilterView]
    """ If the search finds nothing: the filters to drop, the most houses first. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        house_count = self.house_count

        price_histogram = []
        for price_histogram_item_data in self.price_histogram:
            price_histogram_item = price_histogram_item_data.to_dict()
            price_histogram.append(price_histogram_item)

        drop = []
        for drop_item_data in self.drop:
            drop_item = drop_item_data.to_dict()
            drop.append(drop_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "house_count": house_count,
                "price_histogram": price_histogram,
                "drop": drop,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.dropped_filter_view import DroppedFilterView  # noqa: PLC0415
        from ..models.price_bar_view import PriceBarView  # noqa: PLC0415

        d = dict(src_dict)
        house_count = d.pop("house_count")

        price_histogram = []
        _price_histogram = d.pop("price_histogram")
        for price_histogram_item_data in _price_histogram:
            price_histogram_item = PriceBarView.from_dict(price_histogram_item_data)

            price_histogram.append(price_histogram_item)

        drop = []
        _drop = d.pop("drop")
        for drop_item_data in _drop:
            drop_item = DroppedFilterView.from_dict(drop_item_data)

            drop.append(drop_item)

        facets_view = cls(
            house_count=house_count,
            price_histogram=price_histogram,
            drop=drop,
        )

        facets_view.additional_properties = d
        return facets_view

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
