"""A user's profile and real name."""

from handlers.accounts import forms, views
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from models.accounts.users import User
from services.accounts import auth, profile
from services.errors import DataExists, FileError, NoSuchUser, OutboundServiceError, Overloaded, TooOften


@refuses(NoSuchUser)
async def show(api: ApiHandler) -> views.UserView:
    """Show one's profile."""
    return views.user(await auth.current_user(api.deps, api.signed_in), api.url)


@refuses(NoSuchUser)
async def show_name(api: ApiHandler) -> views.NameView:
    """Show one's name."""
    return views.NameView((await auth.current_user(api.deps, api.signed_in)).name)


@refuses(TooOften)
async def rename(api: ApiHandler, form: forms.NameForm) -> views.NameView:
    """Change one's name."""
    await profile.rename(api.deps, api.signed_in, form.name)
    return views.NameView(form.name)


@refuses(NoSuchUser)
async def show_real_name(api: ApiHandler) -> views.RealNameView:
    """Show one's real name.

    The identity number is masked. Both are null until the real-name check is passed.
    """
    return views.RealNameView(*await profile.real_name(api.deps, api.signed_in))


@refuses(TooOften, NoSuchUser, OutboundServiceError, FileError, Overloaded)
async def set_avatar(api: ApiHandler) -> views.AvatarView:
    """Upload a picture of oneself.

    JPEG, PNG or WebP; it is cut to a square.
    """
    return views.AvatarView(api.url((await replace_avatar(api)).avatar))


async def replace_avatar(api: ApiHandler) -> User:
    """Store the picture that was sent; returns the user with it.

    Raises TooOften, NoSuchUser, OutboundServiceError, FileError, Overloaded.
    """
    return await profile.set_avatar(api.deps, api.signed_in, api.read_file())


@refuses(DataExists, TooOften)
async def set_real_name(api: ApiHandler, form: forms.RealNameForm) -> None:
    """Pass the real-name check.

    It can be passed once, and not changed afterwards.
    """
    await profile.set_real_name(api.deps, api.signed_in, form.real_name, form.id_card)
