"""Picture codes: proof that a person is there. One check, right or wrong, spends a picture."""

from dataclasses import dataclass

from services import limits
from services.deps import Deps, Visitor
from services.errors import CaptchaRequired, ExpiredCaptcha, WrongCaptcha
from utils.limits import Claim, LimitGrant, LimitReached
from utils.one_time_codes import Verdict


@dataclass(frozen=True)
class CaptchaAnswer:
    """The id under which a client requested a picture, and the text that a person read in it."""

    picture_id: str
    text: str


@dataclass(frozen=True)
class Admission:
    """How a request was admitted: `grant` counts it in its limits, or `picture` was accepted beyond one of them."""

    grant: LimitGrant
    picture: CaptchaAnswer | None = None


async def draw(deps: Deps, picture_id: str, previous_id: str | None, visitor: Visitor) -> bytes:
    """A new picture as JPEG, under the id that the client chose; the code of the previous picture is deleted.

    Raises TooOftenFromAddress.
    """
    await limits.acquire(deps, ("picture_per_ip", visitor.address))
    picture = await deps.captcha_images.take()
    await deps.captcha_codes.put(picture_id, picture.text, forget=previous_id)
    return picture.jpeg


async def check(deps: Deps, answer: CaptchaAnswer) -> None:
    """Spend a picture. Raises ExpiredCaptcha, and WrongCaptcha for a wrong text."""
    match await deps.captcha_codes.spend(answer.picture_id, answer.text.lower()):
        case Verdict.GONE:
            raise ExpiredCaptcha
        case Verdict.WRONG:
            raise WrongCaptcha


async def count_or_ask(deps: Deps, answer: CaptchaAnswer | None, *claims: Claim) -> Admission:
    """Count every claim or none. Beyond a limit, admit a request with a correct picture code and count nothing: a
    stranger who uses up such a limit costs others a picture code and shuts nobody out.

    Raises CaptchaRequired for a request without a picture code; WrongCaptcha and ExpiredCaptcha, which then ask for
    another picture code.
    """
    try:
        return Admission(await limits.count(deps, *claims))
    except LimitReached as limit:
        if answer is None:
            raise CaptchaRequired(retry_after=limit.retry_after) from None
        try:
            await check(deps, answer)
        except (WrongCaptcha, ExpiredCaptcha) as refusal:
            refusal.data = CaptchaRequired.data
            raise
        return Admission(LimitGrant("", ()), answer)


async def release(deps: Deps, admission: Admission) -> None:
    """Undo an admission: the server refuses the request for a reason of its own."""
    await deps.limiter.release(admission.grant)
    if admission.picture is not None:
        await deps.captcha_codes.put(admission.picture.picture_id, admission.picture.text.lower())
