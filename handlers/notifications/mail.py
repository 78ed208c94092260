"""A user's mail address, and what the links in mails do."""

from handlers.api.answers import Page
from handlers.api.handler import ApiHandler
from handlers.api.routing import refuses
from handlers.notifications import mail_views
from handlers.notifications.mail_forms import LinkForm, MailAddressForm, UnsubscribeForm
from handlers.site.pages import render
from services.errors import NoData, NoSuchUser, OutboundServiceError, TooOften, TooOftenFromAddress
from services.notifications import mail_addresses, unsubscribing

_LANGUAGES = {"zh_CN": "zh", "en": "en"}


async def show(api: ApiHandler) -> mail_views.MailView:
    """Show one's mail address."""
    return mail_views.mail(await mail_addresses.show(api.deps, api.signed_in))


@refuses(TooOften, TooOftenFromAddress, NoSuchUser, OutboundServiceError)
async def give(api: ApiHandler, form: MailAddressForm) -> mail_views.MailView:
    """Send a link that verifies a mail address.

    The address gets notifications when somebody opens the link within a day and confirms. Until then the verified
    address stays.
    """
    language = _LANGUAGES[api.locale.code]
    found = await mail_addresses.give(api.deps, api.signed_in, form.address, language, api.visitor)
    return mail_views.mail(found)


@refuses(TooOften)
async def forget(api: ApiHandler) -> None:
    """Forget one's mail address."""
    await mail_addresses.forget(api.deps, api.signed_in)


@refuses(NoData, TooOftenFromAddress)
async def verify(api: ApiHandler, form: LinkForm) -> None:
    """Verify a mail address with the token of its link."""
    await mail_addresses.verify(api.deps, form.token, api.visitor)


async def verification_page(api: ApiHandler, form: LinkForm) -> Page:
    """Show the page that verifies a mail address.

    It changes nothing: mail servers open links, too.
    """
    expired = not await mail_addresses.is_valid(api.deps, form.token)
    return await render(api, "mail_link.html", kind=None, done=False, expired=expired)


@refuses(TooOftenFromAddress)
async def verify_on_page(api: ApiHandler, form: LinkForm) -> Page:
    """Verify a mail address on its page."""
    try:
        await mail_addresses.verify(api.deps, form.token, api.visitor)
    except NoData:
        return await render(api, "mail_link.html", kind=None, done=False, expired=True)
    return await render(api, "mail_link.html", kind=None, done=True, expired=False)


@refuses(NoData)
async def unsubscribe_page(api: ApiHandler, form: UnsubscribeForm) -> Page:
    """Show the page that ends mails of one kind."""
    kind = unsubscribing.kind_of(api.deps, form.token, _LANGUAGES[api.locale.code])
    return await render(api, "mail_link.html", kind=kind, done=False, expired=False)


@refuses(NoData, NoSuchUser)
async def unsubscribe(api: ApiHandler, form: UnsubscribeForm) -> Page:
    """End mails of one kind with one click (RFC 8058)."""
    kind = await unsubscribing.end(api.deps, form.token, _LANGUAGES[api.locale.code])
    return await render(api, "mail_link.html", kind=kind, done=True, expired=False)
