"""Forms: strict models of requests. A field may be sent under every name that one of the API documents gives it.

They check types and formats without the database. A refusal names every wrong field at once.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from pydantic import AliasChoices, BaseModel, ConfigDict, ValidationError, ValidationInfo, field_validator

from handlers.api import bodies
from services.deps import Deps
from services.errors import BadParameters, Message

_TEXTS = {
    "missing": "必填",
    "string_type": "应为文本",
    "literal_error": "取值不在可选范围内",
    "length": "应为 1 到 {max} 个可见字符",
    "range": "请填写 {min}–{max} 之间的整数",
    "list_type": "应为列表",
    "model_type": "应为对象",
    "too_long": "项目过多",
}


class Form(BaseModel):
    model_config = ConfigDict(
        strict=True, frozen=True, extra="ignore", hide_input_in_errors=True, use_attribute_docstrings=True
    )


class Ruled(Form):
    """A form with rules that only a service can check. Its refusal names malformed fields and broken rules together."""

    @staticmethod
    async def broken_rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        """The errors that a service finds in the well-formed fields, when another field is malformed."""
        raise NotImplementedError

    @field_validator("*")
    @classmethod
    def _note(cls, value: Any, info: ValidationInfo) -> Any:
        if info.context is not None and info.field_name is not None:
            info.context[info.field_name] = value
        return value


F = TypeVar("F", bound=BaseModel)


@cache
def aliases(form: type[BaseModel]) -> Mapping[str, tuple[str, ...]]:
    """Each field with every name under which it may be sent."""
    found = {}
    for name, info in form.model_fields.items():
        choices = info.validation_alias.choices if isinstance(info.validation_alias, AliasChoices) else [name]
        found[name] = tuple(str(choice) for choice in choices)
    return found


@cache
def lists(form: type[BaseModel]) -> frozenset[str]:
    """Every name of the fields that are lists."""
    names = [name for name, info in form.model_fields.items() if _holds_list(info.annotation)]
    return frozenset(alias for name in names for alias in aliases(form)[name])


def _holds_list(annotation: Any) -> bool:
    return get_origin(annotation) is list or any(_holds_list(part) for part in get_args(annotation))


def prefer_path(form: type[BaseModel], sent: bodies.Fields, in_path: bodies.Fields) -> bodies.Fields:
    """All fields of a request. A field of the path replaces the same field under any of its names.

    Raises BadParameters where names of one field have different values.
    """
    replaced = {alias for names in aliases(form).values() if not in_path.keys().isdisjoint(names) for alias in names}
    fields = {name: value for name, value in sent.items() if name not in replaced} | in_path
    used = [[name for name in names if name in fields] for names in aliases(form).values()]
    if unclear := [name for names in used if _differ([fields[name] for name in names]) for name in names]:
        raise BadParameters(fields=dict.fromkeys(unclear, "字段重复"))
    return fields


def _differ(values: list[Any]) -> bool:
    """Lists and objects count as different: comparing deeply nested ones would overflow the stack."""
    return len(values) > 1 and any(isinstance(value, list | dict) or value != values[0] for value in values)


def names_sent(form: type[BaseModel], sent: bodies.Fields) -> dict[str, str]:
    """For each field the name that the request uses; the first of its names if it is not sent."""
    return {name: next((alias for alias in names if alias in sent), names[0]) for name, names in aliases(form).items()}


async def check(form: type[F], deps: Deps, sent: bodies.Fields) -> F:
    """The form with these values. Raises BadParameters with every wrong field, under the names of its attributes."""
    well_formed: dict[str, Any] = {}
    try:
        return form.model_validate(sent, context=well_formed)
    except ValidationError as error:
        refusal = _refusal(form, error)
    if issubclass(form, Ruled):
        refusal.fields = {**await form.broken_rules(deps, well_formed), **refusal.fields}
    raise refusal


def _refusal(form: type[BaseModel], error: ValidationError) -> BadParameters:
    attributes = {alias: name for name, names in aliases(form).items() for alias in names}
    fields: dict[str, Message] = {}
    for each in error.errors(include_url=False, include_input=False):
        said = _TEXTS.get(each["type"], each["msg"])
        if not each["loc"]:  # an error of the optional fields together
            optional = [name for name, info in form.model_fields.items() if not info.is_required()]
            return BadParameters(said, fields=dict.fromkeys(optional, said))
        name = str(each["loc"][0])
        fields.setdefault(attributes.get(name, name), (said, each.get("ctx", {})))
    return BadParameters(fields=fields)
