"""Reads the form or the file of a request."""

from collections.abc import Collection, Mapping
from typing import cast

from tornado.web import stream_request_body

from handlers.api import bodies, forms
from handlers.api.admission import Admission
from handlers.api.routing import COMMAS, Upload
from services.errors import BadParameters, BodyTooLarge

_FORM_BYTES = 16 * 1024
"""How many bytes the body of an upload may have beside its file."""


@stream_request_body
class Reading(Admission):
    path_fields: bodies.Fields
    names_sent: Mapping[str, str]
    """For each field of the form, the name that the request used."""

    def data_received(self, chunk: bytes) -> None:
        if self.refusal is not None:
            return
        if len(self.body) + len(chunk) > self._max_body_bytes():
            self.refusal = BodyTooLarge()
        else:
            self.body += chunk

    def _max_body_bytes(self) -> int:
        if self.route.upload:
            return self._max_file_bytes(self.route.upload) + _FORM_BYTES
        return self.http.body_bytes

    async def read(self, form: type[forms.F]) -> forms.F:
        """The form, filled from path and query or body. Raises BadParameters with every wrong field."""
        sent = forms.prefer_path(form, self._fields_sent(forms.lists(form)), self.path_fields)
        self.names_sent = forms.names_sent(form, sent)
        return await forms.check(form, self.deps, sent)

    def _fields_sent(self, lists: Collection[str]) -> bodies.Fields:
        if self.route.verb == "GET":
            text = self.request.query
            return bodies.query(text, "," if COMMAS in self.route.rules and "&" not in text else "&", lists)
        content_type = self.request.headers.get("Content-Type", "")
        return bodies.body(bytes(self.body), content_type, self.http.multipart, lists)

    def read_file(self) -> bytes:
        """The file in the route's upload field, or else the only file sent. Raises BadParameters, BodyTooLarge."""
        upload = cast(Upload, self.route.upload)
        content_type = self.request.headers.get("Content-Type", "")
        files = bodies.files(bytes(self.body), content_type, self.http.multipart)
        named = [content for name, content in files if name in upload.names] or [content for _, content in files]
        if len(named) != 1:
            raise BadParameters(fields={upload.names[0]: "请选择一个文件"})
        if len(named[0]) > self._max_file_bytes(upload):
            raise BodyTooLarge
        return named[0]

    def _max_file_bytes(self, upload: Upload) -> int:
        return int(getattr(self.http, upload.setting))
