"""What pages call the sides of a stay that a guest may rate. Templates translate these texts."""

from collections.abc import Mapping

from models.reviews.reviews import Category

CATEGORY: Mapping[Category, str] = {
    "cleanliness": "整洁",
    "accuracy": "如实描述",
    "check_in": "入住过程",
    "communication": "沟通",
    "location": "地段",
    "value": "性价比",
}
