"""Picture codes: proof that a person is there. Right or wrong, one check spends a picture."""

from dataclasses import dataclass

from services import limits
from services.deps import Deps, Visitor
from services.errors import CaptchaRequired, ExpiredCaptcha, WrongCaptcha
from utils.limits import Claim, LimitGrant, LimitReached
from utils.one_time_codes import Verdict


@dataclass(frozen=True)
class CaptchaAnswer:
    """What a client says is in the picture that it was shown under this id."""

    picture_id: str
    text: str


@dataclass(frozen=True)
class Admission:
    """What let a request in: a place in every limit, or beyond a limit a picture code."""

    taken: LimitGrant
    picture: CaptchaAnswer | None = None


async def draw(deps: Deps, picture_id: str, previous_id: str | None, visitor: Visitor) -> bytes:
    """A new picture (JPEG) under the client's id, in place of the one under that id and of the previous one."""
    await limits.acquire(deps, ("picture_per_ip", visitor.address))
    picture = await deps.captcha_images.take()
    await deps.captcha_codes.put(picture_id, picture.text, forget=previous_id)
    return picture.jpeg


async def check(deps: Deps, answer: CaptchaAnswer) -> None:
    """Spend a picture. Raises ExpiredCaptcha, and WrongCaptcha where the text is wrong."""
    match await deps.captcha_codes.spend(answer.picture_id, answer.text.lower()):
        case Verdict.GONE:
            raise ExpiredCaptcha
        case Verdict.WRONG:
            raise WrongCaptcha


async def count_or_ask(deps: Deps, answer: CaptchaAnswer | None, *claims: Claim) -> Admission:
    """Count every claim or none. Beyond a limit a right picture code is accepted in its place, and nothing is counted:
    a stranger who uses up such a limit costs others a picture code and shuts nobody out.

    Raises CaptchaRequired where no picture code was sent, and what `check` raises, which asks for another one.
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
    """As if the request had not come: it is refused for something that its sender cannot help."""
    await deps.limiter.release(admission.taken)
    if admission.picture is not None:
        await deps.captcha_codes.put(admission.picture.picture_id, admission.picture.text.lower())
