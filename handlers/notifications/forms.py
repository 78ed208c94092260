"""Forms of the endpoints about notifications."""

from datetime import time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from handlers.api.form_types import EMPTY_IS_NONE, matching, whole_number, wrong
from handlers.api.forms import Form
from handlers.houses.form_fields import Id, PageSize, YesOrNo
from models.notifications.settings import Language, QuietHours
from models.notifications.types import Channel
from services.notifications.kinds import BY_NAME
from services.notifications.preferences import Change, Choices

_MAX_IDS = 100
_MAX_CHOICES = 3 * len(BY_NAME)

Sequence = Annotated[int, whole_number(0, 10**18 - 1), Field(examples=[7])]
ClockTime = Annotated[str, matching(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", "时间应为 HH:MM"), Field(examples=["22:00"])]
KindName = Annotated[str, matching(r"[a-z_]{1,32}", "通知的种类不正确"), Field(examples=["booked"])]


class NotificationsForm(Form):
    """One page of notifications."""

    after: Id | None = None
    """The `next` of the page before."""
    size: PageSize = 20
    """How many notifications a page has."""


class NotificationPageForm(Form):
    """A page of notifications for browsers."""

    after: Id | None = None
    """The last notification of the page before."""


class ReadForm(Form):
    """Which notifications were read: those up to a number, or those of some numbers, or both."""

    up_to: Sequence | None = None
    """All notifications up to this id."""
    ids: Annotated[list[Id], Field(max_length=_MAX_IDS, fail_fast=True)] | None = None
    """These notifications; 100 at most."""

    @model_validator(mode="after")
    def _something(self) -> "ReadForm":
        if self.up_to is None and not self.ids:
            raise wrong("请至少填写一项")
        return self


class ChoiceForm(BaseModel):
    """Whether one kind of notification goes over one channel."""

    model_config = ConfigDict(strict=True, frozen=True, extra="ignore", use_attribute_docstrings=True)
    kind: KindName
    """The name of the kind, from the list of kinds."""
    channel: Channel
    """The channel."""
    on: YesOrNo
    """Whether it is wanted there."""


class SettingsForm(Form):
    """Settings to change; what is left out stays as it is."""

    language: Annotated[Language | None, EMPTY_IS_NONE] = None
    """The language in which the user is written to."""
    quiet: YesOrNo | None = None
    """false: no quiet hours."""
    quiet_from: Annotated[ClockTime | None, EMPTY_IS_NONE] = None
    """When quiet hours begin, local time; together with `quiet_until`."""
    quiet_until: Annotated[ClockTime | None, EMPTY_IS_NONE] = None
    """When they end, which may be the next day."""
    choices: Annotated[list[ChoiceForm], Field(max_length=_MAX_CHOICES, fail_fast=True)] | None = None
    """Kinds and channels to switch on or off."""

    @model_validator(mode="after")
    def _both_times(self) -> "SettingsForm":
        if (self.quiet_from is None) != (self.quiet_until is None):
            raise wrong("请填写免打扰的开始和结束时间")
        if self.quiet_from is not None and self.quiet_from == self.quiet_until:
            raise wrong("免打扰的开始和结束时间应不同")
        return self

    @property
    def change(self) -> Change:
        """The change, for the service."""
        quiet: QuietHours | Literal["none"] | None = None
        if self.quiet is False:
            quiet = "none"
        elif self.quiet_from and self.quiet_until:
            quiet = QuietHours(time.fromisoformat(self.quiet_from), time.fromisoformat(self.quiet_until))
        return Change(self.language, quiet, None if self.choices is None else _choices(self.choices))


def _choices(sent: list[ChoiceForm]) -> Choices:
    found: dict[str, dict[Channel, bool]] = {}
    for each in sent:
        found.setdefault(each.kind, {})[each.channel] = each.on
    return found
