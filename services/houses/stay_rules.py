"""What hosts do with the rules of a house: which stays it accepts, and what further guests pay."""

from collections.abc import Callable

from models.houses import listing_rules, prices
from models.houses.stay_rules import Season, StayRules
from models.stay import MAX_NIGHTS
from models.types import HouseId
from services import limits
from services.deps import Deps
from services.errors import BadParameters, Message
from services.houses.access import NoSuchHouse, lock_owned_house
from services.houses.changes import change_house
from services.houses.prices import require_terms
from utils.mysql import Queries
from utils.sessions import Session


async def show(deps: Deps, viewer: Session | None, house_id: HouseId) -> StayRules:
    """The rules of a house. Raises NoSuchHouse unless it is listed or the viewer's own."""
    async with deps.db.connection() as queries:
        terms = await require_terms(queries, house_id)
    if not terms.listed and (viewer is None or viewer.user_id != terms.host_id):
        raise NoSuchHouse
    return terms.rules


async def change(deps: Deps, session: Session, house_id: HouseId, change: Callable[[StayRules], StayRules]) -> None:
    """Change the rules of a house; orders that are booked stay as they are.

    Raises NoSuchHouse, WrongRole for somebody else's house, BadParameters for rules that contradict each other, and
    TooOften.
    """

    async def work(queries: Queries) -> None:
        await lock_owned_house(queries, session, house_id)
        rules = change((await require_terms(queries, house_id)).rules)
        if wrong := contradictions(rules):
            raise BadParameters(fields=wrong)
        await prices.set_rules(queries, house_id, rules)
        await listing_rules.forget(queries, house_id)

    await limits.acquire(deps, ("house_per_user", str(session.user_id)))
    await change_house(deps, house_id, work)


def contradictions(rules: StayRules) -> dict[str, Message]:
    """Which fields set a shortest stay above the longest one, or a price for guests who are not counted."""
    wrong: dict[str, Message] = {}
    weekdays = range(7)
    own = [day for day in weekdays if rules.weekday_min_nights[day] or rules.weekday_max_nights[day]]
    if not all(_is_possible(rules, weekday) for weekday in own):
        wrong["weekday_min_nights"] = "最少晚数不能多于最多晚数"
    if not all(_is_possible(rules, weekday, season) for season in rules.seasons for weekday in weekdays):
        wrong["seasons"] = "最少晚数不能多于最多晚数"
    if rules.extra_guest_price and not rules.included_guests:
        wrong["included_guests"] = "加人收费时，请填写已包含的人数"
    return wrong


def _is_possible(rules: StayRules, weekday: int, season: Season | None = None) -> bool:
    """Whether a stay can be long enough which begins on such a day; `weekday` counts from Monday, 0."""
    shortest = (season and season.min_nights) or rules.weekday_min_nights[weekday] or rules.min_nights
    longest = (season and season.max_nights) or rules.weekday_max_nights[weekday] or rules.max_nights
    return shortest <= (longest or MAX_NIGHTS)
