"""HTTP/1.1 under Tornado's applications: llhttp (through httptools) reads, an asyncio transport writes.

Tornado's own reader is pure Python and takes most of a small request's time. This package offers the application the
same documented interface (tornado.httputil: HTTPServerConnectionDelegate, HTTPMessageDelegate, HTTPConnection), so
handlers cannot tell the difference. It is stricter than Tornado where RFC 9112 allows that: a message that two parties
might read differently is refused, and its connection is closed.

    server      listens, accepts, counts connections, ends what takes too long
    connection  one client: its state, its deadline, flow control
    pipeline    the requests of one connection in their order
    exchange    one request and its answer, as the application sees them
    reader      bytes to requests; llhttp reads heads, chunks reads chunked bodies
    writer      answers to bytes
    states      the states of a connection and of an exchange, as tables (docs/http-connection.md)
"""

from utils.http.bounds import Bounds
from utils.http.connection import Connection
from utils.http.exchange import Exchange, Peer
from utils.http.headers import Headers
from utils.http.server import Connections, Server
from utils.http.writer import refusal

__all__ = ["Bounds", "Connection", "Connections", "Exchange", "Headers", "Peer", "Server", "refusal"]
