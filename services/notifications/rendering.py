"""A notification as a channel shows it, in the language of its reader."""

from models.events.events import Event
from models.notifications.deliveries import Delivery
from models.notifications.settings import Language
from models.notifications.types import NotificationText
from services.notifications import texts
from services.notifications.kinds import Kind

SETTINGS = "/me/notifications"


def message(
    kind: Kind, event: Event, delivery: Delivery, title: str | None, language: Language, site_url: str
) -> NotificationText:
    """What a delivery sends. `event` is the newest of its bundle, `title` that of its house."""
    found = texts.values(kind, event, title, language, delivery.count)
    template, path = texts.template(kind.name, language), texts.path(kind, event)
    head, body = template.title, template.text
    if delivery.channel == "sms":
        body = template.sms
    elif delivery.channel == "mail":
        # what comes after the texts is filled with addresses of this site only
        footer = texts.words(language).footer.format(url=site_url + path, settings=site_url + SETTINGS)
        head, body = template.mail_subject, f"{template.mail}\n\n{footer}"
    return NotificationText(
        kind=kind.name,
        language=language,
        title=head.format_map(found),
        body=body.format_map(found),
        url=path,
        variables=texts.variables(template.sms, found),
        id=f"ihome-{delivery.event_id}-{delivery.user_id}-{delivery.channel}-{delivery.target}",
    )
