"""Registering, signing in and out, passwords, and the user of a session."""

from base64 import b64decode, b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

import orjson

from models.accounts import users
from models.accounts.users import User
from models.houses import houses
from models.programs import api_keys, webhook_endpoints
from models.types import UserId
from services import limits
from services.accounts import captcha, consents, sms
from services.accounts.captcha import Admission, CaptchaAnswer
from services.accounts.consents import Agreed
from services.accounts.sms import SmsProof
from services.deps import Deps, Visitor
from services.errors import DataExists, HashingQueueFull, NoData, NoSuchUser, WrongCredentials, WrongPassword
from services.events.recording import record
from services.events.types import AccountChange
from services.houses import cache
from services.houses.changes import invalidating
from utils.crypto import UNREADABLE
from utils.limits import Claim, LimitReached
from utils.mysql import DuplicateKey, Queries
from utils.passwords import HashingSlot, QueueFull
from utils.sessions import Session
from utils.user_agents import device_name

T = TypeVar("T")


@dataclass(frozen=True)
class PasswordProof:
    """A mobile and its password; `picture` is the picture code that is needed beyond a limit."""

    mobile: str
    password: str
    picture: CaptchaAnswer | None = None


@dataclass(frozen=True)
class SignedIn:
    """A user, the secret of the new session, and the cookie that makes the device a known one."""

    user: User
    session_secret: str
    device_cookie: str


@dataclass(frozen=True)
class Identity:
    """What a page shows of the signed-in user; `avatar` is the name of a stored object."""

    id: int
    name: str
    mobile: str
    avatar: str | None


async def register(
    deps: Deps, proof: SmsProof, password: str, visitor: Visitor, agreed: Agreed | None = None
) -> SignedIn:
    """Create a user, who may agree to the terms with it, and sign them in.

    Raises BadParameters for terms that are not the current ones, CaptchaRequired, WrongCaptcha, ExpiredCaptcha, NoData
    and DataError for the SMS code, HashingQueueFull, and DataExists for a registered mobile, but only after a correct
    code.
    """
    agreement = consents.check(deps, agreed) if agreed else None
    claim = ("register_per_ip", visitor.address)
    admission = await sms.count_guess(deps, proof, "register", visitor, claim)
    async with _hashing_slot(deps, visitor.address, admission) as slot:
        await sms.spend(deps, proof, "register", visitor)
        password_hash = await slot.hash(password)

    async def create(queries: Queries) -> User:
        user = await users.get(queries, await users.create(queries, proof.mobile, password_hash))
        if agreement:
            await consents.record(queries, user.id, agreement)
        return user

    try:
        user = await deps.db.transact(create)
    except DuplicateKey:
        raise DataExists("该手机号已注册") from None
    return await _open_session(deps, user, visitor)


async def login(deps: Deps, proof: PasswordProof, visitor: Visitor) -> SignedIn:
    """Sign in with a password. Raises the refusals of `check_password`."""
    user = await check_password(deps, proof, visitor)
    signed_in = await _open_session(deps, user, visitor)
    if not await has_same_password(deps, user):
        await logout(deps, await deps.sessions.find(signed_in.session_secret))
        raise WrongCredentials
    return signed_in


async def login_by_sms(deps: Deps, proof: SmsProof, visitor: Visitor) -> SignedIn:
    """Sign in with an SMS code. Raises the refusals of `check_sms_code`."""
    user = await check_sms_code(deps, proof, visitor)
    return await _open_session(deps, user, visitor)


async def check_password(deps: Deps, proof: PasswordProof, visitor: Visitor) -> User:
    """The user with this mobile and password, who is told of a device that is new to the account.

    Raises WrongCredentials, after the same work for an unknown mobile; HashingQueueFull; and beyond a limit
    CaptchaRequired, WrongCaptcha and ExpiredCaptcha.
    """
    admission = await _count_attempt(deps, proof, visitor)
    async with _hashing_slot(deps, visitor.address, admission) as slot:
        user = await _by_mobile(deps, proof.mobile)
        if not await slot.verify(proof.password, user.password_hash if user else None) or user is None:
            raise WrongCredentials
    await deps.limiter.release(admission.grant)
    await deps.limiter.clear(*_failures_here(deps, proof.mobile, visitor))
    await _tell_of_device(deps, user, visitor)
    return user


async def check_sms_code(deps: Deps, proof: SmsProof, visitor: Visitor) -> User:
    """The user with this mobile, whose SMS code is spent, and who is told of a device that is new to the account.

    Raises CaptchaRequired, WrongCaptcha, ExpiredCaptcha, NoData and DataError for the SMS code, and NoSuchUser for an
    unknown mobile, but only after a correct code.
    """
    await sms.count_guess(deps, proof, "login", visitor)
    await sms.spend(deps, proof, "login", visitor)
    user = await _by_mobile(deps, proof.mobile)
    if user is None:
        raise NoSuchUser
    await _tell_of_device(deps, user, visitor)
    return user


async def has_same_password(deps: Deps, user: User) -> bool:
    """Whether the password is still the one that was checked.

    A password change ends all sessions that it knows; it cannot know one that is opened while it runs.
    """
    now = await _by_mobile(deps, user.mobile)
    return now is not None and now.password_hash == user.password_hash


async def logout(deps: Deps, session: Session | None) -> None:
    """End a session; nothing happens without one."""
    if session is not None:
        await deps.sessions.end(session.user_id, session.id)


async def reset_password(deps: Deps, proof: SmsProof, password: str, visitor: Visitor) -> None:
    """Set a password with an SMS code; all sessions and API keys end, and webhooks are disabled.

    Raises CaptchaRequired, WrongCaptcha, ExpiredCaptcha, NoData and DataError for the SMS code, HashingQueueFull, and
    NoSuchUser for an unknown mobile, but only after a correct code.
    """
    admission = await sms.count_guess(deps, proof, "reset", visitor)
    async with _hashing_slot(deps, visitor.address, admission) as slot:
        await sms.spend(deps, proof, "reset", visitor)
        user = await _by_mobile(deps, proof.mobile)
        if user is None:
            raise NoSuchUser
        password_hash = await slot.hash(password)
    await _set_password(deps, user, password_hash, lost=True)
    await deps.limiter.clear(*_failures_here(deps, proof.mobile, visitor))


async def change_password(deps: Deps, session: Session, old: str, new: str, picture: CaptchaAnswer | None) -> None:
    """Set a password with the old one; every other session ends.

    Raises WrongPassword, NoSuchUser, HashingQueueFull, and beyond a limit, which counts the guesses of this session
    only, CaptchaRequired, WrongCaptcha and ExpiredCaptcha.
    """
    user = await current_user(deps, session)
    admission = await captcha.count_or_ask(deps, picture, ("login_per_device", session.id))
    async with _hashing_slot(deps, session.id, admission) as slot:
        if not await slot.verify(old, user.password_hash):
            raise WrongPassword
        await deps.limiter.release(admission.grant)
        password_hash = await slot.hash(new)
    await _set_password(deps, user, password_hash, keep=session)


async def current_user(deps: Deps, session: Session) -> User:
    """The user of a session. Raises NoSuchUser where the account is gone."""
    async with deps.db.connection() as queries:
        try:
            return await users.get(queries, session.user_id)
        except users.UserNotFound:
            raise NoSuchUser from None


async def lock_user(queries: Queries, user_id: int) -> User:
    """Lock a user's row, so that one transaction at a time counts what the user has. Raises NoSuchUser."""
    try:
        return await users.lock(queries, user_id)
    except users.UserNotFound:
        raise NoSuchUser from None


async def _tell_of_device(deps: Deps, user: User, visitor: Visitor) -> None:
    """Record that a device signs in which the account does not know, before a session is opened for it."""
    if deps.devices.recognise(user.mobile, visitor.device_cookie, deps.now()) is None:
        known = device_name(visitor.device)
        change = AccountChange(UserId(user.id), " on ".join(filter(None, (known.program, known.system))) or None)
        await deps.db.transact(lambda queries: _record(deps, queries, "user.device_signed_in", change))


async def identity(deps: Deps, session: Session) -> Identity:
    """The user of a session, cached in encrypted form. Raises NoSuchUser where the account is gone."""

    async def fill() -> str:
        user = _identity(await current_user(deps, session))
        return b64encode(deps.vault.seal(orjson.dumps(user).decode(), key)).decode()

    key = _identity_key(session.user_id)
    sealed = b64decode(await deps.cache.get(key, fill))
    try:
        return Identity(**orjson.loads(deps.vault.open(sealed, key)))
    except UNREADABLE:  # another process sealed it with a key that this one does not have
        return _identity(await current_user(deps, session))


async def changing_user(deps: Deps, user_id: int, work: Callable[[Queries], Awaitable[T]]) -> T:
    """Run `work` in a transaction; invalidate what the cache has of the user and of the houses that show them."""
    async with deps.db.connection() as queries:
        house_ids = await houses.ids_of_user(queries, user_id)
    async with invalidating(deps, house_ids, _identity_key(user_id), cache.host_key(UserId(user_id))):
        return await deps.db.transact(work)


async def sessions(deps: Deps, session: Session) -> list[Session]:
    """All sessions of that user, the one seen last first."""
    return await deps.sessions.of_user(session.user_id)


async def end_session(deps: Deps, session: Session, session_id: str) -> None:
    """End one of the user's own sessions. Raises NoData where the user has none with this id."""
    if not await deps.sessions.end(session.user_id, session_id):
        raise NoData


def _identity(user: User) -> Identity:
    return Identity(user.id, user.name, user.mobile, user.avatar)


def _identity_key(user_id: int) -> str:
    """The cache key of a user's identity."""
    return f"identity:{user_id}"


async def _by_mobile(deps: Deps, mobile: str) -> User | None:
    async with deps.db.connection() as queries:
        return await users.by_mobile(queries, mobile)


async def _open_session(deps: Deps, user: User, visitor: Visitor) -> SignedIn:
    secret = await deps.sessions.open(user.id, address=visitor.address, device=visitor.device)
    return SignedIn(user, secret, deps.devices.issue(user.mobile, visitor.device_cookie, deps.now()))


async def _record(deps: Deps, queries: Queries, type_: str, change: AccountChange) -> None:
    """Record what happened to an account, and tell its owner."""
    await record(deps, queries, type_, change, [change.user_id], [change.user_id])


async def _set_password(
    deps: Deps, user: User, password_hash: str, *, keep: Session | None = None, lost: bool = False
) -> None:
    """Set a password and end all sessions of the user but `keep`.

    Where the account was `lost`, its API keys end and its webhooks are disabled: an intruder may have left them.
    """
    kept_id = keep.id if keep else None

    async def set_password(queries: Queries) -> None:
        await users.set_password(queries, user.id, password_hash)
        if lost:
            await _end_programs(queries, UserId(user.id))
        await _record(deps, queries, "user.password_changed", AccountChange(UserId(user.id)))

    # before: nothing may change while Redis is away; after: somebody may have signed in meanwhile
    await deps.sessions.end_all(user.id, but=kept_id)
    await deps.db.transact(set_password)
    await deps.sessions.end_all(user.id, but=kept_id)
    if lost:  # those that a session made before its end
        await deps.db.transact(lambda queries: _end_programs(queries, UserId(user.id)))


async def _end_programs(queries: Queries, user_id: UserId) -> None:
    await api_keys.remove_all(queries, user_id)
    await webhook_endpoints.disable_all(queries, user_id)


async def _count_attempt(deps: Deps, proof: PasswordProof, visitor: Visitor) -> Admission:
    """Count a sign-in before its password is compared: parallel guesses would otherwise all be compared first.

    A device that has signed in as this mobile before has a limit of its own, which nobody else can use up.
    """
    device = deps.devices.recognise(proof.mobile, visitor.device_cookie, deps.now())
    if device is not None:
        with suppress(LimitReached):
            return Admission(await limits.count(deps, ("login_per_device", device)))
    return await captcha.count_or_ask(
        deps,
        proof.picture,
        _failures_here(deps, proof.mobile, visitor),
        ("login_per_mobile", deps.pseudonyms.of(proof.mobile)),
        ("login_per_ip", visitor.address),
        ("login_overall", ""),
    )


def _failures_here(deps: Deps, mobile: str, visitor: Visitor) -> Claim:
    """Failed sign-ins as this mobile from this address."""
    return "login_per_mobile_and_ip", f"{deps.pseudonyms.of(mobile)}:{visitor.address}"


@asynccontextmanager
async def _hashing_slot(deps: Deps, client: str, admission: Admission) -> AsyncIterator[HashingSlot]:
    """A place in the queue for password hashes. Only requests that the limits have admitted may enter the queue.

    `client` is the address or session that reservations are counted for. Raises HashingQueueFull with the time to come
    again; the request then counts in no limit, and no code is spent.
    """
    try:
        slot = deps.password_hasher.slot(client)
    except QueueFull as full:
        await captcha.release(deps, admission)
        raise HashingQueueFull(retry_after=full.retry_after) from None
    with slot:
        yield slot
