"""The browsers that show a user's notifications."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.notifications import push_views
from handlers.notifications.push_forms import PushSubscriptionForm, SubscriptionIdForm
from services.errors import NoData, NoSuchUser, OutboundServiceError, TooOften
from services.notifications import push_subscriptions
from utils.web_push import Receiver


async def show_key(api: ApiHandler) -> push_views.PushKeyView:
    """Show the key with which browsers subscribe to notifications."""
    sender = api.deps.web_push
    return push_views.PushKeyView(sender.public_key if sender else None)


@refuses(TooOften, NoSuchUser, OutboundServiceError)
async def add(api: ApiHandler, form: PushSubscriptionForm) -> push_views.PushSubscriptionView:
    """Let a browser show one's notifications.

    The subscription ends with the session of this request.
    """
    receiver = Receiver(form.endpoint, form.keys.p256dh, form.keys.auth)
    return push_views.PushSubscriptionView(await push_subscriptions.add(api.deps, api.signed_in, receiver))


@refuses(NoData)
async def remove(api: ApiHandler, form: SubscriptionIdForm) -> None:
    """End notifications in a browser."""
    await push_subscriptions.remove(api.deps, api.signed_in, form.subscription_id)
