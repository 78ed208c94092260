"""A notification as a channel shows it, in the language of its reader."""

from models.events.events import Event
from models.notifications.deliveries import Delivery
from models.notifications.settings import Language
from models.notifications.types import NotificationText
from services.notifications import texts
from services.notifications.kinds import Kind


def message(kind: Kind, event: Event, delivery: Delivery, title: str | None, language: Language) -> NotificationText:
    """What a delivery sends. `event` is the newest of its bundle, `title` that of its house."""
    if delivery.channel == "sms":
        language = "zh"  # the templates that are registered with the carriers are Chinese
    template, found = (
        texts.template(kind.name, language),
        texts.values(kind, event, title, language, count=delivery.count),
    )
    head, body = {
        "sms": (template.title, template.sms),
        "mail": (template.mail_subject, template.mail),
        "push": (template.title, template.text),
    }[delivery.channel]
    return NotificationText(
        kind=kind.name,
        language=language,
        title=head.format_map(found),
        body=body.format_map(found),
        url=texts.path(kind, event),
        variables=texts.variables(template.sms, found),
        id=f"ihome-{delivery.event_id}-{delivery.user_id}-{delivery.channel}-{delivery.target}",
        guest_id=event.payload.get("guest_id"),
    )
