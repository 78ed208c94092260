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
        token = self.get_cookie(COOKIE)
        self.session = await self._store.find(token) if token else None

    async def start_session(self, token: str) -> None:
        """Hand out a new session; the one that the request came with ends, and its id is never taken over."""
        await self.load_session()
        if self.session is not None:
            await self._store.end(self.session.user_id, self.session.id)
            self.session = None
        self.set_cookie(
            COOKIE,
            token,
            max_age=self.settings["session_seconds"],
            httponly=True,
            samesite="Lax",
            secure=self.settings["secure_cookies"],
        )

    @property
    def device_cookie(self) -> str:
        """Says where this device has signed in before; survives signing out."""
        return self.get_cookie(DEVICE_COOKIE) or ""

    def remember_device(self, cookie: str) -> None:
        self.set_cookie(
            DEVICE_COOKIE,
            cookie,
            max_age=self.settings["device_seconds"],
            httponly=True,
            samesite="Lax",
            secure=self.settings["secure_cookies"],
        )

    def drop_session(self) -> None:
        self.clear_cookie(COOKIE, httponly=True, samesite="Lax", secure=self.settings["secure_cookies"])
