"""A payment service of our own for development: it signs and sends notices as Alipay does, and nobody pays anything."""

import json
import re
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import structlog
from tornado.httpclient import AsyncHTTPClient

from utils.atomic_file import half_written
from utils.crypto import rsa_key_pair
from utils.outbound import OutboundFailed, OutboundLimits, OutboundService
from utils.payments import PaymentServiceUnavailable, ReceivedPayment, Trade, client, read, yuan

log = structlog.get_logger()


class LocalPayments:
    """A payment service of our own for development: its ledger is a directory, its page is `/pay/<number>`.

    It signs its notices with a key of its own, and sends them to `notify_url` over HTTP, as Alipay does.
    """

    app_id, seller_id = "local-app", "local-seller"

    def __init__(self, root: Path, *, page_url: str, notify_url: str, patience: OutboundLimits) -> None:
        self._root = root
        self._page_url = page_url
        self._notify_url = notify_url
        self._service = OutboundService(patience)
        self._patience = patience
        root.mkdir(parents=True, exist_ok=True)

    @cached_property
    def _client(self) -> Any:
        """One key pair signs and verifies: here both sides are us."""
        private_key, public_key = _kept_key_pair(self._root / "_key.json")
        return client(self.app_id, private_key, public_key, "", self._patience)

    async def page(self, trade: Trade, *, phone: bool) -> str:  # noqa: ARG002  one page fits both
        """Where the payer goes to pay."""
        if self.look_up(trade.number) is None:
            self._write(trade.number, {"amount": trade.amount, "subject": trade.subject})
        return f"{self._page_url}/{quote(trade.number, safe='')}"

    def read(self, notice: Mapping[str, str]) -> ReceivedPayment | None:
        """As AlipayPayments.read."""
        return read(self._client, self.seller_id, notice)

    async def find(self, number: str) -> ReceivedPayment | None:
        """Whether a trade was paid."""
        trade = self.look_up(number)
        return ReceivedPayment(number, trade["trade_no"], trade["amount"]) if trade and "trade_no" in trade else None

    async def refund(self, number: str, amount: int) -> None:
        """As AlipayPayments.refund."""
        trade = self.look_up(number)
        if trade is None or amount > trade["amount"]:
            raise PaymentServiceUnavailable("no such trade")
        self._write(number, trade | {"refund": amount})

    def look_up(self, number: str) -> dict[str, Any] | None:
        """What the ledger has on a trade: amount, subject, trade_no once it is paid, refund once that is given."""
        path = self._path(number)
        if path is None or not path.exists():
            return None
        found: dict[str, Any] = json.loads(path.read_text())
        return found

    async def pay(self, number: str) -> bool:
        """The payer has pressed the button: note it, and tell ihome of it. False where the notice did not arrive."""
        trade = self.look_up(number)
        if trade is None:
            return False
        if "trade_no" not in trade:
            trade["trade_no"] = datetime.now(UTC).strftime("%Y%m%d") + secrets.token_hex(10)
            self._write(number, trade)
        notice = self.notice(number, trade["trade_no"], trade["amount"])
        try:
            await self._service.call(lambda: self._send(notice))
        except OutboundFailed as error:
            log.warning("notice_failed", error=str(error))
            return False
        return True

    def notice(self, number: str, trade_no: str, amount: int, **changes: str) -> str:
        """A signed notice of a payment, as the body of a form."""
        fields = {
            "notify_id": secrets.token_hex(16),
            "notify_type": "trade_status_sync",
            "app_id": self.app_id,
            "seller_id": self.seller_id,
            "out_trade_no": number,
            "trade_no": trade_no,
            "trade_status": "TRADE_SUCCESS",
            "total_amount": yuan(amount),
            **changes,
        }
        signed: str = self._client.sign_data(fields)
        return f"{signed}&sign_type=RSA2"

    def close(self) -> None:
        """Nothing is open."""

    async def _send(self, notice: str) -> None:
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
        answer = await AsyncHTTPClient().fetch(self._notify_url, method="POST", body=notice, headers=headers)
        if answer.body != b"success":
            raise PaymentServiceUnavailable("the notice was not accepted")

    def _path(self, number: str) -> Path | None:
        return self._root / f"{number}.json" if re.fullmatch(r"[A-Za-z0-9-]{1,64}", number) else None

    def _write(self, number: str, trade: Mapping[str, Any]) -> None:
        path = self._path(number)
        if path is not None:
            with half_written(path) as half:
                half.write_text(json.dumps(trade, ensure_ascii=False))
                half.replace(path)


def _kept_key_pair(path: Path) -> tuple[str, str]:
    """The same pair for every process that shares the directory."""
    if not path.exists():
        with half_written(path) as half, suppress(FileExistsError):
            half.write_text(json.dumps(rsa_key_pair()))
            half.chmod(0o600)
            path.hardlink_to(half)  # unlike a rename, this never replaces what another process has put there
    private_key, public_key = json.loads(path.read_text())
    return private_key, public_key
