"""The arrival guide of a house: its form, and as clients read it."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import Text
from handlers.houses.form_fields import Description, optional_line, story
from handlers.houses.forms import HouseIdForm
from services.houses.arrival import ArrivalGuide

Directions = Annotated[
    str, story(0, "应为不超过 1000 字的文本", 1000), Field(examples=["地铁 6 号线南锣鼓巷站 E 口。"])
]
DoorCode = Annotated[str, optional_line(32), Field(examples=["2580#"])]
WifiName = Annotated[str, optional_line(32), Field(examples=["siheyuan"])]
WifiPassword = Annotated[str, optional_line(63), Field(examples=["welcome-home"])]
Manual = Annotated[Description, Field(examples=["热水器的开关在浴室门后。"])]


class ArrivalForm(HouseIdForm):
    """The whole arrival guide of a house; what is left out becomes empty."""

    directions: Directions = ""
    """How to find the house, at most 1000 characters."""
    door_code: DoorCode = ""
    """What opens the door, at most 32 characters."""
    wifi_name: WifiName = ""
    """The name of the network, at most 32 characters."""
    wifi_password: WifiPassword = ""
    """Its password, at most 63 characters."""
    manual: Manual = ""
    """How things in the house work, at most 2000 characters."""

    @property
    def guide(self) -> ArrivalGuide:
        """The guide, for the service."""
        return ArrivalGuide(self.directions, self.door_code, self.wifi_name, self.wifi_password, self.manual)


@view
class ArrivalGuideView:
    """What a guest needs at the door."""

    directions: Text
    """How to find the house; may be empty."""
    door_code: Text
    """What opens the door; may be empty."""
    wifi_name: Text
    """The name of the network; may be empty."""
    wifi_password: Text
    """Its password; may be empty."""
    manual: Text
    """How things in the house work; may be empty."""


def guide(found: ArrivalGuide) -> ArrivalGuideView:
    """The guide as clients read it."""
    return ArrivalGuideView(**vars(found))
