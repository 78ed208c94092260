"""What every mail says beside its own text, and the mail that verifies an address: content/mail.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class MailTexts:
    """The fixed texts of mails in one language."""

    open: str
    footer: str
    """With a place for {settings}, a URL."""
    unsubscribe: str
    verify_subject: str
    verify_body: str
    """With a place for {hours}."""
    verify_link: str
    verify_footer: str


def load(path: Path) -> Mapping[str, MailTexts]:
    """The texts by language, zh and en."""
    return {language: MailTexts(**texts) for language, texts in tomllib.loads(path.read_text("utf-8")).items()}
