"""How routes are declared. A route requires a signed-in user unless it is PUBLIC."""

import enum
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, get_type_hints

from pydantic import BaseModel

from handlers.api.surfaces import Surface
from services.errors import Refusal

Endpoint = Callable[..., Awaitable[Any]]
"""Takes the handler and, where it has a parameter `form`, the form of that type; returns the answer (answers.py)."""

E = TypeVar("E", bound=Endpoint)


def refuses(*kinds: type[Refusal]) -> Callable[[E], E]:
    """Declare the refusals of an endpoint for the API's document, beside those that its form and its rules imply."""

    def declare(endpoint: E) -> E:
        endpoint.refusals = kinds  # type: ignore[attr-defined]
        return endpoint

    return declare


class Rule(enum.Flag):
    """What a route may declare beyond its verb, path, endpoint and surface."""

    NONE = 0
    PUBLIC = enum.auto()
    """Open to visitors who are not signed in."""
    CHANGES = enum.auto()
    """A GET that changes something, so that requests from other sites are refused."""

    COMMAS = enum.auto()
    """Document 002 prints `?text=imagecode,id=image_code_id`: without any `&`, commas separate the query's fields."""

    ONCE = enum.auto()
    """Of requests with the same header Idempotency-Key, only the first has an effect."""

    SHARED = enum.auto()
    """A GET with the same answer for all who are not signed in: it has an ETag and may be compressed."""

    EFFECT = enum.auto()
    """A GET that does more than show something, such as drawing a picture code. HEAD leaves that out."""

    NOINDEX = enum.auto()
    """A public page that search engines leave out, as they do all pages that are not public."""


PUBLIC, CHANGES, COMMAS, ONCE = Rule.PUBLIC, Rule.CHANGES, Rule.COMMAS, Rule.ONCE
SHARED, EFFECT, NOINDEX = Rule.SHARED, Rule.EFFECT, Rule.NOINDEX


@dataclass(frozen=True)
class Upload:
    """A file in a form: the setting that bounds its size, and the names of its field, the documented one first."""

    setting: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Route:
    """One verb on one path. `<name>` in the path is one segment, which becomes a field of the form."""

    verb: str
    path: str
    endpoint: Endpoint
    surface: Surface
    rules: Rule = Rule.NONE
    upload: Upload | None = None
    content_type: str = "application/json"
    status: int = 200
    """The HTTP status of a success."""
    message: str = "OK"
    """The `errmsg` of a success."""
    max_age: int = 0
    """For how many seconds everybody may cache the answer."""
    also: tuple[int, ...] = ()
    """Other statuses with the same answer."""
    ajax: Callable[[Any], Any] | None = None
    """Translates the endpoint's answer to the names of the AJAX documents."""
    name: str = ""
    """What generated clients call the operation; without one, the endpoint's own name."""
    tag: str = ""
    """The section of the API's document."""
    deprecated: bool = False
    """Whether another route of the same endpoint is to be preferred."""
    address_fields: tuple[str, ...] = ()
    """The fields of a page's query that make it another page for search engines."""
    scope: str = ""
    """The scope that an API key needs for the route; without one, no key may use it."""
    allowed: tuple[str, ...] = field(default=(), compare=False)
    """Of a route that refuses a wrong verb: the verbs that its path has."""
    form: type[BaseModel] | None = field(init=False, compare=False)
    """The type of the endpoint's parameter `form`; None if it has none."""
    answer: Any = field(init=False, compare=False)
    """What the endpoint, or its AJAX adapter, returns: the type of the answer's `data`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", get_type_hints(self.endpoint).get("form"))
        object.__setattr__(self, "answer", get_type_hints(self.ajax or self.endpoint, include_extras=True)["return"])

    @property
    def refusals(self) -> tuple[type[Refusal], ...]:
        """What the endpoint declares with `refuses`."""
        declared: tuple[type[Refusal], ...] = getattr(self.endpoint, "refusals", ())
        return declared

    @property
    def public(self) -> bool:
        return Rule.PUBLIC in self.rules

    @property
    def indexed(self) -> bool:
        """Whether search engines may list the page."""
        return Rule.SHARED in self.rules and Rule.NOINDEX not in self.rules

    @property
    def changes(self) -> bool:
        return self.verb != "GET" or Rule.CHANGES in self.rules

    @property
    def has_effect(self) -> bool:
        return self.changes or Rule.EFFECT in self.rules
