"""Signatures of webhooks (Standard Webhooks, https://www.standardwebhooks.com)."""

import base64
import secrets
from collections.abc import Iterable
from datetime import datetime

from standardwebhooks.webhooks import Webhook


def new_secret() -> str:
    """A new secret of 256 random bits, as receivers write it: `whsec_` and base64."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def headers(message_id: str, body: str, now: datetime, secrets_: Iterable[str]) -> dict[str, str]:
    """The headers of a message that is sent `now`, signed with each of the secrets: any of them proves its origin."""
    return {
        "Content-Type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(Webhook(each).sign(message_id, now, body) for each in secrets_),
    }
