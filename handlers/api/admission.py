"""Checks before the endpoint runs: the size of the body, requests from other sites, the session; and CORS."""

import re
from http import HTTPStatus
from typing import Any, cast

from handlers.api.context import RequestInfo
from services.errors import (
    BadParameters,
    BodyTooLarge,
    CrossSite,
    InsufficientScope,
    InvalidToken,
    NotSignedIn,
    Refusal,
)
from services.programs import api_keys
from utils import client_ip
from utils import log as logs

_PREFLIGHT_SECONDS = "600"


class Admission(RequestInfo):
    """Refuses requests, but only after their body was read, unless it is very large.

    Closing a connection with unread bytes resets it, and the client would not get the answer.
    """

    refusal: Exception | None = None

    async def prepare(self) -> None:
        logs.REQUEST_ID.set(self.request_id)
        if self._announced_bytes() > self.http.drained_bytes:
            raise BodyTooLarge
        if self.route.upload:
            cast(Any, self.request.connection).set_body_timeout(self.http.upload_body_seconds)
        try:
            await self._admit()
        except Exception as refusal:
            self.refusal = refusal

    def _announced_bytes(self) -> int:
        length = self.request.headers.get("Content-Length", "0")
        if not re.fullmatch(r"[0-9]{1,15}", length):
            raise BadParameters("Content-Length 格式错误")
        return int(length)

    async def _admit(self) -> None:
        max_length = self.http.cookie_bytes
        if len(self.request.headers.get("Cookie", "")) > max_length:
            raise BadParameters(fields={"Cookie": ("不可超过 {max} 字节", {"max": max_length})})
        if len(self.request.headers.get_list("Authorization")) > 1:
            raise BadParameters(fields={"Authorization": "字段重复"})
        if self.route.changes and self._is_cross_site() and not await self._has_valid_token():
            raise CrossSite
        if not self.route.public:
            await self.load_session()
            if self.session is None:
                raise self._not_admitted()
            if self.api_key is not None:
                await api_keys.admit(self.deps, self.api_key)

    def _not_admitted(self) -> Refusal:
        if self.api_key is not None:
            return InsufficientScope()
        return NotSignedIn() if self.bearer_token is None else InvalidToken()

    async def _has_valid_token(self) -> bool:
        """Whether the request has a valid bearer token, which browsers never add to a request of another site."""
        if self.bearer_token is None:
            return False
        await self.load_session()
        return self.session is not None

    def _is_cross_site(self) -> bool:
        return bool(self._check_cross_origin(self.check_trusted_origin))

    def check_trusted_origin(self, origin: str) -> bool:
        return origin in self.http.trusted_origins

    def _origin_matches_host(self, origin: str) -> bool:
        """As Tornado, but with the same scheme: anybody on the way may have changed a page that came without TLS."""
        return origin.lower() == f"{self._scheme}://{self.request.host.lower()}"

    @property
    def _scheme(self) -> str:
        """The scheme under which browsers reach this site."""
        if self.http.https:
            return "https"
        forwarded = self.request.headers.get("X-Forwarded-Proto", "").rpartition(",")[2].strip().lower()
        trusted = client_ip.is_in(self.request.remote_ip or "", self.http.trusted_proxies)
        return forwarded if trusted and forwarded else self.request.protocol

    # -- CORS

    @property
    def from_cors_origin(self) -> bool:
        """Whether the request comes from a configured origin: CORS headers name no other."""
        return self.request.headers.get("Origin") in self.http.cors_origins

    def write_preflight(self) -> None:
        self.set_status(HTTPStatus.NO_CONTENT)
        self.clear_header("Content-Type")
        self.set_header("Access-Control-Allow-Methods", ", ".join(self.route.allowed))
        self.set_header("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key")
        self.set_header("Access-Control-Max-Age", _PREFLIGHT_SECONDS)
