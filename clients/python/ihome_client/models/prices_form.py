from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.prices_form_cancellation_type_0 import PricesFormCancellationType0, check_prices_form_cancellation_type_0
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.price_range_form import PriceRangeForm


T = TypeVar("T", bound="PricesForm")


@_attrs_define
class PricesForm:
    """Prices to change; fields that are left out stay as they are."""

    weekend_price: int | None | Unset = UNSET
    """ The price of Friday and Saturday nights, in fen; null removes it. """
    cleaning_fee: int | None | Unset = UNSET
    """ Added once to every stay, in fen. """
    weekly_discount: int | None | Unset = UNSET
    """ The discount on the nights of a stay of 7 nights or more, in per cent. """
    monthly_discount: int | None | Unset = UNSET
    """ The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one. """
    cancellation: None | PricesFormCancellationType0 | Unset = UNSET
    """ The policy that says how much a guest who cancels gets back. """
    ranges: list[PriceRangeForm] | None | Unset = UNSET
    """ All dated prices; they replace the earlier ones. No two may overlap. """
    expected_ranges: list[PriceRangeForm] | None | Unset = UNSET
    """ The dated prices that the caller knows: if there are others now, nothing is changed (4004). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        weekend_price: int | None | Unset
        if isinstance(self.weekend_price, Unset):
            weekend_price = UNSET
        else:
            weekend_price = self.weekend_price

        cleaning_fee: int | None | Unset
        if isinstance(self.cleaning_fee, Unset):
            cleaning_fee = UNSET
        else:
            cleaning_fee = self.cleaning_fee

        weekly_discount: int | None | Unset
        if isinstance(self.weekly_discount, Unset):
            weekly_discount = UNSET
        else:
            weekly_discount = self.weekly_discount

        monthly_discount: int | None | Unset
        if isinstance(self.monthly_discount, Unset):
            monthly_discount = UNSET
        else:
            monthly_discount = self.monthly_discount

        cancellation: None | str | Unset
        if isinstance(self.cancellation, Unset):
            cancellation = UNSET
        elif isinstance(self.cancellation, str):
            cancellation = self.cancellation
        else:
            cancellation = self.cancellation

        ranges: list[dict[str, Any]] | None | Unset
        if isinstance(self.ranges, Unset):
            ranges = UNSET
        elif isinstance(self.ranges, list):
            ranges = []
            for ranges_type_0_item_data in self.ranges:
                ranges_type_0_item = ranges_type_0_item_data.to_dict()
                ranges.append(ranges_type_0_item)

        else:
            ranges = self.ranges

        expected_ranges: list[dict[str, Any]] | None | Unset
        if isinstance(self.expected_ranges, Unset):
            expected_ranges = UNSET
        elif isinstance(self.expected_ranges, list):
            expected_ranges = []
            for expected_ranges_type_0_item_data in self.expected_ranges:
                expected_ranges_type_0_item = expected_ranges_type_0_item_data.to_dict()
                expected_ranges.append(expected_ranges_type_0_item)

        else:
            expected_ranges = self.expected_ranges

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if weekend_price is not UNSET:
            field_dict["weekend_price"] = weekend_price
        if cleaning_fee is not UNSET:
            field_dict["cleaning_fee"] = cleaning_fee
        if weekly_discount is not UNSET:
            field_dict["weekly_discount"] = weekly_discount
        if monthly_discount is not UNSET:
            field_dict["monthly_discount"] = monthly_discount
        if cancellation is not UNSET:
            field_dict["cancellation"] = cancellation
        if ranges is not UNSET:
            field_dict["ranges"] = ranges
        if expected_ranges is not UNSET:
            field_dict["expected_ranges"] = expected_ranges

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.price_range_form import PriceRangeForm  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_weekend_price(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        weekend_price = _parse_weekend_price(d.pop("weekend_price", UNSET))

        def _parse_cleaning_fee(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        cleaning_fee = _parse_cleaning_fee(d.pop("cleaning_fee", UNSET))

        def _parse_weekly_discount(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        weekly_discount = _parse_weekly_discount(d.pop("weekly_discount", UNSET))

        def _parse_monthly_discount(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        monthly_discount = _parse_monthly_discount(d.pop("monthly_discount", UNSET))

        def _parse_cancellation(data: object) -> None | PricesFormCancellationType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                cancellation_type_0 = check_prices_form_cancellation_type_0(data)

                return cancellation_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PricesFormCancellationType0 | Unset, data)

        cancellation = _parse_cancellation(d.pop("cancellation", UNSET))

        def _parse_ranges(data: object) -> list[PriceRangeForm] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                ranges_type_0 = []
                _ranges_type_0 = data
                for ranges_type_0_item_data in _ranges_type_0:
                    ranges_type_0_item = PriceRangeForm.from_dict(ranges_type_0_item_data)

                    ranges_type_0.append(ranges_type_0_item)

                return ranges_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PriceRangeForm] | None | Unset, data)

        ranges = _parse_ranges(d.pop("ranges", UNSET))

        def _parse_expected_ranges(data: object) -> list[PriceRangeForm] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                expected_ranges_type_0 = []
                _expected_ranges_type_0 = data
                for expected_ranges_type_0_item_data in _expected_ranges_type_0:
                    expected_ranges_type_0_item = PriceRangeForm.from_dict(expected_ranges_type_0_item_data)

                    expected_ranges_type_0.append(expected_ranges_type_0_item)

                return expected_ranges_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[PriceRangeForm] | None | Unset, data)

        expected_ranges = _parse_expected_ranges(d.pop("expected_ranges", UNSET))

        prices_form = cls(
            weekend_price=weekend_price,
            cleaning_fee=cleaning_fee,
            weekly_discount=weekly_discount,
            monthly_discount=monthly_discount,
            cancellation=cancellation,
            ranges=ranges,
            expected_ranges=expected_ranges,
        )

        prices_form.additional_properties = d
        return prices_form

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
