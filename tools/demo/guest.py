"""What the README's guest has done: orders in several states, and favourites."""

from collections.abc import Iterator
from datetime import date, timedelta

from models.houses import favourites, houses, listings, nights, prices, review_counts
from models.stay import Stay
from models.types import HouseId
from services.deps import Deps
from services.local_time import midnight, today
from services.orders.states import OrderStatus
from tools.demo import stays
from tools.demo.people import People
from tools.demo.reviews import Review
from tools.demo.stays import Booked
from utils.mysql import Queries

_ORDERS = (
    (OrderStatus.COMPLETE, -75, 3), (OrderStatus.REJECTED, -20, 2), (OrderStatus.WAIT_COMMENT, -6, 2),
    (OrderStatus.CANCELED, 24, 2), (OrderStatus.PAID, 9, 3),
)  # fmt: skip
"""State, days from today to the first night, number of nights; the newest last."""
_REVIEW = Review(
    5,
    "带爸妈来北京住了三晚，他们最喜欢早上在窗边喝茶。离地铁近，行李寄存到晚上，走之前还送了一袋点心。",
    "叔叔阿姨身体健康，欢迎再来！",
)
_FAVOURITES = 6


async def add_orders(
    deps: Deps, people: People, house_ids: list[HouseId], awaited: list[HouseId]
) -> dict[OrderStatus, HouseId]:
    """Orders at houses that are free then, and favourites; the stay to come is at one of the `awaited` houses.

    Returns the house of each order.
    """
    first = today(deps)

    async def work(queries: Queries) -> dict[OrderStatus, HouseId]:
        booked, rest, soon = {}, iter(house_ids[::-7] or house_ids), iter(awaited)
        for status, days, length in _ORDERS:
            start = first + timedelta(days=days)
            stay = Stay(start, start + timedelta(days=length))
            house_id = await _free(queries, soon if status is OrderStatus.PAID else rest, stay)
            if house_id is not None:
                await _add(queries, people, house_id, stay, status, first)
                booked[status] = house_id
        for house_id in house_ids[-40::7][:_FAVOURITES]:
            await favourites.add(queries, people.guest, house_id)
        return booked

    return await deps.db.transact(work)


async def _free(queries: Queries, house_ids: Iterator[HouseId], stay: Stay) -> HouseId | None:
    """The next of these houses whose nights are free."""
    for house_id in house_ids:
        if not await nights.between(queries, house_id, stay.start, stay.last_night):
            return house_id
    return None


async def _add(
    queries: Queries, people: People, house_id: HouseId, stay: Stay, status: OrderStatus, first: date
) -> None:
    house = await houses.get(queries, house_id)
    booked_on = min(stay.start, first) - timedelta(days=8)
    booked = Booked(house_id, house.user_id, people.guest, stay, midnight(booked_on) + timedelta(hours=11))
    if status is OrderStatus.COMPLETE:
        order_id = await stays.add_reviewed(queries, booked, _REVIEW, await prices.terms(queries, house_id))
        await review_counts.write(queries, house_id)
    else:
        order_id = await stays.add(queries, booked, status)
    await stays.add_story(queries, order_id, booked, status)
    await listings.write(queries, house_id, first)
