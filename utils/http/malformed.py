"""The refusal of a message that is not HTTP/1.1, or too large."""

from http import HTTPStatus


class Malformed(Exception):
    """A message is refused, with this status."""

    def __init__(self, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(status)
        self.status = status
