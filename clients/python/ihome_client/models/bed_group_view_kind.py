from typing import Literal

BedGroupViewKind = Literal["bunk", "crib", "double", "queen", "single", "sofa", "tatami"]

BED_GROUP_VIEW_KIND_VALUES: set[BedGroupViewKind] = {
    "bunk",
    "crib",
    "double",
    "queen",
    "single",
    "sofa",
    "tatami",
}


def check_bed_group_view_kind(value: str) -> BedGroupViewKind:
    if value in BED_GROUP_VIEW_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BED_GROUP_VIEW_KIND_VALUES!r}")
