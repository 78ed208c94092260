"""The browsers that show a user's notifications."""

from models.notifications import push_subscriptions
from models.notifications.push_subscriptions import Subscription
from models.types import UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import BadParameters, NoData, OutboundServiceError
from utils.mysql import Queries
from utils.sessions import Session
from utils.web_push import InvalidSubscription, Receiver

MAX_BROWSERS = 10
"""Browsers of one user; the oldest gives way to a new one."""


async def add(deps: Deps, session: Session, receiver: Receiver) -> int:
    """Let a browser show the user's notifications until its session ends; returns the subscription's id.

    A browser that another user has subscribed is this user's from now on. Raises BadParameters, TooOften, NoSuchUser,
    and OutboundServiceError where this installation sends none.
    """
    if deps.web_push is None:
        raise OutboundServiceError("暂时不能发送浏览器通知")
    try:
        deps.web_push.check(receiver)
    except InvalidSubscription as error:
        raise BadParameters(fields={error.name: "浏览器的通知订阅无效"}) from None
    await limits.acquire(deps, ("push_per_user", str(session.user_id)))
    user_id, new = UserId(session.user_id), Subscription(receiver.endpoint, receiver.p256dh, receiver.auth)

    async def store(queries: Queries) -> int:
        await lock_user(queries, user_id)
        added = await push_subscriptions.put(queries, user_id, session.id, new, deps.now())
        others = [each.id for each in await push_subscriptions.of_user(queries, user_id) if each.id != added]
        for too_old in others[: max(0, len(others) + 1 - MAX_BROWSERS)]:
            await push_subscriptions.delete(queries, user_id, too_old)
        return added

    return await deps.db.transact(store)


async def remove(deps: Deps, session: Session, subscription_id: int) -> None:
    """End a subscription of the user. Raises NoData where there is none."""
    user_id = UserId(session.user_id)
    if not await deps.db.transact(lambda queries: push_subscriptions.delete(queries, user_id, subscription_id)):
        raise NoData
