"""A user's profile and real name."""

from handlers import forms, payloads
from handlers.base import ApiHandler
from services import auth, profile


async def show(api: ApiHandler) -> None:
    api.reply(payloads.profile(await auth.current_user(api.deps, api.signed_in), api.url))


async def show_name(api: ApiHandler) -> None:
    user = await auth.current_user(api.deps, api.signed_in)
    api.reply(payloads.name(user.name))


async def rename(api: ApiHandler, form: forms.Name) -> None:
    await profile.rename(api.deps, api.signed_in, form.name)
    api.reply(payloads.name(form.name))


async def show_real_name(api: ApiHandler) -> None:
    api.reply(payloads.real_name(*await profile.real_name(api.deps, api.signed_in)))


async def set_avatar(api: ApiHandler) -> None:
    user = await profile.set_avatar(api.deps, api.signed_in, api.read_file())
    api.reply(payloads.avatar(user, api.url), text="头像上传成功")


async def set_real_name(api: ApiHandler, form: forms.RealName) -> None:
    await profile.set_real_name(api.deps, api.signed_in, form.real_name, form.id_card)
    api.reply()
