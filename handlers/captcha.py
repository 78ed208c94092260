"""Picture codes."""

from handlers import forms
from handlers.base import ApiHandler
from services import captcha


async def picture(api: ApiHandler, form: forms.Picture) -> None:
    api.reply_bytes(await captcha.draw(api.deps, form.picture_id, form.previous_id, api.visitor))
