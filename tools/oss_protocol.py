"""The protocol of Aliyun OSS, as much of it as the SDK (oss2) needs for one bucket; see tools/local_oss.py."""

import base64
import hashlib
import hmac
import re
import secrets
import time
from collections.abc import Mapping, MutableMapping
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, unquote
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

ACCESS_KEY, SECRET_KEY, BUCKET = "local-oss", "key-of-the-local-oss-known-to-everyone", "ihome"
PUBLIC = "media"
"""The first part of public addresses, beside the bucket's name."""

_MAX_LISTED = 1000
_MAX_NAME = 240
"""Bytes of a quoted key: it is the name of a file."""
_MAX_SKEW = 15 * 60
_SUBRESOURCES = {"delete", "continuation-token", "objectMeta"}
"""Parameters that are part of what is signed, of those that this OSS knows."""


class StoredObject(NamedTuple):
    """An object; `modified` is in seconds since 1970."""

    content: bytes
    content_type: str
    cache_control: str = ""
    modified: float = 0.0

    @property
    def etag(self) -> str:
        digest = hashlib.md5(self.content, usedforsecurity=False).hexdigest()
        return f'"{digest.upper()}"'


class Refused(HTTPError):
    """A request that OSS refuses, with the code that its documentation gives."""

    def __init__(self, status: HTTPStatus, code: str) -> None:
        super().__init__(status)
        self.code = code


class OssHandler(RequestHandler):
    """Answers as OSS does: https://help.aliyun.com/zh/oss/developer-reference/list-of-operations-by-function"""

    def initialize(self, objects: MutableMapping[str, StoredObject]) -> None:
        self._objects = objects

    def set_default_headers(self) -> None:
        self.set_header("Server", "AliyunOSS")
        self.set_header("x-oss-request-id", secrets.token_hex(12).upper())

    async def prepare(self) -> None:
        self._path = unquote(self.request.path)
        bucket, _, self._key = self._path[1:].partition("/")
        self._query = dict(parse_qsl(self.request.query, keep_blank_values=True))
        is_public = (
            self.request.method in ("GET", "HEAD") and bool(self._key) and "Authorization" not in self.request.headers
        )
        if bucket != BUCKET and not (is_public and bucket == PUBLIC):
            raise Refused(HTTPStatus.NOT_FOUND, "NoSuchBucket")
        if not is_public:
            _check_signature(self.request, self._path, self._query)
        self._check_content()

    def _check_content(self) -> None:
        digest = base64.b64encode(hashlib.md5(self.request.body, usedforsecurity=False).digest()).decode()
        if self.request.headers.get("Content-MD5", digest) != digest:
            raise Refused(HTTPStatus.BAD_REQUEST, "InvalidDigest")
        if len(quote(self._key, safe="")) > _MAX_NAME:
            raise Refused(HTTPStatus.BAD_REQUEST, "InvalidObjectName")

    async def put(self) -> None:
        if not self._key:
            raise Refused(HTTPStatus.NOT_IMPLEMENTED, "NotImplemented")
        headers = self.request.headers
        content_type = headers.get("Content-Type", "application/octet-stream")
        stored = StoredObject(self.request.body, content_type, headers.get("Cache-Control", ""), time.time())
        self._objects[self._key] = stored
        self.set_header("Etag", stored.etag)

    async def delete(self) -> None:
        self._objects.pop(self._key, None)
        self.set_status(HTTPStatus.NO_CONTENT)

    async def head(self) -> None:
        await self.get()

    async def get(self) -> None:
        if not self._key:
            self._write_xml("ListBucketResult", *_listing(self._objects, self._query))
        elif (stored := self._objects.get(self._key)) is None:
            raise Refused(HTTPStatus.NOT_FOUND, "NoSuchKey")
        else:
            self._send(stored)

    def _send(self, stored: StoredObject) -> None:
        self.set_header("Content-Type", stored.content_type)
        self.set_header("Etag", stored.etag)
        self.set_header("Last-Modified", formatdate(stored.modified, usegmt=True))
        self.set_header("X-Content-Type-Options", "nosniff")
        if stored.cache_control:
            self.set_header("Cache-Control", stored.cache_control)
        if self.check_etag_header():
            self.set_status(HTTPStatus.NOT_MODIFIED)
        else:
            self.write(stored.content)

    async def post(self) -> None:
        """Delete several objects."""
        if self._key or "delete" not in self._query:
            raise Refused(HTTPStatus.NOT_IMPLEMENTED, "NotImplemented")
        try:
            root = ElementTree.fromstring(self.request.body)  # noqa: S314  signed, and expat bounds its entities
        except ElementTree.ParseError:
            raise Refused(HTTPStatus.BAD_REQUEST, "MalformedXML") from None
        keys = [node.text or "" for node in root.iterfind("Object/Key")]
        for key in keys:
            self._objects.pop(key, None)
        shown = [] if root.findtext("Quiet") == "true" else keys
        deleted = (f"<Deleted>{_element('Key', _encoded(self._query, key))}</Deleted>" for key in shown)
        self._write_xml("DeleteResult", *_encoding(self._query), *deleted)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs["exc_info"][1] if "exc_info" in kwargs else None
        code = error.code if isinstance(error, Refused) else HTTPStatus(status_code).phrase.replace(" ", "")
        request_id = self._headers["x-oss-request-id"]
        self._write_xml("Error", _element("Code", code), _element("RequestId", request_id))

    def _write_xml(self, name: str, *parts: str) -> None:
        self.set_header("Content-Type", "application/xml")
        self.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<{name}>{"".join(parts)}</{name}>')


def _check_signature(request: HTTPServerRequest, path: str, query: Mapping[str, str]) -> None:
    """https://help.aliyun.com/zh/oss/developer-reference/include-signatures-in-the-authorization-header"""
    headers = request.headers
    if "Authorization" not in headers:
        raise Refused(HTTPStatus.FORBIDDEN, "AccessDenied")
    own = sorted((name.lower(), value) for name, value in headers.get_all() if name.lower().startswith("x-oss-"))
    signed = sorted((name, value) for name, value in query.items() if name in _SUBRESOURCES)
    resource = path + "?" * bool(signed) + "&".join(f"{name}={value}" if value else name for name, value in signed)
    lines = [request.method or "", *(headers.get(name, "") for name in ("Content-MD5", "Content-Type", "Date"))]
    text = "\n".join([*lines, *(f"{name}:{value}" for name, value in own), resource])
    digest = hmac.new(SECRET_KEY.encode(), text.encode(), hashlib.sha1).digest()
    right = f"OSS {ACCESS_KEY}:{base64.b64encode(digest).decode()}"
    if not hmac.compare_digest(headers["Authorization"].encode(), right.encode()):
        raise Refused(HTTPStatus.FORBIDDEN, "SignatureDoesNotMatch")
    _check_date(headers.get("Date", ""))


def _check_date(date: str) -> None:
    try:
        skew = abs(parsedate_to_datetime(date).timestamp() - time.time())
    except ValueError:
        raise Refused(HTTPStatus.FORBIDDEN, "AccessDenied") from None
    if skew > _MAX_SKEW:
        raise Refused(HTTPStatus.FORBIDDEN, "RequestTimeTooSkewed")


def _listing(objects: Mapping[str, StoredObject], query: Mapping[str, str]) -> list[str]:
    """The elements of a list of objects, for both versions of the request."""
    is_v2 = query.get("list-type") == "2"
    after = query.get("continuation-token") or query.get("start-after", "") if is_v2 else query.get("marker", "")
    count = _max_keys(query)
    keys = sorted(key for key in objects if key.startswith(query.get("prefix", "")) and key > after)
    parts = [*_encoding(query), _element("IsTruncated", str(len(keys) > count).lower())]
    if len(keys) > count:
        next_name = "NextContinuationToken" if is_v2 else "NextMarker"
        parts.append(_element(next_name, _encoded(query, keys[count - 1])))
    return parts + [_listed(_encoded(query, key), objects[key]) for key in keys[:count]]


def _max_keys(query: Mapping[str, str]) -> int:
    text = query.get("max-keys") or "100"
    if query.get("delimiter"):
        raise Refused(HTTPStatus.NOT_IMPLEMENTED, "NotImplemented")
    if not (re.fullmatch("[0-9]{1,4}", text) and 1 <= int(text) <= _MAX_LISTED):
        raise Refused(HTTPStatus.BAD_REQUEST, "InvalidArgument")
    return int(text)


def _listed(key: str, stored: StoredObject) -> str:
    modified = time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(stored.modified))
    parts = {"Key": key, "LastModified": modified, "ETag": stored.etag, "Type": "Normal"}
    parts |= {"Size": str(len(stored.content)), "StorageClass": "Standard"}
    return f"<Contents>{''.join(_element(name, text) for name, text in parts.items())}</Contents>"


def _encoding(query: Mapping[str, str]) -> list[str]:
    return [_element("EncodingType", query["encoding-type"])] if query.get("encoding-type") else []


def _encoded(query: Mapping[str, str], key: str) -> str:
    return quote(key, safe="") if query.get("encoding-type") == "url" else key


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>"
