"""The filters of a search that are on, in words, each with the search without it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tornado.locale import Locale

from handlers.api.template_names import money, template_names
from handlers.houses.search_filters import SearchFilters, SearchPageForm
from models.houses.areas import NamedId
from services.houses.search_facets import DroppedFilter

Known = Mapping[str, Sequence[NamedId]]
"""The `areas` and the `facilities`."""
Chip = tuple[str, SearchFilters]
Hint = tuple[str, SearchFilters, int]
"""What a search becomes, that search, and how many houses it finds."""


def active_filters(filters: SearchFilters, form: SearchPageForm, known: Known, locale: Locale) -> list[Chip]:
    """In the order of importance."""
    return [
        *_place(filters, form, known["areas"], locale),
        *_stay(filters, form, locale),
        *_price(filters, form, locale),
        *_rooms(filters, form, locale),
        *_facilities(filters, form, known["facilities"], locale),
    ]


def _place(filters: SearchFilters, form: SearchPageForm, areas: Iterable[NamedId], locale: Locale) -> Iterator[Chip]:
    if form.q:
        yield f"“{form.q}”", filters.without("q")
    for area in areas:
        if area.id == form.aid:
            yield str(locale.translate(area.name)), filters.without("aid")
    if form.bounds:
        yield str(locale.translate("地图区域")), filters.without("bounds")


def _stay(filters: SearchFilters, form: SearchPageForm, locale: Locale) -> Iterator[Chip]:
    words = template_names(locale)
    if form.sd or form.ed:
        yield " – ".join(words["day"](each) for each in (form.sd, form.ed) if each), filters.without("sd", "ed")
    if form.capacity:
        yield words["plural"](form.capacity, "{n} 人"), filters.without("capacity")


def _price(filters: SearchFilters, form: SearchPageForm, locale: Locale) -> Iterator[Chip]:
    low, high = form.lowest, form.highest
    if low is None and high is None:
        return
    rest = filters.without("min_price", "max_price")
    if low is None or high is None:
        text = "{price} 起" if high is None else "{price} 以内"
        yield locale.translate(text).format(price=money(low if low is not None else high or 0)), rest
    else:
        yield f"{money(low)} – {money(high)}", rest


def _rooms(filters: SearchFilters, form: SearchPageForm, locale: Locale) -> Iterator[Chip]:
    if form.rooms:
        yield locale.translate("{n} 室起").format(n=form.rooms), filters.without("rooms")
    if form.beds:
        yield locale.translate("{n} 张床起").format(n=form.beds), filters.without("beds")
    if form.instant:
        yield str(locale.translate("即时预订")), filters.without("instant")


def _facilities(
    filters: SearchFilters, form: SearchPageForm, facilities: Iterable[NamedId], locale: Locale
) -> Iterator[Chip]:
    for facility in facilities:
        if facility.id in form.facilities:
            yield str(locale.translate(facility.name)), filters.without_facility(str(facility.id))


_DROPPED = {
    "q": ("不限关键词", ("q",)),
    "aid": ("全部区域", ("aid",)),
    "dates": ("任意日期", ("sd", "ed")),
    "price": ("价格不限", ("min_price", "max_price")),
    "capacity": ("人数不限", ("capacity",)),
    "rooms": ("卧室不限", ("rooms",)),
    "beds": ("床数不限", ("beds",)),
    "instant": ("不限即时预订", ("instant",)),
    "facilities": ("设施不限", ("facilities", "facility")),
    "bounds": ("整个地图", ("bounds",)),
}
"""What a search becomes without one of its filters, and the fields of that filter."""


def without_one_filter(filters: SearchFilters, drop: Iterable[DroppedFilter], locale: Locale) -> list[Hint]:
    """For a search that finds nothing: what it becomes without a filter, and how many houses it then finds."""
    hints = []
    for each in drop:
        text, names = _DROPPED[each.filter]
        hints.append((str(locale.translate(text)), filters.without(*names), each.house_count))
    return hints
