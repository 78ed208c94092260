"""Web Push against a push service that checks signatures and decrypts."""

import base64
import time
from collections.abc import Iterator

import pytest
from tornado.ioloop import IOLoop

from tests.push_service import PushService, decoded, encoded
from utils import crypto
from utils.notification_channels import NotDelivered
from utils.public_http import HttpBounds, PublicHttpClient
from utils.web_push import MAX_PAYLOAD, InvalidSubscription, Push, Receiver, SubscriptionGone, WebPush

PUSH = Push(b'{"title": "\xe8\xae\xa2\xe5\x8d\x95"}', "order-7-push", 3600)
BOUNDS = HttpBounds(seconds=30, connect=30, max_bytes=4096, cut_body=True)


@pytest.fixture
def service(io_loop: IOLoop) -> Iterator[PushService]:
    service = PushService()
    yield service
    service.may_answer.set()
    io_loop.run_sync(service.close)


def sender(bounds: HttpBounds = BOUNDS, *, private: bool = True) -> WebPush:
    client = PublicHttpClient(bounds, allow_private=private)
    return WebPush(client, crypto.p256_key(), contact="mailto:ops@ihome.example", clock=time.time)


def receiver(service: PushService, **changes: str) -> Receiver:
    found = service.browser().subscription
    return Receiver(**{"endpoint": found["endpoint"], **found["keys"], **changes})


async def test_only_the_browser_can_read_a_push(service: PushService) -> None:
    push = sender()
    await push.send(receiver(service), PUSH)
    [(_, headers, shown)] = service.received
    assert shown == {"title": "订单"}
    assert (headers["Ttl"], headers["Urgency"], headers["Content-Encoding"]) == ("3600", "normal", "aes128gcm")
    token, key = headers["Authorization"].removeprefix("vapid ").split(",")
    assert key == f"k={push.public_key}"
    assert decoded(token)["sub"] == "mailto:ops@ihome.example"
    assert 0 < decoded(token)["exp"] - time.time() < 24 * 3600


async def test_a_push_that_is_sent_twice_is_one_at_its_service(service: PushService) -> None:
    """RFC 8030, 5.4: a topic has 32 characters of base64url at most, and replaces the message that waits."""
    push, browser = sender(), receiver(service)
    await push.send(browser, PUSH)
    await push.send(browser, PUSH)
    await push.send(browser, Push(PUSH.payload, "order-8-push", 60))
    first, second, other = (headers["Topic"] for _, headers, _ in service.received)
    assert first == second != other
    assert len(first) == 32


async def test_the_longest_payload_fits(service: PushService) -> None:
    await sender().send(receiver(service), Push(b'{"t":"%s"}' % (b"x" * (MAX_PAYLOAD - 8)), "a", 60))
    assert len(service.received) == 1


@pytest.mark.parametrize("status", [404, 410])
async def test_a_subscription_that_has_ended_is_gone(service: PushService, status: int) -> None:
    service.status = status
    with pytest.raises(SubscriptionGone) as gone:
        await sender().send(receiver(service), PUSH)
    assert gone.value.permanent


@pytest.mark.parametrize(
    ("status", "permanent"),
    [(400, True), (403, True), (413, True), (307, True), (408, False), (429, False), (500, False), (503, False)],
)
async def test_what_a_push_service_says_decides_about_another_try(
    service: PushService, status: int, permanent: bool
) -> None:
    service.status, service.retry_after = status, "120"
    with pytest.raises(NotDelivered) as failed:
        await sender().send(receiver(service), PUSH)
    assert (failed.value.permanent, failed.value.retry_after) == (permanent, None if permanent else 120)


@pytest.mark.parametrize(("text", "seconds"), [("", None), ("soon", None), ("-5", None), ("999999999", 24 * 3600)])
async def test_no_service_names_a_time_that_is_none(service: PushService, text: str, seconds: int | None) -> None:
    service.status, service.retry_after = 429, text
    with pytest.raises(NotDelivered) as failed:
        await sender().send(receiver(service), PUSH)
    assert failed.value.retry_after == seconds


async def test_a_service_that_stalls_is_left_in_time(service: PushService) -> None:
    service.may_answer.clear()
    with pytest.raises(NotDelivered) as failed:
        await sender(HttpBounds(seconds=0.3, connect=0.3, max_bytes=4096)).send(receiver(service), PUSH)
    assert not failed.value.permanent


@pytest.mark.parametrize(
    "endpoint",
    ["http://127.0.0.1:80/x", "https://10.0.0.1/x", "https://localhost/x", "https://[::1]/x", "https://a@b.example/",
     "ftp://push.example/", "https://push.example:22/", "https:///x", "https://169.254.169.254/latest", "x"],
)  # fmt: skip
async def test_no_endpoint_leads_into_our_own_network(service: PushService, endpoint: str) -> None:
    push, browser = sender(private=False), receiver(service, endpoint=endpoint)
    with pytest.raises(InvalidSubscription):
        push.check(browser)
    with pytest.raises(NotDelivered) as failed:
        await push.send(browser, PUSH)
    assert failed.value.permanent


_GOOD = crypto.p256_point(crypto.p256_key())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("p256dh", ""),
        ("p256dh", "BBBB"),
        ("p256dh", encoded(b"\x04" + b"\x01" * 64)),
        ("p256dh", encoded(b"\x02" + _GOOD[1:33])),
        ("p256dh", encoded(b"\x00")),
        ("p256dh", "ü" * 87),
        ("auth", ""),
        ("auth", encoded(b"x" * 15)),
    ],
    ids=["missing", "short", "off the curve", "compressed", "infinity", "no base64", "no secret", "short secret"],
)
def test_keys_that_nobody_can_encrypt_for_are_refused(service: PushService, name: str, value: str) -> None:
    """A point off the curve could reveal a secret; a compressed one is not what browsers hand out."""
    push = sender()
    push.check(receiver(service))
    with pytest.raises(InvalidSubscription) as refused:
        push.check(receiver(service, **{name: value}))
    assert refused.value.name == name


def test_a_key_is_made_from_a_secret_or_by_chance() -> None:
    seed = b"s" * 32
    assert crypto.p256_key(seed) == crypto.p256_key(seed)
    assert crypto.p256_key() != crypto.p256_key()
    for worst in (b"\x00" * 32, b"\xff" * 32):
        assert len(crypto.p256_point(crypto.p256_key(worst))) == 65
    for bad in (b"", b"\x00" * 32, b"\xff" * 32, b"x" * 31):
        with pytest.raises(ValueError, match=r"\w"):
            crypto.p256_point(bad)


def test_the_public_key_is_what_browsers_want() -> None:
    key = sender().public_key
    assert len(base64.urlsafe_b64decode(key + "=")) == 65
