"""What the platform's lines in a thread say. The reader's language has these texts too."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from handlers.api.template_names import MONTHS
from services.errors import Message

Translate = Callable[[Message], str]

LINES: Mapping[str, str] = {
    "order.booked": "提交了预订：{start} 入住，{end} 退房，{guests} 人",
    "order.accepted": "房东已接单，等待支付",
    "order.rejected": "房东没有接受预订",
    "order.expired": "没有在期限内答复或支付，订单已过期",
    "order.paid": "已支付，预订成功",
    "order.cancelled": "订单已取消",
    "order.refunded": "退款已完成",
    "order.checked_in": "已办理入住",
    "order.completed": "已退房",
    "order.changed": "行程已更改：{start} 入住，{end} 退房，{guests} 人",
    "change.offered": "提议更改行程：{start} 入住，{end} 退房，{guests} 人",
    "change.declined": "没有同意更改行程",
    "change.ended": "更改行程的提议已失效",
}
"""For each event of services.messages.system_lines.LINES."""
_DAYS = {"start": "start_date", "end": "end_date"}


def text(event: str, payload: Mapping[str, Any], translate: Translate) -> str:
    """The line of an event. An event of another release is an empty line."""
    days = {name: _day(payload[key], translate) for name, key in _DAYS.items() if key in payload}
    return translate((LINES[event], {**days, "guests": payload.get("guests")})) if event in LINES else ""


def _day(text: str, translate: Translate) -> str:
    """A date as people read it, from its ISO text."""
    when = date.fromisoformat(text)
    return translate(("{month}月{day}日", {"month": when.month, "day": when.day, "name": MONTHS[when.month - 1]}))
