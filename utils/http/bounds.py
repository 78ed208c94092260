"""The bounds of a server and of each of its connections."""

from dataclasses import dataclass

from utils.client_ip import Network


@dataclass(frozen=True)
class Bounds:
    """What one server and one of its connections may take. Times are in seconds.

    `idle` bounds the time until the headers of a request are complete, and the time in which a client reads nothing of
    its answer; `body` bounds the time until a body is complete. `header_bytes` bounds all bytes of a message outside
    its body: request line, headers, chunk sizes and extensions, trailers. `headers` bounds the number of header lines.
    """

    connections: int
    connections_per_address: int
    idle: float
    body: float
    header_bytes: int
    headers: int
    body_bytes: int
    trusted_proxies: tuple[Network, ...] = ()
    """Their connections carry many clients: `connections_per_address` does not apply."""
