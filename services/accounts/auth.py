"""Signing up, in and out."""

from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

import orjson

from models.accounts import users
from models.accounts.users import User
from models.houses import houses
from services import limits
from services.accounts import captcha, sms
from services.accounts.captcha import Admission, CaptchaAnswer
from services.deps import Deps, Visitor
from services.errors import DataExists, HashingQueueFull, NoData, NoSuchUser, WrongCredentials, WrongPassword
from services.houses.changes import invalidating
from utils.crypto import UNREADABLE
from utils.limits import Claim, LimitReached
from utils.mysql import DuplicateKey, Queries
from utils.passwords import HashingSlot, QueueFull
from utils.sessions import Session

T = TypeVar("T")


@dataclass(frozen=True)
class SignedIn:
    """A user, the secret id of the session that was opened, and the cookie by which their device is known from now
    on."""

    user: User
    token: str
    device_cookie: str


@dataclass(frozen=True)
class Identity:
    """What a page shows of whoever is signed in; `avatar` names an object."""

    id: int
    name: str
    mobile: str
    avatar: str | None


async def register(
    deps: Deps, mobile: str, sms_code: str, password: str, visitor: Visitor, picture: CaptchaAnswer | None
) -> SignedIn:
    """Create a user and sign them in. Raises what sms.count_guess and sms.spend raise, HashingQueueFull, and, only
    after a right code, DataExists."""
    claim = ("register_per_ip", visitor.address)
    guess = await sms.count_guess(deps, mobile, "register", visitor, picture, claim)
    async with _hashing_slot(deps, visitor.address, guess) as slot:
        await sms.spend(deps, mobile, "register", sms_code, visitor)
        password_hash = await slot.hash(password)

    async def create(queries: Queries) -> User:
        return await users.get(queries, await users.create(queries, mobile, password_hash))

    try:
        user = await deps.db.transact(create)
    except DuplicateKey:
        raise DataExists("该手机号已注册") from None
    return await _sign_in(deps, user, visitor)


async def login(deps: Deps, mobile: str, password: str, visitor: Visitor, picture: CaptchaAnswer | None) -> SignedIn:
    """Sign in by password. Raises WrongCredentials, after the same work for an unknown mobile, and beyond a limit what
    captcha.count_or_ask raises."""
    attempt = await _count_attempt(deps, mobile, visitor, picture)
    async with _hashing_slot(deps, visitor.address, attempt) as slot:
        user = await _by_mobile(deps, mobile)
        if not await slot.verify(password, user.password_hash if user else None) or user is None:
            raise WrongCredentials
    await deps.limiter.release(attempt.taken)
    await deps.limiter.clear(*_failures_here(deps, mobile, visitor))
    signed_in = await _sign_in(deps, user, visitor)
    # a password change ends all sessions; it cannot know of the one that was opened while it ran
    now = await _by_mobile(deps, mobile)
    if now is None or now.password_hash != user.password_hash:
        await logout(deps, await deps.sessions.find(signed_in.token))
        raise WrongCredentials
    return signed_in


async def login_by_sms(
    deps: Deps, mobile: str, sms_code: str, visitor: Visitor, picture: CaptchaAnswer | None
) -> SignedIn:
    """Sign in by SMS code. Raises what sms.count_guess and sms.spend raise; NoSuchUser, but only after a right
    code."""
    await sms.count_guess(deps, mobile, "login", visitor, picture)
    await sms.spend(deps, mobile, "login", sms_code, visitor)
    user = await _by_mobile(deps, mobile)
    if user is None:
        raise NoSuchUser
    return await _sign_in(deps, user, visitor)


async def logout(deps: Deps, session: Session | None) -> None:
    if session is not None:
        await deps.sessions.end(session.user_id, session.id)


async def reset_password(
    deps: Deps, mobile: str, sms_code: str, password: str, visitor: Visitor, picture: CaptchaAnswer | None
) -> None:
    """Set a password against an SMS code; all sessions end. Raises what login_by_sms raises, and HashingQueueFull."""
    guess = await sms.count_guess(deps, mobile, "reset", visitor, picture)
    async with _hashing_slot(deps, visitor.address, guess) as slot:
        await sms.spend(deps, mobile, "reset", sms_code, visitor)
        user = await _by_mobile(deps, mobile)
        if user is None:
            raise NoSuchUser
        password_hash = await slot.hash(password)
    await _set_password(deps, user, password_hash)
    await deps.limiter.clear(*_failures_here(deps, mobile, visitor))


async def change_password(deps: Deps, session: Session, old: str, new: str, picture: CaptchaAnswer | None) -> None:
    """Set a password against the old one; every other session ends. Raises WrongPassword, and beyond a limit what
    captcha.count_or_ask raises. Only guesses from this session count."""
    user = await current_user(deps, session)
    attempt = await captcha.count_or_ask(deps, picture, ("login_per_device", session.id))
    async with _hashing_slot(deps, session.id, attempt) as slot:
        if not await slot.verify(old, user.password_hash):
            raise WrongPassword
        await deps.limiter.release(attempt.taken)
        password_hash = await slot.hash(new)
    await _set_password(deps, user, password_hash, keep=session)


async def current_user(deps: Deps, session: Session) -> User:
    """Whose session it is. Raises NoSuchUser where that user is gone."""
    async with deps.db.connection() as queries:
        try:
            return await users.get(queries, session.user_id)
        except users.UserNotFound:
            raise NoSuchUser from None


async def lock_user(queries: Queries, user_id: int) -> User:
    """Lock a user, so that what they have is counted by one transaction at a time. Raises NoSuchUser."""
    try:
        return await users.lock(queries, user_id)
    except users.UserNotFound:
        raise NoSuchUser from None


async def identity(deps: Deps, session: Session) -> Identity:
    """The session's user, cached in encrypted form. Raises NoSuchUser where that user is gone."""

    async def fill() -> str:
        user = _identity(await current_user(deps, session))
        return b64encode(deps.vault.seal(orjson.dumps(user).decode(), key)).decode()

    key = _identity_key(session.user_id)
    sealed = b64decode(await deps.cache.get(key, fill))
    try:
        return Identity(**orjson.loads(deps.vault.open(sealed, key)))
    except UNREADABLE:  # another process sealed it with a key that this one does not have
        return _identity(await current_user(deps, session))


def _identity(user: User) -> Identity:
    return Identity(user.id, user.name, user.mobile, user.avatar)


def _identity_key(user_id: int) -> str:
    """The cache key of a user's identity."""
    return f"identity:{user_id}"


async def changing_user(deps: Deps, user_id: int, work: Callable[[Queries], Awaitable[T]]) -> T:
    """Run `work` in a transaction, and drop what is cached of the user and of the houses that show them."""
    async with deps.db.connection() as queries:
        house_ids = await houses.ids_of_user(queries, user_id)
    async with invalidating(deps, house_ids, _identity_key(user_id)):
        return await deps.db.transact(work)


async def sessions(deps: Deps, session: Session) -> list[Session]:
    """All sessions of that user, the one seen last first."""
    return await deps.sessions.of_user(session.user_id)


async def end_session(deps: Deps, session: Session, session_id: str) -> None:
    """End one of the user's own sessions. Raises NoData where there is none of that id."""
    if not await deps.sessions.end(session.user_id, session_id):
        raise NoData


async def _by_mobile(deps: Deps, mobile: str) -> User | None:
    async with deps.db.connection() as queries:
        return await users.by_mobile(queries, mobile)


async def _sign_in(deps: Deps, user: User, visitor: Visitor) -> SignedIn:
    token = await deps.sessions.open(user.id, address=visitor.address, device=visitor.device)
    return SignedIn(user, token, deps.devices.issue(user.mobile, visitor.device_cookie, deps.now()))


async def _set_password(deps: Deps, user: User, password_hash: str, keep: Session | None = None) -> None:
    but = keep.id if keep else None
    # first, so that nothing changes while Redis is away; and again, for whoever signed in meanwhile
    await deps.sessions.end_all(user.id, but=but)
    await deps.db.transact(lambda q: users.set_password(q, user.id, password_hash))
    await deps.sessions.end_all(user.id, but=but)


async def _count_attempt(deps: Deps, mobile: str, visitor: Visitor, picture: CaptchaAnswer | None) -> Admission:
    """Count before comparing, or parallel guesses would all be compared first.

    A device that has signed in as this mobile before has a bucket of its own, which nobody else can use up.
    """
    device = deps.devices.recognise(mobile, visitor.device_cookie, deps.now())
    if device is not None:
        with suppress(LimitReached):
            return Admission(await limits.count(deps, ("login_per_device", device)))
    return await captcha.count_or_ask(
        deps,
        picture,
        _failures_here(deps, mobile, visitor),
        ("login_per_mobile", deps.pseudonyms.of(mobile)),
        ("login_per_ip", visitor.address),
        ("login_overall", ""),
    )


def _failures_here(deps: Deps, mobile: str, visitor: Visitor) -> Claim:
    """Failed sign-ins as this mobile from this address."""
    return "login_per_mobile_and_ip", f"{deps.pseudonyms.of(mobile)}:{visitor.address}"


@asynccontextmanager
async def _hashing_slot(deps: Deps, who: str, admission: Admission) -> AsyncIterator[HashingSlot]:
    """A place in the queue for password hashes, for a request that the limits have let in: others must not fill it.

    Raises HashingQueueFull, which says when to come again; the request then counts nowhere, and no code is spent.
    """
    try:
        slot = deps.password_hasher.slot(who)
    except QueueFull as busy:
        await captcha.release(deps, admission)
        raise HashingQueueFull(retry_after=busy.retry_after) from None
    with slot:
        yield slot
