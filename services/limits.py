"""Rate limits as refusals. docs/abuse.md says for each limit who can use it up, and who then suffers."""

from contextlib import suppress

from services.deps import Deps
from services.errors import TooOften, TooOftenFromAddress
from utils import redis
from utils.limits import Claim, LimitGrant, LimitReached
from utils.metrics import LIMITS_HIT


async def acquire_if_possible(deps: Deps, *claims: Claim) -> None:
    """As `acquire`, for browsing: without Redis nothing is counted and nothing refused."""
    with suppress(redis.RedisUnavailable):
        await acquire(deps, *claims, lasting=False)


async def acquire(deps: Deps, *claims: Claim, mark: str | None = None, lasting: bool = True) -> LimitGrant:
    """Count an event in every claim or in none. Raises TooOften; TooOftenFromAddress for a limit per address.

    `mark` is the event's id: an event that is already counted is not counted again. One that is not `lasting` may be
    forgotten when Redis fails.
    """
    try:
        return await count(deps, *claims, mark=mark, lasting=lasting)
    except LimitReached as limit:
        kind = TooOftenFromAddress if limit.name.endswith("_per_ip") else TooOften
        raise kind(retry_after=limit.retry_after) from None


async def count(deps: Deps, *claims: Claim, mark: str | None = None, lasting: bool = True) -> LimitGrant:
    """As `acquire`, for callers that do not refuse beyond the limit. Raises LimitReached."""
    try:
        return await deps.limiter.acquire(*claims, mark=mark, lasting=lasting)
    except LimitReached as limit:
        LIMITS_HIT.labels(limit.name).inc()
        raise
