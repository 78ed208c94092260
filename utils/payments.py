"""Payment services: Alipay, and a pay page of our own for development. Both tell of a payment by one signed notice.

Amounts are in fen here and in yuan on the wire. Nothing that a browser brings back is ever believed.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import structlog
from tornado.httpclient import AsyncHTTPClient

from utils.crypto import rsa_key_pair
from utils.outside import BlockingOutside, Failed, Outside, Patience

log = structlog.get_logger()

_PAID = ("TRADE_SUCCESS", "TRADE_FINISHED")
_DONE, _NO_SUCH_TRADE = "10000", "ACQ.TRADE_NOT_EXIST"


class NotGenuine(Exception):
    """A notice that the payment service did not sign, or that is meant for somebody else."""


class NotAnswered(Exception):
    """The payment service refused, failed, or did not answer in time."""


@dataclass(frozen=True)
class Trade:
    """Something to be paid: our number for it, fen, a text for the payer, and for how many seconds it may be paid."""

    number: str
    amount: int
    subject: str
    seconds: int


@dataclass(frozen=True)
class Paid:
    """The payment service's word that a trade was paid, and its own number for that."""

    number: str
    trade_no: str
    amount: int


def yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02}"


def _fen(yuan: str) -> int:
    """Raises NotGenuine."""
    if not re.fullmatch(r"[0-9]{1,9}\.[0-9]{2}", yuan):
        raise NotGenuine("an amount that is none")
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
        patience: Patience,
    ) -> None:
        self._client = _client(app_id, private_key, alipay_public_key, gateway, patience)
        self._seller_id = seller_id
        self._gateway = gateway
        self._urls = {"notify_url": notify_url, "return_url": return_url}
        self._service = BlockingOutside(patience, "alipay")

    async def page(self, trade: Trade, *, phone: bool) -> str:
        """Where the payer goes to pay."""
        pay = self._client.api_alipay_trade_wap_pay if phone else self._client.api_alipay_trade_page_pay
        minutes = max(1, -(-trade.seconds // 60))
        signed = pay(trade.subject, trade.number, yuan(trade.amount), timeout_express=f"{minutes}m", **self._urls)
        return f"{self._gateway}?{signed}"

    def read(self, notice: Mapping[str, str]) -> Paid | None:
        """What a notice says; None where it tells of something else than a payment. Raises NotGenuine."""
        return _read(self._client, self._seller_id, notice)

    async def find(self, number: str) -> Paid | None:
        """Whether a trade was paid. Raises NotAnswered."""
        answer = await self._ask(lambda: self._client.api_alipay_trade_query(out_trade_no=number))
        if answer.get("code") != _DONE:
            if answer.get("sub_code") == _NO_SUCH_TRADE:
                return None
            raise NotAnswered(str(answer.get("sub_code")))
        if answer.get("trade_status") not in _PAID:
            return None
        try:
            return Paid(number, answer["trade_no"], _fen(answer["total_amount"]))
        except (KeyError, NotGenuine):
            raise NotAnswered("an answer without its amount") from None

    async def refund(self, number: str, amount: int) -> None:
        """Give back, once however often this is asked. Raises NotAnswered."""
        give_back = self._client.api_alipay_trade_refund
        answer = await self._ask(
            lambda: give_back(yuan(amount), out_trade_no=number, out_request_no=f"{number}-refund")
        )
        if answer.get("code") != _DONE:
            raise NotAnswered(str(answer.get("sub_code")))

    def close(self) -> None:
        self._service.close()

    async def _ask(self, work: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = await self._service.run(work)
        except Failed as error:
            raise NotAnswered(str(error)) from None
        return answer


class LocalPayments:
    """A payment service of our own for development: its ledger is a directory, its page is `/pay/<number>`.

    It signs its notices with a key of its own, and sends them to `notify_url` over HTTP, as Alipay does.
    """

    app_id, seller_id = "local-app", "local-seller"

    def __init__(self, root: Path, *, page_url: str, notify_url: str, patience: Patience) -> None:
        self._root = root
        self._page_url = page_url
        self._notify_url = notify_url
        self._service = Outside(patience)
        self._patience = patience
        root.mkdir(parents=True, exist_ok=True)

    @cached_property
    def _client(self) -> Any:
        """One key pair signs and verifies: here both sides are us."""
        private_key, public_key = _kept_key_pair(self._root / "key.json")
        return _client(self.app_id, private_key, public_key, "", self._patience)

    async def page(self, trade: Trade, *, phone: bool) -> str:  # noqa: ARG002  one page fits both
        """Where the payer goes to pay."""
        if self.look_up(trade.number) is None:
            self._write(trade.number, {"amount": trade.amount, "subject": trade.subject})
        return f"{self._page_url}/{quote(trade.number, safe='')}"

    def read(self, notice: Mapping[str, str]) -> Paid | None:
        """As AlipayPayments.read."""
        return _read(self._client, self.seller_id, notice)

    async def find(self, number: str) -> Paid | None:
        """Whether a trade was paid."""
        trade = self.look_up(number)
        return Paid(number, trade["trade_no"], trade["amount"]) if trade and "trade_no" in trade else None

    async def refund(self, number: str, amount: int) -> None:
        """As AlipayPayments.refund."""
        trade = self.look_up(number)
        if trade is None or amount > trade["amount"]:
            raise NotAnswered("no such trade")
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
        except Failed as error:
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
            raise NotAnswered("the notice was not accepted")

    def _path(self, number: str) -> Path | None:
        return self._root / f"{number}.json" if re.fullmatch(r"[A-Za-z0-9-]{1,64}", number) else None

    def _write(self, number: str, trade: Mapping[str, Any]) -> None:
        path = self._path(number)
        if path is not None:
            half = path.with_suffix(f".{secrets.token_hex(4)}.part")
            half.write_text(json.dumps(trade, ensure_ascii=False))
            half.replace(path)


def _client(app_id: str, private_key: str, public_key: str, gateway: str, patience: Patience) -> Any:
    from alipay import AliPay  # noqa: PLC0415  half a second to import: only where it is used
    from alipay.utils import AliPayConfig  # noqa: PLC0415

    client = AliPay(
        appid=app_id,
        app_private_key_string=_pem(private_key, "PRIVATE KEY"),
        alipay_public_key_string=_pem(public_key, "PUBLIC KEY"),
        config=AliPayConfig(timeout=patience.total),
    )
    client._gateway = gateway  # it has no setting for this
    return client


def _read(client: Any, seller_id: str, notice: Mapping[str, str]) -> Paid | None:
    """Signature, application and seller, as Alipay's documents ask (https://opendocs.alipay.com/open/270/105902)."""
    fields = dict(notice)
    signature = fields.pop("sign", "")
    if fields.get("sign_type") != "RSA2":
        raise NotGenuine("another kind of signature")
    try:
        genuine = client.verify(dict(fields), signature)
    except ValueError:  # what is no base64
        genuine = False
    if not genuine:
        raise NotGenuine("wrong signature")
    if (fields.get("app_id"), fields.get("seller_id")) != (client.appid, seller_id):
        raise NotGenuine("meant for somebody else")
    if fields.get("trade_status") not in _PAID:
        return None
    return Paid(fields.get("out_trade_no", ""), fields.get("trade_no", ""), _fen(fields.get("total_amount", "")))


def _pem(key: str, kind: str) -> str:
    """Alipay hands out bare base64."""
    return key if "-----BEGIN" in key else f"-----BEGIN {kind}-----\n{key.strip()}\n-----END {kind}-----"


def _kept_key_pair(path: Path) -> tuple[str, str]:
    """The same pair for every process that shares the directory."""
    if not path.exists():
        half = path.with_suffix(f".{secrets.token_hex(4)}.part")
        half.write_text(json.dumps(rsa_key_pair()))
        half.chmod(0o600)
        try:
            path.hardlink_to(half)  # unlike a rename, this never replaces what another process has put there
        except FileExistsError:
            pass
        finally:
            half.unlink()
    private_key, public_key = json.loads(path.read_text())
    return private_key, public_key
