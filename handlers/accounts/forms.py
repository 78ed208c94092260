"""What each endpoint asks for, under every name that a document uses for it. Forms check shape and know no database."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from handlers.api import bodies
from services.accounts.captcha import CaptchaAnswer
from services.deps import Deps
from services.errors import BadParameters, Message
from utils import identity_number, passwords, text_rules

_TEXTS = {
    "missing": "必填",
    "string_type": "应为文本",
    "literal_error": "取值不在可选范围内",
    "length": "应为 1 到 {max} 个可见字符",
    "range": "应为 {min} 到 {max} 的整数",
    "list_type": "应为列表",
    "model_type": "应为对象",
    "too_long": "项目过多",
}


_MAX_PASSWORD_SENT = 4 * 128
"""Code points: a character may be sent as up to four of them."""


class Form(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", hide_input_in_errors=True)


class Ruled(Form):
    """A form whose refusal names every wrong field at once, also those that only a service can judge."""

    @staticmethod
    async def rules(deps: Deps, values: Mapping[str, Any]) -> dict[str, Message]:
        """What the service has against the fields that are well-formed, where another one is not."""
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
    """The names under which a list may be sent."""
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
    """Lists and objects always do: to compare deep ones takes more stack than there is."""
    return len(values) > 1 and any(isinstance(value, list | dict) or value != values[0] for value in values)


def names_sent(form: type[BaseModel], sent: bodies.Fields) -> dict[str, str]:
    """For each field the name that the request uses, or else the first one that it might."""
    return {name: next((alias for alias in names if alias in sent), names[0]) for name, names in aliases(form).items()}


async def check(form: type[F], deps: Deps, sent: bodies.Fields) -> F:
    """The form, filled in. Raises BadParameters with every wrong field, under the names of the form's attributes."""
    well_formed: dict[str, Any] = {}
    try:
        return form.model_validate(sent, context=well_formed)
    except ValidationError as error:
        refusal = _refusal(form, error)
    if issubclass(form, Ruled):
        refusal.fields = {**await form.rules(deps, well_formed), **refusal.fields}
    raise refusal


def _refusal(form: type[BaseModel], error: ValidationError) -> BadParameters:
    attributes = {alias: name for name, names in aliases(form).items() for alias in names}
    fields: dict[str, Message] = {}
    for each in error.errors(include_url=False, include_input=False):
        said = _TEXTS.get(each["type"], each["msg"])
        if not each["loc"]:  # the fault of no single field, but of all that may be left out
            optional = [name for name, info in form.model_fields.items() if not info.is_required()]
            return BadParameters(said, fields=dict.fromkeys(optional, said))
        name = str(each["loc"][0])
        fields.setdefault(attributes.get(name, name), (said, each.get("ctx", {})))
    return BadParameters(fields=fields)


def wrong(said: str) -> PydanticCustomError:
    return PydanticCustomError("wrong", said)


@dataclass(frozen=True, eq=False)
class Checked:
    """In an annotation: how a value is checked before all else, and how the API's document describes it."""

    check: Callable[[Any], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, _: CoreSchema, __: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)


def as_text(value: object, numbers: type | UnionType = int) -> str | None:
    """Text, or a number of these types (a bool is none) as text; None for anything else."""
    if isinstance(value, numbers) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else None


def matching(pattern: str, said: str) -> Checked:
    """Text, or an integer written as text, that matches as a whole."""
    compiled = re.compile(pattern)

    def check(value: object) -> str:
        written = as_text(value)
        if written is None or not compiled.fullmatch(written):
            raise wrong(said)
        return written

    return Checked(check, {"type": ["string", "integer"], "pattern": f"^{pattern}$"})


def text(max_length: int, read: Callable[[str], str] = text_rules.clean) -> Checked:
    """Text of one line, of 1 to `max_length` visible characters, as `read` cleans it."""

    def check(value: object) -> str:
        with suppress(text_rules.InvisibleText):
            # cleaning costs more than looking, so what no cleaning can shorten enough is not cleaned
            written = read(value) if isinstance(value, str) and len(value) <= 8 * max_length else ""
            if 1 <= len(written) <= max_length and "\n" not in written:
                return written
        raise PydanticCustomError("length", "{max}", {"max": max_length})

    return Checked(check, {"type": "string", "minLength": 1, "maxLength": max_length})


def whole(lowest: int, highest: int, malformed: str = "", outside: str = "") -> Checked:
    """A whole number, or one written as text. `malformed` and `outside` say in plain words what is right."""
    limits = {"min": lowest, "max": highest}

    def check(value: object) -> int:
        written = as_text(value)
        if written is None or not re.fullmatch(r"-?[0-9]{1,18}", written):
            raise wrong(malformed) if malformed else PydanticCustomError("range", "{min}", limits)
        if not lowest <= int(written) <= highest:
            raise wrong(outside) if outside else PydanticCustomError("range", "{min}", limits)
        return int(written)

    return Checked(check, {"type": "integer", "minimum": lowest, "maximum": highest})


def _password(value: object) -> str:
    """One that may have been set. Normalising takes time in the square of what it is given, so not just anything is."""
    if not isinstance(value, str) or len(value) > _MAX_PASSWORD_SENT:
        raise wrong("密码应为 8 到 128 个字符")
    return value


def _new_password(value: object) -> str:
    value = _password(value)
    if not 8 <= len(unicodedata.normalize("NFC", value)) <= 128:
        raise wrong("密码应为 8 到 128 个字符")
    if passwords.is_common(value):
        raise wrong("密码太常见，请换一个")
    return value


def _identity_number(value: object) -> str:
    """Without a look at today's date, which the service knows."""
    try:
        return identity_number.parse(value if isinstance(value, str) else "", date.max)
    except identity_number.InvalidIdentityNumber:
        raise wrong("身份证号应为 18 位有效号码") from None


def _picture_text(value: object) -> str:
    """Any text: one that no picture shows is a wrong one, and spends the picture."""
    written = as_text(value)
    if written is None:
        raise wrong("应为文本")
    return written


def _empty_as_none(value: object) -> object:
    return None if value == "" else value


EMPTY_IS_NONE = BeforeValidator(_empty_as_none)
"""How a form, which has no null, sends that there is none."""


Mobile = Annotated[str, matching(r"1[3-9][0-9]{9}", "手机号格式错误")]
PictureId = Annotated[str, matching(r"[A-Za-z0-9_-]{1,64}", "图片验证码编号应为 1 到 64 个字母、数字、_ 或 -")]
PictureText = Annotated[str, Checked(_picture_text, {"type": ["string", "integer"]})]
SmsCode = Annotated[str, matching(r"[0-9]{6}", "短信验证码应为 6 位数字")]
Password = Annotated[str, Checked(_password, {"type": "string", "format": "password"})]
_NEW_PASSWORD = {"type": "string", "format": "password", "minLength": 8, "maxLength": 128}
NewPassword = Annotated[str, Checked(_new_password, _NEW_PASSWORD)]
SESSION_ID = r"[0-9a-f]{64}"


def field(*names: str, **options: Any) -> Any:
    return Field(validation_alias=AliasChoices(*names), **options)


class Picture(Form):
    picture_id: PictureId = field("codeid", "image_code_id", "piccode_id", "id")
    previous_id: Annotated[PictureId | None, EMPTY_IS_NONE] = field("precodeid", "pcodeid", default=None)


_PICTURE_ID_NAMES = ("piccode_id", "image_code_id", "codeid", "id")
_PICTURE_TEXT_NAMES = ("piccode", "image_code_text", "text")


class SmsRequest(Form):
    mobile: Mobile
    picture_id: PictureId = field(*_PICTURE_ID_NAMES)
    picture_text: PictureText = field(*_PICTURE_TEXT_NAMES)

    @property
    def picture(self) -> CaptchaAnswer:
        return CaptchaAnswer(self.picture_id, self.picture_text)


class WithPicture(Form):
    """Beyond a limit, these forms are to be sent again with a picture code (docs/abuse.md)."""

    picture_id: Annotated[PictureId | None, EMPTY_IS_NONE] = field(*_PICTURE_ID_NAMES, default=None)
    picture_text: Annotated[PictureText | None, EMPTY_IS_NONE] = field(*_PICTURE_TEXT_NAMES, default=None)

    @property
    def picture(self) -> CaptchaAnswer | None:
        if self.picture_id is None or self.picture_text is None:
            return None
        return CaptchaAnswer(self.picture_id, self.picture_text)


class SmsRequestWithPurpose(SmsRequest):
    purpose: Literal["register", "login", "reset"] = "register"


class Registration(WithPicture):
    mobile: Mobile
    sms_code: SmsCode = field("sms_code", "phonecode")
    password: NewPassword
    password2: str | None = None

    @field_validator("password2")
    @classmethod
    def _same(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and value != info.data.get("password", value):
            raise wrong("两次输入的密码不一致")
        return value


class ConfirmedRegistration(Registration):
    """With the password given twice, as document 003 has it (docs/api-contract.md)."""

    password2: str


class Login(WithPicture):
    mobile: Mobile
    password: Password


class LoginEitherWay(WithPicture):
    """By password, or by SMS code in its place."""

    mobile: Mobile
    sms_code: SmsCode | None = field("sms_code", "phonecode", default=None)
    password: Password | None = Field(default=None, validate_default=True)

    @field_validator("password")
    @classmethod
    def _one_of_them(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("sms_code", "wrong") is None:
            raise wrong("密码与短信验证码请填其一")
        return value


class PasswordReset(WithPicture):
    mobile: Mobile
    sms_code: SmsCode = field("sms_code", "phonecode")
    password: NewPassword


class PasswordChange(WithPicture):
    old_password: Password
    password: NewPassword


class Name(Form):
    name: Annotated[str, text(32, text_rules.nickname)] = field("name", "up_name")


class RealName(Form):
    real_name: Annotated[str, text(32)]
    id_card: Annotated[str, Checked(_identity_number, {"type": "string", "pattern": "^[0-9]{17}[0-9Xx]$"})]


class SessionId(Form):
    session_id: Annotated[str, matching(SESSION_ID, "登录设备编号格式错误")]
