"""Alipay over its own protocol, and the pay page of development."""

import json
import os
import resource
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from tornado.ioloop import IOLoop

from tests.alipay import APP_ID, APP_KEYS, BANK_KEYS, SELLER_ID, AlipayGateway, bare
from utils.alipay_client import AlipayKeys
from utils.local_payments import LocalPayments
from utils.outbound import OutboundLimits
from utils.payments import (
    AlipayPayments,
    AlipayUrls,
    InvalidNotice,
    PaymentServiceUnavailable,
    ReceivedPayment,
    Trade,
    wire_amount,
)

MAX_BYTES = 20_000
PATIENT = OutboundLimits(connect=30, total=30, failures=3, pause=60, max_bytes=MAX_BYTES)
HURRIED = OutboundLimits(connect=0.5, total=0.5, failures=3, pause=60, max_bytes=MAX_BYTES)
TRADE = Trade("7-abc", 39900, "鼓楼边的小院", 900)


@pytest.fixture
def gateway(io_loop: IOLoop) -> Iterator[AlipayGateway]:
    gateway = AlipayGateway()
    yield gateway
    io_loop.run_sync(gateway.close)


@pytest.fixture
def limits() -> OutboundLimits:
    return PATIENT


@pytest.fixture
def alipay(gateway: AlipayGateway, limits: OutboundLimits) -> Iterator[AlipayPayments]:
    urls = AlipayUrls(gateway.url, "https://ihome.example/api/v1.0/payments/notice", "https://ihome.example/")
    payments = AlipayPayments(AlipayKeys(APP_ID, bare(APP_KEYS[0]), BANK_KEYS[1]), SELLER_ID, urls, limits)
    yield payments
    payments.close()


@pytest.mark.parametrize(("phone", "method"), [(False, "alipay.trade.page.pay"), (True, "alipay.trade.wap.pay")])
async def test_the_pay_page_is_asked_for_with_a_signature_and_a_time(
    alipay: AlipayPayments, gateway: AlipayGateway, phone: bool, method: str
) -> None:
    fields = dict(parse_qsl(urlsplit(await alipay.page(TRADE, phone=phone)).query))
    assert gateway.is_signed(fields)
    assert fields["method"] == method
    assert fields["notify_url"] == "https://ihome.example/api/v1.0/payments/notice"
    assert '"total_amount":"399.00"' in fields["biz_content"]
    assert '"timeout_express":"15m"' in fields["biz_content"]


@pytest.mark.parametrize(
    ("seconds", "minutes"), [(-5, 1), (0, 1), (1, 1), (60, 1), (61, 2), (119, 2), (120, 2), (900, 15)]
)
async def test_a_payment_may_be_made_until_its_time_is_up_in_whole_minutes(
    alipay: AlipayPayments, seconds: int, minutes: int
) -> None:
    page = await alipay.page(Trade("7-abc", 39900, "鼓楼边的小院", seconds), phone=False)
    assert f'"timeout_express":"{minutes}m"' in dict(parse_qsl(urlsplit(page).query))["biz_content"]


async def test_a_signed_notice_is_a_payment(alipay: AlipayPayments, gateway: AlipayGateway) -> None:
    assert alipay.read(gateway.notice("7-abc", "399.00")) == ReceivedPayment("7-abc", "bank-7-abc", 39900)
    finished = gateway.notice("7-abc", "399.00", trade_status="TRADE_FINISHED")
    assert alipay.read(finished) == ReceivedPayment("7-abc", "bank-7-abc", 39900)
    for other in ("WAIT_BUYER_PAY", "TRADE_CLOSED"):
        assert alipay.read(gateway.notice("7-abc", "399.00", trade_status=other)) is None


FORGERIES = {
    "amount changed": {"total_amount": "0.01"},
    "number changed": {"out_trade_no": "8-abc"},
    "status changed": {"trade_status": "TRADE_FINISHED"},
    "field added": {"extra": "1"},
    "no signature": {"sign": ""},
    "another signature": {"sign": "AAAA"},
    "no base64": {"sign": "*"},
    "base64 cut short": {"sign": "A"},
    "no ASCII": {"sign": "签"},
    "weaker kind": {"sign_type": "RSA"},
    "no kind": {"sign_type": ""},
}


@pytest.mark.parametrize("forgery", FORGERIES)
async def test_what_is_not_signed_by_alipay_is_refused(
    alipay: AlipayPayments, gateway: AlipayGateway, forgery: str
) -> None:
    with pytest.raises(InvalidNotice):
        alipay.read(gateway.notice("7-abc", "399.00") | FORGERIES[forgery])


@pytest.mark.parametrize("changes", [{"app_id": "2021000000000009"}, {"seller_id": "2088000000000009"}], ids=str)
async def test_a_notice_for_somebody_else_is_refused(
    alipay: AlipayPayments, gateway: AlipayGateway, changes: dict[str, str]
) -> None:
    with pytest.raises(InvalidNotice):
        alipay.read(gateway.notice("7-abc", "399.00", **changes))


@pytest.mark.parametrize("amount", ["399", "399.0", "-1.00", "1e3", "٣٩٩.00", "399.00 ", ""])
async def test_an_amount_that_is_none_is_refused(alipay: AlipayPayments, gateway: AlipayGateway, amount: str) -> None:
    notice = gateway.notice("7-abc", amount or "x")
    with pytest.raises(InvalidNotice):
        alipay.read(notice)


async def test_asking_for_a_payment_and_giving_back(alipay: AlipayPayments, gateway: AlipayGateway) -> None:
    assert await alipay.find("7-abc") is None
    gateway.paid["7-abc"] = "399.00"
    assert await alipay.find("7-abc") == ReceivedPayment("7-abc", "bank-7-abc", 39900)
    await alipay.refund("7-abc", 19950)
    await alipay.refund("7-abc", 19950)
    assert list(gateway.refunds.values()) == ["199.50"]
    with pytest.raises(PaymentServiceUnavailable):
        await alipay.refund("8-none", 1)


async def test_the_pay_page_says_what_is_paid_and_where_the_payer_returns(alipay: AlipayPayments) -> None:
    fields = dict(parse_qsl(urlsplit(await alipay.page(TRADE, phone=True)).query))
    assert fields["return_url"] == "https://ihome.example/"
    assert fields["app_id"] == APP_ID
    content = json.loads(fields["biz_content"])
    assert (content["subject"], content["out_trade_no"]) == ("鼓楼边的小院", "7-abc")


@pytest.mark.parametrize(("fen", "yuan"), [(0, "0.00"), (5, "0.05"), (99, "0.99"), (100, "1.00"), (39905, "399.05")])
async def test_fen_are_yuan_with_two_digits_on_the_wire(alipay: AlipayPayments, fen: int, yuan: str) -> None:
    assert wire_amount(fen) == yuan
    page = await alipay.page(Trade("7-abc", fen, "x", 900), phone=False)
    assert f'"total_amount":"{yuan}"' in dict(parse_qsl(urlsplit(page).query))["biz_content"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"code": "20000", "sub_code": "isp.unknown-error"}, "isp.unknown-error"),
        ({"total_amount": ""}, "an answer without its amount"),
        ({"total_amount": "399"}, "an answer without its amount"),
        ({"trade_no": ""}, "an answer without its number"),
    ],
    ids=str,
)
async def test_an_answer_that_says_nothing_of_a_payment_is_none(
    alipay: AlipayPayments, gateway: AlipayGateway, changes: dict[str, str], reason: str
) -> None:
    gateway.paid["7-abc"] = "399.00"
    gateway.changes = changes
    with pytest.raises(PaymentServiceUnavailable) as refused:
        await alipay.find("7-abc")
    assert str(refused.value) == reason


@pytest.mark.parametrize(
    ("status", "paid"),
    [("TRADE_SUCCESS", True), ("TRADE_FINISHED", True), ("WAIT_BUYER_PAY", False), ("TRADE_CLOSED", False)],
)
async def test_only_a_trade_that_was_paid_is_a_payment(
    alipay: AlipayPayments, gateway: AlipayGateway, status: str, paid: bool
) -> None:
    gateway.paid["7-abc"] = "399.00"
    gateway.changes = {"trade_status": status}
    assert await alipay.find("7-abc") == (ReceivedPayment("7-abc", "bank-7-abc", 39900) if paid else None)


async def test_a_refund_that_alipay_refuses_says_why(alipay: AlipayPayments, gateway: AlipayGateway) -> None:
    gateway.paid["7-abc"] = "399.00"
    gateway.changes = {"code": "40004", "sub_code": "ACQ.SELLER_BALANCE_NOT_ENOUGH"}
    with pytest.raises(PaymentServiceUnavailable) as refused:
        await alipay.refund("7-abc", 1)
    assert str(refused.value) == "ACQ.SELLER_BALANCE_NOT_ENOUGH"


async def test_one_trade_has_one_refund(alipay: AlipayPayments, gateway: AlipayGateway) -> None:
    gateway.paid |= {"7-abc": "399.00", "8-abc": "10.05"}
    for number, fen in (("7-abc", 39900), ("8-abc", 1005)):
        await alipay.refund(number, fen)
    assert gateway.refunds == {"7-abc-refund": "399.00", "8-abc-refund": "10.05"}


@pytest.mark.parametrize("limits", [HURRIED], ids=["hurried"])
@pytest.mark.parametrize("mode", ["hang", "reset", "lie", "forge", "trickle"])
async def test_a_gateway_that_misbehaves_is_no_answer(
    alipay: AlipayPayments, gateway: AlipayGateway, mode: str
) -> None:
    gateway.paid["7-abc"] = "399.00"
    gateway.mode = mode
    with pytest.raises(PaymentServiceUnavailable):
        await alipay.find("7-abc")
    with pytest.raises(PaymentServiceUnavailable):
        await alipay.refund("7-abc", 1)


async def test_an_answer_of_the_gateway_may_have_so_many_bytes_and_no_more(
    alipay: AlipayPayments, gateway: AlipayGateway
) -> None:
    gateway.paid["7-abc"] = "399.00"
    for length in (MAX_BYTES - 1, MAX_BYTES):
        gateway.length = length
        assert await alipay.find("7-abc")
    gateway.length = MAX_BYTES + 1
    with pytest.raises(PaymentServiceUnavailable):
        await alipay.find("7-abc")


async def test_a_gateway_that_keeps_failing_is_left_alone(alipay: AlipayPayments, gateway: AlipayGateway) -> None:
    gateway.mode = "lie"
    for _ in range(10):
        with pytest.raises(PaymentServiceUnavailable):
            await alipay.find("7-abc")
    assert gateway.asked == 3


async def test_a_full_disk_keeps_no_half_of_the_ledger(tmp_path: Path) -> None:
    payments = local(tmp_path)
    await payments.page(TRADE, phone=False)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            await payments.page(Trade("8-abc", 39900, "鼓楼边的小院", 900), phone=False)
        with pytest.raises(OSError, match="too large"):
            payments.notice("7-abc", "1", 39900)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert os.listdir(tmp_path) == ["7-abc.json"]  # noqa: PTH208


def local(root: Path) -> LocalPayments:
    return LocalPayments(root, page_url="http://ihome/pay", notify_url="http://127.0.0.1:1/", limits=PATIENT)


async def test_two_processes_share_one_ledger_and_one_key(tmp_path: Path) -> None:
    one, other = local(tmp_path), local(tmp_path)
    assert await one.page(TRADE, phone=False) == "http://ihome/pay/7-abc"
    assert await other.find("7-abc") is None
    assert await one.pay("7-abc") is False  # nobody listens for the notice
    paid = await other.find("7-abc")
    assert paid
    assert paid.amount == 39900
    notice = dict(parse_qsl(one.notice("7-abc", paid.trade_no, paid.amount)))
    assert other.read(notice) == paid
    with pytest.raises(InvalidNotice):
        local(tmp_path / "elsewhere").read(notice)


@pytest.mark.parametrize("number", ["../key", "key.json", "", "x" * 65, "a/b", "7\n"])
async def test_a_number_never_leads_out_of_the_ledger(tmp_path: Path, number: str) -> None:
    payments = local(tmp_path)
    assert payments.look_up(number) is None
    assert await payments.pay(number) is False
