"""Notifications in the app, and how a user is notified elsewhere."""

from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.notifications import rendering
from handlers.notifications.forms import NotificationsForm, ReadForm, SettingsForm
from handlers.notifications.views import NotificationSettingsView, NotificationsView, UnreadView
from models.notifications.settings import Language
from services.errors import NoSuchUser, TooOften
from services.notifications import inbox, preferences


def language(api: ApiHandler) -> Language:
    """The language of the request."""
    return "zh" if api.locale.code.startswith("zh") else "en"


async def list_notifications(api: ApiHandler, form: NotificationsForm) -> NotificationsView:
    """List one's notifications.

    The newest first, in the language of the request. Messages are not among them: they have lists of their own.
    """
    page = await inbox.read(api.deps, api.signed_in, language(api), after=form.after, size=form.size)
    return rendering.notifications(page)


async def count_unread(api: ApiHandler) -> UnreadView:
    """Count what one has not read."""
    return rendering.unread(await inbox.count_unread(api.deps, api.signed_in))


@refuses(TooOften)
async def mark_read(api: ApiHandler, form: ReadForm) -> UnreadView:
    """Mark notifications as read.

    Ids of others and unknown ones change nothing. Returns what is left.
    """
    return rendering.unread(await inbox.mark_read(api.deps, api.signed_in, up_to=form.up_to, ids=form.ids or ()))


@refuses(NoSuchUser)
async def show_settings(api: ApiHandler) -> NotificationSettingsView:
    """Show how one is notified."""
    return rendering.settings(await preferences.overview(api.deps, api.signed_in), language(api))


@refuses(NoSuchUser, TooOften)
async def change_settings(api: ApiHandler, form: SettingsForm) -> NotificationSettingsView:
    """Change how one is notified.

    What is left out stays as it is.
    """
    await preferences.change(api.deps, api.signed_in, form.change)
    return rendering.settings(await preferences.overview(api.deps, api.signed_in), language(api))
