from typing import Literal

Actor = Literal["clock", "custom", "landlord", "payments"]

ACTOR_VALUES: set[Actor] = {
    "clock",
    "custom",
    "landlord",
    "payments",
}


def check_actor(value: str) -> Actor:
    if value in ACTOR_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {ACTOR_VALUES!r}")
