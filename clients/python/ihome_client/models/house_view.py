from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.house_view_cancellation import HouseViewCancellation, check_house_view_cancellation

if TYPE_CHECKING:
    from ..models.bedroom_view import BedroomView
    from ..models.category_rating_view import CategoryRatingView
    from ..models.facility_view import FacilityView
    from ..models.guest_review_view import GuestReviewView
    from ..models.image_view import ImageView
    from ..models.rating_count_view import RatingCountView
    from ..models.rules_view import RulesView


T = TypeVar("T", bound="HouseView")


@_attrs_define
class HouseView:
    """A house with its reviews."""

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
    user_id: int
    """ The host's id. """
    user_name: str
    """ The host's name. """
    beds: str
    """ Which beds there are. """
    unit: str
    """ How it is divided into rooms. """
    deposit: int
    """ The deposit, in fen. """
    min_days: int
    """ The shortest stay, in nights. """
    max_days: int
    """ The longest stay, in nights; 0 is no limit. """
    description: str
    """ What the host writes about it; may be empty. """
    bedrooms: list[BedroomView]
    """ Where guests sleep; may be empty. """
    rules: str
    """ The rules of the house; may be empty. """
    stay_rules: RulesView
    """ Which stays a house accepts, and what further guests pay. """
    check_in_from: str
    """ The earliest time of arrival. """
    check_out_until: str
    """ The latest time of departure. """
    weekend_price: int | None
    """ The price of Friday and Saturday nights, in fen; null if they cost `price`. """
    cleaning_fee: int
    """ Added once to every stay, in fen. """
    cancellation: HouseViewCancellation
    """ The policy that says how much a guest who cancels gets back. """
    datum: Literal["gcj02"]
    """ The datum of `lat` and `lng`. """
    images: list[ImageView]
    """ In the host's order; the first is the cover. """
    facilities: list[FacilityView]
    """ By id. """
    reviews: list[GuestReviewView]
    """ The newest 20. """
    rating_breakdown: list[RatingCountView]
    """ How many reviews gave 5, 4, 3, 2 stars and 1 star. """
    category_ratings: list[CategoryRatingView]
    """ The averages of what guests have rated by itself; without those that nobody has rated. """
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

        user_id = self.user_id

        user_name = self.user_name

        beds = self.beds

        unit = self.unit

        deposit = self.deposit

        min_days = self.min_days

        max_days = self.max_days

        description = self.description

        bedrooms = []
        for bedrooms_item_data in self.bedrooms:
            bedrooms_item = bedrooms_item_data.to_dict()
            bedrooms.append(bedrooms_item)

        rules = self.rules

        stay_rules = self.stay_rules.to_dict()

        check_in_from = self.check_in_from

        check_out_until = self.check_out_until

        weekend_price: int | None
        weekend_price = self.weekend_price

        cleaning_fee = self.cleaning_fee

        cancellation: str = self.cancellation

        datum = self.datum

        images = []
        for images_item_data in self.images:
            images_item = images_item_data.to_dict()
            images.append(images_item)

        facilities = []
        for facilities_item_data in self.facilities:
            facilities_item = facilities_item_data.to_dict()
            facilities.append(facilities_item)

        reviews = []
        for reviews_item_data in self.reviews:
            reviews_item = reviews_item_data.to_dict()
            reviews.append(reviews_item)

        rating_breakdown = []
        for rating_breakdown_item_data in self.rating_breakdown:
            rating_breakdown_item = rating_breakdown_item_data.to_dict()
            rating_breakdown.append(rating_breakdown_item)

        category_ratings = []
        for category_ratings_item_data in self.category_ratings:
            category_ratings_item = category_ratings_item_data.to_dict()
            category_ratings.append(category_ratings_item)

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
                "user_id": user_id,
                "user_name": user_name,
                "beds": beds,
                "unit": unit,
                "deposit": deposit,
                "min_days": min_days,
                "max_days": max_days,
                "description": description,
                "bedrooms": bedrooms,
                "rules": rules,
                "stay_rules": stay_rules,
                "check_in_from": check_in_from,
                "check_out_until": check_out_until,
                "weekend_price": weekend_price,
                "cleaning_fee": cleaning_fee,
                "cancellation": cancellation,
                "datum": datum,
                "images": images,
                "facilities": facilities,
                "reviews": reviews,
                "rating_breakdown": rating_breakdown,
                "category_ratings": category_ratings,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.bedroom_view import BedroomView  # noqa: PLC0415
        from ..models.category_rating_view import CategoryRatingView  # noqa: PLC0415
        from ..models.facility_view import FacilityView  # noqa: PLC0415
        from ..models.guest_review_view import GuestReviewView  # noqa: PLC0415
        from ..models.image_view import ImageView  # noqa: PLC0415
        from ..models.rating_count_view import RatingCountView  # noqa: PLC0415
        from ..models.rules_view import RulesView  # noqa: PLC0415

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

        user_id = d.pop("user_id")

        user_name = d.pop("user_name")

        beds = d.pop("beds")

        unit = d.pop("unit")

        deposit = d.pop("deposit")

        min_days = d.pop("min_days")

        max_days = d.pop("max_days")

        description = d.pop("description")

        bedrooms = []
        _bedrooms = d.pop("bedrooms")
        for bedrooms_item_data in _bedrooms:
            bedrooms_item = BedroomView.from_dict(bedrooms_item_data)

            bedrooms.append(bedrooms_item)

        rules = d.pop("rules")

        stay_rules = RulesView.from_dict(d.pop("stay_rules"))

        check_in_from = d.pop("check_in_from")

        check_out_until = d.pop("check_out_until")

        def _parse_weekend_price(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        weekend_price = _parse_weekend_price(d.pop("weekend_price"))

        cleaning_fee = d.pop("cleaning_fee")

        cancellation = check_house_view_cancellation(d.pop("cancellation"))

        datum = cast(Literal["gcj02"], d.pop("datum"))
        if datum != "gcj02":
            raise ValueError(f"datum must match const 'gcj02', got '{datum}'")

        images = []
        _images = d.pop("images")
        for images_item_data in _images:
            images_item = ImageView.from_dict(images_item_data)

            images.append(images_item)

        facilities = []
        _facilities = d.pop("facilities")
        for facilities_item_data in _facilities:
            facilities_item = FacilityView.from_dict(facilities_item_data)

            facilities.append(facilities_item)

        reviews = []
        _reviews = d.pop("reviews")
        for reviews_item_data in _reviews:
            reviews_item = GuestReviewView.from_dict(reviews_item_data)

            reviews.append(reviews_item)

        rating_breakdown = []
        _rating_breakdown = d.pop("rating_breakdown")
        for rating_breakdown_item_data in _rating_breakdown:
            rating_breakdown_item = RatingCountView.from_dict(rating_breakdown_item_data)

            rating_breakdown.append(rating_breakdown_item)

        category_ratings = []
        _category_ratings = d.pop("category_ratings")
        for category_ratings_item_data in _category_ratings:
            category_ratings_item = CategoryRatingView.from_dict(category_ratings_item_data)

            category_ratings.append(category_ratings_item)

        house_view = cls(
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
            user_id=user_id,
            user_name=user_name,
            beds=beds,
            unit=unit,
            deposit=deposit,
            min_days=min_days,
            max_days=max_days,
            description=description,
            bedrooms=bedrooms,
            rules=rules,
            stay_rules=stay_rules,
            check_in_from=check_in_from,
            check_out_until=check_out_until,
            weekend_price=weekend_price,
            cleaning_fee=cleaning_fee,
            cancellation=cancellation,
            datum=datum,
            images=images,
            facilities=facilities,
            reviews=reviews,
            rating_breakdown=rating_breakdown,
            category_ratings=category_ratings,
        )

        house_view.additional_properties = d
        return house_view

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
