"""The clock of this process, and the heartbeat that tells when Redis was set back to an older state."""

import asyncio
import time

import structlog

from models import heartbeats
from services.deps import Deps
from utils import mysql, redis
from utils.clock import DatabaseClock
from utils.epoch import Epoch
from utils.mysql import Database

log = structlog.get_logger()


async def measure(database: Database, clock: DatabaseClock, epoch: Epoch) -> None:
    """Let `clock` follow MariaDB's, and tell `epoch` of MariaDB's heartbeat. Raises Unavailable and Failed."""
    async with database.connection() as queries:
        sent = time.monotonic()
        now, last = await heartbeats.now_and_last(queries)
    clock.follow(now, sent, time.monotonic())
    epoch.expect(last)


async def watch(database: Database, clock: DatabaseClock, epoch: Epoch, seconds: float) -> None:
    """Measure, and compare the heartbeats, every so many seconds and for ever."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await measure(database, clock, epoch)
            await epoch.compare()
        except (mysql.DatabaseUnavailable, mysql.StatementFailed, redis.RedisUnavailable) as error:
            log.warning("heartbeat_not_compared", error=type(error).__name__)
        except Exception:  # without this task the clock would be followed no more
            log.exception("heartbeat_broken")


async def beat(deps: Deps) -> int:
    """Write a heartbeat to Redis, and only then to MariaDB. Returns 0, as what needs no line in the log."""
    async with deps.db.connection() as queries:
        _, last = await heartbeats.now_and_last(queries)
    deps.epoch.expect(last)
    at = max(deps.now(), last or deps.now())
    try:
        await deps.epoch.compare(at)
    except redis.RedisUnavailable as error:
        log.warning("no_heartbeat", error=type(error).__name__)
    else:
        await deps.db.transact(lambda queries: heartbeats.write(queries, at))
    return 0
