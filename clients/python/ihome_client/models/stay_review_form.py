from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="StayReviewForm")


@_attrs_define
class StayReviewForm:
    """A guest's review of a stay: a comment, a rating, and ratings of single sides of it."""

    comment: str
    """ How the stay was. """
    rating: int
    """ 1 to 5, where 5 is best. """
    version: int | None | Unset = UNSET
    """ The `version` of the order as the client has seen it: the request is refused if the order has changed since.
    """
    cleanliness: int | None | Unset = UNSET
    """ How clean the house was, 1 to 5, where 5 is best. """
    accuracy: int | None | Unset = UNSET
    """ Whether the house was as described. """
    check_in: int | None | Unset = UNSET
    """ How arriving went. """
    communication: int | None | Unset = UNSET
    """ How the host answered. """
    location: int | None | Unset = UNSET
    """ How well the house lies. """
    value: int | None | Unset = UNSET
    """ What the stay was worth for its price. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        comment = self.comment

        rating = self.rating

        version: int | None | Unset
        if isinstance(self.version, Unset):
            version = UNSET
        else:
            version = self.version

        cleanliness: int | None | Unset
        if isinstance(self.cleanliness, Unset):
            cleanliness = UNSET
        else:
            cleanliness = self.cleanliness

        accuracy: int | None | Unset
        if isinstance(self.accuracy, Unset):
            accuracy = UNSET
        else:
            accuracy = self.accuracy

        check_in: int | None | Unset
        if isinstance(self.check_in, Unset):
            check_in = UNSET
        else:
            check_in = self.check_in

        communication: int | None | Unset
        if isinstance(self.communication, Unset):
            communication = UNSET
        else:
            communication = self.communication

        location: int | None | Unset
        if isinstance(self.location, Unset):
            location = UNSET
        else:
            location = self.location

        value: int | None | Unset
        if isinstance(self.value, Unset):
            value = UNSET
        else:
            value = self.value

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "comment": comment,
                "rating": rating,
            }
        )
        if version is not UNSET:
            field_dict["version"] = version
        if cleanliness is not UNSET:
            field_dict["cleanliness"] = cleanliness
        if accuracy is not UNSET:
            field_dict["accuracy"] = accuracy
        if check_in is not UNSET:
            field_dict["check_in"] = check_in
        if communication is not UNSET:
            field_dict["communication"] = communication
        if location is not UNSET:
            field_dict["location"] = location
        if value is not UNSET:
            field_dict["value"] = value

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        comment = d.pop("comment")

        rating = d.pop("rating")

        def _parse_version(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        version = _parse_version(d.pop("version", UNSET))

        def _parse_cleanliness(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        cleanliness = _parse_cleanliness(d.pop("cleanliness", UNSET))

        def _parse_accuracy(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        accuracy = _parse_accuracy(d.pop("accuracy", UNSET))

        def _parse_check_in(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        check_in = _parse_check_in(d.pop("check_in", UNSET))

        def _parse_communication(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        communication = _parse_communication(d.pop("communication", UNSET))

        def _parse_location(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        location = _parse_location(d.pop("location", UNSET))

        def _parse_value(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        value = _parse_value(d.pop("value", UNSET))

        stay_review_form = cls(
            comment=comment,
            rating=rating,
            version=version,
            cleanliness=cleanliness,
            accuracy=accuracy,
            check_in=check_in,
            communication=communication,
            location=location,
            value=value,
        )

        stay_review_form.additional_properties = d
        return stay_review_form

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
