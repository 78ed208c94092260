"""Users and their sessions, as clients read them."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Annotated, Literal

from pydantic import Field

from handlers.api.answers import view
from handlers.api.fields import LocalTime, MobileNumber, Number, Text, Url, UrlOf, local_time
from models.accounts.users import User
from services.accounts.auth import Identity
from utils.bearer_tokens import TokenPair
from utils.sessions import Session
from utils.user_agents import device_name

Seconds = Annotated[int, Field(examples=[900], ge=0)]


@view
class UserView:
    """A user, as they see themselves."""

    user_id: Number
    """The user's id."""
    name: Text
    """The name that others see; the mobile number until the user chooses one."""
    mobile: MobileNumber
    """The mobile number to sign in with."""
    avatar: Url | None
    """The URL of the picture; null without one."""
    create_time: LocalTime
    """When the account was created."""


@view
class AgreedDocumentView:
    """A document that users agree to."""

    name: Annotated[Literal["terms", "privacy"], Field(examples=["terms"])]
    """Which document it is."""
    version: Annotated[str, Field(examples=["2026-11-22"])]
    """The date from which this version holds."""
    url: Annotated[str, Field(examples=["/terms"])]
    """The path of its page."""


@view
class TermsView:
    """What users agree to at registering."""

    version: Annotated[str, Field(examples=["2026-11-22"])]
    """The version of all documents together: the latest of their dates."""
    documents: list[AgreedDocumentView]
    """Each document with its own version."""


@view
class UserIdView:
    """Which user has signed in."""

    user_id: Number
    """The user's id."""


@view
class IdentityView:
    """The user of this session."""

    user_id: Number
    """The user's id."""
    name: Text
    """The name that others see."""
    mobile: MobileNumber
    """The mobile number to sign in with."""
    avatar: Url | None
    """The URL of the picture; null without one."""


@view
class NameView:
    """A user's name."""

    name: Text
    """The name that others see."""


@view
class AvatarView:
    """A user's new picture."""

    avatar_url: Url | None
    """The URL of the picture."""


@view
class RealNameView:
    """The real-name check: both are null until it is passed."""

    real_name: Text | None
    """The name on the identity card."""
    id_card: Text | None
    """The identity number, masked: three digits, eleven asterisks, four characters."""


@view
class TokensView:
    """The tokens of an app that has signed in (RFC 6750)."""

    token_type: Annotated[Literal["Bearer"], Field(examples=["Bearer"])]
    """How to send the access token: `Authorization: Bearer …`."""
    access_token: Text
    """Authorizes requests until it expires."""
    expires_in: Seconds
    """The remaining life of the access token in seconds."""
    refresh_token: Text
    """Can be exchanged once for the next pair of tokens."""
    refresh_expires_in: Seconds
    """The remaining life of the refresh token in seconds; if it expires unused, the app has to sign in again."""
    user_id: Number
    """The user's id."""


@view
class SessionView:
    """A device that is signed in."""

    id: Text
    """Identifies the session for ending it; it is no credential."""
    name: Annotated[str, Field(examples=["Chrome · Windows"])]
    """The device in words: its program and its system."""
    device: Text
    """What the device calls itself (User-Agent)."""
    address: Text
    """The network address from which the session was opened."""
    last_seen: LocalTime
    """When the device sent its last request, to the minute."""
    opened: LocalTime
    """When the device signed in."""
    current: bool
    """Whether it is the session of this request."""
    kind: Annotated[Literal["browser", "app"], Field(examples=["browser"])]
    """A browser holds a cookie, an app holds tokens."""


@view
class SessionsView:
    """All devices of a user."""

    sessions: list[SessionView]
    """The device seen last comes first."""


def user(user: User, url: UrlOf) -> UserView:
    return UserView(user.id, user.name, user.mobile, url(user.avatar), local_time(user.created_at))


def identity(identity: Identity, url: UrlOf) -> IdentityView:
    return IdentityView(identity.id, identity.name, identity.mobile, url(identity.avatar))


def tokens(pair: TokenPair) -> TokensView:
    return TokensView(
        "Bearer",
        access_token=pair.access_token,
        expires_in=pair.expires_in,
        refresh_token=pair.refresh_token,
        refresh_expires_in=pair.refresh_expires_in,
        user_id=pair.session.user_id,
    )


def sessions(found: list[Session], current: Session, translate: Callable[[str], str]) -> SessionsView:
    return SessionsView([_session(session, current, translate) for session in found])


def _session(session: Session, current: Session, translate: Callable[[str], str]) -> SessionView:
    return SessionView(
        id=session.id,
        name=_name(session, translate),
        device=session.device,
        address=session.address,
        last_seen=local_time(datetime.fromtimestamp(session.seen, UTC)),
        opened=local_time(datetime.fromtimestamp(session.opened, UTC)),
        current=session.id == current.id,
        kind=session.kind,
    )


def _name(session: Session, translate: Callable[[str], str]) -> str:
    """A device in words. Apps have the name of ihome: what they call themselves is their system's."""
    known = device_name(session.device)
    program = translate("爱家租房 App") if session.kind == "app" else known.program
    return " · ".join(word for word in (program, known.system) if word) or translate("未知设备")
