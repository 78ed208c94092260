"""Picture codes: proof that a person is there. Right or wrong, one check spends a picture."""

from services import limits
from services.deps import Deps, Visitor
from services.errors import DataError, NoData
from utils.codes import Verdict


async def draw(deps: Deps, picture_id: str, previous_id: str | None, visitor: Visitor) -> bytes:
    """A new picture (JPEG) under the client's id, in place of the one under that id and of the previous one."""
    await limits.take(deps, ("picture_per_ip", visitor.address))
    picture = await deps.pictures.take()
    await deps.picture_codes.put(picture_id, picture.text, forget=previous_id)
    return picture.jpeg


async def check(deps: Deps, picture_id: str, text: str) -> None:
    """Spend a picture. Raises NoData where it has expired, DataError where the text is wrong."""
    match await deps.picture_codes.spend(picture_id, text.lower()):
        case Verdict.GONE:
            raise NoData("图片验证码已过期")
        case Verdict.WRONG:
            raise DataError("图片验证码错误")
