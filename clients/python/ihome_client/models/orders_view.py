from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.order_counts_view import OrderCountsView
    from ..models.order_view import OrderView


T = TypeVar("T", bound="OrdersView")


@_attrs_define
class OrdersView:
    """A page of orders."""

    orders: list[OrderView]
    """ The newest first; in the tabs `upcoming` and `current`, the earliest stay first. """
    next_: int | None
    """ The `after` of the next page; null on the last one. """
    counts: OrderCountsView
    """ How many orders the tabs hold. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        orders = []
        for orders_item_data in self.orders:
            orders_item = orders_item_data.to_dict()
            orders.append(orders_item)

        next_: int | None
        next_ = self.next_

        counts = self.counts.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "orders": orders,
                "next": next_,
                "counts": counts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.order_counts_view import OrderCountsView  # noqa: PLC0415
        from ..models.order_view import OrderView  # noqa: PLC0415

        d = dict(src_dict)
        orders = []
        _orders = d.pop("orders")
        for orders_item_data in _orders:
            orders_item = OrderView.from_dict(orders_item_data)

            orders.append(orders_item)

        def _parse_next_(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        next_ = _parse_next_(d.pop("next"))

        counts = OrderCountsView.from_dict(d.pop("counts"))

        orders_view = cls(
            orders=orders,
            next_=next_,
            counts=counts,
        )

        orders_view.additional_properties = d
        return orders_view

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
