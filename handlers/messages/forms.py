"""Forms of the endpoints about messages."""

from typing import Annotated, Any

from pydantic import Field, ValidationInfo, field_validator

from handlers.api.form_types import EMPTY_IS_NONE, Checked, matching, text, whole_number, wrong
from handlers.api.forms import Form
from handlers.houses.form_fields import Id, ImageIds, OrderIdField, PageSize, Reason, UserIdField, story
from handlers.houses.forms import HouseIdForm
from models.types import MessageId, ThreadId
from services.messages.quick_replies import MAX_REPLIES
from services.messages.sending import MAX_PICTURES, Draft

MAX_CHARACTERS = 2000
MAX_REPLY_CHARACTERS = 500
_TOO_LONG = "应为不超过 2000 字的文本"
_REPLY = text(MAX_REPLY_CHARACTERS)
_HEX = "[0-9a-f]"

ThreadIdField = Annotated[ThreadId, whole_number(1, 10**18 - 1, "编号格式错误", "编号格式错误"), Field(examples=[7])]
MessageIdField = Annotated[MessageId, whole_number(1, 10**18 - 1, "编号格式错误", "编号格式错误"), Field(examples=[7])]
Bound = Annotated[int, whole_number(0, 10**18 - 1, "编号格式错误", "编号格式错误")]
ClientId = Annotated[
    str,
    matching(rf"{_HEX}{{8}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{4}}-{_HEX}{{12}}", "应为小写的 UUID"),
    Field(examples=["0b7f6d0e-6f0c-4d3a-9d43-6f4f3a1f0c11"]),
]
MessageText = Annotated[str, story(0, _TOO_LONG, MAX_CHARACTERS), Field(examples=["请问可以早一点入住吗？"])]
Query = Annotated[str, text(64), Field(examples=["停车"])]


def _replies(value: object) -> list[str]:
    if not isinstance(value, list) or len(value) > MAX_REPLIES:
        raise wrong("最多 20 条")
    return [_REPLY.check(each) for each in value]


Replies = Annotated[
    list[str],
    Checked(
        _replies,
        {"type": "array", "items": {"type": "string", "maxLength": MAX_REPLY_CHARACTERS}, "maxItems": MAX_REPLIES},
    ),
    Field(examples=[["入住时间是 15:00 以后。"]]),
]


class ThreadForm(Form):
    """Names one thread."""

    thread_id: ThreadIdField
    """The thread's id."""


class ThreadsForm(Form):
    """Which of one's threads to list."""

    q: Annotated[Query | None, EMPTY_IS_NONE] = None
    """Only threads that hold this text, in a recent message, the house's title or the other's name."""
    after: Id | None = None
    """The `next` of the page before."""
    size: PageSize = 20
    """How many threads a page has."""


class MessagesForm(ThreadForm):
    """Which part of a thread to show; without `before` and `after`, its end."""

    before: Id | None = None
    """Only messages before this id."""
    after: Bound | None = None
    """Only messages behind this id; it takes precedence over `before`."""
    size: PageSize = 30
    """How many messages at most."""


class MessageForm(ThreadForm):
    """A message to send: a text, pictures, or both."""

    client_id: ClientId
    """The sender's own id of the message, a UUID. A repeated request with it sends nothing."""
    images: ImageIds = Field(default=[])
    """The ids of up to 10 pictures that were uploaded before."""
    text: MessageText
    """What to say; may be empty beside pictures."""

    @field_validator("images")
    @classmethod
    def _few(cls, value: list[Any]) -> list[Any]:
        if len(value) > MAX_PICTURES or len(set(value)) < len(value):
            raise wrong("最多 10 张图片，不能重复")
        return value

    @field_validator("text")
    @classmethod
    def _something(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("images"):
            raise wrong("请输入消息")
        return value

    @property
    def draft(self) -> Draft:
        """The message, for the service."""
        return Draft(self.text, tuple(self.images), self.client_id)


class ReadMarkForm(ThreadForm):
    """Up to where a thread is read."""

    message_id: MessageIdField
    """The last message that the user has seen."""


class UserForm(Form):
    """Names another user."""

    user_id: UserIdField
    """The user's id."""


class ReportForm(Form):
    """Why a message should not have been sent."""

    message_id: MessageIdField
    """The message's id."""
    reason: Annotated[Reason, Field(examples=["要求在平台外付款"])]
    """What is wrong with it; the admins read it."""


class ReportsForm(Form):
    """One page of reports."""

    after: Id | None = None
    """The `next` of the page before."""
    size: PageSize = 20
    """How many reports a page has."""


class QuickRepliesForm(Form):
    """Texts that a user sends often."""

    replies: Replies
    """Up to 20 texts of up to 500 characters, in the user's order; they replace the earlier ones."""


class HouseThreadForm(HouseIdForm):
    """The house that a guest asks about."""


class OrderThreadForm(Form):
    """The order that the two talk about."""

    order_id: OrderIdField
    """The order's id."""


class ThreadPageForm(ThreadForm):
    """A thread's page for browsers."""

    before: Id | None = None
    """Shows the messages before this one."""
