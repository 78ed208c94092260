"""Orders against a model of them: whatever is done in whatever order, ihome and the model agree after every step."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from tornado.ioloop import IOLoop

from services import jobs
from tests.conftest import Clock
from tests.makers import WIDE, Makers
from tests.scene import Scene

LIVE = {"WAIT_ACCEPT", "WAIT_PAYMENT", "PAID", "IN_STAY", "WAIT_COMMENT", "COMPLETE"}
MOVES = {
    ("host", "accept"): {"WAIT_ACCEPT": "WAIT_PAYMENT"},
    ("host", "reject"): {"WAIT_ACCEPT": "REJECTED"},
    ("guest", "cancel"): {"WAIT_ACCEPT": "CANCELED", "WAIT_PAYMENT": "CANCELED", "PAID": "CANCELED"},
    ("host", "cancel"): {"WAIT_PAYMENT": "CANCELED", "PAID": "CANCELED"},
}
some = st.integers(0, 10**6)


class Orders(RuleBasedStateMachine):
    """`known` has the nights of every order, counted from the first one, and its state."""

    scene: Scene
    make: Makers
    clock: Clock
    loop: IOLoop

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[int, tuple[set[int], str]] = {}
        self.blocked: set[int] = set()
        self.clock.ahead = timedelta()
        for table in ("house_nights", "idempotency_keys", "notices", "order_events", "payments", "orders"):
            self.run(self.make.change(f"DELETE FROM {table}"))  # noqa: S608

    def run(self, work: Any) -> Any:
        async def inside() -> Any:
            return await work

        return self.loop.run_sync(inside)

    def taken(self) -> set[int]:
        return self.blocked.union(*(nights for nights, status in self.known.values() if status in LIVE))

    @rule(start=st.integers(0, 12), days=st.integers(1, 4))
    def book(self, start: int, days: int) -> None:
        nights = set(range(start, start + days))
        answer = self.run(self.scene.guest.post("/api/v1.0/orders", self.scene.stay(start, days)))
        assert (answer.errno == 0) == (not nights & self.taken()), answer.json
        if answer.errno == 0:
            self.known[answer.data["order_id"]] = (nights, "WAIT_ACCEPT")

    @precondition(lambda self: self.known)
    @rule(which=some, move=st.sampled_from(sorted(MOVES)))
    def move(self, which: int, move: tuple[str, str]) -> None:
        order_id = sorted(self.known)[which % len(self.known)]
        nights, status = self.known[order_id]
        who, action = move
        person = self.scene.host if who == "host" else self.scene.guest
        answer = self.run(self.scene.do(person, order_id, action, reason="x"))
        target = MOVES[move].get(status)
        assert (answer.status == 200) == (target is not None), answer.json
        if target is not None:
            self.known[order_id] = (nights, target)

    @precondition(lambda self: any(status == "WAIT_PAYMENT" for _, status in self.known.values()))
    @rule(which=some)
    def pay(self, which: int) -> None:
        waiting = sorted(order for order, (_, status) in self.known.items() if status == "WAIT_PAYMENT")
        order_id = waiting[which % len(waiting)]
        assert self.run(self.scene.pay(order_id)).body == b"success"
        self.known[order_id] = (self.known[order_id][0], "PAID")

    @rule(nights=st.sets(st.integers(0, 15), max_size=4))
    def block(self, nights: set[int]) -> None:
        days = [f"{self.scene.first + timedelta(days=night)}" for night in nights]
        path = f"/api/v1.0/houses/{self.scene.house_id}/calendar"
        answer = self.run(self.scene.host.put(path, {"blocked": days}))
        assert (answer.errno == 0) == (not nights & (self.taken() - self.blocked)), answer.json
        if answer.errno == 0:
            self.blocked = nights

    @precondition(lambda self: self.clock.ahead < timedelta(days=8))
    @rule(minutes=st.sampled_from([20, 25 * 60]))
    def wait(self, minutes: int) -> None:
        self.clock.ahead += timedelta(minutes=minutes)
        self.run(jobs.expire_orders(self.scene.deps))
        for order_id in self.known:
            answer = self.run(self.scene.order(order_id))
            nights, status = self.known[order_id]
            if answer["status"] != status:
                assert (status, answer["status"]) in {("WAIT_ACCEPT", "EXPIRED"), ("WAIT_PAYMENT", "EXPIRED")} or (
                    status == "PAID" and answer["status"] == "WAIT_COMMENT"
                )
                self.known[order_id] = (nights, answer["status"])

    @invariant()
    def the_nights_are_the_models(self) -> None:
        rows = self.run(self.make.rows("SELECT night, order_id FROM house_nights"))
        found = {((row["night"] - self.scene.first).days, row["order_id"]) for row in rows}
        sold = {(night, order) for order, (nights, status) in self.known.items() if status in LIVE for night in nights}
        assert found == sold | {(night, None) for night in self.blocked}


@pytest.mark.settings(**WIDE, orders_pending=10_000)
@pytest.mark.parametrize("examples", [10, pytest.param(100, marks=pytest.mark.torture)])
def test_ihome_and_the_model_agree(scene: Scene, make: Makers, clock: Clock, io_loop: IOLoop, examples: int) -> None:
    machine = type("Machine", (Orders,), {"scene": scene, "make": make, "clock": clock, "loop": io_loop})
    checks = [HealthCheck.too_slow, HealthCheck.filter_too_much]
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=25, deadline=None, suppress_health_check=checks, database=None
        ),
    )
