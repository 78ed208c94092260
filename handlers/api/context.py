"""The client, the session and the ids of a request."""

import hashlib
from contextlib import suppress
from functools import cached_property

from handlers.api.dispatch import Site
from handlers.api.routing import Route
from handlers.api.session import SessionMixin
from models.orders.idempotency import IdempotencyKey
from models.types import UserId
from services.deps import Deps, Visitor
from services.errors import BadParameters, NotSignedIn
from services.orders.transitions import RequestContext
from utils import client_ip
from utils.redis import RedisUnavailable
from utils.sessions import Session

_MAX_USER_AGENT = 200
_MAX_KEY = 255


class RequestInfo(SessionMixin):
    """What endpoints may read of a request."""

    application: Site
    route: Route
    body: bytearray

    @cached_property
    def request_id(self) -> str:
        return self.application.new_request_id()

    @property
    def deps(self) -> Deps:
        return self.http.deps

    @property
    def visitor(self) -> Visitor:
        """The client: its address (behind trusted proxies, from X-Forwarded-For) and its device."""
        forwarded = self.request.headers.get("X-Forwarded-For", "")
        address = client_ip.client_address(self.request.remote_ip or "", forwarded, self.http.trusted_proxies)
        device = self.request.headers.get("User-Agent", "")[:_MAX_USER_AGENT]
        return Visitor(client_ip.bucket(address), device, self.device_cookie)

    @property
    def signed_in(self) -> Session:
        """The session, on a route that is not PUBLIC."""
        if self.session is None:
            raise NotSignedIn
        return self.session

    async def viewer(self) -> Session | None:
        """The session, on a PUBLIC route; None for visitors who are not signed in, and while Redis is unavailable."""
        if self.session is None:
            with suppress(RedisUnavailable):
                await self.load_session()
        return self.session

    @property
    def context(self) -> RequestContext:
        """The user and the id of the request, for the events of an order; on a route that is not PUBLIC."""
        return RequestContext(UserId(self.signed_in.user_id), self.request_id)

    @property
    def idempotency_key(self) -> IdempotencyKey | None:
        """The key in the header Idempotency-Key, on a route that is ONCE; None without it. Raises BadParameters."""
        key = self.request.headers.get("Idempotency-Key")
        if key is None:
            return None
        if not 1 <= len(key) <= _MAX_KEY or not key.isprintable():
            raise BadParameters(fields={"Idempotency-Key": ("应为 1 到 {max} 个可见字符", {"max": _MAX_KEY})})
        scope = hashlib.sha256(f"{self.route.verb} {self.route.path} {key}".encode())
        return IdempotencyKey(scope.digest(), hashlib.sha256(self.body).digest())

    def url(self, name: str | None) -> str | None:
        """The URL of a stored object; None for None."""
        return None if name is None else self.deps.storage.url(name)
