from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.order_action_form_action import OrderActionFormAction, check_order_action_form_action
from ..types import UNSET, Unset

T = TypeVar("T", bound="OrderActionForm")


@_attrs_define
class OrderActionForm:
    """An action on an order."""

    action: OrderActionFormAction
    """ One of the order's `actions`. """
    version: int | None | Unset = UNSET
    """ The `version` of the order as the client has seen it: the request is refused if the order has changed since.
    """
    reason: None | str | Unset = UNSET
    """ Why the host rejects the order; required for `reject`. """
    refund: int | None | Unset = UNSET
    """ For `cancel`: the `refund_today` that the client has shown, 0 for null; the request is refused if it has
    changed
    since. """
    phone: bool | Unset = False
    """ For `pay`: whether to answer the address of the payment page for phones. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        action: str = self.action

        version: int | None | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        reason: None | str | Unset
        if isinstance(self.reason, Unset):
            reason = UNSET
        else:
            reason = self.reason

        refund: int | None | Unset
        if isinstance(self.refund, Unset):
            refund = UNSET
        else:
            refund = self.refund

        phone = self.phone

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "action": action,
            }
        )
        if version is not UNSET:
            field_dict["version"] = version
        if reason is not UNSET:
            field_dict["reason"] = reason
        if refund is not UNSET:
            field_dict["refund"] = refund
        if phone is not UNSET:
            field_dict["phone"] = phone

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        action = check_order_action_form_action(d.pop("action"))

        def _parse_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        version = _parse_version(d.pop("version", UNSET))

        def _parse_reason(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        reason = _parse_reason(d.pop("reason", UNSET))

        def _parse_refund(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        refund = _parse_refund(d.pop("refund", UNSET))

        phone = d.pop("phone", UNSET)

        order_action_form = cls(
            action=action,
            version=version,
            reason=reason,
            refund=refund,
            phone=phone,
        )

        order_action_form.additional_properties = d
        return order_action_form

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
