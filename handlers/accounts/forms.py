"""Forms of the endpoints about accounts."""

import unicodedata
from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, ValidationInfo, field_validator

from handlers.api.form_types import EMPTY_IS_NONE, Checked, as_text, field, matching, text, wrong
from handlers.api.forms import Form
from services.accounts.auth import PasswordProof
from services.accounts.captcha import CaptchaAnswer
from services.accounts.sms import SmsProof
from utils import identity_number, passwords, text_rules

_MAX_PASSWORD_SENT = 4 * 128
"""Code points: a character may be sent as up to four of them."""


def _password(value: object) -> str:
    """A password that may be some user's. Longer text is refused: the time to normalise it grows with its square."""
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
    """A well-formed number. Its date of birth may be in the future: only the service knows today's date."""
    try:
        return identity_number.parse(value if isinstance(value, str) else "", date.max)
    except identity_number.InvalidIdentityNumber:
        raise wrong("身份证号应为 18 位有效号码") from None


def _picture_text(value: object) -> str:
    """Any text: even text that no picture shows is an attempt, and spends the picture."""
    written = as_text(value)
    if written is None:
        raise wrong("应为文本")
    return written


Mobile = Annotated[str, matching(r"1[3-9][0-9]{9}", "手机号格式错误"), Field(examples=["13800000000"])]
PictureId = Annotated[
    str,
    matching(r"[A-Za-z0-9_-]{1,64}", "图片验证码编号应为 1 到 64 个字母、数字、_ 或 -"),
    Field(examples=["0b1d2c3e"]),
]
PictureText = Annotated[str, Checked(_picture_text, {"type": "string"}), Field(examples=["k7pq"])]
SmsCode = Annotated[str, matching(r"[0-9]{6}", "短信验证码应为 6 位数字"), Field(examples=["271828"])]
_PASSWORD_EXAMPLE = Field(examples=["correct-horse-battery"])
Password = Annotated[str, Checked(_password, {"type": "string", "format": "password"}), _PASSWORD_EXAMPLE]
_NEW_PASSWORD = {"type": "string", "format": "password", "minLength": 8, "maxLength": 128}
NewPassword = Annotated[str, Checked(_new_password, _NEW_PASSWORD), _PASSWORD_EXAMPLE]
SESSION_ID = r"[0-9a-f]{64}"
TermsVersion = Annotated[
    str, matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", "日期应为 YYYY-MM-DD"), Field(examples=["2026-11-22"])
]


class PictureForm(Form):
    picture_id: PictureId = field("codeid", "image_code_id", "piccode_id", "id")
    """The picture's id, made up by the client: a new one for every picture."""
    previous_id: Annotated[PictureId | None, EMPTY_IS_NONE] = field("precodeid", "pcodeid", default=None)
    """The id of the picture that this one replaces."""


_PICTURE_ID_NAMES = ("piccode_id", "image_code_id", "codeid", "id")
_PICTURE_TEXT_NAMES = ("piccode", "image_code_text", "text")


class SmsForm(Form):
    mobile: Mobile
    """The mobile number that gets the SMS."""
    picture_id: PictureId = field(*_PICTURE_ID_NAMES)
    """The id of a picture code."""
    picture_text: PictureText = field(*_PICTURE_TEXT_NAMES)
    """The text in that picture; upper and lower case are the same."""

    @property
    def picture(self) -> CaptchaAnswer:
        return CaptchaAnswer(self.picture_id, self.picture_text)


class WithPictureForm(Form):
    """Beyond a limit, the same request has to be sent again with a picture code (docs/abuse.md)."""

    picture_id: Annotated[PictureId | None, EMPTY_IS_NONE] = field(*_PICTURE_ID_NAMES, default=None)
    """The id of a picture code, if an answer has asked for one."""
    picture_text: Annotated[PictureText | None, EMPTY_IS_NONE] = field(*_PICTURE_TEXT_NAMES, default=None)
    """The text in that picture."""

    @property
    def picture(self) -> CaptchaAnswer | None:
        if self.picture_id is None or self.picture_text is None:
            return None
        return CaptchaAnswer(self.picture_id, self.picture_text)


class SmsForPurposeForm(SmsForm):
    purpose: Literal["register", "login", "reset"] = "register"
    """What the code is for."""


class RegistrationForm(WithPictureForm):
    mobile: Mobile
    """The mobile number to sign in with."""
    sms_code: SmsCode = field("sms_code", "phonecode")
    """The code that was sent to this number for the purpose `register`."""
    password: NewPassword
    """8 to 128 characters, none of the commonest passwords."""
    password2: str | None = None
    """The same password again, if a page asks for it."""
    terms_version: Annotated[TermsVersion | None, EMPTY_IS_NONE] = None
    """The version of terms and privacy policy that the user agrees to: the current one (`GET /api/v1.0/terms`)."""

    @property
    def proof(self) -> SmsProof:
        return SmsProof(self.mobile, self.sms_code, self.picture)

    @field_validator("password2")
    @classmethod
    def _same(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and value != info.data.get("password", value):
            raise wrong("两次输入的密码不一致")
        return value


class ConfirmedRegistrationForm(RegistrationForm):
    """Document 003 sends the password twice (docs/api-contract.md)."""

    password2: Annotated[str, _PASSWORD_EXAMPLE]
    """The same password again."""


class LoginForm(WithPictureForm):
    mobile: Mobile
    """The mobile number of the account."""
    password: Password
    """The account's password."""

    @property
    def proof(self) -> PasswordProof:
        return PasswordProof(self.mobile, self.password, self.picture)


class LoginEitherWayForm(WithPictureForm):
    """A password, or an SMS code in its place."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"mobile": "13800000000", "password": "correct-horse-battery"}]}
    )
    mobile: Mobile
    """The mobile number of the account."""
    sms_code: SmsCode | None = field("sms_code", "phonecode", default=None)
    """The code that was sent to this number for the purpose `login`."""
    password: Password | None = Field(default=None, validate_default=True)
    """The account's password."""

    @property
    def proof(self) -> PasswordProof | SmsProof:
        if self.password is not None:
            return PasswordProof(self.mobile, self.password, self.picture)
        return SmsProof(self.mobile, self.sms_code or "", self.picture)

    @field_validator("password")
    @classmethod
    def _one_of_them(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is None and info.data.get("sms_code", "wrong") is None:
            raise wrong("密码与短信验证码请填其一")
        return value


class PasswordResetForm(WithPictureForm):
    mobile: Mobile
    """The mobile number of the account."""
    sms_code: SmsCode = field("sms_code", "phonecode")
    """The code that was sent to this number for the purpose `reset`."""
    password: NewPassword
    """The new password."""

    @property
    def proof(self) -> SmsProof:
        return SmsProof(self.mobile, self.sms_code, self.picture)


class RefreshForm(Form):
    refresh_token: Annotated[str, Field(examples=["ihome_rt_" + "A" * 22 + "." + "B" * 43])]
    """The refresh token of the last answer."""


class PasswordChangeForm(WithPictureForm):
    old_password: Annotated[Password, Field(examples=["battery-horse-staple"])]
    """The current password."""
    password: NewPassword
    """The new password."""


class ConsentForm(Form):
    terms_version: TermsVersion
    """The version of terms and privacy policy that the user agrees to: the current one."""


class NameForm(Form):
    name: Annotated[str, text(32, text_rules.nickname), Field(examples=["小明"])] = field("name", "up_name")
    """The name that others will see."""


class RealNameForm(Form):
    real_name: Annotated[str, text(32), Field(examples=["张三"])]
    """The name on the identity card."""
    id_card: Annotated[
        str,
        Checked(_identity_number, {"type": "string", "pattern": "^[0-9]{17}[0-9Xx]$"}),
        Field(examples=["11010519491231002X"]),
    ]
    """The resident identity number, GB 11643: 18 characters."""


class SessionIdForm(Form):
    session_id: Annotated[str, matching(SESSION_ID, "登录设备编号格式错误"), Field(examples=["0" * 64])]
    """The `id` of a device in the list."""
