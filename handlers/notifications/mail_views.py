"""Mail addresses, as clients read them."""

from handlers.api.answers import view
from handlers.api.fields import Text
from models.notifications.mail_addresses import MailAddress


@view
class MailView:
    """A user's mail address."""

    address: Text | None
    """The verified address, which gets notifications; null without one."""
    pending: Text | None
    """The address whose link nobody has opened yet; null if none waits."""


def mail(found: MailAddress) -> MailView:
    return MailView(found.address, found.pending)
