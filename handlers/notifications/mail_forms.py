"""Forms of the endpoints about mail addresses."""

import re
from typing import Annotated

from pydantic import Field

from handlers.api.form_types import Checked, matching, wrong
from handlers.api.forms import Form
from utils.mail_message import ADDRESS

_WRONG = "请填写有效的邮箱地址"


def _address(value: object) -> str:
    """An address, whose domain is written in lower case."""
    written = value.strip() if isinstance(value, str) and len(value) <= 300 else ""
    if not re.fullmatch(ADDRESS, written):
        raise wrong(_WRONG)
    local, _, domain = written.rpartition("@")
    return f"{local}@{domain.lower()}"


Address = Annotated[
    str,
    Checked(_address, {"type": "string", "format": "email", "minLength": 3, "maxLength": 254}),
    Field(examples=["li@guest.example"]),
]
LinkToken = Annotated[
    str,
    matching(r"[A-Za-z0-9_-]{43}", "链接已失效，请重新获取"),
    Field(examples=["n0k8Jb6mX4YtZ1pQe7uVwR2sL9aC5dF3gHiKjM-oB_E"]),
]


class MailAddressForm(Form):
    address: Address
    """The address that gets a link."""


class LinkForm(Form):
    token: LinkToken
    """The token at the end of the link."""


class UnsubscribeForm(Form):
    token: Annotated[str, matching(r"[!-~]{1,200}", "链接无效"), Field(examples=["7.message.x"])]
    """The token at the end of the link."""
