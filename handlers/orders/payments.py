"""The payment service's notices, and the payment page of development."""

from handlers.api.answers import Document, Page
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.orders.forms import PaymentNoticeForm, TradeNumberForm
from handlers.site.pages import render
from services.errors import DataError, NoSuchPath, OutboundServiceError
from services.orders import payments
from services.orders.transitions import NoSuchOrder
from utils.local_payments import LocalTrade


@refuses(DataError, NoSuchOrder)
async def notice(api: ApiHandler, form: PaymentNoticeForm) -> Document:
    """Take a notice of the payment service.

    It is signed, and may come more than once. The answer is the text `success`.
    """
    await payments.notice(api.deps, form.fields, api.request_id)
    return Document(b"success")


@refuses(NoSuchPath)
async def page(api: ApiHandler, form: TradeNumberForm) -> Page:
    """Show the payment page of development."""
    return await _page(api, form, await payments.local_trade(api.deps, form.number))


@refuses(NoSuchPath, OutboundServiceError)
async def pay(api: ApiHandler, form: TradeNumberForm) -> Page:
    """Pay on the payment page of development.

    No money changes hands.
    """
    return await _page(api, form, await payments.pay_locally(api.deps, form.number))


async def _page(api: ApiHandler, form: TradeNumberForm, trade: LocalTrade) -> Page:
    return await render(api, "pay.html", trade=trade, order_id=api.deps.payment_numbers.order_id(form.number))
