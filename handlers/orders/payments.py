"""The payment service's notices, and the payment page of development."""

from handlers.api.answers import Document, Page
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.orders.forms import PaymentNoticeForm, TradeNumberForm
from services.errors import DataError, NoSuchPath, OutboundServiceError
from services.orders import payments
from services.orders.transitions import NoSuchOrder


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
    return Page("pay.html", {"trade": await payments.local_trade(api.deps, form.number)})


@refuses(NoSuchPath, OutboundServiceError)
async def pay(api: ApiHandler, form: TradeNumberForm) -> Page:
    """Pay on the payment page of development.

    No money changes hands.
    """
    return Page("pay.html", {"trade": await payments.pay_locally(api.deps, form.number)})
