from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.rules_view import RulesView


T = TypeVar("T", bound="RulesAnswer")


@_attrs_define
class RulesAnswer:
    errno: Literal[0]
    """ 0 for a success. """
    errmsg: str
    """ The outcome in the reader's language. """
    data: RulesView
    """ Which stays a house accepts, and what further guests pay. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        errno = self.errno

        errmsg = self.errmsg

        data = self.data.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "errno": errno,
                "errmsg": errmsg,
                "data": data,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.rules_view import RulesView  # noqa: PLC0415

        d = dict(src_dict)
        errno = cast(Literal[0], d.pop("errno"))
        if errno != 0:
            raise ValueError(f"errno must match const 0, got '{errno}'")

        errmsg = d.pop("errmsg")

        data = RulesView.from_dict(d.pop("data"))

        rules_answer = cls(
            errno=errno,
            errmsg=errmsg,
            data=data,
        )

        rules_answer.additional_properties = d
        return rules_answer

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
