"""Forms of the endpoints for programs: API keys and webhooks."""

from typing import Annotated

from pydantic import Field

from handlers.api.form_types import EMPTY_IS_NONE, text, whole_number
from handlers.api.forms import Form
from handlers.houses.form_fields import Id
from services.programs.api_keys import SCOPES, Scope


class ApiKeyForm(Form):
    """A new API key."""

    name: Annotated[str, text(40), Field(examples=["房态管家"])]
    """What its owner calls it: the program that uses it."""
    scopes: Annotated[list[Scope], Field(min_length=1, max_length=len(SCOPES), examples=[["orders:read"]])]
    """What it may be used for."""
    days: Annotated[Annotated[int, whole_number(1, 730)] | None, EMPTY_IS_NONE, Field(examples=[365])] = None
    """In how many days it expires; without it, never."""


class KeyIdForm(Form):
    """Which API key."""

    key_id: Id
    """The key's id."""
