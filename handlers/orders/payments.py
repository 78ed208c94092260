"""The payment service's notices, and development's own pay page."""

from handlers.api.handler import ApiHandler
from handlers.orders import forms as order_forms
from services.orders import payments


async def notice(api: ApiHandler, form: order_forms.Notice) -> None:
    await payments.notice(api.deps, form.fields, api.request_id)
    api.reply_bytes(b"success")


async def page(api: ApiHandler, form: order_forms.TradeNumber) -> None:
    api.reply_page("pay.html", trade=await payments.local_trade(api.deps, form.number))


async def pay(api: ApiHandler, form: order_forms.TradeNumber) -> None:
    api.reply_page("pay.html", trade=await payments.pay_locally(api.deps, form.number))
