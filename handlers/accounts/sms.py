"""SMS codes."""

from handlers.accounts import forms
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from services.accounts import sms
from services.errors import ExpiredCaptcha, OutboundServiceError, TooOften, TooOftenFromAddress, WrongCaptcha


@refuses(WrongCaptcha, ExpiredCaptcha, TooOften, TooOftenFromAddress, OutboundServiceError)
async def send(api: ApiHandler, form: forms.SmsForm) -> None:
    """Send an SMS code for registering.

    The picture code is spent, right or wrong.
    """
    await sms.send(api.deps, form.mobile, "register", form.picture, api.visitor)


@refuses(WrongCaptcha, ExpiredCaptcha, TooOften, TooOftenFromAddress, OutboundServiceError)
async def send_for_purpose(api: ApiHandler, form: forms.SmsForPurposeForm) -> None:
    """Send an SMS code for registering, signing in, or a new password.

    The picture code is spent, right or wrong.
    """
    await sms.send(api.deps, form.mobile, form.purpose, form.picture, api.visitor)
