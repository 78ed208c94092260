"""The session of a request, from a bearer token (RFC 6750) or from a cookie."""

from handlers.api.routing import Route
from handlers.api.settings import HttpSettings
from handlers.api.tornado_overrides import FastHandler
from models.programs.api_keys import ApiKey
from services.programs import api_keys
from utils.api_key_text import PREFIX
from utils.sessions import Session

COOKIE = "session_id"
DEVICE_COOKIE = "device"


def cookie_name(name: str, *, secure: bool) -> str:
    """Browsers accept a `__Host-` cookie only over TLS and from this very host: no other subdomain can plant one."""
    return f"__Host-{name}" if secure else name


class SessionMixin(FastHandler):
    """Gives a handler `session`: the session of the signed-in device, or None."""

    route: Route
    session: Session | None = None
    api_key: ApiKey | None = None
    """The key that the request carries, whatever it may do."""

    @property
    def http(self) -> HttpSettings:
        settings: HttpSettings = self.settings["http"]
        return settings

    @property
    def bearer_token(self) -> str | None:
        """The token of the header Authorization; None without the header, and for another scheme than Bearer."""
        scheme, _, token = self.request.headers.get("Authorization", "").partition(" ")
        return token.strip(" ") if scheme.lower() == "bearer" else None

    async def load_session(self) -> None:
        """Set `session`. With a bearer token or an API key, cookies are ignored."""
        self.vary("Authorization", "Cookie")
        token = self.bearer_token
        if token is None:
            self.session = await self._find_by_cookie()
        elif token.startswith(PREFIX):
            self.session = await self._find_by_key(token)
        else:
            self.session = await self.http.deps.tokens.find(token)

    async def _find_by_key(self, text: str) -> Session | None:
        """The user of an API key, as a session; None on a route whose scope the key does not have."""
        self.api_key = key = self.api_key or await api_keys.find(self.http.deps, text)
        if key is None or not self.route.scope or self.route.scope not in key.scopes:
            return None
        return api_keys.session_of(key)

    async def _find_by_cookie(self) -> Session | None:
        secret = self._read_secret()
        return await self.http.deps.sessions.find(secret) if secret else None

    async def start_session(self, secret: str) -> None:
        """Set the cookie of a new session. The session of the cookie that the browser sent ends."""
        previous = await self._find_by_cookie()
        if previous is not None:
            await self.http.deps.sessions.end(previous.user_id, previous.id)
        self.session = None
        self._set_cookie(COOKIE, secret, self.http.session_seconds)
        self._drop_old_cookie()

    @property
    def device_cookie(self) -> str:
        """The proof that this device has signed in before (utils/devices.py); it stays after signing out."""
        return self._read_cookie(DEVICE_COOKIE)

    def remember_device(self, cookie: str) -> None:
        self._set_cookie(DEVICE_COOKIE, cookie, self.http.device_seconds)

    @property
    def session_cookie(self) -> str:
        """The name of the session's cookie."""
        return cookie_name(COOKIE, secure=self._secure)

    def drop_session(self) -> None:
        """Delete the session's cookie; a request with a bearer token changes no cookie."""
        if self.bearer_token is not None:
            return
        self.clear_cookie(self.session_cookie, httponly=True, samesite="Lax", secure=self._secure)
        self._drop_old_cookie()

    @property
    def _secure(self) -> bool:
        return self.http.secure_cookies

    def _read_cookie(self, name: str) -> str:
        return self.get_cookie(cookie_name(name, secure=self._secure)) or ""

    def _read_secret(self) -> str:
        """The secret of the browser's session; also from a cookie without `__Host-`, if these are still read."""
        secret = self._read_cookie(COOKIE)
        return secret or (self.get_cookie(COOKIE) or "" if self.http.old_cookies else "")

    def _set_cookie(self, name: str, value: str, seconds: int) -> None:
        self.set_cookie(
            cookie_name(name, secure=self._secure),
            value,
            max_age=seconds,
            httponly=True,
            samesite="Lax",
            secure=self._secure,
        )

    def _drop_old_cookie(self) -> None:
        """Delete a session cookie without `__Host-`."""
        if self._secure and self.get_cookie(COOKIE) is not None:
            self.clear_cookie(COOKIE, httponly=True, samesite="Lax", secure=True)
