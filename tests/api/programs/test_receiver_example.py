"""The receiver in docs/webhooks.md, as it stands there."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tornado.testing import bind_unused_port

from services.events import planning
from services.programs import webhook_sending
from tests.live import ROOT
from tests.scene import Scene

pytestmark = pytest.mark.settings(webhook_private=True)


@contextmanager
def receiver(secret: str, port: int) -> Iterator["subprocess.Popen[str]"]:
    [source] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "webhooks.md").read_text(), re.DOTALL)
    environment = os.environ | {"SECRET": secret, "PORT": str(port)}
    with subprocess.Popen([sys.executable, "-c", source], env=environment, stdout=-1, stderr=-3, text=True) as process:
        yield process
        process.kill()


async def test_it_prints_each_event_once(scene: Scene) -> None:
    socket, port = bind_unused_port()
    socket.close()
    made = await scene.host.post("/api/v1.0/user/webhooks", {"url": f"http://127.0.0.1:{port}/"})
    order_id = await scene.book()
    with receiver(made.data["secret"], port) as process:
        await planning.plan(scene.deps)
        delivered = "SELECT id FROM webhook_deliveries WHERE state = 'delivered'"
        while not await scene.make.rows(delivered):  # until it listens
            await scene.make.change("UPDATE webhook_endpoints SET next_at = NOW(6), paused_until = NULL")
            await scene.make.change("UPDATE webhook_deliveries SET next_at = NOW(6), attempts = 0")
            await webhook_sending.send_due(scene.deps)
        assert process.stdout
        assert json.loads(process.stdout.readline()) == ["order.booked", order_id]
        await scene.make.change("UPDATE webhook_deliveries SET state = 'waiting', next_at = NOW(6)")
        await scene.make.change("UPDATE webhook_endpoints SET next_at = NOW(6)")
        assert await webhook_sending.send_due(scene.deps) == 1
        await scene.do(scene.host, order_id, "accept")
        await planning.plan(scene.deps)
        assert await webhook_sending.send_due(scene.deps) == 1
        assert json.loads(process.stdout.readline()) == ["order.accepted", order_id]
