"""Alipay's protocol over python-alipay-sdk: signed page addresses, queries, refunds, signatures of notices.

The SDK has no setting for the gateway's address, and no bound for the size of an answer. So this module sends requests
itself and calls a private method of the SDK; tests/utils/test_alipay_client.py names the version. Amounts are in yuan,
as text: "399.00".
"""

from dataclasses import dataclass
from typing import Any
from urllib.request import urlopen

from pydantic import BaseModel, ConfigDict

from utils.outbound import OutboundLimits


@dataclass(frozen=True)
class AlipayKeys:
    """An application at Alipay. The keys are PEM, or the base64 within: the application's own, and Alipay's."""

    app_id: str
    private_key: str
    alipay_public_key: str


class AlipayAnswer(BaseModel):
    """The fields of Alipay's answers that ihome reads; a field that is missing is empty."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore")
    code: str
    sub_code: str = ""
    trade_no: str = ""
    trade_status: str = ""
    total_amount: str = ""


class AlipayClient:
    """A blocking client. Its calls raise whatever the SDK, urllib and pydantic raise."""

    def __init__(self, keys: AlipayKeys, gateway: str, limits: OutboundLimits) -> None:
        from alipay import AliPay  # noqa: PLC0415  half a second to import: only where it is used

        self._gateway = gateway
        self._limits = limits
        self._sdk: Any = AliPay(
            appid=keys.app_id,
            app_private_key_string=_pem(keys.private_key, "PRIVATE KEY"),
            alipay_public_key_string=_pem(keys.alipay_public_key, "PUBLIC KEY"),
        )
        self.app_id = keys.app_id

    def sign(self, fields: dict[str, str]) -> str:
        """The fields with their signature, as a query string."""
        signed: str = self._sdk.sign_data(dict(fields))
        return signed

    def is_signed(self, fields: dict[str, str], signature: str) -> bool:
        """Whether Alipay signed these fields; `sign_type` is not among the fields that are signed."""
        try:
            return bool(self._sdk.verify(dict(fields), signature))
        except ValueError:  # the signature is no base64
            return False

    def page_url(self, subject: str, number: str, amount: str, *, phone: bool, **settings: str) -> str:
        """The address of the page where the payer pays."""
        pay = self._sdk.api_alipay_trade_wap_pay if phone else self._sdk.api_alipay_trade_page_pay
        return f"{self._gateway}?{pay(subject, number, amount, **settings)}"

    def query(self, number: str) -> AlipayAnswer:
        """What Alipay knows about a trade."""
        return self._ask("alipay.trade.query", {"out_trade_no": number})

    def refund(self, number: str, amount: str, request_number: str) -> AlipayAnswer:
        """Refund a trade; a repeated call with the same `request_number` refunds once."""
        content = {"refund_amount": amount, "out_request_no": request_number, "out_trade_no": number}
        return self._ask("alipay.trade.refund", content)

    def _ask(self, method: str, content: dict[str, str]) -> AlipayAnswer:
        from utils.bounded_responses import read_bounded  # noqa: PLC0415  it imports requests

        query = self._sdk.sign_data(self._sdk.build_body(method, content))
        with urlopen(f"{self._gateway}?{query}", timeout=self._limits.total) as answer:  # noqa: S310  ours
            text = read_bounded(answer.read1, self._limits).decode()
        response_type = f"{method.replace('.', '_')}_response"
        return AlipayAnswer.model_validate(self._sdk._verify_and_return_sync_response(text, response_type))


def _pem(key: str, kind: str) -> str:
    """Alipay hands out bare base64."""
    return key if "-----BEGIN" in key else f"-----BEGIN {kind}-----\n{key.strip()}\n-----END {kind}-----"
