"""Senders of SMS codes: Aliyun's service, and a file in development."""

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

import structlog

from utils.dev_outbox import DevOutbox
from utils.outbound import OutboundFailed, OutboundLimits, OutboundService

log = structlog.get_logger()


class NotSent(Exception):
    """The service refused, failed, or did not answer in time; the message may have been sent nevertheless."""


class LocalSms:
    """Writes codes to the log and to a file for the developer. Production refuses this sender."""

    def __init__(self, outbox: DevOutbox) -> None:
        self._outbox = outbox

    async def send(self, mobile: str, code: str, purpose: str) -> None:
        """Write a code."""
        self._outbox.append({"mobile": mobile, "code": code, "purpose": purpose})
        log.info("sms", code=code, purpose=purpose, mobile=mobile[:3] + "****" + mobile[-4:])


class AliyunSms:
    """Aliyun's SMS service (Dysmsapi 2017-05-25) through its official async client.

    `templates` maps a purpose to a template code with one variable, `code`.
    """

    def __init__(
        self,
        *,
        key_id: str,
        key_secret: str,
        endpoint: str,
        sign_name: str,
        templates: Mapping[str, str],
        limits: OutboundLimits,
    ) -> None:
        # importing the SDK takes a third of a second and 35 MB, so other senders do not import it
        from alibabacloud_dysmsapi20170525.client import Client  # noqa: PLC0415
        from alibabacloud_tea_openapi.utils_models import Config  # noqa: PLC0415

        address = urlsplit(endpoint)
        self._client = Client(
            Config(
                access_key_id=key_id,
                access_key_secret=key_secret,
                endpoint=address.netloc,
                protocol=address.scheme,
                connect_timeout=round(limits.connect * 1000),
                read_timeout=round(limits.total * 1000),
            )
        )
        self._sign_name = sign_name
        self._templates = templates
        self._service = OutboundService(limits)

    async def send(self, mobile: str, code: str, purpose: str) -> None:
        """Send a code. Raises NotSent."""
        from alibabacloud_dysmsapi20170525.models import SendSmsRequest  # noqa: PLC0415  see above

        request = SendSmsRequest(
            phone_numbers=mobile,
            sign_name=self._sign_name,
            template_code=self._templates[purpose],
            template_param=json.dumps({"code": code}),
        )
        try:
            answer = await self._service.call(lambda: self._client.send_sms_async(request))
        except OutboundFailed as error:
            raise NotSent(str(error)) from None
        if answer.body.code != "OK":
            raise NotSent(answer.body.code)
