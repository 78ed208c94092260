"""Picture codes."""

from handlers.accounts import forms as account_forms
from handlers.api.handler import ApiHandler
from services.accounts import captcha


async def picture(api: ApiHandler, form: account_forms.Picture) -> None:
    api.reply_bytes(await captcha.draw(api.deps, form.picture_id, form.previous_id, api.visitor))
