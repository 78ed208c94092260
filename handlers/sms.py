"""SMS codes."""

from handlers import forms
from handlers.base import ApiHandler
from services import sms


async def send(api: ApiHandler, form: forms.SmsRequest) -> None:
    await _send(api, form, "register")


async def send_with_purpose(api: ApiHandler, form: forms.SmsRequestWithPurpose) -> None:
    await _send(api, form, form.purpose)


async def _send(api: ApiHandler, form: forms.SmsRequest, purpose: sms.Purpose) -> None:
    await sms.send(api.deps, form.mobile, purpose, form.picture, api.visitor)
    api.reply(text="发送成功")
