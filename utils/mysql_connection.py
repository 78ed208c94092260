"""aiomysql's connection with pipelining: several statements in one write, and less work for each packet of a reply.

aiomysql waits for a reply before it sends the next statement, awaits twice for each packet even if the packet has
arrived, and parses the description of every column of every reply, which is half of the cost of a query. MariaDB
answers statements in their order, so statements that do not need each other's replies may travel in one write. The
pool, connecting, authenticating and escaping are aiomysql's.

Uses private parts of aiomysql and PyMySQL: tests/unit/test_private_parts.py names the versions.
"""

import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aiomysql import Connection
from pymysql.constants import COMMAND, CR, FIELD_TYPE
from pymysql.converters import decoders
from pymysql.err import MySQLError, OperationalError
from pymysql.protocol import FieldDescriptorPacket, MysqlPacket

Row = dict[str, Any]
_Read = Callable[[bytes], Any]

_HEADER, _MAX_PACKET = 4, 0xFFFFFF
_OK, _EOF, _ERROR, _NULL = 0x00, 0xFE, 0xFF, 0xFB
_BINARY = 63  # the character set of binary columns
_WHOLE = (FIELD_TYPE.TINY, FIELD_TYPE.SHORT, FIELD_TYPE.INT24, FIELD_TYPE.LONG, FIELD_TYPE.LONGLONG, FIELD_TYPE.YEAR)
_TEXT = (
    FIELD_TYPE.VARCHAR,
    FIELD_TYPE.VAR_STRING,
    FIELD_TYPE.STRING,
    FIELD_TYPE.BLOB,
    FIELD_TYPE.TINY_BLOB,
    FIELD_TYPE.MEDIUM_BLOB,
    FIELD_TYPE.LONG_BLOB,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """The rows of a query, or what another statement changed."""

    rows: list[Row]
    affected: int = 0
    last_id: int = 0


class PipelinedConnection(Connection):  # type: ignore[misc]  # aiomysql has no types
    committed = False
    """Whether the last statement was a COMMIT."""

    @property
    def is_open(self) -> bool:
        """Whether neither side has closed the connection."""
        return not (self.closed or self._reader.at_eof() or self._reader.exception())

    def text(self, sql: str, args: Sequence[object]) -> bytes:
        """A statement with its escaped values."""
        written = sql % tuple([self._literal(value) for value in args]) if args else sql
        return written.encode()

    async def execute(self, texts: Sequence[bytes]) -> list[Reply | MySQLError]:
        """Send statements in one write. Returns a reply or an error for each: an error does not stop the others.

        Raises MySQLError if the connection is closed.
        """
        self._ensure_alive()
        self._result = None
        self.committed = False
        self._write_bytes(b"".join([struct.pack("<iB", len(text) + 1, COMMAND.COM_QUERY) + text for text in texts]))
        return [await self._read_reply() for _ in texts]

    def _literal(self, value: object) -> str:
        kind = type(value)
        if kind is int:
            return str(value)
        if kind is str:
            return f"'{self.escape_string(value)}'"
        if isinstance(value, bytes):
            return f"x'{value.hex()}'"
        return str(self.escape(value))

    async def _read_reply(self) -> Reply | MySQLError:
        if self.closed:  # while a reply before this one was read
            return OperationalError(CR.CR_SERVER_LOST, "connection lost")
        self._next_seq_id = 1
        try:
            first = await self._raw()
            if first[0] == _OK:
                return self._changed(first)
            columns = tuple([_column(await self._raw()) for _ in range(_length(first, 0)[0])])
            await self._raw()
            rows: list[Row] = []
            while not _is_end(packet := await self._raw()):
                rows.append(_row(packet, columns))
            self.server_status = int.from_bytes(packet[3:5], "little")
            return Reply(rows)
        except MySQLError as error:
            return error

    def _changed(self, packet: bytes) -> Reply:
        affected, place = _length(packet, 1)
        last_id, place = _length(packet, place)
        self.server_status = int.from_bytes(packet[place : place + 2], "little")
        return Reply([], affected, last_id)

    async def _raw(self) -> bytes:
        """The next packet. Raises MySQLError if it is an error packet."""
        buffer = self._reader._buffer
        if len(buffer) >= _HEADER:
            length = buffer[0] | buffer[1] << 8 | buffer[2] << 16
            end = _HEADER + length
            if len(buffer) >= end and length < _MAX_PACKET and buffer[3] == self._next_seq_id:
                data = bytes(buffer[_HEADER:end])
                del buffer[:end]
                self._next_seq_id = (self._next_seq_id + 1) % 256
                if self._reader._paused:
                    self._reader._maybe_resume_transport()
                if data[0] == _ERROR:
                    MysqlPacket(data, self._encoding).raise_for_error()
                return data
        return bytes((await self._read_packet())._data)


def pipelined(connection: Connection) -> PipelinedConnection:
    """The same object, as a PipelinedConnection. aiomysql's pool creates connections of its own class only."""
    connection.__class__ = PipelinedConnection
    pipelined_connection: PipelinedConnection = connection
    return pipelined_connection


def _is_end(packet: bytes) -> bool:
    return packet[0] == _EOF and len(packet) < 9


def _length(packet: bytes, place: int) -> tuple[int, int]:
    """A length-encoded integer of MariaDB's protocol, and the position after it."""
    first = packet[place]
    if first < _NULL:
        return first, place + 1
    size = {0xFC: 2, 0xFD: 3, 0xFE: 8}[first]
    return int.from_bytes(packet[place + 1 : place + 1 + size], "little"), place + 1 + size


def _row(packet: bytes, columns: Sequence[tuple[str, _Read | None]]) -> Row:
    row: Row = {}
    place = 0
    for name, read in columns:
        length = packet[place]
        if length == _NULL:
            row[name] = None
            place += 1
            continue
        if length < _NULL:
            place += 1
        else:
            length, place = _length(packet, place)
        value = packet[place : place + length]
        place += length
        row[name] = read(value) if read else value
    return row


@lru_cache(4096)
def _column(description: bytes) -> tuple[str, _Read | None]:
    """A column's name, and the function that reads its values; None for bytes."""
    field = FieldDescriptorPacket(description, "utf8")
    if field.type_code in _WHOLE:
        return field.name, int
    if field.type_code == FIELD_TYPE.JSON or (field.type_code in _TEXT and field.charsetnr != _BINARY):
        return field.name, bytes.decode
    convert = decoders.get(field.type_code)
    if field.type_code in _TEXT or convert is None:
        return field.name, None
    return field.name, lambda value: convert(value.decode("ascii"))
