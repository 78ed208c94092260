"""The clock of this process, and the heartbeat that shows when Redis was restored to an older state."""

import asyncio
import math
import time

import structlog

from models import heartbeats
from services.deps import Deps
from utils import metrics, mysql, redis
from utils.clock import DatabaseClock
from utils.epoch import Epoch
from utils.mysql import Database

log = structlog.get_logger()


async def measure(database: Database, clock: DatabaseClock, epoch: Epoch) -> None:
    """Set `clock` by MariaDB's clock, and tell `epoch` and the metrics MariaDB's heartbeat.

    Raises DatabaseUnavailable and StatementFailed.
    """
    async with database.connection() as queries:
        sent = time.monotonic()
        now, last = await heartbeats.now_and_last(queries)
    metrics.HEARTBEAT_AGE.set((now - last).total_seconds() if last else math.inf)
    clock.follow(now, sent, time.monotonic())
    epoch.expect(last)


async def watch(database: Database, clock: DatabaseClock, epoch: Epoch, seconds: float) -> None:
    """Measure, and compare the heartbeats, every `seconds`, until cancelled."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await measure(database, clock, epoch)
            await epoch.compare()
        except (mysql.DatabaseUnavailable, mysql.StatementFailed, redis.RedisUnavailable) as error:
            log.warning("heartbeat_not_compared", error=type(error).__name__)
        except Exception:  # this task must go on: without it the clock drifts
            log.exception("heartbeat_broken")


async def beat(deps: Deps) -> int:
    """Write a heartbeat to Redis, then to MariaDB. Returns 0: this job's work is not logged."""
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
