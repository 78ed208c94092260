"""Where a user's notifications may go."""

import orjson

from models.accounts import users
from models.notifications import mail_addresses, push_subscriptions
from models.notifications.push_subscriptions import StoredSubscription
from models.notifications.types import Address, Channel
from models.types import UserId
from utils.mysql import Queries


async def of_user(queries: Queries, user_id: UserId) -> dict[Channel, list[Address]]:
    """The addresses of each channel: the mobile, the verified mail address, the subscribed browsers.

    A list may be empty. Raises UserNotFound.
    """
    user, mail, browsers = await queries.gather(
        users.get(queries, user_id),
        mail_addresses.get(queries, user_id),
        push_subscriptions.of_user(queries, user_id),
    )
    return {
        "sms": [Address(user_id, user.mobile)],
        "mail": [Address(user_id, mail.address)] if mail and mail.address else [],
        "push": [_browser(each) for each in browsers],
    }


def _browser(found: StoredSubscription) -> Address:
    value = {"endpoint": found.endpoint, "keys": {"p256dh": found.p256dh, "auth": found.auth}}
    return Address(found.user_id, orjson.dumps(value).decode(), found.id, found.session_id)
