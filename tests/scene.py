"""Where a test about orders starts: a host with a house, and a guest who may book it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services.deps import Deps
from services.local_time import today
from tests.client import Answer, Client
from tests.makers import Makers

NewClient = Callable[[], Client]


@dataclass
class Scene:
    host: Client
    guest: Client
    host_id: int
    house_id: int
    first: date
    """A Monday, about two weeks ahead."""
    deps: Deps
    make: Makers
    new_client: NewClient

    def stay(self, start: int = 0, days: int = 2, **more: Any) -> dict[str, Any]:
        first = self.first + timedelta(days=start)
        dates = {"start_date": f"{first}", "end_date": f"{first + timedelta(days=days)}"}
        return {"house_id": self.house_id} | dates | more

    async def book(self, start: int = 0, days: int = 2, guest: Client | None = None, **more: Any) -> int:
        answer = await (guest or self.guest).post("/api/v1.0/orders", self.stay(start, days, **more))
        assert (answer.status, answer.errno) == (201, 0), answer.json
        return int(answer.data["order_id"])

    async def another_guest(self) -> Client:
        client = self.new_client()
        await self.make.guest(client)
        return client

    async def do(self, who: Client, order_id: int, action: str, **more: Any) -> Answer:
        return await who.put(f"/api/v1.0/orders/{order_id}/status", {"action": action} | more)

    async def accepted(self, start: int = 0, days: int = 2) -> int:
        order_id = await self.book(start, days)
        assert (await self.do(self.host, order_id, "accept")).errno == 0
        return order_id

    async def paid(self, start: int = 0, days: int = 2) -> int:
        order_id = await self.accepted(start, days)
        assert (await self.pay(order_id)).body == b"success"
        return order_id

    async def begin_payment(self, order_id: int) -> str:
        """Returns our number for it."""
        answer = await self.do(self.guest, order_id, "pay")
        assert answer.errno == 0, answer.json
        return str(answer.data["pay_url"].rpartition("/")[2])

    async def pay(self, order_id: int) -> Answer:
        """Pay, and have the payment service's notice delivered."""
        number = await self.begin_payment(order_id)
        return await self.notify(number, (await self.order(order_id))["amount"])

    async def notify(self, number: str, amount: int, **changes: str) -> Answer:
        assert self.deps.pay_page
        body = self.deps.pay_page.notice(number, "2026112122001400000000000001", amount, **changes)
        return await self.send_notice(body)

    async def send_notice(self, body: str) -> Answer:
        headers = {"Content-Type": "application/x-www-form-urlencoded; text/html; charset=utf-8"}
        path = "/api/v1.0/payments/notice"
        return await self.new_client().post(path, body=body.encode(), headers=headers)

    async def order(self, order_id: int) -> dict[str, Any]:
        answer = await self.guest.get(f"/api/v1.0/orders/{order_id}")
        assert answer.errno == 0, answer.json
        shown: dict[str, Any] = answer.data["order"]
        return shown

    async def status(self, order_id: int) -> str:
        return str((await self.order(order_id))["status"])

    async def taken(self) -> list[str]:
        """The nights that cannot be booked, counted from `first`."""
        answer = await self.guest.get(f"/api/v1.0/houses/{self.house_id}/calendar")
        taken: list[str] = answer.data["taken"]
        return taken

    def nights(self, start: int, days: int) -> list[str]:
        return [f"{self.first + timedelta(days=start + number)}" for number in range(days)]


async def a_scene(new_client: NewClient, make: Makers, deps: Deps, **house: Any) -> Scene:
    host, guest = new_client(), new_client()
    host_id = (await make.host(host)).id
    await make.guest(guest)
    ahead = today(deps) + timedelta(days=14)
    first = ahead + timedelta(days=-ahead.weekday() % 7)
    return Scene(host, guest, host_id, await make.house(host, **house), first, deps, make, new_client)
