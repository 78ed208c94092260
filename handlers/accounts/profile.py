"""A user's profile and real name."""

from handlers.accounts import forms as account_forms
from handlers.accounts import views as account_views
from handlers.api.handler import ApiHandler
from services.accounts import auth, profile


async def show(api: ApiHandler) -> None:
    api.reply(account_views.profile(await auth.current_user(api.deps, api.signed_in), api.url))


async def show_name(api: ApiHandler) -> None:
    user = await auth.current_user(api.deps, api.signed_in)
    api.reply(account_views.name(user.name))


async def rename(api: ApiHandler, form: account_forms.Name) -> None:
    await profile.rename(api.deps, api.signed_in, form.name)
    api.reply(account_views.name(form.name))


async def show_real_name(api: ApiHandler) -> None:
    api.reply(account_views.real_name(*await profile.real_name(api.deps, api.signed_in)))


async def set_avatar(api: ApiHandler) -> None:
    user = await profile.set_avatar(api.deps, api.signed_in, api.read_file())
    api.reply(account_views.avatar(user, api.url), text="头像上传成功")


async def set_real_name(api: ApiHandler, form: account_forms.RealName) -> None:
    await profile.set_real_name(api.deps, api.signed_in, form.real_name, form.id_card)
    api.reply()
