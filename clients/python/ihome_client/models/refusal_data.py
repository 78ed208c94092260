from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.refusal_data_reason import RefusalDataReason, check_refusal_data_reason
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.refusal_data_fields import RefusalDataFields


T = TypeVar("T", bound="RefusalData")


@_attrs_define
class RefusalData:
    """Details of the refusal."""

    fields: RefusalDataFields | Unset = UNSET
    """ What is wrong with each wrong field, by the name that was sent. """
    reason: RefusalDataReason | Unset = UNSET
    """ Tells refusals with the same errno apart. """
    retry_after: int | Unset = UNSET
    """ In how many seconds to try again. """
    captcha: bool | Unset = UNSET
    """ Whether to send the request again with a picture code. """
    request_id: str | Unset = UNSET
    """ Names the case in the server's log. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fields: dict[str, Any] | Unset = UNSET
        if not isinstance(self.fields, Unset):
            fields = self.fields.to_dict()

        reason: str | Unset = UNSET
        if not isinstance(self.reason, Unset):
            reason = self.reason

        retry_after = self.retry_after

        captcha = self.captcha

        request_id = self.request_id

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update({})
        if fields is not UNSET:
            field_dict["fields"] = fields
        if reason is not UNSET:
            field_dict["reason"] = reason
        if retry_after is not UNSET:
            field_dict["retry_after"] = retry_after
        if captcha is not UNSET:
            field_dict["captcha"] = captcha
        if request_id is not UNSET:
            field_dict["request_id"] = request_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.refusal_data_fields import RefusalDataFields  # noqa: PLC0415

        d = dict(src_dict)
        _fields = d.pop("fields", UNSET)
        fields: RefusalDataFields | Unset
        if isinstance(_fields, Unset):
            fields = UNSET
        else:
            fields = RefusalDataFields.from_dict(_fields)

        _reason = d.pop("reason", UNSET)
        reason: RefusalDataReason | Unset
        if isinstance(_reason, Unset):
            reason = UNSET
        else:
            reason = check_refusal_data_reason(_reason)

        retry_after = d.pop("retry_after", UNSET)

        captcha = d.pop("captcha", UNSET)

        request_id = d.pop("request_id", UNSET)

        refusal_data = cls(
            fields=fields,
            reason=reason,
            retry_after=retry_after,
            captcha=captcha,
            request_id=request_id,
        )

        refusal_data.additional_properties = d
        return refusal_data

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
