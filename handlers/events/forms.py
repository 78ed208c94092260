"""What the feed of events is asked for."""

from typing import Annotated

from handlers.api.form_types import whole_number
from handlers.api.forms import Form
from handlers.houses.form_fields import PageSize


class FeedForm(Form):
    """Events behind a number."""

    after: Annotated[int, whole_number(0, 10**18 - 1)] = 0
    """The number of the last event that the client has read; 0 for all."""
    size: PageSize = 50
    """How many events a page has."""


class StreamForm(Form):
    """Where a stream begins."""

    after: Annotated[int, whole_number(0, 10**18 - 1)] | None = None
    """The number of the last event that the client has read. The header Last-Event-ID goes first."""
