from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.written_review_view import WrittenReviewView


T = TypeVar("T", bound="OrderReviewsView")


@_attrs_define
class OrderReviewsView:
    """The reviews of an order, as far as the viewer may read them."""

    mine: None | WrittenReviewView
    """ The viewer's own; null before it is written. """
    theirs: None | WrittenReviewView
    """ The other party's; null before it is published. """
    they_wrote: bool
    """ Whether the other party has written one, which may be hidden. """
    until: datetime.datetime
    """ Until when reviews are written. Then those that still wait for the other one are published. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.written_review_view import WrittenReviewView  # noqa: PLC0415

        mine: dict[str, Any] | None
        if isinstance(self.mine, WrittenReviewView):
            mine = self.mine.to_dict()
        else:
            mine = self.mine

        theirs: dict[str, Any] | None
        if isinstance(self.theirs, WrittenReviewView):
            theirs = self.theirs.to_dict()
        else:
            theirs = self.theirs

        they_wrote = self.they_wrote

        until = self.until.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "mine": mine,
                "theirs": theirs,
                "they_wrote": they_wrote,
                "until": until,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.written_review_view import WrittenReviewView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_mine(data: object) -> None | WrittenReviewView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                mine_type_0 = WrittenReviewView.from_dict(data)

                return mine_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WrittenReviewView, data)

        mine = _parse_mine(d.pop("mine"))

        def _parse_theirs(data: object) -> None | WrittenReviewView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                theirs_type_0 = WrittenReviewView.from_dict(data)

                return theirs_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | WrittenReviewView, data)

        theirs = _parse_theirs(d.pop("theirs"))

        they_wrote = d.pop("they_wrote")

        until = datetime.datetime.fromisoformat(d.pop("until"))

        order_reviews_view = cls(
            mine=mine,
            theirs=theirs,
            they_wrote=they_wrote,
            until=until,
        )

        order_reviews_view.additional_properties = d
        return order_reviews_view

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
