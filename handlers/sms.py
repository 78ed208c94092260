"""SMS codes."""

from handlers import forms
from handlers.base import ApiHandler
from services import sms


async def send(api: ApiHandler) -> None:
    await _send(api, api.read(forms.SmsRequest), "register")


async def send_for_register(api: ApiHandler) -> None:
    # D2 prints `?text=imagecode,id=image_code_id`; real clients send `&`
    await _send(api, api.read(forms.SmsRequest, separator=","), "register")


async def send_with_purpose(api: ApiHandler) -> None:
    form = api.read(forms.SmsRequestWithPurpose)
    await _send(api, form, form.purpose)


async def _send(api: ApiHandler, form: forms.SmsRequest, purpose: sms.Purpose) -> None:
    await sms.send(api.deps, form.mobile, purpose, form.picture_id, form.picture_text, api.visitor)
    api.reply(text="发送成功")
