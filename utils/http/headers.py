"""Header fields."""

from typing import Any

from tornado.httputil import HTTPHeaders


class Headers(HTTPHeaders):
    """Tornado's, without the costs of a `get` that raises and catches an error, and of an `update` with nothing."""

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default  # noqa: SIM401  this is the definition of `get`

    def update(self, *args: Any, **kwargs: str) -> None:
        if args or kwargs:
            super().update(*args, **kwargs)

    def read(self, name: str, value: str) -> None:
        """As `add`, for a name and a value that llhttp has checked."""
        if name in self:
            self.add(name, value)
        else:
            self[name] = value
