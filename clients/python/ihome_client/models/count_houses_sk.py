from typing import Literal

CountHousesSk = Literal["booking", "new", "price-des", "price-inc"]

COUNT_HOUSES_SK_VALUES: set[CountHousesSk] = {
    "booking",
    "new",
    "price-des",
    "price-inc",
}


def check_count_houses_sk(value: str) -> CountHousesSk:
    if value in COUNT_HOUSES_SK_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {COUNT_HOUSES_SK_VALUES!r}")
