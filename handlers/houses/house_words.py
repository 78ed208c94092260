"""What the pages of houses and hosts say with a number: beds, months, times to answer."""

from collections.abc import Callable
from typing import Any

from tornado.locale import Locale

from handlers.api.template_names import MONTHS

_HOUR, _DAY = 3600, 86400
_BEDS = {
    "single": "{n} 张单人床",
    "double": "{n} 张双人床",
    "queen": "{n} 张大床",
    "bunk": "{n} 张上下铺",
    "sofa": "{n} 张沙发床",
    "tatami": "{n} 张榻榻米",
    "crib": "{n} 张婴儿床",
}


def house_words(locale: Locale) -> dict[str, Callable[..., Any]]:
    """The functions by their names in templates."""

    def counted(text: str, count: int) -> str:
        return str(locale.translate(text, text, count)).format(n=count)

    def beds(kind: str, count: int) -> str:
        """So many beds of one kind."""
        return counted(_BEDS[kind], count)

    def within(seconds: int) -> str:
        """How fast a host answers, in whole hours or days."""
        if seconds <= _DAY:
            return counted("一般 {n} 小时内答复", max(1, -(-seconds // _HOUR)))
        return counted("一般 {n} 天内答复", -(-seconds // _DAY))

    def month(text: str) -> str:
        """A month, from 2026-11."""
        year, number = map(int, text.split("-"))
        return str(locale.translate("{year}年{month}月")).format(year=year, month=number, name=MONTHS[number - 1])

    return {"beds": beds, "within": within, "month": month}
