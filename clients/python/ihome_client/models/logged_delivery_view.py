from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.attempt_view import AttemptView
    from ..models.delivery_view import DeliveryView


T = TypeVar("T", bound="LoggedDeliveryView")


@_attrs_define
class LoggedDeliveryView:
    """A delivery with its body and its attempts."""

    delivery: DeliveryView
    """ An event on its way to a webhook. """
    body: str
    """ The body that is sent, byte for byte. """
    attempts: list[AttemptView]
    """ The newest first; 50 at most. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        delivery = self.delivery.to_dict()

        body = self.body

        attempts = []
        for attempts_item_data in self.attempts:
            attempts_item = attempts_item_data.to_dict()
            attempts.append(attempts_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "delivery": delivery,
                "body": body,
                "attempts": attempts,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.attempt_view import AttemptView  # noqa: PLC0415
        from ..models.delivery_view import DeliveryView  # noqa: PLC0415

        d = dict(src_dict)
        delivery = DeliveryView.from_dict(d.pop("delivery"))

        body = d.pop("body")

        attempts = []
        _attempts = d.pop("attempts")
        for attempts_item_data in _attempts:
            attempts_item = AttemptView.from_dict(attempts_item_data)

            attempts.append(attempts_item)

        logged_delivery_view = cls(
            delivery=delivery,
            body=body,
            attempts=attempts,
        )

        logged_delivery_view.additional_properties = d
        return logged_delivery_view

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
