from typing import Literal

ListHousePinsSk = Literal["booking", "new", "price-des", "price-inc"]

LIST_HOUSE_PINS_SK_VALUES: set[ListHousePinsSk] = {
    "booking",
    "new",
    "price-des",
    "price-inc",
}


def check_list_house_pins_sk(value: str) -> ListHousePinsSk:
    if value in LIST_HOUSE_PINS_SK_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {LIST_HOUSE_PINS_SK_VALUES!r}")
