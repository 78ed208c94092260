from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.prices_view_cancellation import PricesViewCancellation, check_prices_view_cancellation

if TYPE_CHECKING:
    from ..models.price_range_view import PriceRangeView


T = TypeVar("T", bound="PricesView")


@_attrs_define
class PricesView:
    """What a house costs."""

    price: int
    """ The base price of a night, in fen. """
    weekend_price: int | None
    """ The price of Friday and Saturday nights, in fen; null if they cost the base price. """
    cleaning_fee: int
    """ Added once to every stay, in fen. """
    weekly_discount: int
    """ The discount on the nights of a stay of 7 nights or more, in per cent. """
    monthly_discount: int
    """ The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one. """
    cancellation: PricesViewCancellation
    """ The policy that says how much a guest who cancels gets back. """
    ranges: list[PriceRangeView]
    """ Dated prices of the coming year, in order; no two overlap. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        price = self.price

        weekend_price: int | None
        weekend_price = self.weekend_price

        cleaning_fee = self.cleaning_fee

        weekly_discount = self.weekly_discount

        monthly_discount = self.monthly_discount

        cancellation: str = self.cancellation

        ranges = []
        for ranges_item_data in self.ranges:
            ranges_item = ranges_item_data.to_dict()
            ranges.append(ranges_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "price": price,
                "weekend_price": weekend_price,
                "cleaning_fee": cleaning_fee,
                "weekly_discount": weekly_discount,
                "monthly_discount": monthly_discount,
                "cancellation": cancellation,
                "ranges": ranges,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.price_range_view import PriceRangeView  # noqa: PLC0415

        d = dict(src_dict)
        price = d.pop("price")

        def _parse_weekend_price(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        weekend_price = _parse_weekend_price(d.pop("weekend_price"))

        cleaning_fee = d.pop("cleaning_fee")

        weekly_discount = d.pop("weekly_discount")

        monthly_discount = d.pop("monthly_discount")

        cancellation = check_prices_view_cancellation(d.pop("cancellation"))

        ranges = []
        _ranges = d.pop("ranges")
        for ranges_item_data in _ranges:
            ranges_item = PriceRangeView.from_dict(ranges_item_data)

            ranges.append(ranges_item)

        prices_view = cls(
            price=price,
            weekend_price=weekend_price,
            cleaning_fee=cleaning_fee,
            weekly_discount=weekly_discount,
            monthly_discount=monthly_discount,
            cancellation=cancellation,
            ranges=ranges,
        )

        prices_view.additional_properties = d
        return prices_view

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
