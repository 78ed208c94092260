"""How a channel of notifications says that it did not deliver."""


class NotDelivered(Exception):
    """A notification was not delivered, or perhaps was: the text is the kind of the error only.

    A `permanent` failure happens again with every try. After any other, try again, in `retry_after` seconds at the
    earliest where the channel names a time.
    """

    def __init__(self, reason: str, *, permanent: bool = False, retry_after: int | None = None) -> None:
        super().__init__(reason)
        self.permanent = permanent
        self.retry_after = retry_after
