from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PictureUrlsView")


@_attrs_define
class PictureUrlsView:
    """One size of a picture in both formats."""

    webp: None | str
    """ The WebP file. """
    jpeg: None | str
    """ The JPEG file. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        webp: None | str
        webp = self.webp

        jpeg: None | str
        jpeg = self.jpeg

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "webp": webp,
                "jpeg": jpeg,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_webp(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        webp = _parse_webp(d.pop("webp"))

        def _parse_jpeg(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        jpeg = _parse_jpeg(d.pop("jpeg"))

        picture_urls_view = cls(
            webp=webp,
            jpeg=jpeg,
        )

        picture_urls_view.additional_properties = d
        return picture_urls_view

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
