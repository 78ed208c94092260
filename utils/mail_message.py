"""A mail as its sender writes it, and as the standards want it: plain text with the same as simple HTML."""

import re
from dataclasses import dataclass, field
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import formatdate
from html import escape

_POLICY = SMTP_POLICY.clone(cte_type="7bit")
"""Every server takes 7-bit content."""


_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
ADDRESS = rf"(?=.{{3,254}}$)(?=[^@]{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+(?!\d+$){_LABEL}"
"""A mail address (RFC 5321) in ASCII without quotes: no part of it can be read as anything else."""


class NoAddress(ValueError):
    """The text is no mail address."""


def address(text: str, name: str = "") -> Address:
    """A mail address with the name that is shown for it. Raises NoAddress."""
    if not re.fullmatch(ADDRESS, text) or not name.isprintable():
        raise NoAddress
    return Address(name, addr_spec=text)


@dataclass(frozen=True)
class Mail:
    """A mail in plain text with one link."""

    to: str = field(repr=False)
    subject: str
    body: str
    """Plain text; an empty line separates paragraphs."""
    link: str = field(repr=False)
    """A URL, under the body."""
    link_text: str
    footer: str
    """Why the reader gets this mail."""
    language: str
    """Of the text: zh or en."""
    id: str
    """Makes the Message-ID, the same for each try: letters, digits and . - _"""
    unsubscribe: str = field(default="", repr=False)
    """The URL that ends mails of this kind with one click (RFC 8058); empty without one."""
    unsubscribe_text: str = ""


def text_of(mail: Mail) -> str:
    """The plain text."""
    parts = [mail.body, f"{mail.link_text}: {mail.link}", f"-- \n{mail.footer}"]
    if mail.unsubscribe:
        parts.append(f"{mail.unsubscribe_text}: {mail.unsubscribe}")
    return "\n\n".join(parts) + "\n"


def html_of(mail: Mail) -> str:
    """The same as HTML without any style, picture or script: every reader shows it, and nobody is counted by it."""
    paragraphs = "".join(f"<p>{escape(part).replace(chr(10), '<br>')}</p>\n" for part in mail.body.split("\n\n"))
    footer = escape(mail.footer)
    if mail.unsubscribe:
        footer += f'<br><a href="{escape(mail.unsubscribe)}">{escape(mail.unsubscribe_text)}</a>'
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(mail.language)}"><head><meta charset="utf-8">'
        f"<title>{escape(mail.subject)}</title></head>\n<body>\n{paragraphs}"
        f'<p><a href="{escape(mail.link)}">{escape(mail.link_text)}</a></p>\n<hr>\n<p><small>{footer}</small></p>\n'
        "</body></html>\n"
    )


def message(mail: Mail, sender: Address) -> EmailMessage:
    """The message for the server; no text adds a header. Raises NoAddress."""
    built = EmailMessage(policy=_POLICY)
    built["From"] = sender
    built["To"] = address(mail.to)
    built["Subject"] = " ".join(mail.subject.split())
    built["Date"] = formatdate(usegmt=True)
    built["Message-ID"] = f"<{mail.id}@{sender.domain}>"
    built["Auto-Submitted"] = "auto-generated"  # RFC 3834: no out-of-office reply
    if mail.unsubscribe:
        built["List-Unsubscribe"] = f"<{mail.unsubscribe}>"
        built["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    built.set_content(text_of(mail))
    built.add_alternative(html_of(mail), subtype="html")
    return built
