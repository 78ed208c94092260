"""Forms of the endpoints about reviews and hosts."""

from typing import Annotated

from pydantic import Field

from handlers.api.form_types import EMPTY_IS_NONE, whole_number
from handlers.api.forms import Form
from handlers.houses.form_fields import Cursor, PageSize, UserIdField
from handlers.houses.forms import HouseIdForm
from models.orders.reviews import ReviewCursor
from models.types import OrderId
from services.houses.reviews import ReviewsRequest

Stars = Annotated[int, whole_number(1, 5), Field(examples=[5])]


class HostForm(Form):
    """Names a host."""

    user_id: UserIdField
    """The host's id."""


class ReviewsForm(HouseIdForm):
    """Which reviews of a house to show."""

    after: Annotated[Cursor | None, EMPTY_IS_NONE] = None
    """The `next` of the page before."""
    rating: Annotated[Stars | None, EMPTY_IS_NONE] = None
    """Shows only reviews with so many stars."""
    size: PageSize = 10
    """How many reviews a page has."""

    @property
    def request(self) -> ReviewsRequest:
        """The page, for the service."""
        after = None if self.after is None else ReviewCursor.at(self.after[0], OrderId(self.after[1]))
        return ReviewsRequest(self.house_id, after, self.rating, self.size)
