"""API keys and webhooks, as their owner reads them."""

from typing import Annotated

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import LocalTime, Number, Text, local_time
from models.programs.api_keys import ApiKey
from services.programs.api_keys import MadeKey


@view
class ApiKeyView:
    """An API key, without its text."""

    id: Number
    """Its id."""
    name: Text
    """What its owner calls it."""
    scopes: Annotated[list[str], Field(examples=[["orders:read"]])]
    """What it may be used for."""
    ending: Annotated[str, Field(examples=["x7Qd"])]
    """The last four characters of the key."""
    created: LocalTime
    """When it was made."""
    expires: LocalTime | None
    """When it expires; null for never."""
    used: LocalTime | None
    """When it was last used, to the minute; null before the first time."""


@view
class ApiKeysView:
    """All API keys of a user."""

    keys: list[ApiKeyView]
    """The newest first; expired ones too."""


@view
class NewApiKeyView:
    """A new API key."""

    id: Number
    """Its id."""
    key: Annotated[str, Field(examples=["ihk_" + "0" * 49])]
    """The key. It is shown this once only."""


def api_key(key: ApiKey) -> ApiKeyView:
    return ApiKeyView(
        id=key.id,
        name=key.name,
        scopes=sorted(key.scopes),
        ending=key.ending,
        created=local_time(key.created_at),
        expires=local_time(key.expires_at) if key.expires_at else None,
        used=local_time(key.used_at) if key.used_at else None,
    )


def new_api_key(made: MadeKey) -> NewApiKeyView:
    return NewApiKeyView(made.id, made.text)
