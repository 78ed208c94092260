from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.message_view_kind import MessageViewKind, check_message_view_kind

if TYPE_CHECKING:
    from ..models.image_view import ImageView
    from ..models.link_view import LinkView


T = TypeVar("T", bound="MessageView")


@_attrs_define
class MessageView:
    """A message; or a line of the platform about an order."""

    message_id: int
    """ The message's id. Later messages of a thread have higher ids. """
    kind: MessageViewKind
    """ Whether a member wrote it, or the platform did. """
    mine: bool
    """ Whether the viewer has sent it. """
    text: str
    """ What it says: always text, never HTML. A line of the platform is in the reader's language. """
    images: list[ImageView]
    """ Its pictures, in the order of their upload. """
    links: list[LinkView]
    """ The http and https addresses of the text, in order; empty until an order between the two is paid. """
    warning: bool
    """ Whether it seems to hold contact data or a link, and was sent before anything was paid: both are warned. """
    client_id: None | str
    """ The id that the viewer gave it; null for messages of others. """
    event: None | str
    """ The event of a line of the platform; null for messages. """
    order_id: int | None
    """ The order that a line of the platform is about; null for messages. """
    time: datetime.datetime
    """ When it was sent. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        message_id = self.message_id

        kind: str = self.kind

        mine = self.mine

        text = self.text

        images = []
        for images_item_data in self.images:
            images_item = images_item_data.to_dict()
            images.append(images_item)

        links = []
        for links_item_data in self.links:
            links_item = links_item_data.to_dict()
            links.append(links_item)

        warning = self.warning

        client_id: None | str
        client_id = self.client_id

        event: None | str
        event = self.event

        order_id: int | None
        order_id = self.order_id

        time = self.time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "message_id": message_id,
                "kind": kind,
                "mine": mine,
                "text": text,
                "images": images,
                "links": links,
                "warning": warning,
                "client_id": client_id,
                "event": event,
                "order_id": order_id,
                "time": time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.image_view import ImageView  # noqa: PLC0415
        from ..models.link_view import LinkView  # noqa: PLC0415

        d = dict(src_dict)
        message_id = d.pop("message_id")

        kind = check_message_view_kind(d.pop("kind"))

        mine = d.pop("mine")

        text = d.pop("text")

        images = []
        _images = d.pop("images")
        for images_item_data in _images:
            images_item = ImageView.from_dict(images_item_data)

            images.append(images_item)

        links = []
        _links = d.pop("links")
        for links_item_data in _links:
            links_item = LinkView.from_dict(links_item_data)

            links.append(links_item)

        warning = d.pop("warning")

        def _parse_client_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        client_id = _parse_client_id(d.pop("client_id"))

        def _parse_event(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        event = _parse_event(d.pop("event"))

        def _parse_order_id(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        order_id = _parse_order_id(d.pop("order_id"))

        time = datetime.datetime.fromisoformat(d.pop("time"))

        message_view = cls(
            message_id=message_id,
            kind=kind,
            mine=mine,
            text=text,
            images=images,
            links=links,
            warning=warning,
            client_id=client_id,
            event=event,
            order_id=order_id,
            time=time,
        )

        message_view.additional_properties = d
        return message_view

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
