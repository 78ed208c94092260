"""Webhooks (docs/webhooks.md)."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.programs import views
from handlers.programs.forms import DeliveriesForm, DeliveryIdForm, WebhookChangeForm, WebhookForm, WebhookIdForm
from models.types import DeliveryId, EndpointId
from services.errors import QuotaExceeded, SignInAgain, TooOften
from services.programs import webhooks
from services.programs.webhooks import NoSuchWebhook, WebhookDisabled


async def list_webhooks(api: ApiHandler) -> views.WebhooksView:
    """List one's webhooks."""
    found = await webhooks.list_endpoints(api.deps, api.signed_in)
    return views.WebhooksView([views.webhook(each) for each in found])


@refuses(SignInAgain, QuotaExceeded, TooOften)
async def add(api: ApiHandler, form: WebhookForm) -> views.WebhookSecretView:
    """Add a webhook.

    The answer is the only one that shows its secret.
    """
    made = await webhooks.add(api.deps, api.signed_in, form.url, form.types)
    return views.WebhookSecretView(made.id, made.secret)


@refuses(NoSuchWebhook, SignInAgain, TooOften)
async def change(api: ApiHandler, form: WebhookChangeForm) -> None:
    """Change a webhook.

    What waits is dropped if its address changes or it is disabled.
    """
    endpoint_id = EndpointId(form.webhook_id)
    await webhooks.change(api.deps, api.signed_in, endpoint_id, form.url, form.types, enabled=form.enabled)


@refuses(NoSuchWebhook)
async def remove(api: ApiHandler, form: WebhookIdForm) -> None:
    """Remove a webhook and its log."""
    await webhooks.remove(api.deps, api.signed_in, EndpointId(form.webhook_id))


@refuses(NoSuchWebhook, TooOften)
async def renew_secret(api: ApiHandler, form: WebhookIdForm) -> views.WebhookSecretView:
    """Give a webhook a new secret.

    For 24 hours, messages are signed with the one before as well.
    """
    made = await webhooks.renew_secret(api.deps, api.signed_in, EndpointId(form.webhook_id))
    return views.WebhookSecretView(made.id, made.secret)


@refuses(NoSuchWebhook, WebhookDisabled, TooOften)
async def send_test(api: ApiHandler, form: WebhookIdForm) -> views.WebhookTestView:
    """Send a test event to a webhook."""
    message_id = await webhooks.send_test(api.deps, api.signed_in, EndpointId(form.webhook_id))
    return views.WebhookTestView(message_id)


@refuses(NoSuchWebhook)
async def list_deliveries(api: ApiHandler, form: DeliveriesForm) -> views.DeliveriesView:
    """List what was sent to a webhook.

    The newest first.
    """
    endpoint_id = EndpointId(form.webhook_id)
    found = await webhooks.list_deliveries(api.deps, api.signed_in, endpoint_id, form.after, form.size + 1)
    return views.deliveries(found, form.size)


@refuses(NoSuchWebhook)
async def show_delivery(api: ApiHandler, form: DeliveryIdForm) -> views.LoggedDeliveryView:
    """Show a delivery.

    With its body, and the answer to each attempt.
    """
    ids = EndpointId(form.webhook_id), DeliveryId(form.delivery_id)
    return views.logged_delivery(await webhooks.show_delivery(api.deps, api.signed_in, *ids))


@refuses(NoSuchWebhook, WebhookDisabled, TooOften)
async def send_again(api: ApiHandler, form: DeliveryIdForm) -> None:
    """Send a delivery again.

    Also one that was delivered. The message has the same id.
    """
    ids = EndpointId(form.webhook_id), DeliveryId(form.delivery_id)
    await webhooks.send_again(api.deps, api.signed_in, *ids)
