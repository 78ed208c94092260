"""Workers are killed at random while they tell people: each event reaches each address once."""

import asyncio
import json
import random
from collections import Counter
from pathlib import Path

import pytest

from config import Config
from services import jobs
from services.events import planning
from tests.makers import WIDE, Makers
from tests.scene import Scene
from tests.torture.test_frozen_worker import workers

pytestmark = [
    pytest.mark.torture,
    pytest.mark.settings(**WIDE, orders_pending=1000, limit_sms_notifications_per_mobile="1000/1m"),
]
_WAVES, _ORDERS, _KILLS = 6, 8, 4


async def test_no_kill_of_a_worker_loses_or_doubles_a_notification(
    scene: Scene, make: Makers, config: Config, outbox: Path
) -> None:
    guest_id = (await scene.guest.get("/api/v1.0/user")).data["user_id"]
    await make.change(
        "INSERT INTO mail_addresses (user_id, address, verified_at) VALUES (%s, 'guest@mail.example', NOW(6))", guest_id
    )
    chance, kills = random.Random(16), 0
    with workers(config, outbox) as start:
        for wave in range(_WAVES):
            for number in range(_ORDERS):
                await scene.accepted((wave * _ORDERS + number) * 2, 1)
            for _ in range(_KILLS):
                worker = start()
                await asyncio.sleep(chance.uniform(1, 4))
                if worker.poll() is None:
                    worker.kill()
                    kills += 1
                await asyncio.to_thread(worker.wait)
    await settle(scene, make)
    states = await make.rows(
        "SELECT channel, state, reason, COUNT(*) AS n FROM deliveries WHERE kind = 'accepted' GROUP BY 1, 2, 3"
    )
    sms, mails = sent(outbox, "sms-outbox.jsonl"), sent(outbox, "mail-outbox.jsonl")
    print(f"{kills} kills; {states}; {sum(sms.values())} SMS, {sum(mails.values())} mails of {len(mails)} ids")
    assert kills
    assert {row["state"] for row in states} <= {"sent", "failed"}
    assert sum(row["n"] for row in states if row["channel"] == "sms") == _WAVES * _ORDERS
    interrupted = sum(row["n"] for row in states if row["reason"] == "interrupted")
    assert max(sms.values()) == 1
    assert _WAVES * _ORDERS - interrupted <= len(sms) <= _WAVES * _ORDERS
    assert len(mails) == _WAVES * _ORDERS


async def settle(scene: Scene, make: Makers) -> None:
    """Let a worker that nobody kills do the rest, as if the leases of the dead had ended."""
    for _ in range(3):
        while await planning.plan(scene.deps):
            pass
        await make.change("UPDATE deliveries SET due_at = NOW(6) - INTERVAL 1 SECOND WHERE state = 'waiting'")
        while await jobs.deliver_notifications(scene.deps):
            pass


def sent(outbox: Path, name: str) -> Counter[str]:
    """How often the outbox has each notification of the guest, by its id; mails go to nobody else."""
    path = outbox / name
    lines = [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []
    return Counter(line["id"] for line in lines if line.get("kind", "accepted") == "accepted")
