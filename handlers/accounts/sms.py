"""SMS codes."""

from handlers.accounts import forms as account_forms
from handlers.api.handler import ApiHandler
from services.accounts import sms


async def send(api: ApiHandler, form: account_forms.SmsRequest) -> None:
    await _send(api, form, "register")


async def send_with_purpose(api: ApiHandler, form: account_forms.SmsRequestWithPurpose) -> None:
    await _send(api, form, form.purpose)


async def _send(api: ApiHandler, form: account_forms.SmsRequest, purpose: sms.Purpose) -> None:
    await sms.send(api.deps, form.mobile, purpose, form.picture, api.visitor)
    api.reply(text="发送成功")
