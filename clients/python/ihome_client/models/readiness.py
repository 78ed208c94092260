from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Readiness")


@_attrs_define
class Readiness:
    """Whether the process can serve requests, condition by condition."""

    database: bool
    """ Whether MariaDB answers. """
    writable: bool
    """ Whether MariaDB takes writes. """
    redis: bool
    """ Whether Redis answers. """
    draining: bool
    """ Whether the process is about to stop. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        database = self.database

        writable = self.writable

        redis = self.redis

        draining = self.draining

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "database": database,
                "writable": writable,
                "redis": redis,
                "draining": draining,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        database = d.pop("database")

        writable = d.pop("writable")

        redis = d.pop("redis")

        draining = d.pop("draining")

        readiness = cls(
            database=database,
            writable=writable,
            redis=redis,
            draining=draining,
        )

        readiness.additional_properties = d
        return readiness

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
