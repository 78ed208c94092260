"""SMS codes: proof that a mobile is at hand, for one purpose."""

import secrets
from typing import Literal

from services import captcha, limits
from services.deps import Deps, Visitor
from services.errors import DataError, NoData, OutsideServiceError
from utils.codes import Verdict
from utils.metrics import SMS_SENT
from utils.sms import NotSent

Purpose = Literal["register", "login", "reset"]


async def send(deps: Deps, mobile: str, purpose: Purpose, picture_id: str, picture_text: str, visitor: Visitor) -> None:
    """Send a fresh code against a right picture; whether the mobile is registered is not told.

    Raises what captcha.check raises, TooOften, and OutsideServiceError where the message did not leave.
    """
    await captcha.check(deps, picture_id, picture_text)
    await limits.take(deps, ("sms_per_mobile", mobile), ("sms_per_ip", visitor.address), ("sms_overall", ""))
    code = f"{secrets.randbelow(10**6):06}"
    await deps.sms_codes.put(_subject(mobile, purpose), code)
    try:
        await deps.sms.send(mobile, code, purpose)
    except NotSent:
        SMS_SENT.labels("failed").inc()
        raise OutsideServiceError("发送失败") from None
    SMS_SENT.labels("sent").inc()


async def spend(deps: Deps, mobile: str, purpose: Purpose, code: str, visitor: Visitor) -> None:
    """Spend a code. Raises NoData where there is none (any more), DataError where it is wrong, TooOften."""
    await limits.take(deps, ("code_per_mobile", mobile), ("code_per_ip", visitor.address))
    match await deps.sms_codes.spend(_subject(mobile, purpose), code):
        case Verdict.GONE:
            raise NoData("短信验证码已过期")
        case Verdict.WRONG:
            raise DataError("短信验证码错误")


def _subject(mobile: str, purpose: Purpose) -> str:
    return f"{purpose}:{mobile}"
