"""Registering, sessions and passwords."""

from handlers.accounts import forms, views
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from services.accounts import auth
from services.accounts.consents import Agreed
from services.accounts.sms import SmsProof
from services.errors import (
    CaptchaRequired,
    DataError,
    DataExists,
    ExpiredCaptcha,
    HashingQueueFull,
    NoData,
    NoSuchUser,
    WrongCaptcha,
    WrongCredentials,
    WrongPassword,
)

_PICTURE_CODE = (CaptchaRequired, WrongCaptcha, ExpiredCaptcha)
_SMS_CODE = (NoData, DataError, *_PICTURE_CODE)


@refuses(DataExists, HashingQueueFull, *_SMS_CODE)
async def register(api: ApiHandler, form: forms.RegistrationForm) -> views.UserView:
    """Register with a mobile number.

    The SMS code of purpose `register` proves the number. The answer signs the new user in.
    """
    return await _register(api, form)


@refuses(DataExists, HashingQueueFull, *_SMS_CODE)
async def register_confirmed(api: ApiHandler, form: forms.ConfirmedRegistrationForm) -> views.UserView:
    """Register with a mobile number and a repeated password.

    The SMS code of purpose `register` proves the number. The answer signs the new user in.
    """
    return await _register(api, form)


async def _register(api: ApiHandler, form: forms.RegistrationForm) -> views.UserView:
    agreed = Agreed(form.terms_version, api.locale.code) if form.terms_version else None
    signed_in = await auth.register(api.deps, form.proof, form.password, api.visitor, agreed)
    await _start_session(api, signed_in)
    return views.user(signed_in.user, api.url)


@refuses(WrongCredentials, HashingQueueFull, *_PICTURE_CODE)
async def login(api: ApiHandler, form: forms.LoginForm) -> views.UserIdView:
    """Sign in with a password."""
    signed_in = await auth.login(api.deps, form.proof, api.visitor)
    return await _start_session(api, signed_in)


@refuses(WrongCredentials, HashingQueueFull, NoSuchUser, *_SMS_CODE)
async def login_either_way(api: ApiHandler, form: forms.LoginEitherWayForm) -> views.UserIdView:
    """Sign in with a password or an SMS code.

    The SMS code has the purpose `login`.
    """
    proof = form.proof
    if isinstance(proof, SmsProof):
        signed_in = await auth.login_by_sms(api.deps, proof, api.visitor)
    else:
        signed_in = await auth.login(api.deps, proof, api.visitor)
    return await _start_session(api, signed_in)


async def _start_session(api: ApiHandler, signed_in: auth.SignedIn) -> views.UserIdView:
    await api.start_session(signed_in.session_secret)
    api.remember_device(signed_in.device_cookie)
    return views.UserIdView(signed_in.user.id)


@refuses(NoSuchUser)
async def check_login(api: ApiHandler) -> views.IdentityView:
    """Show who is signed in."""
    return views.identity(await auth.identity(api.deps, api.signed_in), api.url)


async def logout(api: ApiHandler) -> None:
    """Sign out."""
    await auth.logout(api.deps, api.signed_in)
    api.drop_session()


@refuses(HashingQueueFull, NoSuchUser, *_SMS_CODE)
async def reset_password(api: ApiHandler, form: forms.PasswordResetForm) -> None:
    """Set a new password with an SMS code.

    The code has the purpose `reset`. All sessions of the user end.
    """
    await auth.reset_password(api.deps, form.proof, form.password, api.visitor)


@refuses(WrongPassword, HashingQueueFull, NoSuchUser, *_PICTURE_CODE)
async def change_password(api: ApiHandler, form: forms.PasswordChangeForm) -> None:
    """Set a new password with the old one.

    All other sessions of the user end.
    """
    await auth.change_password(api.deps, api.signed_in, form.old_password, form.password, form.picture)


async def list_sessions(api: ApiHandler) -> views.SessionsView:
    """List the devices that are signed in."""
    found = await auth.sessions(api.deps, api.signed_in)
    return views.sessions(found, api.signed_in, api.locale.translate)


@refuses(NoData)
async def end_session(api: ApiHandler, form: forms.SessionIdForm) -> None:
    """Sign a device out."""
    await auth.end_session(api.deps, api.signed_in, form.session_id)
