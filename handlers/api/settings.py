"""The part of the configuration that handlers use."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from tornado.httputil import ParseMultipartConfig

from services.deps import Deps
from utils.client_ip import Network


@dataclass(frozen=True)
class ApiInfo:
    """Facts about this installation for the API's OpenAPI document."""

    url: str
    version: str
    cookie: str
    """The name of the session's cookie."""
    tags: tuple[tuple[str, str], ...]
    """The sections of the document, in order, each with its description."""


@dataclass(frozen=True)
class SiteInfo:
    """Who runs this installation, and where. A value that is not set is empty."""

    url: str
    """The public address, without a slash at the end: https://ihome.example"""
    operator: str
    contact: str
    """An e-mail address, a telephone number or an https:// address."""
    icp: str
    """The ICP number."""


@dataclass(frozen=True)
class MapSettings:
    """Where the pictures of maps come from (docs/maps.md)."""

    tiles: str = ""
    """Addresses with {z}, {x} and {y}, separated by spaces; empty: maps show the districts only."""
    datum: str = "gcj02"
    """The coordinates of the tiles: gcj02 or wgs84."""
    attribution: str = ""
    """Whom the map names as the tiles' source."""

    @property
    def origins(self) -> str:
        """The tiles' origins, for the Content-Security-Policy."""
        parts = [urlsplit(address) for address in self.tiles.split()]
        return " ".join(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))


@dataclass(frozen=True)
class HttpSettings:
    """Times are in seconds, sizes in bytes."""

    deps: Deps
    api_info: ApiInfo
    site: SiteInfo
    asset_url: Callable[[str], str]
    """Maps the name of a static file to its URL."""
    media_origin: str
    """The origin of pictures, for the Content-Security-Policy; empty if ihome serves them itself."""
    map: MapSettings
    trusted_proxies: tuple[Network, ...]
    trusted_origins: tuple[str, ...]
    """Other origins whose pages may send requests that change data."""
    cors_origins: tuple[str, ...]
    """Other origins whose scripts may read answers."""
    https: bool
    strict_transport: str
    """The header Strict-Transport-Security; empty for none."""
    secure_cookies: bool
    old_cookies: bool
    """Whether session cookies are also read under their old name, without `__Host-`."""
    session_seconds: int
    device_seconds: int
    request_seconds: float
    upload_seconds: float
    upload_body_seconds: float
    body_bytes: int
    avatar_bytes: int
    house_image_bytes: int
    multipart: ParseMultipartConfig
    cookie_bytes: int
    drained_bytes: int
    """Refused bodies up to this size are still read to their end."""
