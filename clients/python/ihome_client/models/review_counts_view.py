from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReviewCountsView")


@_attrs_define
class ReviewCountsView:
    """How many houses are in each state of review; counting stops at 1000."""

    pending: int
    """ Houses that wait for an admin: online, and with at least three pictures. """
    approved: int
    """ Houses that the public may see. """
    rejected: int
    """ Houses that an admin has rejected. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pending = self.pending

        approved = self.approved

        rejected = self.rejected

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pending": pending,
                "approved": approved,
                "rejected": rejected,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pending = d.pop("pending")

        approved = d.pop("approved")

        rejected = d.pop("rejected")

        review_counts_view = cls(
            pending=pending,
            approved=approved,
            rejected=rejected,
        )

        review_counts_view.additional_properties = d
        return review_counts_view

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
