"""The planner of searches: one decision table."""

from dataclasses import dataclass

from models.houses.listings import SearchFilter, SearchPlan, SearchSort

MIN_FREE_HOUSES = 100
"""Below this number of free houses, the bitmap index finds them faster than reading in the order of the sort."""
MIN_HOUSES_IN_BOX = 1000
"""Below this number of houses in a part of the map, the index on positions finds them faster."""


@dataclass(frozen=True)
class Rule:
    """One row of the table. None matches anything."""

    has_text: bool | None
    in_box: bool | None
    dates_in_one_district: bool | None
    by_age: bool | None
    """Whether the newest houses come first."""
    few: bool | None
    """Whether fewer houses are found than MIN_HOUSES_IN_BOX in a box, or else than MIN_FREE_HOUSES."""
    plan: SearchPlan


RULES = (
    Rule(True, None, None, None, None, SearchPlan.FULL_TEXT),
    Rule(False, True, None, None, True, SearchPlan.BOX_FIRST),
    Rule(False, True, None, None, False, SearchPlan.SORT_ORDER),
    Rule(False, False, False, None, None, SearchPlan.SORT_ORDER),
    # the index with the bitmaps is in this very order
    Rule(False, False, True, True, None, SearchPlan.SORT_ORDER),
    Rule(False, False, True, False, True, SearchPlan.BITMAP_FIRST),
    Rule(False, False, True, False, False, SearchPlan.SORT_ORDER),
)
"""The first rule that matches decides."""


def needs_count(search: SearchFilter, sort: SearchSort) -> bool:
    """Whether the plan depends on how many houses are found, which are then counted first."""
    return len({_plan(search, sort, few=few) for few in (True, False)}) > 1


def choose(search: SearchFilter, sort: SearchSort, count: int | None) -> SearchPlan:
    """The plan of a search; `count` is how many houses it finds, None where that is not known."""
    least = MIN_FREE_HOUSES if search.box is None else MIN_HOUSES_IN_BOX
    return _plan(search, sort, few=count is not None and count < least)


def _plan(search: SearchFilter, sort: SearchSort, *, few: bool) -> SearchPlan:
    facts = (bool(search.words), search.box is not None, search.dates_in_one_district, sort == "new", few)
    for rule in RULES:
        conditions = (rule.has_text, rule.in_box, rule.dates_in_one_district, rule.by_age, rule.few)
        if all(wanted in (None, fact) for wanted, fact in zip(conditions, facts, strict=True)):
            return rule.plan
    raise AssertionError("the table covers every search")
