"""The cookie, and the session in Redis that it names."""

from handlers.lean import LeanHandler
from utils.sessions import Session, SessionStore

COOKIE = "session_id"
DEVICE_COOKIE = "device"


class SessionMixin(LeanHandler):
    """Gives a handler `session`: who is signed in, or None."""

    session: Session | None = None

    @property
    def _store(self) -> SessionStore:
        store: SessionStore = self.settings["deps"].sessions
        return store

    async def load_session(self) -> None:
        self.vary("Cookie")
        token = self._read_cookie(COOKIE)
        self.session = await self._store.find(token) if token else None

    async def start_session(self, token: str) -> None:
        """Hand out a new session; the one that the request came with ends, and its id is never taken over."""
        await self.load_session()
        if self.session is not None:
            await self._store.end(self.session.user_id, self.session.id)
            self.session = None
        self._hand_out(COOKIE, token, self.settings["session_seconds"])
        self._drop_old_cookie()

    @property
    def device_cookie(self) -> str:
        """Says where this device has signed in before; survives signing out."""
        return self._read_cookie(DEVICE_COOKIE)

    def remember_device(self, cookie: str) -> None:
        self._hand_out(DEVICE_COOKIE, cookie, self.settings["device_seconds"])

    def drop_session(self) -> None:
        self.clear_cookie(self._cookie_name(COOKIE), httponly=True, samesite="Lax", secure=self._secure)
        self._drop_old_cookie()

    @property
    def _secure(self) -> bool:
        return bool(self.settings["secure_cookies"])

    def _cookie_name(self, name: str) -> str:
        """With `__Host-`, browsers take a cookie over TLS from this very host only: no neighbour can plant one."""
        return f"__Host-{name}" if self._secure else name

    def _read_cookie(self, name: str) -> str:
        found = self.get_cookie(self._cookie_name(name))
        if found is None and self.settings["old_cookies"]:
            found = self.get_cookie(name)
        return found or ""

    def _hand_out(self, name: str, value: str, seconds: int) -> None:
        self.set_cookie(
            self._cookie_name(name), value, max_age=seconds, httponly=True, samesite="Lax", secure=self._secure
        )

    def _drop_old_cookie(self) -> None:
        """A session cookie of the time before `__Host-`."""
        if self._secure and self.get_cookie(COOKIE) is not None:
            self.clear_cookie(COOKIE, httponly=True, samesite="Lax", secure=True)
