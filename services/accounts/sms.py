"""SMS codes: proof that a mobile is at hand, for one purpose."""

import secrets
from collections.abc import Iterator
from typing import Literal

from services import limits
from services.accounts import captcha
from services.accounts.captcha import Admission, CaptchaAnswer
from services.deps import Deps, Visitor
from services.errors import DataError, NoData, OutboundServiceError
from utils.limits import Claim
from utils.metrics import SMS_SENT
from utils.one_time_codes import Verdict
from utils.sms import NotSent

Purpose = Literal["register", "login", "reset"]


async def send(deps: Deps, mobile: str, purpose: Purpose, picture: CaptchaAnswer, visitor: Visitor) -> None:
    """Send a fresh code against a right picture; whether the mobile is registered is not told.

    Raises what captcha.check raises, TooOften, and OutboundServiceError where the message did not leave.
    """
    await captcha.check(deps, picture)
    await limits.acquire(deps, *_budgets(deps, mobile, visitor))
    code = f"{secrets.randbelow(10**6):06}"
    await deps.sms_codes.put(subject(deps, mobile, purpose), code, origin=visitor.address)
    try:
        await deps.sms.send(mobile, code, purpose)
    except NotSent:
        SMS_SENT.labels("failed").inc()
        raise OutboundServiceError("发送失败") from None
    SMS_SENT.labels("sent").inc()


def _budgets(deps: Deps, mobile: str, visitor: Visitor) -> Iterator[Claim]:
    """An SMS costs money and its receiver's patience, so these limits are hard. New devices get a part of them only:
    the rest is for devices that have signed in as this mobile before."""
    account = deps.pseudonyms.of(mobile)
    device = deps.devices.recognise(mobile, visitor.device_cookie, deps.now())
    yield "sms_per_mobile", account
    yield "sms_overall", ""
    if device is not None:
        yield "sms_per_device", device
    else:
        yield "sms_per_mobile_new_devices", account
        yield "sms_per_ip", visitor.address
        yield "sms_overall_new_devices", ""


async def count_guess(
    deps: Deps, mobile: str, purpose: Purpose, visitor: Visitor, picture: CaptchaAnswer | None, *more: Claim
) -> Admission:
    """Count a guess, and `more` with it, before the code is looked at. Raises what captcha.count_or_ask raises.

    Guesses count against a mobile only while it has a code.
    """
    claims: list[Claim] = [("code_per_ip", visitor.address), *more]
    if await deps.sms_codes.is_out(subject(deps, mobile, purpose)):
        claims.append(("code_per_mobile", deps.pseudonyms.of(mobile)))
    return await captcha.count_or_ask(deps, picture, *claims)


async def spend(deps: Deps, mobile: str, purpose: Purpose, code: str, visitor: Visitor) -> None:
    """Spend a code, once the guess is counted. Raises NoData where there is none (any more), DataError where it is
    wrong."""
    known = deps.devices.recognise(mobile, visitor.device_cookie, deps.now()) is not None
    match await deps.sms_codes.spend(subject(deps, mobile, purpose), code, origin=visitor.address, known=known):
        case Verdict.GONE:
            raise NoData("短信验证码已过期")
        case Verdict.WRONG:
            raise DataError("短信验证码错误")


def subject(deps: Deps, mobile: str, purpose: Purpose) -> str:
    """Whose code it is, and for what, in Redis."""
    return f"{purpose}:{deps.pseudonyms.of(mobile)}"
