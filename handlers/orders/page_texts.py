"""What pages say about an order: its state, what comes next, its history. Templates translate these texts."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from handlers.orders.views import OrderDetailsView, OrderEventView, OrderView
from models.orders.bill import ItemKind
from models.orders.orders import Role
from services.orders.states import Actor, OrderStatus

Tone = Literal["good", "warn", "bad", "info", ""]
"""The colour of a badge (static/parts.css)."""
_S = OrderStatus

STATUS: Mapping[OrderStatus, tuple[str, Tone]] = {
    _S.WAIT_ACCEPT: ("待接单", "warn"),
    _S.WAIT_PAYMENT: ("待支付", "warn"),
    _S.PAID: ("已支付", "good"),
    _S.IN_STAY: ("入住中", "info"),
    _S.WAIT_COMMENT: ("待评价", "info"),
    _S.COMPLETE: ("已完成", ""),
    _S.CANCELED: ("已取消", ""),
    _S.REJECTED: ("拒接单", "bad"),
    _S.EXPIRED: ("已过期", "bad"),
}
ACTION: Mapping[str, str] = {
    "accept": "接单",
    "reject": "拒单",
    "cancel": "取消订单",
    "pay": "去支付",
    "check_in": "办理入住",
    "complete": "退房",
}
CHANGE_ACTION: Mapping[str, str] = {
    "accept": "同意更改",
    "decline": "不同意",
    "withdraw": "撤回更改",
    "pay": "支付差价",
}
BILL: Mapping[ItemKind, str] = {
    "nights": "房费",
    "weekend_nights": "周末房费",
    "dated_nights": "特定日期房费",
    "extra_guests": "额外房客",
    "cleaning_fee": "清洁费",
    "weekly_discount": "周租优惠",
    "monthly_discount": "月租优惠",
}
POLICY = {"flexible": "灵活", "moderate": "适中", "strict": "严格"}

_NEXT: Mapping[tuple[OrderStatus, Role], str] = {
    (_S.WAIT_ACCEPT, "custom"): "房东会在 {due} 之前答复。没有答复时订单自动过期，不收取费用。",
    (_S.WAIT_ACCEPT, "landlord"): "请在 {due} 之前接单或拒单，否则订单自动过期。",
    (_S.WAIT_PAYMENT, "custom"): "可以支付了。请在 {due} 之前支付，否则订单自动过期。",
    (_S.WAIT_PAYMENT, "landlord"): "客人须在 {due} 之前支付，否则订单自动过期。",
    (_S.PAID, "custom"): "已经订好了。{start} 入住，地址见下方。",
    (_S.PAID, "landlord"): "客人已支付，{start} 入住。",
    (_S.IN_STAY, "custom"): "祝您住得愉快。{end} 退房。",
    (_S.IN_STAY, "landlord"): "客人正在入住，{end} 退房。",
    (_S.WAIT_COMMENT, "custom"): "住得怎么样？您的评价会帮助后来的客人。",
    (_S.WAIT_COMMENT, "landlord"): "住宿已结束，等待客人评价。",
    (_S.COMPLETE, "custom"): "谢谢您的评价。",
    (_S.COMPLETE, "landlord"): "客人已经评价。",
    (_S.REJECTED, "custom"): "房东没有接受这个订单，没有收取费用。",
    (_S.REJECTED, "landlord"): "您没有接受这个订单。",
}
_ENDED = {_S.CANCELED: "订单已取消。", _S.EXPIRED: "没有在期限内答复或支付，订单已过期。"}
_REFUNDED = {_S.CANCELED: "订单已取消，{refund} 原路退回。", _S.EXPIRED: "订单已过期，迟到的付款 {refund} 原路退回。"}

_EVENTS: Mapping[str, str] = {
    "book": "提交订单",
    "accept": "房东接单",
    "reject": "房东拒单",
    "expire": "订单过期",
    "receive": "支付成功",
    "check_in": "办理入住",
    "complete": "住宿结束",
    "comment": "客人评价",
    "change": "更改入住",
    "late_payment": "迟到的付款将原路退回",
    "refund": "退款已到账",
}


class Step(NamedTuple):
    """A step of an order. `time` is a time, a date, or empty."""

    text: str
    time: str
    state: Literal["done", "now", "later"]


def comes_next(order: OrderView) -> str:
    """What comes next for the viewer, with places for due, start, end and refund."""
    if order.status in _ENDED:
        return (_REFUNDED if order.refund else _ENDED)[order.status]
    if order.status is _S.WAIT_COMMENT and order.role == "custom" and "comment" not in order.actions:
        return "住宿已结束，评价时间已过。"
    return _NEXT[order.status, order.role]


_WAITS_FOR: Mapping[tuple[OrderStatus, Role], str] = {
    (_S.WAIT_ACCEPT, "landlord"): "请在 {due} 之前答复",
    (_S.WAIT_PAYMENT, "custom"): "请在 {due} 之前支付",
}


def waits_for(order: OrderView) -> str:
    """What the viewer is asked to do, with a place for due; empty where there is nothing."""
    for action, text in (("comment", "请写评价"), ("reply", "请回复评价"), ("review", "请评价客人")):
        if action in order.actions:
            return text
    return _WAITS_FOR.get((order.status, order.role), "")


def timeline(order: OrderDetailsView) -> list[Step]:
    """What has happened to an order, and what will."""
    done = [Step(_event_text(event), event["time"], "done") for event in order.events]
    steps = list(_to_come(order))
    return done + [step._replace(state="now" if number == 0 else "later") for number, step in enumerate(steps)]


def _event_text(event: OrderEventView) -> str:
    if event["action"] == "cancel":
        return "客人取消订单" if event["actor"] is Actor.CUSTOM else "房东取消订单"
    return _EVENTS[event["action"]]


def _to_come(order: OrderDetailsView) -> Iterator[Step]:
    """The steps of an order that goes on as both parties wish."""
    status = order.status
    if status is _S.WAIT_ACCEPT:
        yield Step("等待房东答复", order.due or "", "later")
    if status in (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT):
        yield Step("等待支付", order.due or "" if status is _S.WAIT_PAYMENT else "", "later")
    if status in (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT, _S.PAID):
        yield Step("入住", order.start_date, "later")
    if status in (_S.WAIT_ACCEPT, _S.WAIT_PAYMENT, _S.PAID, _S.IN_STAY):
        yield Step("退房", order.end_date, "later")
    if status is _S.WAIT_COMMENT:
        yield Step("等待评价", "", "later")
