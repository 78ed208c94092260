"""Writes what an endpoint returned: envelope or page, headers, ETag, compression."""

from http import HTTPStatus
from typing import Any

import tornado.locale
from tornado.locale import Locale

from handlers.api import languages, representation
from handlers.api.answers import Document, Empty, Page, Redirect, Streaming
from handlers.api.reading import Reading
from handlers.api.routing import SHARED
from handlers.api.surfaces import HTML
from handlers.api.template_names import template_names
from services.errors import Message
from utils.money import yuan

_EMPTY = Empty()


class Answering(Reading):
    errno: int
    message: str
    """The answer's `errmsg`."""

    def set_default_headers(self) -> None:
        headers = self._headers
        headers["X-Request-Id"] = self.request_id
        headers["X-Content-Type-Options"] = "nosniff"
        headers["Cache-Control"] = "no-store"
        if self.http.strict_transport:
            headers["Strict-Transport-Security"] = self.http.strict_transport
        if self.application.draining:
            headers["Connection"] = "close"
        if self.from_cors_origin:
            self.set_header("Access-Control-Allow-Origin", self.request.headers["Origin"])
            self.set_header("Access-Control-Allow-Credentials", "true")
            self.set_header("Access-Control-Expose-Headers", "X-Request-Id, Retry-After")
        if self.http.cors_origins:
            self.vary("Origin")

    def write_answer(self, answer: Any) -> None:
        """Write what the endpoint returned."""
        match answer:
            case Document():
                if self.route.content_type == HTML:
                    self._announce_page()
                self.set_header("Content-Type", self.route.content_type)
                self.write(answer.content)
            case Page():
                self.set_status(answer.status)
                self._announce_page(answer.policy)
                self.write(self._render(answer))
            case Redirect():
                self.redirect(answer.url, status=int(HTTPStatus.SEE_OTHER))
                return
            case Streaming():
                self.stay_open(answer)
                return
            case _:
                self._write_envelope(answer)
        if self.route.max_age:
            self.set_header("Cache-Control", f"public, max-age={self.route.max_age}")

    def stay_open(self, answer: Streaming) -> None:
        """Send the beginning of an answer, which then goes on without this handler."""

    def _write_envelope(self, answer: Any) -> None:
        if self.get_status() == HTTPStatus.OK:
            self.set_status(self.route.status)
        adapted = self.route.ajax(answer) if self.route.ajax else answer
        self.write_enveloped(0, self.message, _EMPTY if adapted is None else adapted)

    def write_enveloped(self, errno: int, text: Message, data: Any) -> None:
        self.errno = errno
        surface = self.route.surface
        self.set_header("Content-Type", surface.content_type)
        errmsg = "OK" if text == "OK" else self.translate(text)
        self.write(surface.envelope(errno, errmsg, data))

    def write_head_only(self) -> None:
        """Answer HEAD without running a GET that has an effect; so the length is unknown (RFC 9110, section 8.6)."""
        self.set_header("Content-Type", self.route.content_type)
        self.flush()

    # -- representations

    def complete(self) -> None:
        """Add ETag and compression on a SHARED route.

        An answer to a signed-in viewer gets neither: if it held a secret beside text that an attacker has chosen, its
        length when compressed would reveal the secret (BREACH).
        """
        if SHARED not in self.route.rules or self.errno or self.get_status() != HTTPStatus.OK:
            return
        self.vary("Accept-Encoding")
        if self.session is None:
            self._share(b"".join(self._write_buffer))

    def _share(self, body: bytes) -> None:
        headers = self._headers
        headers["Etag"] = representation.etag(body)
        if headers["Cache-Control"] == "no-store":
            headers["Cache-Control"] = "no-cache"
        if self.check_etag_header():
            self._write_buffer = []
            self.set_status(HTTPStatus.NOT_MODIFIED)
        elif "Accept-Encoding" in self.request.headers:
            coding, body = representation.encode(body, self.request.headers["Accept-Encoding"])
            if coding:
                headers["Content-Encoding"] = coding
            self._write_buffer = [body]

    # -- pages and languages

    def _announce_page(self, policy: str | None = None) -> None:
        sources = f"{self.http.media_origin} {self.http.map.origins}".strip()
        policy = policy or f"default-src 'self'; img-src 'self' data: blob: {sources}".rstrip()
        self.set_header(
            "Content-Security-Policy", f"{policy}; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
        )
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Content-Type", HTML)

    def _render(self, page: Page) -> str:
        """The page as HTML. Its links stay in the language that the query asks for."""
        html = self.render_string(page.template, **page.values).decode()
        language = languages.chosen(self.request.query)
        return languages.keep(html, language) if language else html

    @property
    def addresses(self) -> languages.Addresses | None:
        """Where search engines find this page; None for a page that they are to leave out."""
        if not self.route.indexed:
            return None
        path = self.request.path.rstrip("/") or "/"
        return languages.addresses(self.http.site.url, path, self.request.query, self.route.address_fields)

    def get_template_namespace(self) -> dict[str, Any]:
        """The names that every template may use."""
        shared: dict[str, Any] = {"asset": self.http.asset_url, "viewer": self.session, "yuan": yuan}
        shared |= {"site": self.http.site, "addresses": self.addresses}
        shared |= template_names(self.locale)
        return super().get_template_namespace() | shared | {"lang": self.locale.code.replace("_", "-")}

    def get_user_locale(self) -> Locale | None:
        """The language that the address names, else the one that the reader chose on a page; None before that."""
        if language := languages.chosen(self.request.query):
            return tornado.locale.get(languages.LOCALES[language])
        self.vary("Cookie", "Accept-Language")
        chosen = self.get_cookie("lang")
        return tornado.locale.get(chosen) if chosen in ("zh_CN", "en") else None

    def translate(self, message: Message) -> str:
        """A message in the reader's language."""
        template, values = (message, {}) if isinstance(message, str) else message
        return languages.translated(self.locale, template, list(values.values())).format(**values)
