"""Personal data that a text must not show in full."""

import re

_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")


def mask_mobiles(text: str) -> str:
    """`text` with the middle of every mobile number hidden: 138****0000. A user without a name is shown by theirs."""
    return _MOBILE.sub(r"\1****\2", text)
