"""Forms of the endpoints that change a stay. Money is in fen."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from handlers.api.form_types import field, whole_number
from handlers.houses.form_fields import Day, EndDay, GuestCount, Id, YesOrNo, check_stay
from handlers.orders.forms import OrderIdForm, Version
from models.stay import Stay
from models.types import ChangeId, Fen

Difference = Annotated[int, whole_number(-(10**11), 10**11), Field(examples=[39900])]


class ChangeQuoteForm(OrderIdForm):
    """Another stay for an order."""

    start_date: Day = field("start_date", "sd")
    """The check-in date."""
    end_date: EndDay = field("end_date", "ed")
    """The check-out date, at most 90 nights later."""
    guests: GuestCount
    """How many guests there are."""

    @field_validator("end_date")
    @classmethod
    def _after_the_start(cls, value: date, info: ValidationInfo) -> date:
        return check_stay(value, info.data.get("start_date"))

    @property
    def stay(self) -> Stay:
        return Stay(self.start_date, self.end_date)


class ChangeOfferForm(ChangeQuoteForm):
    """Another stay, offered to the other party."""

    version: Version | None = None
    """The `version` of the order as the client has seen it: the request is refused if the order has changed since."""
    difference: Difference | None = None
    """The `difference` that the client has shown, in fen: the request is refused if it has changed since."""

    @property
    def seen_difference(self) -> Fen | None:
        """The difference, for the service."""
        return None if self.difference is None else Fen(self.difference)


class ChangeAnswerForm(OrderIdForm):
    """An answer to an offered change."""

    change_id: Id
    """The change's id."""
    action: Literal["accept", "decline", "withdraw", "pay"]
    """One of the change's `actions`."""
    phone: YesOrNo = False
    """For `pay`: whether to answer the address of the payment page for phones."""

    @property
    def id(self) -> ChangeId:
        """The change's id, for the service."""
        return ChangeId(self.change_id)
