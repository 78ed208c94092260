"""The planner of searches: one decision table."""

from dataclasses import dataclass

from models.houses.listings import SearchFilter, SearchPlan, SearchSort

MIN_FREE_HOUSES = 100
"""Below this number of free houses, the bitmap index finds them faster than reading in the order of the sort."""


@dataclass(frozen=True)
class Rule:
    """One row of the table. None matches anything."""

    has_text: bool | None
    dates_in_one_district: bool | None
    by_age: bool | None
    """Whether the newest houses come first."""
    few_are_free: bool | None
    plan: SearchPlan


RULES = (
    Rule(True, None, None, None, SearchPlan.FULL_TEXT),
    Rule(False, False, None, None, SearchPlan.SORT_ORDER),
    # the index with the bitmaps is in this very order
    Rule(False, True, True, None, SearchPlan.SORT_ORDER),
    Rule(False, True, False, True, SearchPlan.BITMAP_FIRST),
    Rule(False, True, False, False, SearchPlan.SORT_ORDER),
)
"""The first rule that matches decides."""


def needs_count(search: SearchFilter, sort: SearchSort) -> bool:
    """Whether the plan depends on how many houses are free, which are then counted first."""
    return len({_plan(search, sort, few_are_free=few) for few in (True, False)}) > 1


def choose(search: SearchFilter, sort: SearchSort, count: int | None) -> SearchPlan:
    """The plan of a search; `count` is how many houses it finds, None where that is not known."""
    return _plan(search, sort, few_are_free=count is not None and count < MIN_FREE_HOUSES)


def _plan(search: SearchFilter, sort: SearchSort, *, few_are_free: bool) -> SearchPlan:
    facts = (bool(search.words), search.dates_in_one_district, sort == "new", few_are_free)
    for rule in RULES:
        conditions = (rule.has_text, rule.dates_in_one_district, rule.by_age, rule.few_are_free)
        if all(wanted in (None, fact) for wanted, fact in zip(conditions, facts, strict=True)):
            return rule.plan
    raise AssertionError("the table covers every search")
