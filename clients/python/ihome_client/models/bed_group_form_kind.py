from typing import Literal

BedGroupFormKind = Literal["bunk", "crib", "double", "queen", "single", "sofa", "tatami"]

BED_GROUP_FORM_KIND_VALUES: set[BedGroupFormKind] = {
    "bunk",
    "crib",
    "double",
    "queen",
    "single",
    "sofa",
    "tatami",
}


def check_bed_group_form_kind(value: str) -> BedGroupFormKind:
    if value in BED_GROUP_FORM_KIND_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BED_GROUP_FORM_KIND_VALUES!r}")
