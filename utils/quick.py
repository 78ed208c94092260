"""aiomysql's connection, with less work for each packet of a result.

aiomysql awaits twice for a packet that has long arrived, and parses the description of every column of every answer,
which is half of what a query costs. Here a packet that is there is taken as it is, and a description is parsed once.
Reaches into aiomysql 0.3.2, to which requirements.txt is pinned; whatever is out of the ordinary is left to it.
"""

from functools import lru_cache
from typing import Any

from aiomysql import Connection
from pymysql.protocol import FieldDescriptorPacket, MysqlPacket

_HEADER, _LONGEST = 4, 0xFFFFFF


class QuickConnection(Connection):  # type: ignore[misc]  # aiomysql has no types
    async def _read_packet(self, packet_type: type[MysqlPacket] = MysqlPacket) -> Any:
        buffer = self._reader._buffer
        if len(buffer) >= _HEADER:
            length = buffer[0] | buffer[1] << 8 | buffer[2] << 16
            end = _HEADER + length
            if len(buffer) >= end and length < _LONGEST and buffer[3] == self._next_seq_id:
                data = bytes(buffer[_HEADER:end])
                del buffer[:end]
                self._next_seq_id = (self._next_seq_id + 1) % 256
                if self._reader._paused:
                    self._reader._maybe_resume_transport()
                if packet_type is FieldDescriptorPacket:
                    return _described(data, self._encoding)
                packet = packet_type(data, self._encoding)
                if packet.is_error_packet():
                    packet.raise_for_error()
                return packet
        return await super()._read_packet(packet_type)


def quicken(connection: Connection) -> Connection:
    """The same connection, reading so. A pool of aiomysql makes connections of its own class only."""
    connection.__class__ = QuickConnection
    return connection


@lru_cache(4096)
def _described(data: bytes, encoding: str) -> FieldDescriptorPacket:
    return FieldDescriptorPacket(data, encoding)
