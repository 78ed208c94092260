"""The cookie, and the session in Redis that it names."""

from handlers.api.settings import HttpSettings
from handlers.api.tornado_overrides import FastHandler
from utils.sessions import Session, SessionStore

COOKIE = "session_id"
DEVICE_COOKIE = "device"


def cookie_name(name: str, *, secure: bool) -> str:
    """With `__Host-`, browsers take a cookie over TLS from this very host only: no neighbour can plant one."""
    return f"__Host-{name}" if secure else name


class SessionMixin(FastHandler):
    """Gives a handler `session`: who is signed in, or None."""

    session: Session | None = None

    @property
    def http(self) -> HttpSettings:
        settings: HttpSettings = self.settings["http"]
        return settings

    @property
    def _store(self) -> SessionStore:
        return self.http.deps.sessions

    async def load_session(self) -> None:
        self.vary("Cookie")
        token = self._read_token()
        self.session = await self._store.find(token) if token else None

    async def start_session(self, token: str) -> None:
        """Hand out a new session; the one that the request came with ends, and its id is never taken over."""
        await self.load_session()
        if self.session is not None:
            await self._store.end(self.session.user_id, self.session.id)
            self.session = None
        self._hand_out(COOKIE, token, self.http.session_seconds)
        self._drop_old_cookie()

    @property
    def device_cookie(self) -> str:
        """Says where this device has signed in before; survives signing out."""
        return self._read_cookie(DEVICE_COOKIE)

    def remember_device(self, cookie: str) -> None:
        self._hand_out(DEVICE_COOKIE, cookie, self.http.device_seconds)

    @property
    def session_cookie(self) -> str:
        """The name of the session's cookie."""
        return cookie_name(COOKIE, secure=self._secure)

    def drop_session(self) -> None:
        self.clear_cookie(self.session_cookie, httponly=True, samesite="Lax", secure=self._secure)
        self._drop_old_cookie()

    @property
    def _secure(self) -> bool:
        return self.http.secure_cookies

    def _read_cookie(self, name: str) -> str:
        return self.get_cookie(cookie_name(name, secure=self._secure)) or ""

    def _read_token(self) -> str:
        """The secret id of the session, from a cookie of the time before `__Host-` as well."""
        token = self._read_cookie(COOKIE)
        return token or (self.get_cookie(COOKIE) or "" if self.http.old_cookies else "")

    def _hand_out(self, name: str, value: str, seconds: int) -> None:
        self.set_cookie(
            cookie_name(name, secure=self._secure),
            value,
            max_age=seconds,
            httponly=True,
            samesite="Lax",
            secure=self._secure,
        )

    def _drop_old_cookie(self) -> None:
        """A session cookie of the time before `__Host-`."""
        if self._secure and self.get_cookie(COOKIE) is not None:
            self.clear_cookie(COOKIE, httponly=True, samesite="Lax", secure=True)
