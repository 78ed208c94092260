"""Alipay's gateway as far as its protocol goes: checks signatures (RSA2), keeps trades, and misbehaves on demand."""

import asyncio
import json
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from alipay import AliPay
from tornado.iostream import StreamClosedError
from tornado.web import HTTPError, RequestHandler

from tests.service import LocalService
from utils.crypto import rsa_key_pair

APP_ID, SELLER_ID = "2021000000000001", "2088000000000001"
APP_KEYS, BANK_KEYS = rsa_key_pair(), rsa_key_pair()


def bare(pem: str) -> str:
    """As Alipay's tools hand out keys."""
    return "".join(line for line in pem.splitlines() if "-----" not in line)


class AlipayGateway(LocalService):
    """`mode` is ok, hang, reset, lie, trickle or forge. `length` is how long answers are made with spaces.

    `paid` has the amounts of paid trades, `refunds` what was given back, `changes` are fields of its next answers.
    """

    def __init__(self) -> None:
        self.mode = "ok"
        self.paid: dict[str, str] = {}
        self.refunds: dict[str, str] = {}
        self.changes: dict[str, str] = {}
        self.asked = self.length = 0
        self.bank = AliPay(
            appid=APP_ID, app_private_key_string=BANK_KEYS[0], alipay_public_key_string=APP_KEYS[1], sign_type="RSA2"
        )
        super().__init__(_Handler)
        self.url = f"{self.endpoint}/gateway.do"

    def settings(self) -> dict[str, str]:
        """Config's fields for an ihome that uses this gateway."""
        return {
            "payments": "alipay",
            "alipay_app_id": APP_ID,
            "alipay_seller_id": SELLER_ID,
            "alipay_private_key": bare(APP_KEYS[0]),
            "alipay_public_key": bare(BANK_KEYS[1]),
            "alipay_gateway": self.url,
            "site_url": "https://ihome.example",
        }

    def notice(self, number: str, amount: str, **changes: str) -> dict[str, str]:
        """A signed notice, as the fields of its form."""
        fields = {"app_id": APP_ID, "seller_id": SELLER_ID, "out_trade_no": number, "trade_no": f"bank-{number}"}
        fields |= {"trade_status": "TRADE_SUCCESS", "total_amount": amount, "subject": "北京四合院 & more"} | changes
        return {**dict(parse_qsl(self.bank.sign_data(dict(fields)))), "sign_type": "RSA2"}

    def is_signed(self, fields: dict[str, str]) -> bool:
        """By ihome."""
        unsigned = "&".join(f"{name}={value}" for name, value in sorted(fields.items()) if name != "sign")
        return bool(self.bank._verify(unsigned, fields.get("sign", "")))


class _Handler(RequestHandler):
    def initialize(self, service: AlipayGateway) -> None:
        self.gateway = service

    async def get(self) -> None:
        self.gateway.asked += 1
        await self.gateway.hold()
        fields = dict(parse_qsl(urlsplit(self.request.uri).query))
        if not self.gateway.is_signed(fields) or fields["app_id"] != APP_ID:
            raise HTTPError(403)
        match self.gateway.mode:
            case "hang":
                await asyncio.sleep(30)
            case "reset":
                self.request.connection.stream.close()
            case "lie":
                self.finish("<html>no JSON</html>")
            case "trickle":
                with suppress(StreamClosedError):
                    while True:
                        self.write(" ")
                        await self.flush()
                        await asyncio.sleep(0.05)
            case _:
                self._answer(fields["method"], json.loads(fields["biz_content"]))

    def _answer(self, method: str, asked: dict[str, Any]) -> None:
        number = asked["out_trade_no"]
        known = number in self.gateway.paid
        if not known:
            answer = {"code": "40004", "msg": "Business Failed", "sub_code": "ACQ.TRADE_NOT_EXIST"}
        elif method == "alipay.trade.query":
            answer = {
                "code": "10000",
                "out_trade_no": number,
                "trade_no": f"bank-{number}",
                "trade_status": "TRADE_SUCCESS",
                "total_amount": self.gateway.paid[number],
            }
        else:
            self.gateway.refunds.setdefault(asked["out_request_no"], asked["refund_amount"])
            answer = {"code": "10000", "out_trade_no": number, "refund_fee": asked["refund_amount"]}
        plain = json.dumps(answer | self.gateway.changes)
        sign = "AAAA" if self.gateway.mode == "forge" else self.gateway.bank._sign(plain)
        text = f'{{"{method.replace(".", "_")}_response":{plain},"sign":"{sign}"}}'
        self.finish(text.ljust(self.gateway.length))
