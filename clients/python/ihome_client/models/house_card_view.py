from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HouseCardView")


@_attrs_define
class HouseCardView:
    """A house as lists show it."""

    house_id: int
    """ The house's id. """
    title: str
    """ What the host calls it. """
    price: int
    """ One night, in fen, unless a weekend or dated price applies. """
    area_id: int
    """ The id of its district. """
    area_name: str
    """ The name of its district. """
    address: str
    """ Street or compound, without the door. """
    room_count: int
    """ How many rooms it has. """
    acreage: int
    """ Its size in square metres. """
    capacity: int
    """ How many guests it takes. """
    bed_count: int
    """ How many beds it has. """
    lat: float | None
    """ GCJ-02 latitude in degrees, 150 to 300 metres beside the house for the public; null if the host gave none.
    """
    lng: float | None
    """ GCJ-02 longitude in degrees, as `lat`; null if the host gave none. """
    order_count: int
    """ How many stays have taken place. """
    rating: float | None
    """ The average of all ratings, with one decimal; null without ratings. """
    review_count: int
    """ How many reviews there are. """
    instant: bool
    """ Whether a booking needs no answer of the host: the guest pays at once. """
    image_url: None | str
    """ The cover, 800 pixels wide; null without pictures. """
    user_avatar: None | str
    """ The host's picture; null without one. """
    create_time: datetime.datetime
    """ When it was published. """
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        house_id = self.house_id

        title = self.title

        price = self.price

        area_id = self.area_id

        area_name = self.area_name

        address = self.address

        room_count = self.room_count

        acreage = self.acreage

        capacity = self.capacity

        bed_count = self.bed_count

        lat: float | None
        lat = self.lat

        lng: float | None
        lng = self.lng

        order_count = self.order_count

        rating: float | None
        rating = self.rating

        review_count = self.review_count

        instant = self.instant

        image_url: None | str
        image_url = self.image_url

        user_avatar: None | str
        user_avatar = self.user_avatar

        create_time = self.create_time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "house_id": house_id,
                "title": title,
                "price": price,
                "area_id": area_id,
                "area_name": area_name,
                "address": address,
                "room_count": room_count,
                "acreage": acreage,
                "capacity": capacity,
                "bed_count": bed_count,
                "lat": lat,
                "lng": lng,
                "order_count": order_count,
                "rating": rating,
                "review_count": review_count,
                "instant": instant,
                "image_url": image_url,
                "user_avatar": user_avatar,
                "create_time": create_time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        house_id = d.pop("house_id")

        title = d.pop("title")

        price = d.pop("price")

        area_id = d.pop("area_id")

        area_name = d.pop("area_name")

        address = d.pop("address")

        room_count = d.pop("room_count")

        acreage = d.pop("acreage")

        capacity = d.pop("capacity")

        bed_count = d.pop("bed_count")

        def _parse_lat(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lat = _parse_lat(d.pop("lat"))

        def _parse_lng(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        lng = _parse_lng(d.pop("lng"))

        order_count = d.pop("order_count")

        def _parse_rating(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        rating = _parse_rating(d.pop("rating"))

        review_count = d.pop("review_count")

        instant = d.pop("instant")

        def _parse_image_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        image_url = _parse_image_url(d.pop("image_url"))

        def _parse_user_avatar(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        user_avatar = _parse_user_avatar(d.pop("user_avatar"))

        create_time = datetime.datetime.fromisoformat(d.pop("create_time"))

        house_card_view = cls(
            house_id=house_id,
            title=title,
            price=price,
            area_id=area_id,
            area_name=area_name,
            address=address,
            room_count=room_count,
            acreage=acreage,
            capacity=capacity,
            bed_count=bed_count,
            lat=lat,
            lng=lng,
            order_count=order_count,
            rating=rating,
            review_count=review_count,
            instant=instant,
            image_url=image_url,
            user_avatar=user_avatar,
            create_time=create_time,
        )

        house_card_view.additional_properties = d
        return house_card_view

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
