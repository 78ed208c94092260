"""The rules of a house in words, as guests and hosts read them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from tornado.locale import Locale

from handlers.api.template_names import template_names

WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_MAX_DATES = 6
"""So many single dates are written out."""
_END_OF_DAY, _YEAR = 24, 365


def stay_rule_words(locale: Locale) -> Callable[[Mapping[str, Any], date], list[str]]:
    """Writes the rules of a house, as the API shows them, in sentences; dates before the given day are left out."""
    words = _Words(locale)

    def sentences(rules: Mapping[str, Any], today: date) -> list[str]:
        return [*words.booking(rules), *words.nights(rules, today), *words.closed(rules, today), *words.more(rules)]

    return sentences


class _Words:
    """The sentences of each kind of rule."""

    def __init__(self, locale: Locale) -> None:
        self._translate = locale.translate
        names = template_names(locale)
        self._plural, self._day, self._money = names["plural"], names["day"], names["money"]

    def booking(self, rules: Mapping[str, Any]) -> Iterator[str]:
        """When a guest may book."""
        days, hour = rules["notice_days"], rules["notice_hour"]
        if days and hour < _END_OF_DAY:
            yield self._plural(days, "须在入住前 {n} 天的 {{hour}}:00 前预订").format(hour=hour)
        elif days:
            yield self._plural(days, "须提前 {n} 天预订")
        elif hour < _END_OF_DAY:
            yield self._translate("当天入住须在 {hour}:00 前预订").format(hour=hour)
        if rules["window_days"] < _YEAR:
            yield self._plural(rules["window_days"], "只能预订 {n} 天以内的日期")

    def nights(self, rules: Mapping[str, Any], today: date) -> Iterator[str]:
        """How long guests stay, by the day of arrival."""
        yield from self._by_weekday(rules["weekday_min_nights"], "{{days}}入住至少 {n} 晚")
        yield from self._by_weekday(rules["weekday_max_nights"], "{{days}}入住最多 {n} 晚")
        for season in (each for each in rules["seasons"] if each["last_day"] >= today.isoformat()):
            days = self._translate("{first}至{last}").format(
                first=self._day(season["first_day"], year=True), last=self._day(season["last_day"])
            )
            if season["min_nights"]:
                yield self._plural(season["min_nights"], "{{days}}入住至少 {n} 晚").format(days=days)
            if season["max_nights"]:
                yield self._plural(season["max_nights"], "{{days}}入住最多 {n} 晚").format(days=days)

    def _by_weekday(self, nights: Sequence[int], text: str) -> Iterator[str]:
        """A sentence for each number, with all weekdays that have it."""
        having = sorted((count, day) for day, count in enumerate(nights, 1) if count)
        for count, group in groupby(having, key=lambda each: each[0]):
            yield self._plural(count, text).format(days=self._weekdays([day for _, day in group]))

    def closed(self, rules: Mapping[str, Any], today: date) -> Iterator[str]:
        """On which days nobody arrives or leaves."""
        for kind, text in (("arrival", "{days}不可入住"), ("departure", "{days}不可离店")):
            if weekdays := rules[f"no_{kind}_weekdays"]:
                yield self._translate(text).format(days=self._weekdays(weekdays))
            if dates := [each for each in rules[f"no_{kind}_dates"] if each >= today.isoformat()]:
                yield self._translate(text).format(days=self._dates(dates))

    def more(self, rules: Mapping[str, Any]) -> Iterator[str]:
        """Gaps, and further guests."""
        if rules["fills_gaps"]:
            yield self._translate("两次入住之间的空档可以整段预订，不受最少晚数限制")
        if rules["extra_guest_price"]:
            price = self._money(rules["extra_guest_price"])
            yield self._plural(rules["included_guests"], "价格含 {n} 人，每多 1 人每晚加 {{price}}").format(price=price)

    def _weekdays(self, weekdays: Sequence[int]) -> str:
        return self._listed([self._translate(WEEKDAYS[weekday - 1]) for weekday in weekdays])

    def _dates(self, dates: Sequence[str]) -> str:
        shown = self._listed([self._day(each) for each in dates[:_MAX_DATES]])
        left = len(dates) - _MAX_DATES
        return self._plural(left, "{{days}}等另外 {n} 天").format(days=shown) if left > 0 else shown

    def _listed(self, parts: Sequence[str]) -> str:
        comma = self._translate("、")
        return (f"{comma} " if comma.isascii() else comma).join(parts)
