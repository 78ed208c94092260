"""Pages about one's account."""

from handlers.accounts import forms
from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.site import page_limits
from handlers.site.pages import render
from services.accounts import auth, consents
from services.accounts import profile as profiles


async def login(api: ApiHandler) -> Page:
    """The page for signing in."""
    return await render(api, "login.html", resend_seconds=_resend_seconds(api))


async def register(api: ApiHandler) -> Page:
    """The page for registering."""
    limits = page_limits.of_form(forms.RegistrationForm)
    terms = api.deps.documents.version
    return await render(api, "register.html", resend_seconds=_resend_seconds(api), limits=limits, terms_version=terms)


async def reset(api: ApiHandler) -> Page:
    """The page for setting a new password."""
    limits = page_limits.of_form(forms.PasswordResetForm)
    return await render(api, "reset.html", resend_seconds=_resend_seconds(api), limits=limits)


def _resend_seconds(api: ApiHandler) -> int:
    """How long the page waits before it offers to send another SMS code."""
    return page_limits.wait_seconds(api.deps.limiter.windows("sms_per_mobile"))


async def me(api: ApiHandler) -> Page:
    """The page of one's account."""
    user = await auth.current_user(api.deps, api.signed_in)
    terms = api.deps.documents.version if await consents.is_due(api.deps, api.signed_in) else None
    return await render(api, "me.html", user=user, avatar=api.url(user.avatar), terms_version=terms)


async def profile(api: ApiHandler) -> Page:
    """The page for changing one's name, picture and password."""
    user = await auth.current_user(api.deps, api.signed_in)
    limits = {**page_limits.of_form(forms.NameForm), **page_limits.of_form(forms.PasswordChangeForm)}
    max_size = page_limits.megabytes(api.http.avatar_bytes)
    return await render(api, "profile.html", user=user, avatar=api.url(user.avatar), limits=limits, max_size=max_size)


async def identity(api: ApiHandler) -> Page:
    """The page of the real-name check."""
    real_name, id_card = await profiles.real_name(api.deps, api.signed_in)
    limits = page_limits.of_form(forms.RealNameForm)
    return await render(api, "identity.html", real_name=real_name, id_card=id_card, limits=limits)


async def devices(api: ApiHandler) -> Page:
    """The page that lists the devices that are signed in."""
    return await render(api, "devices.html")
