"""Alipay: where to pay, its signed notices, asking for payments, giving back.

Development's own payment service is utils/local_payments.py.

Amounts are in fen here and in yuan on the wire. Nothing that a browser brings back is ever believed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.request import urlopen

import structlog

from utils.outbound import BlockingOutboundService, OutboundFailed, OutboundLimits

log = structlog.get_logger()

_PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
_DONE, _NO_SUCH_TRADE = "10000", "ACQ.TRADE_NOT_EXIST"


class InvalidNotice(Exception):
    """A notice that the payment service did not sign, or that is meant for somebody else."""


class PaymentServiceUnavailable(Exception):
    """The payment service refused, failed, or did not answer in time."""


@dataclass(frozen=True)
class Trade:
    """Something to be paid: our number for it, fen, a text for the payer, and for how many seconds it may be paid."""

    number: str
    amount: int
    subject: str
    seconds: int


@dataclass(frozen=True)
class ReceivedPayment:
    """The payment service's word that a trade was paid, and its own number for that."""

    number: str
    trade_no: str
    amount: int


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


def _fen(yuan: str) -> int:
    """Raises InvalidNotice."""
    if not re.fullmatch(r"[0-9]{1,9}\.[0-9]{2}", yuan):
        raise InvalidNotice("an amount that is none")
    return int(Decimal(yuan) * 100)


class AlipayPayments:
    """Alipay's payments on web pages, of computers and of phones (https://opendocs.alipay.com/open/270/105898).

    `notify_url` is where Alipay tells of a payment. Keys are PEM, or the base64 within.
    """

    def __init__(
        self,
        *,
        app_id: str,
        seller_id: str,
        private_key: str,
        alipay_public_key: str,
        gateway: str,
        notify_url: str,
        return_url: str,
        patience: OutboundLimits,
    ) -> None:
        self._client = client(app_id, private_key, alipay_public_key, gateway, patience)
        self._seller_id = seller_id
        self._gateway = gateway
        self._urls = {"notify_url": notify_url, "return_url": return_url}
        self._service = BlockingOutboundService(patience, "alipay")

    async def page(self, trade: Trade, *, phone: bool) -> str:
        """Where the payer goes to pay."""
        pay = self._client.api_alipay_trade_wap_pay if phone else self._client.api_alipay_trade_page_pay
        minutes = max(1, -(-trade.seconds // 60))
        signed = pay(trade.subject, trade.number, yuan(trade.amount), timeout_express=f"{minutes}m", **self._urls)
        return f"{self._gateway}?{signed}"

    def read(self, notice: Mapping[str, str]) -> ReceivedPayment | None:
        """What a notice says; None where it tells of something else than a payment. Raises InvalidNotice."""
        return read(self._client, self._seller_id, notice)

    async def find(self, number: str) -> ReceivedPayment | None:
        """Whether a trade was paid. Raises PaymentServiceUnavailable."""
        answer = await self._ask(lambda: self._client.api_alipay_trade_query(out_trade_no=number))
        if answer.get("code") != _DONE:
            if answer.get("sub_code") == _NO_SUCH_TRADE:
                return None
            raise PaymentServiceUnavailable(str(answer.get("sub_code")))
        if answer.get("trade_status") not in _PAID:
            return None
        try:
            return ReceivedPayment(number, answer["trade_no"], _fen(answer["total_amount"]))
        except (KeyError, InvalidNotice):
            raise PaymentServiceUnavailable("an answer without its amount") from None

    async def refund(self, number: str, amount: int) -> None:
        """Give back, once however often this is asked. Raises PaymentServiceUnavailable."""
        give_back = self._client.api_alipay_trade_refund
        answer = await self._ask(
            lambda: give_back(yuan(amount), out_trade_no=number, out_request_no=f"{number}-refund")
        )
        if answer.get("code") != _DONE:
            raise PaymentServiceUnavailable(str(answer.get("sub_code")))

    def close(self) -> None:
        self._service.close()

    async def _ask(self, work: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = await self._service.run(work)
        except OutboundFailed as error:
            raise PaymentServiceUnavailable(str(error)) from None
        return answer


def client(app_id: str, private_key: str, public_key: str, gateway: str, patience: OutboundLimits) -> Any:
    from alipay import AliPay  # noqa: PLC0415  half a second to import: only where it is used
    from alipay.utils import AliPayConfig  # noqa: PLC0415

    from utils.bounded_responses import read_bounded  # noqa: PLC0415

    client = AliPay(
        appid=app_id,
        app_private_key_string=_pem(private_key, "PRIVATE KEY"),
        alipay_public_key_string=_pem(public_key, "PUBLIC KEY"),
        config=AliPayConfig(timeout=patience.total),
    )
    client._gateway = gateway  # it has no setting for this

    def ask(data: Any, response_type: str) -> Any:
        with urlopen(f"{gateway}?{client.sign_data(data)}", timeout=patience.total) as answer:  # noqa: S310  ours
            text = read_bounded(answer.read1, patience).decode()
        return client._verify_and_return_sync_response(text, response_type)

    client.verified_sync_response = ask  # its own reads whatever comes
    return client


def read(client: Any, seller_id: str, notice: Mapping[str, str]) -> ReceivedPayment | None:
    """Signature, application and seller, as Alipay's documents ask (https://opendocs.alipay.com/open/270/105902)."""
    fields = dict(notice)
    signature = fields.pop("sign", "")
    if fields.get("sign_type") != "RSA2":
        raise InvalidNotice("another kind of signature")
    try:
        genuine = client.verify(dict(fields), signature)
    except ValueError:  # what is no base64
        genuine = False
    if not genuine:
        raise InvalidNotice("wrong signature")
    if (fields.get("app_id"), fields.get("seller_id")) != (client.appid, seller_id):
        raise InvalidNotice("meant for somebody else")
    if fields.get("trade_status") not in _PAID:
        return None
    return ReceivedPayment(
        fields.get("out_trade_no", ""), fields.get("trade_no", ""), _fen(fields.get("total_amount", ""))
    )


def _pem(key: str, kind: str) -> str:
    """Alipay hands out bare base64."""
    return key if "-----BEGIN" in key else f"-----BEGIN {kind}-----\n{key.strip()}\n-----END {kind}-----"
