"""Webhooks: the addresses at which a user's programs are told of events (docs/webhooks.md)."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import orjson

from models.programs import webhook_deliveries, webhook_endpoints
from models.programs.webhook_deliveries import Attempt, Delivery, NewDelivery
from models.programs.webhook_endpoints import Endpoint
from models.types import DeliveryId, EndpointId, UserId
from services import limits
from services.accounts.auth import lock_user
from services.deps import Deps
from services.errors import BadParameters, Conflict, NoData, QuotaExceeded, SignInAgain
from services.events.types import TYPES
from services.local_time import LOCAL
from services.programs import api_keys
from utils import webhook_signatures
from utils.mysql import Queries
from utils.public_http import NotPublicAddress
from utils.sessions import Session

MAX_ENDPOINTS = 10
"""How many endpoints a user may have."""
OVERLAP = timedelta(hours=24)
"""The secret before the current one signs as well for so long."""
ANSWER_BYTES = 4096
"""How much of an endpoint's answer is read and logged."""
LOG_LIFETIME = timedelta(days=30)
MAX_ATTEMPTS_SHOWN = 50
_BATCH_SIZE = 1000


class NoSuchWebhook(NoData):
    """The user has no such endpoint, or it has no such delivery."""

    text = "没有这个 Webhook 或投递记录"


class WebhookDisabled(Conflict):
    """The endpoint has to be enabled first."""

    text = "请先启用该 Webhook"


@dataclass(frozen=True)
class MadeSecret:
    """An endpoint and its new secret, which is shown once."""

    id: EndpointId
    secret: str


@dataclass(frozen=True)
class LoggedDelivery:
    """A delivery with its attempts, the newest first."""

    delivery: Delivery
    attempts: list[Attempt]


async def list_endpoints(deps: Deps, session: Session) -> list[Endpoint]:
    """The user's endpoints, the oldest first."""
    async with deps.db.connection() as queries:
        return await webhook_endpoints.of_user(queries, UserId(session.user_id))


async def show(deps: Deps, session: Session, endpoint_id: EndpointId) -> Endpoint:
    """One of the user's endpoints. Raises NoSuchWebhook."""
    async with deps.db.connection() as queries:
        return await _require(queries, session, endpoint_id)


async def add(deps: Deps, session: Session, url: str, types: Collection[str]) -> MadeSecret:
    """Add an endpoint that is told of events of these types, or of all. Returns it with its secret.

    Raises SignInAgain, BadParameters for an address that is not public or an unknown type, QuotaExceeded beyond
    MAX_ENDPOINTS, and TooOften.
    """
    _check(deps, url, types)
    _check_recent(deps, session)
    await _count(deps, session)
    secret, user_id = webhook_signatures.new_secret(), UserId(session.user_id)

    async def work(queries: Queries) -> EndpointId:
        await lock_user(queries, user_id)
        if len(await webhook_endpoints.of_user(queries, user_id)) >= MAX_ENDPOINTS:
            raise QuotaExceeded(("最多保留 {max} 个 Webhook，请先删除一个", {"max": MAX_ENDPOINTS}))
        return await webhook_endpoints.add(queries, user_id, url, types, _sealed(deps, user_id, secret), deps.now())

    return MadeSecret(await deps.db.transact(work), secret)


async def change(
    deps: Deps, session: Session, endpoint_id: EndpointId, url: str, types: Collection[str], *, enabled: bool
) -> None:
    """Change an endpoint. What waits is dropped if the URL changes or the endpoint is disabled.

    Raises NoSuchWebhook, SignInAgain for another URL, BadParameters as `add`, and TooOften.
    """
    _check(deps, url, types)
    await _count(deps, session)

    async def work(queries: Queries) -> None:
        before = await webhook_endpoints.lock(queries, UserId(session.user_id), endpoint_id)
        if before is None:
            raise NoSuchWebhook
        if url != before.url:
            _check_recent(deps, session)
        await webhook_endpoints.change(queries, endpoint_id, url, types, None if enabled else "owner")
        if url != before.url or not enabled:
            await webhook_deliveries.drop_waiting(queries, endpoint_id)

    await deps.db.transact(work)


def _check_recent(deps: Deps, session: Session) -> None:
    """A stolen cookie sends no events elsewhere. Raises SignInAgain, but not for API keys, which have the scope."""
    if not (api_keys.is_key(session) or api_keys.opened_recently(deps, session)):
        raise SignInAgain


async def remove(deps: Deps, session: Session, endpoint_id: EndpointId) -> None:
    """Remove an endpoint with its deliveries. Raises NoSuchWebhook."""
    if not await deps.db.transact(lambda q: webhook_endpoints.remove(q, UserId(session.user_id), endpoint_id)):
        raise NoSuchWebhook


async def renew_secret(deps: Deps, session: Session, endpoint_id: EndpointId) -> MadeSecret:
    """Give an endpoint a new secret; the one before signs as well for OVERLAP. Raises NoSuchWebhook, TooOften."""
    await _count(deps, session)
    secret, user_id = webhook_signatures.new_secret(), UserId(session.user_id)

    async def work(queries: Queries) -> None:
        endpoint = await webhook_endpoints.lock(queries, user_id, endpoint_id)
        if endpoint is None:
            raise NoSuchWebhook
        await webhook_endpoints.set_secret(queries, endpoint, _sealed(deps, user_id, secret), deps.now() + OVERLAP)

    await deps.db.transact(work)
    return MadeSecret(endpoint_id, secret)


async def send_test(deps: Deps, session: Session, endpoint_id: EndpointId) -> str:
    """Send an endpoint a test event; returns its webhook-id. Raises NoSuchWebhook, WebhookDisabled, TooOften."""
    await _count(deps, session)
    user_id, message_id = UserId(session.user_id), f"test-{secrets.token_hex(8)}"
    subject = {"kind": "user", "id": user_id}
    shown = {"id": 0, "type": "webhook.test", "version": 1, "subject": subject, "time": _time(deps.now())}
    body = orjson.dumps(shown | {"data": {"user_id": user_id, "endpoint_id": endpoint_id}}).decode()
    new = NewDelivery(endpoint_id, message_id, "webhook.test", "user", user_id, body)

    async def work(queries: Queries) -> None:
        await _lock_enabled(queries, session, endpoint_id)
        await webhook_endpoints.wake_now(queries, endpoint_id, deps.now())
        await webhook_deliveries.add(queries, [new], deps.now())

    await deps.db.transact(work)
    return message_id


async def list_deliveries(
    deps: Deps, session: Session, endpoint_id: EndpointId, before: int | None, size: int
) -> list[Delivery]:
    """Up to `size` deliveries of an endpoint with ids below `before`, the newest first. Raises NoSuchWebhook."""
    async with deps.db.connection() as queries:
        await _require(queries, session, endpoint_id)
        return await webhook_deliveries.of_endpoint(queries, endpoint_id, before, size)


async def show_delivery(
    deps: Deps, session: Session, endpoint_id: EndpointId, delivery_id: DeliveryId
) -> LoggedDelivery:
    """A delivery with its latest attempts. Raises NoSuchWebhook."""
    async with deps.db.connection() as queries:
        await _require(queries, session, endpoint_id)
        delivery = await webhook_deliveries.find(queries, endpoint_id, delivery_id)
        if delivery is None:
            raise NoSuchWebhook
        return LoggedDelivery(delivery, await webhook_deliveries.attempts(queries, delivery_id, MAX_ATTEMPTS_SHOWN))


async def send_again(deps: Deps, session: Session, endpoint_id: EndpointId, delivery_id: DeliveryId) -> None:
    """Begin a new round of attempts. Raises NoSuchWebhook, WebhookDisabled, TooOften."""
    await _count(deps, session)

    async def work(queries: Queries) -> None:
        await _lock_enabled(queries, session, endpoint_id)
        if await webhook_deliveries.find(queries, endpoint_id, delivery_id) is None:
            raise NoSuchWebhook
        await webhook_endpoints.wake_now(queries, endpoint_id, deps.now())
        await webhook_deliveries.send_again(queries, delivery_id, deps.now())

    await deps.db.transact(work)


async def delete_old(deps: Deps) -> int:
    """Delete deliveries at the end of their LOG_LIFETIME. Returns how many."""
    before = deps.now() - LOG_LIFETIME
    return await deps.db.transact(lambda queries: webhook_deliveries.delete_old(queries, before, _BATCH_SIZE))


def signing_secrets(deps: Deps, endpoint: Endpoint) -> list[str]:
    """The secrets that sign now. Raises the errors of UNREADABLE where the key that sealed one is gone."""
    sealed = [endpoint.secret]
    if endpoint.previous_secret and endpoint.previous_until and deps.now() < endpoint.previous_until:
        sealed.append(endpoint.previous_secret)
    return [deps.vault.open(each, _context(endpoint.user_id)) for each in sealed]


def _check(deps: Deps, url: str, types: Collection[str]) -> None:
    wrong = {}
    try:
        deps.webhook_http.check(url)
    except NotPublicAddress:
        wrong["url"] = "应为公网 https 网址，不含用户名和密码，端口为 80、443、8080 或 8443"
    if not set(types) <= TYPES.keys():
        wrong["types"] = "含有未知的事件类型"
    if wrong:
        raise BadParameters(fields=wrong)


async def _count(deps: Deps, session: Session) -> None:
    await limits.acquire(deps, ("webhook_per_user", str(session.user_id)))


async def _require(queries: Queries, session: Session, endpoint_id: EndpointId) -> Endpoint:
    endpoint = await webhook_endpoints.find(queries, UserId(session.user_id), endpoint_id)
    if endpoint is None:
        raise NoSuchWebhook
    return endpoint


async def _lock_enabled(queries: Queries, session: Session, endpoint_id: EndpointId) -> None:
    endpoint = await webhook_endpoints.lock(queries, UserId(session.user_id), endpoint_id)
    if endpoint is None:
        raise NoSuchWebhook
    if endpoint.disabled:
        raise WebhookDisabled


def _sealed(deps: Deps, user_id: UserId, secret: str) -> bytes:
    return deps.vault.seal(secret, _context(user_id))


def _context(user_id: UserId) -> str:
    """Binds a sealed secret to its user (utils/crypto.py)."""
    return f"webhook:{user_id}"


def _time(utc: datetime) -> str:
    return utc.replace(tzinfo=UTC).astimezone(LOCAL).isoformat(timespec="seconds")
