"""Answers about accounts with the field names of the AJAX documents 000 and 003."""

from handlers.accounts import profile, views
from handlers.api.answers import Ajax, view
from handlers.api.fields import MobileNumber, Number, Text, Url
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses


@view
class IdentityFields:
    """The user of this session, beside `errno`."""

    user_id: Number
    """The user's id."""
    name: Text
    """The name that others see."""
    mobile: MobileNumber
    """The mobile number to sign in with."""
    avatar: Url | None
    """The URL of the picture; null without one."""
    username: Text
    """The same as `name`."""


@view
class ProfileFields:
    """A user's profile under the names of both documents."""

    username: Text
    """The name that others see."""
    mobile: MobileNumber
    """The mobile number to sign in with."""
    avatar: Url | None
    """The URL of the picture; null without one."""
    up_name: Text
    """The same as `username`."""
    up_mobile: MobileNumber
    """The same as `mobile`."""
    up_avatar: Url | None
    """The same as `avatar`."""


@view
class AvatarFields:
    """A user's new picture."""

    url: Url | None
    """The URL of the picture."""
    up_name: Text
    """The name that others see."""
    up_mobile: MobileNumber
    """The mobile number to sign in with."""


@view
class UrlField:
    """The new picture, beside `errno`."""

    url: Url | None
    """The URL of the picture."""


@view
class NameFields:
    """A user's name under the names of both documents."""

    name: Text
    """The name that others see."""
    up_name: Text
    """The same as `name`."""


@view
class RealNameFields:
    """The real-name check under the names of both documents: null until it is passed."""

    real_name: Text | None
    """The name on the identity card."""
    id_card: Text | None
    """The identity number, masked."""
    up_real_name: Text | None
    """The same as `real_name`."""
    up_id_card: Text | None
    """The same as `id_card`."""


@view
class NoFields:
    """Nothing beside `errno`."""


def identity(user: views.IdentityView) -> Ajax[views.IdentityView, IdentityFields]:
    return Ajax(user, IdentityFields(user.user_id, user.name, user.mobile, user.avatar, user.name))


def user_profile(user: views.UserView) -> Ajax[ProfileFields, ProfileFields]:
    fields = ProfileFields(user.name, user.mobile, user.avatar, user.name, user.mobile, user.avatar)
    return Ajax(fields, fields)


def name(named: views.NameView) -> Ajax[NameFields, NoFields]:
    return Ajax(NameFields(named.name, named.name), NoFields())


def real_name(given: views.RealNameView) -> Ajax[RealNameFields, NoFields]:
    return Ajax(RealNameFields(given.real_name, given.id_card, given.real_name, given.id_card), NoFields())


@refuses(*profile.set_avatar.refusals)  # type: ignore[attr-defined]
async def set_avatar(api: ApiHandler) -> Ajax[AvatarFields, UrlField]:
    """Upload a picture of oneself."""
    user = await profile.replace_avatar(api)
    url = api.url(user.avatar)
    return Ajax(AvatarFields(url, user.name, user.mobile), UrlField(url))
