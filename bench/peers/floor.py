"""The upper bound: an asyncio protocol over uvloop that sends fixed bytes. No Python server answers HTTP faster."""

import asyncio

import uvloop

from bench.peers import plain

BODY = plain.compact(plain.rest({})).encode()
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s" % (len(BODY), BODY)


class Floor(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(ANSWER * data.count(b"\r\n\r\n"))


async def main() -> None:
    await asyncio.get_running_loop().create_server(Floor, "127.0.0.1", plain.PORT)
    await asyncio.Event().wait()


if __name__ == "__main__":
    uvloop.run(main())
