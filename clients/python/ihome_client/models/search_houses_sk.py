from typing import Literal

SearchHousesSk = Literal["booking", "new", "price-des", "price-inc"]

SEARCH_HOUSES_SK_VALUES: set[SearchHousesSk] = {
    "booking",
    "new",
    "price-des",
    "price-inc",
}


def check_search_houses_sk(value: str) -> SearchHousesSk:
    if value in SEARCH_HOUSES_SK_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {SEARCH_HOUSES_SK_VALUES!r}")
