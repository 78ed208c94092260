from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.thread_details_view_role import ThreadDetailsViewRole, check_thread_details_view_role

if TYPE_CHECKING:
    from ..models.message_view import MessageView
    from ..models.thread_order_view import ThreadOrderView


T = TypeVar("T", bound="ThreadDetailsView")


@_attrs_define
class ThreadDetailsView:
    """A thread with what belongs to it."""

    thread_id: int
    """ The thread's id. """
    role: ThreadDetailsViewRole
    """ Whether the viewer is its guest (`custom`) or its host (`landlord`). """
    house_id: int
    """ The house it is about. """
    title: str
    """ The house's title. """
    image_url: None | str
    """ The cover of the house; null without one. """
    user_id: int
    """ The other member. """
    user_name: str
    """ The other member's name. """
    user_avatar: None | str
    """ The other member's picture; null without one. """
    unread: int
    """ How many messages of the other member are unread. """
    last: MessageView | None
    """ The last message; null in a new thread. """
    read_id: int
    """ Up to which message the viewer has read. """
    other_read_id: int
    """ Up to which message the other member has read. """
    blocked: bool
    """ Whether the viewer has blocked the other member. """
    order: None | ThreadOrderView
    """ The guest's newest order for the house; null without one. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.message_view import MessageView  # noqa: PLC0415
        from ..models.thread_order_view import ThreadOrderView  # noqa: PLC0415

        thread_id = self.thread_id

        role: str = self.role

        house_id = self.house_id

        title = self.title

        image_url: None | str
        image_url = self.image_url

        user_id = self.user_id

        user_name = self.user_name

        user_avatar: None | str
        user_avatar = self.user_avatar

        unread = self.unread

        last: dict[str, Any] | None
        if isinstance(self.last, MessageView):
            last = self.last.to_dict()
        else:
            last = self.last

        read_id = self.read_id

        other_read_id = self.other_read_id

        blocked = self.blocked

        order: dict[str, Any] | None
        if isinstance(self.order, ThreadOrderView):
            order = self.order.to_dict()
        else:
            order = self.order

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "thread_id": thread_id,
                "role": role,
                "house_id": house_id,
                "title": title,
                "image_url": image_url,
                "user_id": user_id,
                "user_name": user_name,
                "user_avatar": user_avatar,
                "unread": unread,
                "last": last,
                "read_id": read_id,
                "other_read_id": other_read_id,
                "blocked": blocked,
                "order": order,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.message_view import MessageView  # noqa: PLC0415
        from ..models.thread_order_view import ThreadOrderView  # noqa: PLC0415

        d = dict(src_dict)
        thread_id = d.pop("thread_id")

        role = check_thread_details_view_role(d.pop("role"))

        house_id = d.pop("house_id")

        title = d.pop("title")

        def _parse_image_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        image_url = _parse_image_url(d.pop("image_url"))

        user_id = d.pop("user_id")

        user_name = d.pop("user_name")

        def _parse_user_avatar(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_avatar = _parse_user_avatar(d.pop("user_avatar"))

        unread = d.pop("unread")

        def _parse_last(data: object) -> MessageView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_type_0 = MessageView.from_dict(data)

                return last_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MessageView | None, data)

        last = _parse_last(d.pop("last"))

        read_id = d.pop("read_id")

        other_read_id = d.pop("other_read_id")

        blocked = d.pop("blocked")

        def _parse_order(data: object) -> None | ThreadOrderView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                order_type_0 = ThreadOrderView.from_dict(data)

                return order_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ThreadOrderView, data)

        order = _parse_order(d.pop("order"))

        thread_details_view = cls(
            thread_id=thread_id,
            role=role,
            house_id=house_id,
            title=title,
            image_url=image_url,
            user_id=user_id,
            user_name=user_name,
            user_avatar=user_avatar,
            unread=unread,
            last=last,
            read_id=read_id,
            other_read_id=other_read_id,
            blocked=blocked,
            order=order,
        )

        thread_details_view.additional_properties = d
        return thread_details_view

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
