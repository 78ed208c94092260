"""Reads from another server than the writer, and from the writer while that server is away."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic

import pytest

from tests.conftest import Stores
from tests.mysql_gate import Gate
from utils.mysql import ConnectionPool, Database, DatabaseUnavailable
from utils.mysql_reader import ReadDatabase

Opened = tuple[ReadDatabase, Gate, Gate]
"""The database, the gate of its reader, and that of its writer."""


def pool(url: str, connect_timeout: float) -> ConnectionPool:
    return ConnectionPool(
        url,
        size=2,
        acquire_timeout=1,
        connect_timeout=connect_timeout,
        query_timeout=3,
        isolation="REPEATABLE READ",
    )


@asynccontextmanager
async def database(stores: Stores, *, deadline: float = 10, failover: float = 0) -> AsyncIterator[Opened]:
    async with Gate(stores.database_url) as reader, Gate(stores.database_url) as writer:
        pools = pool(reader.url, 0.5), pool(writer.url, 2)
        for each in pools:
            await each.open()
        try:
            yield ReadDatabase(Database(pools[1], deadline=deadline, failover=failover), pools[0]), reader, writer
        finally:
            for each in pools:
                await each.close()


async def read(db: ReadDatabase) -> None:
    async with db.connection() as queries:
        assert await queries.all("SELECT 1 AS one") == [{"one": 1}]


async def test_the_reader_answers(stores: Stores) -> None:
    async with database(stores) as (db, reader, writer):
        await asyncio.gather(*(read(db) for _ in range(20)))
        assert (reader.connections, writer.connections) == (2, 0)


async def test_without_a_reader_the_writer_answers(stores: Stores) -> None:
    async with Gate(stores.database_url) as gate:
        writer = pool(gate.url, 2)
        await writer.open()
        await read(ReadDatabase(Database(writer, deadline=5), None))
        assert gate.connections == 1
        await writer.close()


async def test_the_writer_answers_while_the_reader_is_away(stores: Stores) -> None:
    async with database(stores) as (db, reader, writer):
        await read(db)
        reader.close()
        for _ in range(50):
            await read(db)
        assert writer.connections
        assert reader.connections < 10, "it is not tried each time"
        reader.is_open = True
        tried = reader.connections
        async with asyncio.timeout(20):
            while reader.connections == tried:
                await read(db)
                await asyncio.sleep(0.05)


async def test_a_query_that_loses_the_reader_is_answered_by_the_writer(stores: Stores) -> None:
    async with database(stores) as (db, reader, writer):
        await read(db)
        reader.break_at = (b"SELECT 1 AS one", "before")
        await read(db)
        assert writer.connections == 1


async def test_a_query_that_loses_the_reader_and_then_the_writer_is_answered(stores: Stores) -> None:
    async with database(stores, failover=5) as (db, reader, writer):
        await read(db)
        reader.break_at = writer.break_at = (b"SELECT 1 AS one", "before")
        await read(db)
        assert writer.connections > 1


async def test_a_frozen_reader_holds_few_requests_and_no_later_ones(stores: Stores) -> None:
    async with database(stores, deadline=1) as (db, reader, _):
        await read(db)
        reader.freeze()
        with pytest.raises(DatabaseUnavailable):
            await read(db)
        for _ in range(40):
            await read(db)
            await asyncio.sleep(0.05)
        began = monotonic()
        async with asyncio.timeout(20):
            while reader.connections < 4:  # attempts that are given up, one a second
                await read(db)
                await asyncio.sleep(0.02)
        assert monotonic() - began > 0.5
        reader.thaw()


async def test_a_query_that_is_too_slow_for_the_writer_closes_no_other_connection(stores: Stores) -> None:
    async with database(stores, deadline=2) as (db, reader, writer):
        reader.close()
        await asyncio.gather(slow(db, 1.2), slow(db, 1.2))  # the reader is tried again after a second
        assert writer.connections == 2
        with pytest.raises(DatabaseUnavailable):
            await slow(db, 2.8)
        await read(db)
        assert writer.connections == 2


async def slow(db: ReadDatabase, seconds: float) -> None:
    async with db.connection() as queries:
        await queries.all("SELECT SLEEP(%s)", seconds)


async def test_nothing_can_be_changed_through_it(stores: Stores) -> None:
    async with database(stores) as (db, _, __):
        assert not hasattr(db, "transact")
        async with db.connection() as queries:
            assert not hasattr(queries, "run")
