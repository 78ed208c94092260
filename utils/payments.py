"""Alipay: payment pages, signed notices, queries and refunds (https://opendocs.alipay.com/open/270/105898).

Amounts are in fen here and in yuan on the wire. Parameters that a browser brings back from Alipay are never trusted.
Development has its own payment service, utils/local_payments.py.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from utils.alipay_client import AlipayAnswer, AlipayClient, AlipayKeys
from utils.outbound import BlockingOutboundService, OutboundFailed, OutboundLimits

_PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
_DONE, _NO_SUCH_TRADE = "10000", "ACQ.TRADE_NOT_EXIST"


class InvalidNotice(Exception):
    """A notice that the payment service did not sign, or that is meant for another application or seller."""


class PaymentServiceUnavailable(Exception):
    """The payment service refused, failed, or did not answer in time."""


@dataclass(frozen=True)
class Trade:
    """A payment to be made: ihome's number for it, fen, a text for the payer, and how many seconds the payer has."""

    number: str
    amount: int
    subject: str
    seconds: int


@dataclass(frozen=True)
class ReceivedPayment:
    """A trade that the payment service reports as paid; `trade_no` is the service's number for it, `amount` is fen."""

    number: str
    trade_no: str
    amount: int


@dataclass(frozen=True)
class AlipayUrls:
    """`gateway` is Alipay's; it sends notices to `notify` and the payer's browser to `return_`."""

    gateway: str
    notify: str
    return_: str


def wire_amount(fen: int) -> str:
    """An amount of fen as Alipay writes it, in yuan: 39900 is "399.00"."""
    return f"{fen // 100}.{fen % 100:02}"


def _fen(wire_amount: str) -> int:
    """An amount that Alipay has written, in fen. Raises InvalidNotice for any other text."""
    if not re.fullmatch(r"[0-9]{1,9}\.[0-9]{2}", wire_amount):
        raise InvalidNotice("malformed amount")
    return int(Decimal(wire_amount) * 100)


class AlipayPayments:
    """Alipay's payments on web pages, for computers and for phones. `seller_id` is the account that is paid."""

    def __init__(self, keys: AlipayKeys, seller_id: str, urls: AlipayUrls, limits: OutboundLimits) -> None:
        self._client = AlipayClient(keys, urls.gateway, limits)
        self._seller_id = seller_id
        self._urls = {"notify_url": urls.notify, "return_url": urls.return_}
        self._service = BlockingOutboundService(limits, "alipay")

    async def page(self, trade: Trade, *, phone: bool) -> str:
        """The address of the page where the payer pays. Its time limit is in minutes, rounded up."""
        minutes = max(1, -(-trade.seconds // 60))
        settings = {"timeout_express": f"{minutes}m", **self._urls}
        return self._client.page_url(trade.subject, trade.number, wire_amount(trade.amount), phone=phone, **settings)

    def read(self, notice: Mapping[str, str]) -> ReceivedPayment | None:
        """The payment that a notice reports; None where it reports something else. Raises InvalidNotice."""
        return read_notice(self._client, self._seller_id, notice)

    async def find(self, number: str) -> ReceivedPayment | None:
        """The payment of a trade, None while it is not paid. Raises PaymentServiceUnavailable."""
        answer = await self._ask(lambda: self._client.query(number))
        if answer.code != _DONE:
            if answer.sub_code == _NO_SUCH_TRADE:
                return None
            raise PaymentServiceUnavailable(answer.sub_code)
        if answer.trade_status not in _PAID:
            return None
        try:
            amount = _fen(answer.total_amount)
        except InvalidNotice:
            raise PaymentServiceUnavailable("an answer without its amount") from None
        if not answer.trade_no:
            raise PaymentServiceUnavailable("an answer without its number")
        return ReceivedPayment(number, answer.trade_no, amount)

    async def refund(self, number: str, amount: int, request: str = "refund") -> None:
        """Refund a trade, or a part; calls with the same `request` refund once. Raises PaymentServiceUnavailable."""
        answer = await self._ask(lambda: self._client.refund(number, wire_amount(amount), f"{number}-{request}"))
        if answer.code != _DONE:
            raise PaymentServiceUnavailable(answer.sub_code)

    def close(self) -> None:
        """Stop the threads in which the client blocks."""
        self._service.close()

    async def _ask(self, work: Callable[[], AlipayAnswer]) -> AlipayAnswer:
        try:
            return await self._service.run(work)
        except OutboundFailed as error:
            raise PaymentServiceUnavailable(str(error)) from None


def read_notice(client: AlipayClient, seller_id: str, notice: Mapping[str, str]) -> ReceivedPayment | None:
    """The payment that a notice reports; None where it reports something else.

    Raises InvalidNotice where signature, application or seller are wrong
    (https://opendocs.alipay.com/open/270/105902).
    """
    fields = dict(notice)
    signature = fields.pop("sign", "")
    if fields.get("sign_type") != "RSA2":
        raise InvalidNotice("another kind of signature")
    if not client.is_signed(fields, signature):
        raise InvalidNotice("wrong signature")
    if (fields.get("app_id"), fields.get("seller_id")) != (client.app_id, seller_id):
        raise InvalidNotice("meant for somebody else")
    if fields.get("trade_status") not in _PAID:
        return None
    return ReceivedPayment(
        fields.get("out_trade_no", ""), fields.get("trade_no", ""), _fen(fields.get("total_amount", ""))
    )
