"""The mail address of a user: given, verified by a link that is opened, forgotten.

Several accounts may have one address. It opens no account, and a refusal would tell strangers who has one.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from models.notifications import mail_addresses
from models.notifications.mail_addresses import MailAddress, Waiting
from models.types import UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps, Visitor
from services.errors import NoData, OutboundServiceError
from utils.mail_message import Mail
from utils.mysql import Queries
from utils.notification_channels import NotDelivered
from utils.sessions import Session

_NONE = MailAddress(UserId(0), None, None, None, None)


@dataclass(frozen=True)
class Link:
    """A link that verifies an address. Only its hash is stored."""

    token: str = field(repr=False)

    @property
    def hash(self) -> bytes:
        return hashlib.sha256(self.token.encode()).digest()


async def show(deps: Deps, session: Session) -> MailAddress:
    """The user's addresses; one whose link has expired waits no more."""
    async with deps.db.connection() as queries:
        found = await mail_addresses.get(queries, UserId(session.user_id)) or _NONE
    expired = found.token_until is not None and found.token_until <= deps.now()
    return MailAddress(found.user_id, found.address, found.verified_at, None, None) if expired else found


async def give(deps: Deps, session: Session, address: str, language: str, visitor: Visitor) -> MailAddress:
    """Send a link to `address`; it becomes the user's when somebody confirms there. `language` is zh or en.

    The verified address stays until then; for this one, nothing is sent. Raises TooOften, TooOftenFromAddress,
    NoSuchUser, and OutboundServiceError where no mail can be sent.
    """
    known = await show(deps, session)
    if known.address == address:
        return known
    if deps.mail is None:
        raise OutboundServiceError("暂时不能发送邮件")
    await limits.acquire(
        deps,
        ("mail_link_per_user", str(session.user_id)),
        ("mail_link_per_address", deps.pseudonyms.of(mailbox(address))),
        ("mail_link_per_ip", visitor.address),
        ("mail_link_overall", ""),
    )
    link, user_id = Link(secrets.token_urlsafe(32)), UserId(session.user_id)
    until = deps.now() + timedelta(seconds=deps.mail_link_seconds)
    new = Waiting(address, link.hash, until, session.id)

    async def store(queries: Queries) -> None:
        await lock_user(queries, user_id)
        await mail_addresses.set_pending(queries, user_id, new)

    await deps.db.transact(store)
    try:
        await deps.mail.send(_mail(deps, address, language, link))
    except NotDelivered:
        raise OutboundServiceError("发送失败") from None
    return await show(deps, session)


async def verify(deps: Deps, token: str, visitor: Visitor) -> None:
    """Confirm that the mail with this link arrived. Raises NoData for a link that is unknown, used or has ended.

    Raises TooOftenFromAddress beyond a limit.
    """
    await limits.acquire(deps, ("mail_check_per_ip", visitor.address))
    now = deps.now()
    if not await is_valid(deps, token) or not await deps.db.transact(
        lambda queries: mail_addresses.verify(queries, Link(token).hash, now)
    ):
        raise NoData("链接已失效，请重新获取")


async def is_valid(deps: Deps, token: str) -> bool:
    """Whether a link can still verify an address: it ends with the session in which the address was given.

    Asking changes nothing: mail servers open links, too.
    """
    async with deps.db.connection() as queries:
        found = await mail_addresses.by_link(queries, Link(token).hash, deps.now())
    return found is not None and found[1] in await deps.sessions.open_ids(found[0])


async def forget(deps: Deps, session: Session) -> None:
    """Forget the user's addresses; an open link ends. Raises TooOften."""
    await limits.acquire(deps, ("profile_per_user", str(session.user_id)))
    await deps.db.transact(lambda queries: mail_addresses.delete(queries, UserId(session.user_id)))


def mailbox(address: str) -> str:
    """What limits count: many spellings with + and dots lead to one mailbox."""
    local, _, domain = address.lower().partition("@")
    return f"{local.partition('+')[0].replace('.', '')}@{domain}"


def _mail(deps: Deps, address: str, language: str, link: Link) -> Mail:
    texts = deps.mail_texts[language]
    return Mail(
        to=address,
        subject=texts.verify_subject,
        body=texts.verify_body.strip().format(hours=max(1, deps.mail_link_seconds // 3600)),
        link=f"{deps.site_url}/mail/verify/{link.token}",
        link_text=texts.verify_link,
        footer=texts.verify_footer,
        language=language,
        id=f"verify-{link.hash.hex()[:32]}",
    )
