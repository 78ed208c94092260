"""Notifications by SMS. Each costs money, so budgets of their own bound them; codes have others (services/accounts)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from models.notifications.types import Address, NotificationText
from services.deps import SmsSender
from services.local_time import LOCAL
from services.notifications.kinds import BY_NAME
from utils.crypto import Pseudonyms
from utils.first_tries import FirstTries
from utils.limits import Limiter, LimitReached
from utils.masking import mask_mobiles
from utils.metrics import LIMITS_HIT, SMS_SENT
from utils.notification_channels import NotDelivered
from utils.redis import RedisUnavailable
from utils.sms import SmsNotification

_RETRY_SECONDS = 60
"""The next try asks the provider first, so it may follow: this time is enough for its records."""


class SmsChannel:
    """Counts an SMS in the budgets, once for all tries, and sends it. `clock` is the time with a time zone."""

    def __init__(
        self,
        sender: SmsSender,
        limiter: Limiter,
        tries: FirstTries,
        pseudonyms: Pseudonyms,
        clock: Callable[[], datetime],
    ) -> None:
        self._sender = sender
        self._limiter = limiter
        self._tries = tries
        self._pseudonyms = pseudonyms
        self._clock = clock

    async def send(self, to: Address, text: NotificationText) -> None:
        """Send an SMS, unless an earlier try has sent it.

        Raises NotDelivered, also beyond a budget and without Redis.
        """
        account = self._pseudonyms.of(to.value)
        mark = f"{account}:{text.id}"
        variables = {name: mask_mobiles(value) for name, value in text.variables.items()}
        sms = SmsNotification(to.value, text.kind, variables, text.id)
        try:
            await self._count(text, account, mark)
            first = await self._tries.note(mark)
        except RedisUnavailable:
            raise NotDelivered("no redis", retry_after=_RETRY_SECONDS) from None
        try:
            await self._sender.notify(sms, days=() if first else self._days())
        except NotDelivered as failed:
            SMS_SENT.labels("failed").inc()
            wait = None if failed.permanent else failed.retry_after or _RETRY_SECONDS
            raise NotDelivered(str(failed), permanent=failed.permanent, retry_after=wait) from None
        SMS_SENT.labels("sent").inc()

    async def _count(self, text: NotificationText, account: str, mark: str) -> None:
        """Warnings about the account have budgets of their own: no stranger's bookings use them up."""
        name = "sms_warnings" if BY_NAME[text.kind].locked else "sms_notifications"
        guest = () if text.guest_id is None else ((f"{name}_per_guest", str(text.guest_id)),)
        try:
            await self._limiter.acquire((f"{name}_per_mobile", account), *guest, (f"{name}_overall", ""), mark=mark)
        except LimitReached as limit:
            LIMITS_HIT.labels(limit.name).inc()
            raise NotDelivered(limit.name, retry_after=limit.retry_after) from None

    def _days(self) -> tuple[str, ...]:
        """When an earlier try may have been: today and yesterday in China."""
        today = self._clock().astimezone(LOCAL)
        return f"{today:%Y%m%d}", f"{today - timedelta(days=1):%Y%m%d}"
