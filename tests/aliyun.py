"""Aliyun's SMS service as far as its protocol goes: checks signatures (ACS3-HMAC-SHA256) and misbehaves on demand."""

import asyncio
import hashlib
import hmac
import json
import re
from datetime import datetime
from urllib.parse import parse_qsl, quote, urlsplit

from tornado.web import HTTPError, RequestHandler

from services.local_time import LOCAL
from tests.service import LocalService

KEY_ID, KEY_SECRET = "LTAI-test", "aliyun-test-secret"


class AliyunService(LocalService):
    """`mode` is ok, refuse, hang, late, reset or lie. `sent` has the parameters of every accepted message.

    A late service accepts a message and does not say so. `refusal` is the code with which it refuses.
    """

    def __init__(self) -> None:
        self.mode = "ok"
        self.refusal = "isv.BUSINESS_LIMIT_CONTROL"
        self.sent: list[dict[str, str]] = []
        self.asked = 0
        super().__init__(_Handler)

    def code_for(self, mobile: str) -> str:
        messages = [message for message in self.sent if message["PhoneNumbers"] == mobile]
        return json.loads(messages[-1]["TemplateParam"])["code"]


class _Handler(RequestHandler):
    def initialize(self, service: AliyunService) -> None:
        self.service = service

    async def post(self) -> None:
        self.service.asked += 1
        if not hmac.compare_digest(self._signature(), self._expected()):
            raise HTTPError(403)
        match self.service.mode:
            case "hang":
                await asyncio.sleep(30)
            case "reset":
                self.request.connection.stream.close()
            case "lie":
                self.finish("<html>no JSON</html>")
            case "refuse":
                self._reply(self.service.refusal)
            case "late":
                self.service.sent.append(self._parameters())
                await asyncio.sleep(30)
            case _ if self.request.headers["x-acs-action"] == "QuerySendDetails":
                self._details(self._parameters())
            case _:
                self.service.sent.append(self._parameters())
                self._reply("OK")

    def _parameters(self) -> dict[str, str]:
        query = dict(parse_qsl(urlsplit(self.request.uri).query))
        return query | dict(parse_qsl(self.request.body.decode())) | {"day": f"{datetime.now(LOCAL):%Y%m%d}"}

    def _details(self, asked: dict[str, str]) -> None:
        """What was sent to a mobile on a day (QuerySendDetails)."""
        mobile, day = asked["PhoneNumber"], asked["SendDate"]
        sent = [each for each in self.service.sent if (each["PhoneNumbers"], each["day"]) == (mobile, day)]
        details = [{"OutId": each.get("OutId", ""), "PhoneNum": mobile, "SendStatus": 3} for each in sent]
        dtos = {"SmsSendDetailDTO": details[: int(asked["PageSize"])]}
        self.finish({"Code": "OK", "Message": "OK", "TotalCount": f"{len(details)}", "SmsSendDetailDTOs": dtos})

    def _reply(self, code: str) -> None:
        self.finish({"Code": code, "Message": code, "RequestId": "1", "BizId": "1"})

    def _signature(self) -> str:
        match = re.search(r"Signature=([0-9a-f]+)", self.request.headers.get("Authorization", ""))
        return match[1] if match else ""

    def _expected(self) -> str:
        authorization = self.request.headers["Authorization"]
        names = re.search(r"SignedHeaders=([^,]+)", authorization)[1].split(";")
        query = sorted(parse_qsl(urlsplit(self.request.uri).query, keep_blank_values=True))
        canonical = "\n".join([
            self.request.method,
            self.request.path,
            "&".join(f"{quote(name, safe='-_.~')}={quote(value, safe='-_.~')}" for name, value in query),
            *(f"{name}:{self.request.headers[name].strip()}" for name in names),
            "",
            ";".join(names),
            hashlib.sha256(self.request.body).hexdigest(),
        ])  # fmt: skip
        to_sign = "ACS3-HMAC-SHA256\n" + hashlib.sha256(canonical.encode()).hexdigest()
        return hmac.new(KEY_SECRET.encode(), to_sign.encode(), hashlib.sha256).hexdigest()
