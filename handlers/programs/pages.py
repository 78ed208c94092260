"""The pages for people whose programs use ihome: API keys and webhooks."""

from collections.abc import Mapping

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.programs import views
from handlers.programs.forms import ApiKeyForm, WebhookForm, WebhookPageForm
from handlers.site import page_limits
from handlers.site.pages import render
from models.types import DeliveryId, EndpointId
from services.events.types import TYPES
from services.programs import api_keys, webhooks
from services.programs.api_keys import RECENT, Scope

_DELIVERIES = 20
_SCOPE_TEXTS: Mapping[Scope, str] = {
    "houses:read": "查看房源",
    "houses:write": "修改房源",
    "calendar:write": "修改日历",
    "orders:read": "查看订单",
    "orders:write": "处理订单",
    "messages:read": "查看消息",
    "messages:write": "发送消息",
    "events:read": "读取事件",
    "webhooks:write": "管理 Webhook",
}


async def developers(api: ApiHandler) -> Page:
    """The page of API keys and webhooks."""
    keys = await api_keys.list_keys(api.deps, api.signed_in)
    hooks = await webhooks.list_endpoints(api.deps, api.signed_in)
    return await render(
        api,
        "developers.html",
        keys=[views.api_key(key) for key in keys],
        hooks=[views.webhook(hook) for hook in hooks],
        scopes=_SCOPE_TEXTS,
        types=sorted(TYPES),
        may_make=api_keys.opened_recently(api.deps, api.signed_in),
        recent=RECENT.seconds // 60,
        key_limits=page_limits.of_form(ApiKeyForm),
        hook_limits=page_limits.of_form(WebhookForm),
    )


async def webhook(api: ApiHandler, form: WebhookPageForm) -> Page:
    """The page of a webhook, with its latest deliveries; `delivery` shows one with its body and its attempts."""
    endpoint_id = EndpointId(form.webhook_id)
    hook = await webhooks.show(api.deps, api.signed_in, endpoint_id)
    found = await webhooks.list_deliveries(api.deps, api.signed_in, endpoint_id, form.after, _DELIVERIES + 1)
    logged = None
    if form.delivery:
        logged = views.logged_delivery(
            await webhooks.show_delivery(api.deps, api.signed_in, endpoint_id, DeliveryId(form.delivery))
        )
    return await render(
        api,
        "webhook.html",
        hook=views.webhook(hook),
        page=views.deliveries(found, _DELIVERIES),
        after=form.after,
        logged=logged,
        types=sorted(TYPES),
        hook_limits=page_limits.of_form(WebhookForm),
    )
