"""Picture codes."""

from handlers.accounts import forms
from handlers.api.answers import Document
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from services.accounts import captcha
from services.errors import TooOftenFromAddress


@refuses(TooOftenFromAddress)
async def picture(api: ApiHandler, form: forms.PictureForm) -> Document:
    """Draw a picture code.

    The client makes up the id, and sends it with the text that a person reads in the picture. A new picture under the
    same id, or the id of a previous picture, makes the old one void.
    """
    return Document(await captcha.draw(api.deps, form.picture_id, form.previous_id, api.visitor))
