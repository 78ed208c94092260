"""The functions that every template may use: icons, money, dates, plurals and names in the reader's language."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import orjson
from tornado.locale import Locale

from utils.money import yuan

_ICONS = Path(__file__).parents[2] / "node_modules" / "@iconify-json" / "lucide" / "icons.json"
_STROKE = re.compile(r' (?:fill="none"|stroke(?:-[a-z]+)?="[^"]*")')
AREAS = (
    "东城区", "西城区", "朝阳区", "海淀区", "昌平区", "丰台区", "房山区", "通州区",
    "顺义区", "大兴区", "怀柔区", "平谷区", "密云区", "延庆区", "石景山区", "门头沟区",
)  # fmt: skip
FACILITIES = (
    "无线网络", "热水淋浴", "空调", "暖气", "允许吸烟", "饮水设备", "牙具", "香皂", "拖鞋", "手纸", "毛巾",
    "沐浴露、洗发露", "冰箱", "洗衣机", "电梯", "允许做饭", "允许带宠物", "允许聚会", "门禁系统", "停车位",
    "有线网络", "电视", "浴缸",
)  # fmt: skip
"""The names of the migrations, which are translated; a name that an operator adds stays as it is."""
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def template_names(locale: Locale) -> dict[str, Callable[..., Any]]:
    """The functions by their names in templates."""

    def plural(count: int, text: str) -> str:
        """A text with `{n}` for the count, in its singular or plural form."""
        return str(locale.translate(text, text, count)).format(n=count)

    def day(when: date | str, *, year: bool = False) -> str:
        """A date as people read it, from a date or its ISO text: 24 Dec, with `year` 24 Dec 2026."""
        moment = date.fromisoformat(when[:10]) if isinstance(when, str) else when
        text = locale.translate("{year}年{month}月{day}日" if year else "{month}月{day}日")
        parts = {"year": moment.year, "month": moment.month, "day": moment.day, "name": MONTHS[moment.month - 1]}
        return str(text).format(**parts)

    def area_name(name: str) -> str:
        """The name of a district or a facility, which the database has in Chinese."""
        return str(locale.translate(name))

    def forms(text: str) -> tuple[str, str]:
        """The singular and the plural of a text with `{n}`, for scripts."""
        return tuple(str(locale.translate(text, text, count)) for count in (1, 2))  # type: ignore[return-value]

    def area_names() -> dict[str, str]:
        """The names of districts and facilities for scripts, where they differ from the database's."""
        return {name: area_name(name) for name in (*AREAS, *FACILITIES) if area_name(name) != name}

    return {
        "icon": icon,
        "money": money,
        "plural": plural,
        "forms": forms,
        "day": day,
        "area_name": area_name,
        "area_names": area_names,
    }


def money(fen: int) -> str:
    """An amount with its sign: ¥399."""
    return f"-¥{yuan(-fen)}" if fen < 0 else f"¥{yuan(fen)}"


def icon(name: str, label: str = "", *, filled: bool = False) -> str:
    """An icon of Lucide (https://lucide.dev) as HTML. Without a label it is decoration.

    Raises KeyError for an unknown name.
    """
    kind = "icon filled" if filled else "icon"
    meaning = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    return f'<svg class="{kind}" viewBox="0 0 24 24" {meaning}>{_shapes(name)}</svg>'


@cache
def _shapes(name: str) -> str:
    """What is drawn, without the attributes that static/parts.css gives the whole icon."""
    found = _icons()
    kept = found["icons"].get(name) or found["icons"][found["aliases"][name]["parent"]]
    return _STROKE.sub("", kept["body"])


@cache
def _icons() -> Any:
    return orjson.loads(_ICONS.read_bytes())
