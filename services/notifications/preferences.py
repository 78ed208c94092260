"""When and how a user wants to be notified: kinds by channel, quiet hours, language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Literal

from models.notifications import settings
from models.notifications.settings import Language, QuietHours
from models.notifications.types import Channel
from models.types import UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import BadParameters, NoSuchUser
from services.local_time import LOCAL
from services.notifications import addresses
from services.notifications.kinds import BY_NAME, KINDS, Kind
from utils.mysql import Queries
from utils.sessions import Session

DEFAULT_QUIET = QuietHours(time(22), time(8))
Choices = Mapping[str, Mapping[Channel, bool]]
"""For kinds, by name: whether a channel is on."""


@dataclass(frozen=True)
class Preferences:
    """A user's choices, with the defaults for what they have not chosen."""

    language: Language
    quiet: QuietHours | None
    chosen: Choices
    """What differs from the defaults."""

    def wants(self, kind: Kind, channel: Channel) -> bool:
        """Whether notifications of that kind go over the channel."""
        if channel not in kind.channels:
            return False
        return kind.locked or self.chosen.get(kind.name, {}).get(channel, True)

    @property
    def choices(self) -> Choices:
        """Every kind that can be chosen, with each of its channels."""
        return {
            kind.name: {channel: self.wants(kind, channel) for channel in kind.channels}
            for kind in KINDS
            if not kind.locked
        }


@dataclass(frozen=True)
class Change:
    """What a user changes; None stays as it is."""

    language: Language | None = None
    quiet: QuietHours | Literal["none"] | None = None
    choices: Choices | None = None


@dataclass(frozen=True)
class Overview:
    """A user's preferences, the channels of this installation, and those where the user has an address."""

    preferences: Preferences
    available: frozenset[Channel]
    ready: frozenset[Channel]


async def read(queries: Queries, user_id: UserId) -> Preferences | None:
    """A user's preferences; None for a user who is gone."""
    stored = await settings.get(queries, user_id)
    if stored is None:
        return None
    quiet = stored.quiet if stored.saved else DEFAULT_QUIET
    return Preferences(stored.language or "zh", quiet, stored.choices)


async def overview(deps: Deps, session: Session) -> Overview:
    """The user's preferences, and which channels can be used. Raises NoSuchUser."""
    user_id = UserId(session.user_id)
    async with deps.db.connection() as queries:
        found = _existing(await read(queries, user_id))
        known = await addresses.of_user(queries, user_id)
    ready = frozenset(channel for channel, those in known.items() if those)
    return Overview(found, frozenset(deps.channels), ready)


async def change(deps: Deps, session: Session, wanted: Change) -> None:
    """Change the user's preferences. Raises BadParameters, TooOften and NoSuchUser."""
    chosen = _checked(wanted.choices or {})
    await limits.acquire(deps, ("notification_per_user", str(session.user_id)))
    user_id = UserId(session.user_id)

    async def work(queries: Queries) -> None:
        await lock_user(queries, user_id)
        before = _existing(await read(queries, user_id))
        if wanted.language:
            await settings.set_language(queries, user_id, wanted.language)
        if wanted.quiet is not None or wanted.choices is not None:
            await settings.put(queries, user_id, _quiet(before, wanted), _merged(before, chosen))

    await deps.db.transact(work)


async def switch_off(queries: Queries, user_id: UserId, kind: str, channel: Channel) -> None:
    """Switch a kind of notification off on a channel, as a link in a mail does; nothing happens for a locked kind.

    Raises NoSuchUser.
    """
    await lock_user(queries, user_id)
    before = await read(queries, user_id)
    if before is not None and kind in before.choices:
        await settings.put(queries, user_id, before.quiet, _merged(before, {kind: {channel: False}}))


def _existing(found: Preferences | None) -> Preferences:
    if found is None:
        raise NoSuchUser
    return found


def _quiet(before: Preferences, wanted: Change) -> QuietHours | None:
    if wanted.quiet == "none":
        return None
    return wanted.quiet or before.quiet


def _checked(choices: Choices) -> Choices:
    """Raises BadParameters for a kind or a channel that cannot be chosen."""
    for name, channels in choices.items():
        kind = BY_NAME.get(name)
        if kind is None or kind.locked or not set(channels) <= set(kind.channels):
            raise BadParameters(fields={"choices": "没有这种通知，或者它不能这样设置"})
    return choices


def _merged(before: Preferences, chosen: Choices) -> Choices:
    """What differs from the defaults after a change."""
    merged: dict[str, dict[Channel, bool]] = {}
    for name, channels in before.choices.items():
        now = {**channels, **chosen.get(name, {})}
        if not all(now.values()):
            merged[name] = {channel: on for channel, on in now.items() if not on}
    return merged


def end_of_quiet(quiet: QuietHours | None, at: datetime) -> datetime:
    """When the quiet hours that hold at `at` end; `at` itself where none do. Times are naive UTC."""
    if quiet is None:
        return at
    local = at.replace(tzinfo=UTC).astimezone(LOCAL)
    end = datetime.combine(local.date(), quiet.end, LOCAL)
    now = local.time()
    if quiet.start <= quiet.end:
        if not quiet.start <= now < quiet.end:
            return at
    elif now >= quiet.start:
        end += timedelta(days=1)
    elif now >= quiet.end:
        return at
    return end.astimezone(UTC).replace(tzinfo=None)
