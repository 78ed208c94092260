"""Registering, sessions and passwords."""

from handlers.accounts import forms as account_forms
from handlers.accounts import views as account_views
from handlers.api.handler import ApiHandler
from services.accounts import auth


async def register(api: ApiHandler, form: account_forms.Registration) -> None:
    await _register(api, form)


async def register_confirmed(api: ApiHandler, form: account_forms.ConfirmedRegistration) -> None:
    await _register(api, form)


async def _register(api: ApiHandler, form: account_forms.Registration) -> None:
    signed_in = await auth.register(api.deps, form.mobile, form.sms_code, form.password, api.visitor, form.picture)
    await _remember(api, signed_in)
    api.reply(account_views.user(signed_in.user, api.url))


async def login(api: ApiHandler, form: account_forms.Login) -> None:
    await _start(api, await auth.login(api.deps, form.mobile, form.password, api.visitor, form.picture))


async def login_either_way(api: ApiHandler, form: account_forms.LoginEitherWay) -> None:
    if form.password is not None:
        await _start(api, await auth.login(api.deps, form.mobile, form.password, api.visitor, form.picture))
    else:
        await _start(
            api, await auth.login_by_sms(api.deps, form.mobile, form.sms_code or "", api.visitor, form.picture)
        )


async def _start(api: ApiHandler, signed_in: auth.SignedIn) -> None:
    await _remember(api, signed_in)
    api.reply(account_views.user_id(signed_in.user))


async def _remember(api: ApiHandler, signed_in: auth.SignedIn) -> None:
    await api.start_session(signed_in.token)
    api.remember_device(signed_in.device_cookie)


async def check_login(api: ApiHandler) -> None:
    api.reply(account_views.identity(await auth.identity(api.deps, api.signed_in), api.url))


async def logout(api: ApiHandler) -> None:
    await auth.logout(api.deps, api.signed_in)
    api.drop_session()
    api.reply()


async def reset_password(api: ApiHandler, form: account_forms.PasswordReset) -> None:
    await auth.reset_password(api.deps, form.mobile, form.sms_code, form.password, api.visitor, form.picture)
    api.reply()


async def change_password(api: ApiHandler, form: account_forms.PasswordChange) -> None:
    await auth.change_password(api.deps, api.signed_in, form.old_password, form.password, form.picture)
    api.reply()


async def list_sessions(api: ApiHandler) -> None:
    api.reply(account_views.sessions(await auth.sessions(api.deps, api.signed_in), api.signed_in))


async def end_session(api: ApiHandler, form: account_forms.SessionId) -> None:
    await auth.end_session(api.deps, api.signed_in, form.session_id)
    api.reply()
