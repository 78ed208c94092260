"""A house for search engines: JSON-LD of schema.org's VacationRental.

The fields are those of https://developers.google.com/search/docs/appearance/structured-data/vacation-rental.
"""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urljoin

Translate = Callable[[str], str]
_MAX_REVIEWS = 5
_BEDS = {"single": "Single", "double": "Double", "queen": "Queen", "bunk": "Bunk", "sofa": "SofaBed"}


def vacation_rental(house: Mapping[str, Any], site: str, url: str, translate: Translate) -> dict[str, Any]:
    """The data of a house's page, from its JSON. `site` is the address of the platform, `url` that of the page.

    The position is the public one.
    """
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "VacationRental",
        "additionalType": "EntirePlace",
        "identifier": f"ihome-{house['house_id']}",
        "url": url,
        "name": house["title"],
        "description": house["description"] or house["title"],
        "image": [urljoin(site, image["sizes"]["1600"]["jpeg"]) for image in house["images"]],
        "address": _address(house, translate),
        "checkinTime": f"{house['check_in_from']}:00+08:00",
        "checkoutTime": f"{house['check_out_until']}:00+08:00",
        "containsPlace": _accommodation(house, translate),
        "petsAllowed": any(each["name"] == "允许带宠物" for each in house["facilities"]),
        "knowsLanguage": ["zh-CN"],
    }
    if house["lat"] is not None:
        data |= {"latitude": house["lat"], "longitude": house["lng"]}
        data["geo"] = {"@type": "GeoCoordinates", "latitude": house["lat"], "longitude": house["lng"]}
    if house["rating"] is not None:
        data["aggregateRating"] = _rating(house)
        data["review"] = [_review(each) for each in house["reviews"] if each["rating"]][:_MAX_REVIEWS]
    return data


def _address(house: Mapping[str, Any], translate: Translate) -> dict[str, Any]:
    return {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressRegion": translate("北京市"),
        "addressLocality": translate(house["area_name"]),
        "streetAddress": house["address"],
    }


def _accommodation(house: Mapping[str, Any], translate: Translate) -> dict[str, Any]:
    beds = [_bed(group) for room in house["bedrooms"] for group in room["beds"]]
    return ({"bed": beds} if beds else {}) | {
        "@type": "Accommodation",
        "additionalType": "EntirePlace",
        "occupancy": {"@type": "QuantitativeValue", "value": house["capacity"]},
        "numberOfBedrooms": house["room_count"],
        "floorSize": {"@type": "QuantitativeValue", "value": house["acreage"], "unitCode": "MTK"},
        "amenityFeature": [
            {"@type": "LocationFeatureSpecification", "name": translate(each["name"]), "value": True}
            for each in house["facilities"]
        ],
    }


def _bed(group: Mapping[str, Any]) -> dict[str, Any]:
    kind = _BEDS.get(group["kind"], group["kind"].capitalize())
    return {"@type": "BedDetails", "numberOfBeds": group["count"], "typeOfBed": kind}


def _rating(house: Mapping[str, Any]) -> dict[str, Any]:
    count = sum(each["review_count"] for each in house["rating_breakdown"])
    average = {"ratingValue": house["rating"], "bestRating": 5, "worstRating": 1}
    return {"@type": "AggregateRating", **average, "ratingCount": count, "reviewCount": house["review_count"]}


def _review(said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "@type": "Review",
        "reviewRating": {"@type": "Rating", "ratingValue": said["rating"], "bestRating": 5, "worstRating": 1},
        "author": {"@type": "Person", "name": said["user_name"]},
        "datePublished": said["time"][:10],
        "reviewBody": said["content"],
    }
