"""Types for the fields of forms: each checks a value, and describes itself in the API's document."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import UnionType
from typing import Any

from pydantic import AliasChoices, BeforeValidator, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from utils import text_rules


def field(*names: str, **options: Any) -> Any:
    """A field of a form that may be sent under any of these names."""
    return Field(validation_alias=AliasChoices(*names), **options)


def wrong(message: str) -> PydanticCustomError:
    """An error with a message for users."""
    return PydanticCustomError("wrong", message)


@dataclass(frozen=True, eq=False)
class Checked:
    """In an annotation: how a value is checked before pydantic validates it, and how the API's document shows it."""

    check: Callable[[Any], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        examples = handler(schema).get("examples")
        return {**self.schema, "examples": examples} if examples else dict(self.schema)


def as_text(value: object, numbers: type | UnionType = int) -> str | None:
    """Text as it is, a number of these types (but no bool) as text; None for anything else."""
    if isinstance(value, numbers) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def matching(pattern: str, message: str) -> Checked:
    """Text, or an integer read as text, all of which matches `pattern`."""
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        written = as_text(value)
        if written is None or not compiled.fullmatch(written):
            raise wrong(message)
        return written

    return Checked(check, {"type": "string", "pattern": f"^{pattern}$"})


def text(max_length: int, read: Callable[[str], str] = text_rules.clean) -> Checked:
    """Text of one line, of 1 to `max_length` visible characters, as `read` cleans it."""

    def check(value: object) -> str:
        with suppress(text_rules.InvisibleText):
            # cleaning is slow: text far too long is refused without it
            written = read(value) if isinstance(value, str) and len(value) <= 8 * max_length else ""
            if 1 <= len(written) <= max_length and "\n" not in written:
                return written
        raise PydanticCustomError("length", "{max}", {"max": max_length})

    return Checked(check, {"type": "string", "minLength": 1, "maxLength": max_length})


def whole_number(lowest: int, highest: int, malformed: str = "", outside: str = "") -> Checked:
    """A whole number, also one written as text.

    `malformed` and `outside` are messages for other text and for numbers out of range; without them, the message names
    the range.
    """
    limits = {"min": lowest, "max": highest}

    def check(value: object) -> int:
        written = as_text(value)
        if written is None or not re.fullmatch(r"-?[0-9]{1,18}", written):
            raise wrong(malformed) if malformed else PydanticCustomError("range", "{min}", limits)
        if not lowest <= int(written) <= highest:
            raise wrong(outside) if outside else PydanticCustomError("range", "{min}", limits)
        return int(written)

    return Checked(check, {"type": "integer", "minimum": lowest, "maximum": highest})


def _empty_as_none(value: object) -> object:
    return None if value == "" else value


EMPTY_IS_NONE = BeforeValidator(_empty_as_none)
"""An empty field stands for None: forms have no null."""
