"""The payment service of development: it signs and sends notices as Alipay does, and no money changes hands."""

import json
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import structlog
from tornado.httpclient import AsyncHTTPClient

from utils.alipay_client import AlipayClient, AlipayKeys
from utils.atomic_file import temporary_path
from utils.crypto import rsa_key_pair
from utils.outbound import OutboundFailed, OutboundLimits, OutboundService
from utils.payments import PaymentServiceUnavailable, ReceivedPayment, Trade, read_notice, wire_amount

log = structlog.get_logger()


@dataclass(frozen=True)
class LocalTrade:
    """A trade in the ledger, in fen. `trade_no` is None until it is paid; `refunds` has the amount of each request."""

    amount: int
    subject: str
    trade_no: str | None = None
    refunds: Mapping[str, int] = field(default_factory=dict)

    @property
    def refund(self) -> int | None:
        """What has gone back in all; None where nothing has."""
        return sum(self.refunds.values()) if self.refunds else None


class LocalPayments:
    """The payment service of development: its ledger is a directory, its page is `/pay/<number>`.

    It signs its notices with a key of its own, and sends them to `notify_url` over HTTP, as Alipay does.
    """

    app_id, seller_id = "local-app", "local-seller"

    def __init__(self, root: Path, *, page_url: str, notify_url: str, limits: OutboundLimits) -> None:
        self._root = root
        self._page_url = page_url
        self._notify_url = notify_url
        self._service = OutboundService(limits)
        self._limits = limits
        root.mkdir(parents=True, exist_ok=True)

    @cached_property
    def _client(self) -> AlipayClient:
        """Signs and verifies with one key pair, as both sides are ihome."""
        private_key, public_key = _load_key_pair(self._root / "_key.json")
        return AlipayClient(AlipayKeys(self.app_id, private_key, public_key), "", self._limits)

    async def page(self, trade: Trade, *, phone: bool) -> str:  # noqa: ARG002  one page fits both
        """The address of the page where the payer pays."""
        if self.look_up(trade.number) is None:
            self._write(trade.number, LocalTrade(trade.amount, trade.subject))
        return f"{self._page_url}/{quote(trade.number, safe='')}"

    def read(self, notice: Mapping[str, str]) -> ReceivedPayment | None:
        """The payment that a notice reports; None where it reports something else. Raises InvalidNotice."""
        return read_notice(self._client, self.seller_id, notice)

    async def find(self, number: str) -> ReceivedPayment | None:
        """The payment of a trade, None where there is none."""
        trade = self.look_up(number)
        return ReceivedPayment(number, trade.trade_no, trade.amount) if trade and trade.trade_no else None

    async def refund(self, number: str, amount: int, request: str = "refund") -> None:
        """Refund a trade, or a part of it, once for each `request`.

        Raises PaymentServiceUnavailable where there is no such trade, or where more would go back than was paid.
        """
        trade = self.look_up(number)
        if trade is None:
            raise PaymentServiceUnavailable("no such trade")
        refunds = {request: amount, **trade.refunds}
        if sum(refunds.values()) > trade.amount:
            raise PaymentServiceUnavailable("more than was paid")
        self._write(number, replace(trade, refunds=refunds))

    def look_up(self, number: str) -> LocalTrade | None:
        """The trade of that number, None where the ledger has none."""
        path = self._path(number)
        if path is None or not path.exists():
            return None
        known = json.loads(path.read_text())
        if (refund := known.pop("refund", None)) is not None:  # a ledger of an earlier release
            known["refunds"] = {"refund": refund}
        return LocalTrade(**known)

    async def pay(self, number: str) -> bool:
        """Record that the payer has pressed the button, and send the notice; False where it did not arrive."""
        trade = self.look_up(number)
        if trade is None:
            return False
        trade_no = trade.trade_no or datetime.now(UTC).strftime("%Y%m%d") + secrets.token_hex(10)
        if trade.trade_no is None:
            self._write(number, replace(trade, trade_no=trade_no))
        notice = self.notice(number, trade_no, trade.amount)
        try:
            await self._service.call(lambda: self._send(notice))
        except OutboundFailed as error:
            log.warning("notice_failed", error=str(error))
            return False
        return True

    def notice(self, number: str, trade_no: str, amount: int, **changes: str) -> str:
        """A signed notice of a payment, as the body of a form; `changes` replace its fields."""
        fields = {
            "notify_id": secrets.token_hex(16),
            "notify_type": "trade_status_sync",
            "app_id": self.app_id,
            "seller_id": self.seller_id,
            "out_trade_no": number,
            "trade_no": trade_no,
            "trade_status": "TRADE_SUCCESS",
            "total_amount": wire_amount(amount),
            **changes,
        }
        return f"{self._client.sign(fields)}&sign_type=RSA2"

    def close(self) -> None:
        """Nothing is open; Alipay's client has threads to stop."""

    async def _send(self, notice: str) -> None:
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        answer = await AsyncHTTPClient().fetch(self._notify_url, method="POST", body=notice, headers=headers)
        if answer.body != b"success":
            raise PaymentServiceUnavailable("the notice was not accepted")

    def _path(self, number: str) -> Path | None:
        return self._root / f"{number}.json" if re.fullmatch(r"[A-Za-z0-9-]{1,64}", number) else None

    def _write(self, number: str, trade: LocalTrade) -> None:
        path = self._path(number)
        if path is not None:
            known = {name: value for name, value in asdict(trade).items() if value is not None}
            with temporary_path(path) as temporary:
                temporary.write_text(json.dumps(known, ensure_ascii=False))
                temporary.replace(path)


def _load_key_pair(path: Path) -> tuple[str, str]:
    """The private and the public key of every process that shares the directory; created where there are none."""
    if not path.exists():
        with temporary_path(path) as temporary, suppress(FileExistsError):
            temporary.write_text(json.dumps(rsa_key_pair()))
            temporary.chmod(0o600)
            path.hardlink_to(temporary)  # unlike a rename, this never replaces what another process has put there
    private_key, public_key = json.loads(path.read_text())
    return private_key, public_key
