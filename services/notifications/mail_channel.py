"""Notifications by mail."""

from collections.abc import Mapping

from models.notifications.types import Address, NotificationText
from services.deps import MailSender
from services.notifications.kinds import BY_NAME
from services.notifications.mail_texts import MailTexts
from utils.mail_message import Mail
from utils.masking import mask_mobiles
from utils.unsubscribe_links import UnsubscribeLinks


class MailChannel:
    """Adds the link that ends mails of this kind, and hands the mail in. `site` is this installation's URL."""

    def __init__(self, sender: MailSender, texts: Mapping[str, MailTexts], links: UnsubscribeLinks, site: str) -> None:
        self._sender = sender
        self._texts = texts
        self._links = links
        self._site = site

    async def send(self, to: Address, text: NotificationText) -> None:
        """Send a mail; each try has the same Message-ID. Raises NotDelivered."""
        words = self._texts[text.language]
        unsubscribe = ""
        if not BY_NAME[text.kind].locked:
            unsubscribe = f"{self._site}/mail/unsubscribe/{self._links.token(to.user_id, text.kind)}"
        await self._sender.send(
            Mail(
                to=to.value,
                subject=mask_mobiles(text.title),
                body=mask_mobiles(text.body),
                link=self._site + text.url,
                link_text=words.open,
                footer=words.footer.format(settings=f"{self._site}/me/notifications"),
                language=text.language,
                id=text.id,
                unsubscribe=unsubscribe,
                unsubscribe_text=words.unsubscribe,
            )
        )
