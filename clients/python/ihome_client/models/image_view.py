from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.image_view_sizes import ImageViewSizes


T = TypeVar("T", bound="ImageView")


@_attrs_define
class ImageView:
    """A picture of a house."""

    image_id: int
    """ The picture's id. """
    url: None | str
    """ The JPEG file, 800 pixels wide. """
    sizes: ImageViewSizes
    """ The files of each width in pixels; none is wider than the picture that was sent. """
    width: int
    """ The width of the widest file, in pixels. """
    height: int
    """ The height of the widest file, in pixels. """
    blurhash: str
    """ A blurred preview (https://blurha.sh). """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        image_id = self.image_id

        url: None | str
        url = self.url

        sizes = self.sizes.to_dict()

        width = self.width

        height = self.height

        blurhash = self.blurhash

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "image_id": image_id,
                "url": url,
                "sizes": sizes,
                "width": width,
                "height": height,
                "blurhash": blurhash,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_view_sizes import ImageViewSizes  # noqa: PLC0415

        d = dict(src_dict)
        image_id = d.pop("image_id")

        def _parse_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        url = _parse_url(d.pop("url"))

        sizes = ImageViewSizes.from_dict(d.pop("sizes"))

        width = d.pop("width")

        height = d.pop("height")

        blurhash = d.pop("blurhash")

        image_view = cls(
            image_id=image_id,
            url=url,
            sizes=sizes,
            width=width,
            height=height,
            blurhash=blurhash,
        )

        image_view.additional_properties = d
        return image_view

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
