"""The demo people: those of the README, hosts, and past guests."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from stdnum.cn import ric

from models.accounts import users
from models.accounts.users import User
from models.types import UserId
from services.accounts import profile
from services.deps import Deps
from services.houses import pictures
from tools.demo.faces import face
from tools.demo.texts import hosts, sentences
from utils.mysql import DuplicateKey, Queries
from utils.storage import new_key

PASSWORD = "ihome-demo-2026"  # noqa: S105  development only
PEOPLE = (("13800000001", "小李"), ("13800000002", "小王"), ("13800000003", "老张"))
"""Those that the README names, all with a real name on file."""
HOSTS = tuple(host.mobile for host in hosts())
GUEST = "13800000002"
_FIRST_GUEST = 13800000020
_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class People:
    """Their ids: hosts in the order of texts/reviews.toml, the guest of the README, and past guests."""

    hosts: list[UserId]
    guest: UserId
    guests: list[UserId]


async def load(deps: Deps) -> People:
    """Create who is missing."""
    password_hash = await deps.password_hasher.hash(PASSWORD)
    travellers = [(str(_FIRST_GUEST + number), name) for number, name in enumerate(sentences()["guests"])]
    real_names = {host.mobile: host.real_name for host in hosts()} | {GUEST: "王小明"}
    looks = {host.mobile: host.hairstyle for host in hosts()}
    named = [(host.mobile, host.name) for host in hosts()]
    for number, (mobile, name) in enumerate([*named, *(each for each in PEOPLE if each not in named), *travellers]):
        user = await _add(deps, mobile, name, password_hash)
        if user.avatar is None:
            await _dress(deps, user, looks.get(mobile), number)
        if mobile in real_names and user.id_card is None:
            await _add_real_name(deps, user, real_names[mobile], number)
    ids = {mobile: UserId((await _find(deps, mobile)).id) for mobile in (*HOSTS, GUEST, *dict(travellers))}
    return People([ids[mobile] for mobile in HOSTS], ids[GUEST], [ids[mobile] for mobile, _ in travellers])


async def _add(deps: Deps, mobile: str, name: str, password_hash: str) -> User:
    async def create(queries: Queries) -> None:
        user_id = await users.create(queries, mobile, password_hash)
        await users.set_name(queries, user_id, name)

    with suppress(DuplicateKey):
        await deps.db.transact(create)
    return await _find(deps, mobile)


async def _find(deps: Deps, mobile: str) -> User:
    async with deps.db.connection() as queries:
        user = await users.by_mobile(queries, mobile)
    if user is None:
        raise LookupError(mobile)
    return user


async def _dress(deps: Deps, user: User, hairstyle: str | None, number: int) -> None:
    """Give a user a face and a past: they have been here for one to four years."""
    name, since = new_key("avatars", "jpg"), _since(deps.now(), number)
    await pictures.store(deps, {name: (face(user.name, hairstyle), pictures.JPEG)})

    async def work(queries: Queries) -> None:
        await users.set_avatar(queries, user.id, name)
        await users.set_created_at(queries, user.id, since)

    await deps.db.transact(work)


def _since(now: datetime, number: int) -> datetime:
    return now - _YEAR - timedelta(days=37 * number % 1100)


async def _add_real_name(deps: Deps, user: User, real_name: str, number: int) -> None:
    """Pass the real-name check for a user, who can then publish and book at once."""
    session = await deps.sessions.find(await deps.sessions.open(user.id, address="", device="demo"))
    if session is not None:
        digits = f"11010519850101{number:03}"  # 1990: the people of earlier releases
        await profile.set_real_name(deps, session, real_name, digits + ric.calc_check_digit(digits + "?"))
        await deps.sessions.end(user.id, session.id)
