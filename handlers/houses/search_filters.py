"""The filters of the search page: its form, and the links that add and remove one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from handlers.houses.form_fields import AmountInYuan, PageSize
from handlers.houses.forms import SearchForm
from models.houses.listings import SearchFilter
from models.types import Fen
from utils.money import yuan

_YUAN = {"min_yuan": "min_price", "max_yuan": "max_price"}
_AMOUNT = re.compile(r"\s*([0-9]{1,9})(?:\.([0-9]{1,2}))?\s*")
_PLACE = ("p", "after", "size")
"""Where in a list one is: no filter."""
_LISTS = ("facilities", "facility")


class SearchPageForm(SearchForm):
    """A search from the page's form, whose prices are in yuan."""

    size: PageSize = 18
    """How many houses a page has."""
    min_yuan: AmountInYuan | None = None
    """The lowest base price."""
    max_yuan: AmountInYuan | None = None
    """The highest base price."""

    @property
    def lowest(self) -> Fen | None:
        """The lowest base price, in fen."""
        return self.min_price if self.min_yuan is None else self.min_yuan

    @property
    def highest(self) -> Fen | None:
        """The highest base price, in fen."""
        return self.max_price if self.max_yuan is None else self.max_yuan

    @property
    def _filter(self) -> SearchFilter:
        return replace(super()._filter, min_price=self.lowest, max_price=self.highest)


@dataclass(frozen=True)
class SearchFilters:
    """What a query asks for: names and values in the order in which they were sent, prices in fen."""

    pairs: tuple[tuple[str, str], ...]

    @classmethod
    def of_query(cls, query: str) -> "SearchFilters":
        """Without what is empty, and without the place in the list."""
        return cls(tuple(_in_fen(name, value) for name, value in parse_qsl(query) if name not in _PLACE))

    def __getitem__(self, name: str) -> str:
        """The last value of a name; an empty text if it was not sent."""
        return next((value for key, value in reversed(self.pairs) if key == name), "")

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)

    @property
    def facilities(self) -> list[str]:
        """The ids of the facilities that are asked for, in whichever way a list is sent."""
        return [each for name, value in self.pairs if name in _LISTS for each in value.split(",") if each]

    def in_yuan(self, name: str) -> str:
        """A price in fen as the form's field in yuan shows it; what is no amount, as it was sent."""
        value = self[name.replace("yuan", "price")]
        return yuan(int(value)).replace(",", "") if re.fullmatch("[0-9]{1,11}", value) else self[name] or value

    def without(self, *names: str) -> "SearchFilters":
        """The same search without these filters."""
        return SearchFilters(tuple(pair for pair in self.pairs if pair[0] not in names))

    @property
    def without_sheet(self) -> "SearchFilters":
        """The same search without what the sheet of filters asks for."""
        return self.without("rooms", "beds", "instant", *_LISTS, "aid", "bounds", *_YUAN, *_YUAN.values())

    def without_facility(self, facility: str) -> "SearchFilters":
        """The same search without one facility."""
        others = tuple(("facilities", each) for each in self.facilities if each != facility)
        return SearchFilters(self.without(*_LISTS).pairs + others)

    def plus(self, name: str, value: str) -> "SearchFilters":
        """The same search with one filter set."""
        return SearchFilters((*self.without(name).pairs, (name, value)))

    @property
    def query(self) -> str:
        """For the API and for links."""
        return urlencode(self.pairs)

    @property
    def url(self) -> str:
        """The page of this search."""
        return f"/search?{self.query}" if self.pairs else "/search"


def _in_fen(name: str, value: str) -> tuple[str, str]:
    """A price in yuan as the API names it, in fen. What is no amount stays, so the page shows it as it was sent."""
    amount = _AMOUNT.fullmatch(value) if name in _YUAN else None
    return (_YUAN[name], f"{int(amount[1])}{amount[2] or '':0<2}".lstrip("0") or "0") if amount else (name, value)
