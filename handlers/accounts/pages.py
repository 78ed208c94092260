"""Pages about one's account."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import parse_qs, urlencode

from handlers.accounts import forms, views
from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.site import page_limits
from handlers.site.pages import render
from services.accounts import auth, consents
from services.accounts import profile as profiles
from services.notifications import mail_addresses
from utils import passwords

_COMMON_PASSWORDS = 400
"""So many of the commonest passwords are told to the pages where a new one is chosen."""
_PHONES = ("Android", "iOS")
_UNITS = ((86_400, "{n} 天前"), (3600, "{n} 小时前"), (60, "{n} 分钟前"))
"""Seconds, and how pages tell a time so long ago."""


async def login(api: ApiHandler) -> Page:
    """The page for signing in; `by=sms` shows the form for an SMS code first."""
    sent = parse_qs(api.request.query)
    by = "sms" if sent.get("by") == ["sms"] else "password"
    keep = f"&{urlencode({'next': sent['next'][0]})}" if "next" in sent else ""
    return await render(api, "login.html", by=by, keep=keep, resend_seconds=_resend_seconds(api))


async def register(api: ApiHandler) -> Page:
    """The page for registering."""
    limits = page_limits.of_form(forms.RegistrationForm)
    return await render(
        api,
        "register.html",
        resend_seconds=_resend_seconds(api),
        limits=limits,
        terms_version=api.deps.documents.version,
        common=_common_passwords(),
    )


async def reset(api: ApiHandler) -> Page:
    """The page for setting a new password."""
    limits = page_limits.of_form(forms.PasswordResetForm)
    return await render(
        api, "reset.html", resend_seconds=_resend_seconds(api), limits=limits, common=_common_passwords()
    )


def _resend_seconds(api: ApiHandler) -> int:
    """How long the page waits before it offers to send another SMS code."""
    return page_limits.wait_seconds(api.deps.limiter.windows("sms_per_mobile"))


def _common_passwords() -> Sequence[str]:
    return passwords.commonest(_COMMON_PASSWORDS)


async def welcome(api: ApiHandler) -> Page:
    """The page that asks new users for a name and a picture."""
    user = await auth.current_user(api.deps, api.signed_in)
    return await render(
        api,
        "welcome.html",
        name="" if user.name == user.mobile else user.name,
        avatar=api.url(user.avatar),
        limits=page_limits.of_form(forms.NameForm),
        max_size=page_limits.megabytes(api.http.avatar_bytes),
    )


async def me(api: ApiHandler) -> Page:
    """The page of one's account."""
    user = await auth.current_user(api.deps, api.signed_in)
    return await render(
        api,
        "me.html",
        user=user,
        named=user.name != user.mobile,
        avatar=api.url(user.avatar),
        terms_version=api.deps.documents.version if await consents.is_due(api.deps, api.signed_in) else None,
    )


async def profile(api: ApiHandler) -> Page:
    """The page for changing one's name, picture, mail address and password."""
    user = await auth.current_user(api.deps, api.signed_in)
    mail = await mail_addresses.show(api.deps, api.signed_in)
    return await render(
        api,
        "profile.html",
        mail=mail,
        name="" if user.name == user.mobile else user.name,
        avatar=api.url(user.avatar),
        limits={**page_limits.of_form(forms.NameForm), **page_limits.of_form(forms.PasswordChangeForm)},
        max_size=page_limits.megabytes(api.http.avatar_bytes),
        common=_common_passwords(),
    )


async def identity(api: ApiHandler) -> Page:
    """The page of the real-name check."""
    real_name, id_card = await profiles.real_name(api.deps, api.signed_in)
    limits = page_limits.of_form(forms.RealNameForm)
    return await render(api, "identity.html", real_name=real_name, id_card=id_card, limits=limits)


async def devices(api: ApiHandler) -> Page:
    """The page that lists the devices that are signed in."""
    found = await auth.sessions(api.deps, api.signed_in)
    shown = views.sessions(found, api.signed_in, api.locale.translate).sessions
    now = api.deps.clock()
    seen = {each.id: _ago(datetime.fromisoformat(each.last_seen), now) for each in shown}
    return await render(api, "devices.html", sessions=shown, seen=seen, phones=_PHONES)


def _ago(then: datetime, now: datetime) -> tuple[int, str]:
    """How long ago a time was: a number and its text; 0 within the last minute."""
    seconds = int((now - then).total_seconds())
    return next(((seconds // unit, text) for unit, text in _UNITS if seconds >= unit), (0, "刚刚"))
