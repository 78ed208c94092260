"""The components of pages that have parameters: `{% module Field(form="login", name="mobile", label=…) %}`.

Each has its template in templates/parts/ and its states in templates/design/; docs/design.md lists them all.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from tornado.web import UIModule

from handlers.houses import rendering
from handlers.houses.views import PictureUrlsView, Width
from handlers.orders import page_texts
from handlers.orders.views import BillItemView, RefundView
from models.houses.prices import CancellationPolicy

_NO_ATTRIBUTES: Mapping[str, object] = {}


def _filled_in(names: dict[str, Any]) -> dict[str, Any]:
    """As `_given` for a field: with `box`, its id, and all attributes of the element, as HTML."""
    given = _given(names)
    box = f"{given['form']}-{given['name']}"
    notes = " ".join(f"{box}-{kind}" for kind in ("wrong", "hint") if given[kind])
    attributes = dict(given["attributes"])
    if given["wrong"]:
        attributes["aria-invalid"] = "true"
    if notes:
        attributes["aria-describedby"] = notes
    return given | {"box": box, "attributes": _as_html(attributes)}


def _as_html(attributes: Mapping[str, object]) -> str:
    """Attributes as HTML; one whose value is True stands alone."""
    written = (key if value is True else f'{key}="{escape(str(value))}"' for key, value in attributes.items())
    return " ".join(written)


def _given(names: dict[str, Any]) -> dict[str, Any]:
    """The parameters of `render`, from its `locals()`."""
    return {name: value for name, value in names.items() if name != "self"}


class Field(UIModule):
    """One line that people fill in.

    `form` is the id of its form, `before` and `after` stand in the same box (¥, a unit), `wrong` says what is wrong.
    An attribute whose value is True stands alone.
    """

    def render(
        self,
        *,
        form: str,
        name: str,
        label: str,
        kind: str = "text",
        value: object = "",
        hint: str = "",
        wrong: str = "",
        before: str = "",
        after: str = "",
        attributes: Mapping[str, object] = _NO_ATTRIBUTES,
    ) -> bytes:
        return self.render_string("parts/field.html", **_filled_in(locals()))


class Textarea(UIModule):
    """Several lines that people fill in."""

    def render(
        self,
        *,
        form: str,
        name: str,
        label: str,
        value: str = "",
        hint: str = "",
        wrong: str = "",
        attributes: Mapping[str, object] = _NO_ATTRIBUTES,
    ) -> bytes:
        return self.render_string("parts/textarea.html", **_filled_in(locals()))


class Select(UIModule):
    """One of several values. `options` are pairs of a value and its text; `value` is chosen."""

    def render(
        self,
        *,
        form: str,
        name: str,
        label: str,
        options: Sequence[tuple[object, str]],
        value: object = "",
        hint: str = "",
        wrong: str = "",
        attributes: Mapping[str, object] = _NO_ATTRIBUTES,
    ) -> bytes:
        return self.render_string("parts/select.html", **_filled_in(locals()))


class Check(UIModule):
    """A box to tick, or with `kind="radio"` one of several."""

    def render(
        self, *, name: str, label: str, value: object = "1", checked: bool = False, kind: str = "checkbox"
    ) -> bytes:
        return self.render_string("parts/check.html", **_given(locals()))


class Stepper(UIModule):
    """A small number with − and + beside it, or what stands for none (`empty`); needs static/stepper.js."""

    def render(
        self,
        *,
        form: str,
        name: str,
        label: str,
        value: int = 1,
        minimum: int = 0,
        maximum: int = 99,
        hint: str = "",
        empty: str = "",
    ) -> bytes:
        return self.render_string("parts/stepper.html", **_given(locals()))


class Card(UIModule):
    """A house in a list, from its card as JSON; without a house, the card that scripts fill.

    `stay` is the query for the link, `total` the price of that stay in fen; `eager` loads the picture at once.
    """

    def render(
        self,
        *,
        house: Mapping[str, Any] | None = None,
        stay: str = "",
        total: int | None = None,
        eager: bool = False,
    ) -> bytes:
        sizes = rendering.cover_sizes(house["image_url"]) if house else {}
        return self.render_string("parts/card.html", **_given(locals()))


class Avatar(UIModule):
    """Somebody's picture, or the first character of their name. `size` is small, large, or nothing."""

    def render(self, *, url: str | None, name: str, size: str = "") -> bytes:
        return self.render_string("parts/avatar.html", **_given(locals()))


class Rating(UIModule):
    """An average of 1 to 5, with the number of reviews; `value` is None without ratings."""

    def render(self, *, value: float | None, count: int | None = None) -> bytes:
        return self.render_string("parts/rating.html", **_given(locals()))


class Empty(UIModule):
    """What stands in place of an empty list: why it is empty, and what to do."""

    def render(self, *, sign: str, title: str, text: str = "", href: str = "", action: str = "") -> bytes:
        return self.render_string("parts/empty.html", **_given(locals()))


class DialogHead(UIModule):
    """The head of a dialog, with the button that closes it. The dialog has `aria-labelledby="{key}-title"`."""

    def render(self, *, key: str, title: str) -> bytes:
        return self.render_string("parts/dialog_head.html", **_given(locals()))


class Tabs(UIModule):
    """Links to the parts of a page: address, text, and a number to show or None. `current` is an address."""

    def render(self, *, label: str, tabs: Sequence[tuple[str, str, int | None]], current: str) -> bytes:
        return self.render_string("parts/tabs.html", **_given(locals()))


class Timeline(UIModule):
    """What has happened and what comes: text, time as text (or ""), and the state done, now or later."""

    def render(self, *, steps: Sequence[tuple[str, str, str]]) -> bytes:
        return self.render_string("parts/timeline.html", **_given(locals()))


class BackLink(UIModule):
    """A link to the page above this one."""

    def render(self, *, href: str, text: str) -> bytes:
        return self.render_string("parts/back_link.html", **_given(locals()))


class OrderPicture(UIModule):
    """The cover of an order's house, from `cover_sizes`; `width` is how wide it is shown (an img's `sizes`)."""

    def render(self, *, sizes: Mapping[Width, PictureUrlsView], width: str = "150px") -> bytes:
        return self.render_string("parts/order_picture.html", **_given(locals()))


class Bill(UIModule):
    """What a stay costs, line by line. Amounts are in fen."""

    def render(self, *, items: Sequence[BillItemView], total: int, deposit: int) -> bytes:
        return self.render_string("parts/bill.html", names=page_texts.BILL, **_given(locals()))


class Refunds(UIModule):
    """A cancellation policy, and what it refunds until which day."""

    def render(self, *, policy: CancellationPolicy, refunds: Sequence[RefundView]) -> bytes:
        return self.render_string("parts/refunds.html", name=page_texts.POLICY[policy], refunds=refunds)


class RealName(UIModule):
    """The form of the real-name check."""

    def render(self, *, longest_name: int, button: str) -> bytes:
        return self.render_string("parts/real_name.html", **_given(locals()))


class Password(UIModule):
    """A password with a button that shows it; needs static/password.js.

    `strength`, the lengths of a new password, adds a hint how strong it is.
    """

    def render(
        self,
        *,
        form: str,
        label: str,
        name: str = "password",
        autocomplete: str = "new-password",
        strength: Mapping[str, int] | None = None,
    ) -> bytes:
        box = f"{form}-{name}"
        attributes: dict[str, object] = {"autocomplete": autocomplete, "required": True}
        if strength:
            lengths = {"minlength": strength["minimum"], "maxlength": strength["maximum"]}
            attributes |= lengths | {"aria-describedby": f"{box}-strength"}
        return self.render_string("parts/password.html", **_given(locals()) | {"attributes": _as_html(attributes)})
