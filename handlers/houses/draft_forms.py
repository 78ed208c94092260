"""Forms of the endpoints about drafts of houses."""

from typing import Annotated, Any

from pydantic import Field

from handlers.api import bodies
from handlers.api.form_types import EMPTY_IS_NONE, Checked, whole_number, wrong
from handlers.api.forms import Form
from handlers.houses.form_fields import Amount, AreaId, DraftIdField, GuestCount, Price, Rooms
from handlers.houses.forms import HouseForm
from handlers.houses.price_forms import Percent
from models.houses.prices import CancellationPolicy, PriceChange

_MAX_FIELDS = 50
_MAX_NAME = 32


def _content(value: object) -> Any:
    """An object of texts, or its JSON."""
    try:
        fields = bodies.parse(value) if isinstance(value, str) else value
    except ValueError:
        fields = None
    if not isinstance(fields, dict) or len(fields) > _MAX_FIELDS:
        raise wrong("应为对象，字段不超过 50 个")
    if not all(0 < len(name) <= _MAX_NAME and isinstance(text, str) for name, text in fields.items()):
        raise wrong("每个字段应为文本")
    return fields


_SCHEMA = {"type": "object", "maxProperties": _MAX_FIELDS, "additionalProperties": {"type": "string"}}
Content = Annotated[dict[str, str], Checked(_content, _SCHEMA), Field(examples=[{"title": "南锣鼓巷四合院"}])]
Version = Annotated[int, whole_number(1, 2**32 - 1), Field(examples=[1])]


class DraftContentForm(Form):
    """What a host has typed so far."""

    content: Content
    """Texts by the name of their field, as the host typed them; at most 16 KiB as JSON."""


class DraftIdForm(Form):
    """Names one draft."""

    draft_id: DraftIdField
    """The draft's id."""


class DraftChangeForm(DraftIdForm, DraftContentForm):
    """Replaces the content of a draft."""

    version: Version
    """The version that the client has read."""


class DraftPublishForm(DraftIdForm, HouseForm):
    """The content of a house that takes the place of a draft, with its first prices."""

    weekend_price: Annotated[Price | None, EMPTY_IS_NONE] = None
    """The price of Friday and Saturday nights, in fen; without one, they cost the base price."""
    cleaning_fee: Amount | None = None
    """Added once to every stay, in fen."""
    weekly_discount: Percent | None = None
    """The discount on the nights of a stay of 7 nights or more, in per cent."""
    monthly_discount: Percent | None = None
    """The discount on the nights of a stay of 28 nights or more, in per cent, in place of the weekly one."""
    cancellation: CancellationPolicy | None = None
    """The policy that says how much a guest who cancels gets back."""

    @property
    def terms(self) -> PriceChange:
        """The prices, for the service."""
        return PriceChange(
            weekend_price=self.weekend_price,
            cleaning_fee=self.cleaning_fee,
            weekly_discount=self.weekly_discount,
            monthly_discount=self.monthly_discount,
            cancellation=self.cancellation,
        )


class SimilarHousesForm(Form):
    """What homes should have in common with the host's."""

    area_id: AreaId
    """The id of the district."""
    room_count: Rooms
    """How many rooms it has."""
    capacity: GuestCount
    """How many guests it takes."""
