"""SMS codes: proof that a person has a mobile at hand, for one purpose."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class SmsProof:
    """A mobile and the code that it received; `picture` is the picture code that is needed beyond a limit."""

    mobile: str
    code: str
    picture: CaptchaAnswer | None = None


async def send(deps: Deps, mobile: str, purpose: Purpose, picture: CaptchaAnswer, visitor: Visitor) -> None:
    """Send a new code for a correct picture code. The answer does not reveal whether the mobile is registered.

    Raises WrongCaptcha, ExpiredCaptcha, TooOften, TooOftenFromAddress, and OutboundServiceError where the message was
    not sent.
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
    """The limits of one SMS. They are hard, since an SMS costs money and disturbs its receiver.

    New devices may use a part of each budget; the rest is for devices that have signed in as this mobile before.
    """
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


async def count_guess(deps: Deps, proof: SmsProof, purpose: Purpose, visitor: Visitor, *claims: Claim) -> Admission:
    """Count a guess, and `claims` with it, before its code is compared.

    Guesses count against a mobile only while the mobile has a code. Raises CaptchaRequired, WrongCaptcha and
    ExpiredCaptcha beyond a limit.
    """
    all_claims: list[Claim] = [("code_per_ip", visitor.address), *claims]
    if await deps.sms_codes.exists(subject(deps, proof.mobile, purpose)):
        all_claims.append(("code_per_mobile", deps.pseudonyms.of(proof.mobile)))
    return await captcha.count_or_ask(deps, proof.picture, *all_claims)


async def spend(deps: Deps, proof: SmsProof, purpose: Purpose, visitor: Visitor) -> None:
    """Spend a code whose guess is counted. Raises NoData where the mobile has no code, DataError for a wrong code."""
    known = deps.devices.recognise(proof.mobile, visitor.device_cookie, deps.now()) is not None
    code_of = subject(deps, proof.mobile, purpose)
    match await deps.sms_codes.spend(code_of, proof.code, origin=visitor.address, known=known):
        case Verdict.GONE:
            raise NoData("短信验证码已过期")
        case Verdict.WRONG:
            raise DataError("短信验证码错误")


def subject(deps: Deps, mobile: str, purpose: Purpose) -> str:
    """The name of a mobile's code in Redis, which does not reveal the mobile."""
    return f"{purpose}:{deps.pseudonyms.of(mobile)}"
