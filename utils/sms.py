"""Senders of SMS, codes and notifications: Aliyun's service, and a file in development."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from urllib.parse import urlsplit

import structlog

from utils.dev_outbox import DevOutbox
from utils.notification_channels import NotDelivered
from utils.outbound import OutboundFailed, OutboundLimits, OutboundService

log = structlog.get_logger()


class NotSent(Exception):
    """The service refused, failed, or did not answer in time; the message may have been sent nevertheless."""


MAX_VARIABLE = 20
"""Characters of one variable in a template of a notification, as Aliyun allows them."""
_LINK = re.compile(r"(?<=[A-Za-z])[./:@\\]+|[./:@\\]+(?=[A-Za-z])")
_NUMBER = re.compile(r"\d{11,}")
_PERMANENT = frozenset({
    "isv.MOBILE_NUMBER_ILLEGAL",
    "isv.BLACK_KEY_CONTROL_LIMIT",
    "isv.PARAM_LENGTH_LIMIT",
    "isv.PARAM_NOT_SUPPORT_URL",
    "isv.TEMPLATE_MISSING_PARAMETERS",
    "isv.TEMPLATE_PARAMS_ILLEGAL",
    "isv.INVALID_PARAMETERS",
})  # fmt: skip
"""Aliyun's refusals of one message that every try meets; others pass, or end when an operator has done something."""


@dataclass(frozen=True)
class SmsNotification:
    """A notification as the values of a template. `id` is the same for each try to send it."""

    mobile: str = field(repr=False)
    kind: str
    variables: Mapping[str, str]
    id: str


def variable(text: str) -> str:
    """A text that Aliyun allows in a template: short, on one line, with nothing to open and no number to call.

    Users write some of these texts, and the platform's name stands before them.
    """
    plain = _NUMBER.sub("…", _LINK.sub(" ", " ".join(text.split())))
    return plain if len(plain) <= MAX_VARIABLE else plain[: MAX_VARIABLE - 1] + "…"


class LocalSms:
    """Writes codes to the log and to a file for the developer. Production refuses this sender."""

    def __init__(self, outbox: DevOutbox) -> None:
        self._outbox = outbox

    async def send(self, mobile: str, code: str, purpose: str) -> None:
        """Write a code."""
        self._outbox.append({"mobile": mobile, "code": code, "purpose": purpose})
        log.info("sms", code=code, purpose=purpose, mobile=mobile[:3] + "****" + mobile[-4:])

    async def notify(self, sms: SmsNotification, *, days: Sequence[str] = ()) -> None:
        """Write a notification, unless an earlier try on `days` has written it."""
        if days and self._outbox.has("id", sms.id):
            return
        values = {name: variable(text) for name, text in sms.variables.items()}
        self._outbox.append(
            {"mobile": sms.mobile, "kind": sms.kind, "id": sms.id, "variables": json.dumps(values, ensure_ascii=False)}
        )


class AliyunSms:
    """Aliyun's SMS service (Dysmsapi 2017-05-25) through its official async client.

    `templates` maps a purpose to a template code with one variable, `code`; `notifications` maps a kind of notification
    to a template code with that kind's variables.
    """

    def __init__(
        self,
        *,
        key_id: str,
        key_secret: str,
        endpoint: str,
        sign_name: str,
        templates: Mapping[str, str],
        notifications: Mapping[str, str],
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
        self._notifications = notifications
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

    async def notify(self, sms: SmsNotification, *, days: Sequence[str] = ()) -> None:
        """Send a notification. Raises NotDelivered: permanently where Aliyun refuses it, or the kind has no template.

        An earlier try may have been sent although no answer came: Aliyun is asked for what it has sent on `days`, dates
        in China as 20261122, and nothing is sent twice.
        """
        template = self._notifications.get(sms.kind)
        if template is None:
            raise NotDelivered("no template", permanent=True)
        try:
            sent = [await self._service.call(partial(self._was_sent, sms, day)) for day in days]
            code = "OK" if any(sent) else await self._service.call(partial(self._notify, sms, template))
        except OutboundFailed as error:
            raise NotDelivered(str(error)) from None
        if code != "OK":
            raise NotDelivered(code, permanent=code in _PERMANENT)

    async def _notify(self, sms: SmsNotification, template: str) -> str:
        from alibabacloud_dysmsapi20170525.models import SendSmsRequest  # noqa: PLC0415  see above

        values = {name: variable(text) for name, text in sms.variables.items()}
        request = SendSmsRequest(
            phone_numbers=sms.mobile,
            sign_name=self._sign_name,
            template_code=template,
            template_param=json.dumps(values),
            out_id=sms.id,
        )
        answer = await self._client.send_sms_async(request)
        return str(answer.body.code)

    async def _was_sent(self, sms: SmsNotification, day: str) -> bool:
        from alibabacloud_dysmsapi20170525.models import QuerySendDetailsRequest  # noqa: PLC0415  see above

        request = QuerySendDetailsRequest(phone_number=sms.mobile, send_date=day, page_size=50, current_page=1)
        body = (await self._client.query_send_details_async(request)).body
        if body.code != "OK":
            raise OutboundFailed(body.code)
        details = body.sms_send_detail_dtos
        return any(each.out_id == sms.id for each in (details.sms_send_detail_dto if details else None) or ())
