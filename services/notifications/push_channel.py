"""Notifications in browsers, also while no page of ihome is open."""

import orjson

from models.notifications import push_subscriptions
from models.notifications.types import Address, NotificationText
from services.deps import PushSender
from utils.masking import mask_mobiles
from utils.mysql import Database
from utils.notification_channels import NotDelivered
from utils.redis import RedisUnavailable
from utils.sessions import SessionStore
from utils.web_push import Push, Receiver, SubscriptionGone

_SECONDS = 24 * 3600
"""How long a push service stores a message for a browser that is offline."""
_MAX_TITLE, _MAX_BODY, _MAX_URL = 100, 300, 300
"""Characters, of at most 4 bytes and 6 where JSON escapes them: all three fit into what push services take."""


class PushChannel:
    """Sends to browsers whose session has not ended, and forgets the others."""

    def __init__(self, sender: PushSender, db: Database, sessions: SessionStore) -> None:
        self._sender = sender
        self._db = db
        self._sessions = sessions

    async def send(self, to: Address, text: NotificationText) -> None:
        """Send a message to one browser. Raises NotDelivered."""
        keys = orjson.loads(to.value)["keys"]
        receiver = Receiver(orjson.loads(to.value)["endpoint"], keys["p256dh"], keys["auth"])
        try:
            if to.session_id not in await self._sessions.open_ids(to.user_id):
                raise SubscriptionGone
            await self._sender.send(receiver, Push(_payload(text), text.id, _SECONDS))
        except RedisUnavailable:
            raise NotDelivered("no redis") from None
        except SubscriptionGone:
            await self._db.transact(lambda queries: push_subscriptions.delete(queries, to.user_id, to.id))
            raise


def _payload(text: NotificationText) -> bytes:
    """What static/sw.js shows."""
    shown = {
        "id": text.id,
        "title": mask_mobiles(text.title)[:_MAX_TITLE],
        "body": mask_mobiles(text.body)[:_MAX_BODY],
        "url": text.url[:_MAX_URL],
        "lang": text.language,
    }
    return orjson.dumps(shown)
