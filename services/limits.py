"""Limits, said in the words of the code table. docs/abuse.md says who can use up each one, and who then suffers."""

from contextlib import suppress

from services.deps import Deps
from services.errors import TooOften, TooOftenFromAddress
from utils import redis
from utils.limits import Claim, LimitGrant, LimitReached
from utils.metrics import LIMITS_HIT


async def acquire_if_possible(deps: Deps, *claims: Claim) -> None:
    """As `acquire`, for what only browses: that goes on without Redis."""
    with suppress(redis.RedisUnavailable):
        await acquire(deps, *claims)


async def acquire(deps: Deps, *claims: Claim, mark: str | None = None) -> LimitGrant:
    """Count every claim or none. Raises TooOften, or TooOftenFromAddress where the address is what is limited.

    A retry of what was counted under the same `mark` is not counted again.
    """
    try:
        return await count(deps, *claims, mark=mark)
    except LimitReached as limit:
        kind = TooOftenFromAddress if limit.name.endswith("_per_ip") else TooOften
        raise kind(retry_after=limit.retry_after) from None


async def count(deps: Deps, *claims: Claim, mark: str | None = None) -> LimitGrant:
    """Count every claim or none, for callers that have another way out. Raises LimitReached."""
    try:
        return await deps.limiter.acquire(*claims, mark=mark)
    except LimitReached as limit:
        LIMITS_HIT.labels(limit.name).inc()
        raise
