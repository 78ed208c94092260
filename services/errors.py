"""Refusals of use cases: errno, REST status and a default text, from the code table of docs/api-contract.md.

Texts are Chinese; `locale/` holds them in English.
"""

from collections.abc import Mapping
from types import MappingProxyType

Message = str | tuple[str, Mapping[str, object]]
"""A text, or one with places for values, and these."""


def plain(message: Message) -> str:
    """A message with its values in place, in Chinese."""
    template, values = (message, {}) if isinstance(message, str) else message
    return template.format(**values)


class Refusal(Exception):
    """An outcome that the envelope explains.

    `transport` marks faults of the transport itself, whose HTTP status is kept on the AJAX surface too.
    `reason` tells refusals of one errno apart, in `data.reason`; `data` holds further fields of the answer's `data`.
    """

    errno = 4501
    status = 500
    text: Message = "未知错误"
    transport = False
    reason = ""
    data: Mapping[str, object] = MappingProxyType({})

    def __init__(
        self,
        text: Message | None = None,
        *,
        fields: Mapping[str, Message] | None = None,
        retry_after: int | None = None,
    ) -> None:
        self.text = text or self.text
        super().__init__(plain(self.text))
        self.fields = dict(fields or {})
        self.retry_after = retry_after


class DatabaseError(Refusal):
    errno, status, text, transport = 4001, 503, "数据库查询错误", True


class HouseBusy(DatabaseError):
    """Too many bookings of one house at the same time: it can be tried again in a second."""


class NoData(Refusal):
    errno, status, text = 4002, 404, "无数据"


class NoSuchPath(NoData):
    text, transport = "没有这个地址", True


class DataExists(Refusal):
    errno, status, text = 4003, 409, "数据已存在"


class DataError(Refusal):
    errno, status, text = 4004, 400, "数据错误"


class WrongCredentials(DataError):
    status, text = 401, "用户名或密码错误"


class NotSignedIn(Refusal):
    errno, status, text = 4101, 401, "用户未登录"


class InvalidToken(NotSignedIn):
    """A bearer token that is malformed, unknown or expired, or whose session has ended."""

    text = "令牌无效或已过期"


class BadParameters(Refusal):
    """`fields` says of each wrong field what is wrong with it."""

    errno, status, text = 4103, 400, "参数错误"


class BodyTooLarge(BadParameters):
    status, text, transport = 413, "请求内容过大", True


class UnsupportedMediaType(BadParameters):
    status, text, transport = 415, "请求格式不支持，请使用 JSON 或表单", True


class NoSuchUser(Refusal):
    errno, status, text = 4104, 403, "用户不存在或未激活"


class RealNameRequired(Refusal):
    """The user has to pass the real-name check first."""

    errno, status, text = 4104, 403, "请先完成实名认证"


class SignInAgain(Refusal):
    """The session is too old for this: a new one is needed."""

    errno, status, text, reason = 4104, 403, "为了账号安全，请重新登录后再试", "sign_in_again"


class WrongRole(Refusal):
    errno, status, text = 4105, 403, "用户身份错误"


class InsufficientScope(WrongRole):
    """The API key has not been given the scope of the route, or no key may use the route."""

    text, reason = "该密钥没有所需的权限", "insufficient_scope"


class Conflict(DataError):
    """The current state does not allow the request."""

    status = 409


class QuotaExceeded(Conflict):
    """The user has as many of something as one user may have."""


class WrongPassword(Refusal):
    errno, status, text = 4106, 400, "密码错误"


class TooOften(Refusal):
    errno, status, text, reason = 4201, 429, "请求过于频繁，请稍后再试", "rate_limited"


class CaptchaRequired(TooOften):
    """The same request goes through with a right picture code."""

    text, reason, data = "请输入图片验证码", "captcha_required", MappingProxyType({"captcha": True})


class WrongCaptcha(DataError):
    text = "图片验证码错误"


class ExpiredCaptcha(NoData):
    text = "图片验证码已过期"


class CrossSite(Refusal):
    errno, status, text, reason = 4201, 403, "非法请求", "cross_site"


class MethodNotAllowed(Refusal):
    errno, status, text, transport, reason = 4201, 405, "不支持这种请求方法", True, "wrong_verb"


class TooOftenFromAddress(Refusal):
    errno, status, text, reason = 4202, 429, "该网络请求过于频繁，请稍后再试", "rate_limited"


class OutboundServiceError(Refusal):
    errno, status, text = 4301, 502, "第三方系统错误"


class FileError(Refusal):
    errno, status, text = 4302, 507, "文件读写错误"


class ServerError(Refusal):
    errno, status, text, transport = 4500, 500, "内部错误", True


class Overloaded(ServerError):
    status, text = 503, "系统繁忙，请稍后再试"


class HashingQueueFull(Overloaded):
    """Nothing was done or counted: the same request may be sent again after `retry_after` seconds."""

    reason = "busy"
